import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { as, worldOf } from '../../../test/support.ts'
import { calm } from '../../kernel/db.ts'
import { folderStore } from '../../kernel/files.ts'
import { aCase, aColleague, aFile, aRecord, aRegistry } from '../registry/fixtures.ts'
import { verifyStore, type Verified } from './queries/verify-store.ts'
import { kraftsam, linesOf } from './fixtures.ts'

const world = worldOf()
const folder = mkdtempSync(join(tmpdir(), 'kraftsam-verify-'))
const files = folderStore(folder)
let made: pg.Pool | undefined
const pool = () => (made ??= calm(new pg.Pool({ ...world.connection, max: 4 })))
after(async () => {
  await made?.end()
  rmSync(folder, { recursive: true, force: true })
})

/** What `verify` says while something is changed behind its back; the change is then undone. */
async function verified(change: string = 'select 1', caseId: string | null = null): Promise<Verified> {
  const client = await pool().connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(change)
    return await verifyStore({ client, files }, { caseId }, () => {})
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** A case with two records, each with a file of its own. */
async function aFiledCase() {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)
  const records = []
  for (const words of ['Ett', 'Två']) {
    const file = aFile(`${words}.txt`, `${words} ${theCase.id}`)
    await files.keep(file.bytes)
    records.push(await aRecord(world, registry, { caseId: theCase.id, files: [file] }))
  }
  const [first, second] = records
  if (first === undefined || second === undefined) throw new Error('Two records')
  return { registry, theCase, first, second }
}

const kinds = (found: Verified) => Object.keys(found.byKind).sort()

test('J-09 a store that nobody has touched is whole', async () => {
  const { registry, theCase } = await aFiledCase()
  await aColleague(world, registry, 'head')

  const found = await verified()

  assert.deepEqual([found.isWhole, found.faults], [true, []])
  assert.ok(found.checked.ledgerEntries >= 3 && found.checked.files >= 2)
  const one = await verified(undefined, theCase.id)
  assert.deepEqual(one.checked, {
    cases: 1,
    records: 2,
    ledgerEntries: 3,
    files: 2,
    bytes: one.checked.bytes,
    knownGaps: 0,
  })
})

test('J-09 verify finds a changed row', async () => {
  const { theCase } = await aFiledCase()

  const found = await verified(
    `update registry.ledger set actor = 'Någon annan' where case_id = '${theCase.id}' and seq = 2`,
  )

  assert.equal(found.isWhole, false)
  assert.deepEqual(found.faults, [
    { kind: 'ledger-content', caseId: theCase.id, seq: 2, referenceNumber: theCase.referenceNumber },
  ])
})

test('J-09 verify finds a row taken away in the middle, at the end, and all of them', async () => {
  const { theCase } = await aFiledCase()
  const from = `delete from registry.ledger where case_id = '${theCase.id}'`

  const middle = await verified(`${from} and seq = 2`)
  const end = await verified(`${from} and seq = 3`)
  const all = await verified(from)

  assert.deepEqual(kinds(middle), ['ledger-link', 'ledger-missing', 'record-not-in-ledger'])
  assert.deepEqual(kinds(end), ['ledger-end', 'record-not-in-ledger'])
  assert.partialDeepStrictEqual(end.faults, [{ kind: 'ledger-end', caseId: theCase.id, seq: 3, found: 2 }])
  assert.deepEqual(kinds(all), ['ledger-end', 'ledger-none', 'record-not-in-ledger'])
})

test('B-16 verify finds numbers that are gone, and a series that would give a number out again', async () => {
  const { registry, first, second } = await aFiledCase()
  const gone = (id: string) =>
    `delete from registry.files where record_id = '${id}'; delete from registry.records where id = '${id}'`

  const middle = await verified(gone(first.id))
  const last = await verified(gone(second.id))
  const back = await verified(
    `update registry.series set last = last - 1 where authority_id = '${registry.authorityId}'`,
  )

  const { prefix } = registry
  const gap = (n: number) => ({ kind: 'number-gap', prefix, year: 2023, series: 'record', first: n, last: n })
  assert.deepEqual(kinds(middle), ['number-gap', 'record-lost', 'record-order'])
  assert.deepEqual(
    middle.faults.find(({ kind }) => kind === 'number-gap'),
    gap(1),
  )
  assert.deepEqual(
    last.faults.find(({ kind }) => kind === 'number-gap'),
    gap(2),
  )
  assert.deepEqual(back.byKind, { 'number-beyond-series': 2 })
})

