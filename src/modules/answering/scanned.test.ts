import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { sql } from 'kysely'
import { z } from 'zod'
import { asking, worldOf } from '../../../test/support.ts'
import { answerOf, aSender } from '../referral/fixtures.ts'
import { findAnswer } from '../referral/index.ts'
import { aLinkedCompany, aWriter, type TestLinked } from './fixtures.ts'
import { faxed, halfBlack, scannedPdf } from './fixtures/scan.ts'
import { cutsOf, partedAt } from './model.ts'
import { pictureApart } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const shape = z.object({
  passages: z.array(
    z.object({ position: z.number(), text: z.string(), to: z.string(), from: z.string(), cuts: z.array(z.number()) }),
  ),
})

/** Width, height and channels of a PNG, with its points in rows. */
function opened(png: Uint8Array) {
  const bytes = Buffer.from(png)
  const [width, height, colour] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[25]]
  const length = bytes.readUInt32BE(33)
  const rows = inflateSync(bytes.subarray(41, 41 + length))
  const channels = colour === 2 ? 3 : 1
  const at = (x: number, y: number) => rows[y * (width * channels + 1) + 1 + x * channels]
  return { width, height, at }
}

test('a scanned page is had as a picture, grey or as a fax, the right way up and no larger than it need be', async () => {
  const page = halfBlack(40, 20)
  const file = scannedPdf([page, faxed(page), { ...page, rotate: 90 }, halfBlack(2600, 30), null])
  const of = (bytes: Uint8Array, number: number) => pictureApart(async () => bytes, number)
  const picture = async (number: number) => opened((await of(file, number)) ?? new Uint8Array(60))

  const [grey, fax, turned, wide] = [await picture(1), await picture(2), await picture(3), await picture(4)]

  for (const one of [grey, fax]) {
    assert.deepEqual([one.width, one.height], [40, 20])
    assert.deepEqual([one.at(3, 5), one.at(36, 5)], [0, 255])
  }
  assert.deepEqual([turned.width, turned.height, turned.at(5, 3), turned.at(5, 36)], [20, 40, 0, 255])
  assert.deepEqual([wide.width <= 1240, wide.at(10, 2), wide.at(wide.width - 10, 2)], [true, 0, 255])
  assert.deepEqual([await of(file, 5), await of(file, 6)], [null, null])
  const vast = { width: 8000, height: 4000, bits: 1, pixels: new Uint8Array(4_000_000) } as const
  assert.equal(await of(scannedPdf([vast]), 1), null)
  assert.equal(await of(new TextEncoder().encode('%PDF-1.4 nothing'), 1), null)
})

test('a passage is parted where a sentence or a line ends, and not a letter is lost', () => {
  const sentences = 'Vi tillstyrker. Men kom ihåg: skolan!\nOmråde: Holma.'
  const ends = cutsOf({ text: sentences, cells: null }).map((at) => sentences.slice(at))

  assert.deepEqual(ends, [
    'Men kom ihåg: skolan!\nOmråde: Holma.',
    'skolan!\nOmråde: Holma.',
    'Område: Holma.',
    'Holma.',
  ])
  assert.deepEqual(cutsOf({ text: 'utan slut', cells: null }), [5])
  assert.deepEqual(cutsOf({ text: 'Ett. Två.', cells: ['Ett.', 'Två.'] }), [])
  assert.deepEqual(cutsOf({ text: `a${' '.repeat(19_998)}b`, cells: null }), [19_999])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (words) => {
      const bare = (text: string) => text.replaceAll(/\s/gu, '')
      for (const at of cutsOf({ text: words, cells: null })) {
        const [before, after] = partedAt(words, at)
        assert.equal(bare(before) + bare(after), bare(words))
        assert.ok(before.trim() !== '' && after.trim() !== '')
      }
    }),
  )
})

