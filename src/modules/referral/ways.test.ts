import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, worldOf } from '../../../test/support.ts'
import { aMeeting, textOfPdf } from '../meetings/fixtures.ts'
import { aBody } from '../organisation/fixtures.ts'
import { getRecord } from '../registry/index.ts'
import {
  aBoardDecision,
  aDraft,
  anApprovedStatement,
  answerOf,
  aSender,
  anAnswerer,
  sent,
  type TestSender,
} from './fixtures.ts'
import { passes } from './model.ts'
import { reminderLetter } from './model/reminder-letter.ts'
import { listAnswers, listRecipients, getRound } from './queries.ts'

const start = '2023-10-03T09:00:00+02:00'
const world = worldOf(start)

const office = (authorityId: string) => aBody(world.db, { kind: 'administration', authorityId })
const recipientsOf = (roundId: string) => asking(world, (ctx) => listRecipients(ctx, roundId))
const draftOf = async (bodyIds: readonly string[]) => {
  world.now = new Date(start)
  const sender = await aSender(world)
  return { sender, roundId: await aDraft(world, sender, bodyIds) }
}
const send = async ({ officer }: TestSender, roundId: string) =>
  (await answerOf(await officer.api(`/referrals/${roundId}/send`, {}), sent)).cases

test('I-08 the sender asks the administration in the place of its board, and it answers with what its head approved', async () => {
  const answerer = await anAnswerer(world, { name: 'servicenämnden' })
  const officeId = await office(answerer.board.authorityId)
  const { sender, roundId } = await draftOf([answerer.board.bodyId])
  const [asked] = await recipientsOf(roundId)

  const page = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  const set = await sender.officer.post(`/remisser/${roundId}/satt`, { 'byAdministration[]': [asked?.id ?? ''] })
  const [changed] = await recipientsOf(roundId)
  const caseId = (await send(sender, roundId))[0]?.caseId ?? ''
  await anApprovedStatement(answerer, caseId)
  const dispatched = await answerer.officer.api(`/cases/${caseId}/referral-answer/dispatch`, {})

  const [answer] = await asking(world, (ctx) => listAnswers(ctx, roundId))
  assert.match(page, /i stället för servicenämnden/)
  assert.equal(set.status, 303)
  assert.deepEqual([changed?.bodyId, changed?.kind, changed?.isMandatory], [officeId, 'administration', true])
  assert.equal(dispatched.status, 200)
  assert.deepEqual([answer?.decidedBy, answer?.decisionId, answer?.bodyId], ['administration', null, officeId])
})

test('I-08 an administration goes back to its board, and a body without one is named', async () => {
  const { board } = await anAnswerer(world)
  const { board: alone } = await anAnswerer(world, { name: 'ensamnämnden' })
  const officeId = await office(board.authorityId)
  const { sender, roundId } = await draftOf([officeId, alone.bodyId])
  const lone = (await recipientsOf(roundId)).find(({ bodyId }) => bodyId === alone.bodyId)

  const put = (ways: object) => sender.officer.api(`/referrals/${roundId}/ways`, ways, 'PUT')
  const refused = await put({ byAdministration: [lone?.id] })
  const back = await put({})

  const asked = await recipientsOf(roundId)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /ingen förvaltning att fråga i stället för ensamnämnden/)
  assert.equal(back.status, 204)
  assert.deepEqual(asked.map(({ bodyId }) => bodyId).toSorted(), [alone.bodyId, board.bodyId].toSorted())
  assert.deepEqual(
    asked.map(({ kind }) => kind),
    ['board', 'board'],
  )
})

test('A-100 a board that is only invited stays so when others are added, when it is sent and in a copy; a company is never demanded', async () => {
  const [one, two] = [await anAnswerer(world), await anAnswerer(world)]
  const company = await aBody(world.db, { kind: 'company', authorityId: null })
  const { sender, roundId } = await draftOf([one.board.bodyId, company])
  const invited = (await recipientsOf(roundId)).find(({ bodyId }) => bodyId === one.board.bodyId)

  await sender.officer.api(`/referrals/${roundId}/ways`, { invited: [invited?.id] }, 'PUT')
  const bodyIds = [one.board.bodyId, two.board.bodyId, company]
  await sender.officer.api(`/referrals/${roundId}/recipients`, { bodyIds }, 'PUT')
  await send(sender, roundId)
  const copy = await aDraft(world, sender, [])
  await sender.officer.api(`/referrals/${copy}/copy`, { fromRoundId: roundId, recipients: true })

  for (const id of [roundId, copy]) {
    const must = (await recipientsOf(id)).filter(({ isMandatory }) => isMandatory)
    assert.deepEqual(
      must.map(({ bodyId }) => bodyId),
      [two.board.bodyId],
    )
  }
})

