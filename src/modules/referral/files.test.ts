import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { as, asking, worldOf } from '../../../test/support.ts'
import { approveAsProgram } from '../drafting/fixtures.ts'
import { typedOf, noItems } from '../drafting/index.ts'
import { textOfPdf } from '../meetings/fixtures.ts'
import { aBody } from '../organisation/fixtures.ts'
import { markedCase, readersOf } from '../registry/fixtures.ts'
import { getRecord } from '../registry/index.ts'
import { aBoardDecision, anAdjustment, anAskedBoard, answerOf, aSentRound, days } from './fixtures.ts'
import { fileName } from './commands/post.ts'
import { listAnswers } from './queries.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const asked = [
  { kind: 'file', text: 'Vilka planer har ni?', help: 'Skicka planen som PDF.', isRequired: true },
  { kind: 'text', text: 'Vad anser ni?' },
] as const

const plan = { name: 'Plan för Holma.txt', words: 'Planen gäller Holma.' }
const map = { name: 'Karta.txt', words: 'En karta över Holma.' }
const sumOfWords = (words: string) => createHash('sha256').update(words).digest('hex')

const draftOf = z.object({
  draftId: z.string(),
  version: z.number(),
  recordId: z.string().nullable(),
  content: z.object({
    answers: z.array(
      z.object({
        questionId: z.string(),
        files: z.array(z.object({ name: z.string(), sha256: z.string() })).optional(),
      }),
    ),
  }),
})

type Answerer = Awaited<ReturnType<typeof anAskedBoard>>['answerer']

async function read({ officer }: Answerer, caseId: string) {
  return answerOf(await officer.api(`/cases/${caseId}/statement`), draftOf)
}

/** The form as a browser sends it, with files to the first question. */
async function saved(
  { officer }: Answerer,
  about: {
    at: string
    caseId: string
    files: readonly (typeof plan)[]
    kept?: readonly string[]
    shown?: readonly string[]
    version?: number
  },
) {
  const draft = await answerOf(await officer.api(`/cases/${about.caseId}/statement`), draftOf)
  const form = new FormData()
  form.set('draftId', draft.draftId)
  form.set('version', String(about.version ?? draft.version))
  form.set('title', 'Yttrande')
  form.set('next', 'fraga-1')
  for (const [at, { questionId }] of draft.content.answers.entries()) form.set(`answers.${at}.questionId`, questionId)
  for (const sum of about.kept ?? []) form.append('answers.0.kept[]', sum)
  for (const sum of about.shown ?? []) form.append('answers.0.shown[]', sum)
  for (const { name, words } of about.files)
    form.append('answers.0.files[]', new File([words], name, { type: 'text/plain' }))
  return officer.send(`${about.at}/spara`, form)
}

