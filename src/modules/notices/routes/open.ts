/** The board itself: open to anyone, without a sign-in. */

import { z } from 'zod'
import { today, type Read } from '../../../kernel/context.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { answer, page, type Route } from '../../../kernel/http/route.ts'
import { stateOf, type Notice } from '../model/notice.ts'
import { asPublic, noticeShape } from '../model/shape.ts'
import { getNotice, listUp } from '../queries/notices.ts'
import { boardHref, boardPage, kioskHref, publicNoticePage, takenDownPage } from '../views/board.ts'

const board = page(boardHref, {
  may: 'anyone',
  params: z.object({ organ: z.uuid().optional().catch(undefined) }),
  show: async (ctx, { organ }) => shown(ctx, { bodyId: organ ?? null, isKiosk: false }),
})

const kiosk = page(kioskHref, {
  may: 'anyone',
  params: z.object({}),
  show: async (ctx) => shown(ctx, { bodyId: null, isKiosk: true }),
})

async function shown(ctx: Read, { bodyId, isKiosk }: { bodyId: string | null; isKiosk: boolean }) {
  const all = await listUp(ctx)
  const bodies = [...new Map(all.map((each) => [each.bodyId, { id: each.bodyId, name: each.bodyName }])).values()]
  const notices = all.filter((each) => bodyId === null || each.bodyId === bodyId)
  return boardPage({ notices, bodies, bodyId, now: ctx.now, isKiosk })
}

const one = page(`${boardHref}/:noticeId`, {
  may: 'anyone',
  params: z.object({ noticeId: z.uuid() }),
  show: async (ctx, { noticeId }) => {
    const notice = await getNotice(ctx, noticeId)
    return isDown(ctx, notice) ? takenDownPage(notice) : publicNoticePage(notice)
  },
})

const isDown = (ctx: Read, notice: Notice) => stateOf(notice, today(ctx)) === 'down'

export const open: readonly Route[] = [
  board,
  kiosk,
  one,
  answer('/notice-board', {
    may: 'anyone',
    params: z.object({ bodyId: z.uuid().optional() }),
    result: z.object({ notices: z.array(noticeShape) }),
    show: async (ctx, { bodyId }) => ({ notices: (await listUp(ctx, { bodyId })).map(asPublic) }),
  }),
  answer('/notice-board/:noticeId', {
    may: 'anyone',
    params: z.object({ noticeId: z.uuid() }),
    result: noticeShape,
    show: async (ctx, { noticeId }) => {
      const notice = await getNotice(ctx, noticeId)
      if (isDown(ctx, notice)) throw new NotFound()
      return asPublic(notice)
    },
  }),
]
