import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { actorOf, asking, worldOf } from '../../../test/support.ts'
import type { Actor, Read } from '../../kernel/context.ts'
import { NotFound, Refused } from '../../kernel/errors.ts'
import { changeMarking } from './commands/change-marking.ts'
import { giveAccess, liftMarking, markCase, markRecord } from './commands/marking.ts'
import { linkCases } from './commands/change.ts'
import { moveRecord, strikeRecord } from './commands/placing.ts'
import { aCase, aColleague, aFile, aRecord, aRegistry, stepping, type TestRegistry } from './fixtures.ts'
import {
  accessFor,
  deed,
  expected,
  hasMarkings,
  note,
  officers,
  people,
  type Deed,
  type Model,
  type Person,
} from './fixtures/hidden-model.ts'
import type { RecordItem } from './model.ts'
import {
  findAllCases,
  getCase,
  getFile,
  getRecord,
  listAccess,
  listCases,
  listCasesToAssign,
  listJournal,
  listLedger,
  listLinkedCases,
  listMarkings,
  listMovedAway,
  listRecords,
} from './queries.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

type House = {
  readonly registry: TestRegistry
  readonly ids: Readonly<Record<Person, string>>
  readonly caseIds: readonly string[]
  readonly records: readonly RecordItem[]
}

async function aHouse(): Promise<House> {
  const registry = await aRegistry(world)
  const ids = {
    registrar: registry.registrarId,
    firstOfficer: await aColleague(world, registry, 'case_officer'),
    secondOfficer: await aColleague(world, registry, 'case_officer'),
    administrator: await aColleague(world, registry, 'administrator'),
    elsewhere: (await aRegistry(world)).registrarId,
  }
  const caseIds: string[] = []
  const records: RecordItem[] = []
  for (const [no, officer] of officers.entries()) {
    const { id } = await aCase(world, registry, { title: `Ärende ${no}`, officerId: ids[officer] })
    caseIds.push(id)
    for (const nth of [0, 1]) {
      const facts = { title: `Titel ${no}${nth}`, party: `Part ${no}${nth}`, files: [aFile(`fil ${no}${nth}.txt`)] }
      records.push(await aRecord(world, registry, { caseId: id, ...facts }))
    }
  }
  const [first = '', second = ''] = caseIds
  await stepping(world, registry.registrarId, (ctx) => linkCases(ctx, first, second, 'related'))
  return { registry, ids, caseIds, records }
}

/** Does it by the registry's own steps, where it can be done. */
async function perform({ registry, ids, caseIds, records }: House, it: Deed): Promise<void> {
  await stepping(world, registry.registrarId, async (ctx) => {
    const caseId = caseIds['case' in it ? it.case : 0] ?? ''
    const recordId = records['record' in it ? it.record : 0]?.id ?? ''
    const theCase = await getCase(ctx, caseId)
    const as = (verb: string) => ({ ...ctx, guard: { verb, asked: false } })
    if (it.do === 'move')
      await orNull(moveRecord(as('registry.move-record'), { recordId, toCase: caseId, reason: 'Fel' }), Refused)
    else if (it.do === 'strike')
      await orNull(strikeRecord(as('registry.strike-record'), { recordId, reason: 'Fel' }), Refused)
    else if (it.do === 'mark-record') {
      const record = await getRecord(ctx, recordId)
      const hides = { hidesTitle: it.hidesTitle, hidesParty: it.hidesParty }
      if (!record.isSecret) await markRecord(ctx, record, { provision: '25 kap. 1 § OSL', reason: 'Hälsa', ...hides })
    } else if (it.do === 'change-record') {
      const held = (await Promise.all(caseIds.map((id) => listMarkings(ctx, id))))
        .flat()
        .find((each) => each.liftedAt === null && each.recordId === recordId)
      const { hidesTitle, hidesParty } = it
      const change = { provision: '26 kap. 1 § OSL', reason: 'Prövat igen', hidesTitle, hidesParty }
      if (held !== undefined) await changeMarking(ctx, held, change)
    } else if (it.do === 'mark-case') {
      if (!theCase.isSecret) await markCase(ctx, theCase, { provision: '26 kap. 1 § OSL', reason: 'Hälsa' })
    } else if (it.do === 'grant') {
      const until = it.isOver ? '2023-10-10' : '2099-12-31'
      await giveAccess(ctx, caseId, { personId: ids[it.person], reason: 'Behov', until })
    } else if (it.do === 'revoke') {
      await ctx.db
        .deleteFrom('registry.access')
        .where('case_id', '=', caseId)
        .where('person_id', '=', ids[it.person])
        .execute()
    } else {
      const wanted = it.do === 'lift-case' ? { caseId, recordId: null } : { caseId: '', recordId }
      const all = (await Promise.all(caseIds.map((id) => listMarkings(ctx, id)))).flat()
      const held = all.find(
        (each) =>
          each.liftedAt === null &&
          each.recordId === wanted.recordId &&
          (wanted.recordId !== null || each.caseId === wanted.caseId),
      )
      if (held !== undefined) await liftMarking(ctx, held, 'Inte längre')
    }
  })
}

