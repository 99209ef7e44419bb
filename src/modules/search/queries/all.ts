/** Everything a search finds, for a file. */

import type { Read } from '../../../kernel/context.ts'
import { readCursor, type Cursor, type FoundItem } from '../model.ts'
import { search, type SearchAsked } from './search.ts'

const mostInAFile = 10_000

/** A thousand at a time, ten thousand at most. */
export async function findAll(ctx: Read, asked: SearchAsked): Promise<FoundItem[]> {
  const all: FoundItem[] = []
  let cursor: Cursor | null = null
  do {
    const page = await search(ctx, { ...asked, cursor, size: 1000 })
    all.push(...(page?.items ?? []))
    cursor = readCursor(page?.next ?? undefined)
  } while (cursor !== null && all.length < mostInAFile)
  return all.slice(0, mostInAFile)
}
