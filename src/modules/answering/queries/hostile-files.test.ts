import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UnreadableFile } from '../../../kernel/file-text.ts'
import { zipOf } from '../../../kernel/zip.ts'
import { passagesOfFile } from './passages.ts'

const bytesOf = (words: string) => new TextEncoder().encode(words)
const word = (body: string, more: Readonly<Record<string, string>> = {}) =>
  zipOf(Object.entries({ 'word/document.xml': body, ...more }).map(([name, xml]) => ({ name, bytes: bytesOf(xml) })))
const open = (body: string) =>
  zipOf([
    { name: 'mimetype', bytes: bytesOf('application/vnd.oasis.opendocument.text') },
    { name: 'content.xml', bytes: bytesOf(body) },
  ])

const times = 1_000_000
const paragraph = '<w:p><w:r><w:t>a</w:t></w:r></w:p>'

for (const [what, bytes] of [
  ['content controls in each other', word(`${'<w:sdt>'.repeat(times)}${paragraph.repeat(1000)}`)],
  ['rows in each other', word('<w:tr><w:tc>'.repeat(times))],
  ['paragraphs in each other', word('<w:p>'.repeat(times))],
  ['controls of OpenDocument in each other', open('<loext:content-control>'.repeat(times / 2))],
  ['notes in each other', open('<text:note>'.repeat(times))],
  ['spaces without end', open(`<text:p>${'<text:s text:c="1000"/>'.repeat(times / 2)}</text:p>`)],
] as const)
  test(`a file with ${what} is told that it is too large`, async () => {
    await assert.rejects(
      passagesOfFile(bytes, 'svar.docx'),
      (error) => error instanceof UnreadableFile && error.code === 'too-large',
    )
  })

test('one cell with half a million paragraphs is read in one go, and all of it', async () => {
  const cell = `<w:tbl><w:tr><w:tc>${paragraph.repeat(times / 2)}</w:tc></w:tr></w:tbl>`

  const passages = await passagesOfFile(word(cell), 'svar.docx')

  assert.equal(passages.map(({ text }) => text.replaceAll('\n', '')).join(''), 'a'.repeat(times / 2))
  assert.ok(passages.length < 60, `${passages.length} passages`)
})

test('what stands in any of the margins, notes and comments is a passage', async () => {
  const saying = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
  const file = word(saying('Svar.'), {
    'word/header12.xml': saying('Sidhuvud.'),
    'word/footer4.xml': saying('Sidfot.'),
    'word/footnotes.xml': saying('Not.'),
    'word/comments.xml': saying('Kommentar.'),
  })

  const passages = await passagesOfFile(file, 'svar.docx')

  assert.deepEqual(
    passages.map(({ text, from }) => [text, from]),
    [
      ['Svar.', 'body'],
      ['Not.', 'note'],
      ['Kommentar.', 'comment'],
      ['Sidhuvud.', 'margin'],
      ['Sidfot.', 'margin'],
    ],
  )
})

test('words that a program left marked as a hint are an answer all the same, and a hint is none', async () => {
  const field = (words: string) =>
    `<w:sdt><w:sdtPr><w:tag w:val="t"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:sdtContent></w:sdt>`
  const hint = (words: string) =>
    `<loext:content-control loext:showing-place-holder="true">${words}</loext:content-control>`

  const inWord = await passagesOfFile(word(`${field('Skriv svaret här.')}${field('Vi bor i alla hus.')}`), 'svar.docx')
  const inOpen = await passagesOfFile(
    open(
      `<text:p>${hint('Klicka eller tryck här för att ange text.')}</text:p><text:p>${hint('Vi bor här.')}</text:p>`,
    ),
    'svar.odt',
  )

  assert.deepEqual(
    inWord.map(({ text }) => text),
    ['Vi bor i alla hus.'],
  )
  assert.deepEqual(
    inOpen.map(({ text }) => text),
    ['Vi bor här.'],
  )
})
