/** The verbs of comments. */

export * from './commands/comment.ts'
