-- 0067 seen at a meeting
--
-- The reading log also says who has seen the words of a marked case on the agenda of a meeting (E-17, J-08).
alter table registry.readings drop constraint readings_seen_in_check,
  add constraint readings_seen_in_check check (seen_in in ('list', 'journal', 'search', 'work', 'linked', 'history', 'meeting'));
