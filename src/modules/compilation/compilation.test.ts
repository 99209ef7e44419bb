import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { as, asking, collide, statements, worldOf } from '../../../test/support.ts'
import { contentHash } from '../../kernel/rich-text.ts'
import { ask, saved, squeezed } from '../../kernel/documents/fixtures.ts'
import { aRecipient, aRound, aVisitor, anAnswer, manyAnswers } from './fixtures.ts'
import { getCompilation } from './queries.ts'

const world = worldOf('2024-01-08T09:00:00+01:00')

const words = [
  'Nämnden driver tre processer som rör förslaget: trygga lokaler, öppna skolgårdar och matlagning som mötesplats.',
  'Rosengård och Lindängen är viktigast.\n\n- Börja med skolorna\n- Låt de boende vara med tidigt',
]

async function aRoundWithAnswers() {
  const round = await aRound(world)
  const answered = await aRecipient(world, round, { name: `Ärlighetsnämnden ${round.id.slice(0, 4)}` })
  await anAnswer(world, round, {
    by: answered,
    texts: words,
    outside: 'Barnens perspektiv saknas.',
    reservations: 'V och MP reserverar sig.',
    items: { areas: ['Holma'], themes: ['trygghet'], processes: [{ name: 'Skolkök', lead: 'SN', where: 'Rosengård' }] },
  })
  const abstains = await aRecipient(world, round, { name: 'Avstår AB', isOutside: true })
  await anAnswer(world, round, { by: abstains, stance: 'abstain', isLate: true })
  await aRecipient(world, round, { name: `tysta nämnden ${round.id.slice(0, 4)}` })
  return round
}

const pathOf = (id: string, rest = '') => `/remisser/${id}/sammanstallning${rest}`
const downloaded = async (reply: Response) => new Uint8Array(await reply.arrayBuffer())

test('I-27 every body that was asked is a row, and one that has not answered is seen as plainly as one that has', async () => {
  const round = await aRoundWithAnswers()
  const officer = await as(world, round.officerId)

  const reply = await officer.get(pathOf(round.id))

  const page = await reply.text()
  assert.equal(reply.status, 200)
  assert.match(page, /3 tillfrågade, 2 besvarade, 1 kvar · 1 efter sista svarsdag/)
  assert.match(page, /Tillstyrker delvis 1 · Avstår 1/)
  assert.match(page, /Tysta nämnden[^]*?Inbjuden, har inte svarat \(kommit in\)/)
  assert.match(page, /Avstår från yttrande/)
  assert.match(
    page,
    /Ärlighetsnämnden[^]*?§\u00a0121[^]*?trygga lokaler, öppna skolgårdar[^]*?Skolkök · SN · Rosengård/,
  )
})

test('the same words are read by question and by body, with what stands outside the questions', async () => {
  const round = await aRoundWithAnswers()
  const visitor = await as(world, await aVisitor(world))

  const question = await (await visitor.get(pathOf(round.id, '?vy=fraga&fraga=2'))).text()
  const outside = await (await visitor.get(pathOf(round.id, '?vy=fraga&fraga=0'))).text()
  const bodies = await (await visitor.get(pathOf(round.id, '?vy=instans'))).text()

  assert.match(question, /<li><p>Börja med skolorna<\/p>/)
  assert.match(question, /1 instans har inte svarat/)
  assert.match(outside, /Barnens perspektiv saknas\./)
  const link = /\?vy=instans&amp;instans=[0-9a-f-]{36}"[^>]*>Ärlighetsnämnden/.exec(bodies)?.[0].split('"')[0] ?? ''
  const body = await (await visitor.get(pathOf(round.id, link.replaceAll('&amp;', '&')))).text()
  assert.match(body, /V och MP reserverar sig\.[^]*Vad anser ni om del 1[^]*Vad anser ni om del 4[^]*Utanför frågorna/)
})

test('I-28 every cell stands verbatim in the PDF and is what was dispatched, by its hash', async () => {
  const round = await aRoundWithAnswers()
  const officer = await as(world, round.officerId)

  const pdf = await downloaded(await officer.get(pathOf(round.id, '.pdf')))
  const { rows } = await asking(world, (ctx) => getCompilation(ctx, round.id))

  const path = saved(`${round.id}.pdf`, pdf)
  const printed = squeezed(ask('pdftotext', path, '-'))
  const cells = rows.flatMap((row) => row.cells)
  assert.equal(cells.length, 3)
  for (const cell of cells) {
    assert.equal(contentHash(cell.text), cell.sha256)
    for (const paragraph of cell.plain.split('\n').map((line) => line.replace(/^- /, '')))
      assert.ok(printed.includes(squeezed(paragraph)), paragraph)
  }
  assert.ok(printed.includes(squeezed('V och MP reserverar sig.')))
  assert.ok(printed.includes(squeezed('Har inte svarat')) && printed.includes(squeezed('Tysta nämnden')))
})

