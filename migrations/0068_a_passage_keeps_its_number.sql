-- 0068 a passage keeps its number
--
-- A passage keeps its position when one before it is parted, so that a page which was drawn earlier speaks of the same words. The
-- order it is read in stands beside; how often the file has been parted tells such a page from a new one.
alter table answering.passages add column ordinal int;
update answering.passages set ordinal = position;
alter table answering.passages
  alter column ordinal set not null,
  add constraint read_in_one_order unique (reading_id, ordinal) deferrable initially immediate;
revoke update (position) on answering.passages from kraftsam_app;
grant update (ordinal) on answering.passages to kraftsam_app;

alter table answering.readings add column partings int not null default 0 check (partings >= 0);
grant update (partings) on answering.readings to kraftsam_app;
