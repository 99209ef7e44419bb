/** What a question is, and what is found. Pure. */

export * from './model/filters.ts'
export * from './model/found.ts'
export * from './model/marking.ts'
export * from './model/passage.ts'
export * from './model/question.ts'
