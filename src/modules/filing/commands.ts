/** The verbs of the registers. */

export * from './commands/case-types.ts'
export * from './commands/classes.ts'
export * from './commands/contacts.ts'
