/** What comes in and is registered: the face of the module. */

import type { Module } from '../../kernel/module.ts'
import { uploadsInBatches } from './queries/batches.ts'
import { routes } from './routes.ts'
import { batchGrants, batchWork } from './routes/batches.ts'
import { inboxGrants, inboxNavigation, inboxWork } from './routes/inbox.ts'
import { registerGrants, registerNavigation } from './routes/register.ts'
import { text } from './text/inbox.ts'
import './model/slots.ts'

export { receive, takeApart, type Arrival, type Received, type Way } from './commands/receive.ts'
export { importMail } from './commands/receive.ts'
export { registerMessage } from './commands/message.ts'
export { messageHref, type Message, type Part } from './model/message.ts'
export type { AboutMessage, MessagePart } from './model/slots.ts'
export { getMessage, listParts } from './queries/messages.ts'
export { listenForMail, type MailDoor, type MailSettings } from './routes/smtp.ts'

export const intakeModule: Module = {
  name: 'intake',
  routes,
  navigation: [inboxNavigation, registerNavigation],
  slots: {
    'record.tie': [{ module: 'intake', why: null }],
    'work.list': [inboxWork, batchWork],
    'uploads.needed': [{ key: 'intake.batches', list: uploadsInBatches }],
    'ledger.words': [{ event: 'intake.message-registered', say: ({ via }) => text.ledger.registered(String(via)) }],
  },
  grants: { ...registerGrants, ...batchGrants, ...inboxGrants },
}
