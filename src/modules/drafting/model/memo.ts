/** The memo (tjänsteskrivelse): its parts, in the order of the paper (I-13), and what stands in the way of sending it on. */

import { z } from 'zod'
import { emptyText, isEmpty, richText } from '../../../kernel/rich-text.ts'
import { text } from '../text.ts'
import { considered } from './consideration.ts'
import { entries, line, lines } from './lines.ts'

export const planLine = z.object({
  body: z.string(),
  /** chair_preparation, working_committee, board; or the words of a memo that was read. */
  step: z.string().default(''),
  date: z.string(),
})
/** One meeting on the way to the decision, with its ISO day. */
export type PlanLine = z.output<typeof planLine>

const responsible = z.union([
  z.string().transform(personOf),
  z.object({ name: line, role: line.default(''), personId: z.uuid().nullish() }),
])
/** A head who answers for the memo, by name and role as they stand on the paper. */
export type Responsible = {
  readonly name: string
  readonly role: string
  readonly personId?: string | null | undefined
}

/** "Eva Lind, servicedirektör": the first comma parts name from role. */
function personOf(words: string): Responsible {
  const [name = '', ...role] = words.split(',')
  return { name: name.trim(), role: role.join(',').trim() }
}

const reference = z.object({ name: line.default(''), title: line.default(''), email: line.default('') })

export const memoContent = z.object({
  date: z.iso.date(),
  reference: reference.prefault({}),
  title: line.default(''),
  summary: richText.default(emptyText),
  body: richText.default(emptyText),
  proposals: entries.default([]),
  basis: lines.default([]),
  planning: z.array(planLine).default([]),
  sendTo: lines.default([]),
  /** Absent until something is said of one: what was approved before there were any keeps its sum. */
  considerations: z.array(considered).optional(),
  responsible: z
    .array(responsible)
    .transform((people) => people.filter(({ name }) => name !== ''))
    .default([]),
})
/** What a memo says. Every part may be empty until it is submitted. */
export type MemoContent = z.output<typeof memoContent>

/**
 * What is written in the memo's form. The decision plan is not: it comes from the planning of the case. A text that is not
 * there stays as it was: where several write at once, it goes step by step.
 */
export const memoParts = z.object({
  date: z.union([z.iso.date(), z.literal('').transform(() => undefined)]).optional(),
  reference: reference.prefault({}),
  title: line.default(''),
  summary: richText.optional(),
  body: richText.optional(),
  proposals: entries.default([]),
  basis: lines.default([]),
  /** Records of the case ticked to be added to the basis. */
  moreBasis: z.array(line).default([]),
  sendTo: lines.default([]),
  responsible: z.array(responsible).default([]),
})
export type MemoParts = z.output<typeof memoParts>

/** The memo after its form was sent: what the form does not hold stays as it was. */
export function withParts(memo: MemoContent, { date, moreBasis, ...parts }: MemoParts): MemoContent {
  return {
    ...memo,
    ...parts,
    date: date ?? memo.date,
    summary: parts.summary ?? memo.summary,
    body: parts.body ?? memo.body,
    basis: [...new Set([...parts.basis, ...moreBasis])],
    responsible: parts.responsible.filter(({ name }) => name !== ''),
  }
}

/** Other words in the memo. What is not written in its form, the decision plan and the considerations, stays as it is. */
export function withOtherWords(memo: MemoContent, words: MemoContent): MemoContent {
  const { planning, considerations } = memo
  return { ...memo, ...words, planning, considerations }
}

/** The parts that a memo must have before the heads are asked to approve it (I-13). */
export function missingParts(memo: MemoContent): string[] {
  const missing: string[] = []
  if (memo.title === '') missing.push(text.missing.title)
  if (memo.reference.name === '') missing.push(text.missing.reference)
  if (isEmpty(memo.summary)) missing.push(text.missing.summary)
  if (memo.proposals.length === 0) missing.push(text.missing.proposals)
  if (memo.sendTo.length === 0) missing.push(text.missing.sendTo)
  if (memo.responsible.length === 0) missing.push(text.missing.responsible)
  return missing
}
