/** B-29: who is refused is told of the right to a written decision, and the decision can be appealed. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOf, as, asking, doing, worldOf } from '../../../test/support.ts'
import { getDelegated } from '../delegation/index.ts'
import { aDecision, aMeeting, anItem, textOfPdf } from '../meetings/fixtures.ts'
import { adjust } from '../meetings/index.ts'
import { aColleague, aFile } from '../registry/fixtures.ts'
import { getCase, getRecord, listLedger, listRecords } from '../registry/index.ts'
import { concernsDisclosure } from './model/refusal.ts'
import { aDraftedRefusal, anOffice, aRecordIn, aScheme, choosing, json, marked, shown } from './fixtures.ts'

const world = worldOf()
const theDay = '2023-10-03'
const nextMeeting = '2023-10-10'

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
  const { rule } = await aScheme(world, office)
  const record = await marked(world, await aRecordIn(world, office, [aFile()]))
  const early = await choosing(office, record.id)
  const tooEarly = { provision: 'x', reasons: 'y' }
  assert.equal((await office.registrar.api(`/disclosures/${early.requestId}/refusal`, tooEarly, 'PUT')).status, 409)
  const { requestId, at, draft } = await aDraftedRefusal(world, office, [aFile()])
  const asked = await shown(office.registrar, requestId)

  const without = await office.head.api(`${at}/refuse`, { ruleId: ' ' })
  const { caseId, recordId } = await json(office.head.api(`${at}/refuse`, { ruleId: rule('2.1') }))
  const again = await office.head.api(`${at}/refuse`, { ruleId: rule('2.1') })

  assert.deepEqual([asked.request.isOpen, asked.request.awaitsDecision], [true, true])
  assert.deepEqual([without.status, again.status], [422, 409])
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
    decision?.files.map(({ name }) => name),
    ['pdf', 'docx'].map((ending) => `Avslagsbeslut U 2023-2 ${theCase.referenceNumber}.${ending}`),
  )
  const words = await textOfPdf(await world.files.read(decision?.files[0]?.sha256 ?? ''))
  for (const part of [
    theCase.referenceNumber,
    'U 2023:2',
    'D 2023:1',
    draft.reasons,
    '26 kap. 1 § OSL',
    'Kammarrätten i Göteborg',
    'inom tre veckor från den dag då du fick del av beslutet',
    'punkt 2.1 Utlämnande av handling i delegationsordningen',
  ])
    assert.ok(words.includes(part), part)
  assert.ok(!words.includes('Ansökan'), 'the real title of a marked record stays out of the decision')
  assert.equal((await shown(office.registrar, requestId)).request.isOpen, false)
})

test('A-94 a refusal is decided on a rule about giving out, by its delegate, in the series of the decisions by delegation', async () => {
  const office = await anOffice(world)
  const { rule } = await aScheme(world, office)
  const { at, requestId, draft } = await aDraftedRefusal(world, office, [aFile()])
  const page = await (await office.registrar.get(`/utlamnanden/${requestId}/beslut`)).text()

  const notTheirs = await office.registrar.api(`${at}/refuse`, { ruleId: rule('2.1') })
  const aboutLeases = await office.head.api(`${at}/refuse`, { ruleId: rule('3.1') })
  const still = await shown(office.registrar, requestId)
  const form = await (await office.head.get(`/utlamnanden/${requestId}/beslut`)).text()
  const { caseId, recordId, decisionId } = await json(office.head.api(`${at}/refuse`, { ruleId: rule('2.1') }))

  assert.match(page, /Ingen av punkterna om utlämnande är din/)
  assert.match(page, /2\.1 Utlämnande av handling: Chef/)
  assert.match(form, /2\.1 Utlämnande av handling/)
  assert.doesNotMatch(form, /3\.1 Hyra av lokal/)
  assert.deepEqual([notTheirs.status, aboutLeases.status, still.request.awaitsDecision], [409, 422, true])
  const one = await asking(world, (ctx) => getDelegated(ctx, decisionId ?? ''))
  assert.deepEqual(
    [one.year, one.number, one.ruleId, one.delegateId, one.caseId, one.recordId, one.motivation],
    [2023, 1, rule('2.1'), office.head.personId, caseId, recordId, draft.reasons],
  )
  // It is appealed to the administrative court of appeal, and not under chapter 13.
  assert.deepEqual([one.appeal, one.standing], ['administrative', 'unreported'])
  const shownThere = await (await office.head.get(`/delegation/beslut/${decisionId}`)).text()
  assert.match(shownThere, /Beslutet läses i den handling/)
})

test('a rule is about giving out by its words or by the law it names', () => {
  const rule = { heading: 'Hyra av lokal', scope: 'Hyra upp till tre år', legalBasis: null, nature: 'other' } as const
  const about = [
    { ...rule, heading: 'Utlämnande av allmän handling' },
    { ...rule, scope: 'Beslut att inte lämna ut handling' },
    { ...rule, scope: 'Avslag på begäran att ta del av uppgifter' },
    { ...rule, legalBasis: 'OSL 6 kap. 3 §' },
    { ...rule, legalBasis: '6 kap 3 § offentlighets- och sekretesslagen' },
    { ...rule, legalBasis: '2 kap. 15 § TF' },
  ]
  const others = [
    rule,
    { ...rule, scope: 'Utlämning av nycklar' },
    { ...rule, legalBasis: '26 kap. 1 § OSL' },
    { ...rule, heading: 'Utlämnande av allmän handling', nature: 'urgent' as const },
  ]

  assert.deepEqual(
    about.map(concernsDisclosure),
    about.map(() => true),
  )
  assert.deepEqual(
    others.map(concernsDisclosure),
    others.map(() => false),
  )
})

test('A-92 a refusal stands among what the board is told of at its next meeting', async () => {
  const office = await anOffice(world)
  const { rule, secretaryId } = await aScheme(world, office)
  const { at } = await aDraftedRefusal(world, office, [aFile()])
  await json(office.head.api(`${at}/refuse`, { ruleId: rule('2.1') }))
  const board = { ...office.registry, secretaryId, officerId: office.officer.personId }
  const meetingId = await aMeeting(world, board, { heldOn: nextMeeting })
  const secretary = await as(world, secretaryId)

  const page = await (await secretary.get(`/sammantraden/${meetingId}`)).text()

  assert.match(page, /D 2023:1/)
  const { reported } = await json<{ reported: number }>(secretary.api(`/meetings/${meetingId}/delegation-report`, {}))
  assert.equal(reported, 1)
})

test('A-85 without a rule about giving out the board decides itself, and the page says what to do', async () => {
  const office = await anOffice(world)
  const { at, requestId } = await aDraftedRefusal(world, office, [aFile()])
  const decisionHref = `/utlamnanden/${requestId}/beslut`
  const before = await (await office.head.get(decisionHref)).text()
  const { caseId = '' } = await json(office.officer.api(`${at}/refer`, {}))
  const twice = await office.officer.api(`${at}/refer`, {})
  const waiting = await (await office.head.get(decisionHref)).text()
  const secretaryId = await aColleague(world, office.registry, 'secretary')
  const board = { ...office.registry, secretaryId, officerId: office.officer.personId }
  const meetingId = await aMeeting(world, board, { heldOn: theDay })
  const itemId = await anItem(world, board, { meetingId, caseId })
  const { decisionId, paragraph } = await aDecision(world, board, { itemId, points: ['Begäran avslås.'] })
  const unadjusted = await office.officer.api(`${at}/send-boards`, { decisionId })
  await doing(
    world,
    adjust,
    { meetingId, decisionIds: [decisionId], adjustedOn: theDay },
    await actorOf(world, secretaryId),
  )

  const { recordId } = await json(office.officer.api(`${at}/send-boards`, { decisionId }))

  assert.match(before, /Delegationsordningen har ingen punkt om utlämnande/)
  assert.match(before, /Lämna till nämnden/)
  assert.match(waiting, /Lägg ärendet på nästa sammanträdes föredragningslista/)
  assert.deepEqual([twice.status, unadjusted.status], [409, 409])
  const records = await asking(world, (ctx) => listRecords(ctx, caseId))
  assert.deepEqual(
    records.map(({ direction, kind }) => `${direction} ${kind}`),
    ['in letter', 'internal proposal', 'internal extract', 'out decision'],
  )
  const decision = records.find(({ id }) => id === recordId)
  const words = await textOfPdf(await world.files.read(decision?.files[0]?.sha256 ?? ''))
  assert.ok(words.includes(`§ ${paragraph}`))
  assert.equal((await shown(office.registrar, requestId)).request.awaitsDecision, false)
})

test('B-29 a decision stays the document it was: it is shown from what was registered, not drawn from what is known today', async () => {
  const office = await anOffice(world)
  const { rule } = await aScheme(world, office)
  const { at, requestId } = await aDraftedRefusal(world, office, [aFile()])
  const { recordId } = await json(office.head.api(`${at}/refuse`, { ruleId: rule('2.1') }))
  await world.db
    .updateTable('organisation.authorities')
    .set({ name: 'En annan myndighet' })
    .where('id', '=', office.registry.authorityId)
    .execute()

  const page = await (await office.head.get(`/utlamnanden/${requestId}/beslut`)).text()
  const sent = new Uint8Array(await (await office.head.get(`/utlamnanden/${requestId}/beslut/pdf`)).arrayBuffer())

  const { files } = await asking(world, (ctx) => getRecord(ctx, recordId ?? ''))
  const [pdf] = files
  assert.deepEqual(sent, new Uint8Array(await world.files.read(pdf?.sha256 ?? '')))
  for (const { name, sha256 } of files) assert.ok(page.includes(name) && page.includes(sha256), name)
  assert.doesNotMatch(page, /Så överklagar du/)
})

test('J-08 the decision does not tell the number of a case that is hidden', async () => {
  const office = await anOffice(world)
  const { rule } = await aScheme(world, office)
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
  assert.equal((await office.head.api(`${at}/refuse`, { ruleId: rule('2.1') })).status, 409)
  await world.db
    .insertInto('registry.access')
    .values({ case_id: office.theCase.id, person_id: office.head.personId, reason: 'Beslutar', granted_at: world.now })
    .execute()

  const { caseId, recordId } = await json(office.head.api(`${at}/refuse`, { ruleId: rule('2.1') }))

  const records = await asking(world, (ctx) => listRecords(ctx, caseId ?? ''))
  const words = await textOfPdf(
    await world.files.read(records.find(({ id }) => id === recordId)?.files[0]?.sha256 ?? ''),
  )
  const ledger = JSON.stringify(await asking(world, (ctx) => listLedger(ctx, caseId ?? '')))
  assert.ok(!words.includes(office.theCase.referenceNumber))
  assert.ok(!ledger.includes(office.theCase.referenceNumber))
  assert.match(words, /Handling 2023:1/)
})
