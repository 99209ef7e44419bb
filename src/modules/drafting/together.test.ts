import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { as, worldOf } from '../../../test/support.ts'
import { aRegistry, aColleague } from '../registry/fixtures.ts'
import { aWriter, catchUp, post, sendAll, write } from './fixtures/writers.ts'
import type { Batch } from './model/shared-text.ts'
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

async function together(office: TestOffice, field: string) {
  const at = { draftId: (await draftOf(office, 'memo')).draftId, field }
  return { at, elin: await aWriter(office.officer, at, 'elin'), karin: await aWriter(office.head, at, 'karin') }
}

test('two who write at once both get both, and the draft says the same as they see', async () => {
  const office = await aWrittenMemo(world)
  const { at, elin, karin } = await together(office, 'body')

  write(elin, 'Elin. ', 0)
  write(karin, 'Karin. ', 0)
  await Promise.all([sendAll(elin, at), sendAll(karin, at)])
  await Promise.all([catchUp(elin, at), catchUp(karin, at)])

  assert.equal(elin.state.doc.textContent, karin.state.doc.textContent)
  assert.match(elin.state.doc.textContent, /Elin\. /)
  assert.match(elin.state.doc.textContent, /Karin\. /)
  const { content } = await draftOf(office, 'memo')
  assert.deepEqual(content['body'], elin.state.doc.toJSON())
})

test('steps that arrive a second time, since the answer was lost, are in the text once', async () => {
  const office = await aWrittenMemo(world)
  const { at, elin } = await together(office, 'body')
  write(elin, 'En gång.', 0)

  await post(elin, at)
  await sendAll(elin, at)

  assert.equal(elin.state.doc.textContent, 'En gång.')
  const { content } = await draftOf(office, 'memo')
  assert.deepEqual(content['body'], elin.state.doc.toJSON())
})

const doing = fc.record({
  who: fc.nat(4),
  act: fc.constantFrom('write', 'write', 'split', 'delete', 'send', 'cut'),
  place: fc.nat(500),
})

test('any number of writers, in any order, with any breaks, come to one text that has every word that was written', async () => {
  const office = await aWrittenMemo(world)
  const people = [office.officer, office.head, office.other]
  const at = { draftId: (await draftOf(office, 'memo')).draftId, field: 'body' }
  let count = 0
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 10, maxLength: 60 }), async (doings) => {
      const writers = await Promise.all(
        [0, 1, 2, 3, 4].map((n) => aWriter(people[n % 3] ?? office.head, at, `client-${count++}`)),
      )
      const words: string[] = []
      for (const { who, act, place } of doings) {
        const writer = writers[who]
        if (writer === undefined) continue
        if (act === 'write') {
          const word = `ord${count++}x`
          // At the ends, so that nobody's word is put inside another's, where it would not be found whole.
          const spot = place % 2 === 0 ? 1 : writer.state.doc.content.size - 1
          writer.state = writer.state.apply(writer.state.tr.insertText(word, spot))
          words.push(word)
        }
        if (act === 'split') writer.state = writer.state.apply(writer.state.tr.split(writer.state.doc.content.size - 1))
        if (act === 'send') await sendAll(writer, at)
        if (act === 'cut') await catchUp(writer, at)
      }
      await Promise.all(writers.map((writer) => sendAll(writer, at)))
      await Promise.all(writers.map((writer) => catchUp(writer, at)))

      const [first, ...others] = writers.map(({ state }) => JSON.stringify(state.doc.toJSON()))
      for (const other of others) assert.equal(other, first)
      const written = writers[0]?.state.doc.textContent ?? ''
      for (const word of words) assert.ok(written.includes(word), word)
      const { content } = await draftOf(office, 'memo')
      assert.equal(
        JSON.stringify(content['body'])
          .replaceAll(/[^a-z0-9]/g, '')
          .includes(words.at(-1) ?? ''),
        true,
      )
    }),
    { numRuns: 15 },
  )
})

test('beside the shared texts the form is saved as before, although others write in them meanwhile', async () => {
  const office = await aWrittenMemo(world)
  const { draftId, version } = await draftOf(office, 'memo')
  const { at, karin } = await together(office, 'summary')
  write(karin, 'Mer. ', 0)
  await sendAll(karin, at)

  const { summary: _, body: __, ...fields } = wholeMemo
  const reply = await office.officer.api(`/drafts/${draftId}/memo`, { ...fields, title: 'Ny rubrik', version })

  assert.equal(reply.status, 200)
  const { content } = await draftOf(office, 'memo')
  assert.equal(content['title'], 'Ny rubrik')
  assert.match(JSON.stringify(content['summary']), /Mer\. Kommunstyrelsen/)
})

test('a form without JavaScript that has not seen what others wrote is told, and shown both', async () => {
  const office = await aWrittenMemo(world)
  const { draftId, version } = await draftOf(office, 'memo')
  const { at, karin } = await together(office, 'summary')
  write(karin, 'Karins ord. ', 0)
  await sendAll(karin, at)

  const sent = { ...wholeMemo, summary: 'Elins ord.', draftId, version: String(version) }
  const late = await office.officer.post(`${office.at}/tjansteskrivelse/spara`, sent)

  assert.equal(late.status, 409)
  const page = await late.text()
  assert.match(page, /Karin Ek sparade/)
  assert.match(page, />\nElins ord\.<\/textarea>/)
  assert.match(page, /Det som är sparat nu<\/summary>\s*<p>Karins ord\. Kommunstyrelsen/)
})

