-- Utskick: e-mail on its way out, kept before it is sent, with what became of it. For whom it is sent and in which case are ids
-- alone, since the kernel knows no module; the words hold nothing secret, only where to read.
create table kernel.letters (
  id            uuid primary key,
  authority_id  uuid not null,
  case_id       uuid,
  topic         text not null check (topic ~ '^[a-z]+\.[a-z-]+$'),   -- what kind of letter: 'referral.reminder'
  about_id      uuid,                                                -- whom or what it is about, as its module counts
  posted_at     timestamptz not null,
  posted_by     uuid,                                                -- null: the house itself
  to_name       text check (length(to_name) <= 200),
  to_address    text not null check (to_address ~ '^[^\s<>@]+@[^\s<>@]+$' and length(to_address) <= 254),
  from_name     text not null check (length(from_name) between 1 and 200),
  reply_to      text check (reply_to ~ '^[^\s<>@]+@[^\s<>@]+$' and length(reply_to) <= 254),
  subject       text not null check (length(subject) between 1 and 250),
  body          text not null check (length(body) <= 50000),
  state         text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'bounced')),
  attempts      int not null default 0 check (attempts >= 0),
  tried_at      timestamptz,
  next_try_at   timestamptz,
  reason        text check (length(reason) <= 1000),                 -- what the other server said
  sent_at       timestamptz,
  ended_at      timestamptz,                                         -- when it failed or bounced
  message_id    text unique,                                         -- Message-ID, once it has been on its way
  again_as      uuid references kernel.letters (id),                 -- the letter that was sent in its place
  settled_at    timestamptz,                                         -- somebody has seen that it did not arrive
  settled_by    uuid,
  constraint sent_at_some_time check (state <> 'sent' or sent_at is not null),
  constraint what_did_not_arrive_says_why check (state not in ('failed', 'bounced') or (reason is not null and ended_at is not null))
);
create index on kernel.letters (authority_id, posted_at desc, id desc);
create index on kernel.letters (authority_id, state, posted_at desc, id desc);
create index on kernel.letters (topic, about_id, posted_at desc);
create index on kernel.letters (case_id) where case_id is not null;
create index on kernel.letters (next_try_at) where state = 'waiting';

-- Bilagor till utskick: files in the store, under their hash.
create table kernel.enclosures (
  letter_id   uuid not null references kernel.letters (id),
  position    int not null check (position > 0),
  name        text not null check (length(name) between 1 and 255),
  media_type  text not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size        bigint not null check (size >= 0),
  primary key (letter_id, position)
);

-- Within the authority that sends, and as hidden as the case it is sent in.
alter table kernel.letters enable row level security;
alter table kernel.enclosures enable row level security;
create policy within_the_authority on kernel.letters for select using (kernel.serves(authority_id));
create policy hidden_with_its_case on kernel.letters as restrictive for select
  using (case_id is null or exists (select from registry.cases c where c.id = case_id));
create policy posted_by_the_signed_in on kernel.letters for insert with check (kernel.someone());
create policy changed_within_the_authority on kernel.letters for update using (kernel.serves(authority_id));
create policy seen_with_its_letter on kernel.enclosures for select
  using (exists (select from kernel.letters l where l.id = letter_id));
create policy posted_by_the_signed_in on kernel.enclosures for insert with check (kernel.someone());
grant select, insert on kernel.letters, kernel.enclosures to kraftsam_app;
grant update (to_name, to_address, state, attempts, tried_at, next_try_at, reason, sent_at, ended_at, message_id, again_as,
  settled_at, settled_by) on kernel.letters to kraftsam_app;

-- Queues work for later.
create function kernel.enqueue_at(task text, payload json, job_key text, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as
$$
begin
  perform graphile_worker.add_job(task, payload, job_key => job_key, run_at => at);
end
$$;
revoke all on function kernel.enqueue_at(text, json, text, timestamptz) from public;
grant execute on function kernel.enqueue_at(text, json, text, timestamptz) to kraftsam_app;

-- Leveransrapporter: what tells that a letter of ours did not arrive is kept among what is handled, with the letter it is about.
alter table intake.messages
  add column letter_id uuid references kernel.letters (id),
  drop constraint messages_reason_check,
  add constraint messages_reason_check check (reason in ('minor', 'spam', 'double', 'ordered', 'report')),
  drop constraint what_is_handled_was_handled_by_someone,
  add constraint what_is_handled_was_handled_by_someone
    check ((handled_by is null) = (handled_at is null) or (reason = 'report' and handled_at is not null)),
  add constraint a_report_is_about_a_letter check (reason is distinct from 'report' or letter_id is not null);
