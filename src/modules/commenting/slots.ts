/** What comments show elsewhere: beside the text, and in "my work". */

import type { Read } from '../../kernel/context.ts'
import type { Fillings } from '../../kernel/slots.ts'
import type { WorkItem } from '../organisation/index.ts'
import type { DigestLine, DigestPart } from '../post/index.ts'
import { getCase } from '../registry/index.ts'
import { concernedBy, pathTo, readAt } from './commands/tell.ts'
import { countOpen, listSaidSince, listWaitingComments, type WaitingComments } from './queries.ts'
import { mailWords } from './text/mail.ts'
import { text } from './text.ts'
import { newsPath, panelPath } from './views.ts'

declare module '../../kernel/slots.ts' {
  interface Slots {
    /** Where in a case the comments on its documents are read, with a query of its own. */
    'comment.documents': { readonly path: string }
  }
}

async function waiting(ctx: Read): Promise<WorkItem[]> {
  const { personId } = ctx.actor
  return personId === null ? [] : (await listWaitingComments(ctx, personId)).map((one) => itemOf(one, pathTo(ctx, one)))
}

function itemOf({ referenceNumber, isOnDocument, count, names }: WaitingComments, path: string): WorkItem {
  return {
    group: 'now',
    title: isOnDocument ? text.work.onDocuments(count) : text.work.title(count),
    href: `/arenden/${encodeURIComponent(referenceNumber)}/${path}`,
    reference: referenceNumber,
    detail: text.work.from(names.join(', ')),
    due: null,
    action: text.work.action,
  }
}

/** What others have said to a person since the last letter, a line for each case. */
const gathered: DigestPart = {
  order: 20,
  list: async (ctx, { personId, since }) => {
    const lines: DigestLine[] = []
    const said = await listSaidSince(ctx, { since, personId })
    for (const [caseId, here] of Map.groupBy(said, (one) => one.caseId)) {
      const theCase = await getCase(ctx, caseId)
      const mine: typeof here = []
      for (const one of here) if ((await concernedBy(ctx, theCase, one)).has(personId)) mine.push(one)
      const [first] = mine
      if (first === undefined) continue
      const names = [...new Set(mine.map(({ byName }) => byName))]
      lines.push({
        authorityId: theCase.authorityId,
        heading: mailWords.heading(),
        words: mailWords.line(theCase, names),
        path: readAt(theCase, first.commentId, pathTo(ctx, { isOnDocument: first.draftId === null })),
      })
    }
    return lines
  },
}

export const slots: Fillings = {
  'digest.part': [gathered],
  'work.list': [{ key: 'commenting.waiting', show: waiting }],
  'draft.panel': [
    {
      key: 'comments',
      order: 60,
      label: () => text.panel,
      path: panelPath,
      isThere: async () => true,
      live: { count: (ctx, theCase) => countOpen(ctx, theCase.id), news: (theCase) => newsPath(theCase.id) },
    },
  ],
}
