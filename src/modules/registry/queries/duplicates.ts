/** Whether a file is in an authority's registry already: asked by every door that takes a file. */

import type { Read, Write } from '../../../kernel/context.ts'
import { recordNumber } from '../model.ts'
import { text } from '../text.ts'

export type Duplicate = {
  readonly sha256: string
  readonly recordId: string
  readonly number: string
  readonly title: string
  readonly referenceNumber: string
}

/**
 * The first record at the authority that holds a file with the same content, for each content; what is struck does not count.
 * Row-level security leaves out what the person may not see, so that nobody learns of a secret record by sending a file that
 * might be in it.
 */
export async function findDuplicates(
  ctx: Read | Write,
  authorityId: string,
  contents: readonly string[],
): Promise<Duplicate[]> {
  if (contents.length === 0) return []
  const rows = await ctx.db
    .selectFrom('registry.files as f')
    .innerJoin('registry.records as r', 'r.id', 'f.record_id')
    .innerJoin('registry.cases as c', 'c.id', 'r.case_id')
    .select(['f.sha256', 'r.id as recordId', 'r.year', 'r.number', 'r.title', 'c.reference_number as referenceNumber'])
    .where('f.sha256', 'in', [...new Set(contents)])
    .where('r.authority_id', '=', authorityId)
    .where('r.struck_at', 'is', null)
    .orderBy('r.year')
    .orderBy('r.number')
    .limit(1000)
    .execute()
  const first = new Map(rows.toReversed().map((row) => [row.sha256, row]))
  return [...first.values()].map(({ year, number, ...row }) => ({ ...row, number: recordNumber({ year, number }) }))
}

export type Twin = Duplicate & { readonly name: string }

type Named = { readonly name: string; readonly sha256: string }

/** The files that are in the authority's registry already, as far as the person can see. */
export async function twinsOf(ctx: Read | Write, authorityId: string, files: readonly Named[]): Promise<Twin[]> {
  const duplicates = await findDuplicates(
    ctx,
    authorityId,
    files.map(({ sha256 }) => sha256),
  )
  return files.flatMap(({ name, sha256 }) =>
    duplicates.filter((each) => each.sha256 === sha256).map((each) => ({ ...each, name })),
  )
}

/** What is said of them at the tick that lets them in anyway. */
export function sayTwins(twins: readonly Twin[]): string {
  return twins
    .map(({ name, number, referenceNumber }) => text.duplicates.there(name, number, referenceNumber))
    .join(' ')
}
