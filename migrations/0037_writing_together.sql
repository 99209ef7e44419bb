-- Several who write in the same text at once. The authority is here: the steps of a text come in one order, each with its
-- author and time, and a step is taken only if its writer had seen every step before it.

-- The version at which something else than a shared text was last saved: a form that holds none of them need not have seen the rest.
alter table drafting.drafts add column fields_version int not null default 1;
update drafting.drafts set fields_version = version;

-- Delad text: a formatted field of a draft as the editors have it. Without a row it is what the draft says, at version 0.
create table drafting.texts (
  draft_id  uuid not null references drafting.drafts (id),
  field     text not null check (field <> ''),
  version   int not null,
  doc       jsonb not null,
  primary key (draft_id, field)
);

-- Ändringar i en delad text, in order. `version` is the text's after them, `client` the page they were written in.
create table drafting.text_steps (
  draft_id   uuid not null references drafting.drafts (id),
  field      text not null,
  version    int not null,
  client     text not null,
  person_id  uuid not null references organisation.people (id),
  at         timestamptz not null,
  steps      jsonb not null,
  primary key (draft_id, field, version),
  constraint a_change_has_steps check (jsonb_array_length(steps) between 1 and version)
);

-- Vilka som är här: the pages open on a draft, and the part each one stands in. A page that is no longer heard of is not here.
create table drafting.present (
  draft_id   uuid not null references drafting.drafts (id),
  client     text not null check (client <> ''),
  person_id  uuid not null references organisation.people (id),
  field      text,
  seen_at    timestamptz not null,
  primary key (draft_id, client)
);

alter table drafting.texts enable row level security;
alter table drafting.text_steps enable row level security;
alter table drafting.present enable row level security;
create policy within_the_authority on drafting.texts using (exists (select from drafting.drafts d where d.id = draft_id));
create policy within_the_authority on drafting.text_steps using (exists (select from drafting.drafts d where d.id = draft_id));
create policy within_the_authority on drafting.present using (exists (select from drafting.drafts d where d.id = draft_id));

grant select, insert, update on drafting.texts to kraftsam_app;
grant select, insert on drafting.text_steps to kraftsam_app;
grant select, insert, update, delete on drafting.present to kraftsam_app;
