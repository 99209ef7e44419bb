/** Search in all that is registered: the face of the module. */

import type { Module } from '../../kernel/module.ts'
import { jobs } from './jobs.ts'
import { routes } from './routes.ts'
import { casesChanged, recordsChanged } from './slots.ts'

export { rebuildSearch, type Progress } from './commands/rebuild.ts'
export { search, type SearchAsked } from './queries/search.ts'
export type { FoundItem, FoundPage } from './model.ts'

export const searchModule: Module = {
  name: 'search',
  routes,
  jobs,
  slots: {
    'record.changed': [recordsChanged],
    'case.changed': [casesChanged],
    'record.tie': [{ module: 'search', why: null }],
  },
  grants: { 'search.save': ['*'], 'search.forget': ['*'] },
}
