/** The documents of delegation. Always in Swedish: they are the municipality's own. */

import { capital } from '../../kernel/ui/index.ts'
import type { Block, Field, Paper } from '../../kernel/documents/index.ts'
import { speaking } from '../../kernel/words.ts'
import type { Person } from '../organisation/index.ts'
import type { Case } from '../registry/index.ts'
import {
  decisionNumber,
  type Appeal,
  type DelegatedDecision,
  type PassedOn,
  type RuleInForce,
  type Scheme,
} from './model.ts'
import { text } from './text.ts'

export type DecisionFacts = {
  /** 'D 2023:14'. */
  readonly number: string
  readonly title: string
  readonly rule: RuleInForce
  readonly theCase: Pick<Case, 'referenceNumber'>
  readonly delegate: Pick<Person, 'name' | 'title'>
  readonly passedOn: Pick<PassedOn, 'givenByName'> | null
  readonly points: readonly string[]
  readonly motivation: string | null
  readonly whyUrgent: string | null
  readonly decidedOn: string
  readonly appeal: Appeal
  readonly corrects: string | null
}

/** "Delegationsbeslut D 2023:14 Hyra av lokal": the record's title and its files' name. */
export function decisionTitle({ number, title, rule }: Pick<DecisionFacts, 'number' | 'title' | 'rule'>): string {
  const kind = rule.nature === 'urgent' ? text.paper.urgent : text.paper.decision
  return speaking('sv', () => `${kind} ${number} ${title}`.slice(0, 300))
}

export function decisionPaper(facts: DecisionFacts): Paper {
  return speaking('sv', () => ({
    kind: facts.rule.nature === 'urgent' ? text.paper.urgent : text.paper.decision,
    title: facts.title,
    language: 'sv',
    sender: { organisation: capital(facts.rule.bodyName), unit: null },
    reference: facts.theCase.referenceNumber,
    head: [
      { label: text.paper.number, lines: [facts.number] },
      { label: text.paper.day, lines: [facts.decidedOn] },
      { label: text.paper.delegate, lines: [facts.delegate.name, facts.delegate.title] },
    ],
    blocks: blocksOf(facts),
    isDraft: false,
    footer: [`${capital(facts.rule.bodyName)} ${facts.number}`],
  }))
}

function blocksOf({
  rule,
  points,
  motivation,
  whyUrgent,
  passedOn,
  appeal,
  corrects,
  delegate,
}: DecisionFacts): Block[] {
  const rows = [
    { label: text.paper.rule, value: text.paper.ruleOf(rule.number, rule.heading, rule.version) },
    ...optional(text.field.legalBasis, rule.legalBasis),
    ...optional(text.paper.passedOnBy, passedOn?.givenByName ?? null),
    ...optional(text.paper.corrects, corrects),
    { label: text.field.appeal, value: text.appeal[appeal] },
  ]
  return [
    ...part(text.paper.decided, pointsOf(points)),
    ...part(text.field.whyUrgent, whyUrgent === null ? [] : [paragraph(whyUrgent)]),
    ...part(text.field.motivation, motivation === null ? [] : motivation.split(/\n{2,}/).map(paragraph)),
    ...part(text.paper.grounds, [{ type: 'facts', rows }]),
    { type: 'signatures', people: [{ name: delegate.name, role: delegate.title, note: null }] },
  ]
}

function optional(label: string, value: string | null): { label: string; value: string }[] {
  return value === null ? [] : [{ label, value }]
}

function part(heading: string, inside: readonly Block[]): Block[] {
  return inside.length === 0 ? [] : [{ type: 'heading', level: 1, text: heading }, ...inside]
}

function pointsOf(points: readonly string[]): Block[] {
  if (points.length < 2) return points.map(paragraph)
  return [{ type: 'list', ordered: true, items: points }]
}

function paragraph(words: string): Block {
  return { type: 'paragraph', text: words }
}

/** "Anmälan av delegationsbeslut 2026": the case of the year and the item on the agenda. */
export function reportCaseTitle(year: number): string {
  return speaking('sv', () => text.paper.reportCase(String(year)))
}

export function proposalOf(bodyName: string): string[] {
  return speaking('sv', () => [text.paper.proposal(capital(bodyName))])
}

