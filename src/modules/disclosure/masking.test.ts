/** B-28: what is masked is nowhere in the file that is given out: not on its pages, not in its bytes, not in what it says about itself. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, worldOf } from '../../../test/support.ts'
import { ask, saved } from '../../kernel/documents/fixtures.ts'
import { wordsOfPdf } from '../../kernel/pdf-words.ts'
import { paperDocx } from '../../kernel/documents/index.ts'
import { readersOf } from '../registry/fixtures.ts'
import { listLedger, type NewFile } from '../registry/index.ts'
import { aPdf, aPlainPdf, aRecordIn, aScan, anOffice, marked, type Office } from './fixtures.ts'

const world = worldOf()

const paragraphs = [
  'Ansökan om stöd',
  'Sökande är Valfrid Ekorrhult, 850709-9805, på Tallbacken 4.',
  'Ekorrhults dotter Tindra går i skolan. Skolan ligger vid Öresundsparken.',
  'Diagnosen står i läkarintyget.',
]
const secret = ['Valfrid', 'Ekorrhult', '850709', '9805', '-9805', 'Tindra', 'läkarintyget', 'Diagnosen']

type Masking = { office: Office; at: string; fileAt: string; requestId: string; fileId: string }

/** A marked record that is given out in part, ready to be masked. */
async function aMasking(file: NewFile): Promise<Masking> {
  const office = await anOffice(world)
  const record = await marked(world, await aRecordIn(world, office, [file]))
  const post = async (path: string, body: object) => {
    const reply = await office.registrar.api(path, body)
    assert.equal(reply.status, 200, await reply.clone().text())
    return JSON.parse(await reply.text())
  }
  const { requestId } = await post('/disclosures', { asked: 'Ansökan', recordIds: [record.id] })
  const { records } = JSON.parse(await (await office.registrar.api(`/disclosures/${requestId}`)).text())
  const at = `/utlamnanden/${requestId}/handlingar/${records[0].id}`
  const fileId = record.files[0]?.id ?? ''
  await post(`/disclosures/${requestId}/records/${records[0].id}/test`, {
    outcome: 'partly',
    provision: '26 kap. 1 § OSL',
  })
  return { office, at, fileAt: `${at}/filer/${fileId}`, requestId, fileId }
}

const chosen = { words: 'Valfrid\nEkorrhult\nTindra', 'patterns[]': 'personal_numbers' }

/** The number of the line that holds these words, from the page itself. */
async function lineWith(masking: Masking, words: string): Promise<string> {
  const page = await (await masking.office.registrar.get(masking.fileAt)).text()
  const found = [...page.matchAll(/name="lines\[\]" value="(\d+)"[^>]*>\s*<label[^>]*>([^<]*)</g)]
  return found.find(([, , label]) => label?.includes(words))?.[1] ?? assert.fail(`no line with ${words}`)
}

async function masked(masking: Masking): Promise<Uint8Array> {
  const line = await lineWith(masking, 'Diagnosen')
  const reply = await masking.office.registrar.post(`${masking.fileAt}/maskning`, {
    ...chosen,
    'lines[]': line,
    provision: '26 kap. 1 § OSL',
  })
  assert.equal(reply.status, 303, await reply.clone().text())
  return copyOf(masking)
}

async function copyOf({ office, requestId }: Masking): Promise<Uint8Array> {
  const { records } = JSON.parse(await (await office.registrar.api(`/disclosures/${requestId}`)).text())
  const copy = await office.registrar.get(`/utlamnanden/${requestId}/kopior/${records[0].parts[0].id}`)
  assert.equal(copy.status, 200)
  return new Uint8Array(await copy.arrayBuffer())
}

/** The letters in every encoding that a PDF may hold them in. */
function encodings(word: string): Buffer[] {
  const utf16 = Buffer.from(word, 'utf16le').swap16()
  const inHex = (bytes: Buffer) => [
    Buffer.from(bytes.toString('hex')),
    Buffer.from(bytes.toString('hex').toUpperCase()),
  ]
  return [Buffer.from(word), Buffer.from(word, 'latin1'), utf16, ...inHex(utf16), ...inHex(Buffer.from(word, 'latin1'))]
}

/** Four digits stand in some PDFs anyway, among the places of its own objects: such are looked for in what is read, not in bytes. */
const isByChance = (word: string) => /^\d{1,5}$/.test(word)

async function assertGone(bytes: Uint8Array, words: readonly string[]): Promise<void> {
  const path = saved('kopia.pdf', bytes)
  const unpacked = ask('qpdf', '--qdf', '--object-streams=disable', path, '-')
  const said = [
    ask('pdftotext', '-layout', path, '-'),
    ask('pdftotext', '-raw', path, '-'),
    ask('pdfinfo', path),
    ask('pdfinfo', '-meta', path),
    ask('pdfinfo', '-struct-text', path),
  ]
  const { told, raw } = await wordsOfPdf(bytes, 'kopia.pdf')
  for (const word of words) {
    for (const text of [...said, ...told, ...raw]) assert.ok(!text.toLowerCase().includes(word.toLowerCase()), word)
    for (const encoded of isByChance(word) ? [] : encodings(word)) {
      assert.equal(Buffer.from(bytes).includes(encoded), false, `${word} in the bytes`)
      assert.equal(Buffer.from(unpacked, 'latin1').includes(encoded), false, `${word} in the uncompressed bytes`)
    }
  }
}

