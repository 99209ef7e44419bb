/** Marking and lifting: the register's words give way to neutral ones, or come back, in the transaction of the command. */

import { actingPerson, today, type Write } from '../../../kernel/context.ts'
import { found, Forbidden, Invalid, refuseIf } from '../../../kernel/errors.ts'
import {
  isProvision,
  obstaclesToMarking,
  publicWords,
  recordNumber,
  type Case,
  type Marking,
  type NewMarking,
  type RecordItem,
} from '../model.ts'
import { keepsSecretsOf } from '../queries.ts'
import { text } from '../text.ts'
import { casesChanged, recordsChanged } from './changed.ts'
import { holdCount, writeLedger } from './ledger.ts'

/** Throws `Invalid` for a marking that names no provision (TF 2:20, B-10). */
export function checkProvision(provision: string, field = 'provision'): void {
  if (!isProvision(provision)) throw new Invalid({ [field]: text.invalid.noProvision })
}

type Place = Pick<RecordItem, 'authorityId' | 'caseId'> & {
  readonly recordId: string | null
  /** The marking whose place it takes. */
  readonly replaces?: string
}

/** The marking itself: provision, day and authority (OSL 5:5, B-08). */
export async function insertMarking(ctx: Write, place: Place, marking: NewMarking): Promise<void> {
  await ctx.db
    .insertInto('registry.markings')
    .values({
      case_id: place.caseId,
      record_id: place.recordId,
      replaces: place.replaces ?? null,
      authority_id: place.authorityId,
      provision: marking.provision,
      reason: marking.reason ?? null,
      hides_title: marking.hidesTitle ?? true,
      hides_party: marking.hidesParty ?? true,
      marked_on: today(ctx),
      marked_at: ctx.now,
      marked_by: actingPerson(ctx),
    })
    .execute()
}

type Words = Pick<RecordItem, 'id' | 'caseId' | 'authorityId' | 'title' | 'party'>

/**
 * Puts neutral words in a record's place and keeps its own by themselves, where need decides who reads them (B-06). `record`
 * holds the record's own words. Throws `Forbidden` at another authority.
 */
export async function withhold(ctx: Write, record: Words, marking: NewMarking): Promise<void> {
  const { id, caseId, authorityId, title, party } = record
  await ctx.db
    .insertInto('registry.withheld')
    .values({ record_id: id, case_id: caseId, authority_id: authorityId, title, party })
    .execute()
  await changeRecord(ctx, id, { ...publicWords(record, marking), is_secret: true })
  await insertMarking(ctx, { caseId, authorityId, recordId: id }, marking)
}

/** Changes what everybody reads of a record. Throws `Forbidden` at another authority. */
export async function changeRecord(
  ctx: Write,
  recordId: string,
  changes: { title: string; party: string | null; is_secret: boolean },
): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('registry.records')
    .set(changes)
    .where('id', '=', recordId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
}

/** Marks a record. Throws `Invalid` without a provision, `Refused` when it is marked already. */
export async function markRecord(
  ctx: Write,
  record: Words & Pick<RecordItem, 'isSecret' | 'year' | 'number'>,
  marking: NewMarking,
): Promise<void> {
  checkProvision(marking.provision)
  refuseIf(obstaclesToMarking(record))
  await withhold(ctx, record, marking)
  await writeLedger(ctx, record.caseId, 'record.marked', {
    recordId: record.id,
    number: recordNumber(record),
    provision: marking.provision,
    markedOn: today(ctx),
    hidesTitle: marking.hidesTitle ?? true,
    hidesParty: marking.hidesParty ?? true,
    reason: marking.reason ?? null,
  })
  await recordsChanged(ctx, [record.id])
}

/** Marks a case: it and its records are then not there for who has no need (J-08). Throws as `markRecord`. */
export async function markCase(
  ctx: Write,
  theCase: Pick<Case, 'id' | 'authorityId' | 'isSecret'>,
  marking: Pick<NewMarking, 'provision' | 'reason'>,
): Promise<void> {
  checkProvision(marking.provision)
  refuseIf(obstaclesToMarking(theCase))
  await insertMarking(ctx, { caseId: theCase.id, authorityId: theCase.authorityId, recordId: null }, marking)
  await hideCase(ctx, theCase.id, true)
  const facts = { provision: marking.provision, markedOn: today(ctx), reason: marking.reason ?? null }
  await writeLedger(ctx, theCase.id, 'case.marked', facts)
}

async function hideCase(ctx: Write, caseId: string, isSecret: boolean): Promise<void> {
  await holdCount(ctx, caseId) // no record comes in between unmarked
  const { numUpdatedRows } = await ctx.db
    .updateTable('registry.cases')
    .set({ is_secret: isSecret })
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
  await ctx.db.updateTable('registry.records').set({ in_secret_case: isSecret }).where('case_id', '=', caseId).execute()
  await casesChanged(ctx, [caseId])
}

/** Lifts a marking, and says why. It stays among the case's markings, with when and by whom (E-17). */
export async function liftMarking(
  ctx: Write,
  marking: Pick<Marking, 'id' | 'caseId' | 'recordId' | 'provision'>,
  why: string,
): Promise<void> {
  await endMarking(ctx, marking.id, why)
  if (marking.recordId === null) {
    await hideCase(ctx, marking.caseId, false)
    await writeLedger(ctx, marking.caseId, 'case.marking-lifted', { provision: marking.provision, why })
  } else await giveBack(ctx, { ...marking, recordId: marking.recordId }, why)
}

/** The marking holds no longer: lifted, or another took its place. Throws `Forbidden` at another authority. */
export async function endMarking(ctx: Write, markingId: string, why: string): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('registry.markings')
    .set({ lifted_at: ctx.now, lifted_by: actingPerson(ctx), lifted_why: why })
    .where('id', '=', markingId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
}

async function giveBack(
  ctx: Write,
  { recordId, caseId, provision }: { recordId: string; caseId: string; provision: string },
  why: string,
): Promise<void> {
  const own = await ctx.db
    .selectFrom('registry.withheld')
    .select(['title', 'party'])
    .where('record_id', '=', recordId)
    .executeTakeFirst()
  await changeRecord(ctx, recordId, { ...found(own), is_secret: false })
  await ctx.db.deleteFrom('registry.withheld').where('record_id', '=', recordId).execute()
  const record = await ctx.db
    .selectFrom('registry.records')
    .select(['year', 'number'])
    .where('id', '=', recordId)
    .executeTakeFirstOrThrow()
  const facts = { recordId, number: recordNumber(record), provision, why }
  await writeLedger(ctx, caseId, 'record.marking-lifted', facts)
  await recordsChanged(ctx, [recordId])
}

/** Throws `Forbidden` for who is neither a registrar of the authority nor the officer of the case. */
export function mustKeepSecretsOf(ctx: Write, theCase: Pick<Case, 'authorityId' | 'officerId'>): void {
  if (!keepsSecretsOf(ctx, theCase)) throw new Forbidden(ctx.guard.verb)
}

/** Gives somebody access to what is marked in a case, until a day or until it is taken back. Anew: the last word holds. */
export async function giveAccess(
  ctx: Write,
  caseId: string,
  access: { readonly personId: string; readonly reason: string; readonly until: string | null },
): Promise<void> {
  const { reason, until } = access
  const given = { reason, until, granted_at: ctx.now, granted_by: actingPerson(ctx) }
  await ctx.db
    .insertInto('registry.access')
    .values({ case_id: caseId, person_id: access.personId, ...given })
    .onConflict((conflict) => conflict.columns(['case_id', 'person_id']).doUpdateSet(given))
    .execute()
}
