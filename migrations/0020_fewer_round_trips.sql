-- Registering tells the search of a record in one call: its entry is written anew, and the files that are not read yet are
-- queued to be, in the same transaction.
create function search.follow(the_records uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform search.refresh(the_records, '{}');
  perform kernel.enqueue('search.read-file', json_build_object('fileId', id), null) from search.unread(the_records) as id;
end
$$;
revoke all on function search.follow(uuid[]) from public;
grant execute on function search.follow(uuid[]) to kraftsam_app;
