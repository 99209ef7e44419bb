/** Kommentar: words about a draft, or words to stand there instead of some of it. */

import type { Draft } from '../../drafting/index.ts'
import { text } from '../text.ts'

/** Who comment drafts of their authority. */
export const colleagues = ['case_officer', 'registrar', 'secretary', 'head', 'administrator'] as const

export const commentStates = ['open', 'taken', 'closed'] as const
export type CommentState = (typeof commentStates)[number]

export type Reply = { readonly id: string; readonly said: string; readonly at: Date; readonly byName: string }

export type Comment = {
  readonly id: string
  readonly draftId: string
  /** The words it is about, as they stood when it was written; null: the whole draft. */
  readonly quote: string | null
  readonly said: string | null
  /** What should stand there instead; empty: nothing. Null: it proposes nothing. */
  readonly proposal: string | null
  readonly at: Date
  readonly by: string
  readonly byName: string
  readonly state: CommentState
  readonly answeredAt: Date | null
  readonly answeredByName: string | null
  readonly replies: readonly Reply[]
}

/** Where words stand in a draft, as its form names the field. */
export type Place = { readonly field: string; readonly at: number }

type Piece = Place & { readonly text: string }

/** The first field that has the words. Null when nobody has written them, or no longer. */
export function placeOf(pieces: readonly Piece[], quote: string): Place | null {
  const piece = pieces.find(({ text: written }) => written.includes(quote))
  return piece === undefined ? null : { field: piece.field, at: piece.at }
}

/** The colleagues that words are for: those whose whole name stands behind a "@". */
export function mentionedIn<T extends { readonly name: string }>(said: string | null, people: readonly T[]): T[] {
  const written = (said ?? '').toLocaleLowerCase('sv')
  return people.filter(({ name }) => {
    const sought = `@${name.toLocaleLowerCase('sv')}`
    const rest = written.split(sought).slice(1)
    return rest.some((after) => !/^[\p{L}\p{N}-]/u.test(after))
  })
}

/** How the comments of a case stand, as one mark that is another when anything is; and how many are open. */
export type Standing = { readonly mark: string; readonly open: number }

/** What rings when something is said of a case's drafts, or done about it. */
export const topicOf = (caseId: string): string => `commenting.${caseId}`

/** Comments may be written until the draft is approved and registered; those who approve comment too. */
export function obstaclesToCommenting({ state }: Pick<Draft, 'state'>): string[] {
  return state === 'draft' || state === 'submitted' ? [] : [text.obstacle.registered]
}

export function obstaclesToAnswering({ state }: Pick<Comment, 'state'>): string[] {
  return state === 'open' ? [] : [text.obstacle.answered]
}

export function obstaclesToReopening({ state }: Pick<Comment, 'state'>): string[] {
  return state === 'closed' ? [] : [text.obstacle.notClosed]
}

/** A proposal is carried out once, while its words stand where they stood. */
export function obstaclesToTaking({ state, proposal }: Pick<Comment, 'state' | 'proposal'>): string[] {
  if (proposal === null) return [text.obstacle.noProposal]
  return obstaclesToAnswering({ state })
}
