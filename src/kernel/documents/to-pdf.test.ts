import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { richText } from '../rich-text.ts'
import { ask, memoWith, sampleCompilation, sampleMemo, saved, squeezed, wordsIn } from './fixtures.ts'
import { paperPdf } from './index.ts'

let memo: string
let compilation: string
before(async () => {
  memo = saved('memo.pdf', await paperPdf(sampleMemo))
  compilation = saved('compilation.pdf', await paperPdf(sampleCompilation))
})

const textOf = (file: string, ...options: string[]) => ask('pdftotext', ...options, file, '-')
const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0
const pageOf = (file: string, page: number) => textOf(file, '-f', String(page), '-l', String(page))

test('a memo is a tagged PDF with title, author and language, and no reader finds a fault in it', () => {
  const info = ask('pdfinfo', memo)

  assert.match(info, /^Tagged: +yes$/m)
  assert.match(info, /^Title: +Yttrande över remiss: Definiera och starta/m)
  assert.match(info, /^Author: +Ängelby stad$/m)
  assert.match(info, /^Subject: +Tjänsteskrivelse$/m)
  assert.match(info, /^CreationDate: +Wed Nov 15/m)
  assert.match(info, /^JavaScript: +no$/m)
  assert.match(ask('qpdf', '--check', memo), /No syntax or stream encoding errors/)
  assert.match(ask('qpdf', '--json', memo), /"\/Lang": "u:sv-SE"/)
  assert.match(ask('qpdf', '--json', memo), /"\/DisplayDocTitle": true/)
})

test('it says in its metadata that it is PDF/A-2a and PDF/UA-1, and explains the mark', () => {
  const metadata = ask('pdfinfo', '-meta', memo)

  assert.match(metadata, /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</)
  assert.match(metadata, /<pdfuaid:part [^>]+>1<\/pdfuaid:part>/)
  assert.match(metadata, /<pdfaSchema:prefix>pdfuaid</)
})

test('headings, lists, tables and quotes are what they seem, to a screen reader too', () => {
  const structure = ask('pdfinfo', '-struct', memo)

  assert.equal(count(structure, /\bH1\b/g), 1)
  assert.equal(count(structure, /\bH2\b/g), 7)
  assert.ok(count(structure, /\bH3\b/g) === 1 && count(structure, /\bH4\b/g) === 1)
  assert.ok(count(structure, /\bL \(block\)/g) === 3 && count(structure, /\bLI \(block\)/g) === 7)
  assert.match(structure, /BlockQuote/)
  assert.match(structure, /Figure/)
  assert.match(structure, /Table \(block\)\s+Caption[\s\S]+THead\s+TR\s+TH[\s\S]+Scope \/Column/)
})

test('the first cell of each row heads it', () => {
  const structure = ask('pdfinfo', '-struct', compilation)

  assert.equal(count(structure, /\/Scope \/Column/g), 6)
  assert.equal(count(structure, /\/Scope \/Row/g), 12)
  assert.match(ask('qpdf', '--check', compilation), /No syntax or stream encoding errors/)
})

test('every word of the paper can be read out of the file, with its å, ä and ö', () => {
  for (const [paper, file] of [
    [sampleMemo, memo],
    [sampleCompilation, compilation],
  ] as const) {
    const text = squeezed(textOf(file))

    assert.deepEqual(
      wordsIn(paper).filter((word) => !text.includes(word)),
      [],
    )
  }
})

test('every page says which it is, of how many, and that it is a draft', () => {
  for (const page of [1, 2]) {
    assert.match(pageOf(memo, page), new RegExp(`Sida ${page} \\(2\\)`))
    assert.match(pageOf(memo, page), /Utkast/)
  }
  assert.doesNotMatch(textOf(compilation), /Utkast/)
})

test('a wide table stands on turned pages that repeat its head, with its heading above it', () => {
  const sizes = [...ask('pdfinfo', '-f', '1', '-l', '9', compilation).matchAll(/size: +(\d+)\.?\d* x (\d+)/g)]

  assert.deepEqual(
    sizes.map(([, width, height]) => Number(width) > Number(height)),
    [false, true, true, true, false],
  )
  assert.match(pageOf(compilation, 2), /Svaren fråga för fråga/)
  for (const page of [2, 3, 4]) assert.match(pageOf(compilation, page), /Utanför frågorna/)
})

