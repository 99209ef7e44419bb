/** The place that the inbox leaves open for a module downstream, on the page of a message. */

import type { Read } from '../../../kernel/context.ts'
import type { Html } from '../../../kernel/html.ts'
import type { Message, Part } from './message.ts'

export type AboutMessage = { readonly message: Message; readonly parts: readonly Part[] }

/** What can be done with a message besides registering it; null: nothing with this one, or not by this person. */
export type MessagePart = {
  readonly order: number
  readonly show: (ctx: Read, about: AboutMessage) => Promise<Html | null>
}

declare module '../../../kernel/slots.ts' {
  interface Slots {
    'message.part': MessagePart
  }
}
