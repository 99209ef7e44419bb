-- What stands in the register can be put right without anything being lost: a marking while it holds, a record's facts with what
-- they were (B-08, B-12).

-- The marking that another took the place of. It ended at the same moment, so that what is marked was marked throughout.
alter table registry.markings add column replaces uuid references registry.markings (id),
  add constraint a_marking_is_replaced_once unique (replaces);
grant select (replaces) on registry.markings to kraftsam_app;

-- Whether the last that was written in a case's ledger is that this record was corrected, from these facts to those.
create function registry.is_corrected(the_case uuid, the_record uuid, was jsonb, becomes jsonb) returns boolean
language sql stable security definer set search_path = pg_catalog as
$$
  select exists (
    select from (select l.event, l.facts from registry.ledger l where l.case_id = the_case order by l.seq desc limit 1) written
    where written.event = 'record.corrected' and written.facts ->> 'recordId' = the_record::text
      and written.facts -> 'from' @> was and written.facts -> 'to' @> becomes)
$$;
revoke all on function registry.is_corrected(uuid, uuid, jsonb, jsonb) from public;

-- What is registered is not rewritten (D-06): a record's words change only by its being marked or no longer marked, its own words
-- are what is withheld meanwhile, and they cannot be lost. While it is marked, what everybody reads instead may change. Its facts
-- change only by a correction whose entry in the ledger keeps what they were.
create or replace function registry.hold_words() returns trigger
language plpgsql security definer set search_path = pg_catalog as
$$
declare
  same_words boolean := new.title = old.title and new.party is not distinct from old.party;
  same_rest boolean := new.dated_on = old.dated_on and new.kind = old.kind;
  was jsonb := jsonb_build_object('datedOn', old.dated_on, 'kind', old.kind);
  becomes jsonb := jsonb_build_object('datedOn', new.dated_on, 'kind', new.kind);
begin
  if same_words and same_rest then return new; end if;
  if same_rest and new.is_secret <> old.is_secret and exists (
    select from registry.withheld w where w.record_id = new.id
      and w.title = case when new.is_secret then old.title else new.title end
      and w.party is not distinct from case when new.is_secret then old.party else new.party end
  ) then
    return new;
  end if;
  if new.is_secret and old.is_secret then
    if same_rest then return new; end if;
  else
    was := was || jsonb_build_object('title', old.title, 'party', old.party);
    becomes := becomes || jsonb_build_object('title', new.title, 'party', new.party);
  end if;
  if new.is_secret = old.is_secret and registry.is_corrected(new.case_id, new.id, was, becomes) then return new; end if;
  raise exception 'permission denied: a registered record keeps its words' using errcode = 'insufficient_privilege';
end
$$;
drop trigger words_are_held on registry.records;
create trigger words_are_held before update of title, party, dated_on, kind on registry.records
  for each row execute function registry.hold_words();

create function registry.hold_withheld() returns trigger
language plpgsql security definer set search_path = pg_catalog as
$$
begin
  if registry.is_corrected(old.case_id, old.record_id, jsonb_build_object('title', old.title, 'party', old.party),
    jsonb_build_object('title', new.title, 'party', new.party)) then return new; end if;
  raise exception 'permission denied: a registered record keeps its words' using errcode = 'insufficient_privilege';
end
$$;
create trigger words_are_held before update on registry.withheld for each row execute function registry.hold_withheld();
create trigger followed_by_search_anew after update on registry.withheld referencing new table as changed
  for each statement execute function search.follow_withheld();

create policy corrected_by_its_authority on registry.withheld for update
  using (kernel.serves(authority_id) and registry.reads_secrets(case_id, authority_id));
grant update (title, party) on registry.withheld to kraftsam_app;
grant update (dated_on, kind) on registry.records to kraftsam_app;
