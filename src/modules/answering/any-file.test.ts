import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { worldOf } from '../../../test/support.ts'
import { zipOf } from '../../kernel/zip.ts'
import { aLinkedCompany, aWriter, formOf } from './fixtures.ts'
import { rewritten } from './fixtures/word.ts'
import { takenApart } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

test('any bytes at all are read or told why not, never a fault of ours', async () => {
  const company = await aLinkedCompany(world)
  const personId = await aWriter(company.holder)
  const form = await formOf(company)
  const send = (bytes: Uint8Array) =>
    company.holder.api(`/people/${personId}/readings`, {
      file: { name: 'svar.docx', content: Buffer.from(bytes).toString('base64') },
    })
  const torn = fc.tuple(fc.nat(form.length - 1), fc.integer({ min: 0, max: 255 })).map(([at, byte]) => {
    const bytes = Uint8Array.from(form)
    bytes[at] = byte
    return bytes
  })
  const cut = fc.nat(form.length).map((length) => form.slice(0, length))
  const garbled = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .map((junk) => rewritten(form, (xml) => xml.replaceAll('</w:p>', junk)))
  const any = fc.oneof(fc.uint8Array({ maxLength: 400 }), torn, cut, garbled)

  await fc.assert(
    fc.asyncProperty(any, async (bytes) => {
      const { status } = await send(bytes)
      assert.ok([200, 422].includes(status), String(status))
    }),
    { numRuns: 60 },
  )
})

const most = 19 * 1024 * 1024

test('a file made to be slow is read to its end, and the house goes on meanwhile', async () => {
  const xml = `<w:document><w:p><w:r><w:t ${'a'.repeat(most)}>Hej</w:t></w:r></w:p><${'a'.repeat(most / 20)}`
  const bytes = zipOf([{ name: 'word/document.xml', bytes: new TextEncoder().encode(xml) }])
  let beats = 0
  const heart = setInterval(() => beats++, 1)

  const { passages, property } = await takenApart({ bytes, name: 'svar.docx' }, 'kraftsam')

  clearInterval(heart)
  assert.deepEqual([passages[0]?.text, property], ['Hej', null])
  assert.ok(beats > 10, String(beats))
})

test('a file with more in it than any answer has is told as too large, and the next is read', async () => {
  const document = (xml: string) => zipOf([{ name: 'word/document.xml', bytes: new TextEncoder().encode(xml) }])
  const line = '<w:p><w:r><w:t>Hej</w:t></w:r></w:p>'

  await assert.rejects(
    takenApart({ bytes: document(line.repeat(5001)), name: 'svar.docx' }, 'kraftsam'),
    /svar\.docx är för stor/,
  )

  const row = '<w:tr><w:tc><w:p><w:r><w:t>Hej</w:t></w:r></w:p></w:tc></w:tr>'
  await assert.rejects(
    takenApart({ bytes: document(`<w:tbl>${row.repeat(250_000)}`), name: 'rader.docx' }, 'kraftsam'),
    /rader\.docx är för stor/,
  )

  const { passages } = await takenApart({ bytes: document(line), name: 'svar.docx' }, 'kraftsam')
  assert.deepEqual(
    passages.map(({ text }) => text),
    ['Hej'],
  )
})

test('what is longer than a passage may be is several, parted between words, and not a letter is dropped', async () => {
  const long = 'Nämnden tillstyrker förslaget. '.repeat(2000)
  const unbroken = 'å'.repeat(45_000)
  const bytes = new TextEncoder().encode(`${long}\n\n${unbroken}`)

  const { passages } = await takenApart({ bytes, name: 'svar.txt' }, 'kraftsam')

  const letters = (words: string) => words.replaceAll(/\s/g, '')
  assert.equal(letters(passages.map(({ text }) => text).join('')), letters(long + unbroken))
  assert.deepEqual(
    passages.map(({ text }) => text.length <= 20_000),
    Array.from({ length: 7 }, () => true),
  )
  assert.match(passages[0]?.text ?? '', /\s$/)
})
