/** What colleagues say of a draft. Pure. */

export * from './model/comment.ts'
