import assert from 'node:assert/strict'
import { test } from 'node:test'
import { richText, toText } from '../../../kernel/rich-text.ts'
import { unanswered } from './answer.ts'
import { memoContent } from './memo.ts'
import { mended, withReachableFix } from './mending.ts'
import { statementContent } from './statement.ts'
import { writtenOf } from './written.ts'

const bold = richText.parse({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'Vi är LUA. ' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Och L', marks: [{ type: 'strong' }] },
        { type: 'text', text: 'UA är vi.' },
      ],
    },
  ],
})

test('a fix finds its words also where some of them are bold, and leaves the rest as it looks', () => {
  const draft = { ...aDraft, content: memoContent.parse({ date: '2023-11-15', body: bold }) }
  const edit = { do: 'replace', field: 'body', at: 0, find: 'LUA', by: 'lokalt arbete' } as const

  const after = mended(draft, [
    { ...edit, nth: 0 },
    { ...edit, nth: 1 },
  ])

  assert.equal(after.kind === 'memo' && toText(after.content.body), 'Vi är lokalt arbete.\n\nOch lokalt arbete är vi.')
  assert.match(JSON.stringify(after.content), /"Och lokalt arbete","marks":\[\{"type":"strong"\}\]/)
})

test('a heading is added at the end, with a place to write under it', () => {
  const draft = { ...aDraft, content: memoContent.parse({ date: '2023-11-15', body: 'Text.' }) }

  const after = mended(draft, [{ do: 'heading', field: 'body', text: 'Barnets rättigheter' }])

  assert.equal(after.kind === 'memo' && toText(after.content.body), 'Text.\n\nBarnets rättigheter')
})

test('what is answered in rows and fields is checked, each with its own field', () => {
  const asked = { questionId: 'q', number: 1, kind: 'areas', question: 'Var?' } as const
  const content = statementContent.parse({
    answers: [
      unanswered({ ...asked, kind: 'processes', processes: [{ name: 'LUA', lead: 'Servicenämnden' }] }),
      unanswered({ ...asked, areas: ['Kulladal'], weighed: [{ of: 'area', name: 'Kulladal', reason: 'Där är LUA.' }] }),
    ],
  })

  const { pieces } = writtenOf({ kind: 'statement', content }, 'SN-2023-1')

  assert.deepEqual(
    pieces.map(({ field, text }) => [field, text]),
    [
      ['answers.0.processes.0.name', 'LUA'],
      ['answers.0.processes.0.lead', 'Servicenämnden'],
      ['answers.1.areas.0.name', 'Kulladal'],
      ['answers.1.areas.0.reason', 'Där är LUA.'],
    ],
  )
})

test('a fix that no field would be mended by is not offered', () => {
  const draft = { ...aDraft, content: memoContent.parse({ date: '2023-11-15', body: 'LUA' }) }
  const fix = (field: string) => ({
    label: 'Rätta',
    edits: [{ do: 'replace', field, at: 0, find: 'LUA', nth: 0, by: 'lokalt' } as const],
  })
  const finding = {
    key: 'k',
    code: 'c',
    severity: 'advice',
    message: '',
    quote: 'LUA',
    why: '',
    source: '',
    place: null,
  } as const

  assert.equal(withReachableFix(draft, { ...finding, fix: fix('considerations') }).fix, null)
  assert.notEqual(withReachableFix(draft, { ...finding, fix: fix('body') }).fix, null)
})

const aDraft = {
  kind: 'memo',
  id: 'd',
  caseId: 'c',
  authorityId: 'a',
  state: 'draft',
  version: 1,
  fieldsVersion: 1,
  fieldsSavedBy: 'p',
  createdBy: 'p',
  savedAt: new Date(0),
  savedBy: 'p',
  savedByName: 'Elin Sand',
  submissionId: null,
  templateId: null,
  recordId: null,
  registeredOn: null,
} as const
