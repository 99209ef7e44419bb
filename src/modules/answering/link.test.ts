import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { asking, worldOf } from '../../../test/support.ts'
import { nobody } from '../../kernel/context.ts'
import { reading, writing } from '../../kernel/db.ts'
import { contentHash, fromText } from '../../kernel/rich-text.ts'
import { hashToken } from '../../kernel/secrets.ts'
import { aDecision, aMeeting, anItem, textOfPdf } from '../meetings/fixtures.ts'
import { aBody } from '../organisation/fixtures.ts'
import { answerOf, aSentRound } from '../referral/fixtures.ts'
import { findAnswer } from '../referral/index.ts'
import { getRecord, listLedger } from '../registry/index.ts'
import { aLinkedCompany, aWriter, holding, linked, stateOf, type TestLinked } from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const answerTo = ({ recipientId }: TestLinked) => asking(world, (ctx) => findAnswer(ctx, recipientId))
const receipt = z.object({ version: z.number(), digest: z.string(), isLate: z.boolean(), recordId: z.string() })

test('whoever has the link reads what is asked and answers without an account; the answer is registered with its words', async () => {
  const company = await aLinkedCompany(world)
  const { holder, questions, round } = company

  const page = await (await holder.get()).text()
  const who = await holder.post('', { name: 'Anna Lind', role: 'vd' })
  const path = (who.headers.get('location') ?? '').replace(/^\/svar\/[^/]+/, '')
  const form = await (await holder.get(path)).text()
  const fields = {
    'answers.0.questionId': questions[1] ?? '',
    'answers.0.text': 'Bolaget kan samordna.',
    stance: 'support',
  }
  const handedIn = await holder.post(`${path}/lamna`, { ...fields, outside: 'Tänk på barnen.', decidedBy: 'company' })

  assert.match(page, /Vad säger ni om samordningen\?/)
  assert.equal(who.status, 303)
  assert.match(form, /Du skriver som Anna Lind, vd/)
  assert.match(form, /Den samlade ståndpunkten är inte vald/)
  assert.equal(handedIn.status, 303)
  assert.equal(handedIn.headers.get('set-cookie'), null)
  const answer = await answerTo(company)
  assert.deepEqual(
    answer?.parts.map(({ plain, sha256 }) => [plain, sha256]),
    [
      ['Bolaget kan samordna.', contentHash(fromText('Bolaget kan samordna.'))],
      ['Tänk på barnen.', contentHash(fromText('Tänk på barnen.'))],
    ],
  )
  assert.deepEqual([answer?.stance, answer?.decidedBy, answer?.isLate], ['support', 'company', false])
  const ledger = await asking(world, (ctx) => listLedger(ctx, round.theCase.id))
  assert.deepEqual(
    ledger.slice(-3).map(({ event }) => event),
    ['record.registered', 'referral.answer-arrived', 'answering.handed-in'],
  )
  assert.match(ledger.at(-1)?.actor ?? '', /Anna Lind, Bostadsbolaget Exempel AB/)
})

test('I-28 the record holds every part word for word, and the receipt the sum of what was handed in', async () => {
  const company = await aLinkedCompany(world)
  const { holder, questions } = company
  const personId = await aWriter(holder)

  const given = await answerOf(
    await holder.api(`/people/${personId}/submit`, {
      answers: [{ questionId: questions[1], stance: 'support_partly', text: 'Samordningen bör ligga nära invånarna.' }],
      outside: 'Ekonomin saknas.',
      stance: 'support_partly',
    }),
    receipt,
  )

  const record = await asking(world, (ctx) => getRecord(ctx, given.recordId))
  assert.deepEqual([record.direction, record.kind, record.party], ['in', 'statement', 'Bostadsbolaget Exempel AB'])
  const pdf = await textOfPdf(await world.files.read(record.files[0]?.sha256 ?? ''))
  for (const { plain } of (await answerTo(company))?.parts ?? []) assert.ok(pdf.includes(plain), plain)
  const page = await (await holder.get('/kvitto')).text()
  const paper = await holder.get('/kvitto.pdf')
  assert.ok(page.includes(given.digest))
  assert.ok((await textOfPdf(new Uint8Array(await paper.arrayBuffer()))).replace(/\s/g, '').includes(given.digest))
})

test('I-20 a body that abstains has answered, with or without a reason', async () => {
  const company = await aLinkedCompany(world)
  const path = `/skriv/${await aWriter(company.holder)}/avsta`

  const reply = await company.holder.post(path, { abstains: 'ja', reason: 'Frågan rör inte oss.' })

  assert.equal(reply.status, 303)
  const answer = await answerTo(company)
  assert.deepEqual([answer?.stance, answer?.parts.map(({ plain }) => plain)], ['abstain', ['Frågan rör inte oss.']])
  assert.match(await (await company.holder.get('/kvitto')).text(), /Ni har avstått från att yttra er/)
  const silent = await aLinkedCompany(world)
  await silent.holder.post(`/skriv/${await aWriter(silent.holder)}/avsta`, { abstains: 'ja' })
  assert.deepEqual((await answerTo(silent))?.parts, [])
})

