-- Work that is queued by name is done one at a time: letters to a slow mail server leave the worker's other place to the rest.
drop function kernel.enqueue(text, json, text);
create function kernel.enqueue(task text, payload json, job_key text, queue text default null) returns void
language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform graphile_worker.add_job(task, payload, queue_name => queue, job_key => job_key);
end
$$;
revoke all on function kernel.enqueue(text, json, text, text) from public;
grant execute on function kernel.enqueue(text, json, text, text) to kraftsam_app;

drop function kernel.enqueue_at(text, json, text, timestamptz);
create function kernel.enqueue_at(task text, payload json, job_key text, at timestamptz, queue text default null) returns void
language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform graphile_worker.add_job(task, payload, queue_name => queue, job_key => job_key, run_at => at);
end
$$;
revoke all on function kernel.enqueue_at(text, json, text, timestamptz, text) from public;
grant execute on function kernel.enqueue_at(text, json, text, timestamptz, text) to kraftsam_app;

-- A worker that was killed leaves its queue locked for four hours. No letter takes ten minutes; were it so, two would be sent at
-- once, each by whoever holds it.
create function kernel.free_queue(queue text) returns void
language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform graphile_worker.force_unlock_workers(array(
    select q.locked_by from graphile_worker._private_job_queues q
    where q.queue_name = queue and q.locked_at < now() - interval '10 minutes'));
end
$$;
revoke all on function kernel.free_queue(text) from public;
grant execute on function kernel.free_queue(text) to kraftsam_app;
