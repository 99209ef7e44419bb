import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, folder, saved, squeezed, wordsIn } from '../../kernel/documents/fixtures.ts'
import { paperDocx, paperHtml, paperPdf } from '../../kernel/documents/index.ts'
import { textOf } from '../../kernel/file-text.ts'
import { fromText } from '../../kernel/rich-text.ts'
import { speaking } from '../../kernel/words.ts'
import { readMemo } from '../reading/index.ts'
import { everyKind, fourQuestions } from './fixtures.ts'
import { unanswered } from './model/answer.ts'
import { obstaclesToSubmitting, type MemoDraft } from './model/draft.ts'
import { memoContent } from './model/memo.ts'
import { positionLabel, positions } from './model/stance.ts'
import { answeredOf, statementContent } from './model/statement.ts'
import { memoPaper, statementPaper } from './papers.ts'

const memo = memoContent.parse({
  date: '2023-11-15',
  reference: { name: 'Elin Sand', title: 'Planeringssekreterare', email: 'elin.sand@malmo.example' },
  title: 'Remiss om cykelvägar',
  summary: 'Kommunstyrelsen frågar nämnden om cykelvägar.',
  proposals: [
    'Servicenämnden lämnar yttrandet över remissen om cykelvägar som sitt eget.',
    'Paragrafen justeras omedelbart.',
  ],
  basis: ['Tjänsteskrivelse Remiss om cykelvägar', 'Remiss om cykelvägar'],
  planning: [
    { body: 'Servicenämndens arbetsutskott', step: 'working_committee', date: '2023-12-07' },
    { body: 'Servicenämnden', step: 'board', date: '2023-12-19' },
  ],
  sendTo: ['Kommunstyrelsen'],
  responsible: ['Karin Ek, servicedirektör', 'Olle Berg, avdelningschef'],
})
const frame = { sender: { organisation: 'Servicenämnden', unit: null }, reference: 'SN-2023-1541', isDraft: false }

test('I-13 the memo has its headings in the order of the paper, title with number', () => {
  const paper = memoPaper(memo, frame)

  assert.deepEqual(
    paper.head.map(({ label }) => label),
    ['Datum', 'Vår referens'],
  )
  assert.equal(paper.title, 'Remiss om cykelvägar SN-2023-1541')
  assert.deepEqual(
    paper.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : [])),
    [
      'Sammanfattning',
      'Förslag till beslut',
      'Beslutsunderlag',
      'Beslutsplanering',
      'Beslutet skickas till',
      'Ansvariga',
    ],
  )
})

test('a document is in Swedish whatever language its reader uses', () => {
  const paper = speaking('en', () => memoPaper(memo, { ...frame, isDraft: true }))

  assert.equal(paper.kind, 'Tjänsteskrivelse')
  assert.match(speaking('en', () => paperHtml(paper)).markup, /Utkast/)
})

test('our own memo, as PDF and as Word, is read back with every part', async () => {
  const paper = memoPaper(memo, frame)
  for (const [name, bytes] of [
    ['a.pdf', await paperPdf(paper)],
    ['a.docx', await paperDocx(paper)],
  ] as const) {
    const { text } = await textOf(bytes, name)
    const read = readMemo(text)

    assert.equal(read.date, memo.date, name)
    assert.equal(read.caseNumber, 'SN-2023-1541', name)
    assert.deepEqual(read.reference, memo.reference, name)
    assert.deepEqual(read.proposals, memo.proposals, name)
    assert.deepEqual(read.basis, memo.basis, name)
    assert.deepEqual(
      read.planning.map(({ date }) => date),
      ['2023-12-07', '2023-12-19'],
      name,
    )
    assert.deepEqual(read.sendTo, memo.sendTo, name)
    assert.deepEqual(
      read.responsible.map(({ name }) => name),
      ['Karin Ek', 'Olle Berg'],
      name,
    )
  }
})

test('a statement is a proposal until it is decided, and its answers stand word for word', () => {
  const statement = statementContent.parse({
    title: 'Yttrande över remiss om cykelvägar',
    stance: 'support_partly',
    answers: fourQuestions.map((answer) => ({ ...answer, text: `Svar på fråga ${answer.number}.`, stance: 'support' })),
    outside: 'Barnens skolvägar nämns inte.',
  })

  const proposal = statementPaper(statement, frame)
  const decided = statementPaper(statement, { ...frame, decision: 'Servicenämnden 2023-12-19 § 112' })

  assert.deepEqual([proposal.kind, decided.kind], ['Förslag till yttrande', 'Yttrande'])
  const page = paperHtml(decided).markup
  for (const words of [
    'Tillstyrker delvis',
    'Svar på fråga 3.',
    '4. Vem bör samordna?',
    'Övrigt utanför frågorna',
    '§ 112',
  ])
    assert.match(page, new RegExp(words))
})

