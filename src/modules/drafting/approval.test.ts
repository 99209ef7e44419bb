import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, collide, worldOf, type World } from '../../../test/support.ts'
import { textOf } from '../../kernel/file-text.ts'
import { readMemo } from '../reading/index.ts'
import { aColleague } from '../registry/fixtures.ts'
import { listLedger, listRecords } from '../registry/index.ts'
import {
  aBegunStatement,
  anOffice,
  approve,
  aSubmission,
  aWrittenMemo,
  digestOfWords,
  draftOf,
  wholeMemo,
  type TestOffice,
} from './fixtures.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

const recordsOf = (world: World, office: TestOffice) => asking(world, (ctx) => listRecords(ctx, office.theCase.id))
/** The words of the PDF that was registered. */
async function pdfTextOf(office: TestOffice): Promise<string> {
  const [record] = await recordsOf(world, office)
  const pdf = record?.files.find(({ name }) => name.endsWith('.pdf'))
  assert.ok(pdf)
  return (await textOf(await world.files.read(pdf.sha256), pdf.name)).text
}

const eventsOf = async (world: World, office: TestOffice) =>
  (await asking(world, (ctx) => listLedger(ctx, office.theCase.id))).map(({ event }) => event)

test('when the last head approves, the memo is registered as PDF and Word', async () => {
  const office = await aWrittenMemo(world)
  const submissionId = await aSubmission(office, [office.head, office.other])

  await approve(office.head, submissionId)
  assert.deepEqual(await recordsOf(world, office), [])
  const reply = await approve(office.other, submissionId)

  assert.equal(reply.status, 303)
  const [memo, ...more] = await recordsOf(world, office)
  assert.deepEqual(more, [])
  assert.deepEqual(
    [memo?.kind, memo?.direction, memo?.title],
    ['memo', 'internal', 'Tjänsteskrivelse Remiss om cykelvägar'],
  )
  assert.deepEqual(
    memo?.files.map(({ name }) => name.split('.').at(-1)),
    ['pdf', 'docx'],
  )
  const draft = await draftOf(office, 'memo')
  assert.deepEqual([draft.state, draft.recordId], ['approved', memo?.id])
})

test('everything that happened to a memo stands in the ledger, in order', async () => {
  const office = await aWrittenMemo(world)
  const first = await aSubmission(office, [office.head])
  await office.head.post(`/godkannanden/${first}/skicka-tillbaka`, { note: 'Förtydliga andra punkten.' })
  const second = await aSubmission(office, [office.head])

  await approve(office.head, second)

  assert.deepEqual(await eventsOf(world, office), [
    'case.opened',
    'drafting.started',
    'drafting.submitted',
    'drafting.returned',
    'drafting.submitted',
    'drafting.approved',
    'record.registered',
    'drafting.registered',
  ])
})

test('memo and statement are approved together, the memo registered first', async () => {
  const office = await aWrittenMemo(world, { kind: 'referral_answer' })
  const draftId = await aBegunStatement(world, office)
  const answer = { questionId: 'q3', stance: 'support_partly', text: 'Samordningen behöver en budget.' }
  await office.officer.api(`/drafts/${draftId}/statement`, {
    version: 1,
    title: 'Yttrande om cykelvägar',
    answers: [answer],
  })
  const submissionId = await aSubmission(office, [office.head])

  await approve(office.head, submissionId)

  const titles = (await recordsOf(world, office)).map(({ title }) => title)
  assert.deepEqual(titles, ['Tjänsteskrivelse Remiss om cykelvägar', 'Förslag till yttrande om cykelvägar'])
})

test('a memo without its parts is not sent, and every part that is missing is named', async () => {
  const office = await anOffice(world)
  await office.officer.post(`${office.at}/tjansteskrivelse/borja`)

  const reply = await office.officer.post(`${office.at}/skicka-for-godkannande`, {
    'approvers[]': [office.head.personId],
  })

  assert.equal(reply.status, 409)
  const page = await reply.text()
  for (const words of ['Skriv en sammanfattning.', 'Skriv minst en punkt', 'Skriv vem beslutet ska skickas till.'])
    assert.match(page, new RegExp(words))
})

