create schema referral;
grant usage on schema referral to kraftsam_app;

-- Remissomgångar: a proposal sent to others for their statement by a given day.
create table referral.rounds (
  id                uuid primary key default gen_random_uuid(),
  case_id           uuid not null references registry.cases (id),
  authority_id      uuid not null references organisation.authorities (id),
  issuer_id         uuid not null references organisation.bodies (id),
  title             text not null check (length(title) between 1 and 300),
  state             text not null default 'draft' check (state in ('draft', 'sent', 'closed')),
  decision_id       uuid references meetings.decisions (id),    -- the decision to send it (I-10)
  without_position  boolean not null default false,             -- utan eget ställningstagande (I-09)
  cover_letter      jsonb not null,
  answer_by         date,
  contact_id        uuid references organisation.people (id),
  version           int not null default 1,
  sent_at           timestamptz,
  created_at        timestamptz not null,
  constraint only_what_is_decided_is_sent check (state = 'draft' or decision_id is not null),
  constraint what_is_sent_has_a_last_answer_date check (state = 'draft' or answer_by is not null),
  constraint sent_means_sent_at_some_time check ((state = 'draft') = (sent_at is null))
);
create index on referral.rounds (case_id);

-- Remitterade handlingar: records in the sender's case. A correction adds documents under a new version (I-11).
create table referral.documents (
  round_id   uuid not null references referral.rounds (id),
  record_id  uuid not null references registry.records (id),
  position   int not null,
  version    int not null default 1,
  primary key (round_id, record_id)
);

-- Rättelser av en utsänd remiss.
create table referral.corrections (
  round_id  uuid not null references referral.rounds (id),
  version   int not null,
  what      text not null,
  at        timestamptz not null,
  by        uuid not null references organisation.people (id),
  primary key (round_id, version)
);

-- Remissfrågor.
create table referral.questions (
  id        uuid primary key default gen_random_uuid(),
  round_id  uuid not null references referral.rounds (id),
  number    int not null,
  kind      text not null check (kind in ('text', 'processes', 'areas', 'body')),
  text      text not null check (length(text) between 1 and 2000),
  help      text,
  constraint questions_are_numbered unique (round_id, number) deferrable initially deferred
);

-- Remissinstanser: who was asked, and the case each of them got.
create table referral.recipients (
  id             uuid primary key default gen_random_uuid(),
  round_id       uuid not null references referral.rounds (id),
  body_id        uuid not null references organisation.bodies (id),
  kind           text not null check (kind in ('board', 'administration')),   -- nämndsremiss, förvaltningsremiss (I-08)
  is_mandatory   boolean not null,                                            -- KL 6:12 (A-100)
  case_id        uuid references registry.cases (id),
  out_record_id  uuid references registry.records (id),
  in_record_id   uuid references registry.records (id),
  constraint a_body_is_asked_once unique (round_id, body_id)
);
create unique index one_recipient_per_case on referral.recipients (case_id);

-- Remissvar: how each body answered, with its standing in law.
create table referral.answers (
  id                   uuid primary key default gen_random_uuid(),
  recipient_id         uuid not null unique references referral.recipients (id),
  decided_by           text not null check (decided_by in ('board', 'committee', 'chair', 'delegation', 'administration', 'company')),
  stance               text not null check (stance in ('support', 'support_partly', 'oppose', 'no_objection', 'abstain', 'none')),
  decision_id          uuid references meetings.decisions (id),
  decided_on           date,
  paragraph            text,
  reservations         text,
  statement_record_id  uuid references registry.records (id),   -- as received at the sender
  extract_record_id    uuid references registry.records (id),
  arrived_at           timestamptz not null,
  is_late              boolean not null
);

-- The decided text, question by question. A null question is what stands outside the questions.
create table referral.answer_parts (
  id           uuid primary key default gen_random_uuid(),
  answer_id    uuid not null references referral.answers (id),
  question_id  uuid references referral.questions (id),
  stance       text not null check (stance in ('support', 'support_partly', 'oppose', 'no_objection', 'abstain', 'none')),
  text         jsonb not null,
  plain        text not null,
  items        jsonb not null default '{}',
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  unique nulls not distinct (answer_id, question_id)
);

alter table referral.rounds enable row level security;
alter table referral.documents enable row level security;
alter table referral.corrections enable row level security;
alter table referral.questions enable row level security;
alter table referral.recipients enable row level security;
alter table referral.answers enable row level security;
alter table referral.answer_parts enable row level security;
-- A round is the sender's own until it is sent; then everyone inside may read it.
create policy sent_or_ones_own on referral.rounds for select
  using (kernel.serves(authority_id) or (state <> 'draft' and kernel.someone()));
