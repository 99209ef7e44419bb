-- 0076 seen among referrals
--
-- The reading log also says who has seen a marked case among referrals, assignments and compilations (E-17, J-08).
alter table registry.readings drop constraint readings_seen_in_check,
  add constraint readings_seen_in_check check (seen_in in
    ('list', 'journal', 'search', 'work', 'linked', 'history', 'meeting', 'referral', 'assignment', 'compilation'));
