import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paperHtml } from '../../../kernel/documents/index.ts'
import { speaking } from '../../../kernel/words.ts'
import type { Decision } from './decision.ts'
import { extractPaper, extractTitle } from './extract.ts'

const decision: Decision = {
  id: 'd',
  itemId: 'i',
  meetingId: 'm',
  bodyId: 'b',
  bodyName: 'servicenämnden',
  bodyKind: 'board',
  caseId: 'c',
  title: 'Remiss om områdeslyft',
  year: 2023,
  paragraph: 214,
  outcome: 'changed',
  points: ['Servicenämnden lämnar yttrandet som sitt svar.', 'Paragrafen justeras omedelbart.'],
  reservations: 'Ledamoten för X reserverar sig.',
  decidedOn: '2023-12-19',
  state: 'adjusted',
  adjustedOn: '2023-12-19',
  isImmediate: true,
  isProposal: false,
  recordId: null,
  secretaryName: 'Test Sekreterare',
}
const facts = {
  referenceNumber: 'SN-2023-1541',
  proposal: ['Nämnden godkänner förslaget till yttrande.'],
  basis: ['Tjänsteskrivelse 2023-11-15'],
  sendTo: ['Kommunstyrelsen'],
}

test('the extract carries body, day, §, number, proposal, decision, reservation, dispatch, adjustment and secretary', () => {
  const { markup } = paperHtml(extractPaper(decision, facts))

  const said = ['Servicenämnden', '2023-12-19', '§ 214', 'SN-2023-1541', ...facts.proposal, ...decision.points]
  for (const words of [...said, 'Ledamoten för X', 'Kommunstyrelsen', 'justerades omedelbart', 'Test Sekreterare'])
    assert.ok(markup.includes(words), words)
})

test('the extract is in Swedish whoever asks for it', () => {
  const paper = speaking('en', () => extractPaper(decision, facts))
  assert.equal(paper.kind, 'Protokollsutdrag')
  assert.equal(
    speaking('en', () => extractTitle(decision)),
    'Protokollsutdrag servicenämnden 2023-12-19 § 214',
  )
})

test('A-96 a preparing body’s paper says that it proposes, not that it decides', () => {
  const { markup } = paperHtml(extractPaper({ ...decision, isProposal: true }, facts))
  assert.ok(markup.includes('Servicenämnden föreslår'))
  assert.ok(!markup.includes('Servicenämnden beslutar'))
})

test('an extract of minutes that are not adjusted is a draft', () => {
  const paper = extractPaper({ ...decision, state: 'decided', adjustedOn: null, isImmediate: false }, facts)
  assert.equal(paper.isDraft, true)
})
