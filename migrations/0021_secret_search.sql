-- Searching what is withheld, at the cost of what one may read. Row-level security asks of every withheld entry whether one
-- has need of it before any index of words may be used (`@@` could tell what it was given), so that every search looked at
-- every secret. Here the reach comes first: the index holds each word behind its authority's key, and a search touches the
-- words of those authorities alone; how often a word stands in what others withhold does not show, in time either (J-08).

create function search.key_of(authority uuid) returns text language sql immutable parallel safe set search_path = pg_catalog
return left(replace(authority::text, '-', ''), 12);

create function search.keyed(authority uuid, words tsvector) returns tsvector
language sql immutable parallel safe set search_path = pg_catalog
return array_to_tsvector(array(select search.key_of(authority) || word from unnest(tsvector_to_array(words)) word));

-- Every word of the question, behind the authority's key.
create function search.keyed_question(asked text, authority uuid) returns tsquery
language sql immutable parallel safe set search_path = pg_catalog
return regexp_replace(asked::tsquery::text, '''((?:[^'']|'''')+)''', '''' || search.key_of(authority) || '\1''', 'g')::tsquery;

create index secret_entries_by_words on search.secret_entries using gin (search.keyed(authority_id, words)) with (fastupdate = off);
create index secret_entries_by_officer on search.secret_entries (officer_id, dated_on desc, id desc) where officer_id is not null;
drop index search.secret_entries_officer_id_idx;

-- What the filters leave, as a condition on an entry `e`.
create function search.narrowed(filters jsonb) returns text language sql stable set search_path = pg_catalog
return concat(
  ' and e.authority_id = ' || quote_literal(filters ->> 'authorityId') || '::uuid',
  ' and e.officer_id = ' || quote_literal(filters ->> 'officerId') || '::uuid',
  ' and e.kind = ' || quote_literal(filters ->> 'kind'),
  ' and e.direction = ' || quote_literal(filters ->> 'direction'),
  ' and e.state = ' || quote_literal(filters ->> 'state'),
  ' and e.dated_on >= ' || quote_literal(filters ->> 'first') || '::date',
  ' and e.dated_on <= ' || quote_literal(filters ->> 'last') || '::date',
  ' and (e.dated_on, e.id) < (' || quote_literal(filters ->> 'afterDay') || '::date, ' || quote_literal(filters ->> 'afterId') || '::uuid)');

-- The newest withheld entries that have the words, at most so many of each authority and so many by need. `must` is the part
-- of the question that has to be there, words only; null where nothing has to. Gives ids and nothing else, and only such as
-- the actor has need of; row-level security is asked again where they are read.
create function search.withheld(asked text, must text, filters jsonb, most int) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog as
$$
declare
  secrets text := coalesce(current_setting('kraftsam.secrets', true), '');
  newest text := concat(' and e.words @@ ' || quote_literal(asked) || '::tsquery', search.narrowed(filters))
    || ' order by e.dated_on desc, e.id desc limit ' || most;
  authority uuid;
begin
  for authority in
    select a.id from organisation.authorities a
    where secrets <> '' and (secrets = '*' or a.id::text = any (string_to_array(secrets, ',')))
  loop
    return query execute format('select e.id from search.secret_entries e where e.authority_id = %L::uuid', authority)
      || concat(' and search.keyed(e.authority_id, e.words) @@ ' || quote_literal(search.keyed_question(must, authority)) || '::tsquery')
      || newest;
  end loop;
  if kernel.person() is null or secrets = '*' then return; end if;
  return query execute format('select e.id from search.secret_entries e where e.officer_id = %L::uuid and registry.needs(e.case_id)', kernel.person())
    || newest;
  return query execute format('select e.id from search.secret_entries e where e.case_id in (
    select a.case_id from registry.access a where a.person_id = %L::uuid) and registry.needs(e.case_id)', kernel.person()) || newest;
end
$$;

revoke all on function search.withheld(text, text, jsonb, int) from public;
grant execute on function search.withheld(text, text, jsonb, int) to kraftsam_app;
