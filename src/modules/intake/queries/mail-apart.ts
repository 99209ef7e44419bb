/** Taking messages apart in a thread of its own, one at a time, each with its time. */

import { apart } from '../../../kernel/apart.ts'
import { unread, type ReadMail } from '../model/mail.ts'

const read = apart<{ readonly bytes: Uint8Array; readonly receivedAt: Date }, ReadMail>({
  thread: new URL('./mail-thread.ts', import.meta.url),
  patience: 120_000, // the largest message takes some seconds
  megabytes: 1024, // the largest message in several copies
  atOnce: 1,
  fell: unread('unreadable'),
  tooSlow: unread('unreadable'),
})

/** Reads a message apart from everything else. What takes too long or too much is unread, with that as the reason. Never throws. */
export function readMailApart(bytes: Uint8Array, receivedAt: Date): Promise<ReadMail> {
  return read({ bytes, receivedAt })
}
