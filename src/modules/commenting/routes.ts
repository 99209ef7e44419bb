/** The doors of comments. */

import { z } from 'zod'
import { may, type Read } from '../../kernel/context.ts'
import { answer, endpoint, form, page, stream, type Route } from '../../kernel/http/route.ts'
import { findDraft, getDraft, ownCase, panelScreen, writtenOf, type Draft } from '../drafting/index.ts'
import { caseHref, getCase, type Case } from '../registry/index.ts'
import { pathTo } from './commands/tell.ts'
import { closeComment, comment, reopenComment, reply, takeProposal } from './commands.ts'
import { commentStates, placeOf, topicOf } from './model.ts'
import { countOpenOnDocuments, listComments, standingOf } from './queries.ts'
import { text } from './text.ts'
import { commentsPanel, panelPath, type CommentedDraft, type CommentsProps } from './views.ts'

async function commented(ctx: Read, draft: Draft): Promise<CommentedDraft> {
  const { pieces } = writtenOf(draft, '')
  const comments = await listComments(ctx, draft.id)
  return {
    draft,
    comments: comments.map((one) => ({ ...one, place: one.quote === null ? null : placeOf(pieces, one.quote) })),
  }
}

async function onDocumentsOf(ctx: Read, theCase: Case): Promise<CommentsProps['onDocuments']> {
  const open = await countOpenOnDocuments(ctx, theCase.id)
  return open === 0 ? null : { href: caseHref(theCase, pathTo(ctx, { isOnDocument: true })), open }
}

const panel = page(`/arenden/:caseId/${panelPath}`, {
  may: 'someone',
  params: z.object({ caseId: z.string() }),
  show: async (ctx, { caseId }, rejected) => {
    const theCase = await ownCase(ctx, caseId)
    const both = [await findDraft(ctx, theCase.id, 'statement'), await findDraft(ctx, theCase.id, 'memo')]
    const drafts: CommentedDraft[] = []
    for (const draft of both) if (draft !== null) drafts.push(await commented(ctx, draft))
    const body = commentsPanel({
      theCase,
      drafts,
      onDocuments: await onDocumentsOf(ctx, theCase),
      mark: drafts.length === 0 ? '' : (await standingOf(ctx, theCase.id)).mark,
      mayComment: may(ctx.actor, comment.id, theCase.authorityId),
      mayWrite: may(ctx.actor, takeProposal.id, theCase.authorityId),
      rejected,
    })
    return panelScreen(ctx, theCase, { key: 'comments', body })
  },
})

const back = panel.path
const toPanel = (_: unknown, { caseId }: { readonly caseId: string }) => `/arenden/${caseId}/${panelPath}`

const forms: readonly Route[] = [
  form(back, comment, { back, then: toPanel, says: () => text.added }),
  form(`${back}/ta-in`, takeProposal, { back, then: toPanel, says: () => text.taken }),
  form(`${back}/klar`, closeComment, { back, then: toPanel, says: () => text.closed }),
  form(`${back}/oppna`, reopenComment, { back, then: toPanel, says: () => text.reopened }),
  form(`${back}/svara`, reply, { back, then: toPanel, says: () => text.replied }),
]

const said = z.object({ id: z.uuid(), said: z.string(), at: z.date(), byName: z.string() })

const shown = z.object({
  id: z.uuid(),
  quote: z.string().nullable(),
  said: z.string().nullable(),
  proposal: z.string().nullable(),
  at: z.date(),
  byName: z.string(),
  state: z.enum(commentStates),
  answeredAt: z.date().nullable(),
  answeredByName: z.string().nullable(),
  /** Where the words stand now; null: nowhere, or the whole draft. */
  place: z.object({ field: z.string(), at: z.number() }).nullable(),
  replies: z.array(said).readonly(),
})

/** How what is said of a case's drafts stands, whenever it is another. */
function listening({ caseId }: { caseId: string }) {
  let told = ''
  return async (ctx: Read) => {
    const standing = await standingOf(ctx, caseId)
    if (standing.mark === told) return null
    told = standing.mark
    return standing
  }
}

const api: readonly Route[] = [
  stream('/cases/:caseId/comments/news', {
    may: 'someone',
    params: z.object({ caseId: z.uuid() }),
    topic: ({ caseId }) => topicOf(caseId),
    look: listening,
  }),
  answer('/drafts/:draftId/comments', {
    may: 'someone',
    params: z.object({ draftId: z.uuid() }),
    result: z.object({ comments: z.array(shown).readonly() }),
    show: async (ctx, { draftId }) => {
      const draft = await getDraft(ctx, draftId)
      // The case itself is asked for, so that one that is marked is noted as read (E-17).
      await getCase(ctx, draft.caseId)
      return { comments: (await commented(ctx, draft)).comments }
    },
  }),
  endpoint('/drafts/:draftId/comments', comment),
  endpoint('/comments/:commentId/replies', reply),
  endpoint('/comments/:commentId/take', takeProposal),
  endpoint('/comments/:commentId/close', closeComment),
  endpoint('/comments/:commentId/reopen', reopenComment),
]

export const routes: readonly Route[] = [panel, ...forms, ...api]
