/** B-29: who is refused is told of the right to a written decision, and the decision can be appealed. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, worldOf } from '../../../test/support.ts'
import { textOfPdf } from '../meetings/fixtures.ts'
import { aFile } from '../registry/fixtures.ts'
import { getCase, listLedger, listRecords } from '../registry/index.ts'
import { aRecordIn, anOffice, choosing, json, marked, shown } from './fixtures.ts'

const world = worldOf()

test('B-29 who is refused is told of the right to a written decision, and the box must be ticked', async () => {
  const office = await anOffice(world)
  const record = await marked(world, await aRecordIn(world, office, [aFile()]))
  const { requestId, itemId } = await choosing(office, record.id)
  const without = await office.registrar.api(`/disclosures/${requestId}/records/${itemId}/test`, { outcome: 'refused' })
  await json(
    office.registrar.api(`/disclosures/${requestId}/records/${itemId}/test`, {
      outcome: 'refused',
      provision: '26 kap. 1 § OSL',
    }),
  )

  const page = await (await office.registrar.get(`/utlamnanden/${requestId}`)).text()
  const untold = await office.registrar.api(`/disclosures/${requestId}/answer`, {})
  await json(office.registrar.api(`/disclosures/${requestId}/answer`, { told: true }))

  assert.equal(without.status, 422)
  assert.match(page, /rätt att få ett skriftligt beslut/)
  assert.match(page, /överklagas till kammarrätten/)
  assert.equal(untold.status, 422)
  const entry = (await asking(world, (ctx) => listLedger(ctx, office.theCase.id))).at(-1)
  assert.deepEqual([entry?.event, entry?.facts['provision']], ['disclosure.refused', '26 kap. 1 § OSL'])
})

test('B-29 the written decision says why and how to appeal within three weeks, and goes out in a case of its own', async () => {
  const office = await anOffice(world)
  const record = await marked(world, await aRecordIn(world, office, [aFile()]))
  const { requestId, itemId } = await choosing(office, record.id)
  await json(
    office.registrar.api(`/disclosures/${requestId}/records/${itemId}/test`, {
      outcome: 'refused',
      provision: '26 kap. 1 § OSL',
    }),
  )
  const early = await office.registrar.api(`/disclosures/${requestId}/refusal`, { provision: 'x', reasons: 'y' }, 'PUT')
  await json(office.registrar.api(`/disclosures/${requestId}/answer`, { told: true }))
  await json(office.registrar.api(`/disclosures/${requestId}/ask-for-decision`, {}))
  const asked = await shown(office.registrar, requestId)
  const draft = { provision: '26 kap. 1 § OSL', reasons: 'Det står inte klart att uppgifterna kan röjas utan men.' }
  await json(office.registrar.api(`/disclosures/${requestId}/refusal`, draft, 'PUT'))

  const byRegistrar = await office.registrar.api(`/disclosures/${requestId}/refuse`, { mandate: 'punkt 1.4' })
  const without = await office.head.api(`/disclosures/${requestId}/refuse`, { mandate: ' ' })
  const { caseId, recordId } = await json(office.head.api(`/disclosures/${requestId}/refuse`, { mandate: 'punkt 1.4' }))
  const again = await office.head.api(`/disclosures/${requestId}/refuse`, { mandate: 'punkt 1.4' })

  assert.equal(early.status, 409)
  assert.deepEqual([asked.request.isOpen, asked.request.awaitsDecision], [true, true])
  assert.deepEqual([byRegistrar.status, without.status, again.status], [403, 422, 409])
  const theCase = await asking(world, (ctx) => getCase(ctx, caseId ?? ''))
  const records = await asking(world, (ctx) => listRecords(ctx, caseId ?? ''))
  assert.equal(theCase.authorityId, office.registry.authorityId)
  assert.deepEqual(
    records.map(({ direction, kind, party }) => [direction, kind, party]),
    [
      ['in', 'letter', 'Den som begärt handlingarna'],
      ['out', 'decision', 'Den som begärt handlingarna'],
    ],
  )
  const decision = records.find(({ id }) => id === recordId)
  assert.deepEqual(
    decision?.files.map(({ name }) => name.split('.').at(-1)),
    ['pdf', 'docx'],
  )
  const words = await textOfPdf(await world.files.read(decision?.files[0]?.sha256 ?? ''))
  for (const part of [
    theCase.referenceNumber,
    draft.reasons,
    '26 kap. 1 § OSL',
    'Kammarrätten i Göteborg',
    'inom tre veckor från den dag då du fick del av beslutet',
    'punkt 1.4',
  ])
    assert.ok(words.includes(part), part)
  assert.ok(!words.includes('Ansökan'), 'the real title of a marked record stays out of the decision')
  assert.equal((await shown(office.registrar, requestId)).request.isOpen, false)
  const page = await (await office.head.get(`/utlamnanden/${requestId}/beslut`)).text()
  assert.match(page, /Så överklagar du/)
})

test('J-08 the decision does not tell the number of a case that is hidden', async () => {
  const office = await anOffice(world)
  const record = await aRecordIn(world, office, [aFile()])
  const { requestId, itemId } = await choosing(office, record.id)
  await world.db.updateTable('registry.cases').set({ is_secret: true }).where('id', '=', office.theCase.id).execute()
  await world.db.updateTable('registry.records').set({ in_secret_case: true }).where('id', '=', record.id).execute()
  const at = `/disclosures/${requestId}`
  await json(office.registrar.api(`${at}/records/${itemId}/test`, { outcome: 'refused', provision: '18 kap. 1 § OSL' }))
  await json(office.registrar.api(`${at}/answer`, { told: true }))
  await json(office.registrar.api(`${at}/ask-for-decision`, {}))
  await json(office.registrar.api(`${at}/refusal`, { provision: '18 kap. 1 § OSL', reasons: 'Sekretess.' }, 'PUT'))
  // B-29: a decision by somebody who does not see the record would leave it out.
  assert.equal((await office.head.api(`${at}/refuse`, { mandate: 'punkt 1.4' })).status, 409)
  await world.db
    .insertInto('registry.access')
    .values({ case_id: office.theCase.id, person_id: office.head.personId, reason: 'Beslutar', granted_at: world.now })
    .execute()

  const { caseId, recordId } = await json(office.head.api(`${at}/refuse`, { mandate: 'punkt 1.4' }))

  const records = await asking(world, (ctx) => listRecords(ctx, caseId ?? ''))
  const words = await textOfPdf(
    await world.files.read(records.find(({ id }) => id === recordId)?.files[0]?.sha256 ?? ''),
  )
  const ledger = JSON.stringify(await asking(world, (ctx) => listLedger(ctx, caseId ?? '')))
  assert.ok(!words.includes(office.theCase.referenceNumber))
  assert.ok(!ledger.includes(office.theCase.referenceNumber))
  assert.match(words, /Handling 2023:1/)
})
