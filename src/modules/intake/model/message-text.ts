/** A message as a text that anyone can read: who, when and about what, then the words. Pure. */

import { swedishClock, swedishDay } from '../../../kernel/time.ts'
import { text } from '../text/inbox.ts'
import { senderText, type Message } from './message.ts'

export function messageText(message: Message): string {
  const at = (instant: Date) => `${swedishDay(instant)} ${swedishClock(instant)}`
  const lines: readonly (readonly [string, string | null])[] = [
    [text.message.from, senderText(message)],
    [text.message.to, message.envelopeTo.join(', ')],
    [text.columns.subject, message.subject],
    [text.message.received, at(message.receivedAt)],
    [text.message.sent, message.sentAt === null ? null : at(message.sentAt)],
  ]
  const head = lines.filter(([, value]) => value !== null && value !== '').map(([term, value]) => `${term}: ${value}`)
  return `${head.join('\n')}\n\n${message.body}\n`
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'intake.message-registered': { recordId: string; messageId: string; via: string; sha256: string }
  }
}
