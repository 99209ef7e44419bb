/** The rules of delegation. Pure: no database, no clock, no HTTP. */

export * from './model/decision.ts'
export * from './model/report.ts'
export * from './model/rule.ts'
export * from './model/scheme.ts'
export * from './model/sheet.ts'
