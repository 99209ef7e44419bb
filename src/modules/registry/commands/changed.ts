/** Telling those downstream, in the same transaction, what is new or no longer as it was. */

import type { Write } from '../../../kernel/context.ts'
import { together } from '../../../kernel/together.ts'

export async function recordsChanged(ctx: Write, ids: readonly string[]): Promise<void> {
  await together(ctx.slots('record.changed').map((tell) => tell(ctx, ids)))
}

export async function casesChanged(ctx: Write, ids: readonly string[]): Promise<void> {
  for (const tell of ctx.slots('case.changed')) await tell(ctx, ids)
}
