/** What is said of a document of a case: a step of a command that knows that the words stand there. */

import { ring } from '../../../kernel/bell.ts'
import { actingPerson, type Write } from '../../../kernel/context.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import type { Case } from '../../registry/index.ts'
import { obstaclesInCase, topicOf, type Anchor } from '../model.ts'
import { tellConcerned } from './tell.ts'

export type OnDocument = { readonly anchor: Anchor; readonly quote: string | null; readonly said: string }

/** Keeps it where it is about, and tells those it concerns; the command has asked whether it may. Working material: nothing is registered (TF 2:12, B-22). Gives its id. */
export async function commentOnDocument(
  ctx: Write,
  theCase: Case,
  { anchor, quote, said }: OnDocument,
): Promise<string> {
  refuseIf(obstaclesInCase(theCase))
  const by = actingPerson(ctx)
  const { isPage, ...place } = anchor
  const { id } = await ctx.db
    .insertInto('commenting.comments')
    .values({ case_id: theCase.id, ...place, is_page: isPage, quote, said, at: ctx.now, by })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tellConcerned(ctx, theCase.id, { commentId: id, draftId: null, isReply: false, said, by })
  await ring(ctx, topicOf(theCase.id))
  return id
}
