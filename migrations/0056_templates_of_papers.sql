-- 0056 templates of papers
--
-- How a board's papers look is kept as its rules are, version by version.
alter table templates.versions drop constraint versions_kind_check;
alter table templates.versions add constraint versions_kind_check check (kind in ('rules', 'template'));

-- Vapen och logotyper: cleaned when they came, never changed. What a paper looks like is no secret.
create table templates.logos (
  digest      text primary key,
  media_type  text not null check (media_type in ('image/svg+xml', 'image/png')),
  data        bytea not null,
  width       int not null check (width > 0),
  height      int not null check (height > 0),
  fallback    bytea   -- an SVG as a PNG, for word processors that do not draw SVG
);
alter table templates.logos enable row level security;
create policy read_by_all on templates.logos for select using (true);
create policy brought_by_somebody on templates.logos for insert with check (kernel.someone());
grant select, insert on templates.logos to kraftsam_app;

-- A paper keeps the template it was made with: set when it is sent for approval, so that those who approve and those who read
-- the registered paper see the same one. Null while it is written (it has the one that holds) and for what was sent before this.
alter table drafting.drafts add column template_id uuid references templates.versions (id);