/** A scan that came to the officer, read in. */
async function readIn({ round, recipientId }: TestLinked, file: Uint8Array) {
  const form = new FormData()
  form.append('files', new File([Uint8Array.from(file)], 'skannat.pdf'))
  const ways = `/remisser/${round.roundId}/svar/${recipientId}/vagar/inlasning`
  const reply = await round.officer.send(ways, form)
  assert.equal(reply.status, 303, await reply.clone().text())
  const page = reply.headers.get('location') ?? ''
  return { page, api: `/referrals/${round.roundId}/recipients/${recipientId}/readings/${page.split('/').at(-1)}` }
}

test('a scanned answer is written out beside its pages, parted between two questions, and taken whole', async () => {
  const company = await aLinkedCompany(world, 'Skannbolaget AB')
  const { round, questions, recipientId } = company
  const { page, api } = await readIn(company, scannedPdf([halfBlack(60, 80), halfBlack(60, 80)]))
  const to = (number: number) => `question.text.${questions[number]}`
  const said = 'Vi har två mötesplatser i Holma. Samordningen kan ligga hos oss.'
  const written = {
    'places.0.position': '0',
    'places.0.to': to(0),
    'places.0.text': said,
    'places.1.position': '1',
    'places.1.to': 'outside',
    'places.1.text': 'Barnens perspektiv saknas.',
  }

  const before = await (await round.officer.get(page)).text()
  const picture = await round.officer.get(`${page}/sida/2`)
  const beyond = await round.officer.get(`${page}/sida/3`)
  const stranger = await (await aSender(world)).officer.get(`${page}/sida/1`)
  const saved = await round.officer.post(page, written)
  const drawn = await (await round.officer.get(page)).text()
  const cut = `0.${said.indexOf('Samordningen')}`
  const wrong = await round.officer.post(`${page}/dela`, { ...written, cut: '0.5' })
  const parted = await round.officer.post(`${page}/dela`, { ...written, cut })
  const { passages } = await answerOf(await round.officer.api(api), shape)
  const placed = await round.officer.api(`${api}/places`, { places: [{ position: 2, to: to(1) }] })
  const taken = await round.officer.api(`${api}/take`, { whole: { stance: 'support', decidedBy: 'company' } })

  assert.match(before, /<img src="[^"]+\/sida\/1" alt="Sida 1 som den kom in" loading="lazy" \/>/)
  assert.match(before, /href="[^"]+\/fil#page=2"/)
  assert.deepEqual([picture.status, picture.headers.get('content-type')], [200, 'image/png'])
  assert.deepEqual([beyond.status, stranger.status], [404, 404])
  assert.deepEqual([saved.status, wrong.status, parted.status, placed.status, taken.status], [303, 409, 303, 200, 200])
  assert.match(await wrong.text(), /Texten går inte att dela där/)
  assert.match(drawn, /Dela efter ”Vi har två mötesplatser i Holma\.”/)
  assert.deepEqual(
    passages.map(({ text, to: place, from }) => [text, place, from]),
    [
      ['Vi har två mötesplatser i Holma.', to(0), 'scan'],
      ['Samordningen kan ligga hos oss.', to(0), 'scan'],
      ['Barnens perspektiv saknas.', 'outside', 'scan'],
    ],
  )
  const parts = (await asking(world, (ctx) => findAnswer(ctx, recipientId)))?.parts ?? []
  assert.deepEqual(
    parts.map(({ plain }) => plain),
    ['Vi har två mötesplatser i Holma.', 'Samordningen kan ligga hos oss.', 'Barnens perspektiv saknas.'],
  )
})

