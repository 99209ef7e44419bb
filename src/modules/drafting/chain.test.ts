import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, worldOf, type Knocking } from '../../../test/support.ts'
import { textOf } from '../../kernel/file-text.ts'
import { aColleague } from '../registry/fixtures.ts'
import { listLedger, listRecords } from '../registry/index.ts'
import { approve, aSubmission, aWrittenMemo, draftOf, type TestOffice } from './fixtures.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

const sends = (office: TestOffice, steps: readonly (readonly [Knocking, number])[]) =>
  office.officer.post(`${office.at}/skicka-for-godkannande`, {
    'approvers[]': steps.map(([{ personId }]) => personId),
    ...Object.fromEntries(steps.map(([{ personId }, step]) => [`steps.${personId}`, String(step)])),
  })

async function inOrder(): Promise<{ office: TestOffice; submissionId: string }> {
  const office = await aWrittenMemo(world)
  await sends(office, [
    [office.other, 2],
    [office.head, 1],
  ])
  const { submissionId } = await world.db
    .selectFrom('drafting.submissions')
    .select('id as submissionId')
    .where('case_id', '=', office.theCase.id)
    .executeTakeFirstOrThrow()
  return { office, submissionId }
}

/** Somebody who keeps the chain of the office. */
const keeperOf = async (office: TestOffice, role: 'secretary' | 'registrar' = 'secretary') =>
  as(world, await aColleague(world, office.registry, role, 'Siv Keeper'))

const isInList = async (head: Knocking, submissionId: string) =>
  (await (await head.get('/godkannanden')).text()).includes(`/godkannanden/${submissionId}"`)

test('I-16 the next in the chain is asked when the one before has approved, and not before', async () => {
  const { office, submissionId } = await inOrder()

  const early = await approve(office.other, submissionId)
  const before = await isInList(office.other, submissionId)
  const first = await approve(office.head, submissionId)
  const after = await isInList(office.other, submissionId)
  const second = await approve(office.other, submissionId)

  assert.deepEqual([early.status, before, first.status, after, second.status], [409, false, 303, true, 303])
  assert.match(await early.text(), /inte din tur än/)
  assert.equal((await draftOf(office, 'memo')).state, 'approved')
})

test('I-16 sending back stops the rest of the chain, and says why', async () => {
  const { office, submissionId } = await inOrder()

  await office.head.post(`/godkannanden/${submissionId}/skicka-tillbaka`, { note: 'Kostnaden saknas.' })
  const next = await approve(office.other, submissionId)

  assert.equal(next.status, 409)
  assert.equal(await isInList(office.other, submissionId), false)
  assert.equal((await draftOf(office, 'memo')).state, 'draft')
})

test('I-16 one who is asked instead of somebody is asked in their step', async () => {
  const { office, submissionId } = await inOrder()
  const third = await as(world, await aColleague(world, office.registry, 'head', 'Siv Holm'))

  await office.officer.post(`/godkannanden/${submissionId}/fraga-en-till`, {
    personId: third.personId,
    insteadOf: office.other.personId,
    reason: 'Semester',
  })
  const early = await approve(third, submissionId)
  await approve(office.head, submissionId)
  const then = await approve(third, submissionId)

  assert.deepEqual([early.status, then.status], [409, 303])
  assert.equal((await draftOf(office, 'memo')).state, 'approved')
})

