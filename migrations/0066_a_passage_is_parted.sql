-- A passage of a file that answers two questions is parted in two: those after it move one step on. None is ever taken away.
grant update (position) on answering.passages to kraftsam_app;
