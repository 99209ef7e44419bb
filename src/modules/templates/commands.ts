/** The verbs of writing rules and templates. */

export * from './commands/template.ts'
export * from './commands/versions.ts'
