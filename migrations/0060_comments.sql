-- 0060 comments
--
-- Kommentar: what a colleague says of a draft, or proposes instead of words in it. Working material: it stays in the authority with
-- the draft and never goes along when the draft is registered (TF 2:12, B-22).
create schema commenting;
grant usage on schema commenting to kraftsam_app;

create table commenting.comments (
  id          uuid primary key default gen_random_uuid(),
  draft_id    uuid not null references drafting.drafts (id) on delete cascade,
  -- The words it is about, as they stood; null: the whole draft.
  quote       text check (quote <> '' and length(quote) <= 2000),
  said        text check (said <> '' and length(said) <= 4000),
  -- Förslag: what should stand there instead; empty: nothing.
  proposal    text check (length(proposal) <= 4000),
  at          timestamptz not null,
  by          uuid not null references organisation.people (id),
  state       text not null default 'open' check (state in ('open', 'taken', 'closed')),
  answered_at timestamptz,
  answered_by uuid references organisation.people (id),
  check (said is not null or proposal is not null),
  check (proposal is null or quote is not null),
  check ((state = 'open') = (answered_at is null)),
  check (state <> 'taken' or proposal is not null)
);
create index on commenting.comments (draft_id, at);
create index on commenting.comments (by);
create index on commenting.comments (answered_by);

create table commenting.replies (
  id          uuid primary key default gen_random_uuid(),
  comment_id  uuid not null references commenting.comments (id) on delete cascade,
  said        text not null check (said <> '' and length(said) <= 4000),
  at          timestamptz not null,
  by          uuid not null references organisation.people (id)
);
create index on commenting.replies (comment_id, at);
create index on commenting.replies (by);

alter table commenting.comments enable row level security;
alter table commenting.replies enable row level security;
create policy within_the_authority on commenting.comments
  using (exists (select from drafting.drafts d where d.id = draft_id));
create policy within_the_authority on commenting.replies
  using (exists (select from commenting.comments c where c.id = comment_id));

grant select, insert on commenting.comments, commenting.replies to kraftsam_app;
grant update (state, answered_at, answered_by) on commenting.comments to kraftsam_app;
