-- What was registered in the wrong case is moved, and what was registered by mistake is struck. Nothing is lost by either: the
-- number in the registry stays (B-16), the number in the old case stays as a line, and the ledger says who, when and why (B-12).

-- Struken: registered by mistake. Why is in the ledger, where secrecy rules who reads it.
alter table registry.records
  add column struck_at timestamptz,
  add column struck_by uuid references organisation.people (id),
  add constraint struck_means_by_somebody check ((struck_at is null) = (struck_by is null));

-- Flyttade handlingar: the number that a record left in its old case, and the one it got in the new.
create table registry.moves (
  from_case_id  uuid not null references registry.cases (id),
  seq           int not null check (seq > 0),
  record_id     uuid not null references registry.records (id),
  to_case_id    uuid not null references registry.cases (id),
  to_seq        int not null check (to_seq > 0),
  moved_at      timestamptz not null,
  moved_by      uuid references organisation.people (id),
  primary key (from_case_id, seq),
  constraint a_place_is_given_once unique (to_case_id, to_seq),
  constraint a_record_is_moved_to_another_case check (from_case_id <> to_case_id)
);
create index on registry.moves (record_id);
alter table registry.moves enable row level security;
create policy seen_with_its_case on registry.moves for select
  using (exists (select from registry.cases c where c.id = from_case_id));
grant select on registry.moves to kraftsam_app;

-- What of others hangs on a record, as the schemas that hold it: found by the foreign keys, so that none is forgotten.
create index on drafting.drafts (record_id) where record_id is not null;
create index on meetings.item_records (record_id);
create index on meetings.decisions (record_id) where record_id is not null;
create index on assignments.assignments (record_id);
create index on referral.documents (record_id);
create index on referral.recipients (out_record_id) where out_record_id is not null;
create index on referral.recipients (in_record_id) where in_record_id is not null;
create index on referral.answers (statement_record_id) where statement_record_id is not null;
create index on referral.answers (extract_record_id) where extract_record_id is not null;
create index on compilation.compilations (record_id);
create index on delegation.decisions (record_id);
create index on registry.records (origin_record_id) where origin_record_id is not null;

create function registry.ties_of(the_record uuid) returns setof text
language plpgsql stable security definer set search_path = pg_catalog as
$$
declare
  one record;
  is_there boolean;
begin
  if not exists (select from registry.records r where r.id = the_record and kernel.serves(r.authority_id)) then return; end if;
  for one in
    select c.conrelid::regclass as place, a.attname as name, n.nspname as module
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
    where c.contype = 'f' and c.confrelid = 'registry.records'::regclass and n.nspname <> 'registry'
    order by n.nspname
  loop
    execute format('select exists (select from %s where %I = $1)', one.place, one.name) into is_there using the_record;
    if is_there then return next one.module; end if;
  end loop;
  if exists (select from registry.records r where r.origin_record_id = the_record)
    or exists (select from registry.records r where r.id = the_record and r.origin_record_id is not null) then
    return next 'registry';
  end if;
end
$$;

-- Whether the last that was written in a case's ledger is this event of this record, with these facts.
create function registry.is_last_said(the_case uuid, what text, the_facts jsonb) returns boolean
language sql stable security definer set search_path = pg_catalog as
$$
  select exists (
    select from (select l.event, l.facts from registry.ledger l where l.case_id = the_case order by l.seq desc limit 1) written
    where written.event = what and written.facts @> the_facts)
$$;

-- Moves a record as the last entry of its old case's ledger says, with its marking, what is withheld and who has read it.
create function registry.move_record(the_record uuid, to_case uuid, next_seq int, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as
$$
declare
  it registry.records;
  target registry.cases;
begin
  select * into it from registry.records r where r.id = the_record for update;
  select * into target from registry.cases c where c.id = to_case;
  if it.id is null or target.id is null or target.authority_id <> it.authority_id or not kernel.serves(it.authority_id)
    or not registry.is_last_said(it.case_id, 'record.moved', jsonb_build_object('recordId', the_record, 'seq', it.seq)) then
    raise exception 'permission denied: a record is moved as its ledger says' using errcode = 'insufficient_privilege';
  end if;
  insert into registry.moves (from_case_id, seq, record_id, to_case_id, to_seq, moved_at, moved_by)
  values (it.case_id, it.seq, the_record, to_case, next_seq, at, kernel.person());
  update registry.records set case_id = to_case, seq = next_seq, in_secret_case = target.is_secret where id = the_record;
  update registry.markings set case_id = to_case where case_id = it.case_id and record_id = the_record;
  update registry.withheld set case_id = to_case where record_id = the_record;
  update registry.readings set case_id = to_case where case_id = it.case_id and record_id = the_record;
end
$$;
revoke all on function registry.ties_of(uuid), registry.is_last_said(uuid, text, jsonb),
  registry.move_record(uuid, uuid, int, timestamptz) from public;
grant execute on function registry.ties_of(uuid), registry.move_record(uuid, uuid, int, timestamptz) to kraftsam_app;

-- A record is struck once, and stays struck, as the last entry of the ledger says.
create function registry.hold_struck() returns trigger
language plpgsql security definer set search_path = pg_catalog as
$$
begin
  if (new.struck_at, new.struck_by) is not distinct from (old.struck_at, old.struck_by) then return new; end if;
  if old.struck_at is null
    and registry.is_last_said(new.case_id, 'record.struck', jsonb_build_object('recordId', new.id)) then return new; end if;
  raise exception 'permission denied: a record is struck as its ledger says' using errcode = 'insufficient_privilege';
end
$$;
create trigger struck_is_held before update of struck_at, struck_by on registry.records
  for each row execute function registry.hold_struck();
grant update (struck_at, struck_by) on registry.records to kraftsam_app;

-- What is withheld is moved without its words changing.
drop trigger words_are_held on registry.withheld;
create trigger words_are_held before update of title, party on registry.withheld
  for each row execute function registry.hold_withheld();

-- A case that a record has left still says in its history what the record was called: it holds secrets as long as the record
-- has been marked, or lies in a case that has been.
create or replace function registry.holds_secrets(the_case uuid) returns boolean
language sql stable parallel safe security definer set search_path = pg_catalog as
$$
  select exists (select from registry.markings m where m.case_id = the_case)
    or exists (select from registry.moves v join registry.records r on r.id = v.record_id
               join registry.markings m on m.case_id = r.case_id and (m.record_id = r.id or m.record_id is null)
               where v.from_case_id = the_case)
$$;
