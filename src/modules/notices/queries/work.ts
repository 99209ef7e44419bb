/** What waits for those who keep the board: breaks in a notice's period that nobody has settled. */

import { may, type Read } from '../../../kernel/context.ts'
import type { WorkItem } from '../../organisation/index.ts'
import { text } from '../text.ts'
import { listBroken } from './notices.ts'

/** Nothing for those who settle no breaks at the authority where they are. */
export async function listWork(ctx: Read): Promise<WorkItem[]> {
  const { at } = ctx.actor
  if (at === null || !may(ctx.actor, 'notices.settle-breaks', at)) return []
  return (await listBroken(ctx, at)).map((notice) => ({
    group: 'now',
    title: text.work.broken(notice.title),
    href: `/anslag/${notice.id}#avbrott`,
    reference: notice.paragraphs,
    detail: text.work.detail,
    due: notice.lastAppealOn,
    action: text.work.action,
  }))
}