test('verify finds a file that is gone, cut off or changed, and names the record; one that nobody claims is no fault', async () => {
  const { theCase, first, second } = await aFiledCase()
  const [one, two] = [first, second].map(({ files: [file] }) => file?.sha256 ?? '')
  const third = await files.keep(new TextEncoder().encode('Ingen vill ha mig'))
  const path = (hash = '') => join(folder, hash.slice(0, 2), hash)
  rmSync(path(one))
  writeFileSync(path(two), 'Tvä')

  const found = await verified()

  assert.partialDeepStrictEqual(
    found.faults.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)),
    [
      {
        kind: 'file-missing',
        sha256: one,
        recordId: first.id,
        name: 'Ett.txt',
        referenceNumber: theCase.referenceNumber,
      },
      { kind: 'file-size', sha256: two, recordId: second.id },
    ],
  )
  assert.deepEqual(found.loose, { count: 1, files: [third.sha256] })
  writeFileSync(path(two), `TVÅ ${theCase.id}`)
  assert.deepEqual((await verified()).byKind, { 'file-missing': 1, 'file-changed': 1 })
  await files.keep(new TextEncoder().encode(`Ett ${theCase.id}`))
  rmSync(path(two))
  await files.keep(new TextEncoder().encode(`Två ${theCase.id}`))
  assert.equal((await verified()).isWhole, true)
  assert.equal(readdirSync(join(folder, 'incoming')).length, 0)
})

test('B-06 J-08 verify finds what is marked and not withheld, and a record outside its hidden case', async () => {
  const { theCase, first } = await aFiledCase()

  const half = await verified(`update registry.records set is_secret = true where id = '${first.id}'`)
  const open = await verified(`update registry.cases set is_secret = true where id = '${theCase.id}'`)

  assert.deepEqual(half.byKind, { 'record-marking': 1 })
  assert.deepEqual(open.byKind, { 'case-marking': 1, 'record-of-marked-case': 2 })
})

test('verify finds a request for records that is gone from its series, and one that nobody counted', async () => {
  const { registry } = await aFiledCase()
  const request = (number: number) => `insert into disclosure.requests
    (authority_id, year, number, asked, delivery, received_at, due_on, late_on, registered_by)
    values ('${registry.authorityId}', 2023, ${number}, 'Allt', 'paper', now(), '2023-11-15', '2023-11-16', '${registry.registrarId}');`
  const series = (last: number) =>
    `insert into disclosure.series (authority_id, year, last) values ('${registry.authorityId}', 2023, ${last});`

  const gap = await verified(`${series(3)}${request(1)}${request(3)}`)
  const beyond = await verified(`${series(1)}${request(1)}${request(2)}`)

  assert.partialDeepStrictEqual(gap.faults, [{ kind: 'request-series', year: 2023, first: 2, last: 2 }])
  assert.partialDeepStrictEqual(beyond.faults, [{ kind: 'request-series', year: 2023, first: 2, last: 2 }])
  assert.equal((await verified(`${series(2)}${request(1)}${request(2)}`)).isWhole, true)
})

test('the head of a chain is out of reach for the application', async () => {
  const { theCase } = await aFiledCase()
  for (const statement of [
    'delete from registry.heads',
    `update registry.heads set seq = 1`,
    'select from registry.heads',
  ])
    await assert.rejects(
      world.db.transaction().execute(async (tx) => {
        await sql`select set_config('role', 'kraftsam_app', true)`.execute(tx)
        await sql.raw(statement).execute(tx)
      }),
      /permission denied/,
      theCase.id,
    )
})

test('kraftsam verify tells in JSON and by its exit code; a number that no case has is told', async () => {
  const { theCase } = await aFiledCase()

  const one = await kraftsam(['verify', '--case', theCase.referenceNumber], { world })
  const none = await kraftsam(['verify', '--case', 'XX-1999-1'], { world })

  // the command line has a data folder of its own, without these files
  assert.equal(one.code, 1)
  assert.partialDeepStrictEqual(linesOf(one.out), [{ isWhole: false, byKind: { 'file-missing': 2 } }])
  assert.deepEqual([none.code, none.out], [1, ''])
  assert.match(none.err, /Inget ärende har nummer XX-1999-1/)
})

test('B-12 B-16 a store where records were moved and struck is whole; verify finds a move and a striking that were not', async () => {
  const { registry, theCase, first, second } = await aFiledCase()
  const other = await aCase(world, registry)
  const registrar = await as(world, registry.registrarId)
  const move = (recordId: string, toCase: string) =>
    registrar.api(`/records/${recordId}/move`, { toCase, reason: 'Fel ärende' })
  for (const toCase of [other.id, theCase.id, other.id]) assert.equal((await move(first.id, toCase)).status, 200)
  assert.equal((await registrar.api(`/records/${second.id}/strike`, { reason: 'Två gånger' })).status, 200)

  const found = await verified()
  const each = [await verified(undefined, theCase.id), await verified(undefined, other.id)]
  const unmoved = await verified(`delete from registry.moves where from_case_id = '${theCase.id}' and seq = 1`)
  const back = await verified(`update registry.records set case_id = '${theCase.id}', seq = 9 where id = '${first.id}'`)
  const unstruck = await verified(`update registry.records set struck_at = null, struck_by = null`)

  for (const one of [found, ...each]) assert.deepEqual([one.isWhole, one.faults], [true, []])
  assert.ok(kinds(unmoved).includes('move-lost'))
  assert.ok(kinds(back).includes('move-not-in-ledger'))
  assert.deepEqual(unstruck.byKind, { 'record-struck': 1 })
})
