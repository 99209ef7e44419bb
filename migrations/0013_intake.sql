-- E-post in: every message that came, kept as it came, until a registrar has registered it or said why not (OSL 5:1).
create schema if not exists intake;
grant usage on schema intake to kraftsam_app;

create table intake.messages (
  id                 uuid primary key default gen_random_uuid(),
  authority_id       uuid not null references organisation.authorities (id),
  received_at        timestamptz not null,           -- our clock: that is when it came in (TF 2:9, B-17)
  via                text not null check (via in ('smtp', 'upload')),
  uploaded_by        uuid references organisation.people (id),
  envelope_from      text,                           -- null: not told; '': a bounce has no sender
  envelope_to        text[] not null default '{}',
  from_name          text,
  from_address       text,
  reply_to           text,
  subject            text not null default '',
  sent_at            timestamptz,                    -- what the sender says
  header_id          text,                           -- Message-ID
  body               text not null default '',       -- as plain text; the original is always there
  sha256             text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size               bigint not null check (size >= 0),
  warnings           jsonb not null default '[]',
  automatic          text check (automatic in ('auto_reply', 'bounce', 'list')),
  proposed_case_id   uuid references registry.cases (id),
  state              text not null check (state in ('waiting', 'registered', 'set_aside', 'quarantined')),
  quarantine_reason  text check (quarantine_reason in ('not_mail', 'too_large', 'headers_too_large', 'null_bytes',
                       'too_many_parts', 'too_deep', 'archive_bomb', 'executable', 'charset_refused', 'header_injection',
                       'several_senders', 'unreadable')),
  released_at        timestamptz,
  record_id          uuid references registry.records (id),
  handled_by         uuid references organisation.people (id),
  handled_at         timestamptz,
  reason             text check (reason in ('minor', 'spam', 'double', 'ordered')),
  why                text check (length(why) <= 1000),
  constraint registered_means_there_is_a_record check ((state = 'registered') = (record_id is not null)),
  constraint quarantine_has_a_reason check (state <> 'quarantined' or quarantine_reason is not null),
  constraint set_aside_for_a_reason check ((state = 'set_aside') = (reason is not null)),
  constraint what_is_handled_was_handled_by_someone check ((handled_by is null) = (handled_at is null))
);
create index on intake.messages (authority_id, received_at, id) where state = 'waiting';
create index on intake.messages (authority_id, received_at, id) where state = 'quarantined';
create index on intake.messages (authority_id, handled_at desc, id) where state in ('registered', 'set_aside');
create index on intake.messages (authority_id, sha256);
create index on intake.messages (authority_id, header_id);

-- Bilagor, split off; the bytes lie in the file store under their hash.
create table intake.parts (
  message_id  uuid not null references intake.messages (id),
  position    int not null check (position > 0),
  name        text not null check (length(name) between 1 and 255),
  media_type  text not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size        bigint not null check (size >= 0),
  is_inline   boolean not null default false,
  note        text check (note in ('executable', 'archive_bomb', 'locked_archive', 'sealed_archive', 'macros', 'active',
                'message')),
  primary key (message_id, position)
);

-- Vem gjorde vad: append only, since a message lies in no case whose ledger could tell.
create table intake.acts (
  id          bigint generated always as identity primary key,
  message_id  uuid not null references intake.messages (id),
  at          timestamptz not null,
  person_id   uuid not null references organisation.people (id),
  act         text not null check (act in ('registered', 'set_aside', 'released', 'put_back')),
  why         text check (length(why) <= 1000)
);
create index on intake.acts (message_id, id);

-- A sender is looked up by address. Text that is compared as it stands is leakproof, so the index may be used (0011).
create index on filing.contacts (email) where email is not null;

-- What nobody has judged yet may be secret: it is read by those who read what is secret at the authority, its registrars.
alter table intake.messages enable row level security;
alter table intake.parts enable row level security;
alter table intake.acts enable row level security;
create policy seen_by_its_registrars on intake.messages for select using (kernel.reads_secrets_of(authority_id));
create policy taken_in on intake.messages for insert with check (kernel.reads_secrets_of(authority_id));
create policy handled_by_its_registrars on intake.messages for update using (kernel.reads_secrets_of(authority_id));
create policy seen_with_its_message on intake.parts for select
  using (exists (select from intake.messages m where m.id = message_id));
create policy taken_in on intake.parts for insert with check (exists (select from intake.messages m where m.id = message_id));
create policy seen_with_its_message on intake.acts for select
  using (exists (select from intake.messages m where m.id = message_id));
create policy noted_for_oneself on intake.acts for insert with check (person_id = kernel.person());

grant select, insert on intake.messages, intake.parts, intake.acts to kraftsam_app;
grant update (state, released_at, record_id, handled_by, handled_at, reason, why) on intake.messages to kraftsam_app;
