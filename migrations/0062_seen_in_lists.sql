-- 0062 seen in lists
--
-- The reading log also says who has seen the words of what is marked in a list, and in which (E-17, J-08): null is opened. The
-- same list looked at again within the hour is the same reading, so that the log of a registry that is open all day can be read.
alter table registry.readings add column seen_in text
  check (seen_in in ('list', 'journal', 'search', 'work', 'linked', 'history'));

drop function registry.note_readings(uuid[], uuid[], uuid[], timestamptz);
-- The one way in to the log: whoever reads is noted as themselves, for each case, record (or null), file (or null) and list (or null).
create function registry.note_readings(cases uuid[], records uuid[], files uuid[], lists text[], read_at timestamptz) returns void
language sql security definer set search_path = pg_catalog as
$$
  insert into registry.readings (case_id, record_id, file_id, person_id, at, seen_in)
  select c, r, f, kernel.person(), read_at, l from unnest(cases, records, files, lists) as one (c, r, f, l)
  where l is null or not exists (
    select from registry.readings d
    where d.case_id = c and d.at > read_at - interval '1 hour' and d.person_id = kernel.person()
      and d.seen_in = l and d.record_id is not distinct from r)
$$;
revoke all on function registry.note_readings(uuid[], uuid[], uuid[], text[], timestamptz) from public;
grant execute on function registry.note_readings(uuid[], uuid[], uuid[], text[], timestamptz) to kraftsam_app;
