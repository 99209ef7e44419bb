-- Inläsningar: an answer that came as a file (Word form, free text, PDF, scan), taken apart in passages until each has its place.
create table answering.readings (
  id            uuid primary key default gen_random_uuid(),
  recipient_id  uuid not null references referral.recipients (id),
  source        text not null check (source in ('link', 'sender', 'mail')),
  name          text not null check (length(name) between 1 and 255),
  media_type    text not null,
  sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size          bigint not null check (size >= 0),
  message_id    uuid references intake.messages (id),              -- the e-mail that it came in
  is_own_form   boolean not null,                                  -- the file says itself that it is the form of this recipient
  made_at       timestamptz not null,
  made_by       uuid references organisation.people (id),          -- at the one who asked
  by_id         uuid references answering.people (id),             -- on the link
  state         text not null default 'open' check (state in ('open', 'taken')),
  taken_at      timestamptz,
  constraint somebody_read_it_in check ((made_by is null) <> (by_id is null) and (source = 'link') = (by_id is not null)),
  constraint mail_has_its_message check ((source = 'mail') = (message_id is not null)),
  constraint taken_at_some_time check ((state = 'taken') = (taken_at is not null))
);
create index on answering.readings (recipient_id, made_at desc);

-- Stycken: every passage of the file, in its order, and where it belongs. None is ever taken away.
create table answering.passages (
  reading_id   uuid not null references answering.readings (id),
  position     int not null check (position >= 0),
  text         text not null check (length(text) <= 20000),
  cells        jsonb,                                              -- of a row in a table
  page         int,
  stands_in    text not null check (stands_in in ('body', 'note', 'comment', 'margin', 'scan')),
  part         text check (part in ('question', 'outside', 'whole', 'form', 'aside')),   -- null: not placed yet
  question_id  uuid references referral.questions (id),
  field        text,
  found_by     text check (found_by in ('tag', 'label', 'heading', 'hand')),
  reason       text check (length(reason) between 1 and 500),
  primary key (reading_id, position),
  constraint only_a_question_has_a_question check ((part is not distinct from 'question') = (question_id is not null)),
  constraint what_is_set_aside_says_why check (part is distinct from 'aside' or reason is not null)
);

alter table answering.readings enable row level security;
alter table answering.passages enable row level security;
create policy read_on_the_link on answering.readings using (source = 'link' and recipient_id = answering.entered());
create policy read_at_the_sender on answering.readings using (source <> 'link' and answering.asked_by_us(recipient_id));
create policy with_the_reading on answering.passages using (exists (select from answering.readings r where r.id = reading_id));
grant select, insert on answering.readings, answering.passages to kraftsam_app;
grant update (state, taken_at) on answering.readings to kraftsam_app;
grant update (text, part, question_id, field, found_by, reason) on answering.passages to kraftsam_app;
