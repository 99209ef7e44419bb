-- Utlämnande av allmän handling (TF 2:15-18, OSL 6 kap.): what somebody asked to see, how each record was tested, what was
-- given out, with what masked, and what was refused. Nobody has to say who they are (TF 2:18), so no name stands here.
create schema disclosure;
grant usage on schema disclosure to kraftsam_app;

-- One number series of requests for each authority and year; the row is locked until the request is committed.
create table disclosure.series (
  authority_id  uuid not null references organisation.authorities (id),
  year          int not null,
  last          int not null check (last >= 0),
  primary key (authority_id, year)
);

-- Begäran.
create table disclosure.requests (
  id                 uuid primary key default gen_random_uuid(),
  authority_id       uuid not null references organisation.authorities (id),
  year               int not null,
  number             int not null,
  asked              text check (length(asked) between 1 and 5000),      -- in the words of whoever asks
  reference          text check (length(reference) between 1 and 100),   -- case or record number, as it was said
  delivery           text not null check (delivery in ('on_the_spot', 'paper', 'email')),
  contact            text check (length(contact) between 1 and 500),     -- only where an answer is wanted, never needed
  received_at        timestamptz not null,
  due_on             date not null,                                      -- the same working day
  late_on            date not null,                                      -- from this day it is late, and the head is told
  stage              text not null default 'new' check (stage in ('new', 'testing', 'ready', 'answered', 'withdrawn')),
  awaits_decision    boolean not null default false,                     -- a written decision is asked for (OSL 6:3)
  decision_asked_on  date,
  officer_id         uuid references organisation.people (id),           -- who tests it, when the registrar does not
  registered_by      uuid not null references organisation.people (id),
  answered_at        timestamptz,
  note               text check (length(note) <= 2000),
  constraint a_request_number_is_used_once unique (authority_id, year, number),
  constraint something_is_asked_for check (asked is not null or reference is not null)
);
create index on disclosure.requests (authority_id, received_at desc, id desc);
create index on disclosure.requests (authority_id, due_on, id)
  where stage in ('new', 'testing', 'ready') or awaits_decision;

-- A record that is asked for, and how it was tested. `was_marked`: a marking warned when it was chosen.
create table disclosure.items (
  id            uuid primary key default gen_random_uuid(),
  request_id    uuid not null references disclosure.requests (id),
  authority_id  uuid not null references organisation.authorities (id),
  case_id       uuid not null references registry.cases (id),
  record_id     uuid not null references registry.records (id),
  was_marked    boolean not null,
  outcome       text check (outcome in ('whole', 'partly', 'refused')),
  provision     text check (length(provision) between 1 and 200),
  reason        text check (length(reason) <= 2000),
  assessed_at   timestamptz,
  assessed_by   uuid references organisation.people (id),
  given_at      timestamptz,                                             -- the answer about this record was given
  constraint a_record_is_asked_for_once unique (request_id, record_id),
  constraint what_is_held_back_has_a_provision check (outcome is null or outcome = 'whole' or provision is not null),
  constraint somebody_has_tested_it check ((outcome is null) = (assessed_at is null))
);
create index on disclosure.items (record_id);

-- For a record that is given out in part: what becomes of each of its files.
create table disclosure.parts (
  id               uuid primary key default gen_random_uuid(),
  item_id          uuid not null references disclosure.items (id) on delete cascade,
  file_id          uuid not null references registry.files (id),
  way              text not null check (way in ('whole', 'masked', 'uploaded', 'refused')),
  name             text check (length(name) between 1 and 255),
  media_type       text,
  sha256           text check (sha256 ~ '^[0-9a-f]{64}$'),
  size             bigint check (size >= 0),
  original_sha256  text not null check (original_sha256 ~ '^[0-9a-f]{64}$'),
  provision        text check (length(provision) between 1 and 200),
  made_at          timestamptz not null,
  made_by          uuid not null references organisation.people (id),
  constraint one_way_for_each_file unique (item_id, file_id),
  constraint what_is_given_out_has_bytes check ((way = 'refused') = (sha256 is null))
);