async function orNull<T>(question: Promise<T>, no: typeof NotFound | typeof Refused = NotFound): Promise<T | null> {
  return question.catch((error: unknown) => {
    if (error instanceof no) return null
    throw error
  })
}

/** What somebody sees of the house through the registry's questions, told in the model's words. */
async function seen(ctx: Read, { registry, caseIds, records }: House) {
  const { authorityId } = registry
  const filter = { authorityId, state: null }
  const titles = (list: readonly { title: string }[]) => list.map(({ title }) => title).toSorted()
  const linked = await Promise.all(caseIds.map((id) => listLinkedCases(ctx, id)))
  const journal = await listJournal(ctx, { authorityId, direction: null }, { size: 3 })
  const rest = await listJournal(ctx, { authorityId, direction: null }, { size: 3, after: journal.next ?? '' })
  return {
    cases: await Promise.all(caseIds.map(async (id) => (await orNull(getCase(ctx, id)))?.title ?? null)),
    list: titles((await listCases(ctx, filter)).cases),
    file: titles(await findAllCases(ctx, filter)),
    toAssign: titles(await listCasesToAssign(ctx, authorityId)),
    links: linked.map(titles),
    records: (await Promise.all(caseIds.map((id) => listRecords(ctx, id)))).map((list) => list.map(wordsOf)),
    single: await Promise.all(records.map(async ({ id }) => wordsOf(await orNull(getRecord(ctx, id))))),
    files: await Promise.all(
      records.map(async ({ files }) => (await orNull(getFile(ctx, files[0]?.id ?? '')))?.name ?? null),
    ),
    journal: [...journal.records, ...rest.records].map(({ number, shown }) => [
      number,
      shown && [shown.title, shown.party],
    ]),
    struck: [...journal.records, ...rest.records].map(({ shown }) => shown !== null && shown.struckAt !== null),
    moved: (
      await Promise.all(caseIds.map(async (id) => ((await orNull(getCase(ctx, id))) ? listMovedAway(ctx, id) : [])))
    ).map((list) => list.map(({ seq, to }) => [seq, to !== null])),
    hasHistory: await Promise.all(caseIds.map(async (id) => (await listLedger(ctx, id)).length > 0)),
    reasons: await Promise.all(
      caseIds.map(async (id) => (await listMarkings(ctx, id)).some(({ reason }) => reason !== null)),
    ),
    access: await Promise.all(caseIds.map(async (id) => (await listAccess(ctx, id)).length > 0)),
  }
}

function wordsOf(record: RecordItem | null) {
  return record && { title: record.title, party: record.party, files: record.files.length }
}

test('J-08 B-06 no question of the registry gives what the model says is hidden, and each gives all that it says is there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 9 }), async (deeds) => {
      const house = await aHouse()
      const model: Model = {
        cases: [0, 1].map(() => ({ isMarked: false, everMarked: false, last: 2, access: new Set<Person>() })),
        records: [0, 1, 2, 3].map((no) => ({
          ...{ marking: null, everMarked: false, isStruck: false },
          ...{ case: no >> 1, seq: 1 + (no % 2) },
        })),
        moves: [],
      }
      const onList: Person[][] = [[], []]
      for (const it of deeds) {
        await perform(house, it)
        note(model, it)
        if (it.do === 'grant' || it.do === 'revoke')
          onList[it.case] = [
            ...(onList[it.case] ?? []).filter((who) => who !== it.person),
            ...(it.do === 'grant' ? [it.person] : []),
          ]
      }
      const reasons = [0, 1].map((no) => hasMarkings(model, no))
      for (const who of people) {
        const actor: Actor = await actorOf(world, house.ids[who])
        const access = accessFor(model, who, onList)
        const there = await asking(world, (ctx) => seen(ctx, house), actor)
        assert.deepEqual(there, expected(model, who, { access, reasons }), who)
      }
    }),
    { numRuns: 14 },
  )
})
