create schema organisation;
grant usage on schema organisation to kraftsam_app;

-- Myndigheter: each has its own registry (diarium) and number series. TF 2 kap. makes every board its own authority.
create table organisation.authorities (
  id             uuid primary key default gen_random_uuid(),
  key            text not null unique,
  name           text not null,
  prefix         text not null unique check (prefix ~ '^[A-ZÅÄÖ]{1,8}$'),
  number_format  text not null default '{prefix}-{year}-{n}'
    constraint a_number_format_names_year_and_number check (number_format like '%{year}%' and number_format like '%{n}%'),
  is_demo        boolean not null default false
);

-- Organ: fullmäktige, styrelse, utskott, nämnder, beredningar, förvaltningar, bolag, externa.
create table organisation.bodies (
  id            uuid primary key default gen_random_uuid(),
  key           text not null unique,
  name          text not null,
  short_name    text not null,
  kind          text not null check (kind in ('council', 'executive_board', 'working_committee', 'board',
                                             'chair_preparation', 'administration', 'company', 'external')),
  authority_id  uuid references organisation.authorities (id),   -- null: keeps no registry here, answers from outside
  parent_id     uuid references organisation.bodies (id),
  email         text,
  aliases       text[] not null default '{}',
  is_demo       boolean not null default false
);
create index on organisation.bodies (authority_id);

create table organisation.people (
  id       uuid primary key default gen_random_uuid(),
  key      text unique,
  name     text not null,
  title    text not null,
  email    text not null,
  phone    text,
  is_demo  boolean not null default false
);
create unique index one_person_per_email on organisation.people (lower(email));

-- Uppdrag i organ: roller med datum. Ersättare har en ordning (KL 6:16).
create table organisation.memberships (
  id                uuid primary key default gen_random_uuid(),
  person_id         uuid not null references organisation.people (id),
  body_id           uuid not null references organisation.bodies (id),
  role              text not null check (role in ('chair', 'first_vice_chair', 'second_vice_chair', 'member', 'substitute',
                                                 'secretary', 'registrar', 'case_officer', 'head', 'administrator')),
  substitute_order  int,
  party             text,
  valid_from        date not null,
  valid_to          date,
  constraint substitutes_come_in_an_order check ((role = 'substitute') = (substitute_order is not null)),
  constraint a_term_ends_after_it_began check (valid_to is null or valid_to >= valid_from)
);
create index on organisation.memberships (person_id);
create index on organisation.memberships (body_id);

-- Inloggning. The application role reaches these only through the three functions below.
create table organisation.accounts (
  person_id      uuid primary key references organisation.people (id),
  password_hash  text not null,
  changed_at     timestamptz not null
);

create table organisation.sessions (
  token_hash  text primary key,
  person_id   uuid not null references organisation.people (id),
  started_at  timestamptz not null,
  expires_at  timestamptz not null
);
create index on organisation.sessions (person_id);

create table organisation.api_tokens (
  token_hash  text primary key,
  person_id   uuid not null references organisation.people (id),
  name        text not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null
);

create table organisation.sign_in_attempts (
  id           bigint generated always as identity primary key,
  email        text not null,
  address      text not null,
  at           timestamptz not null,
  succeeded    boolean not null
);
create index on organisation.sign_in_attempts (email, at);
create index on organisation.sign_in_attempts (address, at);

alter table organisation.sessions enable row level security;
create policy own_sessions on organisation.sessions for select using (person_id = kernel.person() or kernel.everywhere());
create policy ended_by_its_owner on organisation.sessions for delete using (person_id = kernel.person() or kernel.everywhere());
create policy begun_by_a_sign_in on organisation.sessions for insert with check (true);
alter table organisation.api_tokens enable row level security;
create policy own_tokens on organisation.api_tokens using (person_id = kernel.person() or kernel.everywhere());

create function organisation.person_of_session(hash text, at timestamptz) returns uuid
language sql stable security definer set search_path = pg_catalog as
$$ select person_id from organisation.sessions where token_hash = hash and expires_at > at $$;

create function organisation.person_of_token(hash text, at timestamptz) returns uuid
language sql stable security definer set search_path = pg_catalog as
$$ select person_id from organisation.api_tokens where token_hash = hash and expires_at > at $$;

create function organisation.account_of(address text) returns table (person_id uuid, password_hash text)
language sql stable security definer set search_path = pg_catalog as
$$
  select a.person_id, a.password_hash
  from organisation.accounts a join organisation.people p on p.id = a.person_id
  where lower(p.email) = lower(address)
$$;

revoke all on function organisation.person_of_session(text, timestamptz), organisation.person_of_token(text, timestamptz),
  organisation.account_of(text) from public;
grant execute on function organisation.person_of_session(text, timestamptz), organisation.person_of_token(text, timestamptz),
  organisation.account_of(text) to kraftsam_app;

grant select, insert, update on organisation.authorities, organisation.bodies, organisation.people, organisation.memberships
  to kraftsam_app;
grant insert, update on organisation.accounts to kraftsam_app;
grant select (person_id) on organisation.accounts to kraftsam_app;
grant select, insert, delete on organisation.sessions, organisation.api_tokens to kraftsam_app;
grant select, insert, update (succeeded) on organisation.sign_in_attempts to kraftsam_app;
