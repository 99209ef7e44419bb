/** How the registers read an address for mail. */

import { z } from 'zod'
import { text } from '../text.ts'

export const maybeEmail = z
  .string()
  .nullish()
  .transform((written) => written?.trim() || null)
  .pipe(
    z
      .email({ error: () => text.invalid.notAnEmail })
      .max(254)
      .nullable(),
  )
