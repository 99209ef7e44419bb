import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOf, as, asking, worldOf, type Knocking } from '../../../test/support.ts'
import { jobs } from '../../app.ts'
import { NotFound } from '../../kernel/errors.ts'
import { speaking } from '../../kernel/words.ts'
import { markedCase, readersOf } from '../registry/fixtures.ts'
import { readAt } from './commands/tell.ts'
import { mentionedIn } from './model.ts'
import { standingOf } from './queries.ts'
import { mailWords } from './text/mail.ts'
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

async function lettersTo({ personId }: Knocking) {
  return world.db
    .selectFrom('kernel.letters as l')
    .innerJoin('organisation.people as p', 'p.email', 'l.to_address')
    .select(['l.subject', 'l.body', 'l.case_id as caseId', 'l.topic'])
    .where('p.id', '=', personId)
    .execute()
}

async function ofOfficer(office: TestOffice): Promise<void> {
  await world.db
    .updateTable('registry.cases')
    .set({ officer_id: office.officer.personId })
    .where('id', '=', office.theCase.id)
    .execute()
}

async function nameOf({ personId }: Knocking): Promise<string> {
  const named = world.db.selectFrom('organisation.people').select('name').where('id', '=', personId)
  return (await named.executeTakeFirstOrThrow()).name
}

test('TF 2:12 whoever is commented, mentioned or replied to hears of it by e-mail, without what was said', async () => {
  const office = await aWrittenMemo(world)
  await ofOfficer(office)
  const { draftId } = await draftOf(office, 'memo')
  const said = `Vad säger du, @${await nameOf(office.other)}? Gäller det kanalen?`

  const sent = await office.head.api(`/drafts/${draftId}/comments`, { quote: words, said })
  const { commentId }: { commentId: string } = JSON.parse(await sent.text())
  await office.officer.api(`/comments/${commentId}/replies`, { said: 'Ja, kanalen.' })

  const [toOfficer, ...noMore] = await lettersTo(office.officer)
  const [toOther] = await lettersTo(office.other)
  const [toHead] = await lettersTo(office.head)
  assert.deepEqual(noMore, [])
  assert.equal(toOfficer?.subject, `Kommentar: ${office.theCase.referenceNumber} ${office.theCase.title}`)
  assert.match(toOfficer?.body ?? '', /^Karin Ek har kommenterat ett utkast:/)
  assert.match(toOther?.body ?? '', /har nämnt dig i en kommentar:/)
  assert.match(toHead?.body ?? '', /^Elin Sand har svarat på en kommentar:/)
  for (const letter of [toOfficer, toOther, toHead]) {
    assert.doesNotMatch(`${letter?.subject}${letter?.body}`, /kanalen/)
    assert.match(letter?.body ?? '', new RegExp(`underlag/kommentarer#kommentar-${commentId}`))
    assert.equal(letter?.caseId, office.theCase.id)
  }
})

test('who has chosen the morning’s letter gets a line for each case there, once, and nothing at once', async () => {
  world.now = new Date('2023-11-15T10:00:00+01:00')
  const office = await aWrittenMemo(world)
  await ofOfficer(office)
  await office.officer.post('/jag/epost', { choice: 'digest' })
  const { draftId } = await draftOf(office, 'memo')
  for (const said of ['Ett.', 'Två.']) await office.head.api(`/drafts/${draftId}/comments`, { said })
  assert.deepEqual(await lettersTo(office.officer), [])

  for (const at of ['2023-11-16T07:05:00+01:00', '2023-11-17T07:05:00+01:00']) {
    world.now = new Date(at)
    await jobs['post.digest']?.(world.caller(), {})
  }

  const [letter, ...more] = (await lettersTo(office.officer)).filter(({ body }) => body.includes('Kommentarer'))
  assert.deepEqual(more, [])
  assert.match(letter?.body ?? '', new RegExp(`- ${office.theCase.referenceNumber} [^\n]*, från Karin Ek\n`))
})

test('B-07 who is mentioned in a hidden case gets no letter, and a letter of one says not which it is', async () => {
  const office = await aWrittenMemo(world)
  await ofOfficer(office)
  await markedCase(world, office.registry, office.theCase.id)
  const { draftId } = await draftOf(office, 'memo')
  const before = (await lettersTo(office.other)).length

  const said = `@${await nameOf(office.other)}, vad säger du?`
  const sent = await office.officer.api(`/drafts/${draftId}/comments`, { said })

  assert.equal(sent.status, 200)
  assert.equal((await lettersTo(office.other)).length, before)
  const hidden = { ...office.theCase, isSecret: true }
  const letter = speaking('sv', () => mailWords.letter(hidden, { by: 'Karin Ek', why: 'replied', link: 'länk' }))
  assert.equal(letter, 'Karin Ek har svarat på en kommentar:\nett ärende\n\nLäs och svara:\nlänk')
  assert.ok(!readAt(hidden, draftId).includes(hidden.referenceNumber))
})

test('a name is meant when all of it stands behind an @, and nothing that goes on', () => {
  const people = [{ name: 'Anna Ek' }, { name: 'Anna Ekman' }, { name: 'Åsa Öst' }]

  assert.deepEqual(mentionedIn('Hej @anna ek, se detta', people), [people[0]])
  assert.deepEqual(mentionedIn('@Anna Ekman och @Åsa Öst.', people), people.slice(1))
  assert.deepEqual(mentionedIn('anna.ek@kommunen.example', people), [])
  assert.deepEqual(mentionedIn(null, people), [])
})

test('how the comments stand is another mark when anything is said or done, and is told to colleagues alone', async () => {
  const office = await aWrittenMemo(world)
  const { draftId, commentId } = await aProposal(office)
  const stand = async (person: Knocking) =>
    asking(world, (ctx) => standingOf(ctx, office.theCase.id), await actorOf(world, person.personId))
  const marks = [await stand(office.officer)]
  const steps = [
    () => office.head.api(`/comments/${commentId}/replies`, { said: 'Ja.' }),
    () => office.officer.api(`/comments/${commentId}/close`, {}),
    () => office.head.api(`/drafts/${draftId}/comments`, { said: 'Hela.' }),
  ]
  for (const step of steps) {
    await step()
    marks.push(await stand(office.officer))
  }

  assert.equal(new Set(marks.map(({ mark }) => mark)).size, 4)
  assert.deepEqual(
    marks.map(({ open }) => open),
    [1, 1, 0, 1],
  )
  const stranger = await aWrittenMemo(world)
  await assert.rejects(stand(stranger.officer), NotFound)
  const page = await (await office.officer.get(`${office.at}/tjansteskrivelse`)).text()
  assert.match(
    page,
    new RegExp(`data-heard="/api/v1/cases/${office.theCase.id}/comments/news">Kommentarer <span class="k-count">1<`),
  )
})

test('E-17 J-08 who reads the comments in a marked case through the API has read the case', async () => {
  const office = await aWrittenMemo(world)
  const { draftId } = await draftOf(office, 'memo')
  await markedCase(world, office.registry, office.theCase.id)
  const registrar = await as(world, office.registry.registrarId)

  const replies = [office.head, registrar].map((who) => who.api(`/drafts/${draftId}/comments`))

  assert.deepEqual(
    (await Promise.all(replies)).map(({ status }) => status),
    [404, 200],
  )
  const noted = (await readersOf(world, office.theCase.id)).map(({ personId, seenIn }) => [personId, seenIn])
  assert.deepEqual(noted, [[registrar.personId, null]])
})
