/** What disclosure shows elsewhere: in "my work". */

import { may, today, type Read } from '../../kernel/context.ts'
import type { WorkItem, WorkList } from '../organisation/index.ts'
import { isLate, requestHref, requestNumber, type DisclosureRequest } from './model/request.ts'
import { listMine } from './queries.ts'
import { text } from './text.ts'
import { stageWords } from './views/labels.ts'

/** Every open request stands there by itself: there is no queue to wait in (B-26). A late one comes to the head too. */
export const openRequests: WorkList = {
  key: 'disclosure.requests',
  show: async (ctx) => {
    const { at } = ctx.actor
    const isRegistrar = may(ctx.actor, 'registry.read-secret', at)
    const isHead = may(ctx.actor, 'disclosure.hand-over', at)
    if (at === null || !may(ctx.actor, 'disclosure.read', at)) return []
    const mine = await listMine(ctx, { isRegistrar, isHead })
    return mine.map((request) => itemOf(ctx, request))
  },
}

function itemOf(ctx: Read, request: DisclosureRequest): WorkItem {
  const isOthers = request.stage === 'testing' && request.officerId !== null && request.officerId !== ctx.actor.personId
  const isLateNow = isLate(request, today(ctx))
  const detail = isLateNow
    ? text.work.late(stageWords(request).toLocaleLowerCase('sv'))
    : text.work.detail(stageWords(request), text.delivery[request.delivery])
  return {
    group: isOthers && !isLateNow ? 'waiting' : 'now',
    title: text.work.title(requestNumber(request)),
    href: requestHref(request, request.awaitsDecision ? '/beslut' : ''),
    reference: request.reference,
    detail: isOthers && request.officerName !== null ? `${detail} · ${request.officerName}` : detail,
    due: request.dueOn,
    action: actionOf(request),
  }
}

function actionOf({ stage, awaitsDecision }: DisclosureRequest): string {
  if (awaitsDecision) return text.work.decide
  if (stage === 'testing') return text.work.assess
  return stage === 'ready' ? text.work.answer : text.work.test
}
