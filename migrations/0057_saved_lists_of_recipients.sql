-- Sändlistor: bodies that an authority asks often, saved under a name. One that was removed can be put back.
create table referral.recipient_lists (
  id            uuid primary key default gen_random_uuid(),
  authority_id  uuid not null references organisation.authorities (id),
  name          text not null check (length(name) between 1 and 120),
  saved_at      timestamptz not null,
  removed_at    timestamptz
);
create unique index a_list_has_a_name_of_its_own on referral.recipient_lists (authority_id, lower(name)) where removed_at is null;

create table referral.listed_bodies (
  list_id  uuid not null references referral.recipient_lists (id),
  body_id  uuid not null references organisation.bodies (id),
  primary key (list_id, body_id)
);
create index on referral.listed_bodies (body_id);

-- Each authority has its own.
alter table referral.recipient_lists enable row level security;
alter table referral.listed_bodies enable row level security;
create policy ones_own on referral.recipient_lists using (kernel.serves(authority_id));
create policy with_its_list on referral.listed_bodies
  using (exists (select from referral.recipient_lists l where l.id = list_id and kernel.serves(l.authority_id)));

grant select, insert, update on referral.recipient_lists to kraftsam_app;
grant select, insert, delete on referral.listed_bodies to kraftsam_app;
