-- Svarsvägar: a body without a case here answers by a personal link or a Word form, with no account.
create schema answering;
grant usage on schema answering to kraftsam_app;

-- Personliga länkar. Only the hash of the token is kept; several may hold at once, and all are ended together.
create table answering.links (
  id            uuid primary key default gen_random_uuid(),
  recipient_id  uuid not null references referral.recipients (id),
  token_sha256  text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
  email         text check (length(email) <= 254),                          -- to whom it was mailed; null: handed over in another way
  made_at       timestamptz not null,
  made_by       uuid not null references organisation.people (id),
  used_at       timestamptz,                                                -- when somebody first said who they are
  revoked_at    timestamptz,
  revoked_by    uuid references organisation.people (id),
  constraint what_is_revoked_is_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);
create index on answering.links (recipient_id);

-- De som skriver på länken. Several people share one link; each says who they are first.
create table answering.people (
  id            uuid primary key default gen_random_uuid(),
  recipient_id  uuid not null references referral.recipients (id),
  name          text not null check (length(name) between 1 and 120),
  role          text not null check (length(role) between 1 and 120),
  joined_at     timestamptz not null
);
create index on answering.people (recipient_id);

-- Svaret medan det skrivs, ruta för ruta: each question, what stands outside them, and the answer as a whole.
create table answering.cells (
  id            uuid primary key default gen_random_uuid(),
  recipient_id  uuid not null references referral.recipients (id),
  part          text not null check (part in ('question', 'outside', 'whole')),
  question_id   uuid references referral.questions (id),
  version       int not null check (version > 0),
  value         jsonb not null,
  by_id         uuid not null references answering.people (id),
  at            timestamptz not null,
  constraint only_a_question_has_a_question check ((part = 'question') = (question_id is not null)),
  unique nulls not distinct (recipient_id, part, question_id)
);

-- What each cell has said: what a page had before it, so that it is known who changed what. `sheet` is the open page.
create table answering.cell_versions (
  cell_id  uuid not null references answering.cells (id),
  version  int not null,
  value    jsonb not null,
  by_id    uuid not null references answering.people (id),
  sheet    uuid not null,
  at       timestamptz not null,
  primary key (cell_id, version)
);

-- Två texter på samma fråga: what somebody wrote while another saved. Nothing is lost; somebody chooses.
create table answering.rivals (
  id          uuid primary key default gen_random_uuid(),
  cell_id     uuid not null references answering.cells (id),
  value       jsonb not null,
  by_id       uuid not null references answering.people (id),
  sheet       uuid not null,
  at          timestamptz not null,
  settled_at  timestamptz,
  settled_by  uuid references answering.people (id),
  constraint what_is_settled_is_settled_by_somebody check ((settled_at is null) = (settled_by is null))
);
create index on answering.rivals (cell_id) where settled_at is null;

-- Inlämnade svar: each version as it was given, and the record it became. The last one is the answer.
create table answering.submissions (
  id            uuid primary key default gen_random_uuid(),
  recipient_id  uuid not null references referral.recipients (id),
  version       int not null check (version > 0),
  content       jsonb not null,
  digest        text not null check (digest ~ '^[0-9a-f]{64}$'),
  by_id         uuid not null references answering.people (id),
  by_name       text not null,
  by_role       text not null,
  at            timestamptz not null,
  is_late       boolean not null,
  record_id     uuid not null references registry.records (id),
  constraint versions_are_numbered unique (recipient_id, version)
);

alter table answering.links enable row level security;
alter table answering.people enable row level security;
alter table answering.cells enable row level security;
alter table answering.cell_versions enable row level security;
alter table answering.rivals enable row level security;
alter table answering.submissions enable row level security;

-- The recipient whose link was shown in this transaction; null when none was.
create function answering.entered() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('kraftsam.link', true), '')::uuid $$;

-- Shows a link: from here on the transaction reaches that recipient's rows and no other's. No row: there is no such link.
create function answering.enter(shown text)
returns table (link_id uuid, recipient_id uuid, round_id uuid, is_open boolean)
language plpgsql security definer set search_path = pg_catalog as
$$
declare
  it record;
