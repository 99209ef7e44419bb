/** The verbs of comments. */

export * from './commands/comment.ts'
export * from './commands/on-document.ts'