test('I-21 after the last answer day a first answer is taken and flagged, while the round is open', async () => {
  const company = await aLinkedCompany(world)
  const personId = await aWriter(company.holder)
  world.now = new Date('2024-01-03T10:00:00+01:00')

  const form = await (await company.holder.get(`/skriv/${personId}`)).text()
  const late = await answerOf(
    await company.holder.api(`/people/${personId}/submit`, { outside: 'Vi är sena.' }),
    receipt,
  )
  const again = await company.holder.api(`/people/${personId}/submit`, { outside: 'Ännu mer.' })

  assert.match(form, /tas emot ändå och märks som försenat/)
  assert.equal(late.isLate, true)
  assert.equal((await answerTo(company))?.isLate, true)
  assert.equal(again.status, 409)
})

test('I-21 an answer that is replaced after the sender’s decision is said to be, in the answer and in the history', async () => {
  const company = await aLinkedCompany(world)
  const { board, theCase } = company.round
  const personId = await aWriter(company.holder)
  await company.holder.api(`/people/${personId}/submit`, { outside: 'Först.' })
  world.now = new Date('2023-12-04T10:00:00+01:00')
  const meetingId = await aMeeting(world, board, { heldOn: '2023-12-04' })
  const itemId = await anItem(world, board, { meetingId, caseId: theCase.id })
  await aDecision(world, board, { itemId, points: ['Programmet antas.'] })
  world.now = new Date('2023-12-05T10:00:00+01:00')

  await answerOf(await company.holder.api(`/people/${personId}/submit`, { outside: 'Sedan.' }), receipt)

  const history = await asking(world, (ctx) => listLedger(ctx, theCase.id))
  const replaced = history.find(({ event }) => event === 'referral.answer-replaced')
  world.now = new Date('2023-10-03T09:00:00+02:00')
  assert.equal((await answerTo(company))?.isAfterDecision, true)
  assert.equal(replaced?.facts['isAfterDecision'], true)
})

test('until the day one may come back: the new version is the answer, and the earlier one is kept', async () => {
  const company = await aLinkedCompany(world)
  const personId = await aWriter(company.holder)
  const first = await answerOf(await company.holder.api(`/people/${personId}/submit`, { outside: 'Först.' }), receipt)
  world.now = new Date('2023-12-29T22:00:00+01:00')

  const second = await answerOf(await company.holder.api(`/people/${personId}/submit`, { outside: 'Sedan.' }), receipt)

  assert.deepEqual([first.version, second.version, second.isLate], [1, 2, false])
  assert.deepEqual(
    (await answerTo(company))?.parts.map(({ plain }) => plain),
    ['Sedan.'],
  )
  const records = [first, second].map(({ recordId }) => recordId)
  assert.equal(new Set(records).size, 2)
  const earlier = await world.db
    .selectFrom('referral.earlier_answers')
    .select('answer')
    .where('recipient_id', '=', company.recipientId)
    .execute()
  assert.match(JSON.stringify(earlier), /Först\./)
  const events = (await asking(world, (ctx) => listLedger(ctx, company.round.theCase.id))).map(({ event }) => event)
  assert.ok(events.includes('referral.answer-replaced'))
})

test('several write on one link: who wrote last is shown, and two who save at once lose nothing', async () => {
  const { holder, questions } = await aLinkedCompany(world)
  const anna = await aWriter(holder)
  const bo = await aWriter(holder, 'Bo Ek', 'utredare')
  const question = questions[1] ?? ''
  const save = (person: string, sheet: string, seen: number, words: string) =>
    holder.api(`/people/${person}/save`, {
      sheet,
      seen: { [question]: seen },
      answers: [{ questionId: question, text: words }],
    })
  const [annas, bos] = [randomUUID(), randomUUID()]
  await save(anna, annas, 0, 'Början.')

  await save(anna, annas, 1, 'Annas ord.')
  await save(anna, annas, 1, 'Annas ord, fler.')
  const clash = await answerOf(await save(bo, bos, 1, 'Bos ord.'), z.object({ rivals: z.number() }))

  const between = await stateOf(holder)
  assert.equal(clash.rivals, 1)
  assert.deepEqual(
    between.cells.map(({ by, version }) => [by, version]),
    [['Anna Lind', 3]],
  )
  const page = await (await holder.get(`/skriv/${bo}`)).text()
  assert.match(page, /Två har skrivit samtidigt[^]*Annas ord, fler\.[^]*Bos ord\./)
  assert.match(page, /Senast: Anna Lind, vd/)
  const refused = await holder.api(`/people/${bo}/submit`, {})
  assert.equal(refused.status, 409)
  await holder.post(`/skriv/${bo}/valj/${between.rivals[0]?.id}`, { choice: 'both' })
  const after = await stateOf(holder)
  assert.deepEqual(after.rivals, [])
  assert.match(JSON.stringify(after.cells[0]?.value), /Annas ord, fler\.[^]*Bos ord\./)
})

