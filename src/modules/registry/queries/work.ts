/** What the registry has for a person's own work. What is marked of it is noted as seen there. */

import { sql } from 'kysely'
import { today, type Read } from '../../../kernel/context.ts'
import { addDays } from '../../../kernel/time.ts'
import type { Case } from '../model.ts'
import { selectCases } from './cases.ts'
import { noteSeen, seeing } from './unveil.ts'

const daysAhead = 30

/**
 * Notes the marked cases among what a person's work names, whichever module wrote the row (E-17). One statement; row-level security
 * leaves out those that the person may not see.
 */
export async function noteWorkSeen(ctx: Read, items: readonly { readonly reference: string | null }[]): Promise<void> {
  const named = [...new Set(items.flatMap(({ reference }) => reference ?? []))]
  if (named.length === 0) return
  const marked = await ctx.db
    .selectFrom('registry.cases')
    .select('id as caseId')
    .where('reference_number', '=', sql<string>`any(${named}::text[])`)
    .where('is_secret', '=', true)
    .execute()
  noteSeen(ctx, 'work', marked)
}

/** Open cases at an authority that nobody works on yet, the oldest first. */
export async function listCasesToAssign(ctx: Read, authorityId: string): Promise<readonly Case[]> {
  const cases = await selectCases(ctx)
    .where('c.authority_id', '=', authorityId)
    .where('c.state', '=', 'open')
    .where('c.officer_id', 'is', null)
    .orderBy('c.opened_on')
    .orderBy('c.number')
    .limit(50)
    .execute()
  return seeing(ctx, 'work', cases)
}

/** How long a case that somebody was given stands among what is new to them. */
const daysNew = 14

/** What the officer was given lately and nobody has set a last day for: the latest first. */
export async function listCasesGiven(ctx: Read, officerId: string): Promise<readonly Case[]> {
  const since = addDays(today(ctx), -daysNew)
  const cases = await selectCases(ctx)
    .where('c.officer_id', '=', officerId)
    .where('c.state', '=', 'open')
    .where('c.due_on', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('registry.ledger as given')
          .select('given.seq')
          .whereRef('given.case_id', '=', 'c.id')
          .where('given.event', '=', 'case.assigned')
          .where('given.at', '>=', new Date(since)),
      ),
    )
    .orderBy('c.opened_on', 'desc')
    .orderBy('c.number', 'desc')
    .limit(20)
    .execute()
  return seeing(ctx, 'work', cases)
}

/** The officer's own open cases, not yet answered, whose last day is within thirty days or past; the most urgent first. */
export async function listCasesDue(ctx: Read, officerId: string): Promise<readonly Case[]> {
  const cases = await selectCases(ctx)
    .where('c.officer_id', '=', officerId)
    .where('c.state', '=', 'open')
    .where('c.due_on', '<=', addDays(today(ctx), daysAhead))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('registry.records as sent')
            .select('sent.id')
            .whereRef('sent.case_id', '=', 'c.id')
            .where('sent.direction', '=', 'out')
            .where('sent.kind', 'in', ['statement', 'extract']),
        ),
      ),
    )
    .orderBy('c.due_on')
    .orderBy('c.number')
    .limit(50)
    .execute()
  return seeing(ctx, 'work', cases)
}
