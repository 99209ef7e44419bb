import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { largestFile, textOf, UnreadableFile } from './file-text.ts'
import { speaking } from './words.ts'

const swedish = 'Tjänsteskrivelse\nÖversyn av lekplatser på Ön – åtgärder\n'

function utf16(text: string, littleEndian: boolean): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return littleEndian ? bytes : bytes.swap16()
}

async function reasonFor(bytes: Uint8Array, name = 'skrivelse.pdf'): Promise<string> {
  try {
    await textOf(bytes, name)
    return 'read'
  } catch (error) {
    assert.ok(error instanceof UnreadableFile, String(error))
    return error.code
  }
}

/** A PDF as a printer makes it: each text at its place on an A4 page. */
function pdf(runs: readonly (readonly [number, number, string])[], extra = ''): Buffer {
  const draw = runs
    .map(([x, y, text]) => `BT /F1 11 Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`)
    .join('\n')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Length ${draw.length}>>\nstream\n${draw}\nendstream`,
  ]
  let body = '%PDF-1.4\n'
  const places = objects.map((object, number) => {
    const at = body.length
    body += `${number + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<</Size 6/Root 1 0 R${extra}>>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + end, 'latin1')
}

async function docx(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const numbering = {
    config: [{ reference: 'points', levels: [{ level: 0, format: 'decimal' as const, text: '%1.' }] }],
  }
  const children = [
    new Paragraph('Tjänsteskrivelse'),
    new Table({
      rows: [
        new TableRow({ children: [cell('Datum'), cell('Dnr')] }),
        new TableRow({ children: [cell('2024-03-04'), cell('SN-2024-77')] }),
      ],
    }),
    new Paragraph({ children: [new TextRun('Förslag '), new TextRun({ text: 'till beslut & mer', bold: true })] }),
    new Paragraph({ text: 'Planen antas.', numbering: { reference: 'points', level: 0 } }),
    new Paragraph({ text: 'Beslutet justeras.', numbering: { reference: 'points', level: 0 } }),
    new Paragraph({ text: 'Remiss', bullet: { level: 0 } }),
  ]
  return Packer.toBuffer(new Document({ numbering, sections: [{ children }] }))
}

test('text is read in the encodings that offices use', async () => {
  const inBytes = [
    Buffer.from(swedish),
    Buffer.from(`\ufeff${swedish}`),
    utf16(swedish, true),
    utf16(swedish, false),
    Buffer.from(swedish.replace('–', '\u0096'), 'latin1'),
  ]
  for (const bytes of inBytes) {
    assert.deepEqual(await textOf(bytes, 'a.txt'), { text: swedish, format: 'txt' })
  }
})

test('the content decides what a file is, not its name', async () => {
  const { format } = await textOf(await docx(), 'skrivelse.txt')
  assert.equal(format, 'docx')
  assert.equal((await textOf(Buffer.from(swedish), 'skrivelse.pdf')).format, 'txt')
})

test('a Word file gives paragraphs and list items on lines of their own, and rows with their cells apart', async () => {
  const { text } = await textOf(await docx(), 'skrivelse.docx')
  const lines = text.split('\n').filter((line) => line !== '')
  assert.deepEqual(lines, [
    'Tjänsteskrivelse',
    'Datum\tDnr',
    '2024-03-04\tSN-2024-77',
    'Förslag till beslut & mer',
    '1. Planen antas.',
    '2. Beslutet justeras.',
    '- Remiss',
  ])
})

test('a PDF gives its lines from the top, columns apart, and air as a blank line', async () => {
  const file = pdf([
    [70, 700, 'Sammanfattning'],
    [300, 780, 'Dnr KS 2024/12'],
    [70, 780, 'Datum 2024-03-04'],
    [70, 686, 'Förvaltningen har sett över'],
    [70, 672, 'lekplatserna (alla).'],
    [70, 658, 'De är bra.'],
  ])
  const { text, format } = await textOf(file, 'skrivelse.pdf')
  assert.equal(format, 'pdf')
  assert.equal(
    text,
    'Datum 2024-03-04\tDnr KS 2024/12\n\nSammanfattning\nFörvaltningen har sett över\nlekplatserna (alla).\nDe är bra.',
  )
})

test('what cannot be read says why', async () => {
  const word = await docx()
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])
  assert.equal(await reasonFor(Buffer.alloc(0)), 'empty')
  assert.equal(await reasonFor(Buffer.from(' \n\t ')), 'empty')
  assert.equal(await reasonFor(Buffer.from('\ufeff')), 'empty')
  assert.equal(await reasonFor(png), 'binary')
  assert.equal(await reasonFor(Buffer.alloc(5000, 7)), 'binary')
  assert.equal(await reasonFor(ole), 'binary')
  assert.equal(await reasonFor(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])), 'encrypted')
  assert.equal(await reasonFor(Buffer.alloc(largestFile + 1, 65)), 'too-large')
  assert.equal(await reasonFor(word.subarray(0, word.length - 400)), 'damaged')
  assert.equal(await reasonFor(Buffer.from('%PDF-1.7 and then nothing of the kind')), 'damaged')
  assert.equal(await reasonFor(pdf([])), 'no-text')
  assert.equal(await reasonFor(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])), 'unknown-encoding')
  assert.equal(
    await reasonFor(
      Buffer.from('Привет, это не по-шведски'.repeat(3), 'utf16le').map((byte, place) =>
        place % 2 === 0 ? byte | 0x80 : 0xd0,
      ),
    ),
    'unknown-encoding',
  )
})

test('a PDF with a password is said to be protected', async () => {
  const hash = 'A'.repeat(32)
  const extra = `/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O(${hash})/U(${hash})>>/ID[(0123456789abcdef)(0123456789abcdef)]`
  assert.equal(await reasonFor(pdf([[70, 700, 'Hemligt']], extra)), 'encrypted')
})

test('a Word file that swells beyond reason is refused before it is unpacked', async () => {
  const bomb = Buffer.from(await docx())
  const name = bomb.lastIndexOf('word/document.xml')
  bomb.writeUInt32LE(3_000_000_000, name - 46 + 24)
  assert.equal(await reasonFor(bomb, 'bomb.docx'), 'too-large')
})

test('another zip file is not taken for a Word file', async () => {
  const zip = Buffer.from(await docx())
  for (let at = zip.indexOf('word/document.xml'); at >= 0; at = zip.indexOf('word/document.xml', at + 1))
    zip.write('word/documenX.xml', at)
  assert.equal(await reasonFor(zip), 'binary')
})

test('the message names the file and the limit, in the language of the moment', async () => {
  await assert.rejects(textOf(Buffer.alloc(largestFile + 1), 'stor.pdf'), /stor\.pdf är för stor\. Gränsen är 20 MB\./)
  await speaking('en', async () => {
    await assert.rejects(textOf(Buffer.alloc(0), 'empty.txt'), /empty\.txt is empty\./)
  })
})
