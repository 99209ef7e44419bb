import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, worldOf } from '../../../test/support.ts'
import { aMeeting } from '../meetings/fixtures.ts'
import { aBody, aPerson } from '../organisation/fixtures.ts'
import { anAnswerer, aSentRound } from './fixtures.ts'
import { ordered, orders, type Order, type Recipient } from './model.ts'
import { listRecipients } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const one = (bodyName: string, facts: Partial<Recipient> = {}): Recipient => ({
  ...{
    id: bodyName,
    roundId: 'r',
    bodyId: bodyName,
    bodyName,
    bodyKind: 'board',
    kind: 'board',
    isMandatory: true,
    isOfAuditors: false,
  },
  ...{
    jointWith: null,
    jointName: null,
    authorityId: 'a',
    caseId: 'c',
    referenceNumber: 'A-2023-1',
    outRecordId: null,
    inRecordId: null,
  },
  ...{ stage: 'received', officerName: null, boardOn: null, paragraph: null, decidedOn: null, adjustedOn: null },
  ...{
    expectedOn: null,
    answerBy: '2023-12-29',
    isExtended: false,
    turn: 1,
    askedAt: new Date(),
    isCaseClosed: false,
    answer: null,
    draftSentAt: null,
  },
  ...facts,
})

const arrived = (day: string): Partial<Recipient> => ({
  stage: 'answered',
  answer: {
    ...{ id: day, stance: 'support', decidedBy: 'board', arrivedAt: new Date(`${day}T12:00:00Z`), decidedOn: null },
    ...{ isMarked: false, paragraph: null, rule: null, reservations: null, isLate: false, isAfterDecision: false },
  },
})

const names = (recipients: readonly Recipient[], order: Order) =>
  ordered(recipients, order)
    .map(({ bodyName }) => bodyName)
    .join(' ')

test('bodies stand in Swedish order, and what has nothing in a column stands last whichever way', () => {
  const asked = [
    one('örnämnden', { boardOn: '2023-12-01', ...arrived('2023-12-20') }),
    one('ålnämnden', { boardOn: '2023-11-01', stage: 'drafting', officerName: 'Åsa' }),
    one('zoonämnden', { officerName: 'Zara', ...arrived('2023-12-04') }),
    one('älgnämnden'),
  ]

  assert.equal(names(asked, 'body'), 'zoonämnden ålnämnden älgnämnden örnämnden')
  assert.equal(names(asked, '-body'), 'örnämnden älgnämnden ålnämnden zoonämnden')
  assert.equal(names(asked, 'boardOn'), 'ålnämnden örnämnden zoonämnden älgnämnden')
  assert.equal(names(asked, '-boardOn'), 'örnämnden ålnämnden zoonämnden älgnämnden')
  assert.equal(names(asked, 'answer'), 'zoonämnden örnämnden ålnämnden älgnämnden')
  assert.equal(names(asked, '-answer'), 'örnämnden zoonämnden ålnämnden älgnämnden')
  assert.equal(names(asked, 'stage'), 'älgnämnden ålnämnden zoonämnden örnämnden')
  assert.equal(names(asked, 'officer'), 'zoonämnden ålnämnden älgnämnden örnämnden')
})

test('the heads of the follow-up are links that order it, keep what is chosen in the address, and say how it is ordered', async () => {
  world.now = new Date('2023-10-03T09:00:00+02:00')
  const late = await anAnswerer(world, { name: 'aftonnämnden' })
  await aMeeting(world, late.board, { heldOn: '2023-12-19' })
  const outside = await aBody(world.db, { kind: 'company', authorityId: null, name: 'Öbolaget AB' })
  const round = await aSentRound(world, [late.board.bodyId, outside])
  const path = `/remisser/${round.roundId}`
  const page = async (query: string) => (await round.officer.get(`${path}${query}`)).text()

  const usual = await page('')
  const turned = await page('?visa=outside&ordna=-body')
  const wrong = await page('?ordna=drop')

  const place = (html: string, name: string) => html.indexOf(name, html.indexOf('<tbody'))
  assert.match(usual, /<th scope="col" aria-sort="ascending"><a class="k-sort" href="[^"]*\?ordna=-body">Instans/)
  assert.ok(usual.includes(`${path}?ordna=boardOn"`) && usual.includes(`${path}?ordna=stage"`))
  assert.ok(place(usual, 'Aftonnämnden') < place(usual, 'Öbolaget AB'))
  assert.match(turned, /aria-sort="descending"><a class="k-sort" href="[^"]*\?visa=outside">Instans/)
  assert.ok(turned.includes(`${path}?visa=answered&amp;ordna=-body"`))
  assert.match(wrong, /aria-sort="ascending"><a class="k-sort" href="[^"]*\?ordna=-body">Instans/)
})

test('the rows of the follow-up stand in the order that the address asks for, both ways', async () => {
  world.now = new Date('2023-10-03T09:00:00+02:00')
  const [evening, noon] = [
    await anAnswerer(world, { name: 'aftonnämnden' }),
    await anAnswerer(world, { name: 'middagsnämnden' }),
  ]
  const company = await aBody(world.db, { kind: 'company', authorityId: null, name: 'Öbolaget AB' })
  const { roundId, officer } = await aSentRound(world, [evening.board.bodyId, noon.board.bodyId, company])
  const asked = await asking(world, (ctx) => listRecipients(ctx, roundId))
  const of = (id: string) => asked.find(({ bodyId }) => bodyId === id)
  const planned = [
    { board: evening.board, heldOn: '2023-12-19', name: 'Örjan Ek' },
    { board: noon.board, heldOn: '2023-12-12', name: 'Asta Alm' },
  ]
  for (const { board, heldOn, name } of planned) {
    const caseId = of(board.bodyId)?.caseId ?? ''
    const meeting_id = await aMeeting(world, board, { heldOn })
    await world.db
      .insertInto('planning.steps')
      .values({ case_id: caseId, position: 1, step: 'board', meeting_id, planned_for: heldOn })
      .execute()
    const officer_id = await aPerson(world.db, { bodyId: board.bodyId, roles: ['case_officer'], name })
    await world.db.updateTable('registry.cases').set({ officer_id }).where('id', '=', caseId).execute()
  }
  const said = { decidedBy: 'company', stance: 'support' }
  await officer.api(`/referrals/${roundId}/recipients/${of(company)?.id}/answer`, said)

  const shown: Record<string, string> = {}
  for (const order of orders.filter((one) => !one.endsWith('boardOn'))) {
    const page = await (await officer.get(`/remisser/${roundId}?ordna=${order}`)).text()
    const body = page.slice(page.indexOf('<tbody'), page.indexOf('</tbody'))
    const names = ['Aftonnämnden', 'Middagsnämnden', 'Öbolaget AB'].toSorted(
      (a, b) => body.indexOf(a) - body.indexOf(b),
    )
    shown[order] = names.map((name) => name.charAt(0)).join('')
  }

  assert.deepEqual(shown, {
    ...{ body: 'AMÖ', stage: 'AMÖ', officer: 'MAÖ', answer: 'ÖAM' },
    ...{ '-body': 'ÖMA', '-stage': 'ÖAM', '-officer': 'AMÖ', '-answer': 'ÖAM' },
  })
})