test('B/TF 2:12, I-28 files that answer a question are the draft’s own, are approved by their hash, and leave with the answer', async () => {
  const { round, answerer, caseId, at } = await anAskedBoard(world, asked)
  const { officer, head, secretary } = answerer
  await officer.post(`${at}/paborja`)
  const statementAt = `${at}`.replace(/\/remiss$/, '/yttrande')
  const first = await saved(answerer, { at: statementAt, caseId, files: [plan, map] })
  assert.equal(first.status, 303, await first.text())
  const draft = await read(answerer, caseId)
  assert.deepEqual(
    draft.content.answers[0]?.files?.map(({ name, sha256 }) => [name, sha256]),
    [map, plan].map(({ name, words }) => [name, sumOfWords(words)]),
  )

  const kept = [sumOfWords(plan.words)]
  await saved(answerer, { at: statementAt, caseId, files: [], kept: ['', ...kept] })
  assert.deepEqual(
    (await read(answerer, caseId)).content.answers[0]?.files?.map(({ name }) => name),
    [plan.name],
  )
  const page = await (await officer.get(statementAt)).text()
  assert.match(page, /Plan för Holma\.txt \(21 byte\)/)
  const fileAt = `/utkast/${draft.draftId}/filer/${sumOfWords(plan.words)}`
  assert.equal(await (await officer.get(fileAt)).text(), plan.words)
  assert.equal((await round.officer.get(fileAt)).status, 404)

  const submit = async () =>
    answerOf(
      await officer.api(`/cases/${caseId}/submit`, { approvers: [head.personId] }),
      z.object({ submissionId: z.string() }),
    )
  const digestOf = async (id: string) =>
    (await answerOf(await head.api(`/submissions/${id}`), z.looseObject({ digest: z.string() }))).digest
  const before = await submit()
  const digest = await digestOf(before.submissionId)
  await officer.api(`/submissions/${before.submissionId}/withdraw`, {})
  await saved(answerer, { at: statementAt, caseId, files: [], kept: [sumOfWords(map.words), ...kept] })
  const { submissionId } = await submit()
  assert.notEqual(await digestOf(submissionId), digest)
  const shown = await (await head.get(`/godkannanden/${submissionId}`)).text()
  assert.ok(shown.includes(fileAt))
  assert.ok(shown.includes(sumOfWords(map.words)))
  await answerOf(await approveAsProgram(head, submissionId), z.unknown())
  const { recordId } = await read(answerer, caseId)
  const decision = await aBoardDecision(world, answerer, { caseId, heldOn: days.heldOn, recordIds: [recordId ?? ''] })
  await anAdjustment(world, answerer, { ...decision, on: days.adjustedOn })
  await secretary.post(`${at}/expediera`)

  const [answer] = await asking(world, (ctx) => listAnswers(ctx, round.roundId))
  assert.deepEqual(
    answer?.parts[0]?.items.files?.map(({ name }) => name),
    [map.name, plan.name],
  )
  const received = await asking(world, (ctx) => getRecord(ctx, answer?.statementRecordId ?? ''))
  assert.deepEqual(
    received.files.slice(2).map(({ name }) => name),
    [map.name, plan.name],
  )
  const pdf = (await textOfPdf(await world.files.read(received.files[0]?.sha256 ?? ''))).replaceAll(/\s+/g, ' ')
  assert.match(pdf, /Bilagor.*Karta\.txt \(21 byte\), till fråga 1/)
  const matrix = await (await round.officer.get(`/remisser/${round.roundId}/sammanstallning?vy=matris`)).text()
  const link = `/handlingar/${answer?.statementRecordId}/innehall/${sumOfWords(plan.words)}`
  assert.ok(matrix.includes(link))
  assert.match(matrix, /2 filer/)
  assert.equal(await (await round.officer.get(link)).text(), plan.words)
})

test('I-28 the files of an answer are summed by what they are, in whatever order they were added', () => {
  const of = ({ name, words }: typeof plan) => ({
    name,
    mediaType: 'text/plain',
    sha256: sumOfWords(words),
    size: words.length,
  })
  const both = typedOf({ ...noItems, files: [of(plan), of(map)] })

  assert.equal(both, typedOf({ ...noItems, files: [of(map), of(plan)] }))
  assert.notEqual(both, typedOf({ ...noItems, files: [of(map)] }))
  assert.equal(typedOf(noItems), '')
})

test('files that came from a body outside are entered at the question and registered with the answer', async () => {
  const bodyId = await aBody(world.db, { kind: 'company', name: 'Bostads AB' })
  const { officer, roundId, recipients } = await aSentRound(world, [bodyId], asked)
  const at = `/remisser/${roundId}/svar/${recipients[0]?.recipientId}`
  const page = await (await officer.get(at)).text()
  const [, questionId = ''] = /name="answers\.0\.questionId" value="([^"]+)"/.exec(page) ?? []
  const form = new FormData()
  for (const [name, value] of Object.entries({
    stance: 'support',
    decidedBy: 'company',
    'answers.0.questionId': questionId,
  }))
    form.set(name, value)
  form.append('answers.0.files[]', new File([plan.words], plan.name, { type: 'text/plain' }))

  const reply = await officer.send(at, form)

  assert.equal(reply.status, 303, await reply.text())
  const [answer] = await asking(world, (ctx) => listAnswers(ctx, roundId))
  assert.deepEqual(
    answer?.parts.map(({ items }) => items.files?.map(({ name }) => name)),
    [[plan.name]],
  )
  const record = await asking(world, (ctx) => getRecord(ctx, answer?.statementRecordId ?? ''))
  assert.ok(record.files.some(({ name, sha256 }) => name === plan.name && sha256 === sumOfWords(plan.words)))
})

