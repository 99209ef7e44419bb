-- 0038 questions about a round
--
-- Frågor om remissen: what a body asks the one who sent it. Answered once, and read by everyone who was asked, so that all answer the
-- same thing (I-06, I-11). The name of the one who asked may be left out.
create table referral.inquiries (
  id            uuid primary key default gen_random_uuid(),
  round_id      uuid not null references referral.rounds (id),
  recipient_id  uuid not null references referral.recipients (id),
  words         text not null check (length(words) between 1 and 4000),
  names_asker   boolean not null,
  asked_at      timestamptz not null,
  asked_by      uuid not null references organisation.people (id),
  answer        text check (length(answer) between 1 and 10000),
  answered_at   timestamptz,
  answered_by   uuid references organisation.people (id),
  constraint answered_by_somebody_at_some_time check
    ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index on referral.inquiries (round_id, asked_at);
alter table referral.inquiries enable row level security;
create policy with_the_round on referral.inquiries for select using (exists (select from referral.rounds r where r.id = round_id));
create policy asked_by_the_one_asked on referral.inquiries for insert with check (referral.may_answer(recipient_id));
create policy answered_by_the_sender on referral.inquiries for update using (referral.sends(round_id));
grant select, insert on referral.inquiries to kraftsam_app;
grant update (answer, answered_at, answered_by) on referral.inquiries to kraftsam_app;
