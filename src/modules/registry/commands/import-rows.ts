/** What a batch of an import does in the store, set by set. Each takes the rows of one COPY and says what became of them. */

import type { ImportFile } from '../model.ts'

/** The id of a case or a document: always the same for the same source and number. `$1` is the source's prefix. */
const idOf = (kind: 'case' | 'document', number: string) => `registry.imported_id($1, '${kind}', ${number})`

/** A connection's own tables, emptied at each commit: no log, gone with the connection. */
export function workTables(file: ImportFile, columns: readonly string[]): string {
  return `
    create temp table incoming (line bigint, ${columns.map((column) => `${column} text`).join(', ')}) on commit delete rows;
    create temp table boards (source_id text primary key, authority_id uuid);
    create temp table officers (source_id text primary key, person_id uuid);
    create temp table put (id uuid) on commit delete rows;
    ${checkedTables[file] ?? ''}`
}

const checkedTables: Partial<Record<ImportFile, string>> = {
  cases: `create temp table checked (line bigint, id uuid, authority_id uuid, year int, number int, reference text, title text,
    officer_id uuid, opened_on date, closed_on date, wrong text, note text) on commit delete rows`,
  document: `create temp table checked (line bigint, id uuid, case_id uuid, authority_id uuid, year int, number int, seq int,
    direction text, kind text, title text, party text, dated_on date, is_secret boolean, wrong text, note text) on commit delete rows`,
}

const fits = (number: string) => `${number} between 1 and 2000000000`
const isYear = (number: string) => `${number} between 1600 and 2099`

/** Text is read once, apart: PostgreSQL would otherwise do it anew wherever the value is used. */
export const checkCases = `
  with read as materialized (
    select i.line, registry.whole_number(i.id) as n, registry.whole_number(i.year) as year, registry.whole_number(i.seq) as seq,
      i.board_id, i.officer_id, i.number, i.title, registry.day(i.opened) as opened, registry.day(i.closed) as closed,
      coalesce(i.closed, '') <> '' as is_closed
    from incoming i
  )
  insert into checked
  select i.line, ${idOf('case', 'i.n')}, b.authority_id, case when ${isYear('i.year')} then i.year end,
    case when ${fits('i.seq')} then i.seq end, i.number, i.title, o.person_id, i.opened, i.closed,
    case
      when i.n is null then 'bad-id'
      when b.authority_id is null then 'unknown-board'
      when not coalesce(${isYear('i.year')} and ${fits('i.seq')}, false) or coalesce(length(i.number), 0) not between 1 and 60 then 'bad-number'
      when coalesce(trim(i.title), '') = '' then 'no-title'
      when length(i.title) > 300 then 'long-title'
      when i.opened is null or (i.is_closed and i.closed is null) then 'bad-date'
    end,
    case when coalesce(i.officer_id, '') <> '' and o.person_id is null then 'unknown-officer' end
  from read i left join boards b on b.source_id = i.board_id left join officers o on o.source_id = i.officer_id`

const insertCases = `
  insert into registry.cases (id, authority_id, year, number, reference_number, title, state, opened_on, closed_on, officer_id)
  select id, authority_id, year, number, reference, title, case when closed_on is null then 'open' else 'closed' end,
    opened_on, closed_on, officer_id
  from checked where wrong is null order by line`

/** Rows that were not put because something of theirs is taken: the same again is no fault. */
export const judgeCases = `
  with firsts as (select id, min(line) as line from checked where wrong is null group by id)
  update checked k set wrong = case
    when same.id is not null and (same.authority_id, same.year, same.number) = (k.authority_id, k.year, k.number) then 'already'
    when same.id is not null then 'id-used'
    else 'number-used' end
  from firsts f left join registry.cases same on same.id = f.id
  where f.id = k.id and k.wrong is null and (k.line > f.line or not exists (select from put p where p.id = k.id))`

