-- Delegation (KL 6:37–40, 7:5–8): what a board lets others decide in its place, what they decided, and that it was told of it.
create schema delegation;
grant usage on schema delegation to kraftsam_app;

-- Förvaltningschef: the only one who may pass a power on (A-93).
create table delegation.directors (
  id            uuid primary key default gen_random_uuid(),
  body_id       uuid not null references organisation.bodies (id),
  authority_id  uuid not null references organisation.authorities (id),
  person_id     uuid not null references organisation.people (id),
  valid_from    date not null,
  valid_to      date,
  constraint a_director_leaves_after_coming check (valid_to is null or valid_to >= valid_from)
);
create unique index one_director_from_a_day on delegation.directors (body_id, valid_from);

-- Delegationsordningar: one version for each decision of the board. A decision keeps the version it was made under.
create table delegation.schemes (
  id            uuid primary key default gen_random_uuid(),
  body_id       uuid not null references organisation.bodies (id),
  authority_id  uuid not null references organisation.authorities (id),
  version       int not null check (version > 0),
  decided_on    date,                               -- all four are null in a draft
  paragraph     int check (paragraph > 0),
  valid_from    date,
  adopted_by    uuid references organisation.people (id),
  valid_to      date,
  is_demo       boolean not null default false,
  constraint each_version_once unique (body_id, version),
  constraint adopted_means_decided check
    ((valid_from is null) = (decided_on is null) and (valid_from is null) = (paragraph is null)),
  constraint in_force_once_it_is_decided check (valid_from >= decided_on),
  constraint a_scheme_ends_after_it_began check (valid_to is null or valid_to >= valid_from - 1)
);
create unique index one_draft_for_each_body on delegation.schemes (body_id) where valid_from is null;

-- Punkterna. What can never be delegated (KL 6:38) has no place here: neither as nature, nor without a reason (A-86, A-88).
create table delegation.rules (
  id                uuid primary key default gen_random_uuid(),
  scheme_id         uuid not null references delegation.schemes (id),
  authority_id      uuid not null references organisation.authorities (id),
  number            text not null check (number ~ '^[0-9A-Za-zÅÄÖåäö]{1,6}(\.[0-9A-Za-zÅÄÖåäö]{1,6}){0,4}$'),
  heading           text not null check (length(heading) between 1 and 300),
  scope             text not null check (length(scope) between 1 and 4000),     -- what may be decided
  delegate_kind     text not null check (delegate_kind in ('presidium', 'committee', 'member', 'substitute', 'employee', 'automated')),
  delegate_role     text check (delegate_role in ('chair', 'first_vice_chair', 'second_vice_chair', 'member', 'substitute',
                                                  'director', 'head', 'case_officer', 'registrar', 'secretary', 'administrator')),
  delegate_body     uuid references organisation.bodies (id),
  delegate_person   uuid references organisation.people (id),
  delegate_words    text not null check (length(delegate_words) between 1 and 300),
  legal_basis       text check (length(legal_basis) <= 300),
  conditions        text check (length(conditions) <= 4000),
  nature            text not null check (nature in ('routine', 'personnel', 'economy', 'procurement', 'choice_system',
                                                    'individual', 'statement', 'other', 'urgent')),
  reason            text not null check (length(reason) between 1 and 4000),    -- why it can be delegated
  appeal            text not null check (appeal in ('legality', 'administrative', 'none')),
  is_reported       boolean not null default true,                              -- the board decides which are reported (KL 6:40)
  may_be_passed_on  boolean not null default false,
  constraint a_rule_number_is_used_once unique (scheme_id, number),
  constraint only_a_director_passes_on check (not may_be_passed_on or delegate_role = 'director'),
  constraint automation_decides_nothing_under_chapter_13 check
    (delegate_kind <> 'automated' or (appeal <> 'legality' and nature not in ('procurement', 'choice_system'))),
  constraint what_is_urgent_is_always_reported check (nature <> 'urgent' or is_reported)
);

