/** Telling colleagues by e-mail of what is said to them, as each has chosen to be told. */

import type { Read, Write } from '../../../kernel/context.ts'
import { here } from '../../../kernel/post.ts'
import { getDraft } from '../../drafting/index.ts'
import { listPeopleWithRole } from '../../organisation/index.ts'
import { tell } from '../../post/index.ts'
import { getCase, type Case } from '../../registry/index.ts'
import { colleagues, mentionedIn } from '../model.ts'
import { listVoices, type SaidSince } from '../queries.ts'
import { mailWords, type Why } from '../text/mail.ts'
import { panelPath } from '../views.ts'

export type Saying = Omit<SaidSince, 'byName' | 'caseId'>

/**
 * Whom something that was said concerns, and why: colleagues who are mentioned, those who have said something in the same comment,
 * and the officer of the case with whoever began the draft. Of a hidden case nobody but the officer and those who have spoken in
 * it: whether others may know of it is not asked here (OSL 10:4 is no matter for a letter).
 */
export async function concernedBy(
  ctx: Read | Write,
  theCase: Case,
  { commentId, draftId, isReply, said, by }: Saying,
): Promise<Map<string, Why>> {
  const why = new Map<string, Why>()
  const add = (id: string | null, because: Why) => id !== null && id !== by && !why.has(id) && why.set(id, because)
  if (!theCase.isSecret) for (const { id } of await mentioned(ctx, theCase, said)) add(id, 'mentioned')
  if (isReply) for (const id of await listVoices(ctx, commentId)) add(id, 'replied')
  add(theCase.officerId, isReply ? 'replied' : 'commented')
  if (draftId !== null && !theCase.isSecret)
    add((await getDraft(ctx, draftId)).createdBy, isReply ? 'replied' : 'commented')
  return why
}

async function mentioned(ctx: Read | Write, { authorityId }: Case, said: string | null) {
  if (said === null || !said.includes('@')) return []
  return mentionedIn(said, await listPeopleWithRole(ctx, { authorityId, roles: colleagues }))
}

/** Where in a case what is said of its draft, or of its documents, is read. */
export function pathTo(ctx: Read | Write, { isOnDocument }: { readonly isOnDocument: boolean }): string {
  const [documents] = isOnDocument ? ctx.slots('comment.documents') : []
  return documents?.path ?? panelPath
}

/** Where it is read: of a hidden case by the case's id, since its number says which case it is. */
export const readAt = ({ id, referenceNumber, isSecret }: Case, commentId: string, path = panelPath): string =>
  `/arenden/${isSecret ? id : encodeURIComponent(referenceNumber)}/${path}#kommentar-${commentId}`

/** Tells everyone it concerns who wants to know at once. What was said stays in the house (TF 2:12). */
export async function tellConcerned(ctx: Write, caseId: string, saying: Saying): Promise<void> {
  const theCase = await getCase(ctx, caseId)
  const path = pathTo(ctx, { isOnDocument: saying.draftId === null })
  for (const [personId, why] of await concernedBy(ctx, theCase, saying))
    await tell(ctx, [personId], {
      authorityId: theCase.authorityId,
      about: { topic: 'commenting.said', id: saying.commentId, caseId },
      write: () => ({
        subject: mailWords.subject(theCase),
        text: mailWords.letter(theCase, {
          by: ctx.actor.name,
          why,
          link: here(readAt(theCase, saying.commentId, path)),
        }),
      }),
    })
}
