-- Beskrivning av en myndighets allmänna handlingar (OSL 4:2): what the office says itself; the rest is read from the registry.
create table disclosure.descriptions (
  authority_id  uuid primary key references organisation.authorities on delete cascade,
  organisation  text check (length(organisation) <= 4000),
  search        text check (length(search) <= 4000),
  technical     text check (length(technical) <= 4000),
  contact       text check (length(contact) <= 4000),
  secrecy       text check (length(secrecy) <= 4000),
  exchange      text check (length(exchange) <= 4000),
  sale          text check (length(sale) <= 4000),
  changed_at    timestamptz not null,
  changed_by    uuid references organisation.people
);
create index on disclosure.descriptions (changed_by);

-- Whoever asks is to have it, so every office reads every other's; each writes its own.
alter table disclosure.descriptions enable row level security;
create policy seen_by_the_signed_in on disclosure.descriptions for select using (kernel.someone());
create policy written_by_its_authority on disclosure.descriptions for insert with check (kernel.serves(authority_id));
create policy changed_by_its_authority on disclosure.descriptions for update using (kernel.serves(authority_id));
grant select, insert, update on disclosure.descriptions to kraftsam_app;
