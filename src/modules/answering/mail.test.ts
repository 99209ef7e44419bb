import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { as, asking, worldOf } from '../../../test/support.ts'
import { aBody } from '../organisation/fixtures.ts'
import { aDraft, anAnswerer, answerOf, aSender, aSentRound } from '../referral/fixtures.ts'
import { findAnswer } from '../referral/index.ts'
import { getRecord } from '../registry/index.ts'
import { aMail, taken } from '../intake/fixtures.ts'
import { holding } from './fixtures.ts'
import { filledIn } from './fixtures/word.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

async function aCompany(name: string, email: string): Promise<string> {
  const bodyId = await aBody(world.db, { kind: 'company', name })
  await world.db.updateTable('organisation.bodies').set({ email }).where('id', '=', bodyId).execute()
  return bodyId
}

const lettersTo = (address: string) =>
  world.db
    .selectFrom('kernel.letters as l')
    .leftJoin('kernel.enclosures as e', 'e.letter_id', 'l.id')
    .select(['l.id', 'l.subject', 'l.body', 'l.reply_to as replyTo', 'e.name', 'e.sha256'])
    .where('l.to_address', '=', address)
    .orderBy('l.posted_at')
    .orderBy('e.position')
    .execute()

const linkIn = (body = '') => /\/svar\/([\w-]{43})/.exec(body)?.[1] ?? ''

test('when the round is sent a company gets its own link, the letter and the Word form, in the same transaction', async () => {
  const address = 'remiss@bolaget.example'
  const round = await aSentRound(world, [await aCompany('Bolaget Ett AB', address)])

  const [letter, form] = await lettersTo(address)

  assert.match(letter?.subject ?? '', /^Remiss: /)
  assert.match(letter?.body ?? '', /Bolaget Ett AB om synpunkter[^]*Sista svarsdag: 2023-12-29/)
  assert.match(`${letter?.name} ${form?.name}`, /\.pdf .*\.docx$/)
  const page = await (await holding(world, linkIn(letter?.body)).get()).text()
  assert.match(page, /Vad säger ni om samordningen\?/)
  const ways = `/remisser/${round.roundId}/svar/${round.recipients[0]?.recipientId}/vagar`
  assert.match(await (await round.officer.get(ways)).text(), /remiss@bolaget\.example/)
})

test('a round that cannot be sent leaves no letter and no link', async () => {
  const address = 'ingen@bolaget.example'
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [await aCompany('Bolaget Noll AB', address)])
  await sender.officer.api(`/referrals/${roundId}`, { answerBy: '' }, 'PUT')

  const refused = await sender.officer.api(`/referrals/${roundId}/send`, {})

  assert.equal(refused.status, 409)
  assert.deepEqual(await lettersTo(address), [])
})

test('I-11 a correction goes to those outside too: by letter with what changed, and on the link they have', async () => {
  const address = 'rattelse@bolaget.example'
  const round = await aSentRound(world, [await aCompany('Bolaget Två AB', address)])
  const [first] = await lettersTo(address)
  world.now = new Date('2023-10-09T09:00:00+02:00')

  const reply = await round.officer.api(`/referrals/${round.roundId}/corrections`, {
    what: 'Bilaga 2 saknade sidan 4.',
  })

  assert.equal(reply.status, 200)
  const last = (await lettersTo(address)).at(-1)
  assert.match(last?.subject ?? '', /^Rättelse av remiss/)
  assert.match(last?.body ?? '', /Bilaga 2 saknade sidan 4\./)
  for (const token of [linkIn(first?.body), linkIn(last?.body)])
    assert.match(await (await holding(world, token).get()).text(), /Remissen har rättats[^]*Bilaga 2 saknade sidan 4\./)
})

test('I-32 a body outside gets what was decided on its time by letter, with the new day or that it stands', async () => {
  const address = 'anstand@bolaget.example'
  const round = await aSentRound(world, [await aCompany('Bolaget Fem AB', address)])
  const recipientId = round.recipients[0]?.recipientId ?? ''
  const at = `/referrals/${round.roundId}/extensions`
  const wish = { recipientId, wantedOn: '2024-01-19', reason: 'Styrelsen möts den 16 januari.', channel: 'phone' }
  const page = `/remisser/${round.roundId}/begaran`

  await round.officer.post(page, { ...wish, askedOn: '' })
  const waits = await world.db
    .selectFrom('referral.extensions')
    .select('id')
    .where('recipient_id', '=', recipientId)
    .executeTakeFirstOrThrow()
  world.now = new Date('2023-10-10T09:00:00+02:00')
  const refused = await round.officer.api(`${at}/${waits.id}/decide`, {
    outcome: 'refused',
    ground: 'Beslutet kan inte vänta.',
  })
  world.now = new Date('2023-10-11T09:00:00+02:00')
  const given = await round.officer.api(at, {
    recipientIds: ['everyone'],
    until: '2024-01-12',
    ground: 'Beredningen flyttas.',
  })

  assert.deepEqual([refused.status, given.status], [200, 200])
  const letters = await lettersTo(address)
  const [no, yes] = letters.slice(2)
  assert.equal(letters.length, 4)
  assert.match(no?.subject ?? '', /^Beslut om svarstid: /)
  assert.match(no?.body ?? '', /avslagen[^]*Sista svarsdag: 2023-12-29[^]*Beslutet kan inte vänta\./)
  assert.match(yes?.subject ?? '', /^Ny sista svarsdag: /)
  assert.match(yes?.body ?? '', /Ny sista svarsdag: 2024-01-12[^]*Beredningen flyttas\./)
  for (const letter of [no, yes]) {
    assert.match(letter?.name ?? '', /svarstid.*\.pdf$/)
    assert.equal((await holding(world, linkIn(letter?.body)).get()).status, 200)
  }
})