test('I-16 an authority sets its chain by function, and a new submission begins with it', async () => {
  const office = await aWrittenMemo(world)
  const keeper = await keeperOf(office)
  const save = (from: Knocking) =>
    from.post('/godkannanden/kedja', {
      authorityId: office.registry.authorityId,
      'roles.0.name': 'Enhetschef',
      'roles.0.step': '1',
      'roles.0.holders[]': office.other.personId,
      'roles.1.name': 'Förvaltningsdirektör',
      'roles.1.step': '2',
      'roles.1.holders[]': office.head.personId,
      'roles.2.name': '',
      'roles.2.step': '3',
    })

  const byOfficer = await save(office.officer)
  const saved = await save(keeper)
  const form = await (await office.officer.get(`${office.at}/skicka-for-godkannande`)).text()

  assert.deepEqual([byOfficer.status, saved.status], [403, 303])
  assert.match(form, /Enhetschef i kedjan/)
  assert.match(form, new RegExp(`value="${office.other.personId}" checked`))
  assert.match(form, new RegExp(`name="steps.${office.head.personId}"[\\s\\S]{0,200}?value="2" selected`))
  const { roles } = JSON.parse(
    await (await keeper.api(`/authorities/${office.registry.authorityId}/approval-chain`)).text(),
  )
  assert.deepEqual(
    roles.map(({ name, step }: { name: string; step: number }) => [name, step]),
    [
      ['Enhetschef', 1],
      ['Förvaltningsdirektör', 2],
    ],
  )
})

test('a function that nobody holds, or one who is no head, comes back with the words and an error beside it', async () => {
  const office = await aWrittenMemo(world)
  const keeper = await keeperOf(office)
  const roles = (holders: readonly string[]) =>
    keeper.post('/godkannanden/kedja', {
      authorityId: office.registry.authorityId,
      'roles.0.name': 'Kanslichef',
      'roles.0.step': '1',
      'roles.0.holders[]': holders,
    })

  const nobody = await roles([])
  const officer = await roles([office.officer.personId])

  assert.deepEqual([nobody.status, officer.status], [422, 422])
  const page = await nobody.text()
  assert.match(page, /Kanslichef/)
  assert.match(page, /Välj minst en chef som har funktionen/)
})

test('I-16 a substitute sees and approves what waited already, marked with whom it is for', async () => {
  const office = await aWrittenMemo(world)
  const submissionId = await aSubmission(office, [office.head])
  const before = await isInList(office.other, submissionId)

  const arranged = await office.head.post('/godkannanden/franvaro', {
    authorityId: office.registry.authorityId,
    personId: office.head.personId,
    substituteId: office.other.personId,
    fromOn: '2023-11-14',
    toOn: '2023-11-24',
  })
  const list = await (await office.other.get('/godkannanden')).text()
  const page = await (await office.other.get(`/godkannanden/${submissionId}`)).text()
  const approved = await approve(office.other, submissionId)

  assert.deepEqual([before, arranged.status, approved.status], [false, 303, 303])
  assert.match(list, /för Karin Ek/)
  assert.match(page, /Du svarar för Karin Ek/)
  const [record] = await asking(world, (ctx) => listRecords(ctx, office.theCase.id))
  const pdf = record?.files.find(({ name }) => name.endsWith('.pdf'))
  assert.ok(pdf)
  assert.match(
    (await textOf(await world.files.read(pdf.sha256), pdf.name)).text,
    /Karin Ek[\s\S]*Godkänd 2023-11-15 av Olle Berg/,
  )
  const ledger = await asking(world, (ctx) => listLedger(ctx, office.theCase.id))
  assert.deepEqual(ledger.find(({ event }) => event === 'drafting.approved')?.facts['insteadOf'], ['Karin Ek'])
})

test('I-16 a substitute answers on the days alone, and nobody for the substitute of a substitute', async () => {
  const office = await aWrittenMemo(world)
  const keeper = await keeperOf(office, 'registrar')
  const third = await as(world, await aColleague(world, office.registry, 'head', 'Siv Holm'))
  const submissionId = await aSubmission(office, [office.head])
  const away = (who: Knocking, substitute: Knocking, days: readonly [string, string]) =>
    keeper.post('/godkannanden/franvaro', {
      authorityId: office.registry.authorityId,
      personId: who.personId,
      substituteId: substitute.personId,
      fromOn: days[0],
      toOn: days[1],
    })

  await away(office.head, office.other, ['2023-11-20', '2023-11-24'])
  await away(office.other, third, ['2023-11-15', '2023-11-30'])
  const tooEarly = await approve(office.other, submissionId)
  world.now = new Date('2023-11-20T09:00:00+01:00')
  const byThird = await approve(third, submissionId)
  const overlapping = await away(office.head, third, ['2023-11-24', '2023-11-26'])
  const bySubstitute = await approve(office.other, submissionId)
  world.now = new Date('2023-11-15T09:00:00+01:00')

  assert.deepEqual([tooEarly.status, byThird.status, overlapping.status, bySubstitute.status], [409, 409, 409, 303])
  assert.match(await overlapping.text(), /har redan en ersättare/)
})

