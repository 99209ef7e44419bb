/** Telling the heads that their officer has asked for more time (I-17): at once or in the morning's letter, as each has chosen. */

import type { Write } from '../../../kernel/context.ts'
import { here } from '../../../kernel/post.ts'
import { headsOfCase } from '../../drafting/index.ts'
import { tell, type DigestPart } from '../../post/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import { listAskedSince } from '../queries/extensions.ts'
import { mailWords } from '../text/heads.ts'

export type AskedFor = { readonly wantedOn: string; readonly reason: string }

/** By its id where it is hidden, since its number says which case it is. */
const hrefOf = ({ id, referenceNumber, isSecret }: Pick<Case, 'id' | 'referenceNumber' | 'isSecret'>): string =>
  caseHref({ referenceNumber: isSecret ? id : referenceNumber }, 'remiss#svarstid')

/** Gives the names of the heads, for the history: those who want no letters read it among their own work. */
export async function tellHeads(ctx: Write, theCase: Case, { wantedOn, reason }: AskedFor): Promise<string[]> {
  const heads = (await headsOfCase(ctx, theCase)).filter(({ id }) => id !== ctx.actor.personId)
  const ids = heads.map(({ id }) => id)
  await tell(ctx, ids, {
    authorityId: theCase.authorityId,
    about: { topic: 'referral.time-asked', id: theCase.id, caseId: theCase.id },
    write: () => ({
      subject: mailWords.subject(theCase),
      text: mailWords.letter(theCase, { by: ctx.actor.name, wantedOn, reason, link: here(hrefOf(theCase)) }),
    }),
  })
  return heads.map(({ name }) => name)
}

/** The same in the morning's letter. */
export const gatheredForHeads: DigestPart = {
  order: 25,
  list: async (ctx, { personId, since }) => {
    const lines = []
    for (const row of await listAskedSince(ctx, since)) {
      if (row.askedBy === personId || !(await headsOfCase(ctx, row)).some(({ id }) => id === personId)) continue
      const words = mailWords.line(row, { by: row.askedByName, wantedOn: row.wantedOn ?? '' })
      lines.push({ authorityId: row.authorityId, heading: mailWords.heading(), words, path: hrefOf(row) })
    }
    return lines
  },
}