test('the sender sends a link again, to another address', async () => {
  const round = await aSentRound(world, [await aCompany('Bolaget Tre AB', 'fel@bolaget.example')])
  const path = `/remisser/${round.roundId}/svar/${round.recipients[0]?.recipientId}/vagar`

  const wrong = await round.officer.post(`${path}/skicka`, { email: 'inte en adress' })
  const reply = await round.officer.post(`${path}/skicka`, { email: 'ratt@bolaget.example' })

  assert.deepEqual([wrong.status, reply.status], [422, 303])
  assert.match(await wrong.text(), /value="inte en adress"/)
  const [letter] = await lettersTo('ratt@bolaget.example')
  assert.equal((await holding(world, linkIn(letter?.body)).get()).status, 200)
})

test('the link in a letter is for its reader alone once it has left, and another is sent instead of it', async () => {
  const address = 'enbart@bolaget.example'
  const round = await aSentRound(world, [await aCompany('Bolaget Sex AB', address)])
  const registrar = await as(world, round.board.registrarId)
  const { id, body } = await world.db
    .selectFrom('kernel.letters')
    .select(['id', 'body'])
    .where('to_address', '=', address)
    .executeTakeFirstOrThrow()
  const seen = async () =>
    `${await (await registrar.get(`/utskick/${id}`)).text()} ${await (await registrar.api(`/letters/${id}`)).text()}`

  const waiting = await seen()
  await world.db
    .updateTable('kernel.letters')
    .set({ state: 'failed', reason: '550', ended_at: world.now })
    .where('id', '=', id)
    .execute()
  const left = await seen()
  const again = await registrar.api(`/letters/${id}/send-again`, {})
  const ways = `/remisser/${round.roundId}/svar/${round.recipients[0]?.recipientId}/vagar`

  assert.ok(waiting.includes(linkIn(body)))
  assert.ok(!left.includes(linkIn(body)))
  assert.match(left, /\(personlig länk, bara för mottagaren\)/)
  assert.ok(left.includes(`href="${ways}"`))
  assert.equal(again.status, 409)
  assert.match(await again.text(), /ett nytt brev med en ny länk/)
  assert.equal((await registrar.get(ways)).status, 200)
})

test('a form that comes by mail is recognised in the inbox, and taken: the message is registered with it', async () => {
  const address = 'mejl@bolaget.example'
  const round = await aSentRound(world, [await aCompany('Bolaget Fyra AB', address)])
  const recipientId = round.recipients[0]?.recipientId ?? ''
  const enclosed = (await lettersTo(address)).at(-1)
  const bytes = filledIn(await world.files.read(enclosed?.sha256 ?? ''), {
    'kraftsam:outside': ['Vi svarar med mejl.'],
  })
  const registrar = await as(world, round.board.registrarId)
  const messageId = await taken(registrar, aMail({ files: [{ name: 'svar.docx', bytes }] }))

  const page = await (await registrar.get(`/inkorg/${messageId}`)).text()
  const read = await registrar.post(`/inkorg/${messageId}/remissvar`, { recipientId, position: '1' })
  const path = read.headers.get('location') ?? ''
  const reply = await registrar.post(`${path}/ta`, { 'whole.stance': 'none', 'whole.decidedBy': 'company' })

  assert.match(page, /Bilagan är svarsformuläret från Bolaget Fyra AB/)
  assert.equal(reply.status, 303, await reply.clone().text())
  const answer = await asking(world, (ctx) => findAnswer(ctx, recipientId))
  assert.deepEqual(
    answer?.parts.map(({ plain }) => plain),
    ['Vi svarar med mejl.'],
  )
  const record = await asking(world, (ctx) => getRecord(ctx, answer?.statementRecordId ?? ''))
  assert.match(record.files.map(({ name }) => name).join(' '), /svar\.docx/)
})