test('A-100 KL 12 kap. the auditors and their office are only invited, by whichever way, and what the auditors decide is known', async () => {
  const auditors = await anAnswerer(world, { name: 'revisorskollegiet', kind: 'auditors' })
  const { authorityId, bodyId } = auditors.board
  const officeId = await aBody(world.db, { kind: 'administration', authorityId, parentId: bodyId })
  const { board } = await anAnswerer(world)
  const { sender, roundId } = await draftOf([bodyId, officeId, board.bodyId])
  const mandatory = async () => (await recipientsOf(roundId)).filter((one) => one.isMandatory).map((one) => one.bodyId)

  const page = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  const asked = await mandatory()
  await sender.officer.api(`/referrals/${roundId}/ways`, { byAdministration: [], invited: [] }, 'PUT')
  await send(sender, roundId)
  const own = (await recipientsOf(roundId)).find((one) => one.bodyId === bodyId)
  const caseId = own?.caseId ?? ''
  const recordIds = [await anApprovedStatement(auditors, caseId)]
  await aBoardDecision(world, auditors, { caseId, heldOn: '2023-12-19', recordIds })

  assert.match(page, /Revisorer[^]*?Revisorerna är ingen nämnd/)
  assert.deepEqual([asked, await mandatory()], [[board.bodyId], [board.bodyId]])
  const stage = (await recipientsOf(roundId)).find((one) => one.bodyId === bodyId)?.stage
  assert.equal(stage, 'decided')
})

test('A-100 one that must answer and keeps silent is shown otherwise than one that was invited: page, count and reminder', async () => {
  const must = await anAnswerer(world, { name: 'tystnämnden' })
  const may = await anAnswerer(world, { name: 'frinämnden' })
  const { sender, roundId } = await draftOf([must.board.bodyId, may.board.bodyId])
  const free = (await recipientsOf(roundId)).find(({ bodyName }) => bodyName === 'frinämnden')
  await sender.officer.api(`/referrals/${roundId}/ways`, { invited: [free?.id] }, 'PUT')
  await send(sender, roundId)

  world.now = new Date('2024-01-08T09:00:00+01:00')
  const page = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  const csv = await (await sender.officer.get(`/remisser/${roundId}/uppfoljning.csv`)).text()
  const round = await asking(world, (ctx) => getRound(ctx, roundId))
  const letters = new Map(
    (await recipientsOf(roundId)).map((recipient) => [
      recipient.bodyName,
      reminderLetter({ round, recipient, words: null, way: null, today: '2024-01-08' }),
    ]),
  )

  assert.match(page, /1 som ska svara har inte gjort det/)
  assert.match(page, /Tystnämnden[^]*?Ska svara, har inte svarat/)
  assert.match(page, /Frinämnden[^]*?Inbjuden, har inte svarat/)
  assert.match(csv, /"tystnämnden";.*"ja";"2023-10-03";"";"";""\r\n/)
  assert.match(csv, /"frinämnden";.*"nej";"2023-10-03";"";"";""\r\n/)
  assert.match(letters.get('tystnämnden')?.text ?? '', /6 kap\. 12 § kommunallagen och ska lämnas/)
  assert.match(letters.get('frinämnden')?.text ?? '', /inbjudna att svara, och det är frivilligt/)
  assert.match(letters.get('frinämnden')?.subject ?? '', /inbjudna att svara/)
})

test('A-100 I-08 the letter says to each whether it must answer, and whether the board or the administration is asked', async () => {
  const boards: string[] = []
  for (const name of ['skyldignämnden', 'inbjudna nämnden'])
    boards.push((await anAnswerer(world, { name })).board.bodyId)
  const last = await anAnswerer(world)
  const officeId = await office(last.board.authorityId)
  const company = await aBody(world.db, { kind: 'company', authorityId: null, name: 'Bolaget AB' })
  const { sender, roundId } = await draftOf([...boards, officeId, company])
  const before = await recipientsOf(roundId)
  const invited = before.filter(({ bodyName }) => bodyName === 'inbjudna nämnden').map(({ id }) => id)
  const byAdministration = before.filter(({ bodyId }) => bodyId === officeId).map(({ id }) => id)
  await sender.officer.api(`/referrals/${roundId}/ways`, { invited, byAdministration }, 'PUT')

  const preview = (id: string) => lettersWords(sender, `/remisser/${roundId}/missiv.pdf?till=${id}`)
  const [invitedId = ''] = invited
  const draft = await preview(invitedId)
  const page = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  await send(sender, roundId)

  const must = /begärs med stöd av 6 kap\. 12 § kommunallagen och ska lämnas/
  const may = /inbjudna att svara, och det är frivilligt/
  const board = /Det är nämnden som tillfrågas/
  const administration = /Det är förvaltningen som tillfrågas\. Den svarar utan beslut i nämnden/
  assert.match(draft, may)
  assert.match(page, /Missivet till inbjudna nämnden/)
  for (const { id, bodyId, bodyName, inRecordId } of await recipientsOf(roundId)) {
    const letter = await preview(id)
    const isInvited = bodyName === 'inbjudna nämnden' || bodyId === company
    assert.equal(must.test(letter), !isInvited, bodyName)
    assert.equal(may.test(letter), isInvited, bodyName)
    assert.equal(board.test(letter), boards.includes(bodyId), bodyName)
    assert.equal(administration.test(letter), bodyId === officeId, bodyName)
    if (inRecordId === null) continue
    const { files } = await asking(world, (ctx) => getRecord(ctx, inRecordId))
    assert.equal(flat(await textOfPdf(await world.files.read(files[0]?.sha256 ?? ''))), letter)
  }
  assert.equal((await sender.officer.get(`/remisser/${roundId}/missiv.pdf?till=${boards[0]}`)).status, 404)
})

