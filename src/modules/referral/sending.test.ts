import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, collide, statements, worldOf } from '../../../test/support.ts'
import { textOfPdf } from '../meetings/fixtures.ts'
import { aBody, anAuthority } from '../organisation/fixtures.ts'
import { getCase, listLedger, listLinkedCases, listRecords } from '../registry/index.ts'
import { aDraft, anAnswerer, aSender, aSentRound, aVisitor, anyQuestion } from './fixtures.ts'
import { isMandatory, obstaclesToSending, type ToSend } from './model.ts'
import { getRound, listRecipients } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const recordsOf = (caseId: string) => asking(world, (ctx) => listRecords(ctx, caseId))
const eventsOf = async (caseId: string) =>
  (await asking(world, (ctx) => listLedger(ctx, caseId))).map(({ event }) => event)

const ready: ToSend = {
  state: 'draft',
  title: 'Områdeslyft',
  decision: { bodyName: 'arbetsutskottet', paragraph: 430, decidedOn: '2023-10-02', recordId: 'e' },
  answerBy: '2023-12-29',
  contact: { id: 'p', name: 'Elin', title: 'Sekreterare', email: 'e@x.example', phone: null },
  questions: [anyQuestion],
  documents: [{ recordId: 'r', position: 1, version: 1, title: 'Förslag', datedOn: '2023-10-02' }],
  recipientCount: 1,
  turns: [1],
  inTurn: null,
}

test('I-05 a referral without something to answer and a day to come cannot be sent, and every reason is named', () => {
  const nothing = { ...ready, answerBy: null, contact: null, questions: [], documents: [], recipientCount: 0 }

  assert.deepEqual(obstaclesToSending(ready, '2023-10-03'), [])
  assert.equal(obstaclesToSending(nothing, '2023-10-03').length, 5)
  assert.match(obstaclesToSending({ ...ready, answerBy: '2023-10-03' }, '2023-10-03').join(), /kommande dag/)
})

test('I-10 what nobody has decided to send is not sent, nor what is decided before its extract can go along', () => {
  const decision = { bodyName: 'arbetsutskottet', paragraph: 430, decidedOn: '2023-10-02', recordId: null }

  assert.match(obstaclesToSending({ ...ready, decision: null }, '2023-10-03').join(), /inget beslut om att remittera/)
  assert.match(obstaclesToSending({ ...ready, decision }, '2023-10-03').join(), /inte justerat/)
})

test('A-100 the executive board may demand an answer of a board, never of a company or the auditors, and a board of nobody', () => {
  assert.equal(isMandatory('working_committee', 'board'), true)
  assert.equal(isMandatory('executive_board', 'administration'), true)
  assert.equal(isMandatory('executive_board', 'company'), false)
  assert.equal(isMandatory('board', 'board'), false)
  assert.equal(isMandatory('executive_board', 'auditors'), false)
  assert.equal(isMandatory('executive_board', 'administration', true), false)
})

test('a draft is prepared on one page: what it says, asks, sends and whom, each kept', async () => {
  const sender = await aSender(world)
  const asked = await anAuthority(world.db)
  const company = await aBody(world.db, { kind: 'company', name: 'Bostadsbolaget Exempel AB' })
  const started = await sender.officer.post(`/arenden/${sender.theCase.referenceNumber}/remiss/ny`)
  const at = started.headers.get('location') ?? ''

  await sender.officer.post(`${at}/uppgifter`, {
    title: 'Områdeslyft',
    withoutPosition: ['nej', 'ja'],
    answerBy: '2023-12-29',
  })
  await sender.officer.post(`${at}/fragor`, { text: 'Vem bör samordna?', kind: 'body', help: '' })
  await sender.officer.post(`${at}/fragor`, { text: 'Vad pågår?', kind: 'processes', help: '' })
  await sender.officer.post(`${at}/instanser`, { 'bodyIds[]': [asked.bodyId, company] })

  const roundId = at.split('/').at(-1) ?? ''
  const round = await asking(world, (ctx) => getRound(ctx, roundId))
  const page = await (await sender.officer.get(at)).text()
  const [, second] = round.questions
  await sender.officer.post(`${at}/fragor/${second?.id}/flytta`, { direction: 'up' })
  const moved = await asking(world, (ctx) => getRound(ctx, roundId))
  assert.equal(round.withoutPosition, true)
  assert.deepEqual(
    round.documents.map(({ title }) => title),
    ['Hållbar lokal utveckling'],
  )
  assert.match(page, /2 instanser får ett ärende eller ett brev, med 1 handling\./)
  assert.match(page, /Skicka remissen/)
  assert.deepEqual(
    moved.questions.map(({ text }) => text),
    ['Vad pågår?', 'Vem bör samordna?'],
  )
})

