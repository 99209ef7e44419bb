/** What has been said of drafts. */

export * from './queries/comments.ts'
