/** Rules and templates, read. */

export * from './queries/versions.ts'
