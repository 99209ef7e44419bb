import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { as, worldOf } from '../../../test/support.ts'
import { aBody } from '../organisation/fixtures.ts'
import { aDraft, answerOf, aSender, anAnswerer, type TestSender } from './fixtures.ts'
import { isInGroup } from './model/recipient-list.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const lists = z.array(z.object({ id: z.string(), name: z.string(), bodyIds: z.array(z.string()) }))
const asked = z.object({ recipients: z.array(z.object({ bodyId: z.string() })) })

const askedIn = async ({ officer }: TestSender, roundId: string) =>
  (await answerOf(await officer.api(`/referrals/${roundId}`), asked)).recipients.map(({ bodyId }) => bodyId).toSorted()

const listsOf = async ({ officer }: TestSender) => answerOf(await officer.api('/recipient-lists'), lists)

test('a whole group is added in one press, and what was ticked and not saved is kept', async () => {
  const { board } = await anAnswerer(world)
  const company = await aBody(world.db, { kind: 'company', authorityId: null })
  const outside = await aBody(world.db, { kind: 'external', authorityId: null })
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [])

  const page = await (await sender.officer.get(`/remisser/${roundId}`)).text()
  await sender.officer.post(`/remisser/${roundId}/instanser`, {
    'bodyIds[]': [board.bodyId],
    'groups[]': ['companies'],
  })
  const companies = await askedIn(sender, roundId)
  await sender.officer.post(`/remisser/${roundId}/instanser`, { 'groups[]': ['outside'] })

  assert.match(page, /name="groups\[\]"\s*value="boards"[^<]*>Alla nämnder \(\d+\)/)
  assert.deepEqual(companies, [board.bodyId, company].toSorted())
  assert.deepEqual(await askedIn(sender, roundId), [company, outside].toSorted())
  assert.equal(isInGroup({ kind: 'company', authorityId: null }, 'boards'), false)
  assert.equal(isInGroup({ kind: 'auditors', authorityId: 'a' }, 'boards'), false)
})

test('a choice is saved as a list, and the list asks the same bodies in one press in the next round', async () => {
  const one = await anAnswerer(world)
  const two = await anAnswerer(world)
  const ids = [one.board.bodyId, two.board.bodyId].toSorted()
  const sender = await aSender(world)
  const first = await aDraft(world, sender, [])
  await sender.officer.post(`/remisser/${first}/instanser`, { 'bodyIds[]': ids, saveAs: 'Skolnämnder' })
  const [list] = await listsOf(sender)

  const next = await aDraft(world, sender, [])
  const page = await (await sender.officer.get(`/remisser/${next}`)).text()
  await sender.officer.post(`/remisser/${next}/instanser`, { 'listIds[]': [list?.id ?? ''] })

  assert.match(page, /Skolnämnder \(2\)/)
  assert.deepEqual(await askedIn(sender, first), ids)
  assert.deepEqual(await askedIn(sender, next), ids)
})

test('a name that is taken comes back with the choice and the reason, and nothing is saved', async () => {
  const { board } = await anAnswerer(world)
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [])
  const path = `/remisser/${roundId}/instanser`
  await sender.officer.post(path, { 'bodyIds[]': [board.bodyId], saveAs: 'Berörda' })
  await sender.officer.post(path, {})

  const reply = await sender.officer.post(path, { 'bodyIds[]': [board.bodyId], saveAs: 'berörda' })

  const page = await reply.text()
  assert.equal(reply.status, 422)
  assert.match(page, /Det finns redan en lista med det namnet/)
  assert.match(page, new RegExp(`value="${board.bodyId}" checked`))
  assert.deepEqual(await askedIn(sender, roundId), [])
  assert.equal((await sender.officer.post(path, { saveAs: 'Tom' })).status, 422)
  assert.equal((await listsOf(sender)).length, 1)
})

test('a list is changed, removed and put back, and a round that was made from it stays as it is', async () => {
  const one = await anAnswerer(world)
  const two = await anAnswerer(world)
  const sender = await aSender(world)
  const roundId = await aDraft(world, sender, [])
  const put = await sender.officer.api(
    `/referrals/${roundId}/recipients`,
    { bodyIds: [one.board.bodyId], saveAs: 'Berörda' },
    'PUT',
  )
  const { listId } = await answerOf(put, z.object({ listId: z.string() }))

  const changed = await sender.officer.post(`/remisser/listor/${listId}`, {
    name: 'Mest berörda',
    'bodyIds[]': [two.board.bodyId],
  })
  const after = await listsOf(sender)
  await sender.officer.post(`/remisser/listor/${listId}/ta-bort`, {})
  const removed = await (await sender.officer.get('/remisser/listor')).text()
  const gone = await listsOf(sender)
  await sender.officer.post(`/remisser/listor/${listId}/lagg-tillbaka`, {})

  assert.equal(changed.status, 303)
  assert.deepEqual(after, [{ id: listId, name: 'Mest berörda', bodyIds: [two.board.bodyId] }])
  assert.match(removed, /Lägg tillbaka Mest berörda/)
  assert.deepEqual(gone, [])
  assert.deepEqual(await listsOf(sender), after)
  assert.deepEqual(await askedIn(sender, roundId), [one.board.bodyId])
})

test('each authority has its own lists: another’s is not there, to see, to use or to change', async () => {
  const { board } = await anAnswerer(world)
  const owner = await aSender(world)
  const other = await aSender(world)
  const roundId = await aDraft(world, owner, [])
  await owner.officer.post(`/remisser/${roundId}/instanser`, { 'bodyIds[]': [board.bodyId], saveAs: 'Våra' })
  const [list] = await listsOf(owner)
  const otherRound = await aDraft(world, other, [])

  const used = await other.officer.api(`/referrals/${otherRound}/recipients`, { listIds: [list?.id] }, 'PUT')
  const change = { name: 'Deras', bodyIds: [board.bodyId] }

  assert.deepEqual(await listsOf(other), [])
  assert.equal(used.status, 422)
  assert.equal((await other.officer.get(`/remisser/listor/${list?.id}`)).status, 404)
  assert.equal((await other.officer.api(`/recipient-lists/${list?.id}`, change, 'PUT')).status, 404)
  assert.equal((await (await as(world, board.officerId)).api(`/recipient-lists/${list?.id}/remove`, {})).status, 404)
  assert.equal((await listsOf(owner))[0]?.name, 'Våra')
})