test('a page that did not change a cell takes nothing back of what another wrote in it', async () => {
  const { holder, questions } = await aLinkedCompany(world)
  const anna = await aWriter(holder)
  const bo = await aWriter(holder, 'Bo Ek', 'utredare')
  const [first, second] = questions
  const both = (one: string, other: string) => [
    { questionId: first, text: one },
    { questionId: second, text: other },
  ]

  await holder.api(`/people/${anna}/save`, { sheet: randomUUID(), seen: {}, answers: both('Anna.', '') })
  await holder.api(`/people/${bo}/save`, { sheet: randomUUID(), seen: {}, answers: both('', 'Bo.') })

  const { cells, rivals } = await stateOf(holder)
  assert.deepEqual(rivals, [])
  assert.deepEqual(cells.map(({ by }) => by).sort(), ['Anna Lind', 'Bo Ek'])
})

test('a wrong token, a revoked one and one of a person of another link are all the same as none', async () => {
  const company = await aLinkedCompany(world)
  const other = await linked(world, company.round, company.recipientId)
  const stranger = await aLinkedCompany(world, 'Annat bolag AB')
  const outsider = await aWriter(stranger.holder)
  const ways = `/remisser/${company.round.roundId}/svar/${company.recipientId}/vagar`

  assert.equal((await other.holder.get()).status, 200)
  assert.equal((await company.holder.get(`/skriv/${outsider}`)).status, 404)
  assert.equal((await company.round.officer.post(`${ways}/sparra`)).status, 303)
  const wrong = holding(world, 'A'.repeat(43))
  for (const holder of [company.holder, other.holder, wrong]) {
    assert.equal((await holder.get()).status, 404)
    assert.equal((await holder.get('/kvitto')).status, 404)
    assert.equal((await holder.post('', { name: 'X', role: 'Y' })).status, 404)
    assert.equal((await holder.api(`/people/${outsider}/save`, {})).status, 404)
  }
})

test('the link ends with the round: it says so, and takes nothing more', async () => {
  const { holder, round } = await aLinkedCompany(world)
  const personId = await aWriter(holder)
  await round.officer.api(`/referrals/${round.roundId}/close`, {})

  const page = await holder.get()
  const save = await holder.api(`/people/${personId}/save`, { outside: 'För sent.' })

  assert.match(await page.text(), /Remissen är avslutad/)
  assert.equal(save.status, 409)
})

test('the database gives the holder of a link its own rows and no others, and the sender no word before it is handed in', async () => {
  const names = ['Bolaget Ett AB', 'Bolaget Två AB']
  const bodies = await Promise.all(names.map((name) => aBody(world.db, { kind: 'company', name })))
  const round = await aSentRound(world, bodies)
  const [one, two] = await Promise.all(round.recipients.map(({ recipientId }) => linked(world, round, recipientId)))
  assert.ok(one !== undefined && two !== undefined)
  for (const each of [one, two])
    await each.holder.api(`/people/${await aWriter(each.holder)}/save`, { outside: 'Hemligt utkast.', seen: {} })

  const seen = await reading(world.db, nobody, async (db) => {
    const before = await db.selectFrom('answering.cells').select('recipient_id').execute()
    await sql`select * from answering.enter(${hashToken(one.token)})`.execute(db)
    const tables = await Promise.all([
      db.selectFrom('answering.cells').select('recipient_id').distinct().execute(),
      db.selectFrom('referral.recipients').select('id').execute(),
      db.selectFrom('registry.records').select('id').execute(),
    ])
    return { before, tables }
  })
  const elevated = await writing(world.db, nobody, (db) =>
    sql`select * from answering.register_for_sender()`.execute(db),
  )
  const page = await (await one.holder.get()).text()

  assert.deepEqual(seen, { before: [], tables: [[{ recipient_id: one.recipientId }], [], []] })
  assert.deepEqual(elevated.rows, [])
  assert.doesNotMatch(page, new RegExp(names[1] ?? ''))
  const ways = await (await round.officer.get(`/remisser/${round.roundId}/svar/${one.recipientId}/vagar`)).text()
  assert.match(ways, /1 person skriver/)
  assert.doesNotMatch(ways, /Hemligt utkast/)
  assert.doesNotMatch(await (await round.officer.get(`/remisser/${round.roundId}`)).text(), /Hemligt utkast/)
})

test('a name and a role are asked for, what was written comes back, and an empty answer is not handed in', async () => {
  const { holder } = await aLinkedCompany(world)
  const personId = await aWriter(holder)

  const nameless = await holder.post('', { name: '', role: 'controller' })
  const empty = await holder.post(`/skriv/${personId}/lamna`, { outside: '' })

  assert.equal(nameless.status, 422)
  assert.match(await nameless.text(), /value="controller"/)
  assert.equal(empty.status, 409)
  assert.match(await empty.text(), /Svaret är tomt/)
})
