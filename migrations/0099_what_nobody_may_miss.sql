-- 0099 what nobody may miss
--
-- A call is to all matters, also those that the secretary who sends it may not see (A-03, B-04): which they are, without a title. And what
-- lies on the tables of a meeting is cleared, and its last reservation found, over all of them (A-45).

create function calls.agenda(meeting uuid)
returns table (item_id uuid, case_id uuid, "position" int, papers uuid[], is_secret boolean)
language sql stable security definer set search_path = pg_catalog as
$$
  select i.id, i.case_id, i.position,
    coalesce((select array_agg(ir.record_id order by ir.position) from meetings.item_records ir where ir.item_id = i.id), '{}'),
    c.is_secret
  from meetings.items i join registry.cases c on c.id = i.case_id
  where i.meeting_id = meeting and i.state <> 'withdrawn' and calls.keeps(meeting)
$$;

create function calls.called_items(meeting uuid)
returns table (call_id uuid, item_id uuid, "position" int, papers uuid[], is_secret boolean)
language sql stable security definer set search_path = pg_catalog as
$$
  select k.call_id, k.item_id, k.position, k.papers, c.is_secret
  from calls.items k join calls.calls l on l.id = k.call_id join registry.cases c on c.id = k.case_id
  where l.meeting_id = meeting and calls.keeps(meeting)
$$;

-- The agenda as it stands, kept with a call that was just entered.
create function calls.keep_items(call uuid) returns void
language sql security definer set search_path = pg_catalog as
$$
  insert into calls.items (call_id, item_id, case_id, position, title, papers)
  select l.id, i.id, i.case_id, i.position, i.title,
    coalesce((select array_agg(ir.record_id order by ir.position) from meetings.item_records ir where ir.item_id = i.id), '{}')
  from calls.calls l join meetings.items i on i.meeting_id = l.meeting_id and i.state <> 'withdrawn'
  where l.id = call and calls.keeps(l.meeting_id)
    and not exists (select from calls.items k where k.call_id = l.id)
$$;

create function voting.clear(meeting uuid) returns void
language sql security definer set search_path = pg_catalog as
$$
  delete from voting.questions x using meetings.items i where i.id = x.item_id and i.meeting_id = meeting and voting.is_open(i.id);
  delete from voting.orders x using meetings.items i where i.id = x.item_id and i.meeting_id = meeting and voting.is_open(i.id);
  delete from voting.claims x using meetings.items i where i.id = x.item_id and i.meeting_id = meeting and voting.is_open(i.id);
  delete from voting.notes x using meetings.items i where i.id = x.item_id and i.meeting_id = meeting and voting.is_open(i.id);
$$;

create function voting.last_reservation(meeting uuid) returns timestamptz
language sql stable security definer set search_path = pg_catalog as
$$
  select max(n.announced_at) from voting.notes n join meetings.items i on i.id = n.item_id
  where i.meeting_id = meeting and n.kind = 'reservation' and roll.keeps(meeting)
$$;

revoke all on function calls.agenda(uuid), calls.called_items(uuid), calls.keep_items(uuid), voting.clear(uuid), voting.last_reservation(uuid)
  from public;
grant execute on function calls.agenda(uuid), calls.called_items(uuid), calls.keep_items(uuid), voting.clear(uuid),
  voting.last_reservation(uuid) to kraftsam_app;
