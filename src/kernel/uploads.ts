/** Files on their way in: sent first, made part of a record by a command afterwards, so that a form that is refused loses none. */

import { actingPerson, type Read, type Write } from './context.ts'
import type { Arrived } from './http/input.ts'
import { Invalid } from './errors.ts'
import { words } from './words.ts'

export type Upload = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly size: number
}

const text = words(
  { gone: 'Filen finns inte kvar. Välj den igen.' },
  { gone: 'The file is no longer there. Choose it again.' },
)

/** Notes that a file arrived, and gives the id that a command can use. The bytes are in the file store already. */
export async function noteUpload(ctx: Write, file: Omit<Arrived, 'field'>): Promise<string> {
  const { id } = await ctx.db
    .insertInto('kernel.uploads')
    .values({
      person_id: actingPerson(ctx),
      name: file.name,
      media_type: file.mediaType,
      sha256: file.sha256,
      size: file.size,
      uploaded_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The person's own uploads, in the order asked for. Throws `Invalid` for one that is not theirs or not there. */
export async function takeUploads(ctx: Read | Write, ids: readonly string[], field = 'files'): Promise<Upload[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('kernel.uploads')
    .select(['id', 'name', 'media_type as mediaType', 'sha256', 'size'])
    .where('id', 'in', ids)
    .execute()
  return ids.map((id) => {
    const upload = rows.find((row) => row.id === id)
    if (upload === undefined) throw new Invalid({ [field]: text.gone })
    return upload
  })
}
