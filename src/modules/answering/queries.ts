/** What is read of answers from outside. */

export * from './queries/apart.ts'
export * from './queries/link.ts'
export * from './queries/readings.ts'
export * from './queries/sender.ts'
export * from './queries/submissions.ts'
export * from './queries/working.ts'