begin
  select l.id, x.id as recipient, r.id as round, r.state = 'sent' as is_open into it
  from answering.links l
  join referral.recipients x on x.id = l.recipient_id
  join referral.rounds r on r.id = x.round_id
  where l.token_sha256 = shown and l.revoked_at is null and r.state <> 'draft';
  if not found then return; end if;
  perform set_config('kraftsam.link', it.recipient::text, true);
  return query select it.id, it.recipient, it.round, it.is_open;
end
$$;

-- What was sent to a recipient: the letter with its enclosures, and what a correction added. Nothing that is marked secret now.
create function answering.documents_of(recipient uuid)
returns table (record_id uuid, title text, version int, "position" int)
language sql stable security definer set search_path = pg_catalog as
$$
  select o.id, null::text, 1, 0 from referral.recipients x join registry.records o on o.id = x.out_record_id
  where x.id = recipient and not o.is_secret and not o.in_secret_case
  union all
  select d.record_id, o.title, d.version, d.position
  from referral.recipients x
  join referral.documents d on d.round_id = x.round_id
  join registry.records o on o.id = d.record_id
  where x.id = recipient and d.version > 1 and not o.is_secret and not o.in_secret_case
$$;

-- The round as the one who was asked may see it: nothing of who else was asked, or of what they answered.
create function answering.asked() returns jsonb
language sql stable security definer set search_path = pg_catalog as
$$
  select jsonb_build_object(
    'recipientId', x.id, 'roundId', r.id, 'bodyName', b.name, 'bodyKind', b.kind, 'title', r.title, 'state', r.state,
    'authorityName', a.name, 'issuerName', i.name, 'referenceNumber', c.reference_number,
    'withoutPosition', r.without_position, 'coverLetter', r.cover_letter, 'answerBy', coalesce(x.answer_by, r.answer_by), 'version', r.version,
    'sentAt', r.sent_at,
    'contact', jsonb_build_object('name', p.name, 'title', p.title, 'email', p.email, 'phone', p.phone),
    'questions', (select coalesce(jsonb_agg(to_jsonb(q) - 'round_id' order by q.number), '[]')
                  from referral.questions q where q.round_id = r.id),
    'documents', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type,
                           'size', f.size, 'title', d.title, 'version', d.version) order by d.version, d.position, f.position), '[]')
                  from answering.documents_of(x.id) d
                  join lateral (select distinct on (f.position) f.* from registry.files f where f.record_id = d.record_id
                                order by f.position, f.version desc) f on true),
    'corrections', (select coalesce(jsonb_agg(jsonb_build_object('version', k.version, 'what', k.what, 'at', k.at)
                           order by k.version), '[]') from referral.corrections k where k.round_id = r.id),
    'answer', (select jsonb_build_object('stance', s.stance, 'arrivedAt', s.arrived_at, 'isLate', s.is_late)
               from referral.answers s where s.recipient_id = x.id))
  from referral.recipients x
  join referral.rounds r on r.id = x.round_id
  join registry.cases c on c.id = r.case_id
  join organisation.bodies b on b.id = x.body_id
  join organisation.bodies i on i.id = r.issuer_id
  join organisation.authorities a on a.id = r.authority_id
  join organisation.people p on p.id = r.contact_id
  where x.id = answering.entered()
$$;

-- A file that was sent to the one who shows the link, or that its own answer became.
create function answering.file_of(file uuid) returns table (name text, media_type text, sha256 text, size bigint)
language sql stable security definer set search_path = pg_catalog as
$$
  select f.name, f.media_type, f.sha256, f.size from registry.files f
  where f.id = file and answering.entered() is not null
    and (f.record_id in (select d.record_id from answering.documents_of(answering.entered()) d)
      or f.record_id in (select s.record_id from answering.submissions s where s.recipient_id = answering.entered()))
$$;

-- What is handed in is registered at the one who asked, in the name of the round's contact (OSL 5:1): for the rest of the
-- transaction, and only after a link was shown.
create function answering.register_for_sender() returns table (person_id uuid, authority_id uuid)
language plpgsql security definer set search_path = pg_catalog as
$$
declare
  it record;
begin
  select r.contact_id as person, r.authority_id as authority into it
  from referral.recipients x join referral.rounds r on r.id = x.round_id
  where x.id = answering.entered() and r.state = 'sent';
  if not found then return; end if;
  perform set_config('kraftsam.person', it.person::text, true);
  perform set_config('kraftsam.authorities', it.authority::text, true);
  perform set_config('kraftsam.secrets', it.authority::text, true);
  return query select it.person, it.authority;
