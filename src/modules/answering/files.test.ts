import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { asking, worldOf } from '../../../test/support.ts'
import { textOfPdf } from '../meetings/fixtures.ts'
import { findAnswer } from '../referral/index.ts'
import { getRecord } from '../registry/index.ts'
import { aLinkedCompany, aWriter, stateOf, type TestLinked } from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const browser = { origin: 'http://localhost', host: 'localhost' }

const answerTo = ({ recipientId }: TestLinked) => asking(world, (ctx) => findAnswer(ctx, recipientId))

test('I-28 files are put at their question on the link, by several, and the receipt and the record have them', async () => {
  const company = await aLinkedCompany(world, 'Bolaget Med Filer AB', [
    { kind: 'file', text: 'Vilka planer har ni?', isRequired: true },
  ])
  const { token, holder, questions } = company
  const send = async (personId: string, about: { name?: string; kept?: string; to?: string }) => {
    const form = new FormData()
    form.set('answers.0.questionId', questions[0] ?? '')
    form.set('decidedBy', 'company')
    for (const { key, version } of (await stateOf(holder)).cells) form.set(`seen.${key}`, String(version))
    if (about.kept !== undefined) form.append('answers.0.kept[]', about.kept)
    if (about.name !== undefined) form.append('answers.0.files[]', new File([`Filen ${about.name}`], about.name))
    const path = `/svar/${token}/skriv/${personId}${about.to ?? ''}`
    return world.app.request(path, { method: 'POST', headers: browser, body: form })
  }
  const anna = await aWriter(holder)
  const bo = await aWriter(holder, 'Bo Ek', 'planchef')

  const first = await send(anna, { name: 'Plan.txt' })
  const second = await send(bo, { name: 'Karta.txt' })
  const page = await (await holder.get(`/skriv/${bo}`)).text()
  await send(bo, { kept: '' })
  const handedIn = await send(anna, { name: 'Bild.txt', to: '/lamna' })
  const stranger = await send('00000000-0000-4000-8000-000000000001', { name: 'Annan.txt' })

  assert.deepEqual([first.status, second.status, handedIn.status, stranger.status], [303, 303, 303, 404])
  assert.match(page, /Karta\.txt \(15 byte\)/)
  assert.match(page, /Plan\.txt \(14 byte\)/)
  const answer = await answerTo(company)
  assert.deepEqual(
    answer?.parts[0]?.items.files?.map(({ name }) => name),
    ['Bild.txt'],
  )
  const record = await asking(world, (ctx) => getRecord(ctx, answer?.statementRecordId ?? ''))
  assert.equal(record.files.at(-1)?.sha256, answer?.parts[0]?.items.files?.[0]?.sha256)
  const sum = record.files.at(-1)?.sha256 ?? 'none'
  assert.ok((await (await holder.get('/kvitto')).text()).includes(sum))
  const pdf = await textOfPdf(new Uint8Array(await (await holder.get('/kvitto.pdf')).arrayBuffer()))
  assert.ok(pdf.replaceAll(/\s+/g, '').includes(sum))
})

/** The form as a browser sends it: a file field where nothing is chosen is a file without a name. */
function formOf({ questions }: TestLinked, files: readonly (string | null)[]): FormData {
  const form = new FormData()
  form.set('decidedBy', 'company')
  files.forEach((name, at) => {
    form.set(`answers.${at}.questionId`, questions[at] ?? '')
    const file = name === null ? new File([], '') : new File([`Filen ${name}`], name)
    form.append(`answers.${at}.files[]`, file)
  })
  return form
}

const twoFiles = [
  { kind: 'file', text: 'Vilka planer har ni?' },
  { kind: 'file', text: 'Vilka kartor har ni?' },
]

test('a link with two questions of files takes a file at one of them, and only one at a time', async () => {
  const company = await aLinkedCompany(world, 'Bolaget Med Två AB', twoFiles)
  const path = `/svar/${company.token}/skriv/${await aWriter(company.holder)}`
  const send = async (files: readonly (string | null)[], to = '') =>
    world.app.request(`${path}${to}`, { method: 'POST', headers: browser, body: formOf(company, files) })

  const statuses = [
    await send([null, 'Karta.txt']),
    await send(['Plan.txt', 'Karta.txt']),
    await send([null, null], '/lamna'),
  ]

  assert.deepEqual(
    statuses.map(({ status }) => status),
    [303, 422, 303],
  )
  const answer = await answerTo(company)
  assert.deepEqual(
    answer?.parts.flatMap(({ items }) => items.files ?? []).map(({ name }) => name),
    ['Karta.txt'],
  )
})

