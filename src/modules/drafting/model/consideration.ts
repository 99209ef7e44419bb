/** What a memo must say something about, or say why it does not: children, economy, equality and more (hänsyn). Pure. */

import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Block } from '../../../kernel/documents/index.ts'
import { alike } from '../../checking/index.ts'
import { text } from '../text/considerations.ts'

/** One of the municipality's list, or of an authority's own. */
export type Consideration = {
  readonly id: string
  /** Null: every authority's. */
  readonly authorityId: string | null
  readonly position: number
  readonly name: string
  readonly help: string | null
  /** Stops the way to the heads until something is said of it. */
  readonly isRequired: boolean
}

export const consideredStates = ['open', 'said', 'set_aside'] as const
export type ConsideredState = (typeof consideredStates)[number]

export const considered = z.object({
  id: z.uuid(),
  /** As it was called when it was written of. */
  name: z.string(),
  state: z.enum(['said', 'set_aside']),
  text: z.string(),
})
/** What a memo says of one; one that nothing is said of is not there. */
export type Considered = z.output<typeof considered>

export type Given = { readonly considerationId: string; readonly state: ConsideredState; readonly text: string }

/** The memo's list after its form was sent: in the order of the municipality, what the form did not hold as it was. */
export function withGiven(
  list: readonly Consideration[],
  before: readonly Considered[],
  given: readonly Given[],
): Considered[] {
  const [written, known] = [
    new Map(given.map((one) => [one.considerationId, one])),
    new Map(before.map((one) => [one.id, one])),
  ]
  const ended = before.filter(({ id }) => list.every((one) => one.id !== id))
  const now = list.flatMap(({ id, name }): Considered[] => {
    const one = written.get(id)
    const kept = known.get(id)
    if (one === undefined) return kept === undefined ? [] : [kept]
    return one.text === ''
      ? []
      : [{ id, name, state: one.state === 'set_aside' ? 'set_aside' : 'said', text: one.text }]
  })
  return [...now, ...ended]
}

/** What is chosen without a word of why: a tick is no reason. By the name of its field. */
export function faultsIn(given: readonly Given[]): Record<string, string> {
  return Object.fromEntries(
    given.flatMap(({ state, text: words }, at) =>
      state !== 'open' && words === ''
        ? [[`considered.${at}.text`, state === 'said' ? text.invalid.said : text.invalid.reason]]
        : [],
    ),
  )
}

/** Those that nothing is said of yet. */
export function openAmong(list: readonly Consideration[], said: readonly Considered[]): Consideration[] {
  const known = new Set(said.map(({ id }) => id))
  return list.filter(({ id }) => !known.has(id))
}

/** What stops the way to the heads. */
export function obstaclesAmong(list: readonly Consideration[], said: readonly Considered[]): string[] {
  return openAmong(list, said).flatMap(({ isRequired, name }) => (isRequired ? [text.obstacle(name)] : []))
}

/** What is left open and does not stop. What has words under a heading of its own in the text is written about. */
export function warningsAmong(
  list: readonly Consideration[],
  said: readonly Considered[],
  inText: readonly string[] = [],
): string[] {
  const written = new Set(inText.map(alike))
  return openAmong(list, said)
    .filter(({ isRequired, name }) => !isRequired && !written.has(alike(name)))
    .map(({ name }) => text.warning(name))
}

/** Headings that a text must have, but for those that stand among the considerations and are told of there. */
export function headingsBeside(
  headings: readonly string[],
  list: readonly Consideration[],
  said: readonly Considered[],
): string[] {
  const open = new Set(openAmong(list, said).map(({ name }) => alike(name)))
  return headings.filter((heading) => !open.has(alike(heading)))
}

/** "Inte aktuellt". */
export function consideredLabel(state: ConsideredState): string {
  return text.state[state]
}

/** The sum of what was on the page, so that nobody's words are written over unseen. */
export function sumOfConsidered(said: readonly Considered[]): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16)
}

/** Their part of the memo's paper: what is said, and why the rest does not apply. */
export function consideredBlocks(said: readonly Considered[]): Block[] {
  return said.flatMap(({ name, state, text: words }): Block[] => [
    { type: 'heading', level: 2, text: name },
    ...paragraphs(state === 'said' ? words : text.paper.setAside(because(words))),
  ])
}

function paragraphs(words: string): Block[] {
  return words
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ type: 'paragraph', text: paragraph.trim() }))
}

/** The reason as the end of a sentence: "Därför att beslutet …" and "Beslutet …" both go on in small letters. */
function because(words: string): string {
  const reason = words.replace(/^(inte aktuellt[,.]?\s*)?(därför att|eftersom|för att|då)\s+/iu, '').trim()
  const isName = /^\p{Lu}\p{Lu}/u.test(reason)
  const small = isName ? reason : `${reason.charAt(0).toLocaleLowerCase('sv')}${reason.slice(1)}`
  return /[.!?]$/.test(small) ? small : `${small}.`
}
