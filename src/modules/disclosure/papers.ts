/** The papers of disclosure: the masked copy and the refusal. Always in Swedish: they are the municipality's own documents. */

import { createHash } from 'node:crypto'
import type { MaskedCopy } from '../../kernel/documents/masked.ts'
import type { Block, Paper } from '../../kernel/documents/paper.ts'
import { fromText } from '../../kernel/rich-text.ts'
import { speaking } from '../../kernel/words.ts'
import type { DecisionFacts } from '../delegation/index.ts'
import type { Item } from './model/item.ts'
import type { MaskedPage } from './model/mask.ts'
import type { Refusal } from './model/refusal.ts'
import { requestNumber, type DisclosureRequest } from './model/request.ts'
import { text } from './text.ts'
import { appealCourtLabel } from '../organisation/index.ts'

/** A box says its provision; one too long for a line says that it is secrecy, and the provision stands on top. */
const widestMask = 48

type CopyFacts = {
  /** The request it is made for: 'U 2026:7'. */
  readonly request: string
  readonly item: Item
  readonly organisation: string
  /** Which file of the record, from 1. */
  readonly file: number
  readonly provision: string
  readonly pages: readonly MaskedPage[]
  /** ISO day. */
  readonly madeOn: string
}

/** Neither the record's title nor the file's name comes along: they may be what is secret. */
export function maskedCopy({ request, item, organisation, file, provision, pages, madeOn }: CopyFacts): MaskedCopy {
  return speaking('sv', () => ({
    title: item.inSecretCase ? text.copy.titleOfHidden(item.recordNumber) : text.copy.title(item.caseNumber),
    kind: text.copy.kind,
    organisation,
    language: 'sv',
    about: [
      { label: text.paper.reference, value: request },
      { label: text.copy.record, value: text.copy.recordValue(item.recordNumber, file) },
      { label: text.copy.provision, value: provision },
      { label: text.copy.made, value: madeOn },
    ],
    mask: provision.length > widestMask ? text.copy.secrecy : provision,
    notice: text.copy.notice,
    pages: pages.map(({ number, lines }) => ({
      heading: pages.length > 1 ? text.copy.page(number) : null,
      lines: lines.length === 0 && pages.length > 1 ? [[text.copy.emptyPage]] : lines,
    })),
    madeAt: new Date(madeOn),
  }))
}

/** How many passages were taken out. */
export function boxesIn(pages: readonly MaskedPage[]): number {
  return pages.flatMap(({ lines }) => lines.flat()).filter((part) => part === null).length
}

export function hashOfText(words: string): string {
  return createHash('sha256').update(words).digest('hex')
}

type RefusalFacts = {
  readonly request: DisclosureRequest
  readonly refusal: Pick<Refusal, 'recipient' | 'provision' | 'reasons' | 'court' | 'mandate'>
  /** Those that are refused, in whole or in part. */
  readonly items: readonly Item[]
  readonly referenceNumber: string | null
  /** 'D 2026:14' of what is decided by delegation. */
  readonly delegatedNumber: string | null
  /** ISO day. */
  readonly date: string
  readonly decidedBy: { readonly name: string; readonly title: string } | null
}

/**
 * The written decision that can be appealed (OSL 6:3, 6:7–8), with how to appeal within three weeks from the day it was
 * received (FL 43–44 §§). Records are named by number and by the words the registry shows to everyone.
 */
export function refusalPaper(facts: RefusalFacts): Paper {
  return speaking('sv', () => ({
    kind: text.paper.kind,
    title: text.paper.title,
    language: 'sv',
    sender: { organisation: facts.request.authorityName, unit: null },
    reference: facts.referenceNumber,
    head: [
      { label: text.paper.date, lines: [facts.date] },
      { label: text.paper.reference, lines: [requestNumber(facts.request)] },
      ...(facts.delegatedNumber === null ? [] : [{ label: text.paper.number, lines: [facts.delegatedNumber] }]),
      { label: text.paper.to, lines: [facts.refusal.recipient ?? text.paper.someone] },
    ],
    blocks: refusalBlocks(facts),
    isDraft: facts.decidedBy === null,
    footer: [facts.request.authorityName],
  }))
}

/** What the decision says in the list of the board's decisions by delegation: the same as the paper, and as open. */
export function decidedWords({ request, refusal, items }: Pick<RefusalFacts, 'request' | 'refusal' | 'items'>) {
  return speaking('sv', () => ({
    title: text.paper.title,
    points: [text.paper.refused(request.authorityName), ...items.map(refusedWords)],
    motivation: refusal.reasons,
  }))
}

/** "punkt 2.1 Utlämnande av handling i delegationsordningen för servicenämnden, version 1 (D 2026:14)". */
export function mandateOf({ number, rule }: Pick<DecisionFacts, 'number' | 'rule'>): string {
  const heading = rule.heading.slice(0, 120)
  return speaking('sv', () => text.paper.byRule({ ...rule, heading }, number)).slice(0, 300)
}

function refusalBlocks({ request, refusal, items, decidedBy }: RefusalFacts): Block[] {
  const court = appealCourtLabel(refusal.court)
  const asked = [request.asked, request.reference].filter((part) => part !== null).join('\n\n')
  return [
    heading(text.paper.decision),
    paragraph(text.paper.refused(request.authorityName)),
    { type: 'list', ordered: false, items: items.map(refusedWords) },
    heading(text.paper.asked),
    { type: 'text', text: fromText(asked) },
    heading(text.paper.provisions),
    paragraph(text.paper.provisionsText(refusal.provision)),
    heading(text.paper.reasons),
    { type: 'text', text: fromText(refusal.reasons) },
    ...(refusal.mandate === null ? [] : [paragraph(text.paper.mandate(refusal.mandate))]),
    heading(text.paper.appeal),
    paragraph(text.paper.appealTo(court, request.authorityName)),
    paragraph(text.paper.appealTime),
    { type: 'list', ordered: false, items: text.paper.appealWhat.split('\n') },
    ...(decidedBy === null
      ? []
      : [{ type: 'signatures', people: [{ name: decidedBy.name, role: decidedBy.title, note: null }] } as const]),
  ]
}

/** Of a record in a marked case nothing is told but its number, which the diary always shows (OSL 5:2). */
function refusedWords({ outcome, recordNumber, caseNumber, title, inSecretCase }: Item): string {
  if (inSecretCase) return (outcome === 'partly' ? text.paper.partlyHidden : text.paper.refusedHidden)(recordNumber)
  const say = outcome === 'partly' ? text.paper.partlyRecord : text.paper.refusedRecord
  return say(recordNumber, caseNumber, title)
}

function heading(words: string): Block {
  return { type: 'heading', level: 1, text: words }
}

function paragraph(words: string): Block {
  return { type: 'paragraph', text: words }
}