test('the bookmarks are the headings', () => {
  const outlines = ask('qpdf', '--json', '--json-key=outlines', memo)

  for (const heading of ['Sammanfattning', 'Förslag till beslut', 'Pågående processer i förvaltningen', 'Ansvariga'])
    assert.match(outlines, new RegExp(heading))
})

test('the same paper gives the same bytes', async () => {
  const again = [await paperPdf(sampleMemo), await paperPdf(sampleMemo)] as const

  assert.ok(Buffer.from(again[0]).equals(Buffer.from(again[1])))
  assert.ok(Buffer.from(again[0]).equals(Buffer.from(await paperPdf(structuredClone(sampleMemo)))))
})

const markup =
  '#let x = 1 *fet* _kursiv_ $x^2$ @ref <etikett> = rubrik \\ // borta /* kommentar */ #sys.inputs `kod` ~ --- "citat"'

test('markup of the typesetter is text like any other', async () => {
  const text = richText.parse(markup)
  const paper = memoWith(
    { type: 'paragraph', text: markup },
    { type: 'text', text },
    { type: 'table', caption: markup, columns: [{ head: markup }, { head: 'b' }], rows: [[markup, { text }]] },
  )

  const file = saved(
    'markup.pdf',
    await paperPdf({ ...paper, title: markup, kind: markup, reference: markup, footer: [markup] }),
  )

  assert.ok(count(squeezed(textOf(file)), new RegExp(RegExp.escape(squeezed(markup)), 'g')) >= 4)
  assert.match(ask('qpdf', '--check', file), /No syntax/)
})

test('what no font can show becomes a square, and the paper says so', async () => {
  const strange = 'Hej 👩‍👩‍👧 och 🎉, 漢字, null:\u0000, bak\u202Elänges, halv:\uD83D, slut.'

  const file = saved('strange.pdf', await paperPdf(memoWith({ type: 'paragraph', text: strange })))
  const plain = saved('plain.pdf', await paperPdf(memoWith({ type: 'paragraph', text: 'Hej då' })))

  assert.match(textOf(file), /Hej □ och □, □□, null:, baklänges, halv:/)
  assert.match(textOf(file), /□ står för tecken som inte kan visas/)
  assert.doesNotMatch(textOf(plain), /□/)
})

test('an emoji alone is enough for the paper to say so', async () => {
  const file = saved('emoji.pdf', await paperPdf(memoWith({ type: 'text', text: richText.parse('Bra 👍🏽!') })))

  assert.match(textOf(file), /Bra □![\s\S]+□ står för tecken/)
})

test('Arabic, Greek, Cyrillic and Vietnamese letters are shown', async () => {
  const file = saved(
    'letters.pdf',
    await paperPdf(memoWith({ type: 'paragraph', text: 'مرحبا Γειά Привет tiếng Việt' })),
  )

  assert.match(textOf(file), /Γειά Привет tiếng Việt/)
  assert.match(textOf(file).normalize('NFKC'), /مرحبا/)
  assert.doesNotMatch(textOf(file), /□/)
})

