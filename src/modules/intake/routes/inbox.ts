/** The doors of e-mail in: the inbox, the message, what came with it, and what is done with it. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { Html } from '../../../kernel/html.ts'
import { answer, download, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import { dayText } from '../../../kernel/ui/index.ts'
import { startOfDay, swedishDay } from '../../../kernel/time.ts'
import { together } from '../../../kernel/together.ts'
import { getAuthority, type WorkItem, type WorkList } from '../../organisation/index.ts'
import { putBackMessage, registerMessage, releaseMessage, setMessageAside } from '../commands/message.ts'
import { importMail } from '../commands/receive.ts'
import { lateBefore, messageHref, registerBy, type Message } from '../model/message.ts'
import {
  countMessages,
  countWaiting,
  getMessage,
  listActs,
  listMessages,
  listParts,
  listTwins,
  nameOfSender,
  proposedCase,
  readCursor,
  recordOf,
  type Counts,
} from '../queries/messages.ts'
import { text } from '../text/inbox.ts'
import { importHref, inboxHref, inboxPage, views } from '../views/inbox.ts'
import { messageAnswer, messagesAnswer } from '../views/message-answers.ts'
import { isShown } from '../views/message-parts.ts'
import { messagePage } from '../views/message.ts'

const choices = z.object({
  visa: z.enum(['vantar', 'karantan', 'hanterade']).default('vantar').catch('vantar'),
  efter: z.string().max(60).optional(),
})

function countsAt(ctx: Read, authorityId: string) {
  return countMessages(ctx, authorityId, startOfDay(lateBefore(today(ctx))))
}

const inbox = page(inboxHref, {
  may: 'intake.read-mail',
  params: choices,
  show: async (ctx, { visa, efter }, rejected) => {
    const authorityId = found(ctx.actor.at)
    const view = views[visa]
    return inboxPage({
      authorityName: (await getAuthority(ctx, authorityId)).name,
      view,
      counts: await countsAt(ctx, authorityId),
      ...(await listMessages(ctx, { authorityId, view }, { after: readCursor(efter) })),
      mayImport: may(ctx.actor, 'intake.import-mail', authorityId),
      today: today(ctx),
      rejected,
    })
  },
})

const one = z.object({ messageId: z.uuid() })

async function aboutMessage(ctx: Read, message: Message) {
  return {
    message,
    parts: await listParts(ctx, message.id),
    acts: await listActs(ctx, message.id),
    twins: await listTwins(ctx, message),
    proposed: await proposedCase(ctx, message),
    record: await recordOf(ctx, message),
    contactName: await nameOfSender(ctx, message),
  }
}

const message = page(`${inboxHref}/:messageId`, {
  may: 'intake.read-mail',
  params: one,
  show: async (ctx, { messageId }, rejected) => {
    const theMessage = await getMessage(ctx, messageId)
    const mine = (verb: string) => may(ctx.actor, `intake.${verb}`, theMessage.authorityId)
    return messagePage({
      ...(await aboutMessage(ctx, theMessage)),
      may: {
        register: mine('register-message'),
        setAside: mine('set-aside'),
        release: mine('release'),
        putBack: mine('put-back'),
      },
      more: await moreOf(ctx, theMessage),
      today: today(ctx),
      rejected,
    })
  },
})

/** What modules downstream can do with it. */
async function moreOf(ctx: Read, theMessage: Message): Promise<Html[]> {
  const about = { message: theMessage, parts: await listParts(ctx, theMessage.id) }
  const parts = ctx.slots('message.part').toSorted((a, b) => a.order - b.order)
  const shown = await together(parts.map((part) => part.show(ctx, about)))
  return shown.filter((part) => part !== null)
}

const original = download(`${inboxHref}/:messageId/original`, {
  may: 'intake.read-mail',
  params: one,
  send: async (ctx, { messageId }) => {
    const { sha256, size } = await getMessage(ctx, messageId)
    const name = `meddelande-${messageId.slice(0, 8)}.eml`
    return { name, mediaType: 'message/rfc822', inline: false, body: { sha256, size } }
  },
})

const attachment = download(`${inboxHref}/:messageId/bilagor/:position`, {
  may: 'intake.read-mail',
  params: one.extend({ position: z.coerce.number().int().positive(), visa: z.string().optional() }),
  send: async (ctx, { messageId, position, visa }) => {
    const { state } = await getMessage(ctx, messageId)
    const part = found(
      (await listParts(ctx, messageId)).find((each) => each.position === position && state !== 'quarantined'),
    )
    const { name, mediaType, sha256, size } = part
    return { name, mediaType, inline: visa === '1' && isShown(part), body: { sha256, size } }
  },
})

