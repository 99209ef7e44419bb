/** The doors of the comments on the documents. */

import { z } from 'zod'
import type { Read } from '../../../kernel/context.ts'
import { answer, endpoint, form, stream, type Route } from '../../../kernel/http/route.ts'
import {
  closeComment,
  commentSays,
  commentStates,
  documentStandingOf,
  reopenComment,
  reply,
  topicOf,
} from '../../commenting/index.ts'
import { ownCase } from '../../drafting/index.ts'
import { commentDocument } from '../commands/comment.ts'
import type { Spot } from '../model/comment.ts'
import { listPlacedComments } from '../queries/comments.ts'
import { listDocuments } from '../queries/documents.ts'
import { documentHref } from '../views/document-href.ts'
import { proposalPage } from './panels.ts'

const back = proposalPage.path

type Input = Readonly<Record<string, string>>

/** Where somebody was: the text from a page on, or the list by section. */
function toPlace({ caseId = '', fil = '', sida = '1', visa = '' }: Input): string {
  const theCase = { referenceNumber: caseId }
  return visa === 'kommentarer' ? documentHref(theCase, { visa }) : documentHref(theCase, { fil, sida: Number(sida) })
}

const toComment = (input: Input) => `${toPlace(input)}#kommentar-${input['commentId'] ?? ''}`

const forms: readonly Route[] = [
  form(`${back}/kommentera`, commentDocument, {
    back,
    then: (input: Input, { commentId }) => toComment({ ...input, commentId }),
    says: commentSays.added,
  }),
  form(`${back}/svara`, reply, { back, then: toComment, says: commentSays.replied }),
  form(`${back}/klar`, closeComment, { back, then: toPlace, says: commentSays.closed }),
  form(`${back}/oppna`, reopenComment, { back, then: toComment, says: commentSays.reopened }),
]

const said = z.object({ id: z.uuid(), said: z.string(), at: z.date(), byName: z.string() })
const spot = z.object({ fileId: z.uuid(), part: z.number(), heading: z.string().nullable() })

const shown = z.object({
  id: z.uuid(),
  quote: z.string().nullable().describe('null: all of the page or section'),
  said: z.string(),
  at: z.date(),
  byName: z.string(),
  state: z.enum(commentStates),
  answeredAt: z.date().nullable(),
  answeredByName: z.string().nullable(),
  replies: z.array(said).readonly(),
  madeOn: z.object({
    sha256: z.string(),
    title: z.string(),
    part: z.number(),
    heading: z.string().nullable(),
    isPage: z.boolean(),
  }),
  standing: z
    .enum(['here', 'gone', 'unread', 'away'])
    .describe(
      'gone: its words stand no more in the new version; unread: its text is not read; away: the document is not read here',
    ),
  place: spot.nullable().describe('where it stands now'),
  also: z.array(spot).describe('where the words stand in documents that came later'),
})

const spotOf = ({ document, part }: Spot) => ({ fileId: document.fileId, part: part.number, heading: part.heading })

/** How what is said of a case's documents stands, whenever it is another. */
function listening({ caseId }: { caseId: string }) {
  let told: string | null = null
  return async (ctx: Read) => {
    const standing = await documentStandingOf(ctx, caseId)
    if (standing.mark === told) return null
    told = standing.mark
    return standing
  }
}

const api: readonly Route[] = [
  endpoint('/files/:fileId/comments', commentDocument),
  answer('/cases/:caseId/desk/comments', {
    may: 'someone',
    params: z.object({ caseId: z.string() }),
    result: z.object({ comments: z.array(shown) }),
    show: async (ctx, { caseId }) => {
      const theCase = await ownCase(ctx, caseId)
      const comments = await listPlacedComments(ctx, theCase.id, await listDocuments(ctx, theCase))
      return {
        comments: comments.map(({ anchor, spot: place, also, said: words, ...comment }) => ({
          ...comment,
          said: words ?? '',
          madeOn: anchor,
          place: place === null ? null : spotOf(place),
          also: also.map(spotOf),
        })),
      }
    },
  }),
  stream('/cases/:caseId/desk/comments/news', {
    may: 'someone',
    params: z.object({ caseId: z.uuid() }),
    topic: ({ caseId }) => topicOf(caseId),
    look: listening,
  }),
]

export const commentRoutes: readonly Route[] = [...forms, ...api]
