-- 0075 files on a link
--
-- Filer som svarar på en fråga på den personliga länken. Which of them are part of the answer stands in its cell, by hash; here is
-- every file that came, so that one that was taken out can be put back. The writers' own draft (TF 2:12).
create table answering.answer_files (
  recipient_id  uuid not null references referral.recipients (id),
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name          text not null,
  media_type    text not null,
  size          bigint not null check (size >= 0),
  added_at      timestamptz not null,
  by_id         uuid not null references answering.people (id),
  primary key (recipient_id, sha256)
);
create index on answering.answer_files (sha256);
create index on answering.answer_files (by_id);

alter table answering.answer_files enable row level security;
create policy on_the_link on answering.answer_files using (recipient_id = answering.entered());
grant select, insert on answering.answer_files to kraftsam_app;
