/** What colleagues say of a draft, and propose in it: the face of the module. */

import type { Module } from '../../kernel/module.ts'
import { colleagues } from './model.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'

export { comment, reply } from './commands.ts'

const writers = ['case_officer', 'secretary', 'head'] as const

export const commentingModule: Module = {
  name: 'commenting',
  routes,
  slots,
  grants: {
    'commenting.comment': colleagues,
    'commenting.reply': colleagues,
    'commenting.close': colleagues,
    'commenting.reopen': colleagues,
    'commenting.take': writers,
  },
}
