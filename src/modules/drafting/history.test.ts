import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { as, worldOf } from '../../../test/support.ts'
import { aColleague, aRegistry } from '../registry/fixtures.ts'
import { sessionsOf } from './model/history.ts'
import {
  aBegunStatement,
  anOffice,
  aSubmission,
  aWrittenMemo,
  draftOf,
  wholeMemo,
  type TestOffice,
} from './fixtures.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

/** The title saved by somebody, some minutes after the last. */
async function titled(office: TestOffice, title: string, { by = office.officer, after = 6 } = {}) {
  world.now = new Date(world.now.getTime() + after * 60_000)
  const { draftId, version } = await draftOf(office, 'memo')
  await by.api(`/drafts/${draftId}/memo`, { ...wholeMemo, title, version })
  return draftId
}

test('the history lists every version by session, with who wrote, and shows what differs in words', async () => {
  const office = await aWrittenMemo(world)
  await titled(office, 'Första rubriken')
  const draftId = await titled(office, 'Andra rubriken', { by: office.head, after: 60 })

  const page = await (await office.officer.get(`/utkast/${draftId}/historik`)).text()

  assert.equal(page.match(/class="k-session"/g)?.length, 2)
  assert.match(page, /Skrivet av Karin Ek/)
  assert.match(page, /Skrivet av Elin Sand/)
  assert.match(page, /<del><span class="k-hidden">[^<]+<\/span>Första /)
  assert.match(page, /<ins><span class="k-hidden">[^<]+<\/span>Andra /)
})

test('any two versions can be compared, by an address and by a program', async () => {
  const office = await aWrittenMemo(world)
  await titled(office, 'Två')
  const draftId = await titled(office, 'Tre')

  const page = await (await office.head.get(`/utkast/${draftId}/historik?from=4&to=3`)).text()
  const { parts }: { parts: { runs: { kind: string; words: string }[] }[] } = await (
    await office.head.api(`/drafts/${draftId}/difference?from=3&to=4`)
  ).json()

  assert.match(page, /<del>.*Tre.*<\/del>/)
  assert.match(page, /<ins>.*Två.*<\/ins>/)
  const runs = parts.flatMap((part) => part.runs)
  assert.ok(runs.some(({ kind, words }) => kind === 'new' && words.includes('Tre')))
  assert.equal((await office.head.get(`/utkast/${draftId}/historik?from=90&to=91`)).status, 404)
})

test('restoring gives a new version with the old words, and what was there stays in the history', async () => {
  const office = await aWrittenMemo(world)
  await titled(office, 'Den bra rubriken')
  const draftId = await titled(office, 'Den sämre rubriken')
  const was = await draftOf(office, 'memo')

  const reply = await office.head.post(`/utkast/${draftId}/historik/aterstall`, { version: String(was.version - 1) })

  assert.equal(reply.status, 303)
  const now = await draftOf(office, 'memo')
  assert.equal(now.content['title'], 'Den bra rubriken')
  assert.equal(now.version, was.version + 1)
  const { versions }: { versions: { version: number }[] } = await (
    await office.officer.api(`/drafts/${draftId}/versions`)
  ).json()
  assert.deepEqual(
    versions.map(({ version }) => version),
    [now.version, was.version, was.version - 1, was.version - 2],
  )
  const ledger = await (await office.officer.get(`${office.at}/historik`)).text()
  assert.match(ledger, /Återställde tjänsteskrivelse till version \d/)
})

test('a version that is the same as now, or a draft that is sent on, is not restored, and says why', async () => {
  const office = await aWrittenMemo(world)
  const draftId = await titled(office, 'Nu')
  const { version } = await draftOf(office, 'memo')
  const restore = (wanted: number) =>
    office.officer.post(`/utkast/${draftId}/historik/aterstall`, { version: String(wanted) })

  const same = await restore(version)
  await aSubmission(office, [office.head])
  const sent = await restore(version - 1)

  assert.deepEqual([same.status, sent.status], [409, 409])
  assert.match(await same.text(), /Utkastet har redan de orden/)
  assert.match(await sent.text(), /läses för godkännande/)
})

test('a restored statement answers the questions as the referral asks them now', async () => {
  const office = await anOffice(world, { kind: 'referral_answer' })
  const draftId = await aBegunStatement(world, office)
  const save = async (words: string) => {
    world.now = new Date(world.now.getTime() + 6 * 60_000)
    const { version } = await draftOf(office, 'statement')
    await office.officer.api(`/drafts/${draftId}/statement`, { version, answers: [{ questionId: 'q3', text: words }] })
  }
  await save('Gamla ord.')
  await save('Nya ord.')

  await office.officer.api(`/drafts/${draftId}/restore`, { version: 2 })

  const { content } = await draftOf(office, 'statement')
  assert.match(JSON.stringify(content['answers']), /Gamla ord\./)
  const text: { doc: unknown } = await (await office.officer.api(`/drafts/${draftId}/text?field=answer:q3`)).json()
  assert.match(JSON.stringify(text.doc), /Gamla ord\./)
})

test('TF 2:12: the history of a draft stays in its authority', async () => {
  const office = await aWrittenMemo(world)
  const draftId = await titled(office, 'Hemlig')
  const elsewhere = await as(world, await aColleague(world, await aRegistry(world), 'case_officer', 'Någon Annan'))

  const replies = [
    await elsewhere.get(`/utkast/${draftId}/historik`),
    await elsewhere.post(`/utkast/${draftId}/historik/aterstall`, { version: '1' }),
    await elsewhere.api(`/drafts/${draftId}/versions`),
    await elsewhere.api(`/drafts/${draftId}/difference?from=2&to=3`),
    await elsewhere.api(`/drafts/${draftId}/restore`, { version: 2 }),
  ]

  assert.deepEqual(
    replies.map(({ status }) => status),
    [404, 404, 404, 404, 404],
  )
})

test('property: every version is in one session, sessions come newest first and do not overlap', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 40 }), (pauses) => {
      let minutes = 0
      const versions = pauses.map((pause, at) => {
        minutes += pause
        return { version: at + 1, savedAt: new Date(minutes * 60_000), savedByName: 'Elin Sand', writers: [] }
      })

      const sessions = sessionsOf(versions)

      assert.deepEqual(
        sessions.flatMap((session) => session.versions.map(({ version }) => version)),
        versions.map(({ version }) => version).toReversed(),
      )
      for (const [at, { from }] of sessions.entries()) {
        const earlier = sessions[at + 1]
        assert.ok(earlier === undefined || from.getTime() - earlier.to.getTime() > 30 * 60_000)
      }
    }),
  )
})
