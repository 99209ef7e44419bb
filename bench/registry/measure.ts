/** Sixteen people at once on a filled registry: pages, search, registering; each beside the same SQL raw. */

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { superuser, socketFolder } from '../../src/kernel/embedded-postgres/cluster.ts'
import type { Database } from '../../src/kernel/db.ts'
import { hashToken, makeToken } from '../../src/kernel/secrets.ts'
import { postgresPid, startWeb, stopWeb, storeOf } from '../../test/soak/house.ts'
import type { Line } from '../table.ts'
import type { Answers, Ask } from './client.ts'
import { madeIn, residentOf } from './fill.ts'
import { askedOf, raw } from './load.ts'
import { processorOf, since, type Processor } from './processor.ts'

const atOnce = 16
/** Seconds before anything is counted: each connection plans what it has not been asked before, which costs more than the answers. */
const warmUp = 12

type Ground = {
  readonly bearer: string
  readonly authorityId: string
  readonly years: readonly number[]
  readonly cases: readonly { id: string; number: string }[]
  readonly pairs: readonly (readonly [string, string])[]
}

export type Wish = {
  readonly cases: number
  readonly seconds: number
  /** Part of what is measured; empty: all of it. */ readonly only: string
}

export async function measure(folder: string, { cases, seconds, only }: Wish): Promise<Line[]> {
  const data = join(folder, 'data')
  const web = await startWeb(data)
  const db = storeOf(data)
  const ground = await prepare(db, madeIn(folder).pairs)
  const connection = { host: socketFolder(join(data, 'pg')), port: 5432, user: superuser, database: 'kraftsam' }
  const size = cases.toLocaleString('en')
  const lines: Line[] = []
  for (const { what, asks, work } of tasks(ground).filter((task) => task.what.includes(only))) {
    const load = { address: web.address, bearer: ground.bearer, atOnce, asks }
    await askedOf({ ...load, seconds: warmUp })
    const before = processorOf(web.child.pid, postgresPid(data))
    const answers = await askedOf({ ...load, seconds })
    const spent = since(before, processorOf(web.child.pid, postgresPid(data)), answers.perSecond * seconds)
    const bare = await raw(connection, { atOnce, seconds: Math.min(seconds, 3), work })
    lines.push(lineOf(`${size}: ${what}`, answers, { spent, bare }))
  }
  const memory = `${Math.round(residentOf(web.child.pid))} MB`
  lines.push({ what: `${size}: memory of the web process after it`, took: memory, beside: '' })
  await db.destroy()
  await stopWeb(web)
  return lines
}

type Beside = {
  /** Milliseconds of processor for each. */ readonly spent: Processor
  /** Raw SQL, each second. */ readonly bare: number
}

function lineOf(what: string, { perSecond, p50, p95, p99, bad }: Answers, { spent, bare }: Beside): Line {
  const failed = bad === 0 ? '' : `, ${bad} failed`
  const processor = `processor ${spent.web.toFixed(1)} + ${spent.store.toFixed(1)} ms`
  return {
    what,
    took: `${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)} ms${failed}; ${processor}`,
    beside: `raw SQL ${bare.toFixed(0)}/s, ratio ${(bare / perSecond).toFixed(1)}`,
  }
}

/** A registrar at the largest authority, and some of its cases. */
async function prepare(db: Database, pairs: Made['pairs']): Promise<Ground> {
  const { rows } = await sql<{ id: string; body: string }>`
    select c.authority_id as id, (select b.id from organisation.bodies b where b.authority_id = c.authority_id limit 1) as body
    from registry.cases c group by c.authority_id order by count(*) desc limit 1`.execute(db)
  const [largest] = rows
  if (largest === undefined) throw new Error('The registry is empty')
  const bearer = makeToken()
  const person = await sql<{ id: string }>`insert into organisation.people (name, title, email)
    values ('Mätaren', 'Registrator', ${`${randomUUID()}@bench.invalid`}) returning id`.execute(db)
  const personId = person.rows[0]?.id ?? ''
  await sql`insert into organisation.memberships (person_id, body_id, role, valid_from)
    values (${personId}, ${largest.body}, 'registrar', '2000-01-01')`.execute(db)
  await sql`insert into organisation.api_tokens (token_hash, person_id, name, created_at, expires_at)
    values (${hashToken(bearer)}, ${personId}, 'bench', now(), now() + interval '1 day')`.execute(db)
  const years = await sql<{ year: number }>`select distinct year from registry.series
    where authority_id = ${largest.id} and kind = 'case' order by year`.execute(db)
  const cases = await sql<{ id: string; number: string }>`select id, reference_number as number from registry.cases
    where authority_id = ${largest.id} and state = 'open' and not is_secret order by md5(id::text) limit 500`.execute(
    db,
  )
  return { bearer, authorityId: largest.id, years: years.rows.map(({ year }) => year), cases: cases.rows, pairs }
}

