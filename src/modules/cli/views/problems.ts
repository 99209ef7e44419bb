/** From an error to a problem document (RFC 9457) on stderr: what the person can do about it, never a stack trace. */

import { randomUUID } from 'node:crypto'
import { Forbidden, Invalid, NotFound, Refused, Unknown } from '../../../kernel/errors.ts'
import { UnreadableFile } from '../../../kernel/unreadable-file.ts'
import { NoFile } from '../model.ts'
import { text } from '../text.ts'

/** `code` and `file` belong to a file that could not be read. */
export type CliProblem = {
  readonly type: 'about:blank'
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly instance: string
  readonly errors?: Readonly<Record<string, string>>
  readonly reasons?: readonly string[]
  readonly code?: string
  readonly file?: string
}

export function problemOf(error: unknown, file?: string): CliProblem {
  return {
    type: 'about:blank',
    ...plainProblem(error),
    instance: `urn:uuid:${randomUUID()}`,
    ...(file === undefined ? {} : { file }),
  }
}

type Plain = Omit<CliProblem, 'type' | 'instance' | 'file'>

function plainProblem(error: unknown): Plain {
  if (error instanceof UnreadableFile || error instanceof NoFile) return unreadable(error)
  if (error instanceof Invalid)
    return { status: 422, title: text.problem.invalid, detail: error.message, errors: error.fields }
  if (error instanceof Refused)
    return { status: 409, title: text.problem.refused, detail: error.message, reasons: error.reasons }
  if (error instanceof Forbidden) return { status: 403, title: text.problem.forbidden, detail: text.forbidden }
  if (error instanceof NotFound)
    return { status: 404, title: text.problem.notFound, detail: error.message || text.notFound }
  if (error instanceof Unknown) return { status: 401, title: text.problem.forbidden, detail: text.noWho }
  // Whoever is at the machine runs it: what the store or the system said is what they need to mend it.
  return { status: 500, title: text.problem.failed, detail: error instanceof Error ? error.message : String(error) }
}

function unreadable(error: UnreadableFile | NoFile): Plain {
  const status = error.code === 'not-found' ? 404 : 422
  return { status, title: text.problem.unreadable, detail: error.message, code: error.code }
}
