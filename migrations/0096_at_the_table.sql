-- 0096 at the table
--
-- What is said and decided at the table about one item (KL 5:50–5:57, 5:67, 4:24–4:27): claims, the questions the chair put, votes,
-- reservations and notes. Read by the authority alone until the extract is drawn up (B-20), and as it is from when the § is adjusted.

-- When the meeting was closed: a reservation is announced before that (A-45).
alter table meetings.meetings add column closed_at timestamptz;

create schema voting;
grant usage on schema voting to kraftsam_app;

-- A claim (yrkande). One that is withdrawn is deleted, and leaves no trace (A-51, A-52).
create table voting.claims (
  id          uuid primary key default gen_random_uuid(),
  item_id     uuid not null references meetings.items (id),
  kind        text not null check (kind in ('approve', 'reject', 'amend', 'add', 'remit', 'table', 'nominate')),
  words       text check (length(words) between 1 and 8000),
  position    integer not null,
  entered_by  uuid not null references organisation.people (id),
  entered_at  timestamptz not null,
  unique (item_id, position),
  constraint what_is_changed_or_added_is_said check (kind in ('approve', 'reject', 'remit', 'table') or words is not null)
);

-- Who makes the claim: one or several.
create table voting.claimants (
  claim_id   uuid not null references voting.claims (id) on delete cascade,
  person_id  uuid not null references organisation.people (id),
  position   integer not null,
  primary key (claim_id, person_id)
);

-- What the chair has chosen as the main proposal (huvudproposition, A-39).
create table voting.orders (
  item_id  uuid primary key references meetings.items (id),
  main     text not null check (length(main) between 1 and 100)
);

-- A question that the chair put, and how it was settled (A-32 … A-37, A-40). But for an election the first option is the yes.
create table voting.questions (
  item_id    uuid not null references meetings.items (id),
  position   integer not null,
  kind       text not null check (kind in ('remit', 'table', 'counter', 'main', 'add', 'election')),
  options    text[] not null check (cardinality(options) >= 2),
  winner     text not null,
  how        text not null check (how in ('acclamation', 'majority', 'chair', 'lot', 'minority')),
  counts     integer[],                                                  -- by option; null: nobody asked for a vote
  abstained  integer check (abstained >= 0),
  chair_id   uuid references organisation.people (id),                   -- who presided at an open vote
  words      text check (length(words) between 1 and 4000),              -- how the lot was drawn (A-36), or why a minority delays it (A-41)
  settled_by uuid not null references organisation.people (id),
  settled_at timestamptz not null,
  primary key (item_id, position),
  constraint one_of_the_options_won check (winner = any (options)),
  constraint a_vote_has_its_counts check ((how = 'acclamation') = (counts is null) and (counts is null) = (abstained is null)),
  constraint each_option_is_counted check (cardinality(counts) = cardinality(options)),
  constraint a_vote_is_open_but_in_an_election check ((kind <> 'election' and how <> 'acclamation') = (chair_id is not null)),
  constraint the_lot_is_for_elections check ((how = 'lot') <= (kind = 'election')),
  constraint the_chair_decides_no_election check ((how in ('chair', 'minority')) <= (kind <> 'election')),
  constraint a_lot_has_its_record check (how <> 'lot' or words is not null),
  constraint a_minority_says_why check (how <> 'minority' or kind <> 'remit' or words is not null)
);

-- How each voted in an open vote (A-53). A secret one has none.
create table voting.votes (
  item_id    uuid not null,
  position   integer not null,
  person_id  uuid not null references organisation.people (id),
  vote       text not null check (vote in ('yes', 'no', 'abstain')),
  primary key (item_id, position, person_id),
  foreign key (item_id, position) references voting.questions (item_id, position) on delete cascade
);

-- Reservation, protokollsanteckning, särskilt yttrande, röstförklaring (A-44 … A-48).
create table voting.notes (
  id            uuid primary key default gen_random_uuid(),
  item_id       uuid not null references meetings.items (id),
  kind          text not null check (kind in ('reservation', 'note', 'opinion', 'explanation')),
  words         text check (length(words) between 1 and 20000),
  announced_at  timestamptz not null,
  entered_by    uuid not null references organisation.people (id),
  entered_at    timestamptz not null,
  constraint only_a_reservation_may_be_without_words check (kind = 'reservation' or words is not null)
);
create index on voting.notes (item_id);

create table voting.note_people (
  note_id    uuid not null references voting.notes (id) on delete cascade,
  person_id  uuid not null references organisation.people (id),
  position   integer not null,
  primary key (note_id, person_id)
);

-- Seen where the item is seen, by the authority.
create function voting.keeps(item uuid) returns boolean language sql stable as
$$ select exists (select from meetings.items i where i.id = item and roll.keeps(i.meeting_id)) $$;
-- Nothing is changed once the § is adjusted (A-62).
create function voting.is_open(item uuid) returns boolean language sql stable as
$$ select voting.keeps(item) and not exists (select from meetings.decisions d where d.item_id = item and d.state = 'adjusted') $$;

alter table voting.claims enable row level security;
alter table voting.claimants enable row level security;
alter table voting.orders enable row level security;
alter table voting.questions enable row level security;
alter table voting.votes enable row level security;
alter table voting.notes enable row level security;
alter table voting.note_people enable row level security;

create policy kept_by_the_authority on voting.claims for select using (voting.keeps(item_id));
create policy entered_while_open on voting.claims for insert with check (voting.is_open(item_id));
create policy withdrawn_while_open on voting.claims for delete using (voting.is_open(item_id));
create policy kept_by_the_authority on voting.orders for select using (voting.keeps(item_id));
create policy entered_while_open on voting.orders for insert with check (voting.is_open(item_id));
create policy changed_while_open on voting.orders for update using (voting.is_open(item_id));
create policy withdrawn_while_open on voting.orders for delete using (voting.is_open(item_id));
create policy kept_by_the_authority on voting.questions for select using (voting.keeps(item_id));
create policy entered_while_open on voting.questions for insert with check (voting.is_open(item_id));
create policy withdrawn_while_open on voting.questions for delete using (voting.is_open(item_id));
create policy kept_by_the_authority on voting.votes for select using (voting.keeps(item_id));
create policy entered_while_open on voting.votes for insert with check (voting.is_open(item_id));
create policy kept_by_the_authority on voting.notes for select using (voting.keeps(item_id));
create policy entered_while_open on voting.notes for insert with check (voting.is_open(item_id));
create policy withdrawn_while_open on voting.notes for delete using (voting.is_open(item_id));
create policy kept_with_the_claim on voting.claimants for select
  using (exists (select from voting.claims c where c.id = claim_id));
create policy entered_with_the_claim on voting.claimants for insert
  with check (exists (select from voting.claims c where c.id = claim_id and voting.is_open(c.item_id)));
create policy kept_with_the_note on voting.note_people for select
  using (exists (select from voting.notes n where n.id = note_id));
create policy entered_with_the_note on voting.note_people for insert
  with check (exists (select from voting.notes n where n.id = note_id and voting.is_open(n.item_id)));

-- No update: what was put is taken back and put anew.
grant select, insert, delete on voting.claims, voting.questions, voting.notes to kraftsam_app;
grant select, insert on voting.claimants, voting.votes, voting.note_people to kraftsam_app;
grant select, insert, update, delete on voting.orders to kraftsam_app;
