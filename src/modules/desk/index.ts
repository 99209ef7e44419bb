/** The officer's desk: what an answer is written from, beside it. The face of the module. */

import type { Module } from '../../kernel/module.ts'
import { colleagues } from '../commenting/index.ts'
import { readDocumentJob } from './commands/read-document.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'

export { makePhrase } from './commands/phrases.ts'
export { expectDocuments } from './commands/read-document.ts'

const writers = ['case_officer', 'registrar', 'secretary', 'head'] as const

export const deskModule: Module = {
  name: 'desk',
  routes,
  slots,
  jobs: { 'desk.read-document': readDocumentJob },
  grants: {
    'desk.comment': colleagues,
    'desk.read-document': writers,
    'desk.make-phrase': writers,
    'desk.change-phrase': writers,
    'desk.remove-phrase': writers,
    'desk.restore-phrase': writers,
  },
}