/** The first word of a title says what most records are. */
const kindOf = `case split_part(i.title, ' ', 1)
  when 'Beslut' then 'decision' when 'Tjänsteskrivelse' then 'memo' when 'Bilaga' then 'attachment'
  when 'Protokollsutdrag' then 'extract' when 'Yttrande' then 'statement' when 'Skrivelse' then 'letter' else 'other' end`

export const checkDocuments = `
  with read as materialized (
    select i.line, registry.whole_number(i.id) as n, ${idOf('case', 'registry.whole_number(i.case_id)')} as case_id, i.board_id,
      registry.whole_number(i.year) as year, registry.whole_number(i.regno) as number, registry.whole_number(i.seq) as seq,
      case i.direction when 'in' then 'in' when 'ut' then 'out' when 'upp' then 'internal' end as direction,
      ${kindOf} as kind, i.title, nullif(trim(i.party), '') as party, registry.day(i.received) as received,
      i.secret not in ('false', 'f', '0') as is_secret
    from incoming i
  )
  insert into checked
  select i.line, ${idOf('document', 'i.n')}, c.id, c.authority_id,
    case when ${isYear('i.year')} then i.year end, case when ${fits('i.number')} then i.number end,
    case when ${fits('i.seq')} then i.seq end, i.direction, i.kind, i.title, i.party, i.received, coalesce(i.is_secret, true),
    case
      when i.n is null then 'bad-id'
      when b.authority_id is null then 'unknown-board'
      when c.id is null then 'unknown-case'
      when c.authority_id <> b.authority_id then 'other-board'
      when not coalesce(${isYear('i.year')} and ${fits('i.number')} and ${fits('i.seq')}, false) then 'bad-number'
      when i.direction is null then 'bad-direction'
      when coalesce(trim(i.title), '') = '' then 'no-title'
      when length(i.title) > 300 then 'long-title'
      when length(i.party) > 300 then 'long-party'
      when i.direction <> 'internal' and i.party is null then 'no-party'
      when i.received is null then 'bad-date'
    end, null
  from read i left join boards b on b.source_id = i.board_id left join registry.cases c on c.id = i.case_id`

/** A record whose marking came along: $1 are the neutral words that stand for its title and party. */
const insertDocuments = `
  insert into registry.records (id, case_id, authority_id, year, number, seq, direction, kind, title, party, dated_on,
    registered_at, is_secret)
  select id, case_id, authority_id, year, number, seq, direction, kind, case when is_secret then $1 else title end,
    case when is_secret and party is not null then $1 else party end, dated_on, dated_on::timestamp at time zone 'Europe/Stockholm', is_secret
  from checked where wrong is null order by line`

/** All at once, which fails where one is taken; and all but those, which asks every index twice. */
export const putCases = { all: insertCases, free: whatIsFree(insertCases) }
export const putDocuments = { all: insertDocuments, free: whatIsFree(insertDocuments) }

function whatIsFree(insert: string): string {
  return `with new as (${insert} on conflict do nothing returning id) insert into put select id from new`
}

export const judgeDocuments = `
  with firsts as (select id, min(line) as line from checked where wrong is null group by id)
  update checked k set wrong = case
    when same.id is not null and (same.case_id, same.year, same.number, same.seq) = (k.case_id, k.year, k.number, k.seq) then 'already'
    when same.id is not null then 'id-used'
    when exists (select from registry.records r where (r.authority_id, r.year, r.number) = (k.authority_id, k.year, k.number)) then 'number-used'
    else 'order-used' end
  from firsts f left join registry.records same on same.id = f.id
  where f.id = k.id and k.wrong is null and (k.line > f.line or not exists (select from put p where p.id = k.id))`

export const putWithheld = `
  insert into registry.withheld (record_id, case_id, authority_id, title, party)
  select id, case_id, authority_id, title, party from checked where wrong is null and is_secret`

/** $1: the provision, as far as it is known; $2: now. */
export const putMarkings = `
  insert into registry.markings (id, case_id, record_id, authority_id, provision, marked_on, marked_at)
  select overlay(id::text placing '80e0' from 15 for 4)::uuid, case_id, id, authority_id, $1, dated_on, $2 from checked where wrong is null and is_secret`