const list = answer('/messages', {
  may: 'intake.read-mail',
  params: z.object({
    view: z.enum(['waiting', 'quarantined', 'handled']).default('waiting'),
    after: z.string().max(60).optional(),
  }),
  result: messagesAnswer,
  show: async (ctx, { view, after }) => {
    const authorityId = found(ctx.actor.at)
    const { oldest: _, oldestHeld: __, ...counts } = await countsAt(ctx, authorityId)
    return { counts, ...(await listMessages(ctx, { authorityId, view }, { after: readCursor(after) })) }
  },
})

const single = answer('/messages/:messageId', {
  may: 'intake.read-mail',
  params: one,
  result: messageAnswer,
  show: async (ctx, { messageId }) => {
    const { message: theMessage, parts, twins, proposed } = await aboutMessage(ctx, await getMessage(ctx, messageId))
    return { ...theMessage, parts, twins, proposed: proposed?.referenceNumber ?? null }
  },
})

const onMessage = { back: `${inboxHref}/:messageId` }

export const inboxRoutes: readonly Route[] = [
  inbox,
  message,
  original,
  attachment,
  list,
  single,
  form(importHref, importMail, {
    back: inboxHref,
    then: (_, { messages }) =>
      messages.every(({ state }) => state === 'quarantined') ? `${inboxHref}?visa=karantan` : inboxHref,
    says: ({ messages }) =>
      text.upload.done(messages.length, messages.filter(({ state }) => state === 'quarantined').length),
  }),
  form(`${inboxHref}/:messageId/registrera`, registerMessage, {
    ...onMessage,
    then: () => inboxHref,
    says: ({ number, referenceNumber }) => text.register.done(number, referenceNumber),
  }),
  form(`${inboxHref}/:messageId/lagg-at-sidan`, setMessageAside, {
    ...onMessage,
    then: () => inboxHref,
    says: () => text.aside.done,
  }),
  form(`${inboxHref}/:messageId/slapp`, releaseMessage, {
    ...onMessage,
    then: (_, { messageId }) => messageHref({ id: messageId }),
    says: () => text.release.done,
  }),
  form(`${inboxHref}/:messageId/angra`, putBackMessage, {
    ...onMessage,
    then: (_, { messageId }) => messageHref({ id: messageId }),
    says: () => text.undo.done,
  }),
  endpoint('/messages', importMail),
  endpoint('/messages/:messageId/registration', registerMessage),
  endpoint('/messages/:messageId/set-aside', setMessageAside),
  endpoint('/messages/:messageId/release', releaseMessage),
  endpoint('/messages/:messageId/put-back', putBackMessage),
]

/** Mail may hold anything until somebody has judged it: for those who read what is secret at the authority. */
export const inboxGrants = {
  'intake.read-mail': ['registrar'],
  'intake.import-mail': ['registrar'],
  'intake.register-message': ['registrar'],
  'intake.set-aside': ['registrar'],
  'intake.release': ['registrar'],
  'intake.put-back': ['registrar'],
} as const

export const inboxNavigation = {
  key: 'inbox',
  order: 12,
  label: () => text.nav,
  href: inboxHref,
  may: 'intake.read-mail',
  waiting: async (ctx: Read) => (ctx.actor.at === null ? 0 : countWaiting(ctx, ctx.actor.at)),
} as const

const inWork = () => ({ group: 'now', href: inboxHref, reference: null, due: null, action: text.work.action }) as const

/** Mitt arbete for a registrar: what is late (B-02), what waits, what is kept apart. */
export const inboxWork: WorkList = {
  key: 'intake.messages',
  show: async (ctx) => {
    const { at } = ctx.actor
    if (at === null || !may(ctx.actor, 'intake.register-message', at)) return []
    const counts = await countsAt(ctx, at)
    return [...waitingWork(counts), ...heldWork(counts)]
  },
}

function waitingWork({ late, waiting, oldest }: Counts): WorkItem[] {
  if (oldest === null) return []
  const day = swedishDay(oldest)
  const eldest = { ...inWork(), detail: text.work.oldest(dayText(day)), due: registerBy(day) }
  const fresh = waiting - late
  const items: (WorkItem | false)[] = [
    late > 0 && { ...eldest, title: text.work.late(late) },
    fresh > 0 && { ...(late > 0 ? { ...inWork(), detail: '' } : eldest), title: text.work.waiting(fresh) },
  ]
  return items.filter((each) => each !== false)
}

/** What is kept apart has come in all the same, and is as late as anything else. */
function heldWork({ quarantined, oldestHeld }: Counts): WorkItem[] {
  if (oldestHeld === null) return []
  const title = text.work.held(quarantined)
  return [
    { ...inWork(), title, href: `${inboxHref}?visa=karantan`, detail: '', due: registerBy(swedishDay(oldestHeld)) },
  ]
}
