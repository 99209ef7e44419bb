-- Besked med e-post: how somebody wants to be told of what waits for them: at once, gathered each morning, or not by e-mail. Who
-- has chosen nothing is told at once.
create table organisation.mail_choices (
  person_id  uuid primary key references organisation.people (id),
  choice     text not null check (choice in ('at_once', 'digest', 'none')),
  chosen_at  timestamptz not null
);
alter table organisation.mail_choices enable row level security;
create policy seen_by_the_signed_in on organisation.mail_choices for select using (kernel.someone());
create policy own_choice on organisation.mail_choices for insert with check (person_id = kernel.person());
create policy own_choice_changed on organisation.mail_choices for update using (person_id = kernel.person());
grant select, insert, update on organisation.mail_choices to kraftsam_app;

-- Samlade besked: up to when somebody has been told by the morning's letter; the next one begins there.
create schema post;
grant usage on schema post to kraftsam_app;
create table post.digests (
  person_id   uuid primary key references organisation.people (id),
  told_until  timestamptz not null
);
alter table post.digests enable row level security;
create policy known_to_the_system on post.digests using (kernel.everywhere());
grant select, insert, update on post.digests to kraftsam_app;