create policy ones_own on referral.rounds for insert with check (kernel.serves(authority_id));
create policy ones_own_change on referral.rounds for update using (kernel.serves(authority_id));
create policy a_draft_is_thrown_away on referral.rounds for delete using (kernel.serves(authority_id) and state = 'draft');

-- What belongs to a round is read with it and changed by the sender.
create function referral.sends(round uuid) returns boolean language sql stable as
$$ select exists (select from referral.rounds r where r.id = round and kernel.serves(r.authority_id)) $$;

create policy with_the_round on referral.documents for select using (exists (select from referral.rounds r where r.id = round_id));
create policy with_the_round on referral.corrections for select using (exists (select from referral.rounds r where r.id = round_id));
create policy with_the_round on referral.questions for select using (exists (select from referral.rounds r where r.id = round_id));
create policy with_the_round on referral.recipients for select using (exists (select from referral.rounds r where r.id = round_id));
create policy changed_by_the_sender on referral.documents using (referral.sends(round_id));
create policy changed_by_the_sender on referral.corrections using (referral.sends(round_id));
create policy changed_by_the_sender on referral.questions using (referral.sends(round_id));
create policy changed_by_the_sender on referral.recipients using (referral.sends(round_id));
-- The one asked holds its own row while it answers.
create policy held_by_the_one_asked on referral.recipients for update
  using (exists (select from registry.cases c where c.id = case_id and kernel.serves(c.authority_id)));

-- An answer is given by the one asked, or entered by the sender for a body outside; nobody changes it afterwards.
create function referral.may_answer(recipient uuid) returns boolean language sql stable as
$$
  select exists (select from referral.recipients x left join registry.cases c on c.id = x.case_id
                 where x.id = recipient and (referral.sends(x.round_id) or kernel.serves(c.authority_id)))
$$;
create policy seen_by_the_signed_in on referral.answers for select using (kernel.someone());
create policy given on referral.answers for insert with check (referral.may_answer(recipient_id));
create policy seen_by_the_signed_in on referral.answer_parts for select using (kernel.someone());
create policy given on referral.answer_parts for insert
  with check (exists (select from referral.answers a where a.id = answer_id and referral.may_answer(a.recipient_id)));

-- How far a body has come, for the one who asked, without a word of what it is writing (TF 2:12: drafts stay in the authority).
create function referral.stage_of(asked uuid)
returns table (stage text, officer text, board_on date, paragraph int, decided_on date, adjusted_on date)
language sql stable security definer set search_path = pg_catalog as
$$
  select
    case
      when exists (select from referral.answers a join referral.recipients r on r.id = a.recipient_id where r.case_id = c.id) then 'answered'
      when d.state = 'adjusted' then 'adjusted'
      when d.id is not null then 'decided'
      when exists (select from meetings.items i join meetings.meetings m on m.id = i.meeting_id
                   where i.case_id = c.id and i.state = 'on_agenda' and m.state <> 'cancelled') then 'on_agenda'
      when exists (select from drafting.drafts t where t.case_id = c.id and t.state = 'approved') then 'approved'
      when exists (select from drafting.drafts t where t.case_id = c.id and t.state = 'submitted') then 'submitted'
      when exists (select from drafting.drafts t where t.case_id = c.id) then 'drafting'
      when c.officer_id is not null then 'assigned'
      else 'received'
    end,
    p.name,
    coalesce(plan.held_on, d.decided_on),
    d.paragraph, d.decided_on, d.adjusted_on
  from registry.cases c
  left join organisation.people p on p.id = c.officer_id
  left join lateral (
    select d.* from meetings.decisions d join organisation.bodies b on b.id = d.body_id
    where d.case_id = c.id and not d.is_proposal and d.outcome in ('as_proposed', 'changed', 'abstained')
      and b.kind in ('board', 'executive_board', 'council', 'working_committee')
    order by d.decided_on desc, d.paragraph desc limit 1) d on true
  left join lateral (
    select m.held_on from planning.steps s join meetings.meetings m on m.id = s.meeting_id
    where s.case_id = c.id and s.step = 'board' order by s.position desc limit 1) plan on true
  where c.id = asked
$$;
revoke all on function referral.stage_of(uuid) from public;
grant execute on function referral.stage_of(uuid) to kraftsam_app;

grant select, insert, update, delete on referral.rounds, referral.recipients, referral.questions to kraftsam_app;
grant select, insert, delete on referral.documents to kraftsam_app;
grant select, insert on referral.corrections, referral.answers, referral.answer_parts to kraftsam_app;
