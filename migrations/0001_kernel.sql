-- The ground every module stands on: the role the application runs as, who is acting, files on their way in, settings.

-- The application role owns nothing. Every transaction takes it on (kernel/db.ts), so that row-level security always holds.
do $$
begin
  create role kraftsam_app nologin;
exception
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  execute format('grant kraftsam_app to %I', current_user);
end
$$;

create schema kernel;
grant usage on schema kernel to kraftsam_app;

-- Who is acting in this transaction; null when nobody is.
create function kernel.person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('kraftsam.person', true), '')::uuid $$;

-- The system itself (jobs, import) sees every authority; a person sees those they serve.
create function kernel.everywhere() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('kraftsam.authorities', true), '') = '*' $$;

create function kernel.serves(authority uuid) returns boolean language sql stable parallel safe as
$$
  select case coalesce(current_setting('kraftsam.authorities', true), '')
    when '' then false
    when '*' then true
    else authority = any (string_to_array(current_setting('kraftsam.authorities', true), ',')::uuid[])
  end
$$;

create function kernel.someone() returns boolean language sql stable parallel safe as
$$ select kernel.person() is not null or kernel.everywhere() $$;

create table kernel.settings (
  key    text primary key,
  value  jsonb not null
);
grant select, insert, update on kernel.settings to kraftsam_app;

-- A file that somebody sent, before a command makes it part of a record. The bytes lie in the file store under their hash.
create table kernel.uploads (
  id           uuid primary key default gen_random_uuid(),
  person_id    uuid not null,
  name         text not null check (length(name) between 1 and 255),
  media_type   text not null,
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size         bigint not null check (size >= 0),
  uploaded_at  timestamptz not null default now()
);
alter table kernel.uploads enable row level security;
create policy own_uploads on kernel.uploads using (person_id = kernel.person() or kernel.everywhere());
grant select, insert on kernel.uploads to kraftsam_app;

-- Queues work in the transaction that causes it. The queue's own tables are closed to the application role.
create function kernel.enqueue(task text, payload json, job_key text) returns void
language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform graphile_worker.add_job(task, payload, job_key => job_key);
end
$$;
revoke all on function kernel.enqueue(text, json, text) from public;
grant execute on function kernel.enqueue(text, json, text) to kraftsam_app;