type Made = ReturnType<typeof madeIn>
type Task = {
  readonly what: string
  readonly asks: readonly Ask[]
  readonly work: (client: pg.Client, turn: number) => Promise<unknown>
}

const get = (path: string): Ask => ({ method: 'GET', path })
const pick = <T>(list: readonly T[], turn: number): T => {
  const one = list[turn % list.length]
  if (one === undefined) throw new Error('Nothing to choose from')
  return one
}

const commonWords = ['beslut', 'ansökan', 'kommun', 'yttrande']
const asked = (word: string) => `q=${encodeURIComponent(word)}`

function tasks(ground: Ground): Task[] {
  return [...reading(ground), ...searching(ground), writing(ground)]
}

function reading(ground: Ground): Task[] {
  const { cases, years } = ground
  const [list, open] = [listed(ground), opened(ground)]
  return [
    {
      what: 'list of an authority and year, newest 50, as JSON',
      asks: years.map((year) => get(`/api/v1/cases?ar=${year}&lage=alla`)),
      work: list,
    },
    { what: 'the list as a page', asks: years.map((year) => get(`/arenden?ar=${year}&lage=alla`)), work: list },
    {
      what: 'a case with its records, as JSON',
      asks: cases.map(({ number }) => get(`/api/v1/cases/${number}/records`)),
      work: open,
    },
    { what: 'the case as a page', asks: cases.map(({ number }) => get(`/arenden/${number}/handlingar`)), work: open },
  ]
}

function searching({ pairs }: Ground): Task[] {
  const two = pairs.map(([a, b]) => `${a} ${b}`)
  return [
    {
      what: 'search for two words, as JSON',
      asks: two.map((q) => get(`/api/v1/search?${asked(q)}`)),
      work: searched(two),
    },
    {
      what: 'search for a common word, as JSON',
      asks: commonWords.map((q) => get(`/api/v1/search?${asked(q)}`)),
      work: searched(commonWords),
    },
    { what: 'search for two words, as a page', asks: two.map((q) => get(`/sok?${asked(q)}`)), work: searched(two) },
  ]
}

function writing(ground: Ground): Task {
  const asks = ground.cases.map(({ number }) => registering(number))
  return { what: 'registering a record', asks, work: registered(ground) }
}

function registering(number: string): Ask {
  const body = JSON.stringify({ direction: 'in', kind: 'letter', title: 'Mätning', party: 'Mätaren', files: [] })
  return { method: 'POST', path: `/api/v1/cases/${number}/records`, body }
}

function listed({ authorityId, years }: Ground): Task['work'] {
  const text = `select c.id, c.reference_number, c.title, c.state, c.opened_on, o.name from registry.cases c
    left join organisation.people o on o.id = c.officer_id where c.authority_id = $1 and c.year = $2
    order by c.opened_on desc, c.number desc, c.id desc limit 51`
  return (client, turn) => client.query({ name: 'list', text, values: [authorityId, pick(years, turn)] })
}

function opened({ cases }: Ground): Task['work'] {
  const one = `select * from registry.cases where reference_number = $1`
  const all = `select r.*, f.name from registry.records r left join registry.files f on f.record_id = r.id where r.case_id = $1 order by r.seq`
  return async (client, turn) => {
    const { id, number } = pick(cases, turn)
    await client.query({ name: 'case', text: one, values: [number] })
    await client.query({ name: 'records', text: all, values: [id] })
  }
}

function searched(words: readonly string[]): Task['work'] {
  const text = `select e.id, r.title, e.dated_on from search.entries e join registry.records r on r.id = e.id
    where words @@ plainto_tsquery('swedish', $1) order by dated_on desc limit 51`
  return (client, turn) => client.query(text, [pick(words, turn)])
}

/** The number, the record and a line in the ledger, and nothing else: no rights, no hash. */
function registered({ authorityId, cases }: Ground): Task['work'] {
  const number = `update registry.series set last = last + 1 where authority_id = $1 and kind = 'record'
    and year = extract(year from now()) returning last`
  const record = `insert into registry.records (case_id, authority_id, year, number, seq, direction, kind, title, party, dated_on, registered_at)
    select $1, $2, extract(year from now()), $3, coalesce(max(seq), 0) + 1, 'in', 'letter', 'Rått', 'Mätaren', current_date, now()
    from registry.records where case_id = $1`
  return async (client, turn) => {
    await client.query('begin')
    const { rows } = await client.query<{ last: number }>({ name: 'number', text: number, values: [authorityId] })
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [pick(cases, turn).id])
    await client.query({ name: 'record', text: record, values: [pick(cases, turn).id, authorityId, rows[0]?.last] })
    await client.query('commit')
  }
}