test('somebody must be asked, and only heads of the authority can be', async () => {
  const office = await aWrittenMemo(world)

  const nobody = await office.officer.post(`${office.at}/skicka-for-godkannande`)
  const colleague = await office.officer.post(`${office.at}/skicka-for-godkannande`, {
    'approvers[]': office.officer.personId,
  })

  assert.deepEqual([nobody.status, colleague.status], [422, 422])
  assert.match(await nobody.text(), /Välj minst en chef som ska godkänna/)
  assert.match(await colleague.text(), /inte chef vid myndigheten/)
})

test('I-16 a head who is not asked cannot approve, and can once added: absence does not stop a matter', async () => {
  const office = await aWrittenMemo(world)
  const submissionId = await aSubmission(office, [office.head])

  const before = await approve(office.other, submissionId)
  await office.officer.post(`/godkannanden/${submissionId}/fraga-en-till`, { personId: office.other.personId })
  const after = await approve(office.other, submissionId)

  assert.deepEqual([before.status, after.status], [409, 303])
  assert.match(await before.text(), /Du är inte ombedd att godkänna/)
})

test('I-16 one who is away is replaced by another, with the reason, and the matter goes on without them', async () => {
  const office = await aWrittenMemo(world)
  const submissionId = await aSubmission(office, [office.head])
  const standIn = { personId: office.other.personId, insteadOf: office.head.personId }

  const unsaid = await office.officer.post(`/godkannanden/${submissionId}/fraga-en-till`, { ...standIn, reason: ' ' })
  await office.officer.post(`/godkannanden/${submissionId}/fraga-en-till`, { ...standIn, reason: 'Semester' })
  const page = await (await office.officer.get(`/godkannanden/${submissionId}`)).text()
  const work = await (await office.officer.get('/')).text()
  await approve(office.other, submissionId)

  assert.equal(unsaid.status, 422)
  assert.match(page, /I stället för Karin Ek: Semester/)
  assert.match(page, /Olle Berg svarar i stället/)
  assert.match(work, /Väntar på Olle Berg/)
  assert.equal((await recordsOf(world, office)).length, 1)
  assert.equal((await draftOf(office, 'memo')).state, 'approved')
  assert.match(await pdfTextOf(office), /Karin Ek[\s\S]*Godkänd 2023-11-15 av Olle Berg/)
  assert.doesNotMatch(JSON.stringify(await asking(world, (ctx) => listLedger(ctx, office.theCase.id))), /Semester/)
})

test('only one who is asked and has not answered can be replaced', async () => {
  const office = await aWrittenMemo(world)
  const third = await as(world, await aColleague(world, office.registry, 'head', 'Siv Holm'))
  const submissionId = await aSubmission(office, [office.head, office.other])
  await approve(office.head, submissionId)
  const add = (insteadOf: string) =>
    office.officer.post(`/godkannanden/${submissionId}/fraga-en-till`, {
      personId: third.personId,
      insteadOf,
      reason: 'Semester',
    })

  const statuses = [(await add(office.head.personId)).status, (await add(office.officer.personId)).status]
  const right = await add(office.other.personId)

  assert.deepEqual([...statuses, right.status], [409, 409, 303])
})

test('each approval stands on the paper with the day it was given', async () => {
  const office = await aWrittenMemo(world)
  const { draftId, version } = await draftOf(office, 'memo')
  const both = ['Karin Ek, direktör', 'Olle Berg, avdelningschef']
  await office.officer.api(`/drafts/${draftId}/memo`, { ...wholeMemo, 'responsible[]': both, version })
  const submissionId = await aSubmission(office, [office.head, office.other])

  await approve(office.head, submissionId)
  world.now = new Date('2023-11-17T09:00:00+01:00')
  await approve(office.other, submissionId)

  const paper = await pdfTextOf(office)
  world.now = new Date('2023-11-15T09:00:00+01:00')
  assert.match(paper, /Godkänd 2023-11-15\s+Godkänd 2023-11-17/)
  assert.deepEqual(
    readMemo(paper).responsible.map(({ name }) => name),
    ['Karin Ek', 'Olle Berg'],
  )
})