-- What the officer has chosen to mask. It says what is secret, so only those who may read the file itself may read it.
create table disclosure.masks (
  item_id      uuid not null references disclosure.items (id) on delete cascade,
  file_id      uuid not null references registry.files (id),
  text_sha256  text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),      -- of the text whose lines are counted
  lines        int[] not null,
  words        text[] not null,
  patterns     text[] not null,
  saved_at     timestamptz not null,
  saved_by     uuid not null references organisation.people (id),
  primary key (item_id, file_id)
);

-- Avslagsbeslut: drafted, then decided by the head or a delegate, and registered in a case of its own.
create table disclosure.refusals (
  request_id  uuid primary key references disclosure.requests (id),
  recipient   text check (length(recipient) between 1 and 300),
  provision   text not null check (length(provision) between 1 and 300),
  reasons     text not null check (length(reasons) between 1 and 20000),
  court       text not null check (court in ('goteborg', 'jonkoping', 'stockholm', 'sundsvall')),
  drafted_at  timestamptz not null,
  drafted_by  uuid not null references organisation.people (id),
  mandate     text check (length(mandate) between 1 and 300),
  decided_at  timestamptz,
  decided_by  uuid references organisation.people (id),
  case_id     uuid references registry.cases (id),
  record_id   uuid references registry.records (id),
  constraint a_decision_is_registered check ((decided_at is null) = (record_id is null))
);

-- Begärans historik. Append only.
create table disclosure.events (
  request_id  uuid not null references disclosure.requests (id),
  seq         int not null,
  at          timestamptz not null,
  person_id   uuid references organisation.people (id),
  actor       text not null,
  event       text not null,
  facts       jsonb not null,
  primary key (request_id, seq)
);

-- How far a request has come, over all its records, also those the actor may not see: nobody may answer past them.
create function disclosure.progress_of(the_request uuid)
returns table (items int, untested int, held_back int)
language sql stable security definer set search_path = pg_catalog as
$$
  select count(*)::int,
    (count(*) filter (where i.outcome is null or (i.outcome = 'partly' and (
        not exists (select from disclosure.parts p where p.item_id = i.id and p.way <> 'refused')
        or exists (select from registry.files f where f.record_id = i.record_id
          and not exists (select from registry.files later where later.record_id = f.record_id
                            and later.position = f.position and later.version > f.version)
          and not exists (select from disclosure.parts p where p.item_id = i.id and p.file_id = f.id))))))::int,
    (count(*) filter (where i.outcome in ('partly', 'refused')))::int
  from disclosure.items i
  where i.request_id = the_request
    and exists (select from disclosure.requests q where q.id = the_request and kernel.serves(q.authority_id))
$$;
revoke all on function disclosure.progress_of(uuid) from public;
grant execute on function disclosure.progress_of(uuid) to kraftsam_app;

alter table disclosure.requests enable row level security;
alter table disclosure.items enable row level security;
alter table disclosure.parts enable row level security;
alter table disclosure.masks enable row level security;
alter table disclosure.refusals enable row level security;
alter table disclosure.events enable row level security;
create policy of_its_authority on disclosure.requests using (kernel.serves(authority_id));
-- A record that is hidden from the actor is hidden here too.
create policy seen_with_its_record on disclosure.items
  using (kernel.serves(authority_id) and exists (select from registry.records r where r.id = record_id));
create policy seen_with_its_item on disclosure.parts using (exists (select from disclosure.items i where i.id = item_id));
create policy seen_with_the_file_itself on disclosure.masks
  using (exists (select from disclosure.items i where i.id = item_id)
     and exists (select from registry.files f where f.id = file_id));
create policy seen_with_its_request on disclosure.refusals using (exists (select from disclosure.requests q where q.id = request_id));
create policy seen_with_its_request on disclosure.events using (exists (select from disclosure.requests q where q.id = request_id));

grant select, insert, update on disclosure.series, disclosure.requests, disclosure.refusals to kraftsam_app;
grant select, insert, update, delete on disclosure.items, disclosure.parts, disclosure.masks to kraftsam_app;
grant select, insert on disclosure.events to kraftsam_app;
