/** What colleagues say of a draft and of its documents, and propose in it: the face of the module. */

import type { Module } from '../../kernel/module.ts'
import { colleagues } from './model.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'

export { closeComment, comment, commentOnDocument, reopenComment, reply } from './commands.ts'
export {
  colleagues,
  commentStates,
  obstaclesInCase,
  topicOf,
  type Anchor,
  type DocumentComment,
  type Standing,
} from './model.ts'
export { countOpenOnDocuments, documentStandingOf, listDocumentComments } from './queries.ts'
export { commentItem, commentSays } from './views.ts'

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
