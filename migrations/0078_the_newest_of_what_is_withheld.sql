-- The newest of what is withheld, without gathering all that has a common word: each search sorted everything withheld at
-- one's own authority that had it, which grew with the registry. Where the word is expected to be common (`reach` says how
-- many may be looked at, 0 that it is not), the newest are walked through first, in the order of their index; only when they
-- have too few of it are all found by the index of words. Either way it is the authority's own entries alone that are
-- touched (J-08), and what is given is the same.
drop function search.withheld(text, text, jsonb, int);
create function search.withheld(asked text, must text, filters jsonb, most int, reach int default 0) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog as
$$
declare
  secrets text := coalesce(current_setting('kraftsam.secrets', true), '');
  having_them text := concat(' and e.words @@ ' || quote_literal(asked) || '::tsquery', search.narrowed(filters));
  newest_first text := ' order by e.dated_on desc, e.id desc limit ';
  newest text := having_them || newest_first || most;
  authority uuid;
  met uuid[];
begin
  for authority in
    select a.id from organisation.authorities a
    where secrets <> '' and (secrets = '*' or a.id::text = any (string_to_array(secrets, ',')))
  loop
    met := '{}';
    if reach > 0 then
      execute format('select array(select e.id from (
          select e.* from search.secret_entries e where e.authority_id = %L::uuid', authority)
        || search.narrowed(filters - array['authorityId', 'officerId', 'kind', 'direction', 'state'])
        || newest_first || reach || ') e where true' || newest || ')' into met;
    end if;
    if cardinality(met) >= most then
      return query select unnest(met);
    else
      return query execute format('select e.id from search.secret_entries e where e.authority_id = %L::uuid', authority)
        || concat(' and search.keyed(e.authority_id, e.words) @@ ' || quote_literal(search.keyed_question(must, authority)) || '::tsquery')
        || newest;
    end if;
  end loop;
  if kernel.person() is null or secrets = '*' then return; end if;
  return query execute format('select e.id from search.secret_entries e where e.officer_id = %L::uuid and registry.needs(e.case_id)', kernel.person())
    || newest;
  return query execute format('select e.id from search.secret_entries e where e.case_id in (
    select a.case_id from registry.access a where a.person_id = %L::uuid) and registry.needs(e.case_id)', kernel.person()) || newest;
end
$$;

revoke all on function search.withheld(text, text, jsonb, int, int) from public;
grant execute on function search.withheld(text, text, jsonb, int, int) to kraftsam_app;