test('all boards are chosen at once, and a body of the own authority never', async () => {
  const sender = await aSender(world)
  await anAuthority(world.db)
  const roundId = await aDraft(world, sender, [])

  const all = await sender.officer.api(`/referrals/${roundId}/recipients`, { groups: ['boards'] }, 'PUT')
  const own = await sender.officer.api(`/referrals/${roundId}/recipients`, { bodyIds: [sender.board.bodyId] }, 'PUT')

  assert.deepEqual([all.status, own.status], [200, 422])
  const kinds = (await asking(world, (ctx) => listRecipients(ctx, roundId))).map(({ bodyKind }) => bodyKind)
  assert.ok(kinds.length > 1 && kinds.every((kind) => kind === 'board'))
})

test('a draft is its sender’s own: nobody else reads it, and without a role nobody begins one', async () => {
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [])
  const visitor = await aVisitor(world)

  assert.equal((await visitor.get(`/remisser/${roundId}`)).status, 404)
  assert.equal((await visitor.api(`/referrals/${roundId}`)).status, 404)
  assert.equal((await visitor.post(`/arenden/${sender.theCase.referenceNumber}/remiss/ny`)).status, 403)
})

test('what remains stands beside the draft, and sending says the same', async () => {
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [])

  const page = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  const reply = await sender.officer.post(`/remisser/${roundId}/skicka`)

  assert.match(page, /Remissen har inga remissinstanser\./)
  assert.doesNotMatch(page, /action="[^"]*\/skicka"/)
  assert.equal(reply.status, 409)
  assert.match(await reply.text(), /Remissen har inga remissinstanser\./)
})

test('I-06 I-12 B-15 everyone gets it at once, each in its own case with the sender’s number, registered on both sides', async () => {
  const first = await anAuthority(world.db)
  const second = await anAuthority(world.db)
  const company = await aBody(world.db, { kind: 'company' })
  const round = await aSentRound(world, [first.bodyId, second.bodyId, company])

  const recipients = await asking(world, (ctx) => listRecipients(ctx, round.roundId))
  const boards = recipients.filter(({ caseId }) => caseId !== null)
  assert.equal(boards.length, 2)
  const out = (await recordsOf(round.theCase.id)).filter(({ direction }) => direction === 'out')
  assert.equal(out.length, 3)
  for (const { caseId, outRecordId } of boards) {
    const theirs = await asking(world, (ctx) => getCase(ctx, caseId ?? ''))
    const [letter, ...rest] = await recordsOf(theirs.id)
    const linked = await asking(world, (ctx) => listLinkedCases(ctx, theirs.id))
    assert.equal(theirs.counterpart, round.theCase.referenceNumber)
    assert.equal(theirs.dueOn, '2023-12-29')
    assert.match(theirs.dueSource ?? '', /^satt av .* § 1$/)
    assert.equal(letter?.originRecordId, outRecordId)
    assert.deepEqual(
      rest.map(({ kind }) => kind),
      ['proposal', 'decision'],
    )
    assert.equal(rest[0]?.files[0]?.sha256, out[0]?.files[2]?.sha256)
    assert.deepEqual(
      linked.map(({ id }) => id),
      [round.theCase.id],
    )
    assert.deepEqual((await eventsOf(theirs.id)).at(-1), 'referral.received')
  }
  assert.equal((await eventsOf(round.theCase.id)).at(-1), 'referral.sent')
})

test('I-09 I-10 the letter says that the sender takes no position, who decided it, what is asked and by when', async () => {
  const asked = await anAuthority(world.db)
  const round = await aSentRound(world, [asked.bodyId])

  const reply = await round.officer.get(`/remisser/${round.roundId}/missiv.pdf`)

  const words = await textOfPdf(new Uint8Array(await reply.arrayBuffer()))
  for (const said of [
    'utan eget ställningstagande',
    '2023-10-02 § 1',
    '1. Vad pågår redan?',
    '2023-12-29',
    'Hållbar lokal utveckling',
  ])
    assert.ok(words.includes(said), said)
})

test('I-08 a referral to an administration is registered where it belongs, and is its own to answer', async () => {
  const asked = await anAuthority(world.db)
  const office = await aBody(world.db, { kind: 'administration', authorityId: asked.authorityId })
  const round = await aSentRound(world, [office])

  const [recipient] = await asking(world, (ctx) => listRecipients(ctx, round.roundId))

  const theirs = await asking(world, (ctx) => getCase(ctx, recipient?.caseId ?? ''))
  assert.deepEqual([recipient?.kind, theirs.authorityId], ['administration', asked.authorityId])
})

