import type { Write } from '../../../kernel/context.ts'
import { writeLedger } from '../../registry/index.ts'
import type { MeetingChange } from '../../meetings/index.ts'
import { tellPeople } from './tell.ts'

/** Says in every case that is planned for a meeting that it was moved or cancelled; those on its agenda are told by the meeting. */
export async function tellPlans(ctx: Write, { meetingId, ...change }: MeetingChange): Promise<void> {
  const planned = await ctx.db
    .selectFrom('planning.steps as s')
    .innerJoin('registry.cases as c', 'c.id', 's.case_id')
    .where('s.meeting_id', '=', meetingId)
    .where('c.state', '=', 'open')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('meetings.items as i')
            .select('i.id')
            .whereRef('i.case_id', '=', 's.case_id')
            .where('i.meeting_id', '=', meetingId)
            .where('i.state', '<>', 'withdrawn'),
        ),
      ),
    )
    .select('s.case_id as caseId')
    .execute()
  for (const { caseId } of planned) await writeLedger(ctx, caseId, 'planning.meeting-changed', change)
  await tellPeople(ctx, { meetingId, ...change })
}
