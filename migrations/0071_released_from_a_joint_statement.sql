-- 0071 released from a joint statement
--
-- Släppt ur ett samordnat yttrande (I-18): the one that writes releases another, with a reason, before that one's board has decided.
-- Registered on both sides (B-15).
create table referral.releases (
  id             uuid primary key default gen_random_uuid(),
  recipient_id   uuid not null references referral.recipients (id),
  host_id        uuid not null references referral.recipients (id),
  reason         text not null check (length(reason) between 1 and 2000),
  record_id      uuid not null references registry.records (id),  -- the letter as received
  out_record_id  uuid not null references registry.records (id),
  released_at    timestamptz not null,
  released_by    uuid not null references organisation.people (id)
);
create index on referral.releases (recipient_id, released_at desc);
create index on referral.releases (host_id);
create index on referral.releases (record_id);
create index on referral.releases (out_record_id);

alter table referral.releases enable row level security;
create policy between_the_two on referral.releases for select
  using (referral.answers_as(recipient_id) or referral.answers_as(host_id));
create policy released_by_the_one_that_writes on referral.releases for insert with check (referral.answers_as(host_id));
create policy hidden_with_its_records on referral.releases as restrictive for select
  using (
    (referral.answers_as(recipient_id) and exists (select from registry.records r where r.id = record_id
       and (not r.is_secret or registry.reads_secrets(r.case_id, r.authority_id))))
    or (referral.answers_as(host_id) and exists (select from registry.records r where r.id = out_record_id
       and (not r.is_secret or registry.reads_secrets(r.case_id, r.authority_id)))));
grant select, insert on referral.releases to kraftsam_app;

-- The row is held by the one asked; whoever writes for it may only let go of it.
create function referral.release(member uuid, host uuid) returns boolean language sql security definer set search_path = pg_catalog as
$$
  update referral.recipients x set joint_with = null
  where x.id = member and x.joint_with = host and referral.answers_as(host) returning true
$$;
revoke all on function referral.release(uuid, uuid) from public;
grant execute on function referral.release(uuid, uuid) to kraftsam_app;
