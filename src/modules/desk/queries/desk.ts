/** What a case's own officer has on the desk: the questions that are asked, and what has been answered so far. */

import type { Read } from '../../../kernel/context.ts'
import { findDraft } from '../../drafting/index.ts'
import { findRecipient, listQuestions } from '../../referral/index.ts'
import type { Case } from '../../registry/index.ts'
import type { Now } from '../model/answer.ts'

export type Desk = {
  /** The round that is answered; null in a case that answers none. */
  readonly roundId: string | null
  readonly questions: readonly { readonly number: number; readonly text: string }[]
  readonly now: Now
}

export async function deskOf(ctx: Read, theCase: Case): Promise<Desk> {
  const recipient = await findRecipient(ctx, theCase.id)
  const questions = recipient === null ? [] : await listQuestions(ctx, recipient.roundId)
  const statement = await findDraft(ctx, theCase.id, 'statement')
  const answers = statement?.content.answers ?? []
  return {
    roundId: recipient?.roundId ?? null,
    questions: questions.map(({ number, text }) => ({ number, text })),
    now: {
      words: [theCase.title, ...questions.map(({ text }) => text)].join(' '),
      areas: [...new Set(answers.flatMap(({ areas }) => areas))],
      themes: [...new Set(answers.flatMap(({ themes }) => themes))],
    },
  }
}