test('what is sent back says why, can be written in again, and stands first in the work of the one who sent it', async () => {
  const office = await aWrittenMemo(world)
  const submissionId = await aSubmission(office, [office.other, office.head])

  const commented = await office.other.api(`/submissions/${submissionId}/approve`, {
    digest: await digestOfWords(office.other, submissionId),
    comment: 'Bra, men skriv ut tiden.',
  })
  const without = await office.head.post(`/godkannanden/${submissionId}/skicka-tillbaka`, { note: ' ' })
  const withNote = await office.head.post(`/godkannanden/${submissionId}/skicka-tillbaka`, {
    note: 'Kostnaden saknas.',
  })

  assert.deepEqual([commented.status, without.status, withNote.status], [200, 422, 303])
  assert.equal((await draftOf(office, 'memo')).state, 'draft')
  assert.match(
    await (await office.officer.get('/')).text(),
    /Karin Ek skickade tillbaka \S+ \d+ \S+ \d{4}: Kostnaden saknas\. .+ godkände med en kommentar\./,
  )
  const draft = await (await office.officer.get(`${office.at}/tjansteskrivelse`)).text()
  assert.match(
    draft,
    /Karin Ek skickade tillbaka[\s\S]*Kostnaden saknas\.[\s\S]*godkände med en kommentar[\s\S]*skriv ut tiden/,
  )
})

test('what is being read cannot be changed until it is taken back', async () => {
  const office = await aWrittenMemo(world)
  const submissionId = await aSubmission(office, [office.head])
  const { draftId, version } = await draftOf(office, 'memo')
  const change = { ...wholeMemo, title: 'Annan rubrik', version }

  const during = await office.officer.api(`/drafts/${draftId}/memo`, change)
  await office.officer.post(`/godkannanden/${submissionId}/ta-tillbaka`)
  const after = await office.officer.api(`/drafts/${draftId}/memo`, change)

  assert.deepEqual([during.status, after.status], [409, 200])
})

test('two heads who approve at the same moment register it once', async () => {
  const office = await aWrittenMemo(world)
  const submissionId = await aSubmission(office, [office.head, office.other])
  const digest = await digestOfWords(office.head, submissionId)
  const knock = (head: typeof office.head) => () => head.post(`/godkannanden/${submissionId}/godkann`, { digest })

  const replies = await collide(world, 'drafting.submissions', submissionId, [knock(office.head), knock(office.other)])

  assert.deepEqual(
    replies.map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await recordsOf(world, office)).length, 1)
})

test('a new version leaves the approved one standing until it is approved itself', async () => {
  const office = await aWrittenMemo(world)
  const first = await aSubmission(office, [office.head])
  await approve(office.head, first)
  const approved = await draftOf(office, 'memo')

  await office.officer.post(`${office.at}/tjansteskrivelse/ny-version`, { kind: 'memo' })
  const revised = await draftOf(office, 'memo')
  assert.deepEqual([revised.state, revised.content['summary']], ['draft', approved.content['summary']])
  assert.notEqual(revised.draftId, approved.draftId)
  const second = await aSubmission(office, [office.head])
  await approve(office.head, second)

  const states = await world.db
    .selectFrom('drafting.drafts')
    .select(['id', 'state'])
    .where('case_id', '=', office.theCase.id)
    .orderBy('created_at')
    .execute()
  assert.deepEqual(
    new Map(states.map(({ id, state }) => [id, state])),
    new Map([
      [approved.draftId, 'replaced'],
      [revised.draftId, 'approved'],
    ]),
  )
  assert.equal((await recordsOf(world, office)).length, 2)
})

test('the heads read the whole memo on the page where they answer, and find it in their list and their work', async () => {
  const office = await aWrittenMemo(world)
  const submissionId = await aSubmission(office, [office.head])

  const page = await (await office.head.get(`/godkannanden/${submissionId}`)).text()

  assert.match(page, /Nämnden lämnar förvaltningens yttrande/)
  assert.match(page, /Godkänn/)
  assert.match(await (await office.head.get('/godkannanden')).text(), new RegExp(submissionId))
  assert.match(await (await office.head.get('/')).text(), /Godkänn: Remiss om cykelvägar/)
  assert.match(await (await office.officer.get('/')).text(), /Väntar på Karin Ek/)
})
