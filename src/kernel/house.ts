/** Where people reach the house: what its addresses begin with. */

import type { Read, Write } from './context.ts'
import { postOffice } from './post.ts'

/** What the links of a letter begin with. */
export async function houseInLetters(ctx: Read | Write): Promise<string | null> {
  const { house, listening } = await postOffice(ctx)
  return house ?? listening
}

/** What an address begins with that the one who asks is to copy. */
export async function houseToCopy(ctx: Read): Promise<string> {
  const { house, listening } = await postOffice(ctx)
  return house ?? ctx.origin ?? listening ?? ''
}
