import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { actorOf, asking, worldOf } from '../../../test/support.ts'
import { writing } from '../../kernel/db.ts'
import { setDue } from './commands/change.ts'
import { writeLedger } from './commands/ledger.ts'
import { aCase, aRecord, aRegistry, stepping } from './fixtures.ts'
import { canonical, checkChain, hashOf, type LedgerEntry } from './model.ts'
import { listLedger } from './queries.ts'

const world = worldOf()

/** A chain as the ledger would write it. */
function chain(events: readonly string[]): LedgerEntry[] {
  const rows: LedgerEntry[] = []
  for (const [index, event] of events.entries()) {
    const entry = {
      caseId: '00000000-0000-4000-8000-000000000001',
      seq: index + 1,
      at: new Date(Date.UTC(2023, 9, 3, 7, index)),
      personId: null,
      actor: 'Kraftsam',
      event,
      facts: { n: index, åäö: 'ja' },
      previous: rows.at(-1)?.hash ?? '',
    }
    rows.push({ ...entry, hash: hashOf(entry) })
  }
  return rows
}

test('J-09 an untouched chain is whole', () => {
  assert.deepEqual(checkChain(chain(['case.opened', 'record.registered', 'case.closed'])), [])
  assert.deepEqual(checkChain([]), [])
})

test('J-09 a changed row breaks the chain, whatever was changed in it', () => {
  const changes: Partial<LedgerEntry>[] = [
    { facts: { n: 1, åäö: 'nej' } },
    { actor: 'Någon annan' },
    { at: new Date(0) },
    { event: 'case.closed' },
    { personId: '00000000-0000-4000-8000-000000000002' },
  ]

  const found = changes.map((change) =>
    checkChain(chain(['a', 'b', 'c']).map((row) => (row.seq === 2 ? { ...row, ...change } : row))),
  )

  for (const faults of found)
    assert.deepEqual(
      faults.map(({ seq, fault }) => [seq, fault]),
      [[2, 'content']],
    )
})

test('J-09 a row that is changed and hashed anew breaks the link of the next', () => {
  const rows = chain(['a', 'b', 'c']).map((row) => {
    if (row.seq !== 2) return row
    const changed = { ...row, actor: 'Någon annan' }
    return { ...changed, hash: hashOf(changed) }
  })

  assert.deepEqual(
    checkChain(rows).map(({ seq, fault }) => [seq, fault]),
    [[3, 'link']],
  )
})

test('J-09 a row taken away shows', () => {
  const rows = chain(['a', 'b', 'c']).filter((row) => row.seq !== 2)

  assert.deepEqual(
    checkChain(rows).map(({ seq, fault }) => [seq, fault]),
    [
      [3, 'missing'],
      [3, 'link'],
    ],
  )
})

test('facts give the same bytes in whatever order they are kept', () => {
  assert.equal(canonical({ b: [1, { d: null, c: 'å' }], a: undefined }), '{"b":[1,{"c":"å","d":null}]}')
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (facts) => {
      const turned = Object.fromEntries(Object.entries(facts).toReversed())
      assert.equal(canonical(turned), canonical(facts))
    }),
  )
})

test('J-09 what the store gives back has the hash of what was written, whatever the facts', async () => {
  const registry = await aRegistry(world)
  const { id: caseId } = await aCase(world, registry)
  const titles = ['å"\\\n\u{1F6B2}', 'a\0b', 'half \ud83d', '']

  for (const reason of titles) {
    await stepping(world, registry.registrarId, (ctx) => writeLedger(ctx, caseId, 'case.reopened', { reason }))
  }

  const entries = await asking(world, (ctx) => listLedger(ctx, caseId))
  assert.equal(entries.length, 1 + titles.length)
  assert.deepEqual(checkChain(entries), [])
})

test('thirty who write in the same case at once leave one whole chain', async () => {
  const registry = await aRegistry(world)
  const { id: caseId } = await aCase(world, registry)

  await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      stepping(world, registry.registrarId, (ctx) => writeLedger(ctx, caseId, 'case.reopened', { reason: String(i) })),
    ),
  )

  const entries = await asking(world, (ctx) => listLedger(ctx, caseId))
  assert.deepEqual(
    entries.map((entry) => entry.seq),
    Array.from({ length: 31 }, (_, i) => i + 1),
  )
  assert.deepEqual(checkChain(entries), [])
})

test('a change that fails leaves nothing in the ledger', async () => {
  const registry = await aRegistry(world)
  const { id: caseId } = await aCase(world, registry)

  const failing = stepping(world, registry.registrarId, async (ctx) => {
    await setDue(ctx, caseId, { dueOn: '2023-12-29', dueSource: 'KSAU § 430' })
    throw new Error('The power went')
  })

  await assert.rejects(failing, /power/)
  const entries = await asking(world, (ctx) => listLedger(ctx, caseId))
  assert.deepEqual(
    entries.map((entry) => entry.event),
    ['case.opened'],
  )
})

test('J-09 D-06 the application can neither change nor take away what is registered', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)
  await aRecord(world, registry, { caseId: theCase.id })
  const actor = await actorOf(world, registry.registrarId)
  const forbidden = [
    sql`update registry.ledger set actor = 'Någon annan'`,
    sql`delete from registry.ledger`,
    sql`update registry.records set title = 'Annat'`,
    sql`delete from registry.records`,
    sql`update registry.files set sha256 = repeat('0', 64)`,
    sql`delete from registry.files`,
    sql`delete from registry.cases`,
    sql`update registry.cases set reference_number = 'X-1-1'`,
    sql`update registry.cases set opened_on = '2020-01-01'`,
    sql`delete from registry.series`,
    sql`delete from registry.links`,
    sql`truncate registry.ledger`,
  ]

  for (const statement of forbidden) {
    await assert.rejects(
      writing(world.db, actor, (tx) => statement.execute(tx)),
      /permission denied/,
    )
  }
})
