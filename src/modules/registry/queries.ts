/** The registry's questions. */

export * from './queries/cases.ts'
export * from './queries/duplicates.ts'
export * from './queries/filing.ts'
export * from './queries/journal.ts'
export * from './queries/officers.ts'
export * from './queries/placing.ts'
export * from './queries/records.ts'
export * from './queries/secrecy.ts'
export * from './queries/unveil.ts'
export * from './queries/work.ts'
