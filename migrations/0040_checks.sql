-- 0040 checks
--
-- Låt stå: what somebody has seen in a draft and let be, with the reason. It is known by a sum of the sentence it is about, so it
-- holds until that sentence changes. Never a word of the draft but the quote; both stay in the authority, as the draft does (TF 2:12).
create table drafting.let_stand (
  id            uuid primary key default gen_random_uuid(),
  draft_id      uuid not null references drafting.drafts (id),
  key           text not null,
  code          text not null,
  quote         text,
  reason        text not null check (reason <> ''),
  at            timestamptz not null,
  by            uuid not null references organisation.people (id),
  taken_up_at   timestamptz
);
create unique index once_let_stand on drafting.let_stand (draft_id, key) where taken_up_at is null;

-- Rättat med en knapp: from which version, so that it can be taken back as long as nothing else is written.
create table drafting.mends (
  draft_id      uuid not null references drafting.drafts (id),
  from_version  int not null,
  code          text not null,
  quote         text,
  at            timestamptz not null,
  by            uuid not null references organisation.people (id),
  primary key (draft_id, from_version)
);

alter table drafting.let_stand enable row level security;
alter table drafting.mends enable row level security;
create policy within_the_authority on drafting.let_stand
  using (exists (select from drafting.drafts d where d.id = draft_id));
create policy within_the_authority on drafting.mends
  using (exists (select from drafting.drafts d where d.id = draft_id));

grant select, insert on drafting.let_stand, drafting.mends to kraftsam_app;
grant update (taken_up_at) on drafting.let_stand to kraftsam_app;
