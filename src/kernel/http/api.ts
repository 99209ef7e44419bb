/** The JSON API: the same commands and queries, for programs. */

import { openToAnyone, perform } from '../command.ts'
import { Invalid, NotFound, Unknown } from '../errors.ts'
import { readForm, readText, wholeForm } from './input.ts'
import { admit } from './pages.ts'
import { keepPace, patiently } from './pace.ts'
import { callerOf, readOf, type Ctx, type Parts } from './parts.ts'
import { BadRequest } from './problems.ts'
import { noteChange, readFor } from './replica.ts'
import type { Answer, Endpoint } from './route.ts'
import { refuseOtherSites } from './security.ts'
import { text } from './text.ts'
import { note } from './upload.ts'

/** A change needs someone signed in; by cookie it must come from our own page, by bearer token it needs no further proof. */
function refuseForgery(c: Ctx): void {
  const { byBearer, signed } = c.get('asked')
  if (signed === null) throw new Unknown()
  if (!byBearer) refuseOtherSites(c)
}

async function jsonOf(c: Ctx): Promise<object> {
  const body = await readText(c)
  if (body.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // answered below, in the caller's language
  }
  throw new BadRequest(text.notJson)
}

/** A door that is open to anyone takes no notice of who is signed in, so that no cookie can be ridden on. */
function admitCall(door: Endpoint, c: Ctx): void {
  if (openToAnyone.has(door.command.id)) keepPace(c, c.get('asked').now)
  else refuseForgery(c)
}

export async function takeCall(parts: Parts, door: Endpoint, c: Ctx): Promise<Response> {
  admitCall(door, c)
  const raw = { ...(await jsonOf(c)), ...c.req.param() }
  const result = await perform(door.command, callerOf(parts, c.get('asked')), raw)
  await noteChange(parts, c)
  return result === undefined ? c.body(null, 204) : c.json(result)
}

export async function giveAnswer(parts: Parts, door: Answer, c: Ctx): Promise<Response> {
  const asked = c.get('asked')
  admit(asked.actor, door.may)
  const parsed = door.params.safeParse({ ...c.req.query(), ...c.req.param() })
  if (!parsed.success) throw paramProblem(parsed.error.issues)
  const params = parsed.data as never
  const show = () => readFor(parts, c, (db) => door.show({ ...readOf(parts, asked), db }, params))
  const result = door.may === 'anyone' ? await patiently(c, asked.now, show) : await show()
  return c.json(result)
}

/** An id in the path that cannot be one is not found; a query parameter that cannot be read is told. */
function paramProblem(issues: readonly { path: readonly PropertyKey[]; message: string }[]): Error {
  const fields = Object.fromEntries(issues.map((issue) => [issue.path.join('.'), issue.message]))
  return Object.keys(fields).some((name) => name.endsWith('Id')) ? new NotFound() : new Invalid(fields)
}

/** POST /api/v1/uploads: files first, then the command that uses them. */
export async function takeUpload(parts: Parts, c: Ctx): Promise<Response> {
  refuseForgery(c)
  const asked = c.get('asked')
  admit(asked.actor, 'someone')
  const form = await readForm(c, parts.files)
  wholeForm(form)
  const noted = await note(parts, asked, form.files)
  return c.json({ uploads: noted.map(({ id, name, size, sha256 }) => ({ id, name, size, sha256 })) }, 201)
}