test('a page that was drawn before a passage was parted puts nothing under another question, and the words come back', async () => {
  const company = await aLinkedCompany(world, 'Två Sidor AB')
  const { officer } = company.round
  const to = (number: number) => `question.text.${company.questions[number]}`
  const { page, api } = await readIn(company, scannedPdf([halfBlack(60, 80), halfBlack(60, 80)]))
  const first = { 'places.0.position': '0', 'places.0.to': to(0), 'places.0.text': 'Ett. Två.', seen: '0' }
  const second = { 'places.1.position': '1', 'places.1.to': to(1), 'places.1.text': 'Andra sidans ord.', seen: '0' }
  await officer.post(page, first)
  await officer.post(`${page}/dela`, { ...first, cut: '0.5' })

  const stale = await officer.post(page, second)
  const drawn = await stale.text()
  const [staleCut, staleTake] = [
    await officer.post(`${page}/dela`, { ...first, cut: '0.5' }),
    await officer.post(`${page}/ta`, { ...first, ...second }),
  ]
  const between = await answerOf(await officer.api(api), shape.extend({ partings: z.number() }))
  const saved = await officer.post(page, { ...second, seen: '1' })
  const { passages } = await answerOf(await officer.api(api), shape)

  assert.deepEqual([stale.status, staleCut.status, staleTake.status, saved.status], [409, 409, 409, 303])
  assert.match(drawn, /Ett stycke har delats eller satts ihop sedan du öppnade sidan/)
  assert.match(drawn, /<input type="hidden" name="seen" value="1"/)
  assert.match(drawn, /<textarea[^>]*name="places\.1\.text"[^>]*>\nAndra sidans ord\.<\/textarea>/)
  assert.equal(between.partings, 1)
  assert.deepEqual(
    [between.passages, passages].map((all) => all.map(({ position, text, to: place }) => [position, text, place])),
    [
      [
        [0, 'Ett.', to(0)],
        [2, 'Två.', to(0)],
        [1, '', ''],
      ],
      [
        [0, 'Ett.', to(0)],
        [2, 'Två.', to(0)],
        [1, 'Andra sidans ord.', to(1)],
      ],
    ],
  )
})

test('Enter in a field saves: the first button of the form neither parts a passage nor registers the answer', async () => {
  const company = await aLinkedCompany(world, 'Tangentbolaget AB')
  const { page } = await readIn(company, scannedPdf([halfBlack(60, 80)]))
  await company.round.officer.post(page, { 'places.0.position': '0', 'places.0.to': '', 'places.0.text': 'Ett. Två.' })

  const drawn = await (await company.round.officer.get(page)).text()

  const form = drawn.slice(drawn.indexOf(`action="${page}/ta"`))
  assert.match(form, /formaction="[^"]+\/dela"/)
  assert.equal(/<button[^>]*type="submit"[^>]*formaction="([^"]+)"/.exec(form)?.[1], page)
  assert.ok(form.indexOf('<button') === form.search(/<button[^>]*formaction="[^"]+inlasning\/[^"/]+"/))
})

test('those that wait for pictures keep nobody else from the database, one who has the picture is sent none, and too many are told to wait', async () => {
  const company = await aLinkedCompany(world, 'Köbolaget AB')
  const { officer } = company.round
  const { page } = await readIn(company, scannedPdf([halfBlack(60, 80)]))
  const had = await officer.get(`${page}/sida/1`)
  const gate = Promise.withResolvers<Uint8Array>()
  const ahead = pictureApart(() => gate.promise, 1)

  const waiting = Array.from({ length: 30 }, () => officer.get(`${page}/sida/1`))
  const other = await officer.get(page)
  const again = await officer.knock(`${page}/sida/1`, { headers: { 'if-none-match': had.headers.get('etag') ?? '' } })
  const refused = await Promise.race([officer.get(`${page}/sida/1`), ...waiting])
  // One was refused, so all the others stand in the queue.
  const held = await world.db
    .selectFrom(sql<{ pid: number }>`pg_stat_activity`.as('activity'))
    .select('pid')
    .where(sql<boolean>`datname = current_database() and state like 'idle in transaction%'`)
    .execute()
  gate.resolve(scannedPdf([halfBlack(60, 80)]))
  const statuses = (await Promise.all(waiting)).map(({ status }) => status)

  assert.deepEqual([other.status, again.status, refused.status], [200, 304, 429])
  assert.deepEqual(held, [])
  assert.equal(refused.headers.get('retry-after'), '30')
  assert.equal(had.headers.get('cache-control'), 'private, no-cache')
  assert.ok(statuses.filter((status) => status === 200).length >= 29)
  assert.notEqual(await ahead, null)
})

