/** The questions of disclosure. */

export * from './queries/description.ts'
export * from './queries/file-text.ts'
export * from './queries/items.ts'
export * from './queries/mandates.ts'
export * from './queries/requests.ts'
