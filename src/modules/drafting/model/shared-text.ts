/** The formatted fields of a draft that several write in at once, and the steps that change them. Pure. */

import { Node as Doc } from 'prosemirror-model'
import { Step, Transform } from 'prosemirror-transform'
import { z } from 'zod'
import { schema } from '../../../kernel/rich-schema.ts'
import { richText, type RichText } from '../../../kernel/rich-text.ts'
import { changeBetween } from './block-steps.ts'
import type { Words } from './draft.ts'

/** 'summary', 'body', 'introduction', 'outside', or the answer to a question: 'answer:' and the question's id. */
export type Field = string

const answerPrefix = 'answer:'

/** The name of the field that answers a question. */
export function fieldOfAnswer(questionId: string): Field {
  return `${answerPrefix}${questionId}`
}

export type SharedText = { readonly field: Field; readonly text: RichText }

/** The fields that are written together, as the draft has them, in the order of the paper. */
export function sharedTextsOf(draft: Words): SharedText[] {
  if (draft.kind === 'memo') {
    const { summary, body } = draft.content
    return [
      { field: 'summary', text: summary },
      { field: 'body', text: body },
    ]
  }
  const { introduction, answers, outside } = draft.content
  return [
    { field: 'introduction', text: introduction },
    ...answers.map(({ questionId, text }) => ({ field: fieldOfAnswer(questionId), text })),
    { field: 'outside', text: outside },
  ]
}

/** What one of them says. Undefined for a field that the draft has not. */
export function sharedTextOf(draft: Words, field: Field): RichText | undefined {
  return sharedTextsOf(draft).find((one) => one.field === field)?.text
}

/** The draft with other words in one of its shared fields. */
export function withSharedText<T extends Words>(draft: T, field: Field, text: RichText): T {
  if (draft.kind === 'memo') return { ...draft, content: { ...draft.content, [field]: text } }
  if (!field.startsWith(answerPrefix)) return { ...draft, content: { ...draft.content, [field]: text } }
  const questionId = field.slice(answerPrefix.length)
  const answers = draft.content.answers.map((answer) =>
    answer.questionId === questionId ? { ...answer, text } : answer,
  )
  return { ...draft, content: { ...draft.content, answers } }
}

/**
 * What is written in the form alone, to tell whether anything of it has changed: not the words of the shared fields, nor the
 * considerations, which are written beside it.
 */
export function formOf(draft: Words): string {
  const empty: RichText = { type: 'doc', content: [] }
  const bare = sharedTextsOf(draft).reduce((left, { field }) => withSharedText(left, field, empty), draft)
  return JSON.stringify({ ...bare.content, considerations: undefined })
}

/** Most steps at once: an hour of writing without a connection comes in several parcels. */
export const mostSteps = 1000

/** A step as the editors write it. */
export const stepJson = z.looseObject({ stepType: z.string() })
export type StepJson = z.output<typeof stepJson>

/** Steps that came in together: `version` is the text's after them, `client` the page they were written in. */
export const batch = z.object({ version: z.number().int(), client: z.string(), steps: z.array(stepJson) })
export type Batch = z.output<typeof batch>

/** A stored text as the editors have it. Throws when it is none. */
export function docOf(json: unknown): Doc {
  const doc = Doc.fromJSON(schema, json)
  doc.check()
  return doc
}

/** The document after the steps. Null when one of them cannot be done, or leaves what a text may not hold. */
export function afterSteps(doc: Doc, steps: readonly StepJson[]): { doc: Doc; text: RichText } | null {
  try {
    const changed = new Transform(doc)
    for (const step of steps) changed.step(Step.fromJSON(schema, step))
    changed.doc.check()
    const read = richText.safeParse(changed.doc.toJSON())
    return read.success ? { doc: changed.doc, text: read.data } : null
  } catch {
    return null
  }
}

/** The steps from one document to another. */
export function stepsBetween(before: Doc, after: Doc): StepJson[] {
  const change = changeBetween(before, after)
  return change === null ? [] : change.steps.map((step) => stepJson.parse(step.toJSON()))
}

/** What those who watch a draft listen for. */
export function topicOf(draftId: string): string {
  return `draft:${draftId}`
}

/** Whoever said less than this many milliseconds ago that they are here, is here. */
export const hereFor = 45_000
