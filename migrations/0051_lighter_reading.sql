-- Vem som senast sparade annat än delad text: who is about to write over somebody else's fields. `saved_by` also moves with each
-- step in a shared text.
alter table drafting.drafts add column fields_saved_by uuid references organisation.people (id);
update drafting.drafts set fields_saved_by = saved_by;
alter table drafting.drafts alter column fields_saved_by set not null;

-- Who wrote between two versions is sought by time.
create index text_steps_by_time on drafting.text_steps (draft_id, at);

-- The text of a document is sought by its sum alone: asked for all documents at once, every page had to wait for all of them.
drop policy seen_with_the_file on desk.parts;
create policy seen_with_the_file on desk.parts for select
  using (exists (select from desk.documents d where d.sha256 = parts.sha256));

-- The words of an answer and of an assignment, as they are sought: made once, not at each question. An index of them would not be
-- used under row-level security, since matching words is not leakproof.
alter table referral.answer_parts
  add column words tsvector not null generated always as (to_tsvector('pg_catalog.swedish', plain)) stored;
alter table assignments.assignments
  add column words tsvector not null generated always as (to_tsvector('pg_catalog.swedish', title || ' ' || text)) stored;

-- Only rules are kept in versions; no paper has a logo of its own.
drop table templates.logos;
alter table templates.versions drop constraint versions_kind_check;
alter table templates.versions add constraint versions_kind_check check (kind = 'rules');
