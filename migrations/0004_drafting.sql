create schema drafting;
grant usage on schema drafting to kraftsam_app;

-- Godkännande: what is sent to the heads together, and their answers.
create table drafting.submissions (
  id            uuid primary key default gen_random_uuid(),
  case_id       uuid not null references registry.cases (id),
  authority_id  uuid not null references organisation.authorities (id),
  state         text not null default 'waiting' check (state in ('waiting', 'approved', 'returned', 'withdrawn')),
  submitted_at  timestamptz not null,
  submitted_by  uuid not null references organisation.people (id),
  note          text
);
create unique index one_submission_waits_per_case on drafting.submissions (case_id) where state = 'waiting';

create table drafting.approvals (
  submission_id  uuid not null references drafting.submissions (id),
  person_id      uuid not null references organisation.people (id),
  position       int not null,
  state          text not null default 'waiting' check (state in ('waiting', 'approved', 'returned')),
  answered_at    timestamptz,
  note           text,
  primary key (submission_id, person_id),
  constraint an_answer_has_a_time check ((state = 'waiting') = (answered_at is null)),
  constraint what_is_returned_says_why check (state <> 'returned' or note is not null)
);

-- Utkast: tjänsteskrivelse och förslag till yttrande. Working papers are not public records (TF 2:12) and stay in the authority.
create table drafting.drafts (
  id             uuid primary key default gen_random_uuid(),
  case_id        uuid not null references registry.cases (id),
  authority_id   uuid not null references organisation.authorities (id),
  kind           text not null check (kind in ('memo', 'statement')),
  state          text not null default 'draft' check (state in ('draft', 'submitted', 'approved', 'replaced')),
  content        jsonb not null,
  version        int not null default 1,
  created_at     timestamptz not null,
  created_by     uuid not null references organisation.people (id),
  saved_at       timestamptz not null,
  saved_by       uuid not null references organisation.people (id),
  submission_id  uuid references drafting.submissions (id),
  record_id      uuid references registry.records (id),   -- the record that approval made
  constraint approved_means_registered check ((state in ('approved', 'replaced')) = (record_id is not null)),
  constraint submitted_means_in_a_submission check (state = 'draft' or submission_id is not null)
);
create unique index one_draft_of_a_kind_at_a_time on drafting.drafts (case_id, kind) where state in ('draft', 'submitted');
create index on drafting.drafts (case_id);

create table drafting.versions (
  draft_id  uuid not null references drafting.drafts (id),
  version   int not null,
  content   jsonb not null,
  saved_at  timestamptz not null,
  saved_by  uuid not null references organisation.people (id),
  primary key (draft_id, version)
);

alter table drafting.drafts enable row level security;
alter table drafting.versions enable row level security;
alter table drafting.submissions enable row level security;
alter table drafting.approvals enable row level security;
create policy within_the_authority on drafting.drafts using (kernel.serves(authority_id));
create policy within_the_authority on drafting.submissions using (kernel.serves(authority_id));
create policy within_the_authority on drafting.versions
  using (exists (select from drafting.drafts d where d.id = draft_id));
create policy within_the_authority on drafting.approvals
  using (exists (select from drafting.submissions s where s.id = submission_id));

grant select, insert, update on drafting.drafts, drafting.submissions, drafting.approvals, drafting.versions to kraftsam_app;