-- Vidaredelegation.
create table delegation.passed_on (
  id            uuid primary key default gen_random_uuid(),
  rule_id       uuid not null references delegation.rules (id),
  authority_id  uuid not null references organisation.authorities (id),
  given_by      uuid not null references organisation.people (id),
  person_id     uuid not null references organisation.people (id),
  valid_from    date not null,
  valid_to      date,
  note          text check (length(note) <= 1000),
  given_at      timestamptz not null,
  constraint passed_on_until_after_it_began check (valid_to is null or valid_to >= valid_from - 1)
);
create index on delegation.passed_on (rule_id);

-- Delegationsbeslutens nummer: gap-free through the year of each board; the row is locked until the decision is committed.
create table delegation.series (
  body_id  uuid not null references organisation.bodies (id),
  year     int not null,
  last     int not null check (last >= 0),
  primary key (body_id, year)
);

-- Delegationsbeslut: which rule, who, when, in which case (A-94). Never changed: an error is put right by a new decision.
create table delegation.decisions (
  id              uuid primary key default gen_random_uuid(),
  body_id         uuid not null references organisation.bodies (id),
  authority_id    uuid not null references organisation.authorities (id),
  year            int not null,
  number          int not null,
  rule_id         uuid not null references delegation.rules (id),
  passed_on_id    uuid references delegation.passed_on (id),
  case_id         uuid not null references registry.cases (id),
  record_id       uuid not null references registry.records (id),
  delegate_id     uuid not null references organisation.people (id),
  delegate_name   text not null,
  delegate_title  text not null,
  decided_on      date not null,
  registered_at   timestamptz not null,
  appeal          text not null check (appeal in ('legality', 'administrative', 'none')),
  is_urgent       boolean not null default false,
  is_reported     boolean not null,                 -- as the rule said that day
  corrects_id     uuid references delegation.decisions (id),
  constraint a_decision_number_is_used_once unique (body_id, year, number),
  constraint urgent_decisions_are_reported check (not is_urgent or is_reported)
);
create index on delegation.decisions (body_id, decided_on desc, number desc, id desc);
create index on delegation.decisions (case_id);
create unique index a_decision_is_corrected_once on delegation.decisions (corrects_id) where corrects_id is not null;
create index on delegation.decisions (delegate_id);

-- What was decided, apart, so that it is as hidden as the record it is registered as.
create table delegation.contents (
  decision_id  uuid primary key references delegation.decisions (id),
  record_id    uuid not null references registry.records (id),
  title        text not null check (length(title) between 1 and 300),
  points       text[] not null,
  motivation   text check (length(motivation) <= 20000),
  why_urgent   text check (length(why_urgent) between 1 and 4000),
  constraint a_delegated_decision_decides_something check (cardinality(points) > 0)
);
create index on delegation.contents (record_id);

-- "Anmälan av delegationsbeslut 2026": one case a year and board, where the lists are registered.
create table delegation.report_cases (
  body_id  uuid not null references organisation.bodies (id),
  year     int not null,
  case_id  uuid not null references registry.cases (id),
  primary key (body_id, year)
);

-- Anmälan till ett sammanträde: a list on its agenda. That it counts is read from the agenda, so a cancelled meeting undoes it.
create table delegation.reports (
  id            uuid primary key default gen_random_uuid(),
  body_id       uuid not null references organisation.bodies (id),
  authority_id  uuid not null references organisation.authorities (id),
  meeting_id    uuid not null references meetings.meetings (id),
  item_id       uuid not null references meetings.items (id),
  record_id     uuid not null references registry.records (id),
  made_at       timestamptz not null,
  made_by       uuid not null references organisation.people (id)
);
create index on delegation.reports (meeting_id);

create table delegation.reported (
  report_id    uuid not null references delegation.reports (id),
  decision_id  uuid not null references delegation.decisions (id),
  primary key (report_id, decision_id)
);
create index on delegation.reported (decision_id);

