/** The doors of `voting`. */

import { z } from 'zod'
import { may, today, type Read } from '../../kernel/context.ts'
import { NotFound } from '../../kernel/errors.ts'
import { answer, endpoint, form, page, stream, type Route } from '../../kernel/http/route.ts'
import { getItem, getMeeting, listAgenda } from '../meetings/index.ts'
import { getCase } from '../registry/index.ts'
import { chooseMain, enterClaim, withdrawClaim } from './commands/claims.ts'
import { enterNote, removeNote, writeNote } from './commands/notes.ts'
import { topicOf } from './commands/open.ts'
import { findByAcclamation, takeBack, voteOpenly, voteSecretly } from './commands/questions.ts'
import { askedAs } from './model/order.ts'
import { tableShape } from './model/shape.ts'
import { markOf } from './model/table.ts'
import { tableOf } from './queries/table.ts'
import { text } from './text.ts'
import { tablePage } from './views/table.ts'
import { tablePath } from './views/view.ts'

/** The item and what lies on its table. */
async function seen(ctx: Read, itemId: string) {
  const item = await getItem(ctx, itemId)
  const meeting = await getMeeting(ctx, item.meetingId)
  const isTheirs = meeting.authorityId !== null && ctx.actor.authorities.includes(meeting.authorityId)
  // Others read the extract (B-20).
  if (!isTheirs && !ctx.actor.isSystem) throw new NotFound()
  return { item, meeting, table: await tableOf(ctx, meeting, item) }
}

const onePage = page('/sammantraden/:meetingId/bordet/:itemId', {
  may: 'someone',
  params: z.object({ meetingId: z.uuid(), itemId: z.uuid() }),
  show: async (ctx, { meetingId, itemId }, rejected) => {
    const { item, meeting, table } = await seen(ctx, itemId)
    if (meeting.id !== meetingId || meeting.heldOn > today(ctx)) throw new NotFound()
    await getCase(ctx, item.caseId) // so that one that is marked is noted as read (E-17)
    const agenda = await listAgenda(ctx, meetingId)
    const mayWrite = !table.isAdjusted && table.isCalled && may(ctx.actor, 'voting.enter-claim', meeting.authorityId)
    return tablePage({ meeting, item, table, agenda, mayWrite, rejected })
  },
})

const at = '/sammantraden/:meetingId/bordet/:itemId'
const back = { back: at }
const to =
  (part: string) =>
  ({ meetingId = '', itemId = '' }: Record<string, string>) =>
    `${tablePath({ meetingId, itemId })}#${part}`

const forms: readonly Route[] = [
  onePage,
  form(`${at}/yrkanden`, enterClaim, { ...back, then: to('yrkanden'), says: () => text.claimEntered }),
  form(`${at}/yrkanden/:claimId/ta-tillbaka`, withdrawClaim, {
    ...back,
    then: to('yrkanden'),
    says: () => text.claimWithdrawn,
  }),
  form(`${at}/huvudforslag`, chooseMain, { ...back, then: to('proposition'), says: () => text.mainChosen }),
  form(`${at}/acklamation`, findByAcclamation, { ...back, then: to('proposition'), says: () => text.found }),
  form(`${at}/omrostning`, voteOpenly, { ...back, then: to('proposition'), says: () => text.voted }),
  form(`${at}/sluten-omrostning`, voteSecretly, { ...back, then: to('proposition'), says: () => text.voted }),
  form(`${at}/ta-tillbaka`, takeBack, { ...back, then: to('proposition'), says: () => text.takenBack }),
  form(`${at}/anteckningar`, enterNote, { ...back, then: to('reservationer'), says: () => text.noteEntered }),
  form(`${at}/anteckningar/:noteId/text`, writeNote, {
    ...back,
    then: to('reservationer'),
    says: () => text.noteWritten,
  }),
  form(`${at}/anteckningar/:noteId/ta-bort`, removeNote, {
    ...back,
    then: to('reservationer'),
    says: () => text.noteRemoved,
  }),
]

const ofItem = z.object({ itemId: z.uuid() })

const api: readonly Route[] = [
  endpoint('/agenda-items/:itemId/claims', enterClaim),
  endpoint('/agenda-items/claims/:claimId/withdraw', withdrawClaim),
  endpoint('/agenda-items/:itemId/main-proposal', chooseMain, 'PUT'),
  endpoint('/agenda-items/:itemId/acclamation', findByAcclamation),
  endpoint('/agenda-items/:itemId/open-vote', voteOpenly),
  endpoint('/agenda-items/:itemId/secret-vote', voteSecretly),
  endpoint('/agenda-items/:itemId/take-back', takeBack),
  endpoint('/agenda-items/:itemId/notes', enterNote),
  endpoint('/agenda-items/notes/:noteId/words', writeNote, 'PUT'),
  endpoint('/agenda-items/notes/:noteId/remove', removeNote),
  answer('/agenda-items/:itemId/table', {
    may: 'someone',
    params: ofItem,
    result: tableShape,
    show: async (ctx, { itemId }) => {
      const { item, table } = await seen(ctx, itemId)
      await getCase(ctx, item.caseId)
      const { claims, main, settled, notes, course } = table
      const next = course.next === null ? null : { ...course.next, asked: askedAs(course.next) }
      return { claims, main, settled, notes, next, chosen: course.chosen }
    },
  }),
  stream('/agenda-items/:itemId/table/news', {
    may: 'someone',
    params: ofItem,
    topic: ({ itemId }) => topicOf(itemId),
    look: ({ itemId }) => {
      let told = ''
      return async (ctx) => {
        const mark = markOf((await seen(ctx, itemId)).table)
        if (mark === told) return null
        told = mark
        return { mark }
      }
    },
  }),
]

export const routes: readonly Route[] = [...forms, ...api]
