/** Drafts and their approval, read. */

export * from './queries/aside.ts'
export * from './queries/checks.ts'
export * from './queries/drafts.ts'
export * from './queries/heads.ts'
export * from './queries/history.ts'
export * from './queries/looks.ts'
export * from './queries/shared-text.ts'
export * from './queries/submissions.ts'
export * from './queries/other-case.ts'
export * from './queries/chain.ts'
export * from './queries/waiting.ts'
