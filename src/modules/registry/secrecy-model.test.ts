import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { actorOf, asking, worldOf } from '../../../test/support.ts'
import type { Actor, Read } from '../../kernel/context.ts'
import { NotFound } from '../../kernel/errors.ts'
import { changeMarking } from './commands/change-marking.ts'
import { giveAccess, liftMarking, markCase, markRecord } from './commands/marking.ts'
import { linkCases } from './commands/change.ts'
import { aCase, aColleague, aFile, aRecord, aRegistry, stepping, type TestRegistry } from './fixtures.ts'
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
  listRecords,
} from './queries.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

const people = ['registrar', 'firstOfficer', 'secondOfficer', 'administrator', 'elsewhere'] as const
type Person = (typeof people)[number]

/** What has happened: the numbers choose among two cases, four records and the people. */
type Deed =
  | { do: 'mark-record' | 'change-record'; record: number; hidesTitle: boolean; hidesParty: boolean }
  | { do: 'mark-case' | 'lift-case'; case: number }
  | { do: 'lift-record'; record: number }
  | { do: 'grant'; case: number; person: Person; isOver: boolean }
  | { do: 'revoke'; case: number; person: Person }

const [caseNo, recordNo] = [fc.nat(1), fc.nat(3)]
const person = fc.constantFrom(...people)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constantFrom('mark-record' as const, 'change-record' as const),
    record: recordNo,
    hidesTitle: fc.boolean(),
    hidesParty: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('mark-case' as const, 'lift-case' as const), case: caseNo }),
  fc.record({ do: fc.constant('lift-record' as const), record: recordNo }),
  fc.record({ do: fc.constant('grant' as const), case: caseNo, person, isOver: fc.boolean() }),
  fc.record({ do: fc.constant('revoke' as const), case: caseNo, person }),
)

/** What the model remembers. Case n has records 2n and 2n + 1, and its own officer. */
type Model = {
  readonly cases: { isMarked: boolean; everMarked: boolean; readonly access: Set<Person> }[]
  readonly records: { marking: { hidesTitle: boolean; hidesParty: boolean } | null }[]
}

const officers: readonly Person[] = ['firstOfficer', 'secondOfficer']

function needs(model: Model, who: Person, no: number): boolean {
  if (who === 'elsewhere') return false
  return who === 'registrar' || officers[no] === who || model.cases[no]?.access.has(who) === true
}

function seesCase(model: Model, who: Person, no: number): boolean {
  return model.cases[no]?.isMarked !== true || needs(model, who, no)
}

function note(model: Model, it: Deed): void {
  const [theCase, record] = [model.cases['case' in it ? it.case : 0], model.records['record' in it ? it.record : 0]]
  assert.ok(theCase !== undefined && record !== undefined)
  if (it.do === 'mark-record') record.marking ??= { hidesTitle: it.hidesTitle, hidesParty: it.hidesParty }
  if (it.do === 'change-record' && record.marking !== null)
    record.marking = { hidesTitle: it.hidesTitle, hidesParty: it.hidesParty }
  if (it.do === 'lift-record') record.marking = null
  if (it.do === 'mark-case') theCase.isMarked = true
  if (it.do === 'lift-case') theCase.isMarked = false
  if (it.do === 'grant') theCase.access[it.isOver ? 'delete' : 'add'](it.person)
  if (it.do === 'revoke') theCase.access.delete(it.person)
  const marked = it.do === 'mark-record' ? model.cases[it.record >> 1] : it.do === 'mark-case' ? theCase : undefined
  if (marked !== undefined) marked.everMarked = true
}

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
    if (it.do === 'mark-record') {
      const record = await getRecord(ctx, recordId)
      const hides = { hidesTitle: it.hidesTitle, hidesParty: it.hidesParty }
      if (!record.isSecret) await markRecord(ctx, record, { provision: '25 kap. 1 § OSL', reason: 'Hälsa', ...hides })
    } else if (it.do === 'change-record') {
      const held = (await listMarkings(ctx, records[it.record]?.caseId ?? '')).find(
        (each) => each.liftedAt === null && each.recordId === recordId,
      )
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

async function orNull<T>(question: Promise<T>): Promise<T | null> {
  return question.catch((error: unknown) => {
    if (error instanceof NotFound) return null
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

/** What the model says that they see. */
function expected(model: Model, who: Person, given: { access: readonly boolean[]; reasons: readonly boolean[] }) {
  const sees = [0, 1].map((no) => seesCase(model, who, no))
  const all = ['Ärende 0', 'Ärende 1'].filter((_, no) => sees[no])
  const record = (no: number) => {
    if (!sees[no >> 1]) return null
    const name = `${no >> 1}${no % 2}`
    const { marking = null } = model.records[no] ?? {}
    const hidden = marking !== null && !needs(model, who, no >> 1)
    return {
      title: hidden && marking.hidesTitle ? 'Uppgift utelämnad' : `Titel ${name}`,
      party: hidden && marking.hidesParty ? 'Uppgift utelämnad' : `Part ${name}`,
      files: hidden ? 0 : 1,
    }
  }
  const every = [0, 1, 2, 3].map(record)
  return {
    cases: ['Ärende 0', 'Ärende 1'].map((title, no) => (sees[no] ? title : null)),
    list: all,
    file: all,
    toAssign: [],
    links: [0, 1].map((no) => (sees[0] && sees[1] ? [`Ärende ${1 - no}`] : [])),
    records: [every.slice(0, 2), every.slice(2)].map((list) => list.filter((one) => one !== null)),
    single: every,
    files: every.map((one, no) => (one?.files === 1 ? `fil ${no >> 1}${no % 2}.txt` : null)),
    journal: [3, 2, 1, 0].map((no) => [`2023:${no + 1}`, every[no] ? [every[no].title, every[no].party] : null]),
    hasHistory: [0, 1].map((no) => sees[no] === true && (!model.cases[no]?.everMarked || needs(model, who, no))),
    reasons: given.reasons.map((there, no) => there && needs(model, who, no)),
    access: given.access,
  }
}

/** Whoever has no need sees at most that they themselves are on the list of who has access. */
function accessFor(model: Model, who: Person, lists: readonly (readonly Person[])[]): boolean[] {
  return lists.map((list, no) => (needs(model, who, no) ? list.length > 0 : list.includes(who)))
}

test('J-08 B-06 no question of the registry gives what the model says is hidden, and each gives all that it says is there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 9 }), async (deeds) => {
      const house = await aHouse()
      const model: Model = {
        cases: [0, 1].map(() => ({ isMarked: false, everMarked: false, access: new Set<Person>() })),
        records: [0, 1, 2, 3].map(() => ({ marking: null })),
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
      const reasons = model.cases.map(({ everMarked }) => everMarked)
      for (const who of people) {
        const actor: Actor = await actorOf(world, house.ids[who])
        const access = accessFor(model, who, onList)
        const there = await asking(world, (ctx) => seen(ctx, house), actor)
        assert.deepEqual(there, expected(model, who, { access, reasons }), who)
      }
    }),
    { numRuns: 10 },
  )
})
