/** The face of `notices`: the municipality's notice board, open to everyone. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'
import { text } from './text.ts'

export { watchBoard } from './commands/serve.ts'
export { boardHref } from './views/board.ts'
export { post } from './commands/post.ts'
export { blank, postNotice, type NewNotice } from './commands/steps.ts'

const keepers = ['secretary', 'registrar']

export const noticesModule: Module = {
  name: 'notices',
  routes,
  slots,
  navigation: [{ key: 'notices', order: 42, label: () => text.navigation, href: '/anslag', may: 'someone' }],
  grants: {
    'notices.post': keepers,
    'notices.set-place': keepers,
    'notices.settle-breaks': ['secretary'],
    'notices.note-appeal': keepers,
    'notices.withhold': keepers,
  },
}