end
$$;

-- How far those outside have come, for the one who asked: counts and days, without a word of what they are writing.
create function answering.progress_of(round uuid)
returns table (recipient_id uuid, links int, mailed_to text, mailed_at timestamptz, used_at timestamptz, people int,
               saved_at timestamptz, submissions int)
language sql stable security definer set search_path = pg_catalog as
$$
  select x.id,
    (select count(*) from answering.links l where l.recipient_id = x.id and l.revoked_at is null)::int,
    mailed.email, mailed.made_at,
    (select min(l.used_at) from answering.links l where l.recipient_id = x.id),
    (select count(*) from answering.people p where p.recipient_id = x.id)::int,
    (select max(c.at) from answering.cells c where c.recipient_id = x.id),
    (select count(*) from answering.submissions s where s.recipient_id = x.id)::int
  from referral.recipients x
  left join lateral (select l.email, l.made_at from answering.links l
                     where l.recipient_id = x.id and l.email is not null and l.revoked_at is null
                     order by l.made_at desc limit 1) mailed on true
  where x.round_id = round and x.case_id is null and referral.sends(round)
$$;

revoke all on function answering.enter(text), answering.asked(), answering.documents_of(uuid), answering.file_of(uuid),
  answering.register_for_sender(), answering.progress_of(uuid) from public;
grant execute on function answering.enter(text), answering.asked(), answering.file_of(uuid), answering.register_for_sender(),
  answering.progress_of(uuid) to kraftsam_app;

create function answering.asked_by_us(recipient uuid) returns boolean language sql stable as
$$ select exists (select from referral.recipients x where x.id = recipient and referral.sends(x.round_id)) $$;

-- Links are the sender's. What is being written is the writers' own until it is handed in (TF 2:12): the sender reads none of it.
create policy made_by_the_sender on answering.links using (answering.asked_by_us(recipient_id));
create policy used_by_the_one_who_has_it on answering.links for update using (recipient_id = answering.entered());
create policy seen_by_the_one_who_has_it on answering.links for select using (recipient_id = answering.entered());
create policy on_the_link on answering.people using (recipient_id = answering.entered());
create policy on_the_link on answering.cells using (recipient_id = answering.entered());
create policy on_the_link on answering.cell_versions
  using (exists (select from answering.cells c where c.id = cell_id));
create policy on_the_link on answering.rivals using (exists (select from answering.cells c where c.id = cell_id));
create policy on_the_link on answering.submissions using (recipient_id = answering.entered());
create policy seen_by_the_sender on answering.submissions for select using (answering.asked_by_us(recipient_id));

grant select, insert on answering.links, answering.people, answering.cells, answering.cell_versions, answering.rivals,
  answering.submissions to kraftsam_app;
grant update (used_at, revoked_at, revoked_by) on answering.links to kraftsam_app;
grant update (version, value, by_id, at) on answering.cells to kraftsam_app;
grant update (settled_at, settled_by) on answering.rivals to kraftsam_app;
grant delete on answering.cell_versions to kraftsam_app;

-- An answer may be given anew until the day (I-24 in the same way): the row stays, and what it said before is kept beside it.
create table referral.earlier_answers (
  id            uuid primary key default gen_random_uuid(),
  recipient_id  uuid not null references referral.recipients (id),
  answer        jsonb not null,
  replaced_at   timestamptz not null
);
create index on referral.earlier_answers (recipient_id);
alter table referral.earlier_answers enable row level security;
create policy seen_by_the_signed_in on referral.earlier_answers for select using (kernel.someone());
create policy hidden_with_the_round on referral.earlier_answers as restrictive for select
  using (exists (select from referral.recipients x where x.id = recipient_id));
create policy kept on referral.earlier_answers for insert with check (referral.may_answer(recipient_id));
grant select, insert on referral.earlier_answers to kraftsam_app;
create policy given_anew on referral.answers for update using (referral.may_answer(recipient_id));
create policy given_anew on referral.answer_parts for delete
  using (exists (select from referral.answers a where a.id = answer_id and referral.may_answer(a.recipient_id)));
grant update (decided_by, stance, decision_id, decided_on, paragraph, delegated_id, rule, is_after_decision, reservations, statement_record_id, extract_record_id,
  arrived_at, is_late) on referral.answers to kraftsam_app;
grant delete on referral.answer_parts to kraftsam_app;
