/** The verbs of writing rules and templates. */

export * from './commands/versions.ts'