test('on the link a passage is parted and its page shown to whoever holds the link, and to nobody else', async () => {
  const company = await aLinkedCompany(world, 'Länkbolaget AB')
  const other = await aLinkedCompany(world, 'Andra Bolaget AB')
  const [personId, otherId] = [await aWriter(company.holder), await aWriter(other.holder)]
  const content = Buffer.from(scannedPdf([halfBlack(60, 80)])).toString('base64')
  const { readingId } = await answerOf(
    await company.holder.api(`/people/${personId}/readings`, { file: { name: 'skannat.pdf', content } }),
    z.object({ readingId: z.string() }),
  )
  const at = `/people/${personId}/readings/${readingId}`
  await company.holder.api(`${at}/places`, { places: [{ position: 0, to: 'outside', text: 'Ett. Två. Tre.' }] })

  const parted = await company.holder.api(`${at}/part`, { cut: '0.5' })
  const picture = await company.holder.get(`/skriv/${personId}/inlasning/${readingId}/sida/1`)
  const theirs = await other.holder.get(`/skriv/${otherId}/inlasning/${readingId}/sida/1`)
  const { passages } = await answerOf(await company.holder.api(at), shape)

  assert.deepEqual([parted.status, picture.status, theirs.status], [200, 200, 404])
  assert.deepEqual(
    passages.map(({ position, text }) => [position, text]),
    [
      [0, 'Ett.'],
      [1, 'Två. Tre.'],
    ],
  )
})

test('parts of a passage become one again as they stood, and what is written of the whole is kept with the places', async () => {
  const company = await aLinkedCompany(world, 'Hela Stycken AB')
  const { officer } = company.round
  const to = (number: number) => `question.text.${company.questions[number]}`
  const { page, api } = await readIn(company, scannedPdf([halfBlack(60, 80), halfBlack(60, 80)]))
  const said = 'Ett.  Två.\nTre.'
  const first = { 'places.0.position': '0', 'places.0.to': to(0), 'places.0.text': said }
  const of = { 'whole.stance': 'support', 'whole.paragraph': '14', 'whole.reservations': 'En reservation.' }
  await officer.post(page, { ...first, ...of })
  await officer.post(`${page}/dela`, { cut: '0.6' })
  await officer.post(`${page}/dela`, { cut: '2.5' })

  const parted = await answerOf(await officer.api(api), shape.extend({ passages: z.array(z.looseObject({})) }))
  const drawn = await (await officer.get(page)).text()
  const undone = [
    await officer.post(`${page}/satt-ihop`, { join: '0' }),
    await officer.post(`${page}/satt-ihop`, { join: '0' }),
    await officer.post(`${page}/satt-ihop`, { join: '0' }),
  ]
  const { passages } = await answerOf(await officer.api(api), shape)
  const whole = await (await officer.get(page)).text()

  assert.deepEqual(
    parted.passages.map(({ text, isJoinable }) => [text, isJoinable]),
    [
      ['Ett.', true],
      ['Två.', true],
      ['Tre.', false],
      ['', false],
    ],
  )
  assert.equal(drawn.split('Sätt ihop med nästa').length, 3)
  assert.deepEqual(
    undone.map(({ status }) => status),
    [303, 303, 409],
  )
  assert.deepEqual(
    passages.map(({ text, to: place }) => [text, place]),
    [
      [said, to(0)],
      ['', ''],
    ],
  )
  assert.match(whole, /name="whole\.paragraph"[^>]*value="14"|value="14"[^>]*name="whole\.paragraph"/)
  assert.match(whole, /En reservation\.<\/textarea>/)
})
