/** What colleagues say of a draft, and of what it is written from. Pure. */

export * from './model/comment.ts'
