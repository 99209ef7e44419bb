/** Opening a case: the next number of the authority's series, and the first entry in its ledger. */

import { sql } from 'kysely'
import { actingPerson, today, type Write } from '../../../kernel/context.ts'
import { found, Invalid, Refused } from '../../../kernel/errors.ts'
import { isDayToCome, referenceNumber, type Case, type CaseKind, type NewMarking } from '../model.ts'
import { getCase, keepsSecretsOf } from '../queries.ts'
import { text } from '../text.ts'
import { casesChanged } from './changed.ts'
import { writeLedger } from './ledger.ts'
import { giveAccess, markCase } from './marking.ts'

export type NewCase = {
  readonly authorityId: string
  readonly title: string
  readonly kind?: CaseKind
  readonly counterpart?: string | null
  /** ISO day. */
  readonly dueOn?: string | null
  readonly dueSource?: string | null
  readonly officerId?: string | null
  /** ISO day; today unless it came in before. */
  readonly openedOn?: string
  /** The authority's own class and type; null or left out where nobody has said. */
  readonly classId?: string | null
  readonly caseTypeId?: string | null
  /** Marks the case from the first moment. */
  readonly secrecy?: Pick<NewMarking, 'provision' | 'reason'>
}

/**
 * The next number of a series. The row stays locked until the transaction ends: whoever fails gives the number back, so none
 * is skipped and none is used twice (B-16).
 */
async function takeNumber(ctx: Write, series: Series): Promise<number> {
  const { last } = await numberTaken(ctx, series).executeTakeFirstOrThrow()
  return last
}

export type Series = { readonly authorityId: string; readonly year: number; readonly kind: 'case' | 'record' }

/** The same as a part of the statement that uses the number, which saves those who wait for it a round trip. */
export function numberTaken(ctx: Write, { authorityId, year, kind }: Series) {
  return ctx.db
    .insertInto('registry.series')
    .values({ authority_id: authorityId, year, kind, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'year', 'kind']).doUpdateSet({ last: sql<number>`series.last + 1` }),
    )
    .returning('last')
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

async function formatOf(ctx: Write, authorityId: string): Promise<{ prefix: string; format: string }> {
  const authority = await ctx.db
    .selectFrom('organisation.authorities')
    .select(['prefix', 'number_format as format'])
    .where('id', '=', authorityId)
    .executeTakeFirst()
  return found(authority)
}

/**
 * Opens a case in an authority's registry, under its next number, and writes it in the ledger. The calling command has asked
 * whether it may. Throws `Invalid` for a day ahead, `Refused` when the authority's format gives a number that is taken.
 */
export async function openCase(ctx: Write, theNew: NewCase): Promise<Case> {
  const openedOn = theNew.openedOn ?? today(ctx)
  if (isDayToCome(openedOn, today(ctx))) throw new Invalid({ openedOn: text.invalid.dayToCome })
  const { prefix, format } = await formatOf(ctx, theNew.authorityId)
  const year = yearOf(openedOn)
  const number = await takeNumber(ctx, { authorityId: theNew.authorityId, year, kind: 'case' })
  const reference = referenceNumber(format, { prefix, year, n: number })
  const { id } = await insertCase(ctx, { ...theNew, openedOn, year, number, reference })
  await writeLedger(ctx, id, 'case.opened', {
    referenceNumber: reference,
    title: theNew.title,
    kind: theNew.kind ?? 'matter',
    dueOn: theNew.dueOn ?? null,
  })
  await casesChanged(ctx, [id])
  const opened = await getCase(ctx, id)
  if (theNew.secrecy === undefined) return opened
  await closeTo(ctx, opened, theNew.secrecy)
  return getCase(ctx, id)
}

/** Marks what was opened a moment ago, before anybody else has seen it; who opened it keeps access to it. */
async function closeTo(ctx: Write, opened: Case, secrecy: NonNullable<NewCase['secrecy']>): Promise<void> {
  if (!keepsSecretsOf(ctx, opened)) {
    const personId = actingPerson(ctx)
    await giveAccess(ctx, opened.id, { personId, reason: text.secrecy.opener, until: null })
    const facts = { personId, personName: ctx.actor.name, reason: text.secrecy.opener, until: null }
    await writeLedger(ctx, opened.id, 'case.access-granted', facts)
  }
  await markCase(ctx, opened, secrecy)
}

type Numbered = NewCase & { openedOn: string; year: number; number: number; reference: string }

async function insertCase(ctx: Write, theNew: Numbered): Promise<{ id: string }> {
  const row = await ctx.db
    .insertInto('registry.cases')
    .values({
      authority_id: theNew.authorityId,
      year: theNew.year,
      number: theNew.number,
      reference_number: theNew.reference,
      kind: theNew.kind ?? 'matter',
      title: theNew.title,
      opened_on: theNew.openedOn,
      officer_id: theNew.officerId ?? null,
      counterpart: theNew.counterpart ?? null,
      due_on: theNew.dueOn ?? null,
      due_source: theNew.dueSource ?? null,
      class_id: theNew.classId ?? null,
      case_type_id: theNew.caseTypeId ?? null,
      opened_by: actingPerson(ctx),
    })
    .onConflict((conflict) => conflict.column('reference_number').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) throw new Refused([text.obstacle.numberTaken(theNew.reference)])
  return row
}
