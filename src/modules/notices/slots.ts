/** What `notices` shows at others: on a meeting, below a decision, in a case's history, in one's own work. And what it is told. */

import { may, today, type Read, type Write } from '../../kernel/context.ts'
import type { Html } from '../../kernel/html.ts'
import type { Fillings } from '../../kernel/slots.ts'
import { capital, dayText } from '../../kernel/ui/index.ts'
import { speaking } from '../../kernel/words.ts'
import type { Decision, Meeting, MinutesAdjusted } from '../meetings/index.ts'
import { factDay, factWord, type LedgerWords } from '../registry/index.ts'
import { blank, postNotice } from './commands/steps.ts'
import { paragraphsText } from './model/notice.ts'
import { findOfDecision, isAppealed, listOfMeeting } from './queries/notices.ts'
import { listWork } from './queries/work.ts'
import { text } from './text.ts'
import { decisionPart, meetingPart } from './views/part.ts'

/** each part of a meeting that is adjusted is posted in the same moment, with an appeal period of its own. */
async function postAdjusted(
  ctx: Write,
  { meeting, decisions, adjustedOn }: Parameters<MinutesAdjusted['tell']>[1],
): Promise<void> {
  const { authorityId, bodyId, bodyName, bodyKind, heldOn } = meeting
  // A chair's preparation decides nothing and keeps no minutes of the law's kind.
  if (authorityId === null || bodyKind === 'chair_preparation') return
  const words = speaking('sv', () => ({
    title: text.minutesTitle(capital(bodyName), dayText(heldOn)),
    paragraphs: paragraphsText(decisions.map(({ paragraph }) => paragraph)),
  }))
  await postNotice(ctx, {
    ...blank,
    ...words,
    authorityId,
    bodyId,
    kind: 'minutes',
    meetingId: meeting.id,
    meetingOn: heldOn,
    adjustedOn,
    decisionIds: decisions.map(({ id }) => id),
  })
}

async function partOf(ctx: Read, meeting: Meeting): Promise<Html | null> {
  const mayPost = may(ctx.actor, 'notices.post', meeting.authorityId)
  return meetingPart({ meeting, notices: await listOfMeeting(ctx, meeting.id), mayPost, today: today(ctx) })
}

async function belowDecision(ctx: Read, decision: Decision): Promise<Html | null> {
  // What a preparing body proposes is decided by another, and has no legal force.
  if (decision.state !== 'adjusted' || decision.isProposal) return null
  const notice = await findOfDecision(ctx, decision.id)
  if (notice === undefined) return null
  return decisionPart(notice, { isAppealed: await isAppealed(ctx, decision.id), today: today(ctx) })
}

const ledger: readonly LedgerWords[] = [
  {
    event: 'notices.posted',
    say: ({ body, paragraph, lastAppealOn, daysLate }) => {
      const late = typeof daysLate === 'number' && daysLate > 0 ? text.ledger.late(String(daysLate)) : ''
      return text.ledger.posted(factWord(body), factWord(paragraph), factDay(lastAppealOn)) + late
    },
  },
  {
    event: 'notices.posted-anew',
    say: ({ body, paragraph, lastAppealOn }) =>
      text.ledger.postedAnew(factWord(body), factWord(paragraph), factDay(lastAppealOn)),
  },
  {
    event: 'notices.appealed',
    say: ({ body, paragraph, cameOn }) => text.ledger.appealed(factWord(body), factWord(paragraph), factDay(cameOn)),
  },
]

export const slots: Fillings = {
  'minutes.adjusted': [{ tell: postAdjusted }],
  'meeting.part': [{ order: 20, show: partOf }],
  'decision.next': [{ order: 5, show: belowDecision }],
  'work.list': [{ key: 'notices', show: listWork }],
  'ledger.words': ledger,
}
