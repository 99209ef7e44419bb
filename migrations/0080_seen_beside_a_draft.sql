-- The reading log also says who has seen what is marked among decisions by delegation, and among earlier answers beside what
-- they write (E-17, J-08).
alter table registry.readings drop constraint readings_seen_in_check,
  add constraint readings_seen_in_check check (seen_in in
    ('list', 'journal', 'search', 'work', 'linked', 'history', 'meeting', 'referral', 'assignment', 'compilation',
     'delegation', 'answers'));
