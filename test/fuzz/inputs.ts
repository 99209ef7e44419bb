/** Input that nobody would send on purpose, and input that is nearly right: both must be answered calmly. */

import fc from 'fast-check'
import { z } from 'zod'
import type { Route } from '../../src/kernel/http/route.ts'

/** Text with what breaks programs: control characters, lone surrogates, right-to-left marks, quotes, very long. */
export const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    '',
    '\0',
    '%00',
    '\uD800',
    '‮gpj.exe',
    "'; drop table registry.cases; --",
    '<script>alert(1)</script>',
    '"',
    '\\',
    '../../etc/passwd',
    '${7*7}',
    '9'.repeat(400),
    'å'.repeat(5000),
    '-',
    '"-"',
    '* * *',
    '(((((',
    'a:*&!|',
    '1e309',
    '-1',
    'NaN',
    'null',
    '2026-13-45',
    '0000-00-00',
    '99999-01-01',
    '__proto__',
  ),
)

export type Known = { readonly ids: readonly string[]; readonly numbers: readonly string[] }

const id = (known: Known) =>
  fc.oneof(fc.uuid(), fc.constantFrom(...known.ids), fc.constantFrom(...known.numbers), nasty)

const values = (known: Known): fc.Arbitrary<unknown> =>
  fc.oneof(
    nasty,
    id(known),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined, [], {}, [null], { '': '' }),
    fc.jsonValue({ maxDepth: 3 }),
  )

type Shape = {
  type?: string
  properties?: Record<string, Shape>
  items?: Shape
  enum?: unknown[]
  format?: string
  anyOf?: Shape[]
}

/** A value of the shape, with now and then something else in its place. */
function nearly(shape: Shape, known: Known, depth = 0): fc.Arbitrary<unknown> {
  const right = rightFor(shape, known, depth)
  return fc.oneof({ arbitrary: right, weight: 8 }, { arbitrary: values(known), weight: 2 })
}

function rightFor(shape: Shape, known: Known, depth: number): fc.Arbitrary<unknown> {
  if (depth > 4) return fc.constant(null)
  if (shape.enum !== undefined && shape.enum.length > 0) return fc.constantFrom(...shape.enum)
  if (shape.anyOf !== undefined) return fc.oneof(...shape.anyOf.map((one) => rightFor(one, known, depth + 1)))
  if (shape.format === 'uuid') return id(known)
  if (shape.format === 'date') return fc.constantFrom('2023-10-03', '2023-12-19', '1999-01-01')
  switch (shape.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(shape.properties ?? {}).map(([key, of]) => [key, nearly(of, known, depth + 1)]),
        ),
        { requiredKeys: [] },
      )
    case 'array':
      return fc.array(nearly(shape.items ?? {}, known, depth + 1), { maxLength: 3 })
    case 'integer':
    case 'number':
      return fc.integer({ min: -2, max: 3000 })
    case 'boolean':
      return fc.boolean()
    default:
      return fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), id(known), nasty)
  }
}

export type Knock = { readonly method: string; readonly path: string; readonly type?: string; readonly body?: string }

function pathOf(route: string, known: Known): fc.Arbitrary<string> {
  const parts = route
    .split('/')
    .map((part) =>
      part.startsWith(':') ? id(known).map((text) => encodeURIComponent(text.toWellFormed())) : fc.constant(part),
    )
  return fc.tuple(...parts).map((each) => each.join('/'))
}

const query = fc
  .array(
    fc.tuple(fc.constantFrom('q', 'efter', 'visa', 'ar', 'lage', 'kind', 'vy', 'till', 'riktning', 'instans'), nasty),
    { maxLength: 3 },
  )
  .map((pairs) =>
    pairs.length === 0
      ? ''
      : `?${new URLSearchParams(pairs.map(([key, value]) => [key, value.toWellFormed()])).toString()}`,
  )

/** A knock on one door. */
export function knockOn(route: Route, known: Known): fc.Arbitrary<Knock> {
  const path = pathOf(route.path, known)
  switch (route.door) {
    case 'page':
    case 'download':
    case 'answer':
      return fc.tuple(path, query).map(([at, asked]) => ({ method: 'GET', path: at + asked }))
    case 'api': {
      const body = fc.oneof(
        {
          arbitrary: nearly(shapeOf(route.command.input), known).map((value) => JSON.stringify(value) ?? ''),
          weight: 9,
        },
        { arbitrary: nasty, weight: 1 },
      )
      return fc
        .tuple(path, body)
        .map(([at, sent]) => ({ method: route.method, path: at, type: 'application/json', body: sent }))
    }
    default:
      return fc.tuple(path, fc.array(fc.tuple(nasty, nasty), { maxLength: 4 })).map(([at, fields]) => ({
        method: 'POST',
        path: at,
        type: 'application/x-www-form-urlencoded',
        body: new URLSearchParams(fields.map(([key, value]) => [key.toWellFormed(), value.toWellFormed()])).toString(),
      }))
  }
}

function shapeOf(schema: z.ZodType): Shape {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON Schema, of which only these parts are looked at
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
}
