/** What `delegation` shows at others: on the case, in its history, on a meeting's page, in one's own work. */

import { may, today, type Read } from '../../kernel/context.ts'
import type { Html } from '../../kernel/html.ts'
import type { Fillings } from '../../kernel/slots.ts'
import type { Meeting } from '../meetings/index.ts'
import { caseHref, factDay, factWord, type Case, type LedgerWords, type Step } from '../registry/index.ts'
import { boardKinds, decisionNumber } from './model.ts'
import {
  countDelegatedInCase,
  countPlaced,
  findNextMeeting,
  hasScheme,
  listDelegatedInCase,
  listUnreported,
} from './queries.ts'
import { listWork } from './queries/work.ts'
import { text } from './text.ts'
import { nextHint } from './views/case.ts'
import { meetingPart } from './views/part.ts'

async function stepsOf(ctx: Read, theCase: Case): Promise<Step[]> {
  if ((await countDelegatedInCase(ctx, theCase.id)) === 0) return []
  const decisions = await listDelegatedInCase(ctx, theCase.id)
  return decisions
    .filter(({ correctedBy }) => correctedBy === null)
    .map((one) => ({
      label: one.isUrgent ? text.paper.urgent : text.paper.decision,
      state: 'done',
      date: one.decidedOn,
      note: decisionNumber(one),
      href: `${caseHref(theCase, 'delegation')}#${one.id}`,
    }))
}

async function nextOf(ctx: Read, theCase: Case): Promise<Html | null> {
  if ((await countDelegatedInCase(ctx, theCase.id)) === 0) return null
  return nextHint(theCase, await listDelegatedInCase(ctx, theCase.id))
}

/** Below the agenda of a board's next meeting stands what it is to be told of, from the moment it was decided. */
async function partOf(ctx: Read, meeting: Meeting): Promise<Html | null> {
  if (!boardKinds.some((kind) => kind === meeting.bodyKind) || meeting.state === 'cancelled') return null
  const isPast = meeting.heldOn < today(ctx)
  const next = isPast ? null : await findNextMeeting(ctx, meeting.bodyId)
  const isNext = next?.id === meeting.id
  return meetingPart({
    meeting,
    unreported: isNext ? await listUnreported(ctx, meeting.bodyId, meeting.heldOn) : [],
    placed: await countPlaced(ctx, meeting.id),
    isNext,
    mayReport: may(ctx.actor, 'delegation.report', meeting.authorityId),
  })
}

const ledger: readonly LedgerWords[] = [
  {
    event: 'delegation.decided',
    say: ({ delegate, number, rule, isUrgent, corrects }) => {
      const said =
        isUrgent === true
          ? text.ledger.urgent(factWord(delegate), factWord(number))
          : text.ledger.decided(factWord(delegate), factWord(number), factWord(rule))
      return typeof corrects === 'string' ? said + text.ledger.corrects(corrects) : said
    },
  },
  {
    event: 'delegation.reported',
    say: ({ number, body, heldOn }) => text.ledger.reported(factWord(number), factWord(body), factDay(heldOn)),
  },
  { event: 'delegation.minuted', say: ({ number }) => text.ledger.minuted(factWord(number)) },
  {
    event: 'delegation.noticed',
    say: ({ body, noticedOn }) => text.ledger.noticed(factWord(body), factDay(noticedOn)),
  },
]

export const slots: Fillings = {
  'record.tie': [{ module: 'delegation', why: () => text.tie }],
  'work.list': [{ key: 'delegation', show: listWork }],
  'case.step': [{ order: 55, show: stepsOf }],
  'case.next': [{ order: 55, show: nextOf }],
  'case.tab': [
    {
      key: 'delegation',
      order: 55,
      label: () => text.tab,
      href: (theCase) => caseHref(theCase, 'delegation'),
      isThere: (ctx, theCase) => hasScheme(ctx, theCase.authorityId),
      count: (ctx, theCase) => countDelegatedInCase(ctx, theCase.id),
    },
  ],
  'meeting.part': [{ order: 10, show: partOf }],
  'ledger.words': ledger,
}