test('a form that comes back keeps the tick of a file that a colleague has added, and not of one it took the tick from', async () => {
  const { answerer, caseId, at } = await anAskedBoard(world, asked)
  await answerer.officer.post(`${at}/paborja`)
  const statementAt = `${at}`.replace(/\/remiss$/, '/yttrande')
  const { version } = await read(answerer, caseId)
  await saved(answerer, { at: statementAt, caseId, files: [plan] })
  const sum = sumOfWords(plan.words)
  const isTicked = async (reply: Response) =>
    new RegExp(`name="answers\\.0\\.kept\\[\\]" value="${sum}"[^>]* checked`).test(await reply.text())

  const unaware = await saved(answerer, { at: statementAt, caseId, files: [map], version })
  const unticked = await saved(answerer, { at: statementAt, caseId, files: [], version, shown: [sum], kept: [''] })

  assert.deepEqual([unaware.status, unticked.status], [409, 409])
  assert.deepEqual([await isTicked(unaware), await isTicked(unticked)], [true, false])
})

test('a file of an approved statement that is revised can be taken out and put back', async () => {
  const { answerer, caseId, at } = await anAskedBoard(world, asked)
  const { officer, head } = answerer
  await officer.post(`${at}/paborja`)
  const statementAt = `${at}`.replace(/\/remiss$/, '/yttrande')
  await saved(answerer, { at: statementAt, caseId, files: [plan] })
  const { submissionId } = await answerOf(
    await officer.api(`/cases/${caseId}/submit`, { approvers: [head.personId] }),
    z.object({ submissionId: z.string() }),
  )
  await answerOf(await approveAsProgram(head, submissionId), z.unknown())
  await answerOf(await officer.api(`/cases/${caseId}/revise/statement`, {}), z.unknown())
  const sum = sumOfWords(plan.words)
  const filesNow = async () => (await read(answerer, caseId)).content.answers[0]?.files?.map(({ name }) => name) ?? []

  await saved(answerer, { at: statementAt, caseId, files: [], kept: [''] })
  const without = await filesNow()
  await saved(answerer, { at: statementAt, caseId, files: [], kept: ['', sum] })

  assert.deepEqual([without, await filesNow()], [[], [plan.name]])
})

test('E-17 whoever opens a file of a draft in a marked case is noted as having read in it', async () => {
  const { answerer, caseId, at } = await anAskedBoard(world, asked)
  const { officer } = answerer
  await officer.post(`${at}/paborja`)
  await saved(answerer, { at: `${at}`.replace(/\/remiss$/, '/yttrande'), caseId, files: [plan] })
  const { draftId } = await read(answerer, caseId)
  await markedCase(world, answerer.board, caseId)
  const registrar = await as(world, answerer.board.registrarId)
  const why = { reason: 'Handläggare', until: '2099-01-01' }
  await registrar.api(`/cases/${caseId}/access/${officer.personId}`, why, 'PUT')
  const before = (await readersOf(world, caseId)).length

  const reply = await officer.get(`/utkast/${draftId}/filer/${sumOfWords(plan.words)}`)

  const noted = (await readersOf(world, caseId)).slice(before)
  assert.equal(await reply.text(), plan.words)
  assert.deepEqual(
    noted.map(({ personId }) => personId),
    [officer.personId],
  )
})

test('a file is named as its paper is called, without signs that a file system minds', () => {
  const named = [
    'Missiv: Områdeslyft',
    'Rättelse 1 av remiss: ”Nu”/”Sen”',
    'STK 2023/1042 – vad "säger" ni?',
    'a:b / c',
    '?',
  ]
  assert.deepEqual(named.map(fileName), [
    'Missiv Områdeslyft',
    'Rättelse 1 av remiss ”Nu”-”Sen”',
    'STK 2023-1042 – vad säger ni',
    'a-b c',
    'handling',
  ])
})
