/** Rules and templates, read. */

export * from './queries/templates.ts'
export * from './queries/versions.ts'
