/** The face of `assignments`: what the council told a body to do, and the case it is done in. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'
import { text } from './text.ts'

export { registerAssignment } from './commands.ts'
export { type Assignment, type Receiver } from './model.ts'
export { findAssignmentOfCase, getAssignment, listAssignments, type AssignmentFilter } from './queries.ts'

export const assignmentsModule: Module = {
  name: 'assignments',
  routes,
  slots,
  navigation: [{ key: 'assignments', order: 50, label: () => text.title, href: '/uppdrag', may: 'someone' }],
  grants: { 'assignments.register': ['registrar', 'case_officer', 'secretary', 'head'] },
}
