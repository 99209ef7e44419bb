/** The morning's letter: to those who have chosen to be told gathered, on working days, and only if there is something to tell. */

import { today, type Write } from '../../../kernel/context.ts'
import { doInTurn, type JobHandler, type Schedule } from '../../../kernel/jobs.ts'
import { here, post } from '../../../kernel/post.ts'
import { isWorkingDay, swedishInstant } from '../../../kernel/time.ts'
import { speaking } from '../../../kernel/words.ts'
import { listDigestReaders, type Person } from '../../organisation/index.ts'
import type { DigestLine } from '../slots.ts'
import { text } from '../text.ts'
import { senderOf, signed } from './tell.ts'

declare module '../../../kernel/jobs.ts' {
  interface Jobs {
    'post.digest': Record<string, never>
  }
}

/** Seven in the morning in Sweden is five or six in UTC; the one that comes too early does nothing. */
export const digestSchedules: readonly Schedule[] = [{ job: 'post.digest', at: '0 5,6 * * *' }]

const morning = '07:00'
const threeDays = 3 * 86_400_000

/** Seven o'clock of a working day's morning that has been; null on other days, and before it. */
export function morningOf(now: Date, day: string): Date | null {
  const at = swedishInstant(day, morning)
  return isWorkingDay(day) && now >= at ? at : null
}

/** Each reader in a transaction of their own, once a day: done again it sends nothing. */
export const digestJob: JobHandler = async (caller) => {
  const at = morningOf(caller.now, today(caller))
  if (at === null) return
  await doInTurn(caller, {
    verb: 'post.digest',
    list: listDigestReaders,
    each: (ctx, reader) => speaking('sv', () => tellGathered(ctx, reader, at)),
  })
}

async function tellGathered(ctx: Write, reader: Person, at: Date): Promise<void> {
  const before = await ctx.db
    .selectFrom('post.digests')
    .select('told_until as toldUntil')
    .where('person_id', '=', reader.id)
    .forUpdate()
    .executeTakeFirst()
  if (before !== undefined && before.toldUntil >= at) return
  const since = before?.toldUntil ?? new Date(ctx.now.getTime() - threeDays)
  const lines: DigestLine[] = []
  for (const { list } of ctx.slots('digest.part').toSorted((a, b) => a.order - b.order))
    lines.push(...(await list(ctx, { personId: reader.id, since })))
  for (const [authorityId, own] of Map.groupBy(lines, (line) => line.authorityId))
    await send(ctx, reader, { authorityId, lines: own })
  await ctx.db
    .insertInto('post.digests')
    .values({ person_id: reader.id, told_until: ctx.now })
    .onConflict((on) => on.column('person_id').doUpdateSet({ told_until: ctx.now }))
    .execute()
}

type Gathered = { readonly authorityId: string; readonly lines: readonly DigestLine[] }

async function send(ctx: Write, { id, name, email }: Person, { authorityId, lines }: Gathered): Promise<void> {
  await post(ctx, {
    to: { name, address: email },
    from: await senderOf(ctx, authorityId),
    write: () => signed({ subject: text.telling.digest(lines.length), text: gatheredText(lines) }),
    about: { topic: 'post.digest', id },
  })
}

function gatheredText(lines: readonly DigestLine[]): string {
  const parts = [...Map.groupBy(lines, ({ heading }) => heading)].map(([heading, under]) =>
    [heading, ...under.map(({ words, path }) => `- ${words}\n  ${here(path)}`)].join('\n'),
  )
  return `${text.telling.good}\n\n${parts.join('\n\n')}`
}
