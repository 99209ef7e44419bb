import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import mammoth from 'mammoth'
import { richText } from '../rich-text.ts'
import { ask, folder, memoWith, sampleCompilation, sampleMemo, saved, squeezed, wordsIn } from './fixtures.ts'
import { paperDocx } from './index.ts'
import type { Paper } from './paper.ts'

let memo: string
let compilation: string
before(async () => {
  memo = saved('memo.docx', await paperDocx(sampleMemo))
  compilation = saved('compilation.docx', await paperDocx(sampleCompilation))
  const profile = `-env:UserInstallation=file://${folder}/office`
  ask('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, memo, compilation)
})

const printed = (name: string) => `${folder}/${name}.pdf`
const part = (file: string, name: string) => ask('unzip', '-p', file, name)
const asHtml = async (paper: Paper) =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(await paperDocx(paper)) })).value

test('LibreOffice opens the memo and the compilation, and every word is there', () => {
  for (const [paper, name] of [
    [sampleMemo, 'memo'],
    [sampleCompilation, 'compilation'],
  ] as const) {
    const text = squeezed(ask('pdftotext', printed(name), '-'))

    assert.deepEqual(
      wordsIn(paper).filter((word) => !text.includes(word)),
      [],
    )
  }
})

test('in LibreOffice it has its title, its font, its page numbers, and the draft mark on each page', () => {
  const info = ask('pdfinfo', printed('memo'))

  assert.match(info, /^Title: +Yttrande över remiss: Definiera/m)
  for (const page of ['1', '2']) {
    const text = ask('pdftotext', '-f', page, '-l', page, printed('memo'), '-')
    assert.match(text, new RegExp(`Sida ${page} \\(2\\)`))
    assert.match(text, /Utkast/)
  }
  assert.match(part(memo, 'word/fontTable.xml'), /Public Sans/)
})

test('the wide table lies on turned pages that repeat its head', () => {
  const sizes = [
    ...ask('pdfinfo', '-f', '1', '-l', '9', printed('compilation')).matchAll(/size: +(\d+)\.?\d* x (\d+)/g),
  ]
  const turned = sizes.flatMap(([, width, height], at) => (Number(width) > Number(height) ? [String(at + 1)] : []))

  assert.ok(turned.length >= 2)
  for (const page of turned)
    assert.match(ask('pdftotext', '-f', page, '-l', page, printed('compilation'), '-'), /Utanför frågorna/)
})

test('headings, lists, tables and links are what they seem', async () => {
  const markup = await asHtml(sampleMemo)

  assert.deepEqual(markup.match(/<h1>/g)?.length, 1)
  assert.match(markup, /<h2>Sammanfattning<\/h2>/)
  assert.match(markup, /<h3>Pågående processer i förvaltningen<\/h3>/)
  assert.match(markup, /<h4>Ekonomi<\/h4>/)
  assert.match(markup, /<ol><li>Servicenämnden antar/)
  assert.match(markup, /<ul><li>Remissbrev/)
  assert.match(markup, /<thead><tr><th>[\s\S]*Öppettimmar/)
  assert.match(markup, /<strong>trygga lokaler<\/strong>, <em>öppna skolgårdar<\/em>/)
  assert.match(markup, /<a href="https:\/\/www.example.se\/omradeslyft">stadens webbplats<\/a>/)
})

test('it is in Swedish, or in English when the paper is', async () => {
  const english = saved('english.docx', await paperDocx({ ...sampleMemo, language: 'en' }))

  assert.match(part(memo, 'word/styles.xml'), /<w:lang w:val="sv-SE"/)
  assert.match(part(english, 'word/styles.xml'), /<w:lang w:val="en-GB"/)
  assert.match(part(memo, 'docProps/core.xml'), /<dc:title>Yttrande över remiss/)
})

test('two numbered lists each begin at their own number', async () => {
  const file = saved(
    'lists.docx',
    await paperDocx(
      memoWith(
        { type: 'list', ordered: true, items: ['ett', 'två'] },
        { type: 'text', text: richText.parse('7. sju\n8. åtta') },
        { type: 'list', ordered: true, items: ['ett igen'] },
      ),
    ),
  )

  const lists = [...part(file, 'word/document.xml').matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id)
  assert.equal(new Set(lists).size, 3)
  assert.match(part(file, 'word/numbering.xml'), /<w:start w:val="7"/)
})

test('nothing that a person writes breaks the file', async () => {
  const strange = 'null:\u0000 halv:\uD83D <w:p> & "citat" 🎉 漢字 مرحبا ]]>'
  const markup = await asHtml({ ...memoWith({ type: 'paragraph', text: strange }), title: strange })

  assert.match(markup, /null: halv:\uFFFD &lt;w:p&gt; &amp; (&quot;|")citat(&quot;|") 🎉 漢字 مرحبا \]\]&gt;/)
})
