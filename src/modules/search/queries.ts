/** The questions of searching. */

export * from './queries/all.ts'
export * from './queries/facets.ts'
export * from './queries/numbers.ts'
export * from './queries/saved.ts'
export * from './queries/search.ts'
export * from './queries/suggest.ts'