test('a file too large, one too many, or too many fields: the form comes back with every word and why', async () => {
  const company = await aLinkedCompany(world, 'Bolaget Med För Mycket AB', twoFiles)
  const path = `/svar/${company.token}/skriv/${await aWriter(company.holder)}`
  const send = async (change: (form: FormData) => void) => {
    const form = formOf(company, [null, null])
    form.set('reservations', 'Våra egna ord om remissen.')
    change(form)
    const reply = await world.app.request(path, { method: 'POST', headers: browser, body: form })
    assert.equal(reply.status, 422)
    const page = await reply.text()
    assert.match(page, /<textarea[^>]*name="reservations"[^>]*>\s*Våra egna ord om remissen\./)
    return page
  }
  const large = new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'Karta.pdf')

  const tooLarge = await send((form) => form.set('answers.1.files[]', large))
  const tooMany = await send((form) => {
    form.set('answers.0.files[]', new File(['Plan'], 'Plan.txt'))
    form.set('answers.1.files[]', new File(['Karta'], 'Karta.txt'))
  })
  const tooLong = await send((form) => {
    for (let count = 0; count < 2000; count += 1) form.append('x', '1')
    form.set('outside', 'Sist.')
  })
  const long = await send((form) =>
    form.set('reservations', `Våra egna ord om remissen. ${'ord '.repeat(400_000)}Slut`),
  )

  assert.match(tooLarge, /<a href="#falt-answers-1-files">Filen Karta\.pdf är större än 20 MB/)
  assert.match(tooMany, /id="falt-answers-0-files-error"[^]*?Filen Plan\.txt följde inte med\. Välj den igen\./)
  assert.match(
    tooMany,
    /id="falt-answers-1-files-error"[^]*?Filen Karta\.txt togs inte emot: det går att skicka en fil/,
  )
  assert.match(tooLong, /<li>Formuläret har fler än 2000 fält[^]*Sist\./)
  assert.match(long, /Högst 10000 tecken[^]*ord Slut<\/textarea>/)
})

const withWords = [
  { kind: 'file', text: 'Vilka planer har ni?' },
  { kind: 'number', text: 'Hur många bostäder?', isRequired: true },
]

test('a file that came with a form that is refused is kept in the answer, ticked, and handed in the next time', async () => {
  const company = await aLinkedCompany(world, 'Bolaget Utan Tal AB', withWords)
  const path = `/svar/${company.token}/skriv/${await aWriter(company.holder)}`
  const sheet = randomUUID()
  const send = async (file: string | null, about: { number: string; kept?: string }) => {
    const form = formOf(company, [file])
    form.set('sheet', sheet)
    form.set('answers.1.questionId', company.questions[1] ?? '')
    form.set('answers.1.number', about.number)
    if (about.kept !== undefined) form.append('answers.0.kept[]', about.kept)
    return world.app.request(`${path}/lamna`, { method: 'POST', headers: browser, body: form })
  }

  const refused = await send('Plan.txt', { number: '' })
  const page = await refused.text()
  const kept = /name="answers\.0\.kept\[\]" value="([0-9a-f]{64})" checked/.exec(page)?.[1]
  const handedIn = await send(null, { number: '40', kept: kept ?? '' })

  assert.deepEqual([refused.status, handedIn.status], [409, 303])
  assert.match(page, /Fråga 2/)
  assert.doesNotMatch(page, /följde inte med/)
  const answer = await answerTo(company)
  assert.deepEqual(
    answer?.parts.flatMap(({ items }) => items.files ?? []).map(({ name }) => name),
    ['Plan.txt'],
  )
})

test('a file that could not be kept is named at its field, to be chosen again', async () => {
  const company = await aLinkedCompany(world, 'Bolaget Med Fel Tal AB', withWords)
  const path = `/svar/${company.token}/skriv/${await aWriter(company.holder)}`
  const form = formOf(company, ['Plan.txt'])
  form.set('answers.1.questionId', company.questions[1] ?? '')
  form.set('answers.1.number', 'många')

  const refused = await world.app.request(`${path}/lamna`, { method: 'POST', headers: browser, body: form })

  assert.equal(refused.status, 422)
  assert.match(
    await refused.text(),
    /id="falt-answers-0-files-error"[^]*?Filen Plan\.txt följde inte med\. Välj den igen\./,
  )
})

type Sending = {
  readonly file?: File
  readonly field?: string
  readonly next?: string
  readonly kept?: readonly string[]
}

/** One question of files, and a way to save with a file and the files that stay. */
async function aQuestionOfFiles(name: string) {
  const company = await aLinkedCompany(world, name, [{ kind: 'file', text: 'Vilka planer har ni?' }])
  const path = `/svar/${company.token}/skriv/${await aWriter(company.holder)}`
  const sheet = randomUUID()
  const save = async ({ file, field = 'answers.0.files[]', kept = [], next = '' }: Sending) => {
    const form = new FormData()
    form.set('sheet', sheet)
    form.set('next', next)
    form.set('answers.0.questionId', company.questions[0] ?? '')
    for (const sum of kept) form.append('answers.0.kept[]', sum)
    if (file !== undefined) form.append(field, file)
    return world.app.request(path, { method: 'POST', headers: browser, body: form })
  }
  const files = async () => {
    const { cells } = await stateOf(company.holder)
    const value = cells.find(({ key }) => key === company.questions[0])?.value
    return cellFiles.parse(value ?? {}).files
  }
  return { ...company, save, files }
}

