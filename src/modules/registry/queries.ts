/** The registry's questions. */

export * from './queries/cases.ts'
export * from './queries/officers.ts'
export * from './queries/records.ts'
export * from './queries/search.ts'
export * from './queries/work.ts'
