import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, collide, worldOf } from '../../../test/support.ts'
import { Forbidden, Invalid } from '../../kernel/errors.ts'
import { linkCases, setDue } from './commands/change.ts'
import { aCase, aColleague, aRegistry, stepping } from './fixtures.ts'
import { checkChain } from './model.ts'
import { getCase, listLedger, listLinkedCases } from './queries.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

const eventsOf = async (caseId: string) =>
  (await asking(world, (ctx) => listLedger(ctx, caseId))).map((entry) => entry.event)

test('a case is assigned to an officer of its own authority, and the history says so', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const officerId = await aColleague(world, registry, 'case_officer', 'Elin Demo')
  const theCase = await aCase(world, registry)

  const reply = await registrar.post(`/arenden/${theCase.id}/fordela`, { officerId })

  assert.equal(reply.headers.get('location'), `/arenden/${theCase.referenceNumber}`)
  const history = await (await registrar.get(`/arenden/${theCase.referenceNumber}/historik`)).text()
  assert.match(history, /Fördelade ärendet till Elin Demo/)
})

test('a case is not assigned to someone without a role at the authority', async () => {
  const [registry, other] = [await aRegistry(world), await aRegistry(world)]
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)

  const reply = await registrar.post(`/arenden/${theCase.id}/fordela`, { officerId: other.registrarId })

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /Personen är inte handläggare hos myndigheten/)
  assert.deepEqual(await eventsOf(theCase.id), ['case.opened'])
})

test('assigning to the one who has it already writes nothing', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry, { officerId: registry.registrarId })

  const reply = await registrar.api(`/cases/${theCase.id}/officer`, { officerId: registry.registrarId }, 'PUT')

  assert.equal(reply.status, 200)
  assert.deepEqual(await eventsOf(theCase.id), ['case.opened'])
})

test('editing changes what is sent, leaves what is left out, and the history keeps what was', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry, { counterpart: 'STK-2023-1', dueOn: '2023-12-01', dueSource: 'KSAU' })

  const renamed = await registrar.api(`/cases/${theCase.id}`, { title: 'Remiss om gångvägar' }, 'PUT')
  const cleared = await registrar.api(`/cases/${theCase.id}`, { dueOn: '' }, 'PUT')

  assert.deepEqual([renamed.status, cleared.status], [200, 200])
  const now = await asking(world, (ctx) => getCase(ctx, theCase.id))
  assert.deepEqual(
    [now.title, now.counterpart, now.dueOn, now.dueSource],
    ['Remiss om gångvägar', 'STK-2023-1', null, null],
  )
  const entries = await asking(world, (ctx) => listLedger(ctx, theCase.id))
  assert.deepEqual(
    entries.map((entry) => entry.event),
    ['case.opened', 'case.edited', 'case.due-set'],
  )
  assert.deepEqual(entries[1]?.facts['from'], { title: 'Remiss om cykelvägar', counterpart: 'STK-2023-1' })
})

test('a closed case is not changed until someone opens it again and says why', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  await registrar.post(`/arenden/${theCase.id}/avsluta`, { reason: 'yttrandet är skickat' })

  const refused = [
    await registrar.post(`/arenden/${theCase.id}/uppgifter`, { title: 'Nytt namn' }),
    await registrar.post(`/arenden/${theCase.id}/fordela`, { officerId: registry.registrarId }),
    await registrar.post(`/arenden/${theCase.id}/avsluta`),
  ]
  const silent = await registrar.post(`/arenden/${theCase.id}/oppna`, { reason: '' })
  const opened = await registrar.post(`/arenden/${theCase.id}/oppna`, { reason: 'En begäran om komplettering' })

  assert.deepEqual(
    refused.map((reply) => reply.status),
    [409, 409, 409],
  )
  assert.deepEqual([silent.status, opened.status], [422, 303])
  const history = await (await registrar.get(`/arenden/${theCase.id}/historik`)).text()
  assert.match(history, /Avslutade ärendet: yttrandet är skickat/)
  assert.match(history, /Öppnade ärendet igen: En begäran om komplettering/)
  assert.match(history, /Kedjan är hel/)
})

test('an open case is not opened again', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)

  const reply = await registrar.api(`/cases/${theCase.id}/reopen`, { reason: 'Av misstag' })

  assert.equal(reply.status, 409)
})

test('two who close a case at once close it once', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const close = () => registrar.api(`/cases/${theCase.id}/close`, {})

  const replies = await collide(world, 'registry.cases', theCase.id, [close, close])

  assert.deepEqual(replies.map((reply) => reply.status).toSorted(), [200, 409])
  assert.deepEqual(await eventsOf(theCase.id), ['case.opened', 'case.closed'])
})

test('only the authority of a case sets its last day', async () => {
  const [own, other] = [await aRegistry(world), await aRegistry(world)]
  const theCase = await aCase(world, own)
  const due = { dueOn: '2024-01-12', dueSource: 'KSAU § 430' }

  await assert.rejects(
    stepping(world, other.registrarId, (ctx) => setDue(ctx, theCase.id, due)),
    Forbidden,
  )
  await stepping(world, own.registrarId, (ctx) => setDue(ctx, theCase.id, due))

  const now = await asking(world, (ctx) => getCase(ctx, theCase.id))
  assert.deepEqual([now.dueOn, now.dueSource], ['2024-01-12', 'KSAU § 430'])
})

test('B-15 cases at two authorities are linked, each with its own number and its own history', async () => {
  const [sender, receiver] = [await aRegistry(world), await aRegistry(world)]
  const [sent, received] = [await aCase(world, sender), await aCase(world, receiver)]

  await stepping(world, sender.registrarId, (ctx) => linkCases(ctx, sent.id, received.id, 'referral'))
  await stepping(world, sender.registrarId, (ctx) => linkCases(ctx, sent.id, received.id, 'referral'))

  const linked = await asking(world, (ctx) => listLinkedCases(ctx, received.id))
  assert.deepEqual(
    linked.map((theCase) => [theCase.referenceNumber, theCase.link]),
    [[sent.referenceNumber, 'referral']],
  )
  for (const { id } of [sent, received]) {
    assert.deepEqual(await eventsOf(id), ['case.opened', 'case.linked'])
    assert.deepEqual(checkChain(await asking(world, (ctx) => listLedger(ctx, id))), [])
  }
})

test('a case is not linked to itself', async () => {
  const registry = await aRegistry(world)
  const { id } = await aCase(world, registry)

  await assert.rejects(
    stepping(world, registry.registrarId, (ctx) => linkCases(ctx, id, id, 'related')),
    Invalid,
  )
})
