import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worldOf, type Knocking } from '../../../test/support.ts'
import { anOffice, aSubmission, aWrittenMemo, draftOf, type TestOffice } from '../drafting/fixtures.ts'
import type { Comment } from './model.ts'

const world = worldOf()
const words = 'frågar nämnden om cykelvägar'

async function commentsOf(reader: Knocking, draftId: string) {
  const reply = await reader.api(`/drafts/${draftId}/comments`)
  const { comments }: { comments: (Comment & { place: object | null })[] } = JSON.parse(await reply.text())
  return comments
}

async function aProposal(office: TestOffice, proposal = 'ber nämnden om dess syn på cykelvägar') {
  const { draftId } = await draftOf(office, 'memo')
  const reply = await office.head.api(`/drafts/${draftId}/comments`, { quote: words, said: 'Tydligare.', proposal })
  const { commentId }: { commentId: string } = JSON.parse(await reply.text())
  return { draftId, commentId }
}

test('a colleague comments words in a draft, another replies, and the officer finds it in Mitt arbete', async () => {
  const office = await aWrittenMemo(world)
  const { draftId } = await draftOf(office, 'memo')
  await world.db
    .updateTable('registry.cases')
    .set({ officer_id: office.officer.personId })
    .where('id', '=', office.theCase.id)
    .execute()
  const panel = `${office.at}/underlag/kommentarer`

  const sent = await office.head.post(panel, { draftId, quote: words, said: 'Vilka cykelvägar?' })
  const [comment] = await commentsOf(office.officer, draftId)
  const replied = await office.officer.post(`${panel}/svara`, {
    commentId: comment?.id ?? '',
    said: 'De längs kanalen.',
  })
  const page = await (await office.other.get(panel)).text()
  const work = await (await office.officer.get('/')).text()

  assert.deepEqual([sent.status, replied.status], [303, 303])
  assert.match(page, new RegExp(`data-words="${words}"[^]*Vilka cykelvägar\\?[^]*Karin Ek[^]*De längs kanalen\\.`))
  assert.match(work, /En kommentar på ditt utkast[^]*Från Karin Ek/)
  assert.deepEqual([comment?.place], [{ field: 'summary', at: 0 }])
})

test('one press puts a proposal in, as a version, and it is done; no press puts it in twice', async () => {
  const office = await aWrittenMemo(world)
  const { draftId, commentId } = await aProposal(office)
  const before = await draftOf(office, 'memo')

  const taken = await office.officer.api(`/comments/${commentId}/take`, {})
  const again = await office.officer.api(`/comments/${commentId}/take`, {})

  const after = await draftOf(office, 'memo')
  const [comment] = await commentsOf(office.officer, draftId)
  assert.deepEqual([taken.status, again.status], [200, 409])
  assert.match(JSON.stringify(after.content['summary']), /Kommunstyrelsen ber nämnden om dess syn på cykelvägar\./)
  assert.deepEqual([comment?.state, comment?.answeredByName, comment?.place], ['taken', 'Elin Sand', null])
  const kept = await world.db
    .selectFrom('drafting.versions')
    .select('version')
    .where('draft_id', '=', draftId)
    .where('version', '=', before.version)
    .execute()
  assert.equal(kept.length, 1)
})

test('a proposal whose words were changed since is not put in, and says what to do', async () => {
  const office = await aWrittenMemo(world)
  const { draftId, commentId } = await aProposal(office)
  await office.head.api(`/drafts/${draftId}/comments`, { quote: words, proposal: 'undrar' })
  await office.officer.api(`/comments/${commentId}/take`, {})
  const late = (await commentsOf(office.officer, draftId)).find(({ proposal }) => proposal === 'undrar')

  const refused = await office.officer.post(`${office.at}/underlag/kommentarer/ta-in`, { commentId: late?.id ?? '' })
  const closed = await office.officer.api(`/comments/${late?.id}/close`, {})
  const reopened = await office.head.api(`/comments/${late?.id}/reopen`, {})

  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /Orden står inte längre så i skrivelsen\. Ändra för hand/)
  assert.deepEqual([closed.status, reopened.status], [200, 200])
  const states = (await commentsOf(office.officer, draftId)).map(({ state }) => state)
  assert.deepEqual(states.toSorted(), ['open', 'taken'])
})

test('what cannot be commented is refused with a reason, and what was written comes back', async () => {
  const office = await aWrittenMemo(world)
  const { draftId } = await draftOf(office, 'memo')
  const panel = `${office.at}/underlag/kommentarer`
  const send = async (fields: Record<string, string>) => {
    const reply = await office.head.post(panel, { draftId, ...fields })
    return { status: reply.status, page: await reply.text() }
  }

  const empty = await send({})
  const elsewhere = await send({ quote: 'ord som inte står där', said: 'Mina egna ord' })
  const unplaced = await send({ proposal: 'Något helt annat' })

  assert.deepEqual([empty.status, elsewhere.status, unplaced.status], [422, 422, 422])
  assert.match(empty.page, /Skriv en kommentar eller ett förslag\./)
  assert.match(elsewhere.page, /Orden står inte så i skrivelsen\.[^]*Mina egna ord/)
  assert.match(unplaced.page, /Ange vilka ord förslaget ska ersätta\.[^]*Något helt annat/)
  assert.deepEqual(await commentsOf(office.head, draftId), [])
})

test('B-22 B-23 a comment stays within the authority: to others neither draft nor comment is there, and none goes along', async () => {
  const [office, elsewhere] = [await aWrittenMemo(world), await anOffice(world)]
  const { draftId, commentId } = await aProposal(office)

  const seen = await elsewhere.head.get(`${office.at}/underlag/kommentarer`)
  const read = await elsewhere.head.api(`/drafts/${draftId}/comments`)
  const answered = await elsewhere.head.api(`/comments/${commentId}/close`, {})
  const submissionId = await aSubmission(office, [office.head])
  const sent = await (await office.head.get(`/godkannanden/${submissionId}`)).text()

  assert.deepEqual([seen.status, read.status, answered.status], [404, 404, 404])
  assert.doesNotMatch(sent, /dess syn på/)
  assert.equal((await office.officer.api(`/comments/${commentId}/take`, {})).status, 409, 'it is being approved')
})
