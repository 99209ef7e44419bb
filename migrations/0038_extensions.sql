-- 0038 extensions
--
-- Förlängd svarstid (I-22, I-32): a body asks for more time, or the sender gives it; each step is registered on both sides, and
-- the body's own last answer day is then the one that counts. What was decided is undone by a new decision only.
alter table referral.recipients add column answer_by date;   -- the body's own last answer day; null: that of the round

create table referral.extensions (
  id               uuid primary key default gen_random_uuid(),
  recipient_id     uuid not null references referral.recipients (id),
  state            text not null check (state in ('asked', 'granted', 'refused')),
  channel          text check (channel in ('system', 'mail', 'phone', 'letter')),   -- null: nobody asked, the sender gave it
  asked_on         date,
  asked_by         uuid references organisation.people (id),                        -- who asked, or entered what was asked
  wanted_on        date,
  reason           text check (length(reason) between 1 and 4000),
  request_out_id   uuid references registry.records (id),                           -- at the one who asked
  request_in_id    uuid references registry.records (id),                           -- at the sender
  until            date,
  before           date,                                                            -- the last answer day as it was
  ground           text check (length(ground) between 1 and 4000),
  decided_at       timestamptz,
  decided_by       uuid references organisation.people (id),
  decision_out_id  uuid references registry.records (id),                           -- at the sender
  decision_in_id   uuid references registry.records (id),                           -- at the one who asked
  created_at       timestamptz not null,
  constraint what_is_asked_says_when_and_why check
    ((channel is null) = (wanted_on is null) and (channel is null) = (reason is null) and (channel is null) = (asked_on is null)),
  constraint nobody_asked_means_it_is_given check (channel is not null or state = 'granted'),
  constraint what_is_decided_is_decided_by_somebody check
    ((state = 'asked') = (decided_at is null) and (state = 'asked') = (decided_by is null) and (state = 'asked') = (ground is null)),
  constraint granted_until_a_day check ((state = 'granted') = (until is not null))
);
create index on referral.extensions (recipient_id, created_at);
create unique index one_request_waits on referral.extensions (recipient_id) where state = 'asked';

alter table referral.extensions enable row level security;
create policy with_the_recipient on referral.extensions for select
  using (exists (select from referral.recipients x where x.id = recipient_id));
create policy asked_or_given on referral.extensions for insert with check (referral.may_answer(recipient_id));
create policy decided_by_the_sender on referral.extensions for update
  using (exists (select from referral.recipients x where x.id = recipient_id and referral.sends(x.round_id)));
grant select, insert on referral.extensions to kraftsam_app;
grant update (state, until, before, ground, decided_at, decided_by, decision_out_id, decision_in_id, request_out_id, request_in_id)
  on referral.extensions to kraftsam_app;

-- The last answer day of a case that came from another's referral is set by the one who asked: nobody else's case can be reached so.
create function registry.set_due_of_asked(asked uuid, day date, source text) returns void
language sql security definer set search_path = pg_catalog as
$$
  update registry.cases c set due_on = day, due_source = source
  where c.id = asked
    and exists (select from registry.links l join registry.cases o on o.id = l.other_case_id
                where l.case_id = c.id and l.kind = 'referral' and kernel.serves(o.authority_id))
$$;
revoke all on function registry.set_due_of_asked(uuid, date, text) from public;
grant execute on function registry.set_due_of_asked(uuid, date, text) to kraftsam_app;
