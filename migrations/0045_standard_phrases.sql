-- Standardtexter: what an authority often writes, with a short word to type for each.
create table desk.phrases (
  id            uuid primary key default gen_random_uuid(),
  authority_id  uuid not null references organisation.authorities (id),
  body_id       uuid references organisation.bodies (id),   -- of one of the authority's bodies; null: of all
  theme         text not null default '' check (length(theme) <= 100),
  name          text not null check (length(name) between 1 and 120),
  shortcut      text not null check (shortcut ~ '^[a-zåäö0-9][a-zåäö0-9-]{0,29}$'),
  text          jsonb not null,
  version       int not null default 1,
  changed_at    timestamptz not null,
  changed_by    uuid not null references organisation.people (id),
  removed_at    timestamptz
);
create unique index a_shortcut_is_one_phrase on desk.phrases (authority_id, shortcut) where removed_at is null;
alter table desk.phrases enable row level security;
create policy within_the_authority on desk.phrases using (kernel.serves(authority_id));
grant select, insert, update on desk.phrases to kraftsam_app;
