/** Files on their way in: sent first, made part of a record by a command afterwards, so that a form that is refused loses none. */

import { actingPerson, type Read, type Write } from './context.ts'
import type { Arrived } from './http/input.ts'
import { Invalid } from './errors.ts'
import { together } from './together.ts'
import { words } from './words.ts'

export type Upload = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly size: number
}

/** Uploads that a module still has use for, however old they are. */
type NeededUploads = { readonly key: string; readonly list: (ctx: Read | Write) => Promise<readonly string[]> }

declare module './slots.ts' {
  interface Slots {
    'uploads.needed': NeededUploads
  }
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

/** Lets go of uploads before their time, because whoever sent them said so. Their bytes are swept when nothing else has them. */
export async function letGo(ctx: Write, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await ctx.db.deleteFrom('kernel.uploads').where('id', 'in', ids).execute()
}

/** Lets go of those that came before the instant and that no module needs: what became a record lives on in the record. */
export async function letGoOfOld(ctx: Write, before: Date): Promise<number> {
  const needed = await together(ctx.slots('uploads.needed').map((each) => each.list(ctx)))
  const { numDeletedRows } = await ctx.db
    .deleteFrom('kernel.uploads')
    .where('uploaded_at', '<', before)
    .where('id', 'not in', [nobodys, ...needed.flat()])
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** No id at all, so that the list is never empty. */
const nobodys = '00000000-0000-0000-0000-000000000000'