/** The list that a board is told of. What is marked stands with its number, day, rule and delegate alone. */
export function listPaper(
  decisions: readonly DelegatedDecision[],
  { bodyName, heldOn }: { readonly bodyName: string; readonly heldOn: string },
): Paper {
  return speaking('sv', () => {
    const urgent = decisions.filter(({ isUrgent }) => isUrgent)
    const others = decisions.filter(({ isUrgent }) => !isUrgent)
    return listed({
      kind: text.paper.list,
      title: text.paper.listTitle(bodyName, heldOn),
      bodyName,
      head: [
        { label: text.paper.meetingDay, lines: [heldOn] },
        { label: text.paper.count, lines: [String(decisions.length)] },
      ],
      blocks: [
        ...part(text.paper.urgentOnes, urgent.length === 0 ? [] : [tableOf(text.paper.urgentOnes, urgent)]),
        ...part(text.paper.delegated, others.length === 0 ? [] : [tableOf(text.paper.delegated, others)]),
      ],
    })
  })
}

/** Särskilt protokoll. */
export function minutesPaper(
  decisions: readonly DelegatedDecision[],
  { bodyName, madeOn }: { readonly bodyName: string; readonly madeOn: string },
): Paper {
  return speaking('sv', () =>
    listed({
      kind: text.paper.minutes,
      title: text.paper.minutesTitle(bodyName, madeOn),
      bodyName,
      head: [
        { label: text.paper.day, lines: [madeOn] },
        { label: text.paper.count, lines: [String(decisions.length)] },
      ],
      blocks: [paragraph(text.paper.minutesLead), tableOf(text.paper.delegated, decisions)],
    }),
  )
}

type Listed = {
  readonly kind: string
  readonly title: string
  readonly bodyName: string
  readonly head: readonly Field[]
  readonly blocks: readonly Block[]
}

function listed({ kind, title, bodyName, head, blocks }: Listed): Paper {
  const sender = { organisation: capital(bodyName), unit: null }
  return { kind, title, language: 'sv', sender, reference: null, head, blocks, isDraft: false, footer: [] }
}

function tableOf(caption: string, decisions: readonly DelegatedDecision[]): Block {
  const { column } = text
  return {
    type: 'table',
    caption,
    landscape: true,
    columns: [
      { head: column.number, width: 10 },
      { head: column.day, width: 10 },
      { head: column.rule, width: 22 },
      { head: column.delegate, width: 20 },
      { head: column.case, width: 12 },
      { head: column.decision, width: 26 },
    ],
    rows: decisions.map((one) => [
      decisionNumber(one),
      one.decidedOn,
      `${one.ruleNumber} ${one.ruleHeading}`,
      [one.delegateName, one.delegateTitle].join(', '),
      one.isSecret ? '' : (one.referenceNumber ?? ''),
      one.isSecret || one.title === null ? text.withheld : one.title,
    ]),
  }
}

/** A whole scheme, to print. */
export function schemePaper(scheme: Scheme, rules: readonly RuleInForce[]): Paper {
  return speaking('sv', () => ({
    kind: text.paper.scheme,
    title: text.paper.schemeTitle(scheme.bodyName),
    language: 'sv',
    sender: { organisation: capital(scheme.bodyName), unit: null },
    reference: null,
    head: [
      { label: text.paper.version, lines: [String(scheme.version)] },
      ...(scheme.decidedOn === null
        ? []
        : [{ label: text.paper.decidedBy, lines: [`${scheme.decidedOn} § ${scheme.paragraph}`] }]),
      ...(scheme.validFrom === null ? [] : [{ label: text.field.validFrom, lines: [scheme.validFrom] }]),
    ],
    blocks: [
      {
        type: 'table',
        caption: text.scheme.rules,
        landscape: true,
        columns: [
          { head: text.column.rule, width: 8 },
          { head: text.field.scope, width: 36 },
          { head: text.column.delegate, width: 18 },
          { head: text.field.legalBasis, width: 14 },
          { head: text.field.conditions, width: 24 },
        ],
        rows: rules.map((rule) => [
          rule.number,
          `${rule.heading}. ${rule.scope}`,
          rule.delegate + (rule.mayBePassedOn ? ` (${text.scheme.mayBePassedOn})` : ''),
          rule.legalBasis ?? '',
          rule.conditions ?? '',
        ]),
      },
    ],
    isDraft: scheme.validFrom === null,
    footer: [],
  }))
}
