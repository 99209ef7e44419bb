import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Document, Packer, Paragraph } from 'docx'
import { z } from 'zod'
import { textOf } from '../../kernel/file-text.ts'
import { readMemo, readMemoSchema } from './index.ts'
import type { ReadMemo } from './index.ts'

const folder = join(import.meta.dirname, '../../../../shared/real/documents')
/** The documents are other people's and not ours to publish: where they do not lie beside the project, that is said. */
const where = { skip: existsSync(folder) ? false : 'the real documents do not lie beside this copy of the project' }
const memos = ['001', '002', '004', '007', '009', '011']

const optionalText = z.string().nullable().optional()
const expectedSchema = z.object({
  date: optionalText,
  reference_name: optionalText,
  reference_title: optionalText,
  reference_email: optionalText,
  case_number: optionalText,
  title: optionalText,
  summary_first_words: optionalText,
  decision_proposals: z.array(z.string()).optional(),
  decision_basis: z.array(z.string()).optional(),
  decision_planning: z.array(z.object({ body: z.string(), step: z.string(), date: z.string().nullable() })).optional(),
  send_to: z.array(z.string()).optional(),
  responsible: z.array(z.object({ name: z.string(), role: z.string().nullable() })).optional(),
})
type Expected = z.infer<typeof expectedSchema>

function documents(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
}

function read(id: string): ReadMemo {
  const name = documents().find((file) => file.startsWith(id))
  assert.ok(name, `Document ${id} is missing in ${folder}`)
  return readMemo(readFileSync(join(folder, name), 'utf8'), { file: name })
}

function expectedOf(id: string): Expected {
  return expectedSchema.parse(JSON.parse(readFileSync(join(folder, `${id}.expected.json`), 'utf8')))
}

function fieldsRight(memo: ReadMemo, expected: Expected): Readonly<Record<string, boolean>> {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b ?? null)
  const sameList = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b ?? [])
  const first = expected.summary_first_words ?? null
  return {
    date: same(memo.date, expected.date),
    name: same(memo.reference.name, expected.reference_name),
    title: same(memo.reference.title, expected.reference_title),
    email: same(memo.reference.email, expected.reference_email),
    caseNumber: same(memo.caseNumber, expected.case_number),
    heading: same(memo.title, expected.title),
    summary: first === null ? memo.summary === null : (memo.summary ?? '').startsWith(first),
    proposals: sameList(memo.proposals, expected.decision_proposals),
    basis: sameList(memo.basis, expected.decision_basis),
    planning: sameList(memo.planning, expected.decision_planning),
    sendTo: sameList(memo.sendTo, expected.send_to),
    responsible: sameList(memo.responsible, expected.responsible),
  }
}

test('the real memos are read as a careful reader reads them', where, (t) => {
  const wrong: string[] = []
  let total = 0
  for (const id of memos) {
    const fields = Object.entries(fieldsRight(read(id), expectedOf(id)))
    const failed = fields.filter(([, right]) => !right).map(([name]) => name)
    total += fields.length
    wrong.push(...failed.map((name) => `${id}.${name}`))
    t.diagnostic(`${id}: ${((fields.length - failed.length) / fields.length).toFixed(2)} ${failed.join(', ')}`)
  }
  const score = (total - wrong.length) / total
  t.diagnostic(`all memos: ${score.toFixed(3)} of ${total} fields`)
  assert.ok(score >= 0.95, `Only ${score.toFixed(3)} of the fields are right. Wrong: ${wrong.join(', ')}`)
})

test('the memo of the case is read in full, and what is wrong in it is said', where, () => {
  const memo = read('001')

  assert.deepEqual(Object.values(fieldsRight(memo, expectedOf('001'))).includes(false), false)
  assert.match(memo.summary ?? '', /^Genom kommunfullmäktiges[\s\S]*yttrande över remissen\.$/)

  const said = memo.warnings.map((warning) => `${warning.code}: ${warning.quote}`)
  assert.deepEqual(said.toSorted(), [
    'body-name-variant: Service nämndens',
    'decider-not-in-plan: Servicekommittén',
    'mixed-date-formats: 2023-11-15 / 231002',
    `own-memo-last: ${memo.basis.at(-1) ?? ''}`,
    'proposal-not-self-contained: Servicekommittén godkänner förslaget till yttrande.',
    'unknown-body: Servicekommittén',
  ])
})

test('the same memo as a Word file is read the same', where, async () => {
  const name = documents().find((file) => file.startsWith('001')) ?? ''
  const paragraphs = readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .map((line) => new Paragraph(line))
  const file = await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] }))

  const { text, format } = await textOf(file, 'memo.docx')

  assert.equal(format, 'docx')
  assert.deepEqual(readMemo(text, { file: name }), read('001'))
})

test('every other document is read without failing, and is said not to be a memo', where, () => {
  for (const name of documents()) {
    const id = name.slice(0, 3)
    const memo = read(id)
    assert.deepEqual(readMemoSchema.parse(memo), memo)
    if (memos.includes(id)) continue
    assert.ok(
      memo.warnings.some((warning) => warning.code === 'not-a-memo'),
      `${name} passes for a memo`,
    )
    assert.deepEqual(memo.responsible, [], name)
  }
})
