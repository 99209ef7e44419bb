/** From an error to what the person or the program is told: one mapping, and no stack trace ever leaves. */

import { Forbidden, Invalid, NotFound, Refused, TooLarge, TooMany, Unknown } from '../errors.ts'
import { isStoreFull, isUnholdable, isUnreachable, pointsNowhere } from '../failures.ts'
import { text } from './text.ts'

/** RFC 9457. `errors` names fields; `reasons` are those of a refusal; `instance` is the correlation id. */
export type Problem = {
  readonly type: string
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 | 507
  readonly title: string
  readonly detail: string
  readonly instance: string
  readonly errors?: Readonly<Record<string, string>>
  readonly reasons?: readonly string[]
}

/** The request was sent by a page that is not ours. */
export class CrossSite extends Error {
  override readonly name = 'CrossSite'
}

/** The request cannot be read at all. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest'
}

type Plain = Omit<Problem, 'type' | 'instance'>

const mappings: readonly ((error: unknown) => Plain | undefined)[] = [
  (e) =>
    e instanceof Invalid ? { status: 422, title: text.title.invalid, detail: e.message, errors: e.fields } : undefined,
  (e) =>
    e instanceof Refused
      ? { status: 409, title: text.title.refused, detail: e.message, reasons: e.reasons, ...e.facts }
      : undefined,
  (e) =>
    e instanceof Forbidden ? { status: 403, title: text.title.forbidden, detail: text.detail.forbidden } : undefined,
  (e) =>
    e instanceof NotFound ? { status: 404, title: text.title.notFound, detail: text.detail.notFound } : undefined,
  (e) => (e instanceof Unknown ? { status: 401, title: text.title.signIn, detail: text.detail.signIn } : undefined),
  (e) =>
    e instanceof TooMany
      ? { status: 429, title: text.title.tooMany, detail: text.detail.tooMany(e.seconds) }
      : undefined,
  (e) =>
    e instanceof TooLarge
      ? { status: 413, title: text.title.tooLarge, detail: text.detail.tooLarge(e.most) }
      : undefined,
  (e) =>
    e instanceof CrossSite ? { status: 403, title: text.title.crossSite, detail: text.detail.crossSite } : undefined,
  (e) => (isUnholdable(e) ? { status: 400, title: text.title.badRequest, detail: text.detail.unholdable } : undefined),
  (e) => (pointsNowhere(e) ? { status: 404, title: text.title.notFound, detail: text.detail.missing } : undefined),
  (e) => (isStoreFull(e) ? { status: 507, title: text.title.full, detail: text.detail.full } : undefined),
  (e) =>
    isUnreachable(e) ? { status: 503, title: text.title.unreachable, detail: text.detail.unreachable } : undefined,
  (e) => (e instanceof BadRequest ? { status: 400, title: text.title.badRequest, detail: e.message } : undefined),
]

export function problemOf(error: unknown, id: string): Problem {
  const known = mappings.map((map) => map(error)).find((plain) => plain !== undefined)
  const plain = known ?? { status: 500 as const, title: text.title.bug, detail: text.detail.bug }
  return { type: 'about:blank', instance: `urn:uuid:${id}`, ...plain }
}
