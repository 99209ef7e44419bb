/** What has been said of drafts and of documents. */

export * from './queries/comments.ts'
export * from './queries/on-documents.ts'
export { getComment } from './queries/said.ts'