const cellFiles = z.object({ files: z.array(z.object({ name: z.string(), sha256: z.string() })).default([]) })

test('after a file is saved one is back at its question, where it is said', async () => {
  const { save, holder } = await aQuestionOfFiles('Bolaget Tillbaka AB')

  const saved = await save({ file: new File(['Planen'], 'Plan.txt'), next: 'fraga-1' })
  const [path, part] = saved.headers.get('location')?.split('#') ?? []
  const page = await (await holder.get(path?.replace(/^\/svar\/[^/]+/, ''))).text()

  assert.equal(part, 'fraga-1')
  assert.match(page, /id="fraga-1"[^]*Sparat\. De filer som är ikryssade är med i svaret\.[^]*Plan\.txt/)
})

test('a program puts files at a question of files on the link, and only there', async () => {
  const { holder, questions, files } = await aQuestionOfFiles('Bolaget Med Program AB')
  const personId = await aWriter(holder, 'Bo Ek', 'planchef')
  const [questionId = ''] = questions
  const file = { questionId, name: 'Plan.txt', mediaType: 'text/plain', content: btoa('Planen') }
  const save = (body: object) => holder.api(`/people/${personId}/save`, body)

  const saved = await save({ answers: [{ questionId }], files: [file] })
  const stray = await save({ answers: [{ questionId }], files: [{ ...file, questionId: randomUUID() }] })
  const again = await save({
    answers: [{ questionId }],
    files: [{ ...file, name: 'Karta.txt', content: btoa('Karta') }],
  })

  assert.deepEqual([saved.status, stray.status, again.status], [200, 422, 200])
  const names = (await files()).map(({ name }) => name)
  assert.deepEqual(names, ['Karta.txt', 'Plan.txt'])
})

test('a file that belongs to no question of files is refused with its name, never dropped', async () => {
  const { save, files } = await aQuestionOfFiles('Bolaget Vid Sidan AB')

  const refused = await save({ file: new File(['Filen'], 'Plan.txt'), field: 'answers.3.files[]' })

  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Filen Plan\.txt hör inte till någon fråga som besvaras med filer/)
  assert.deepEqual(await files(), [])
})

test('the same file under a new name keeps the new name when the form is saved again', async () => {
  const { save, files } = await aQuestionOfFiles('Bolaget Med Nytt Namn AB')
  await save({ file: new File(['Samma ord'], 'Utkast.txt') })
  await save({ file: new File(['Samma ord'], 'Plan.txt') })
  const kept = (await files()).map(({ sha256 }) => sha256)

  await save({ kept })

  assert.deepEqual(
    (await files()).map(({ name }) => name),
    ['Plan.txt'],
  )
})

test('more files than a question takes are said at its field, where the summary leads', async () => {
  const { save } = await aQuestionOfFiles('Bolaget Med Tjugoen AB')
  for (let at = 0; at < 20; at++) await save({ file: new File([`Filen ${at}`], `Plan ${at}.txt`) })

  const page = await (await save({ file: new File(['En till'], 'En till.txt') })).text()

  assert.match(page, /<a href="#falt-answers-0-files">Högst 20 filer/)
  assert.match(page, /id="falt-answers-0-files-error"[^]*?Högst 20 filer/)
})

test('a link remembers 200 files and refuses the next, but takes one of them again', async () => {
  const { save, files, recipientId, holder } = await aQuestionOfFiles('Bolaget Med Många AB')
  const by_id = await aWriter(holder, 'Bo Ek', 'planchef')
  await save({ file: new File(['Den första'], 'Första.txt') })
  const row = { recipient_id: recipientId, by_id, name: 'x', media_type: 'text/plain', size: 1, added_at: world.now }
  const sums = Array.from({ length: 199 }, (_, at) => at.toString(16).padStart(64, '0'))
  await world.db
    .insertInto('answering.answer_files')
    .values(sums.map((sha256) => ({ ...row, sha256 })))
    .execute()

  const refused = await save({ file: new File(['En till'], 'En till.txt') })
  const again = await save({ file: new File(['Den första'], 'Första.txt') })

  assert.deepEqual([refused.status, again.status], [409, 303])
  assert.match(await refused.text(), /Högst 200 olika filer kan sparas på länken/)
  assert.deepEqual(
    (await files()).map(({ name }) => name),
    ['Första.txt'],
  )
})
