/** Files that came with a request, noted as the person's uploads; the field then holds their ids. */

import { type Actor, type Write } from '../context.ts'
import { writing } from '../db.ts'
import { Forbidden } from '../errors.ts'
import { noteUpload } from '../uploads.ts'
import type { Arrived, FormInput } from './input.ts'
import { callerOf, type Asked, type Parts } from './parts.ts'

function signedIn(actor: Actor): void {
  if (actor.personId === null) throw new Forbidden('uploads')
}

/** Fields as they were, with the ids of the files that came under the same name at the end. */
export async function storeUploads(parts: Parts, asked: Asked, form: FormInput): Promise<FormInput['fields']> {
  if (form.files.length === 0) return form.fields
  const noted = await note(parts, asked, form.files)
  const fields: Record<string, readonly string[]> = { ...form.fields }
  for (const { field, id } of noted) fields[field] = [...(fields[field] ?? []), id]
  return fields
}

export async function note(
  parts: Parts,
  asked: Asked,
  files: readonly Arrived[],
): Promise<(Arrived & { id: string })[]> {
  signedIn(asked.actor)
  return writing(parts.db, asked.actor, async (db) => {
    const ctx: Write = { ...callerOf(parts, asked), db, guard: { verb: 'kernel.upload', asked: true } }
    const noted: (Arrived & { id: string })[] = []
    for (const file of files) noted.push({ ...file, id: await noteUpload(ctx, file) })
    return noted
  })
}
