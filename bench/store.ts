/** Numbers and the matrix on a real store, beside the same work in bare SQL. */

import { createHash } from 'node:crypto'
import pg from 'pg'
import { routes } from '../src/app.ts'
import { perform, type Command } from '../src/kernel/command.ts'
import { aRound, manyAnswers } from '../src/modules/compilation/fixtures.ts'
import { aRegistry } from '../src/modules/registry/fixtures.ts'
import { actorOf, as, type World } from '../test/support.ts'
import { median, milliseconds, timed, type Line } from './table.ts'

const cases = 1000
const round = 100

function commandNamed(id: string): Command {
  for (const route of routes) if ('command' in route && route.command.id === id) return route.command
  throw new Error(`There is no command ${id}`)
}

/** The two take turns, a hundred at a time, so that whatever else the machine does meets both. */
export async function caseTimes(world: World): Promise<Line[]> {
  const [ours, bare] = [await aRegistry(world), await aRegistry(world)]
  const actor = await actorOf(world, ours.registrarId)
  const open = commandNamed('registry.open-case')
  const client = new pg.Client(world.connection)
  await client.connect()
  const byCommand = async () => {
    for (let n = 0; n < round; n++) await perform(open, world.caller(actor), { title: 'Remiss om cykelvägar' })
  }
  const bySql = async () => {
    for (let n = 0; n < round; n++) await openInSql(client, bare)
  }
  let [commandTook, sqlTook] = [0, 0]
  for (let done = 0; done < cases; done += round) {
    commandTook += await timed(byCommand)
    sqlTook += await timed(bySql)
  }
  await refuseGaps(client, ours.authorityId)
  await client.end()
  const ratio = (commandTook / sqlTook).toFixed(1)
  return [
    {
      what: `${cases.toLocaleString('en')} cases opened one by one, numbers 1 to ${cases.toLocaleString('en')} checked`,
      took: milliseconds(commandTook),
      beside: `the same inserts in bare SQL ${milliseconds(sqlTook)}, ratio ${ratio}`,
    },
  ]
}

type Bare = { readonly authorityId: string; readonly registrarId: string; readonly prefix: string }

async function openInSql(client: pg.Client, { authorityId, registrarId, prefix }: Bare): Promise<void> {
  await client.query('begin')
  const { rows } = await client.query<{ last: number }>(
    `insert into registry.series (authority_id, year, kind, last) values ($1, 2023, 'case', 1)
     on conflict (authority_id, year, kind) do update set last = series.last + 1 returning last`,
    [authorityId],
  )
  const number = rows[0]?.last ?? 0
  const made = await client.query<{ id: string }>(
    `insert into registry.cases (authority_id, year, number, reference_number, kind, title, opened_on, opened_by)
     values ($1, 2023, $2, $3, 'matter', 'Remiss om cykelvägar', '2023-10-03', $4) returning id`,
    [authorityId, number, `${prefix}-2023-${number}`, registrarId],
  )
  const hash = createHash('sha256').update(`${prefix}${number}`).digest('hex')
  await client.query(
    `insert into registry.ledger (case_id, seq, at, person_id, actor, event, facts, previous, hash)
     values ($1, 1, now(), $2, 'bench', 'case.opened', '{}', '', $3)`,
    [made.rows[0]?.id, registrarId, hash],
  )
  await client.query('commit')
}

async function refuseGaps(client: pg.Client, authorityId: string): Promise<void> {
  const { rows } = await client.query<{ count: string; last: number }>(
    'select count(distinct number), max(number) as last from registry.cases where authority_id = $1',
    [authorityId],
  )
  const found = rows[0]
  if (Number(found?.count) !== cases || found?.last !== cases)
    throw new Error(`Numbers are missing: ${JSON.stringify(found)}`)
}

const matrixSql = `
  select b.name, r.id, a.stance, a.paragraph, a.reservations, p.question_id, p.text, p.items, p.sha256
  from referral.recipients r
  join organisation.bodies b on b.id = r.body_id
  left join referral.answers a on a.recipient_id = r.id
  left join referral.answer_parts p on p.answer_id = a.id
  where r.round_id = $1 order by b.name`

/** Twenty-six bodies that have answered four questions each: the whole page, through sign-in and layout. */
export async function matrixTimes(world: World): Promise<Line[]> {
  const sent = await aRound(world, { questions: 4 })
  await manyAnswers(world, sent, 26)
  const officer = await as(world, sent.officerId)
  const client = new pg.Client(world.connection)
  await client.connect()
  let size = 0
  const page = await median(30, async () => {
    const reply = await officer.get(`/remisser/${sent.id}/sammanstallning?vy=matris`)
    if (reply.status !== 200) throw new Error(`The page answered ${reply.status}`)
    size = (await reply.text()).length
  })
  const bare = await median(30, async () => void (await client.query(matrixSql, [sent.id])))
  await client.end()
  const beside = `its cells in one SQL query ${milliseconds(bare)}, ratio ${(page / bare).toFixed(1)}`
  return [
    {
      what: `the matrix page, 26 bodies × 4 questions (${Math.round(size / 1024)} kB)`,
      took: milliseconds(page),
      beside,
    },
  ]
}
