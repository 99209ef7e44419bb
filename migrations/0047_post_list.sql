-- The list of what has been registered (postlista) by day, kind and direction, each from an index that ends in its order.
create index on registry.records (authority_id, dated_on desc, year desc, number desc);
create index on registry.records (authority_id, kind, year desc, number desc);
create index on registry.records (authority_id, direction, year desc, number desc);
create index on registry.cases (authority_id, officer_id) where officer_id is not null;
-- Of many that are closed the few that are open are found at once, and the other way about.
create index on registry.cases (authority_id, state, opened_on desc, number desc, id desc);

-- The diary's rows of marked cases between two days: date and number and nothing else (OSL 5:2, B-05, B-06), a page at a time.
create index on registry.records (authority_id, dated_on desc, year desc, number desc) where in_secret_case;
create function registry.hidden_rows_between(authority uuid, first_day date, last_day date, before_day date, before_year int,
  before_number int, most int, only_direction text default null)
returns table (year int, number int, direction text, dated_on date)
language sql stable security definer set search_path = pg_catalog as
$$
  select r.year, r.number, r.direction, r.dated_on from registry.records r
  where not kernel.reads_secrets_of(authority) and kernel.someone()
    and r.authority_id = authority and r.in_secret_case and r.dated_on between first_day and last_day
    and (r.dated_on, r.year, r.number) < (before_day, before_year, before_number)
    and (only_direction is null or r.direction = only_direction)
    and not registry.needs(r.case_id)
  order by r.dated_on desc, r.year desc, r.number desc limit least(most, 1000)
$$;
revoke all on function registry.hidden_rows_between(uuid, date, date, date, int, int, int, text) from public;
grant execute on function registry.hidden_rows_between(uuid, date, date, date, int, int, int, text) to kraftsam_app;

-- The numbers of requests are an authority's own.
alter table disclosure.series enable row level security;
create policy of_its_authority on disclosure.series using (kernel.serves(authority_id)) with check (kernel.serves(authority_id));

-- Kommunen: what holds for all its authorities. One row, once something is set.
create table organisation.municipality (
  id            int primary key default 1 check (id = 1),
  appeal_court  text not null default 'goteborg' check (appeal_court in ('goteborg', 'jonkoping', 'stockholm', 'sundsvall'))
);
alter table organisation.municipality enable row level security;
create policy seen_by_the_signed_in on organisation.municipality for select using (kernel.someone());
create policy set_by_the_signed_in on organisation.municipality for insert with check (kernel.someone());
create policy changed_by_the_signed_in on organisation.municipality for update using (kernel.someone());
grant select, insert, update (appeal_court) on organisation.municipality to kraftsam_app;