const flat = (words: string) => words.replaceAll(/\s+/g, ' ')

async function lettersWords({ officer }: Pick<TestSender, 'officer'>, path: string): Promise<string> {
  return flat(await textOfPdf(new Uint8Array(await (await officer.get(path)).arrayBuffer())))
}

test('A-100 I-08 the page gives each its own letter, the sender all of them, and one outside the letter to itself', async () => {
  const invitedBoard = await anAnswerer(world, { name: 'a-nämnden som är inbjuden' })
  const mustBoard = await anAnswerer(world, { name: 'ö-nämnden som ska svara' })
  const company = await aBody(world.db, { kind: 'company', authorityId: null, name: 'Öbolaget AB' })
  const { sender, roundId } = await draftOf([invitedBoard.board.bodyId, mustBoard.board.bodyId, company])
  const drafted = await recipientsOf(roundId)
  const idOf = (id: string) => drafted.find(({ bodyId }) => bodyId === id)?.id ?? ''
  const [invited, must, outside] = [invitedBoard.board.bodyId, mustBoard.board.bodyId, company].map((id) => idOf(id))
  await sender.officer.api(`/referrals/${roundId}/ways`, { invited: [invited] }, 'PUT')
  await send(sender, roundId)

  const path = `/remisser/${roundId}`
  const linked = async (who: typeof sender.officer, at = path) =>
    [...(await (await who.get(at)).text()).matchAll(/missiv\.pdf(?:\?till=([\w-]+))?"/g)].map(([, id]) => id)

  assert.deepEqual(await linked(invitedBoard.officer), [invited])
  assert.deepEqual(await linked(mustBoard.officer), [must])
  const all = await linked(sender.officer)
  assert.ok(all.includes(must) && all.includes(invited) && all.length === 3)
  assert.deepEqual(await linked(sender.officer, `${path}/svar/${outside}`), [outside])
  assert.match(await lettersWords(mustBoard, `${path}/missiv.pdf`), /ska lämnas/)
})

test('I-22 the row counts with the body’s own adjustment and the way that was chosen, and with no meeting that was cancelled', async () => {
  const [slow, urgent] = [
    await anAnswerer(world, { name: 'sena nämnden' }),
    await anAnswerer(world, { name: 'snara nämnden' }),
  ]
  const { sender, roundId } = await draftOf([slow.board.bodyId, urgent.board.bodyId])
  await send(sender, roundId)
  const rowOf = async ({ board }: typeof slow) => {
    const row = (await recipientsOf(roundId)).find(({ bodyId }) => bodyId === board.bodyId)
    assert.ok(row)
    return { ...row, isLate: passes(row, 'late', { today: '2023-10-03' }) }
  }
  const plan = async (answerer: typeof slow, heldOn: string) => {
    const meeting_id = await aMeeting(world, answerer.board, { heldOn })
    const case_id = (await rowOf(answerer)).caseId ?? ''
    await world.db
      .insertInto('planning.steps')
      .values({ case_id, meeting_id, position: 1, step: 'board', planned_for: heldOn })
      .execute()
    return { meeting_id, case_id }
  }
  await plan(slow, '2023-12-19')
  const { case_id, meeting_id } = await plan(urgent, '2024-01-30')
  const told = async () =>
    [await rowOf(slow), await rowOf(urgent)].map(({ expectedOn, isLate }) => [expectedOn, isLate])

  const usual = await told()
  await world.db
    .insertInto('planning.lead_times')
    .values({ body_id: slow.board.bodyId, call_days: 5, paper_days: 8, approval_days: 5, adjust_days: 14 })
    .execute()
  const chosen = await urgent.officer.api(`/cases/${case_id}/plan/way`, { way: 'delegation' }, 'PUT')
  const own = await told()
  const page = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  await urgent.officer.api(`/cases/${case_id}/plan/way`, { way: 'board' }, 'PUT')
  await urgent.secretary.api(`/meetings/${meeting_id}/cancel`, { reason: 'För få ärenden.' })

  assert.deepEqual(usual, [
    ['2023-12-27', false],
    ['2024-02-06', true],
  ])
  assert.equal(chosen.status, 200)
  assert.deepEqual(own, [
    ['2024-01-02', true],
    ['2023-12-29', false],
  ])
  assert.equal(page.match(/efter sista svarsdag/gi)?.length, 1)
  const { boardOn, expectedOn, isLate } = await rowOf(urgent)
  assert.deepEqual([boardOn, expectedOn, isLate], [null, null, false])
})
