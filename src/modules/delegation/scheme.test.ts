import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { actorOf, as, asking, doing, worldOf } from '../../../test/support.ts'
import { aBoard } from '../meetings/fixtures.ts'
import { aPerson } from '../organisation/fixtures.ts'
import { aCase } from '../registry/fixtures.ts'
import { adoptScheme, beginScheme } from './commands.ts'
import { aDelegated, aDelegation, sheet, someRules } from './fixtures.ts'
import { findSchemeInForce, getDelegated, listRules, listSchemes } from './queries.ts'

const world = worldOf('2023-11-10T09:00:00+01:00')

const numbersOf = async (schemeId: string) =>
  (await asking(world, (ctx) => listRules(ctx, schemeId))).map(({ number }) => number)

test('the secretary reads a scheme in from a file, notes that the board decided it, and everyone can read and print it', async () => {
  const board = await aBoard(world)
  const secretary = await as(world, board.secretaryId)
  const file = new FormData()
  file.set('bodyId', board.bodyId)
  file.set('files', new File([sheet(...someRules)], 'ordning.csv', { type: 'text/csv' }))

  const read = await secretary.send('/delegation/ordning/las-in', file)
  const draft = read.headers.get('location') ?? ''
  const adopted = await secretary.post(`${draft}/beslutad`, {
    decidedOn: '2023-10-24',
    paragraph: '120',
    validFrom: '2023-11-01',
  })

  const page = await (await (await as(world, board.officerId)).get(`/delegation/ordning`)).text()
  const pdf = await secretary.get(`${draft}/ordning.pdf`)
  assert.deepEqual([read.status, adopted.status, pdf.status], [303, 303, 200])
  for (const words of ['Hyra av lokal', 'Förvaltningschef', '§ 120', 'Gäller']) assert.ok(page.includes(words), words)
})

test('the table that is taken out is the one that can be read in', async () => {
  const board = await aDelegation(world)
  const other = await aBoard(world)

  const csv = await (
    await (await as(world, board.officerId)).get(`/delegation/ordning/${board.schemeId}/tabell.csv`)
  ).text()
  const reply = await (
    await as(world, other.secretaryId)
  ).api('/delegation/schemes/import', { bodyId: other.bodyId, csv })

  const { schemeId, rules } = await reply.json()
  assert.equal(rules, someRules.length)
  assert.deepEqual(await numbersOf(schemeId), ['1.1', '2.1', '2.2', '3.1', '4.1'])
})

test('A-86 a table with a rule that KL 6:38 keeps with the board is refused with its line, and nothing is read', async () => {
  const board = await aBoard(world)
  const bad = '9.1;Mål;Verksamhetens mål;anställd;chef;;;Chef;;;mål och inriktning;Skäl;nej;ja;nej'

  const reply = await (
    await as(world, board.secretaryId)
  ).api('/delegation/schemes/import', {
    bodyId: board.bodyId,
    csv: sheet(...someRules, bad),
  })

  assert.equal(reply.status, 409)
  assert.match(await reply.text(), /Rad 7 \(punkt 9.1\).*6 kap. 38 § 1/)
  assert.deepEqual(await asking(world, (ctx) => listSchemes(ctx, board.bodyId)), [])
})

const aRule = {
  number: '5.1',
  heading: 'Yttrande',
  scope: 'Yttranden',
  delegateKind: 'employee',
  delegateRole: 'head',
  delegate: 'Chef',
  nature: 'statement',
  reason: 'Rutinbetonat',
  appeal: 'none',
  isReported: 'ja',
}

async function aDraft() {
  const board = await aDelegation(world)
  const secretary = await as(world, board.secretaryId)
  const { schemeId } = await doing(
    world,
    beginScheme,
    { bodyId: board.bodyId },
    await actorOf(world, board.secretaryId),
  )
  return {
    board,
    secretary,
    schemeId,
    put: (fields: object) => secretary.post(`/delegation/ordning/${schemeId}/regler`, { ...aRule, ...fields }),
  }
}

test('A-86 the form refuses what goes to the council, and A-88 what has no reason, with the person’s words kept', async () => {
  const { put } = await aDraft()

  const kept = await put({ nature: 'to_council' })
  const noReason = await put({ reason: '', scope: 'Mina egna ord' })

  assert.equal(kept.status, 409)
  assert.match(await kept.text(), /får inte beslutas på delegation/)
  assert.equal(noReason.status, 422)
  assert.match(await noReason.text(), /Mina egna ord/)
})

test('A-89 an automated function under chapter 13 is refused by the rule and by the database', async () => {
  const { board, put, schemeId } = await aDraft()

  const fields = { delegateKind: 'automated', delegateRole: '', delegatePersonId: board.officerId, appeal: 'legality' }
  const reply = await put(fields)
  const forced = world.db
    .updateTable('delegation.rules')
    .set({ delegate_kind: 'automated', appeal: 'legality' })
    .where('scheme_id', '=', schemeId)
    .execute()

  assert.equal(reply.status, 409)
  await assert.rejects(forced, /automation_decides_nothing_under_chapter_13/)
})

