import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { as, worldOf } from '../../../test/support.ts'
import { aLargeMail, aMail, anOffice, aZip } from './fixtures.ts'
import { cleanName } from './model/names.ts'
import { textOfHtml } from './model/html-text.ts'
import { numbersIn } from './model/subject.ts'
import { readMail } from './queries/mail.ts'
import type { QuarantineReason, WarningCode } from './model/message.ts'
import type { ReadMail } from './model/mail.ts'

const now = new Date('2023-10-03T09:00:00+02:00')
const world = worldOf('2023-10-03T09:00:00+02:00')
const read = (raw: Uint8Array | string) => readMail(typeof raw === 'string' ? Buffer.from(raw, 'latin1') : raw, now)
const head = 'From: a@example.se\r\nTo: b@malmo.example\r\nSubject: Hej\r\n'

function deep(levels: number): string {
  return `${head}${Array.from({ length: levels }, (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`).join('')}\r\nhej`
}

function deepMessages(levels: number): Buffer {
  let raw = aMail({ subject: 'innerst' })
  for (let level = 0; level < levels; level++)
    raw = Buffer.concat([
      Buffer.from(
        `${head}Content-Type: multipart/mixed; boundary="m${level}"\r\n\r\n--m${level}\r\nContent-Type: message/rfc822\r\n\r\n`,
      ),
      raw,
      Buffer.from(`\r\n--m${level}--\r\n`),
    ])
  return raw
}

const manyParts = `${head}Content-Type: multipart/mixed; boundary=q\r\n\r\n${'--q\r\n\r\nx\r\n'.repeat(10_000)}--q--`
const bomb = aZip([{ name: '0.txt', unpacked: 4_000_000_000, packed: 100_000 }])
const withZip = (bytes: Buffer, name = 'arkiv.zip') => aMail({ files: [{ name, type: 'application/zip', bytes }] })

/** What came, and how it must end: in quarantine for this reason, or waiting (null) with these warnings. */
const corpus: readonly (readonly [string, Uint8Array | string, QuarantineReason | null, ...WarningCode[]])[] = [
  ['parts nested 100 deep', deep(100), 'too_deep'],
  ['messages in messages, 20 deep', deepMessages(20), 'too_deep'],
  ['a message in a message', deepMessages(1), null],
  ['10,000 parts', manyParts, 'too_many_parts'],
  [
    '300 attachments',
    aMail({ files: Array.from({ length: 300 }, (_, n) => ({ name: `${n}.txt`, bytes: 'x' })) }),
    'too_many_parts',
  ],
  ['a zip bomb', withZip(bomb), 'archive_bomb'],
  ['a zip bomb that calls itself a Word document', withZip(bomb, 'avtal.docx'), 'archive_bomb'],
  ['a program in a zip', withZip(aZip([{ name: 'kör.exe', unpacked: 900 }])), 'executable'],
  ['a zip with a password', withZip(aZip([{ name: 'a.pdf', unpacked: 900, encrypted: true }])), null, 'sealed_archive'],
  ['a zip that is cut off', withZip(Buffer.from('PK\x03\x04 och så slut', 'latin1')), null, 'sealed_archive'],
  [
    'a program by another name',
    aMail({ files: [{ name: 'faktura.pdf', type: 'application/pdf', bytes: 'MZ\x90' }] }),
    'executable',
  ],
  ['two endings', aMail({ files: [{ name: 'faktura.pdf.exe', bytes: 'x' }] }), 'executable', 'double_extension'],
  [
    'an ending turned around',
    aMail({ files: [{ name: 'faktura\u202efdp.exe', bytes: 'x' }] }),
    'executable',
    'hidden_direction',
  ],
  ['a document with macros', aMail({ files: [{ name: 'budget.xlsm', bytes: 'x' }] }), null, 'macros'],
  ['a path for a name', aMail({ files: [{ name: '../../windows/a.txt', bytes: 'x' }] }), null, 'path_in_name'],
  ['UTF-7', `${head}Content-Type: text/html; charset=utf-7\r\n\r\n+ADw-script+AD4-`, 'charset_refused'],
  ['Latin-1 that says UTF-8', `${head}Content-Type: text/plain; charset=utf-8\r\n\r\nHej d\xe5`, null, 'wrong_charset'],
  ['a charset nobody knows', `${head}Content-Type: text/plain; charset=klingon\r\n\r\nHej`, null, 'unknown_charset'],
  ['a subject in raw Latin-1', 'From: a@example.se\r\nSubject: R\xe4ksm\xf6rg\xe5s\r\n\r\nHej', null, 'raw_header'],
  [
    'lines added to the head',
    'From: a@example.se\r\nSubject: =?utf-8?Q?a=0D=0ABcc:_x@y.se?=\r\n\r\nHej',
    'header_injection',
  ],
  [
    'a bare carriage return in the head',
    'From: a@example.se\rBcc: x@y.se\r\nSubject: a\r\n\r\nHej',
    'header_injection',
  ],
  ['two senders', 'From: a@example.se\r\nFrom: chef@malmo.example\r\nSubject: a\r\n\r\nHej', 'several_senders'],
  ['a name that is another address', aMail({ from: '"chef@malmo.example" <x@ond.example>' }), null, 'name_is_address'],
  ['answers elsewhere', aMail({ headers: ['Reply-To: x@ond.example'] }), null, 'reply_elsewhere'],
  ['letters like others', aMail({ from: 'a@xn--malm-8qa.example' }), null, 'strange_domain'],
  ['null bytes in the head', 'From: a@example.se\r\nSubject: a\0b\r\n\r\nHej', 'null_bytes'],
  ['null bytes in the text', `${head}\r\nHej\0 d\x07å`, null, 'control_characters'],
  ['no boundary', `${head}Content-Type: multipart/mixed\r\n\r\n--q\r\n\r\nHej\r\n--q--`, null, 'broken_structure'],
  [
    'a boundary that never comes',
    `${head}Content-Type: multipart/mixed; boundary=q\r\n\r\nHej`,
    null,
    'broken_structure',
  ],
  [
    'rubbish for base64',
    `${head}Content-Transfer-Encoding: base64\r\nContent-Type: text/plain\r\n\r\n%%%€hej&&&`,
    null,
    'broken_encoding',
  ],
  ['a head of a megabyte', `${head}X-Long: ${'x'.repeat(1_000_000)}\r\n\r\nHej`, 'headers_too_large'],
  ['10,000 lines of head', `${head}${'X-A: b\r\n'.repeat(10_000)}\r\nHej`, 'headers_too_large'],
  [
    'a page that acts',
    aMail({ files: [{ name: 'logga-in.html', type: 'text/html', bytes: '<script>' }] }),
    null,
    'active',
  ],
  ['a date years away', aMail({ date: 'Mon, 01 Jan 2018 00:00:00 +0000' }), null, 'date_differs'],
  ['an Outlook file', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'not_mail'],
  ['nothing', '', 'not_mail'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not_mail'],
  ['an endless text', `${head}\r\n${'x'.repeat(300_000)}`, null, 'cut'],
]

for (const [name, raw, reason, ...codes] of corpus)
  test(`${name}: ${reason === null ? 'waits' : 'in quarantine'} (${[reason, ...codes].filter((word) => word !== null).join(', ')})`, async () => {
    const mail = await read(raw)

    assert.equal(mail.quarantine, reason)
    for (const code of codes)
      assert.ok(
        mail.warnings.some((warning) => warning.code === code),
        JSON.stringify(mail.warnings),
      )
    assertHarmless(mail)
  })

test('the whole corpus and a message of 60 MB through the door for files: what went in is there, every one with its reason', async () => {
  const office = await anOffice(world)
  const registrar = await as(world, office.registrarId)
  const all = [
    ...corpus.map(([, raw]) => (typeof raw === 'string' ? Buffer.from(raw, 'latin1') : Buffer.from(raw))),
    aLargeMail(60),
  ]

  for (let from = 0; from < all.length; from += 20) {
    const form = new FormData()
    for (const [index, raw] of all.slice(from, from + 20).entries())
      form.append('files[]', new Blob([Uint8Array.from(raw)]), `${index}.eml`)
    assert.equal((await registrar.send('/inkorg/ta-in', form)).status, 303)
  }
  const rows = await world.db
    .selectFrom('intake.messages')
    .select(['state', 'quarantine_reason', 'size', 'sha256'])
    .where('authority_id', '=', office.authorityId)
    .execute()
  const page = await registrar.get('/inkorg?visa=karantan')

  assert.equal(rows.length, all.length)
  assert.ok(rows.every(({ state, quarantine_reason }) => (state === 'quarantined') === (quarantine_reason !== null)))
  assert.deepEqual(
    rows.map(({ size }) => size).sort((a, b) => a - b),
    all.map((raw) => raw.length).sort((a, b) => a - b),
  )
  assert.equal(rows.filter(({ quarantine_reason }) => quarantine_reason === 'too_large').length, 1)
  assert.equal(page.status, 200)
})

/** What PostgreSQL can hold, and nothing that turns, hides or acts. */
function assertHarmless(mail: ReadMail): void {
  const lines = [
    mail.subject,
    mail.fromName,
    mail.fromAddress,
    mail.replyTo,
    mail.headerId,
    ...mail.parts.map(({ name }) => name),
  ]
  for (const line of lines) {
    assert.doesNotMatch(line ?? '', /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
    assert.ok((line ?? '').isWellFormed())
  }
  assert.doesNotMatch(mail.body, /[^\P{Cc}\n\t]/u)
  assert.ok(mail.body.isWellFormed() && mail.body.length <= 100_000)
  for (const { name, mediaType } of mail.parts) {
    assert.doesNotMatch(name, /[\\/]/)
    assert.ok(name.length >= 1 && name.length <= 255)
    assert.match(mediaType, /^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/)
  }
}

test('whatever bytes come, they are read without falling and told harmless', { timeout: 300_000 }, async () => {
  const rubbish = fc.uint8Array({ maxLength: 3000 })
  await fc.assert(
    fc.asyncProperty(rubbish, fc.boolean(), async (bytes, withHead) => {
      assertHarmless(await read(withHead ? Buffer.concat([Buffer.from(head), bytes]) : bytes))
    }),
    { numRuns: 3000 },
  )
})

test(
  'messages that are nearly right are read without falling, and what is kept of them is harmless',
  { timeout: 300_000 },
  async () => {
    const sound = corpus
      .map(([, raw]) => (typeof raw === 'string' ? Buffer.from(raw, 'latin1') : Buffer.from(raw)))
      .filter((raw) => raw.length < 20_000)
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      put: fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.constantFrom(...scraps)),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sound),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        async (raw, changes) => {
          const mutated = changes.reduce((now, { at, cut, put }) => {
            const place = Math.floor(at * now.length)
            return Buffer.concat([now.subarray(0, place), put, now.subarray(place + cut)])
          }, raw)
          assertHarmless(await read(mutated))
        },
      ),
      { numRuns: 3000 },
    )
  },
)

const scraps = [
  '\r\n',
  '\n\n',
  '--q',
  '--gransen--',
  'Content-Type: multipart/mixed; boundary=',
  '=?utf-8?B?',
  '?=',
  '\0',
  '"',
  '<',
  'charset=utf-7',
  'From: x@y.se\r\n',
  '\u202e',
].map((words) => new Uint8Array(Buffer.from(words)))

test('HTML becomes words: nothing of the markup is left, links say where they lead', () => {
  assert.equal(
    textOfHtml(
      '<html><head><title>t</title><style>p{}</style></head><body><p>Hej &aring; <b>du</b></p><script>alert(1)</script><a href="https://ond.example/a">klicka</a><br>rad<!-- dolt --></body>',
    ),
    'Hej å du\n[https://ond.example/a] klicka\nrad',
  )
  assert.equal(textOfHtml('1 < 2 och 3 > 2'), '1 < 2 och 3 > 2')
  assert.equal(textOfHtml('slut <script>utan slut'), 'slut')
})

test('HTML made to take time takes none', () => {
  const began = process.hrtime.bigint()
  for (const scrap of ['<script>', '<a href="', '<!--', '<', '<p', '&#', '</style', '<style><script></style>'])
    textOfHtml(scrap.repeat(200_000))
  assert.ok(Number(process.hrtime.bigint() - began) < 20e9)
})

test('reference numbers are found in the words of a subject, however they are written, and days are no numbers', () => {
  const numbers = (subject: string) => numbersIn(subject).map(({ prefix, year, n }) => [prefix, year, n])
  assert.deepEqual(numbers('Sv: SN-2023-1541 Remiss'), [['SN', 2023, 1541]])
  assert.deepEqual(numbers('Dnr KS 2018/124, och KS/2020:248-003'), [
    ['KS', 2018, 124],
    ['KS', 2020, 248],
  ])
  assert.deepEqual(numbers('dnr 2023-1541').at(-1), [null, 2023, 1541])
  assert.deepEqual(numbers('Kallelse 2023-10-05 kl. 9'), [])
  assert.deepEqual(numbers(`(${'SN-2023-1 '.repeat(500)})`).length <= 10, true)
})

test('a file name is the last part of what was sent, on one line, never empty', () => {
  assert.equal(cleanName('../../etc/passwd', 'bilaga-1.bin').name, 'passwd')
  assert.equal(cleanName('C:\\Users\\a\\plan.pdf', 'x').name, 'plan.pdf')
  assert.equal(cleanName('...', 'bilaga-1.bin').name, 'bilaga-1.bin')
  assert.equal(cleanName(null, 'bilaga-1.bin').name, 'bilaga-1.bin')
  assert.ok(cleanName(`${'å'.repeat(400)}.pdf`, 'x').name.endsWith('.pdf'))
})
