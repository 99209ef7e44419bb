/** The officer's desk: what an answer is written from, beside it. The face of the module. */

import type { Module } from '../../kernel/module.ts'
import { readDocumentJob } from './commands/read-document.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'

export { expectDocuments } from './commands/read-document.ts'

export const deskModule: Module = {
  name: 'desk',
  routes,
  slots,
  jobs: { 'desk.read-document': readDocumentJob },
  grants: { 'desk.read-document': ['case_officer', 'registrar', 'secretary', 'head'] },
}
