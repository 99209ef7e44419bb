/** What comments show elsewhere: beside the text, and in "my work". */

import type { Read } from '../../kernel/context.ts'
import type { Fillings } from '../../kernel/slots.ts'
import type { WorkItem } from '../organisation/index.ts'
import { listWaitingComments, type WaitingComments } from './queries.ts'
import { text } from './text.ts'
import { panelPath } from './views.ts'

async function waiting(ctx: Read): Promise<WorkItem[]> {
  const { personId } = ctx.actor
  return personId === null ? [] : (await listWaitingComments(ctx, personId)).map(itemOf)
}

function itemOf({ referenceNumber, count, names }: WaitingComments): WorkItem {
  return {
    group: 'now',
    title: text.work.title(count),
    href: `/arenden/${encodeURIComponent(referenceNumber)}/${panelPath}`,
    reference: referenceNumber,
    detail: text.work.from(names.join(', ')),
    due: null,
    action: text.work.action,
  }
}

export const slots: Fillings = {
  'work.list': [{ key: 'commenting.waiting', show: waiting }],
  'draft.panel': [{ key: 'comments', order: 60, label: () => text.panel, path: panelPath, isThere: async () => true }],
}