test('B-28 masked words are nowhere in the copy: page, bytes, uncompressed bytes, metadata; the rest is there', async () => {
  const file = await aPdf('Ansökan Ekorrhult.pdf', ...paragraphs)
  const masking = await aMasking(file)

  const copy = await masked(masking)

  await assertGone(copy, secret)
  if ('bytes' in file)
    await assert.rejects(assertGone(file.bytes, ['Ekorrhult']), 'the same look finds it in the original')
  const text = ask('pdftotext', '-layout', saved('kopia.pdf', copy), '-')
  for (const left of ['på Tallbacken 4', 'går i skolan', 'Öresundsparken', 'Sökande är'])
    assert.ok(text.includes(left), left)
  assert.match(text, new RegExp(`Kopia med maskade uppgifter, dnr ${masking.office.theCase.referenceNumber}`))
  assert.equal(text.match(/26 kap\. 1 § OSL/g)?.length, 6) // on top, and in five boxes
  assert.match(ask('qpdf', '--check', saved('kopia.pdf', copy)), /No syntax or stream encoding errors/)
  assert.match(ask('pdfinfo', '-meta', saved('kopia.pdf', copy)), /<pdfaid:part>2</)
})

test('B-28 the original stays as it was, and the copy is kept beside it with both hashes', async () => {
  const file = await aPdf('ansokan.pdf', ...paragraphs)
  const masking = await aMasking(file)
  const original = await masking.office.registrar.get(`/filer/${masking.fileId}`)

  await masked(masking)

  const after = await masking.office.registrar.get(`/filer/${masking.fileId}`)
  assert.deepEqual(new Uint8Array(await after.arrayBuffer()), new Uint8Array(await original.arrayBuffer()))
  const row = await world.db
    .selectFrom('disclosure.parts')
    .selectAll()
    .where('file_id', '=', masking.fileId)
    .executeTakeFirstOrThrow()
  assert.notEqual(row.sha256, row.original_sha256)
  assert.doesNotMatch(row.name ?? '', /ansokan/)
})

test('B-28 a box tells nothing by its width: a short name and a long one leave files of the same words', async () => {
  const widths = []
  for (const name of ['Bo Ek', 'Maximiliana Ekorrhultsdotter']) {
    const masking = await aMasking(await aPdf('a.pdf', `Sökande är ${name} i Malmö.`))
    const reply = await masking.office.registrar.post(`${masking.fileAt}/maskning`, {
      words: name,
      provision: '26 kap. 1 § OSL',
    })
    assert.equal(reply.status, 303, await reply.clone().text())
    const lines = ask('pdftotext', '-bbox', saved('bredd.pdf', await copyOf(masking)), '-').split('\n')
    widths.push(lines.filter((line) => />(är|i)</.test(line)).map((line) => /xMin="([\d.]+)"/.exec(line)?.[1]))
  }
  assert.deepEqual(widths[0], widths[1])
})

