/** A meeting of the decision plan, by the name it has on paper: "Servicenämndens arbetsutskott". */

import type { PlanLine } from './memo.ts'

/** A step that a board's own people take, and what their meeting is called. The board itself meets under its own name. */
const meetings: Readonly<Record<string, string>> = {
  chair_preparation: 'ordförandeberedning',
  working_committee: 'arbetsutskott',
  ordförandeberedning: 'ordförandeberedning',
  arbetsutskott: 'arbetsutskott',
  presidium: 'presidium',
  utskott: 'utskott',
  beredning: 'beredning',
}

/** Body and step in one name. A body that is called by its step already is not said twice. */
export function meetingOf({ body, step }: Pick<PlanLine, 'body' | 'step'>): string {
  const meeting = meetings[step.toLowerCase()]
  if (meeting === undefined || isNamedIn(meeting, body)) return body
  return body === '' ? meeting : `${body}${/[sxz]$/iu.test(body) ? '' : 's'} ${meeting}`
}

function isNamedIn(meeting: string, body: string): boolean {
  const stem = meeting === 'presidium' ? 'presidi' : meeting
  return body.toLowerCase().includes(stem)
}
