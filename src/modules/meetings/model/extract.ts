/** The extract of the minutes (protokollsutdrag) as a paper. Always in Swedish: it is the municipality's own document. */

import type { Block, Field, Paper } from '../../../kernel/documents/paper.ts'
import { speaking } from '../../../kernel/words.ts'
import { text } from '../text.ts'
import type { Decision } from './decision.ts'

export type ExtractFacts = {
  readonly referenceNumber: string
  /** What the memo says in short (I-14). */
  readonly summary?: string | null
  /** What was proposed to the body. */
  readonly proposal: readonly string[]
  /** Titles of the papers it had before it. */
  readonly basis: readonly string[]
  /** Who the decision is sent to, when known. */
  readonly sendTo: readonly string[]
  readonly organisation?: string
  /** What modules downstream add to its head. */
  readonly head?: readonly Field[]
  /** What modules downstream say before the decision, and after it and its reservations. */
  readonly before?: readonly Block[]
  readonly after?: readonly Block[]
}

/** "Protokollsutdrag servicenämnden 2023-12-19 § 214": the record's title and its files' name. */
export function extractTitle({ bodyName, decidedOn, paragraph }: Decision): string {
  return speaking('sv', () => text.paper.fileName(bodyName, decidedOn, paragraph))
}

/** One § as it leaves the minutes: the proposal, the decision word for word, reservations, and when it was adjusted. */
export function extractPaper(decision: Decision, facts: ExtractFacts): Paper {
  return speaking('sv', () => ({
    kind: decision.isProposal ? text.paper.proposalKind : text.paper.kind,
    title: decision.title,
    language: 'sv',
    sender: { organisation: facts.organisation ?? capital(decision.bodyName), unit: null },
    reference: facts.referenceNumber,
    head: [...headOf(decision), ...(facts.head ?? [])],
    blocks: blocksOf(decision, facts),
    isDraft: decision.state !== 'adjusted',
    footer: [`${capital(decision.bodyName)} ${decision.decidedOn} § ${decision.paragraph}`],
  }))
}

function headOf(decision: Decision): Field[] {
  return [
    { label: text.paper.meetingDay, lines: [decision.decidedOn] },
    { label: text.paper.paragraph, lines: [`§ ${decision.paragraph}`] },
    { label: text.paper.outcome, lines: decision.outcome === null ? [] : [text.outcome[decision.outcome]] },
  ]
}

function blocksOf(decision: Decision, facts: ExtractFacts): Block[] {
  const { summary = null, proposal, basis, sendTo, before = [], after = [] } = facts
  const { bodyProposes, bodyDecides } = text.paper
  const says = (decision.isProposal ? bodyProposes : bodyDecides)(capital(decision.bodyName))
  return [
    ...part(text.paper.summary, linesOf(summary)),
    ...part(text.paper.proposal, pointsOf(proposal)),
    ...before,
    ...part(decision.isProposal ? text.paper.prepared : text.paper.decision, [
      { type: 'paragraph', text: says },
      ...pointsOf(decision.points),
    ]),
    ...part(text.paper.reservations, linesOf(decision.reservations)),
    ...after,
    ...part(text.paper.basis, basis.length === 0 ? [] : [{ type: 'list', ordered: false, items: basis }]),
    ...part(text.paper.sendTo, sendTo.map(paragraph)),
    ...part(text.paper.adjusted, adjustment(decision)),
  ]
}

function linesOf(words: string | null): Block[] {
  return words === null ? [] : words.split(/\n+/).map(paragraph)
}

function part(heading: string, inside: readonly Block[]): Block[] {
  return inside.length === 0 ? [] : [{ type: 'heading', level: 1, text: heading }, ...inside]
}

function pointsOf(points: readonly string[]): Block[] {
  if (points.length < 2) return points.map(paragraph)
  return [{ type: 'list', ordered: true, items: points }]
}

function adjustment({ adjustedOn, isImmediate, secretaryName }: Decision): Block[] {
  if (adjustedOn === null) return []
  const said = isImmediate ? text.paper.adjustedAtOnce(adjustedOn) : text.paper.adjustedOn(adjustedOn)
  return [
    paragraph(said),
    { type: 'signatures', people: [{ name: secretaryName, role: text.paper.secretary, note: null }] },
  ]
}

function paragraph(words: string): Block {
  return { type: 'paragraph', text: words }
}

function capital(name: string): string {
  return name.charAt(0).toLocaleUpperCase('sv') + name.slice(1)
}
