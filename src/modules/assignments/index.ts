/** The face of `assignments`: what the council told a body to do, and the case it is done in. */

export { type Assignment, type Receiver } from './model.ts'
export { findAssignmentOfCase, getAssignment, listAssignments } from './queries.ts'
export { registerAssignment } from './commands.ts'
