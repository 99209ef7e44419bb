/** Commenting a draft, and what its writers do about it. */

import { z } from 'zod'
import { ring } from '../../../kernel/bell.ts'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { Invalid, Refused, refuseIf } from '../../../kernel/errors.ts'
import { maybeWords, tick, words } from '../../../kernel/fields.ts'
import {
  getDraft,
  keepVersion,
  lockDraft,
  mended,
  obstaclesToWriting,
  write,
  writtenOf,
  type Draft,
} from '../../drafting/index.ts'
import { lockCase } from '../../registry/index.ts'
import {
  obstaclesInCase,
  obstaclesToAnswering,
  obstaclesToCommenting,
  obstaclesToReopening,
  obstaclesToTaking,
  placeOf,
  topicOf,
  type AnyComment,
  type Comment,
  type CommentState,
} from '../model.ts'
import { getComment } from '../queries.ts'
import { text } from '../text.ts'
import { tellConcerned } from './tell.ts'

const commenting = z.object({
  draftId: z.uuid(),
  quote: maybeWords(2000),
  said: maybeWords(4000),
  proposal: maybeWords(4000),
  /** Proposes that the words are taken away. */
  removes: tick,
})

/** The draft with the proposal carried out; null where its words do not stand so, or in a field that nothing is put into by a button. */
function withProposal(draft: Draft, quote: string, proposal: string): Draft | null {
  const place = placeOf(writtenOf(draft, '').pieces, quote)
  if (place === null) return null
  const after = mended(draft, [{ do: 'replace', ...place, find: quote, nth: 0, by: proposal }])
  return JSON.stringify(after.content) === JSON.stringify(draft.content) ? null : after
}

type Given = Pick<Comment, 'quote' | 'said' | 'proposal'>

function faultsOf(draft: Draft, given: Given): Record<string, string> {
  if (given.said === null && given.proposal === null) return { said: text.invalid.empty }
  const wrong = wrongQuote(draft, given)
  return wrong === null ? {} : { quote: wrong }
}

function wrongQuote(draft: Draft, { quote, proposal }: Given): string | null {
  if (quote === null) return proposal === null ? null : text.invalid.needsQuote
  if (placeOf(writtenOf(draft, '').pieces, quote) === null) return text.invalid.notThere
  const isReached = proposal === null || withProposal(draft, quote, proposal) !== null
  return isReached ? null : text.invalid.notReachable
}

/** Comments a draft (kommenterar), or words in it, or proposes others there. Working material: nothing is registered (TF 2:12, B-22). */
export const comment = command('commenting.comment', commenting, async (ctx, { draftId, removes, ...given }) => {
  const draft = await getDraft(ctx, draftId)
  allowAt(ctx, draft.authorityId)
  refuseIf(obstaclesToCommenting(draft))
  const { quote, said } = given
  const proposal = removes ? '' : given.proposal
  const faults = faultsOf(draft, { quote, said, proposal })
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
  const by = actingPerson(ctx)
  const { id } = await ctx.db
    .insertInto('commenting.comments')
    .values({ draft_id: draftId, quote, said, proposal, at: ctx.now, by })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tellConcerned(ctx, draft.caseId, { commentId: id, draftId, isReply: false, said, by })
  await ring(ctx, topicOf(draft.caseId))
  return { commentId: id, caseId: draft.caseId }
})

const one = z.object({ commentId: z.uuid() })

type Held = Omit<AnyComment, 'replies'>
/** What it is about: the draft, or a document of the case, and why nothing more may be said of it. */
type Subject = { readonly caseId: string; readonly draft: Draft | null; readonly obstacles: readonly string[] }

/** The comment as it is once what it is about is held, if the one who asks may. */
async function open(ctx: Write, commentId: string): Promise<Subject & { found: Held }> {
  const subject = await held(ctx, await getComment(ctx, commentId))
  return { ...subject, found: await getComment(ctx, commentId) }
}

async function held(ctx: Write, { draftId, caseId }: Held): Promise<Subject> {
  if (draftId === null) {
    const theCase = await lockCase(ctx, caseId ?? '')
    allowAt(ctx, theCase.authorityId)
    return { caseId: theCase.id, draft: null, obstacles: obstaclesInCase(theCase) }
  }
  const draft = await lockDraft(ctx, draftId)
  allowAt(ctx, draft.authorityId)
  return { caseId: draft.caseId, draft, obstacles: obstaclesToCommenting(draft) }
}

async function answer(
  ctx: Write,
  { found: { id }, caseId }: Subject & { found: Held },
  state: CommentState,
): Promise<void> {
  const answered = state === 'open' ? { answered_at: null, answered_by: null } : answeredNow(ctx)
  await ctx.db
    .updateTable('commenting.comments')
    .set({ state, ...answered })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await ring(ctx, topicOf(caseId))
}

function answeredNow(ctx: Write) {
  return { answered_at: ctx.now, answered_by: actingPerson(ctx) }
}

/** Takes a proposal into the text (tar in förslaget). What was there is a version of its own. Throws `Refused` when the words are others. */
export const takeProposal = command('commenting.take', one, async (ctx, { commentId }) => {
  const opened = await open(ctx, commentId)
  const { found, draft, caseId } = opened
  if (draft === null) throw new Refused([text.obstacle.noProposal])
  refuseIf([...obstaclesToWriting(draft), ...obstaclesToTaking(found)])
  const after = withProposal(draft, found.quote ?? '', found.proposal ?? '')
  if (after === null) throw new Refused([text.obstacle.gone])
  await keepVersion(ctx, draft)
  const { version } = await write(ctx, draft, after)
  await answer(ctx, opened, 'taken')
  return { caseId, version }
})

/** Says that nothing more is to be done about it (klar). */
export const closeComment = command('commenting.close', one, async (ctx, { commentId }) => {
  const opened = await open(ctx, commentId)
  refuseIf(obstaclesToAnswering(opened.found))
  await answer(ctx, opened, 'closed')
  return { caseId: opened.caseId }
})

/** Takes one up again that was closed. */
export const reopenComment = command('commenting.reopen', one, async (ctx, { commentId }) => {
  const opened = await open(ctx, commentId)
  refuseIf([...opened.obstacles, ...obstaclesToReopening(opened.found)])
  await answer(ctx, opened, 'open')
  return { caseId: opened.caseId }
})

const replying = z.object({ commentId: z.uuid(), said: words(4000, () => text.invalid.reply) })

/** Replies to a comment. */
export const reply = command('commenting.reply', replying, async (ctx, { commentId, said }) => {
  const { found, draft, caseId, obstacles } = await open(ctx, commentId)
  refuseIf(obstacles)
  const by = actingPerson(ctx)
  await ctx.db.insertInto('commenting.replies').values({ comment_id: found.id, said, at: ctx.now, by }).execute()
  await tellConcerned(ctx, caseId, { commentId, draftId: draft?.id ?? null, isReply: true, said, by })
  await ring(ctx, topicOf(caseId))
  return { caseId }
})
