-- Hänsyn som ska prövas: what every memo says something about, or says why it does not. Of the whole municipality, or of one
-- authority besides.
create table drafting.considerations (
  id            uuid primary key default gen_random_uuid(),
  authority_id  uuid references organisation.authorities (id),   -- null: every authority's
  position      int not null,
  name          text not null check (length(name) between 1 and 120),
  help          text,
  is_required   boolean not null default false,   -- stops the way to the heads until something is said
  ended_at      timestamptz
);
create index on drafting.considerations (authority_id);
alter table drafting.considerations enable row level security;
create policy seen_by_the_signed_in on drafting.considerations for select using (kernel.someone());
create policy added on drafting.considerations for insert with check (authority_id is null or kernel.serves(authority_id));
create policy changed on drafting.considerations for update using (authority_id is null or kernel.serves(authority_id));
grant select, insert, update on drafting.considerations to kraftsam_app;

-- What each body that has answered said of the considerations, in the memo that was registered before its answer came. A draft
-- is never among them (TF 2:12), nor what is marked for those who may not read it.
create function compilation.considered(the_round uuid) returns table (recipient_id uuid, considered jsonb)
language sql stable security definer set search_path = pg_catalog as
$$
  select x.id, coalesce(memo.considered, '[]'::jsonb)
  from referral.rounds r
  join registry.cases sent_from on sent_from.id = r.case_id
  join referral.recipients x on x.round_id = r.id
  join referral.answers s on s.recipient_id = x.id
  join registry.cases c on c.id = x.case_id
  join lateral (
    select d.content -> 'considerations' as considered
    from drafting.drafts d join registry.records m on m.id = d.record_id
    where d.case_id = c.id and d.kind = 'memo' and m.registered_at <= s.arrived_at
      and (not m.is_secret or registry.reads_secrets(m.case_id, m.authority_id))
    order by m.registered_at desc limit 1
  ) memo on true
  where r.id = the_round and kernel.someone() and r.state <> 'draft'
    and (not sent_from.is_secret or registry.reads_secrets(sent_from.id, sent_from.authority_id))
    and (not c.is_secret or registry.reads_secrets(c.id, c.authority_id))
$$;
revoke all on function compilation.considered(uuid) from public;
grant execute on function compilation.considered(uuid) to kraftsam_app;
