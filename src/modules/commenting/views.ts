/** How comments show beside a draft. */

export * from './views/comments.ts'
export * from './views/item.ts'
