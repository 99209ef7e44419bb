-- 0086 comments on the proposal
--
-- Kommentar på förslaget: what a colleague says of a page or a section of a document that is read beside the answer. Working material
-- like every comment (TF 2:12, B-22): within the authority of the case. It is kept with the version it is about, its page or section
-- and words that stand there, by which it is found again in a new version.
alter table commenting.comments
  alter column draft_id drop not null,
  add column case_id uuid references registry.cases (id),
  -- The version of the document it is about.
  add column sha256  text check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The title of its record, as it was.
  add column title   text check (title <> ''),
  -- The page, or the section under a heading, counted from 1.
  add column part    int check (part > 0),
  add column heading text,
  add column is_page boolean,
  -- Words that stand in the part: those that are quoted, or its first.
  add column words   text check (length(words) <= 2000),
  add check ((draft_id is null) = (case_id is not null)),
  add check ((case_id is null) = (sha256 is null)),
  add check ((case_id is null) = (title is null)),
  add check ((case_id is null) = (part is null)),
  add check ((case_id is null) = (is_page is null)),
  add check ((case_id is null) = (words is null)),
  add check (draft_id is not null or proposal is null);
create index on commenting.comments (case_id, at);

drop policy within_the_authority on commenting.comments;
-- Of a document: for those of the case's authority who see it in the case, or where it was moved to. What is said of it is no more
-- open than its file is there.
create policy within_the_authority on commenting.comments
  using (case when draft_id is not null then exists (select from drafting.drafts d where d.id = draft_id)
         else exists (select from registry.cases c where c.id = comments.case_id and kernel.serves(c.authority_id))
              and exists (select from registry.files f join registry.records r on r.id = f.record_id
                          where f.sha256 = comments.sha256
                            and (r.case_id = comments.case_id
                              or exists (select from registry.moves m
                                         where m.record_id = r.id and m.from_case_id = comments.case_id))) end);
