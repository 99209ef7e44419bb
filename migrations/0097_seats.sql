-- 0097 seats
--
-- How many members a body has by its own rules (KL 5:5, 6:2). Where fewer are entered the other seats are vacant, and count (A-15).
create table roll.seats (
  body_id  uuid primary key references organisation.bodies (id),
  seats    int not null check (seats between 1 and 200),
  set_by   uuid not null references organisation.people (id),
  set_at   timestamptz not null
);
create index on roll.seats (set_by);
alter table roll.seats enable row level security;
create policy seen_by_the_signed_in on roll.seats for select using (kernel.someone());
create policy set_within_the_authority on roll.seats
  using (exists (select from organisation.bodies b where b.id = body_id and kernel.serves(b.authority_id)))
  with check (exists (select from organisation.bodies b where b.id = body_id and kernel.serves(b.authority_id)));
grant select, insert, update on roll.seats to kraftsam_app;
