import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, worldOf } from '../../../test/support.ts'
import { ask, saved, squeezed } from '../../kernel/documents/fixtures.ts'
import { aRecipient, aRound, anAnswer } from './fixtures.ts'
import { sheetsOf } from './model.ts'
import { getCompilation } from './queries.ts'

const world = worldOf('2024-01-08T09:00:00+01:00')

const pathOf = (id: string, rest = '') => `/remisser/${id}/sammanstallning${rest}`
const downloaded = async (reply: Response) => new Uint8Array(await reply.arrayBuffer())

test('I-27 who waited for their turn and were never asked are named: on the page, in the paper, the workbook and the history', async () => {
  const round = await aRound(world)
  await anAnswer(world, round, { by: await aRecipient(world, round) })
  const waiting = await aRecipient(world, round, { name: 'Aldrig tillfrågade AB', isOutside: true })
  await world.db.updateTable('referral.recipients').set({ asked_at: null }).where('id', '=', waiting).execute()
  const officer = await as(world, round.officerId)

  const page = await (await officer.get(pathOf(round.id))).text()
  const compilation = await asking(world, (ctx) => getCompilation(ctx, round.id))
  const pdf = saved(`${round.id}-asked.pdf`, await downloaded(await officer.get(pathOf(round.id, '.pdf'))))
  const { rows } = sheetsOf(compilation, '2024-01-08').at(-1) ?? { rows: [] }
  await officer.post(pathOf(round.id, '/registrera'))
  const history = await (await officer.get(`/arenden/${compilation.round.referenceNumber}/historik`)).text()

  assert.match(page, /1 tillfrågade, 1 besvarade, 0 kvar[^]*1 har inte tillfrågats: Aldrig tillfrågade AB/)
  const printed = squeezed(ask('pdftotext', pdf, '-'))
  assert.ok(printed.includes(squeezed('1 har inte tillfrågats: Aldrig tillfrågade AB')))
  assert.ok(printed.includes(squeezed('Alla instanser som har tillfrågats har svarat.')))
  assert.deepEqual(rows.at(-1), ['Aldrig tillfrågade AB', null, null, 'Inte tillfrågad'])
  assert.match(history, /registrerades med 1 av 1 svar, 1 inte tillfrågade/)
})

test('I-19 the position on each question and on the whole is in every export, and of one without an answer that it has none', async () => {
  const round = await aRound(world)
  await anAnswer(world, round, {
    by: await aRecipient(world, round, { name: 'Ärlighetsnämnden' }),
    texts: ['Ja.', 'Nej.'],
  })
  const abstains = await aRecipient(world, round, { name: 'Avstår AB', isOutside: true })
  await anAnswer(world, round, { by: abstains, stance: 'abstain' })
  await aRecipient(world, round, { name: 'Tysta nämnden' })
  const officer = await as(world, round.officerId)

  const { bodies } = await (await officer.api(`/referrals/${round.id}/compilation`)).json()
  const path = saved(`${round.id}-positions.xlsx`, await downloaded(await officer.get(pathOf(round.id, '.xlsx'))))
  const strings = ask('unzip', '-p', path, 'xl/worksheets/sheet3.xml', 'xl/sharedStrings.xml')
  const csv = await (await officer.get(`/remisser/${round.id}/uppfoljning.csv`)).text()

  assert.deepEqual(
    bodies.map((body: { position: string; cells: { stance: string }[] }) => [body.position, body.cells.length > 0]),
    [
      ['abstain', false],
      ['no_answer', false],
      ['support_partly', true],
    ],
  )
  for (const words of ['Avstår', 'Ej svar', 'Tillstyrker delvis']) {
    assert.ok(strings.includes(`>${words}<`), words)
    assert.ok(csv.includes(`"${words}"`), words)
  }
})

test('a case that has sent several rounds lists them all with their state, each with the way to its compilation', async () => {
  const first = await aRound(world)
  const second = await aRound(world)
  await anAnswer(world, first, { by: await aRecipient(world, first) })
  const { caseId, authorityId } = { caseId: first.theCase.id, authorityId: first.sender.authorityId }
  const moved = { case_id: caseId, authority_id: authorityId, issuer_id: first.sender.bodyId, title: 'Andra omgången' }
  await world.db.updateTable('referral.rounds').set(moved).where('id', '=', second.id).execute()
  await world.db.updateTable('referral.rounds').set({ state: 'closed' }).where('id', '=', first.id).execute()
  const officer = await as(world, first.officerId)

  const page = await (await officer.get(`/arenden/${first.theCase.referenceNumber}/sammanstallning`)).text()
  const [list = ''] = /<table[^]*?<\/table>/.exec(page) ?? []

  assert.match(page, /Remisser i ärendet/)
  assert.match(list, new RegExp(`${pathOf(first.id)}[^]*Avslutad[^]*1 av 1`))
  assert.match(list, new RegExp(`${pathOf(second.id)}[^]*Andra omgången[^]*Ute på remiss[^]*0 av 0`))
})
