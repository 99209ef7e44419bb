/** What an answer from outside is while it is written, and when it has been handed in. */

import './model/events.ts'

export * from './model/asked.ts'
export * from './model/assembled.ts'
export * from './model/attachment.ts'
export * from './model/cell.ts'
export * from './model/cut.ts'
export * from './model/fitting.ts'
export * from './model/form.ts'
export * from './model/link.ts'
export * from './model/passage.ts'
export * from './model/placing.ts'
export * from './model/submission.ts'
