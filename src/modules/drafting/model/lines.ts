/** Lists as people write them: one thing a line in a text area, or a list from a program. */

import { z } from 'zod'

/** One line, trimmed, with single spaces. */
export const line = z
  .string()
  .max(4000)
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())

function withoutEmpty(lines: readonly string[]): string[] {
  return lines.map((one) => one.normalize('NFC').replace(/\s+/g, ' ').trim()).filter((one) => one !== '')
}

/** One entry a line; empty lines go, and a dash or a bullet that began a line. */
export const lines = z
  .union([z.string().max(50_000), z.array(z.string().max(4000)).max(300)])
  .transform((given) =>
    withoutEmpty(typeof given === 'string' ? given.split('\n').map((one) => one.replace(/^\s*[-–•*]\s+/, '')) : given),
  )

/** Entries that may be long: each field or list item is one, whatever line breaks it has. */
export const entries = z
  .union([z.string().max(50_000), z.array(z.string().max(10_000)).max(300)])
  .transform((given) => withoutEmpty(typeof given === 'string' ? given.split(/\n\s*\n/) : given))

/** The same words once, in the order they first came. */
export function unique(words: readonly string[]): string[] {
  return [...new Set(words)]
}