test('I-28 B-15 the other files of a message are put at questions of files, and registered with the answer', async () => {
  const address = 'bilagor@bolaget.example'
  const round = await aSentRound(
    world,
    [await aCompany('Bolaget Åtta AB', address)],
    [{ kind: 'file', text: 'Planer?' }],
  )
  const recipientId = round.recipients[0]?.recipientId ?? ''
  const enclosed = (await lettersTo(address)).at(-1)
  const form = filledIn(await world.files.read(enclosed?.sha256 ?? ''), { 'kraftsam:outside': ['Se planen.'] })
  const registrar = await as(world, round.board.registrarId)
  const plan = { name: 'Plan.txt', bytes: new TextEncoder().encode('Planen') }
  const other = { name: 'Foto.txt', bytes: new TextEncoder().encode('Foto') }
  const messageId = await taken(registrar, aMail({ files: [{ name: 'svar.docx', bytes: form }, plan, other] }))
  const read = await registrar.post(`/inkorg/${messageId}/remissvar`, { recipientId, position: '1' })
  const path = read.headers.get('location') ?? ''
  const page = await (await registrar.get(path)).text()
  const questionId =
    /<option value="([0-9a-f-]{36})"[^>]*>Fråga 1</.exec(page.slice(page.indexOf('Plan.txt')))?.[1] ?? ''
  const put = { 'attachments.0.position': '2', 'attachments.0.to': questionId }

  const stray = await registrar.post(path, { ...put, 'attachments.0.position': '1' })
  const saved = await registrar.post(path, put)
  const again = await (await registrar.get(path)).text()
  const reply = await registrar.post(`${path}/ta`, { 'whole.stance': 'none', 'whole.decidedBy': 'company' })

  assert.deepEqual([stray.status, saved.status, reply.status], [422, 303, 303])
  assert.match(again, new RegExp(`<option value="${questionId}" selected`))
  const answer = await asking(world, (ctx) => findAnswer(ctx, recipientId))
  assert.deepEqual(
    answer?.parts.flatMap(({ items }) => items.files ?? []).map(({ name }) => name),
    ['Plan.txt'],
  )
  const record = await asking(world, (ctx) => getRecord(ctx, answer?.statementRecordId ?? ''))
  assert.match(record.files.map(({ name }) => name).join(' '), /svar\.docx.*Plan\.txt.*Foto\.txt/)
})

test('a reminder to a body outside has a link in it that opens what is asked', async () => {
  const address = 'paminn@bolaget.example'
  const round = await aSentRound(world, [await aCompany('Bolaget Sex AB', address)])
  const recipientIds = round.recipients.map(({ recipientId }) => recipientId)
  world.now = new Date('2023-12-20T09:00:00+01:00')

  const reminded = await round.officer.api(`/referrals/${round.roundId}/reminders`, { recipientIds })

  assert.equal(reminded.status, 200, await reminded.clone().text())
  const letter = (await lettersTo(address)).at(-1)
  assert.match(letter?.subject ?? '', /^Påminnelse: /)
  const left = { state: 'sent', sent_at: world.now } as const
  await world.db.updateTable('kernel.letters').set(left).where('to_address', '=', address).execute()
  const registrar = await as(world, round.board.registrarId)
  const again = await registrar.api(`/letters/${letter?.id}/send-again`, { address: 'annan@exempel.se' })
  assert.equal(again.status, 409, 'a link is not sent on to another address')
  const page = await holding(world, linkIn(letter?.body)).get()
  assert.match(await page.text(), /Vad säger ni om samordningen\?/)
})

test('what others have asked is answered to those outside too, by letter and on the link, never who asked', async () => {
  const address = 'fragor@bolaget.example'
  const asker = await anAnswerer(world)
  const silent = await aBody(world.db, { kind: 'company', name: 'Bolaget utan adress AB' })
  const round = await aSentRound(world, [asker.board.bodyId, await aCompany('Bolaget Sju AB', address), silent])
  const caseId = round.recipients.find((one) => one.caseId !== null)?.caseId
  const question = { words: 'Gäller det även Holma?', namesAsker: true }
  const asked = await asker.officer.api(`/cases/${caseId}/referral-answer/inquiries`, question)
  const { inquiryId } = await answerOf(asked, z.object({ inquiryId: z.string() }))
  const [sent] = await lettersTo(address)
  const page = async () => (await holding(world, linkIn(sent?.body)).get()).text()
  const before = await page()

  const reply = await round.officer.api(`/referrals/${round.roundId}/inquiries/${inquiryId}/reply`, {
    answer: 'Ja, hela området.',
  })

  assert.deepEqual(await answerOf(reply, z.object({ told: z.number() })), { told: 2 })
  assert.doesNotMatch(before, /Gäller det även Holma/)
  const after = await page()
  assert.match(after, /Gäller det även Holma\?[^]*Ja, hela området\./)
  const letter = (await lettersTo(address)).at(-1)
  assert.match(letter?.body ?? '', /Fråga: Gäller det även Holma\?[^]*Svar: Ja, hela området\./)
  for (const words of [after, letter?.body ?? '']) assert.ok(!words.includes(asker.board.name), words)
  assert.equal((await holding(world, linkIn(letter?.body)).get()).status, 200)
})
