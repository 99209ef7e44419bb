-- Godkännandekedja (I-16): which functions approve at an authority, in which order, and who holds each. Those of one step are
-- asked together; the next step is asked when the one before has approved.
create table drafting.chain_roles (
  id            uuid primary key default gen_random_uuid(),
  authority_id  uuid not null references organisation.authorities (id),
  position      int not null,
  step          int not null,
  name          text not null check (name <> ''),
  constraint a_chain_has_at_most_nine_steps check (step between 1 and 9),
  unique (authority_id, position)
);
create table drafting.chain_holders (
  role_id    uuid not null references drafting.chain_roles (id) on delete cascade,
  person_id  uuid not null references organisation.people (id),
  primary key (role_id, person_id)
);

-- Ersättare vid frånvaro: who answers for a head who is away, from a day to a day. It holds for what waits already too.
create table drafting.absences (
  id             uuid primary key default gen_random_uuid(),
  authority_id   uuid not null references organisation.authorities (id),
  person_id      uuid not null references organisation.people (id),
  substitute_id  uuid not null references organisation.people (id),
  from_on        date not null,
  to_on          date not null,
  entered_at     timestamptz not null,
  entered_by     uuid not null references organisation.people (id),
  withdrawn_at   timestamptz,
  constraint nobody_stands_in_for_themselves check (substitute_id <> person_id),
  constraint an_absence_ends_after_it_began check (to_on >= from_on)
);
create index on drafting.absences (person_id);
create index on drafting.absences (substitute_id);

-- The words that were sent, word for word, so that a later sending can be compared with what somebody approved.
create table drafting.submitted (
  submission_id  uuid not null references drafting.submissions (id),
  draft_id       uuid not null references drafting.drafts (id),
  kind           text not null check (kind in ('memo', 'statement')),
  version        int not null,
  content        jsonb not null,
  primary key (submission_id, draft_id)
);

alter table drafting.submissions add column digest text;   -- SHA-256 of what was sent; null for what was sent before this
alter table drafting.approvals
  add column step int not null default 1,
  add column answered_by uuid references organisation.people (id),
  add column digest text,   -- SHA-256 of what was approved
  add constraint a_step_is_one_to_nine check (step between 1 and 9);
update drafting.approvals set answered_by = person_id where state <> 'waiting';

alter table drafting.chain_roles enable row level security;
alter table drafting.chain_holders enable row level security;
alter table drafting.absences enable row level security;
alter table drafting.submitted enable row level security;
create policy within_the_authority on drafting.chain_roles using (kernel.serves(authority_id));
create policy within_the_authority on drafting.chain_holders
  using (exists (select from drafting.chain_roles r where r.id = role_id));
create policy within_the_authority on drafting.absences using (kernel.serves(authority_id));
create policy within_the_authority on drafting.submitted
  using (exists (select from drafting.submissions s where s.id = submission_id));

grant select, insert, update, delete on drafting.chain_roles, drafting.chain_holders to kraftsam_app;
grant select, insert on drafting.absences to kraftsam_app;
grant update (withdrawn_at) on drafting.absences to kraftsam_app;
grant select, insert on drafting.submitted to kraftsam_app;