test('a statement with an answer of every kind is whole in LibreOffice and as tagged PDF', async () => {
  const said: readonly object[] = [
    { text: 'Förslaget är rätt väg, och takten bör öka.' },
    { stance: 'support_partly', text: 'Ansvaret bör delas.' },
    { yesNo: 'partly', text: 'Med två tjänster.' },
    { processes: [{ name: 'Skolkök öppna på kvällen', lead: 'Servicenämnden', where: 'Holma', period: '2024–2026' }] },
    {
      areas: ['Holma'],
      themes: ['Trygghet'],
      weighed: [{ of: 'area', name: 'Holma', priority: 1, reason: 'Flest barn' }],
    },
    { body: 'Kommunstyrelsen', text: 'Den har redan uppdraget.' },
    { amount: { value: 125_000, unit: 'kronor' } },
    { chosen: ['Lindängen'] },
    { chosen: ['Mark', 'Lokaler'] },
  ]
  const answers = everyKind.map((question, at) => ({ ...question, ...said[at] }))
  const file = { name: 'kalkyl.pdf', mediaType: 'application/pdf', size: 4100, sha256: 'a'.repeat(64) }
  const withFile = {
    ...unanswered({ questionId: 'q10', number: 10, kind: 'file', question: 'Underlag?' }),
    files: [file],
  }
  const statement = statementContent.parse({
    ...{
      title: 'Yttrande över remiss om skolvägar',
      stance: 'support_partly',
      outside: 'Barnens skolvägar nämns inte.',
    },
    answers: [...answers, withFile],
  })
  const paper = statementPaper(statement, { ...frame, decision: 'Servicenämnden 2023-12-19 § 112' })
  const word = saved('yttrande.docx', await paperDocx(paper))
  const pdf = saved('yttrande-egen.pdf', await paperPdf(paper))

  const profile = `-env:UserInstallation=file://${folder}/office`
  ask('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, word)

  for (const printed of [`${folder}/yttrande.pdf`, pdf]) {
    const text = squeezed(ask('pdftotext', printed, '-'))
    assert.deepEqual(
      wordsIn(paper).filter((each) => !text.includes(each)),
      [],
    )
  }
  assert.match(ask('pdfinfo', pdf), /Tagged: +yes/)
  for (const words of ['Skolkök öppna på kvällen', 'Flest barn', '125 000', 'kalkyl.pdf', 'Lindängen'])
    assert.ok(wordsIn(paper).join('').includes(squeezed(words)), words)
})

test('I-19 the positions, in the words of the referral, also of one that has not answered', () => {
  assert.deepEqual(positions.map(positionLabel), [
    'Tillstyrker',
    'Tillstyrker delvis',
    'Avstyrker',
    'Inga synpunkter',
    'Avstår',
    'Inte angivet',
    'Ej svar',
  ])
})

test('a question counts as answered by a text, a position, or what its kind asks for', () => {
  const [first, second, third, fourth] = fourQuestions.map((answer) => ({ ...answer }))
  const answers = [
    { ...first, text: fromText('Ja.') },
    { ...second, themes: ['Trygghet'] },
    { ...third, stance: 'abstain' },
    fourth,
  ]

  const statement = statementContent.parse({ answers })

  assert.deepEqual(answeredOf(statement), { done: 3, total: 4 })
})

test('a memo that lists itself last, or is planned after the answer day, is not stopped', () => {
  const content = { ...memo, basis: memo.basis.toReversed() }
  const draft: MemoDraft = {
    kind: 'memo',
    id: 'd',
    caseId: 'c',
    authorityId: 'a',
    state: 'draft',
    fieldsVersion: 1,
    fieldsSavedBy: 'p',
    version: 1,
    createdBy: 'p',
    savedAt: new Date(0),
    savedBy: 'p',
    savedByName: 'Elin Sand',
    submissionId: null,
    templateId: null,
    recordId: null,
    registeredOn: null,
    content,
  }

  assert.deepEqual(obstaclesToSubmitting({ memo: draft, statement: null, waiting: null }), [])
})