test('B-28 a copy of a Word file or a text is made the same way', async () => {
  const text = { name: 'brev.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(paragraphs.join('\n')) }
  const word = await paperDocx({
    kind: 'Brev',
    title: 'Brev',
    language: 'sv',
    sender: { organisation: 'Skolan', unit: null },
    reference: null,
    head: [],
    blocks: paragraphs.map((words) => ({ type: 'paragraph', text: words })),
    isDraft: false,
    footer: [],
  })
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  for (const file of [text, { name: 'brev.docx', mediaType: docx, bytes: word }]) {
    const copy = await masked(await aMasking(file))
    await assertGone(copy, secret)
    assert.match(ask('pdftotext', saved('kopia.pdf', copy), '-'), /Tallbacken 4/)
  }
})

test('B-28 the copy is read before it is given out: boxes, hits, and words that hit nothing', async () => {
  const masking = await aMasking(await aPdf('a.pdf', ...paragraphs))
  await masking.office.registrar.post(`${masking.fileAt}/maskning`, {
    words: 'Ekorrhult\nFelstavad',
    provision: '26 kap. 1 § OSL',
  })

  const page = await (await masking.office.registrar.get(masking.fileAt)).text()

  assert.match(page, /<span class="k-mask-box">maskat<\/span>/)
  assert.match(page, /Ekorrhult: 2/)
  assert.match(page, /Felstavad finns inte i texten/)
  const answered = await masking.office.registrar.api(`/disclosures/${masking.requestId}/answer`, { told: true })
  assert.equal(answered.status, 200, await answered.text())
  const entry = (await asking(world, (ctx) => listLedger(ctx, masking.office.theCase.id))).at(-1)
  assert.deepEqual([entry?.event, entry?.facts['outcome']], ['disclosure.given', 'partly'])
  assert.match(JSON.stringify(entry?.facts['files']), /"way":"masked"/)
})

test('nothing is given out in part until every file has its answer', async () => {
  const masking = await aMasking(await aPdf('a.pdf', ...paragraphs))
  const answer = () => masking.office.registrar.api(`/disclosures/${masking.requestId}/answer`, { told: true })

  assert.equal((await answer()).status, 409)
  await masking.office.registrar.post(`${masking.fileAt}/svar`, { way: 'refused' })
  assert.equal((await answer()).status, 409, 'a record of which no file is given out is refused as a whole')
  await masked(masking)
  assert.equal((await answer()).status, 200)
})

test('what is to be masked is as hidden as the file: others see neither words nor lines', async () => {
  const masking = await aMasking(await aPdf('a.pdf', ...paragraphs))
  await masked(masking)

  const page = await masking.office.officer.get(masking.fileAt)

  assert.equal(page.status, 404)
  const item = await (await masking.office.officer.get(masking.at)).text()
  for (const word of secret) assert.ok(!item.includes(word), word)
  const tried = await masking.office.officer.post(`${masking.fileAt}/maskning`, {
    words: 'Öresundsparken',
    provision: 'x',
  })
  assert.notEqual(tried.status, 303)
})

test('a scanned page cannot be masked here, and the page says what to do instead', async () => {
  const masking = await aMasking(aScan())

  const page = await (await masking.office.registrar.get(masking.fileAt)).text()
  const tried = await masking.office.registrar.post(`${masking.fileAt}/maskning`, {
    words: 'Ekorrhult',
    provision: 'x',
  })

  assert.match(page, /Filen kan inte maskas här/)
  assert.match(page, /Ladda upp en maskad kopia/)
  assert.equal(tried.status, 409)
})

async function uploading(masking: Masking, bytes: Uint8Array, name = 'kopia.pdf'): Promise<Response> {
  const form = new FormData()
  form.append('words', 'Ekorrhult')
  form.append('provision', '26 kap. 1 § OSL')
  form.append('files', new Blob([Uint8Array.from(bytes)], { type: 'application/pdf' }), name)
  return masking.office.registrar.send(`${masking.fileAt}/kopia`, form)
}

test('B-28 an uploaded copy where a word is only covered, or left in properties or an older version, is not taken', async () => {
  const masking = await aMasking(aScan())
  const clean = aPlainPdf('Resten av handlingen')
  const older = Buffer.concat([aPlainPdf('Herr Ekorrhult'), Buffer.from('\n'), clean])

  const covered = await uploading(masking, aPlainPdf('Herr Ekorrhult'))
  const inProperties = await uploading(masking, aPlainPdf('Resten', '/Author (Valfrid Ekorrhult)'))
  const inOlder = await uploading(masking, older)
  const taken = await uploading(masking, clean)

  assert.match(await covered.text(), /Kopian innehåller fortfarande: Ekorrhult/)
  assert.deepEqual([covered.status, inProperties.status, inOlder.status, taken.status], [422, 422, 422, 303])
  assert.match(Buffer.from(await copyOf(masking)).toString('latin1'), /Resten av handlingen/)
})

test('an uploaded copy is a PDF or a picture, and its name is ours', async () => {
  const masking = await aMasking(aScan())
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

  assert.equal((await uploading(masking, Buffer.from('<html>'), 'kopia.html')).status, 422)
  assert.equal((await uploading(masking, png, 'Ekorrhult.png')).status, 303)
  const row = await world.db
    .selectFrom('disclosure.parts')
    .select(['name', 'media_type'])
    .where('file_id', '=', masking.fileId)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row, { name: 'Maskad kopia U 2023-1 handling 2023-1 fil 1.png', media_type: 'image/png' })
})

test('E-17 who fetches a file of a marked record as it is given out, with nothing cut out of it, has read it', async () => {
  const bytes = new TextEncoder().encode(paragraphs.join('\n'))
  const masking = await aMasking({ name: 'brev.txt', mediaType: 'text/plain', bytes })
  const { office, requestId, fileId } = masking
  const itemId = masking.at.split('/').at(-1) ?? ''
  const way = await office.registrar.api(
    `/disclosures/${requestId}/records/${itemId}/files/${fileId}/way`,
    { way: 'whole' },
    'PUT',
  )
  assert.equal(way.status, 200)
  const noted = async () => (await readersOf(world, office.theCase.id)).filter((one) => one.fileId === fileId)
  const before = await noted()

  await copyOf(masking)

  assert.deepEqual(before, [])
  assert.deepEqual(
    (await noted()).map(({ personId, seenIn }) => [personId, seenIn]),
    [[office.registrar.personId, null]],
  )
})