test('F-08 the PDF is tagged, has its title and its language', async () => {
  const round = await aRoundWithAnswers()
  const officer = await as(world, round.officerId)

  const path = saved(`f08-${round.id}.pdf`, await downloaded(await officer.get(pathOf(round.id, '.pdf'))))

  const about = ask('pdfinfo', path)
  assert.match(about, /Tagged:\s+yes/)
  assert.match(about, /Title:\s+Sammanställning av remissvar: Ett långsiktigt områdeslyft/)
})

test('the workbook has the matrix, every answer on a row of its own, and the bodies', async () => {
  const round = await aRoundWithAnswers()
  const officer = await as(world, round.officerId)

  const reply = await officer.get(pathOf(round.id, '.xlsx'))
  const path = saved(`${round.id}.xlsx`, await downloaded(reply))

  assert.match(reply.headers.get('content-disposition') ?? '', /Sammanst%C3%A4llning%20/)
  assert.match(ask('unzip', '-p', path, 'xl/workbook.xml'), /name="Matris"[^]*name="Svar"[^]*name="Instanser"/)
  assert.equal(ask('unzip', '-p', path, 'xl/worksheets/sheet2.xml').match(/<row /g)?.length, 1 + 3 * 5)
})

test('the Word file says the same', async () => {
  const round = await aRoundWithAnswers()
  const officer = await as(world, round.officerId)

  const path = saved(`${round.id}.docx`, await downloaded(await officer.get(pathOf(round.id, '.docx'))))

  const words = ask('unzip', '-p', path, 'word/document.xml')
  assert.match(words, /Låt de boende vara med tidigt/)
  assert.match(words, />Tysta nämnden/)
  assert.doesNotMatch(words, />tysta nämnden/)
})

test('the registered compilation is a record of the sender’s case with three files, and stands in the ledger', async () => {
  const round = await aRoundWithAnswers()
  const officer = await as(world, round.officerId)

  const reply = await officer.post(pathOf(round.id, '/registrera'))

  assert.equal(reply.status, 303)
  const files = await world.db
    .selectFrom('registry.files as f')
    .innerJoin('registry.records as r', 'r.id', 'f.record_id')
    .where('r.case_id', '=', round.theCase.id)
    .where('r.kind', '=', 'compilation')
    .select(['f.name', 'r.direction'])
    .orderBy('f.position')
    .execute()
  assert.deepEqual(
    files.map(({ name, direction }) => [name.split('.').at(-1), direction]),
    [
      ['pdf', 'internal'],
      ['docx', 'internal'],
      ['xlsx', 'internal'],
    ],
  )
  const ledger = await world.db
    .selectFrom('registry.ledger')
    .select(['event', 'facts'])
    .where('case_id', '=', round.theCase.id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  assert.equal(ledger.event, 'compilation.registered')
  assert.partialDeepStrictEqual(ledger.facts, { answered: 2, asked: 3 })
  assert.match(await (await officer.get(pathOf(round.id))).text(), /Innehållet är detsamma som nu/)
})

test('I-29 the same answers are registered once; when another has come it can be done again, and the first says it is older', async () => {
  const round = await aRoundWithAnswers()
  const officer = await as(world, round.officerId)
  await officer.post(pathOf(round.id, '/registrera'))

  const again = await officer.post(pathOf(round.id, '/registrera'))
  const late = await aRecipient(world, round, { isOutside: true })
  await anAnswer(world, round, { by: late, texts: ['Kommer sent.'] })
  const page = await (await officer.get(pathOf(round.id))).text()
  const afterwards = await officer.post(pathOf(round.id, '/registrera'))

  assert.equal(again.status, 409)
  assert.match(await again.text(), /Samma svar är redan registrerade som 2024:1/)
  assert.match(page, /Svar har kommit till eller ändrats sedan dess/)
  assert.equal(afterwards.status, 303)
})

test('two presses at once register it once', async () => {
  const round = await aRoundWithAnswers()
  const officer = await as(world, round.officerId)
  const press = () => officer.post(pathOf(round.id, '/registrera'))

  const replies = await collide(world, 'registry.cases', round.theCase.id, [press, press])

  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [303, 409])
})

