export * from './queries/decisions.ts'
export * from './queries/holder.ts'
export * from './queries/reports.ts'
export * from './queries/schemes.ts'
