-- 0073 a question may be answered with files
--
-- En fråga kan besvaras med filer. Which files are part of the answer stands in the statement itself, by hash; here is every file
-- that was put in the draft, so that one that was taken out can be put back. As little public as the draft (TF 2:12).
alter table referral.questions
  drop constraint questions_kind_check,
  add constraint questions_kind_check check (kind in
    ('text', 'stance', 'yes_no', 'processes', 'areas', 'body', 'number', 'choice', 'choices', 'file'));

create table drafting.answer_files (
  draft_id    uuid not null references drafting.drafts (id),
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name        text not null,
  media_type  text not null,
  size        bigint not null check (size >= 0),
  added_at    timestamptz not null,
  added_by    uuid not null references organisation.people (id),
  primary key (draft_id, sha256)
);
create index on drafting.answer_files (sha256);

alter table drafting.answer_files enable row level security;
create policy with_its_draft on drafting.answer_files using (exists (select from drafting.drafts d where d.id = draft_id));
grant select, insert on drafting.answer_files to kraftsam_app;
