/** The face of `calls`: the call to a meeting, to members and substitutes, in versions that say what is new. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'

export { sendCall } from './commands/send.ts'

export const callsModule: Module = {
  name: 'calls',
  routes,
  slots,
  grants: {
    'calls.send': ['secretary'],
    'calls.mark-read': ['*'],
  },
}
