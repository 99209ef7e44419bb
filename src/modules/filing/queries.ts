/** What the registers hold. */

export * from './queries/case-types.ts'
export * from './queries/classes.ts'
export * from './queries/contacts.ts'
