/** What `calls` puts at others: on a meeting's page, in one's own work, in a case's history. And what it is told. */

import type { Read } from '../../kernel/context.ts'
import type { Html } from '../../kernel/html.ts'
import type { Fillings } from '../../kernel/slots.ts'
import type { Rejected } from '../../kernel/ui/index.ts'
import type { Meeting } from '../meetings/index.ts'
import { factDay, factWord } from '../registry/index.ts'
import { tellOfChange } from './commands/send.ts'
import { hasPapers } from './queries/papers.ts'
import { callsOf } from './queries/part.ts'
import { listWork } from './queries/work.ts'
import { text } from './text.ts'
import { callPart, papersLink } from './views/part.ts'

/** At the authority itself, while there is somebody to call or something that was sent. */
async function partOf(ctx: Read, meeting: Meeting, rejected: Rejected | undefined): Promise<Html | null> {
  const isTheirs = meeting.authorityId !== null && ctx.actor.authorities.includes(meeting.authorityId)
  if (!isTheirs) return null
  const view = await callsOf(ctx, meeting)
  const isToCome = meeting.state !== 'cancelled' && meeting.heldOn >= view.today && meeting.itemCount > 0
  return view.calls.length > 0 || (isToCome && view.maySend) ? callPart(view, rejected) : null
}

/** To whoever reads the meeting, while there is something to take along. */
async function papersPart(ctx: Read, meeting: Meeting): Promise<Html | null> {
  return (await hasPapers(ctx, meeting.id)) ? papersLink(meeting) : null
}

export const slots: Fillings = {
  'meeting.part': [
    { order: 1, show: papersPart },
    { order: 2, show: partOf },
  ],
  'meeting.changed': [{ tell: tellOfChange }],
  'work.list': [{ key: 'calls', show: listWork }],
  'ledger.words': [
    { event: 'calls.called', say: ({ body, heldOn }) => text.ledger.called(factWord(body), factDay(heldOn)) },
  ],
}