test('what a form without JavaScript saves comes to those who write as a step', async () => {
  const office = await aWrittenMemo(world)
  const { at, karin } = await together(office, 'summary')
  write(karin, 'Osänt. ', 0)

  const { draftId, version } = await draftOf(office, 'memo')
  const summary = 'Kommunstyrelsen frågar nämnden om cykelvägar. Nytt slut.'
  await office.officer.post(`${office.at}/tjansteskrivelse/spara`, {
    ...wholeMemo,
    summary,
    draftId,
    version: String(version),
  })
  await sendAll(karin, at)

  assert.equal(karin.state.doc.textContent, `Osänt. ${summary}`)
})

test('what is sent to the heads has every step that was taken, and none is taken after', async () => {
  const office = await aWrittenMemo(world)
  const { at, elin, karin } = await together(office, 'summary')
  write(elin, 'Före. ', 0)
  await sendAll(elin, at)

  const submissionId = await aSubmission(office, [office.head])
  write(karin, 'Efter. ', 0)
  const late = await post(karin, at)

  assert.equal(late.status, 409)
  assert.match(await late.text(), /läses för godkännande/)
  const { content, state } = await draftOf(office, 'memo')
  assert.equal(state, 'submitted')
  assert.match(JSON.stringify(content['summary']), /Före\. /)
  assert.doesNotMatch(JSON.stringify(content['summary']), /Efter/)
  const read = await (await office.head.get(`/godkannanden/${submissionId}`)).text()
  assert.match(read, /Före\. /)
})

test('a step that breaks the text, or puts in a link that is not allowed, is refused', async () => {
  const office = await aWrittenMemo(world)
  const { at } = await together(office, 'body')
  const slice = {
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] }],
      },
    ],
  }
  const send = (step: object) =>
    office.officer.api(`/drafts/${at.draftId}/steps`, { field: 'body', version: 0, client: 'c', steps: [step] })

  assert.equal((await send({ stepType: 'replace', from: 0, to: 2, slice })).status, 409)
  assert.equal((await send({ stepType: 'replace', from: 900, to: 901 })).status, 409)
  assert.equal((await send({ stepType: 'other' })).status, 409)
})

test('TF 2:12: another authority sees nothing of what is written together, who writes, or that there is a draft', async () => {
  const office = await aWrittenMemo(world)
  const { at, elin } = await together(office, 'body')
  write(elin, 'Hemligt.', 0)
  await sendAll(elin, at)
  const elsewhere = await as(world, await aColleague(world, await aRegistry(world), 'case_officer', 'Någon Annan'))

  const replies = [
    await elsewhere.api(`/drafts/${at.draftId}/text?field=body`),
    await elsewhere.api(`/drafts/${at.draftId}/news`),
    await elsewhere.api(`/drafts/${at.draftId}/presence`, { client: 'c' }),
    await elsewhere.api(`/drafts/${at.draftId}/steps`, {
      field: 'body',
      version: 1,
      client: 'c',
      steps: [{ stepType: 'replace' }],
    }),
  ]

  assert.deepEqual(
    replies.map(({ status }) => status),
    [404, 404, 404, 404],
  )
})

test('the news of a draft tell what is written, who is here and where, and that it was sent on', async () => {
  const office = await aWrittenMemo(world)
  const { at, elin } = await together(office, 'body')
  await office.head.api(`/drafts/${at.draftId}/presence`, { client: 'karins-flik', field: 'summary' })
  write(elin, 'Nytt.', 0)
  await sendAll(elin, at)

  const reply = await office.officer.api(`/drafts/${at.draftId}/news?seen=summary:1,body:0`)
  const reader = reply.body?.getReader()
  const { value } = (await reader?.read()) ?? {}
  await reader?.cancel()

  assert.match(reply.headers.get('content-type') ?? '', /text\/event-stream/)
  const news: {
    draft: { state: string }
    people: { name: string; field: string }[]
    texts: { field: string; batches: Batch[] }[]
  } = JSON.parse(new TextDecoder().decode(value).replace(/^data: /, ''))
  assert.deepEqual(
    [news.draft.state, news.people.map(({ name, field }) => [name, field])],
    ['draft', [['Karin Ek', 'summary']]],
  )
  assert.deepEqual(
    news.texts.map(({ field, batches }) => [field, batches.map(({ client }) => client)]),
    [['body', ['elin']]],
  )
})

test('a version is kept when writing begins after a pause, and every five minutes while it goes on', async () => {
  const office = await anOffice(world, { kind: 'referral_answer' })
  const draftId = await aBegunStatement(world, office)
  const at = { draftId, field: 'answer:q3' }
  const elin = await aWriter(office.officer, at, 'elin')
  const later = async (minutes: number, words: string) => {
    world.now = new Date(world.now.getTime() + minutes * 60_000)
    write(elin, words, 500)
    await sendAll(elin, at)
  }

  for (const word of ['ett ', 'två ', 'tre ', 'fyra ']) await later(2, word)
  await later(30, 'fem ')

  const { rows } = await sql<{ version: number }>`
    select version from drafting.versions where draft_id = ${draftId} order by 1`.execute(world.db)
  assert.deepEqual(
    rows.map(({ version }) => version),
    [2, 5, 6],
  )
})

test('a form saved between the steps of another is no version of its own each time', async () => {
  const office = await aWrittenMemo(world)
  const { at, karin } = await together(office, 'summary')
  const { summary: _, body: __, ...fields } = wholeMemo
  for (const title of ['Ett', 'Två', 'Tre', 'Fyra']) {
    write(karin, `${title}. `, 0)
    await sendAll(karin, at)
    const { draftId, version } = await draftOf(office, 'memo')
    await office.officer.api(`/drafts/${draftId}/memo`, { ...fields, title, version })
  }

  const { versions }: { versions: unknown[] } = await (await office.head.api(`/drafts/${at.draftId}/versions`)).json()

  assert.equal(versions.length, 2)
})