test('thousands of different unknown characters do not stop it', async () => {
  const all = Array.from({ length: 6000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')

  const file = saved('chinese.pdf', await paperPdf(memoWith({ type: 'paragraph', text: `${all} slut` })))

  assert.ok(squeezed(textOf(file)).includes('□□□□□'))
  assert.match(textOf(file), /slut/)
})

test('a word of ten thousand letters stays inside the page, in a paragraph and in a cell', async () => {
  const word = 'å'.repeat(10_000)
  const paper = memoWith(
    { type: 'paragraph', text: word },
    {
      type: 'table',
      caption: 'Tabell',
      columns: [{ head: 'Ett' }, { head: 'Två' }, { head: word.slice(0, 200) }],
      rows: [[word.slice(0, 300), word.slice(0, 3000), 'https://example.se/' + 'stig/'.repeat(30)]],
    },
  )

  const file = saved('long.pdf', await paperPdf({ ...paper, title: word.slice(0, 300), kind: word.slice(0, 100) }))
  const edges = [...textOf(file, '-bbox').matchAll(/xMax="([\d.]+)"/g)].map(([, edge]) => Number(edge))

  assert.ok(edges.length > 0)
  assert.ok(Math.max(...edges) < 595.3 - 57, `the rightmost word ends at ${Math.max(...edges)}`)
})

test('an address in the head and a word in a cell are copied as they were written, whole', async () => {
  const address = 'planeringssekreterare.langtnamn@stadsbyggnadskontoret.malmo.example'
  const words = ['Samverkansöverenskommelse', 'jämställdhetsintegrering', 'stadsbyggnadsförvaltningen']
  const paper = memoWith({
    type: 'table',
    caption: 'Tabell',
    columns: words.map((head) => ({ head })),
    rows: [words.toReversed(), words.map((word) => `Här står ${word} i en mening.`)],
  })
  const head = [
    { label: 'Datum', lines: ['2023-11-15'] },
    { label: 'Vår referens', lines: ['Elin Sand', address] },
    { label: 'Till', lines: ['Kommunstyrelsen'] },
  ]

  const text = textOf(saved('whole.pdf', await paperPdf({ ...paper, head })))

  assert.doesNotMatch(text, /[\u200B\u00AD]/)
  assert.ok(text.replaceAll('\n', '').includes(address))
  for (const word of words) assert.equal(count(text, new RegExp(word, 'g')), 3, word)
})

test('papers asked for at once all come, each with its own words', async () => {
  const files = await Promise.all(
    Array.from({ length: 8 }, async (_, at) =>
      saved(`many-${at}.pdf`, await paperPdf({ ...sampleMemo, title: `Ärende nummer ${at}` })),
    ),
  )

  assert.deepEqual(
    files.map((file) => /Ärende nummer (\d)/.exec(textOf(file))?.[1]),
    ['0', '1', '2', '3', '4', '5', '6', '7'],
  )
})

test('a paper in English speaks English', async () => {
  const file = saved('english.pdf', await paperPdf({ ...sampleMemo, language: 'en' }))

  assert.match(textOf(file), /Draft[\s\S]+Reference number SN-2023-1541[\s\S]+Page 1 \(2\)/)
})

test('the smallest paper there can be, and one with empty parts, become files', async () => {
  const bare = {
    ...sampleMemo,
    reference: null,
    head: [],
    blocks: [],
    footer: [],
    isDraft: false,
    sender: { organisation: 'X', unit: null },
  }
  const empty = memoWith(
    { type: 'text', text: richText.parse('') },
    { type: 'list', ordered: true, items: [] },
    { type: 'facts', rows: [] },
    { type: 'signatures', people: [] },
    { type: 'table', caption: 'Tom', columns: [{ head: 'A' }], rows: [] },
    { type: 'paragraph', text: '' },
  )

  for (const [name, paper] of [
    ['bare.pdf', bare],
    ['empty.pdf', empty],
  ] as const)
    assert.match(ask('qpdf', '--check', saved(name, await paperPdf(paper))), /No syntax/)
})

test('a logo that is no image is an error that says so, and the next paper comes all the same', async () => {
  await assert.rejects(
    paperPdf({
      ...sampleMemo,
      sender: {
        ...sampleMemo.sender,
        logo: { format: 'svg', markup: '<p>nej</p>', width: 1, height: 1, fallback: null },
      },
    }),
    /could not be typeset: .*SVG/i,
  )

  assert.ok((await paperPdf(sampleMemo)).length > 10_000)
})

test('another platform is named in the error', async () => {
  const real = process.platform
  Object.defineProperty(process, 'platform', { value: 'darwin' })
  try {
    await assert.rejects(paperPdf(sampleMemo), /linux-x64.*darwin-/)
  } finally {
    Object.defineProperty(process, 'platform', { value: real })
  }
})
