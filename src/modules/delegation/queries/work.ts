/** Mitt arbete: what the secretary is to report before the next call, and urgent decisions that a chair and a secretary answer for. */

import { may, today, type Read } from '../../../kernel/context.ts'
import { dayText } from '../../../kernel/ui/index.ts'
import type { WorkItem } from '../../organisation/index.ts'
import { callDay } from '../model.ts'
import { text } from '../text.ts'
import { chairedBy, countWaiting, findNextMeeting, listUrgentFaults, type UrgentFault } from './reports.ts'

/** A secretary sees the authority where they work; a chair is told of their board's wherever they work for the moment. */
export async function listWork(ctx: Read): Promise<WorkItem[]> {
  const { at, personId, grants } = ctx.actor
  if (at === null || personId === null) return []
  const isSecretary = may(ctx.actor, 'delegation.report', at)
  const mayChair = [...(grants.get('delegation.decide-urgently') ?? [])]
  if (!isSecretary && mayChair.length === 0) return []
  const chaired = mayChair.length === 0 ? new Set<string>() : await chairedBy(ctx, personId)
  const faults = await listUrgentFaults(ctx, { authorityIds: isSecretary ? [at, ...mayChair] : mayChair })
  const isTold = ({ bodyId, authorityId }: UrgentFault) => (isSecretary && authorityId === at) || chaired.has(bodyId)
  const urgent = faults.filter(isTold).map(urgentItem)
  return isSecretary ? [...urgent, ...(await waiting(ctx, at))] : urgent
}

/** red until it stands on the agenda of the next meeting. */
function urgentItem({ number, bodyName, delegateName, decidedOn, nextId, nextOn, bodyId }: UrgentFault): WorkItem {
  return {
    group: 'now',
    title: text.work.urgent(number),
    href: nextId === null ? `/delegation?organ=${bodyId}` : `/sammantraden/${nextId}#anmalan`,
    reference: null,
    detail:
      nextOn === null
        ? text.work.urgentNoMeeting(delegateName, dayText(decidedOn), bodyName)
        : text.work.urgentDetail(delegateName, dayText(decidedOn), dayText(nextOn)),
    due: nextOn,
    action: text.work.report,
    wrong: text.work.violation,
  }
}

async function waiting(ctx: Read, authorityId: string): Promise<WorkItem[]> {
  const items: WorkItem[] = []
  for (const { bodyId, bodyName, unreported, toMinute } of await countWaiting(ctx, authorityId)) {
    if (unreported > 0) items.push(await toReport(ctx, { bodyId, bodyName, count: unreported }))
    if (toMinute > 0) items.push(toWrite({ bodyId, bodyName, count: toMinute }))
  }
  return items
}

type Waiting = { readonly bodyId: string; readonly bodyName: string; readonly count: number }

/** To be done when the call goes out, a week before the meeting; until then it is something that comes. */
async function toReport(ctx: Read, { bodyId, bodyName, count }: Waiting): Promise<WorkItem> {
  const meeting = await findNextMeeting(ctx, bodyId)
  const common = { title: text.work.unreported(count), reference: null, action: text.work.report }
  if (meeting === null)
    return {
      ...common,
      group: 'waiting',
      href: `/delegation?organ=${bodyId}`,
      detail: text.work.noMeeting(bodyName),
      due: null,
    }
  const due = callDay(meeting.heldOn)
  return {
    ...common,
    group: due <= today(ctx) ? 'now' : 'coming',
    href: `/sammantraden/${meeting.id}#anmalan`,
    detail: text.work.unreportedDetail(bodyName, dayText(meeting.heldOn)),
    // Once the call has gone out, what is left is the meeting itself.
    due: due < today(ctx) ? meeting.heldOn : due,
  }
}

function toWrite({ bodyId, bodyName, count }: Waiting): WorkItem {
  return {
    group: 'now',
    title: text.work.toMinute(count),
    href: `/delegation/sarskilt-protokoll?organ=${bodyId}`,
    reference: null,
    detail: bodyName,
    due: null,
    action: text.work.write,
  }
}