test('a head speaks for themselves alone, and may be back before the day', async () => {
  const office = await aWrittenMemo(world)
  const submissionId = await aSubmission(office, [office.head])
  const away = (by: Knocking) =>
    by.api(`/authorities/${office.registry.authorityId}/absences`, {
      personId: office.head.personId,
      substituteId: office.other.personId,
      fromOn: '2023-11-15',
      toOn: '2023-11-20',
    })

  const byOther = await away(office.other)
  const { absenceId }: { absenceId: string } = JSON.parse(await (await away(office.head)).text())
  const endedByOther = await office.other.post(`/godkannanden/franvaro/${absenceId}/avsluta`)
  const ended = await office.head.post(`/godkannanden/franvaro/${absenceId}/avsluta`)
  const late = await approve(office.other, submissionId)

  assert.deepEqual([byOther.status, endedByOther.status, ended.status, late.status], [403, 403, 303, 409])
})

test('a comment stays with the approval: not on the paper, nor in the ledger', async () => {
  const office = await aWrittenMemo(world)
  const submissionId = await aSubmission(office, [office.head, office.other])

  await approve(office.head, submissionId, { comment: 'Bra, men följ upp kostnaden.' })

  const page = await (await office.officer.get(`/godkannanden/${submissionId}`)).text()
  const [paper] = page.split('<aside')
  assert.match(page, /följ upp kostnaden/)
  assert.doesNotMatch(paper ?? '', /<article[\s\S]*följ upp kostnaden[\s\S]*<\/article>/)
  assert.doesNotMatch(JSON.stringify(await asking(world, (ctx) => listLedger(ctx, office.theCase.id))), /följ upp/)
})

test('a comment by somebody who also answers for one who is away is told once', async () => {
  const office = await aWrittenMemo(world)
  const third = await as(world, await aColleague(world, office.registry, 'head', 'Siv Holm'))
  const submissionId = await aSubmission(office, [office.head, office.other, third])
  await office.head.api(`/authorities/${office.registry.authorityId}/absences`, {
    personId: office.head.personId,
    substituteId: office.other.personId,
    fromOn: '2023-11-15',
    toOn: '2023-11-20',
  })

  const approved = await approve(office.other, submissionId, { comment: 'Bra, men skriv ut tiden.' })
  await third.post(`/godkannanden/${submissionId}/skicka-tillbaka`, { note: 'Kostnaden saknas.' })

  const draft = await (await office.officer.get(`${office.at}/tjansteskrivelse`)).text()
  assert.equal(approved.status, 303)
  assert.equal(draft.match(/<blockquote>Bra, men skriv ut tiden\./g)?.length, 1)
  assert.match(await (await office.officer.get('/')).text(), /Kostnaden saknas\. Olle Berg godkände med en kommentar\./)
})

test('B-22 the chain and the absences of an authority are its own', async () => {
  const office = await aWrittenMemo(world)
  const elsewhere = await aWrittenMemo(world)
  const keeper = await keeperOf(elsewhere)
  const { absenceId }: { absenceId: string } = JSON.parse(
    await (
      await office.head.api(`/authorities/${office.registry.authorityId}/absences`, {
        personId: office.head.personId,
        substituteId: office.other.personId,
        fromOn: '2023-11-15',
        toOn: '2023-11-20',
      })
    ).text(),
  )

  const save = await keeper.api(`/authorities/${office.registry.authorityId}/approval-chain`, { roles: [] }, 'PUT')
  const end = await keeper.api(`/absences/${absenceId}/withdraw`, {})
  const { absences } = JSON.parse(
    await (await keeper.api(`/authorities/${office.registry.authorityId}/approval-chain`)).text(),
  )

  assert.deepEqual([save.status, end.status, absences], [403, 404, []])
})
