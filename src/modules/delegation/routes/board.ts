/** A board's list of decisions, its report to a meeting, and its särskilda protokoll. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { download, form, page, type Route } from '../../../kernel/http/route.ts'
import type { Body } from '../../organisation/index.ts'
import { noticeMinutes, report, writeMinutes } from '../commands.ts'
import type { DelegatedDecision } from '../model.ts'
import {
  findNextMeeting,
  listBoards,
  listDelegated,
  listMinutes,
  listOccurring,
  listUnreported,
  listUrgentFaults,
  shown,
  type DelegatedFilter,
} from '../queries.ts'
import { text } from '../text.ts'
import { boardPage, type Asked } from '../views/board.ts'
import { decisionsCsv } from '../views/csv.ts'
import { noBoardScreen, partHref } from '../views/frame.ts'
import { minutesPage } from '../views/minutes.ts'

/** The board asked for, else the first where one works; null when there is none. */
export async function boardOf(
  ctx: Read,
  asked: string | undefined,
): Promise<{ boards: readonly Body[]; board: Body; authorityId: string } | null> {
  const { at } = ctx.actor
  const boards = await listBoards(ctx, at)
  const board = boards.find(({ id }) => id === asked) ?? boards[0]
  return board === undefined || at === null ? null : { boards, board, authorityId: at }
}

const pageSize = 50

const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d_\d{1,9}_[0-9a-f-]{36}$/)
  .transform((words) => {
    const [decidedOn = '', number = '', id = ''] = words.split('_')
    return { decidedOn, number: Number(number), id }
  })

/** A form sends its empty fields too. */
const ifAny = <S extends z.ZodType>(schema: S) =>
  z.preprocess((given) => (given === '' ? undefined : given), schema.optional())

const filter = {
  organ: ifAny(z.uuid()),
  visa: z.enum(shown).default('open'),
  punkt: ifAny(z.string().max(40)),
  delegat: ifAny(z.uuid()),
  fran: ifAny(z.iso.date()),
  till: ifAny(z.iso.date()),
}

function filterOf(bodyId: string, { visa, punkt, delegat, fran, till }: Asked): DelegatedFilter {
  return {
    bodyId,
    shown: visa,
    ...(punkt !== undefined && { rule: punkt }),
    ...(delegat !== undefined && { delegateId: delegat }),
    ...(fran !== undefined && { from: fran }),
    ...(till !== undefined && { to: till }),
  }
}

const list = page('/delegation', {
  may: 'someone',
  params: z.object({ ...filter, efter: cursor.optional() }),
  show: async (ctx, { organ, efter, ...asked }) => {
    const where = await boardOf(ctx, organ)
    if (where === null) return noBoardScreen()
    const { board, authorityId } = where
    const found = await listDelegated(ctx, {
      ...filterOf(board.id, asked),
      ...(efter !== undefined && { after: efter }),
      limit: pageSize + 1,
    })
    const decisions = found.slice(0, pageSize)
    return boardPage({
      ...where,
      decisions,
      asked,
      occurring: await listOccurring(ctx, board.id),
      unreported: (await listUnreported(ctx, board.id)).length,
      nextMeeting: await findNextMeeting(ctx, board.id),
      faults: await listUrgentFaults(ctx, { authorityIds: [authorityId], bodyId: board.id, also: 'late' }),
      mayReport: may(ctx.actor, 'delegation.report', authorityId),
      next: found.length > pageSize ? cursorOf(decisions.at(-1)) : null,
      today: today(ctx),
    })
  },
})

function cursorOf(last: DelegatedDecision | undefined): string | null {
  return last === undefined ? null : `${last.decidedOn}_${last.number}_${last.id}`
}

const mostInAFile = 20_000

const file = download('/delegation/beslut.csv', {
  may: 'someone',
  params: z.object(filter),
  send: async (ctx, { organ, ...asked }) => {
    const where = await boardOf(ctx, organ)
    const decisions =
      where === null ? [] : await listDelegated(ctx, { ...filterOf(where.board.id, asked), limit: mostInAFile })
    return { name: `${text.list.csv}.csv`, mediaType: 'text/csv', inline: false, body: decisionsCsv(decisions) }
  },
})

const minutes = page('/delegation/sarskilt-protokoll', {
  may: 'someone',
  params: z.object({ organ: ifAny(z.uuid()), bodyId: ifAny(z.uuid()) }),
  show: async (ctx, { organ, bodyId }, rejected) => {
    const where = await boardOf(ctx, bodyId ?? organ)
    if (where === null) return noBoardScreen()
    return minutesPage({
      ...where,
      waiting: (await listDelegated(ctx, { bodyId: where.board.id, standings: ['to_minute'] })).toReversed(),
      minutes: await listMinutes(ctx, where.board.id),
      mayWrite: may(ctx.actor, 'delegation.write-minutes', where.authorityId),
      today: today(ctx),
      rejected,
    })
  },
})

const toMinutes = { back: '/delegation/sarskilt-protokoll' }

export const boardRoutes: readonly Route[] = [
  list,
  file,
  minutes,
  form('/sammantraden/:meetingId/delegation', report, {
    back: '/sammantraden/:meetingId',
    then: ({ meetingId }) => `/sammantraden/${meetingId}#anmalan`,
    says: ({ reported }) => text.report.said(reported),
  }),
  form('/delegation/sarskilt-protokoll/uppratta', writeMinutes, {
    ...toMinutes,
    then: ({ bodyId }) => partHref('minutes', bodyId ?? ''),
    says: ({ decisions }) => text.minutes.written(decisions),
  }),
  form('/delegation/sarskilt-protokoll/:minutesId/anslag', noticeMinutes, {
    ...toMinutes,
    then: (_, { bodyId }) => partHref('minutes', bodyId),
    says: () => text.minutes.noticedSaid,
  }),
]
