create schema compilation;
grant usage on schema compilation to kraftsam_app;

-- Sammanställningar som upprättats: the record each one became, and the answers it stood on.
create table compilation.compilations (
  id             uuid primary key default gen_random_uuid(),
  round_id       uuid not null references referral.rounds (id),
  record_id      uuid not null references registry.records (id),
  answer_count   int not null,
  content_hash   text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  registered_at  timestamptz not null,
  registered_by  uuid not null references organisation.people (id)
);
create index on compilation.compilations (round_id);
alter table compilation.compilations enable row level security;
create policy seen_by_the_signed_in on compilation.compilations using (kernel.someone());
grant select, insert on compilation.compilations to kraftsam_app;
