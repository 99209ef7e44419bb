-- 0100 reasons come later
--
-- A reservation is announced at the table; its written reasons come later, before the minutes are adjusted (A-46).
create policy written_while_open on voting.notes for update using (voting.is_open(item_id)) with check (voting.is_open(item_id));
grant update (words) on voting.notes to kraftsam_app;