test('nothing is registered before anything has come in, or of a referral that is not sent', async () => {
  const empty = await aRound(world)
  await aRecipient(world, empty)
  const draft = await aRound(world, { isDraft: true })

  const nothingIn = await (await as(world, empty.officerId)).post(pathOf(empty.id, '/registrera'))
  const notSent = await (await as(world, draft.officerId)).post(pathOf(draft.id, '/registrera'))

  assert.match(await nothingIn.text(), /Inget svar har kommit in än/)
  assert.match(await notSent.text(), /Remissen är inte skickad/)
  assert.deepEqual([nothingIn.status, notSent.status], [409, 409])
})

test('I-28 a text that is no longer what was sent is pointed out and stops the registration', async () => {
  const round = await aRoundWithAnswers()
  await world.db
    .updateTable('referral.answer_parts')
    .set({
      text: JSON.stringify({
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ändrat' }] }],
      }),
    })
    .where('question_id', '=', round.questionIds[0] ?? '')
    .execute()
  const officer = await as(world, round.officerId)

  const page = await (await officer.get(pathOf(round.id))).text()
  const reply = await officer.post(pathOf(round.id, '/registrera'))

  assert.match(page, /Texten stämmer inte längre med det som skickades: Ärlighetsnämnden/)
  assert.equal(reply.status, 409)
})

test('I-28 a typed value that is no longer what was sent is pointed out, as a word is', async () => {
  const round = await aRoundWithAnswers()
  const change = (items: object, typed: string) =>
    world.db
      .updateTable('referral.answer_parts')
      .set((row) => ({
        items: JSON.stringify(items),
        typed,
        sha256: sql<string>`encode(sha256(convert_to(${row.ref('plain')} || E'\\n' || ${typed}, 'UTF8')), 'hex')`,
      }))
      .where('question_id', '=', round.questionIds[0] ?? '')
      .execute()
  const officer = await as(world, round.officerId)
  const pageNow = async () => (await officer.get(pathOf(round.id))).text()

  await change({ yesNo: 'yes' }, '{"yesNo":"yes"}')
  assert.doesNotMatch(await pageNow(), /stämmer inte längre/)
  assert.match(await pageNow(), /Ja eller nej:<\/span> Ja/)
  await change({ yesNo: 'no' }, '{"yesNo":"yes"}')
  assert.match(await pageNow(), /Texten stämmer inte längre med det som skickades/)
})

test('whoever does not serve the sender reads it and may not register it; a draft is not there for them', async () => {
  const round = await aRoundWithAnswers()
  const draft = await aRound(world, { isDraft: true })
  const other = await aRound(world)
  const stranger = await as(world, other.officerId)

  const page = await stranger.get(pathOf(round.id))
  const register = await stranger.post(pathOf(round.id, '/registrera'))
  const hidden = await stranger.get(pathOf(draft.id))

  assert.deepEqual([page.status, register.status, hidden.status], [200, 403, 404])
  assert.doesNotMatch(await page.text(), /Registrera sammanställningen/)
})

test('the API gives the matrix and registers it', async () => {
  const round = await aRoundWithAnswers()
  const officer = await as(world, round.officerId)

  const reply = await officer.api(`/referrals/${round.id}/compilation`)
  const made = await officer.api(`/referrals/${round.id}/compilation`, {})

  const matrix: unknown = await reply.json()
  assert.partialDeepStrictEqual(matrix, { counts: { asked: 3, answered: 2, remaining: 1 } })
  assert.equal(made.status, 200)
  assert.partialDeepStrictEqual(await made.json(), { roundId: round.id, recordNumber: '2024:1' })
})

test('the case has the tab and the step, with how many have answered', async () => {
  const round = await aRoundWithAnswers()
  const officer = await as(world, round.officerId)

  const page = await (await officer.get(`/arenden/${round.theCase.referenceNumber}/sammanstallning`)).text()

  assert.match(page, /Sammanställt/)
  assert.match(page, /2 av 3 svar/)
  assert.match(page, /aria-current="page"[^]*?Sammanställning/)
})

test('three hundred bodies and twenty questions come fifty rows at a time, in as many statements as a handful', async () => {
  const round = await aRound(world, { questions: 20 })
  await manyAnswers(world, round, 300)
  const officer = await as(world, round.officerId)
  const counts = [0, 0]

  let page = ''
  counts[0] = await statements(world, async () => (page = await (await officer.get(pathOf(round.id))).text()))
  const more = /href="([^"]*efter=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const next = await (await officer.get(more)).text()

  assert.match(page, /300 tillfrågade, 300 besvarade, 0 kvar/)
  assert.match(page, /Instans 050/)
  assert.doesNotMatch(page, /Instans 051/)
  assert.match(next, /Instans 051/)
  assert.ok((counts[0] ?? 0) < 25, `${counts[0]} statements`)
})
