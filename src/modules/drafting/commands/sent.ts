/** A draft's form as the browser saves it while it is written: field names as they stand in the form. */

import { z } from 'zod'
import { nest } from '../../../kernel/http/input.ts'

/** The schema, also for 'answers.0.text' and 'proposals[]' as they are named in the form. Described as the schema alone. */
export function asSent<T extends z.ZodObject>(schema: T) {
  const { $schema: _, ...description } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return z.preprocess(unfold, schema).meta({ ...description })
}

function unfold(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent
  const isFolded = ([name]: [string, unknown]) => name.includes('.') || name.endsWith('[]')
  const all = Object.entries(sent)
  const folded = all.filter(isFolded).map(([name, value]) => [name, Array.isArray(value) ? value : [value]] as const)
  const plain = all.filter((entry) => !isFolded(entry))
  return { ...Object.fromEntries(plain), ...nest(Object.fromEntries(folded)) }
}
