/** Kommentar: words about a draft, or words to stand there instead of some of it; or about a document that it is written from. */

import type { Draft } from '../../drafting/index.ts'
import type { Case } from '../../registry/index.ts'
import { text } from '../text.ts'

/** Who comment drafts of their authority. */
export const colleagues = ['case_officer', 'registrar', 'secretary', 'head', 'administrator'] as const

export const commentStates = ['open', 'taken', 'closed'] as const
export type CommentState = (typeof commentStates)[number]

export type Reply = { readonly id: string; readonly said: string; readonly at: Date; readonly byName: string }

/** Where in a document of a case: the version, the page or section, and words that stand there, by which it is found in another. */
export type Anchor = {
  readonly sha256: string
  /** The title of its record. */
  readonly title: string
  /** The page, or the section under a heading, counted from 1. */
  readonly part: number
  readonly heading: string | null
  readonly isPage: boolean
  /** Those that are quoted, or the first of the part. */
  readonly words: string
}

type Said = {
  readonly id: string
  /** The words it is about, as they stood when it was written; null: the whole draft, page or section. */
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

export type Comment = Said & { readonly draftId: string }

/** On a document of a case, not on what is written in it. */
export type DocumentComment = Said & { readonly caseId: string; readonly anchor: Anchor }

/** Either of them: what is done with a comment is the same whatever it is about. */
export type AnyComment = Said & { readonly draftId: string | null; readonly caseId: string | null }

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

/** Documents are commented on as long as the case is open. */
export function obstaclesInCase({ state }: Pick<Case, 'state'>): string[] {
  return state === 'open' ? [] : [text.obstacle.caseClosed]
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