test('a new version begins with the rules that hold, is changed as a draft, and takes over from its day', async () => {
  const { board, put, secretary, schemeId } = await aDraft()
  const before = await asking(world, (ctx) => findSchemeInForce(ctx, board.bodyId, '2023-11-10'))

  await put({})
  const [first] = await asking(world, (ctx) => listRules(ctx, schemeId))
  const removed = await secretary.post(`/delegation/regler/${first?.id}/ta-bort`)
  const days = { decidedOn: '2023-11-07', paragraph: '130', validFrom: '2023-11-10' }
  const adopted = await secretary.post(`/delegation/ordning/${schemeId}/beslutad`, days)

  const after = await asking(world, (ctx) => findSchemeInForce(ctx, board.bodyId, '2023-11-10'))
  const yesterday = await asking(world, (ctx) => findSchemeInForce(ctx, board.bodyId, '2023-11-09'))
  assert.deepEqual([removed.status, adopted.status], [303, 303])
  assert.deepEqual([before?.version, after?.version, yesterday?.version], [1, 2, 1])
  assert.deepEqual(await numbersOf(schemeId), ['2.1', '2.2', '3.1', '4.1', '5.1'])
})

test('A-94 an earlier decision keeps the version it was made under', async () => {
  const board = await aDelegation(world)
  const { decisionId } = await aDelegated(world, board, { decidedOn: '2023-11-01' })
  const secretary = await actorOf(world, board.secretaryId)
  const { schemeId } = await doing(world, beginScheme, { bodyId: board.bodyId }, secretary)

  await doing(
    world,
    adoptScheme,
    { schemeId, decidedOn: '2023-11-07', paragraph: 130, validFrom: '2023-11-08' },
    secretary,
  )

  const decision = await asking(world, (ctx) => getDelegated(ctx, decisionId))
  assert.deepEqual([decision.version, decision.ruleNumber], [1, '3.1'])
  await assert.rejects(aDelegated(world, board, { decidedOn: '2023-11-09' }), /gällde inte den dagen/)
})

test('what the board has decided is changed by nobody, not even past the command', async () => {
  const board = await aDelegation(world)
  const secretary = await as(world, board.secretaryId)

  const put = await secretary.api(`/delegation/schemes/${board.schemeId}/rules`, { ...aRule, isReported: true })
  const removed = await secretary.api(`/delegation/rules/${board.rule('2.1')}/remove`, {})
  const forced = await world.db.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'kraftsam_app', true), set_config('kraftsam.person', ${board.secretaryId}, true),
      set_config('kraftsam.authorities', ${board.authorityId}, true)`.execute(tx)
    return tx
      .updateTable('delegation.rules')
      .set({ scope: 'Allt' })
      .where('scheme_id', '=', board.schemeId)
      .executeTakeFirst()
  })

  assert.deepEqual([put.status, removed.status, forced.numUpdatedRows], [409, 409, 0n])
})

test('only the board’s own secretary and registrar keep its scheme', async () => {
  const board = await aBoard(world)
  const other = await aBoard(world)
  const begin = async (personId: string) =>
    (await (await as(world, personId)).api('/delegation/schemes', { bodyId: board.bodyId })).status

  assert.deepEqual(
    [await begin(board.officerId), await begin(other.secretaryId), await begin(board.registrarId)],
    [403, 403, 200],
  )
})

test('A-93 the director passes a rule on, the employee decides on it, and it ends when it is taken back', async () => {
  const board = await aDelegation(world)
  const director = await as(world, board.directorId)
  const officer = await as(world, board.officerId)
  const theCase = await aCase(world, board)
  const give = { personId: board.officerId, validFrom: '2023-11-10' }

  const before = await officer.post(`/arenden/${theCase.id}/delegation/besluta`, {
    ruleId: board.rule('2.1'),
    points: 'Lokalen hyrs.',
    decidedOn: '2023-11-10',
  })
  const given = await director.post(`/delegation/regler/${board.rule('2.1')}/vidare`, give)
  const { decisionId } = await aDelegated(world, board, { rule: '2.1', theCase, decidedOn: '2023-11-10' })
  const page = await (await director.get(`/delegation/regler/${board.rule('2.1')}`)).text()
  const taken = await director.post(/\/delegation\/regler\/[^"]*aterta/.exec(page)?.[0] ?? '')

  assert.deepEqual([before.status, given.status, taken.status], [409, 303, 303])
  assert.notEqual((await asking(world, (ctx) => getDelegated(ctx, decisionId))).passedOnBy, null)
  await assert.rejects(aDelegated(world, board, { rule: '2.1', theCase, decidedOn: '2023-11-10' }), /är given till/)
})

test('A-93 a head who is not the director does not pass on, nor what was not allowed, nor to an elected', async () => {
  const board = await aDelegation(world)
  const head = await as(world, await aPerson(world.db, { bodyId: board.officeId, roles: ['head'] }))
  const director = await as(world, board.directorId)
  const body = { personId: board.officerId, validFrom: '2023-11-10' }

  const replies = [
    await head.api(`/delegation/rules/${board.rule('2.1')}/pass-on`, body),
    await director.api(`/delegation/rules/${board.rule('3.1')}/pass-on`, body),
    await director.api(`/delegation/rules/${board.rule('2.1')}/pass-on`, { ...body, personId: board.chairId }),
  ]

  assert.deepEqual(
    replies.map(({ status }) => status),
    [409, 409, 409],
  )
})