-- Särskilt protokoll over what is not reported but can be appealed under chapter 13, and the day it was noticed on the board.
create table delegation.minutes (
  id            uuid primary key default gen_random_uuid(),
  body_id       uuid not null references organisation.bodies (id),
  authority_id  uuid not null references organisation.authorities (id),
  record_id     uuid not null references registry.records (id),
  made_on       date not null,
  made_by       uuid not null references organisation.people (id),
  noticed_on    date,
  constraint noticed_after_it_was_made check (noticed_on >= made_on)
);
create index on delegation.minutes (body_id, made_on desc);

create table delegation.minuted (
  decision_id  uuid primary key references delegation.decisions (id),
  minutes_id   uuid not null references delegation.minutes (id)
);
create index on delegation.minuted (minutes_id);

do $$
declare each text;
begin
  foreach each in array array['directors', 'schemes', 'rules', 'passed_on', 'reports', 'minutes'] loop
    execute format('alter table delegation.%I enable row level security', each);
    execute format('create policy seen_by_the_signed_in on delegation.%I for select using (kernel.someone())', each);
    execute format('create policy made_by_its_authority on delegation.%I for insert with check (kernel.serves(authority_id))', each);
    execute format('create policy changed_by_its_authority on delegation.%I for update using (kernel.serves(authority_id))', each);
  end loop;
end
$$;
-- What the board has decided stands: rules are changed and taken out in a draft only.
alter policy changed_by_its_authority on delegation.rules
  using (kernel.serves(authority_id) and exists (select from delegation.schemes s where s.id = scheme_id and s.valid_from is null));
create policy taken_out_of_a_draft on delegation.rules for delete
  using (kernel.serves(authority_id) and exists (select from delegation.schemes s where s.id = scheme_id and s.valid_from is null));

alter table delegation.series enable row level security;
create policy counted_by_its_authority on delegation.series
  using (exists (select from organisation.bodies b where b.id = body_id and kernel.serves(b.authority_id)));
alter table delegation.report_cases enable row level security;
create policy seen_by_the_signed_in on delegation.report_cases for select using (kernel.someone());
create policy opened_by_its_authority on delegation.report_cases for insert
  with check (exists (select from organisation.bodies b where b.id = body_id and kernel.serves(b.authority_id)));

-- Number, rule, delegate and day are known within the authority (A-94); elsewhere a hidden case hides them too.
alter table delegation.decisions enable row level security;
create policy seen_with_its_case on delegation.decisions for select
  using (kernel.serves(authority_id)
     or (kernel.someone() and exists (select from registry.cases c where c.id = case_id)));
create policy made_at_its_authority on delegation.decisions for insert with check (kernel.serves(authority_id));
alter table delegation.contents enable row level security;
create policy seen_with_its_record on delegation.contents for select
  using (exists (select from registry.records r where r.id = record_id
                   and (not r.is_secret or registry.reads_secrets(r.case_id, r.authority_id))));
create policy made_with_its_record on delegation.contents for insert
  with check (exists (select from registry.records r where r.id = record_id and kernel.serves(r.authority_id)));

alter table delegation.reported enable row level security;
create policy seen_with_the_decision on delegation.reported for select
  using (exists (select from delegation.decisions d where d.id = decision_id));
create policy made_with_the_report on delegation.reported for insert
  with check (exists (select from delegation.reports r where r.id = report_id and kernel.serves(r.authority_id)));
alter table delegation.minuted enable row level security;
create policy seen_with_the_decision on delegation.minuted for select
  using (exists (select from delegation.decisions d where d.id = decision_id));
create policy made_with_the_minutes on delegation.minuted for insert
  with check (exists (select from delegation.minutes m where m.id = minutes_id and kernel.serves(m.authority_id)));

grant select, insert on all tables in schema delegation to kraftsam_app;
grant update (valid_to) on delegation.directors, delegation.passed_on to kraftsam_app;
grant update (decided_on, paragraph, valid_from, adopted_by, valid_to) on delegation.schemes to kraftsam_app;
grant update, delete on delegation.rules to kraftsam_app;
grant update (last) on delegation.series to kraftsam_app;
grant update (noticed_on) on delegation.minutes to kraftsam_app;
