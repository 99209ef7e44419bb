import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { aColleague, aRegistry, markedCase, readersOf } from '../registry/fixtures.ts'
import { approve, aSubmission, aWrittenMemo, draftOf, wholeMemo } from './fixtures.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

test('B-22 a draft and its approval do not exist for another authority', async () => {
  const office = await aWrittenMemo(world)
  const submissionId = await aSubmission(office, [office.head])
  const { draftId } = await draftOf(office, 'memo')
  const elsewhere = await aRegistry(world)
  const stranger = await as(world, await aColleague(world, elsewhere, 'head'))

  const statuses = []
  for (const path of [
    `${office.at}/tjansteskrivelse`,
    `${office.at}/yttrande`,
    `/utkast/${draftId}`,
    `/utkast/${draftId}/pdf`,
    `/utkast/${draftId}/docx`,
    `/godkannanden/${submissionId}`,
  ])
    statuses.push((await stranger.get(path)).status)
  statuses.push((await approve(stranger, submissionId)).status)
  statuses.push((await stranger.api(`/drafts/${draftId}/memo`, { ...wholeMemo, version: 1 })).status)

  assert.deepEqual(new Set(statuses), new Set([404]))
})

test('one who only keeps the registry cannot write or approve', async () => {
  const office = await aWrittenMemo(world)
  const registrar = await as(world, office.registry.registrarId)

  const statuses = [
    (await registrar.post(`${office.at}/tjansteskrivelse/borja`)).status,
    (await registrar.get('/godkannanden')).status,
    (await registrar.get(`${office.at}/tjansteskrivelse`)).status,
  ]

  assert.deepEqual(statuses, [403, 403, 200])
})

test('E-17 a marked case that a head has answered is noted as seen when the list is looked at again', async () => {
  const office = await aWrittenMemo(world)
  const { id } = office.theCase
  const submissionId = await aSubmission(office, [office.head])
  assert.equal((await approve(office.head, submissionId)).status, 303)
  await markedCase(world, office.registry, id)
  const registrar = await as(world, office.registry.registrarId)
  await registrar.api(`/cases/${id}/access/${office.head.personId}`, { reason: 'Chef', until: '2099-01-01' }, 'PUT')

  const list = await (await office.head.get('/godkannanden')).text()

  const noted = (await readersOf(world, id)).map(({ personId, seenIn }) => [personId, seenIn])
  assert.ok(list.includes(office.theCase.referenceNumber))
  assert.deepEqual(noted, [[office.head.personId, 'work']])
})
