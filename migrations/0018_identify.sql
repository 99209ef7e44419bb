-- Who asks, in one round trip: every page begins with it.
create function organisation.identify(hash text, by_token boolean, at timestamptz, day date)
returns table (person_id uuid, name text, title text, held json)
language sql stable security definer set search_path = pg_catalog as
$$
  with holder as (
    select s.person_id from organisation.sessions s where not by_token and s.token_hash = hash and s.expires_at > at
    union all
    select t.person_id from organisation.api_tokens t where by_token and t.token_hash = hash and t.expires_at > at
  )
  select p.id, p.name, p.title, coalesce(
    (select json_agg(json_build_object('role', m.role, 'authorityId', b.authority_id, 'authorityName', a.name, 'prefix', a.prefix)
                     order by m.valid_from)
     from organisation.memberships m
     join organisation.bodies b on b.id = m.body_id
     left join organisation.authorities a on a.id = b.authority_id
     where m.person_id = p.id and m.valid_from <= day and (m.valid_to is null or m.valid_to >= day)), '[]'::json)
  from holder h join organisation.people p on p.id = h.person_id
$$;
revoke all on function organisation.identify(text, boolean, timestamptz, date) from public;
grant execute on function organisation.identify(text, boolean, timestamptz, date) to kraftsam_app;
drop function organisation.person_of_session(text, timestamptz), organisation.person_of_token(text, timestamptz);
