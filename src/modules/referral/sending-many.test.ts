import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { statements, worldOf } from '../../../test/support.ts'
import { aBody, anAuthority } from '../organisation/fixtures.ts'
import { checkChain } from '../registry/index.ts'
import { aDraft, aSender } from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

/** A round to three hundred: mostly boards, each its own authority, and some that are outside. */
async function aLargeDraft(boards: number, outside: number) {
  const bodies: string[] = []
  for (let count = 0; count < boards; count++) bodies.push((await anAuthority(world.db)).bodyId)
  for (let count = 0; count < outside; count++) bodies.push(await aBody(world.db, { kind: 'company' }))
  const sender = await aSender(world)
  return { sender, bodies, roundId: await aDraft(world, sender, bodies) }
}

async function client(): Promise<pg.Client> {
  const one = new pg.Client(world.connection)
  await one.connect()
  return one
}

/** How many of each there are of what a sending makes. */
async function traces(db: pg.Client, roundId: string): Promise<number[]> {
  const { rows } = await db.query<{ n: string }>(
    `select count(*) as n from referral.recipients where round_id = $1 and out_record_id is not null
     union all select count(*) from registry.cases where kind = 'referral_answer'
     union all select count(*) from registry.records where kind in ('referral', 'cover_letter')
     union all select count(*) from registry.ledger where event in ('referral.sent', 'referral.received', 'case.linked')
     union all select count(*) from referral.rounds where id = $1 and state = 'sent'`,
    [roundId],
  )
  return rows.map(({ n }) => Number(n))
}

/** Every series without a gap, and every ledger whole. */
async function assertWhole(db: pg.Client): Promise<void> {
  const gaps = await db.query(
    `select authority_id from (
       select authority_id, count(*) as n, max(number) as last from registry.records group by authority_id, year
       union all select authority_id, count(*), max(number) from registry.cases group by authority_id, year) as s
     where n <> last`,
  )
  assert.deepEqual(gaps.rows, [])
  const { rows } = await db.query(
    `select case_id as "caseId", seq, at, person_id as "personId", actor, event, facts, previous, hash
     from registry.ledger order by case_id, seq`,
  )
  const chains = Map.groupBy(rows, (row) => String(row.caseId))
  for (const chain of chains.values()) assert.deepEqual(checkChain(chain), [])
}

test('forty boards get it, and what is corrected in it, in as many statements as four', async () => {
  const counts = []
  // The first is what a house does once.
  for (const boards of [1, 4, 40]) {
    const { sender, roundId } = await aLargeDraft(boards, 0)
    const at = (what: string, body: object) =>
      statements(world, async () => {
        const reply = await sender.officer.api(`/referrals/${roundId}/${what}`, body)
        assert.equal(reply.status, 200, await reply.clone().text())
      })
    counts.push([await at('send', {}), await at('corrections', { what: 'Bilaga 2 saknades.' })])
  }

  assert.deepEqual(counts[2], counts[1])
})

test('B-16 J-09 a sending to three hundred that is killed in the middle has sent nothing to anybody; the next sends all, and no number has a gap', async () => {
  const { sender, bodies, roundId } = await aLargeDraft(270, 30)
  const [watcher, holder] = [await client(), await client()]
  const before = await traces(watcher, roundId)
  const folder = await mkdtemp(join(tmpdir(), 'kraftsam-killed-'))
  const { rows } = await watcher.query(`select authority_id as id from organisation.bodies where id = $1`, [
    bodies[135],
  ])
  await holder.query('begin')
  await holder.query(`insert into registry.series (authority_id, year, kind, last) values ($1, 2023, 'record', 0)`, [
    rows[0].id,
  ])

  const child = spawn(process.execPath, [
    join(import.meta.dirname, '../../../test/support/send-referral.ts'),
    ...[JSON.stringify(world.connection), folder, roundId, sender.officer.personId, world.now.toISOString()],
  ])
  const isWaiting = async () => {
    const waiting = await watcher.query(
      `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return waiting.rows.length > 0
  }
  for (let tries = 0; tries < 600 && child.exitCode === null && !(await isWaiting()); tries++) await pause(50)
  assert.ok(await isWaiting(), 'it has opened cases and waits for the numbers of a record')
  child.kill('SIGKILL')
  await once(child, 'exit')
  await holder.query('rollback')
  for (let tries = 0; tries < 200 && (await othersIn(watcher)); tries++) await pause(50)

  assert.deepEqual(await traces(watcher, roundId), before)
  const again = await sender.officer.api(`/referrals/${roundId}/send`, {})
  assert.equal(again.status, 200, await again.clone().text())
  const [sent, cases = 0, records = 0] = await traces(watcher, roundId)
  assert.deepEqual([sent, cases - (before[1] ?? 0), records - (before[2] ?? 0)], [300, 270, 570])
  await assertWhole(watcher)
  await Promise.all([watcher.end(), holder.end(), rm(folder, { recursive: true, force: true })])
})

/** Whether the killed one's own connection is still ending. */
async function othersIn(db: pg.Client): Promise<boolean> {
  const { rows } = await db.query(
    `select pid from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`,
  )
  return rows.length > 0
}
