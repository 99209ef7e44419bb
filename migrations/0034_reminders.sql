-- Påminnelser: how many working days before the last answer day those that have not answered are reminded; negative is after it.
-- What was sent before this reminds nobody by itself until somebody says so.
alter table referral.rounds add column remind_on int[] not null default '{14,7,1,-1}'
  constraint reminded_within_a_hundred_days check (-100 <= all (remind_on) and 100 >= all (remind_on) and cardinality(remind_on) <= 20);
update referral.rounds set remind_on = '{}' where state <> 'draft';

-- Each reminder of each body: by hand, or by the schedule for a last answer day. The letters are the kernel's, found by topic.
create table referral.reminders (
  id            uuid primary key default gen_random_uuid(),
  recipient_id  uuid not null references referral.recipients (id),
  round_id      uuid not null references referral.rounds (id),
  at            timestamptz not null,
  by            uuid references organisation.people (id),   -- null: the schedule
  days          int,                                        -- which of the round's remind_on
  answer_by     date,                                       -- the last answer day that it reminded of
  letters       int not null check (letters >= 0),          -- none: nobody has an address
  constraint the_schedule_says_which check ((by is null) = (days is not null)),
  constraint once_for_each_day unique (recipient_id, days, answer_by)
);
create index on referral.reminders (round_id, at desc);
alter table referral.reminders enable row level security;
create policy seen_by_the_sender on referral.reminders for select using (referral.sends(round_id));
create policy sent_by_the_sender on referral.reminders for insert with check (referral.sends(round_id));
grant select, insert on referral.reminders to kraftsam_app;
