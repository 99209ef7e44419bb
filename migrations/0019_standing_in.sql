-- A head who was asked is away: another is asked instead, and that approval counts for the one who is away.
alter table drafting.approvals
  add column stands_in_for uuid references organisation.people (id),
  add column reason text,
  add constraint nobody_stands_in_for_themselves check (stands_in_for <> person_id),
  add constraint standing_in_says_why check (stands_in_for is null or reason is not null);