test('I-11 what was sent is frozen, and a correction goes to everyone as a new version', async () => {
  const asked = await anAuthority(world.db)
  const round = await aSentRound(world, [asked.bodyId, await aBody(world.db, { kind: 'company' })])

  const before = await (await round.officer.get(`/remisser/${round.roundId}`)).text()
  const edit = await round.officer.api(`/referrals/${round.roundId}`, { title: 'Annat' }, 'PUT')
  const question = await round.officer.api(`/referrals/${round.roundId}/questions`, { text: 'En till?' })
  const correction = await round.officer.post(`/remisser/${round.roundId}/rattelse`, { what: 'Bilaga 2 saknades.' })

  assert.match(before, /data-confirm="Skicka rättelsen till 2 instanser nu\?/)
  assert.match(before, /data-confirm="Avsluta remissen utan svar från 2 instanser\?/)
  assert.deepEqual([edit.status, question.status, correction.status], [409, 409, 303])
  const after = await asking(world, (ctx) => getRound(ctx, round.roundId))
  assert.deepEqual([after.version, after.corrections.map(({ what }) => what)], [2, ['Bilaga 2 saknades.']])
  const theirs = round.recipients.find(({ caseId }) => caseId !== null)?.caseId ?? ''
  assert.equal((await recordsOf(theirs)).at(-1)?.title, `Rättelse 1 av remiss: ${after.title}`)
  assert.equal((await recordsOf(round.theCase.id)).filter(({ direction }) => direction === 'out').length, 4)
  assert.match(await (await round.officer.get(`/remisser/${round.roundId}`)).text(), /Bilaga 2 saknades\./)
})

test('two clicks at once send it once', async () => {
  const sender = await aSender(world)
  const asked = await anAuthority(world.db)
  const roundId = await aDraft(world, sender, [asked.bodyId])

  const click = () => sender.officer.post(`/remisser/${roundId}/skicka`)
  const replies = await collide(world, 'referral.rounds', roundId, [click, click])

  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [303, 409])
  const [recipient] = await asking(world, (ctx) => listRecipients(ctx, roundId))
  assert.equal((await recordsOf(recipient?.caseId ?? '')).length, 3)
  assert.equal((await eventsOf(sender.theCase.id)).filter((event) => event === 'referral.sent').length, 1)
})

test('two that send to each other at the same moment both come through', async () => {
  const [one, other] = [await aSender(world), await aSender(world)]
  const oneRound = await aDraft(world, one, [other.board.bodyId])
  const otherRound = await aDraft(world, other, [one.board.bodyId])

  const replies = await Promise.all([
    one.officer.post(`/remisser/${oneRound}/skicka`),
    other.officer.post(`/remisser/${otherRound}/skicka`),
  ])

  assert.deepEqual(
    replies.map(({ status }) => status),
    [303, 303],
  )
})

test('thirty bodies in one transaction: in a handful of statements, as one', async () => {
  const bodies: string[] = []
  for (let count = 0; count < 30; count++) bodies.push((await anAuthority(world.db)).bodyId)
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, bodies)

  const count = await statements(world, async () => {
    const reply = await sender.officer.post(`/remisser/${roundId}/skicka`)
    assert.equal(reply.status, 303)
  })
  const reading = await statements(world, () => sender.officer.get(`/remisser/${roundId}`))

  assert.ok(count < 120, `${count} statements to send`)
  assert.ok(reading < 25, `${reading} statements to follow up`)
})

test('a draft that is thrown away is gone, and the history of the case says so', async () => {
  const sender = await aSender(world)
  const answerer = await anAnswerer(world)
  const roundId = await aDraft(world, sender, [answerer.board.bodyId])

  const reply = await sender.officer.post(`/remisser/${roundId}/kasta`)

  assert.equal(reply.status, 303)
  assert.equal((await sender.officer.get(`/remisser/${roundId}`)).status, 404)
  assert.equal((await eventsOf(sender.theCase.id)).at(-1), 'referral.discarded')
})

test('a decision, a body and a record of another case are refused with the reason at the field', async () => {
  const [sender, other] = [await aSender(world), await aSender(world)]
  const roundId = await aDraft(world, sender, [])

  const decision = await sender.officer.api(`/referrals/${roundId}`, { decisionId: other.decisionId }, 'PUT')
  const nothing = await sender.officer.api(`/referrals/${roundId}`, {}, 'PUT')
  const record = await sender.officer.api(`/referrals/${roundId}/documents`, { recordIds: [other.proposalId] }, 'PUT')
  const past = await sender.officer.post(`/remisser/${roundId}/uppgifter`, {
    title: 'Mitt eget ord',
    answerBy: '2023-01-01',
  })

  assert.deepEqual([decision.status, record.status, past.status, nothing.status], [422, 422, 422, 204])
  assert.match(await decision.text(), /Beslutet hör inte till ärendet/)
  assert.match(await past.text(), /value="Mitt eget ord"/)
})
