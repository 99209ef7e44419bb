-- 0040 writing rules
--
-- Skrivregler och mallar: what a board asks of its papers and how they look. Each saving is a version; the latest holds, an
-- earlier can be restored as a new one, and a paper keeps the one it was made with. Without an authority: the house's own.
create schema templates;
grant usage on schema templates to kraftsam_app;

create table templates.versions (
  id            uuid primary key default gen_random_uuid(),
  authority_id  uuid references organisation.authorities (id),
  kind          text not null check (kind in ('rules', 'template')),
  version       int not null check (version > 0),
  content       jsonb not null,
  restored      int,   -- the version that this one is again
  saved_at      timestamptz not null,
  saved_by      uuid not null references organisation.people (id),
  constraint a_version_is_saved_once unique nulls not distinct (authority_id, kind, version)
);

-- Vapen och logotyper: cleaned when they came, never changed.
create table templates.logos (
  digest      text primary key,
  media_type  text not null check (media_type in ('image/svg+xml', 'image/png')),
  data        bytea not null,
  width       int not null check (width > 0),
  height      int not null check (height > 0)
);

-- What a paper looks like is no secret; only one's own authority's, or the house's, is changed (the command says who may).
alter table templates.versions enable row level security;
alter table templates.logos enable row level security;
create policy read_by_all on templates.versions for select using (true);
create policy saved_at_ones_own on templates.versions for insert
  with check (authority_id is null or kernel.serves(authority_id));
create policy read_by_all on templates.logos for select using (true);
create policy brought_by_somebody on templates.logos for insert with check (kernel.someone());

grant select, insert on templates.versions, templates.logos to kraftsam_app;
