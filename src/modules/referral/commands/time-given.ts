/** What a decision on the answer date does: registered on both sides, in both histories, and the body's own day from now on. */

import { sql } from 'kysely'
import { actingPerson, today, type Write } from '../../../kernel/context.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { registerRecords, writeLedgers, type Entry } from '../../registry/index.ts'
import { titlesOf, type TimeDecided } from '../model/extension-paper.ts'
import { faultOfUntil } from '../model/extension.ts'
import type { Recipient, Round } from '../model.ts'
import { text } from '../text/extensions.ts'
import { tellOutside } from './post.ts'

/** The day to give, when it may be given. Throws `Invalid`. */
export function dayGiven(ctx: Write, { answerBy }: Pick<Recipient, 'answerBy'>, until: string | null): string {
  const fault = until === null ? text.invalid.noUntil : faultOfUntil(until, { answerBy, today: today(ctx) })
  if (fault !== undefined || until === null) throw new Invalid({ until: fault ?? text.invalid.noUntil })
  return until
}

type ToTell = {
  readonly round: Round
  readonly recipients: readonly Recipient[]
  readonly letter: { readonly title: string; readonly files: readonly Upload[] }
}
type Records = { readonly outId: string; readonly inId: string | null }

/**
 * The decision, registered out at the sender and in at each body; only out where the body has no case here, or has hidden it.
 * In as many statements for three hundred as for one. By the recipient's id.
 */
export async function tell(ctx: Write, { round, recipients, letter }: ToTell): Promise<Map<string, Records>> {
  const sent = { ...letter, kind: 'decision' } as const
  const out = recipients.map(({ bodyName }) => ({
    ...sent,
    ...({ caseId: round.caseId, direction: 'out', party: capital(bodyName) } as const),
  }))
  const outIds = await registerRecords(ctx, out)
  const inward = recipients.flatMap(({ id, caseId, referenceNumber }, index) =>
    caseId === null || referenceNumber === null ? [] : [{ id, caseId, originRecordId: outIds[index] ?? null }],
  )
  const party = capital(round.authorityName)
  const inIds = await registerRecords(
    ctx,
    inward.map(({ caseId, originRecordId }) => ({ ...sent, caseId, originRecordId, direction: 'in', party })),
  )
  const arrived = new Map(inward.map(({ id }, index) => [id, inIds[index] ?? null]))
  return new Map(recipients.map(({ id }, index) => [id, { outId: outIds[index] ?? '', inId: arrived.get(id) ?? null }]))
}

/** What a decision adds to the row of the request, or of what was given unasked. */
export function rowOf(ctx: Write, { until, ground, before }: TimeDecided, records: Records | undefined) {
  const who = { decided_at: ctx.now, decided_by: actingPerson(ctx) }
  return {
    ...{ until, before, ground, ...who },
    ...{ decision_out_id: records?.outId ?? null, decision_in_id: records?.inId ?? null },
  }
}

type Decided = { readonly recipient: Recipient; readonly extensionId: string }
type ToCarryOut = {
  readonly round: Round
  readonly decided: TimeDecided
  readonly letter: readonly Upload[]
  readonly to: readonly Decided[]
}

/** Both histories say so; the day is from now on the one that counts, also in the body's own case; those outside get a letter. */
export async function carryOut(ctx: Write, { round, decided, letter, to }: ToCarryOut): Promise<void> {
  const { until, ground } = decided
  await writeLedgers(
    ctx,
    to.flatMap((one) => entriesOf(round, decided, one)),
  )
  if (until !== null) await setDay(ctx, round, { until, date: decided.date, to })
  const outside = to.flatMap(({ recipient }) => (recipient.caseId === null ? [recipient] : []))
  await tellOutside(ctx, { round, letter, correction: null, decision: { until, ground } }, outside)
}

function entriesOf(
  round: Round,
  { until, ground }: TimeDecided,
  { recipient: { bodyName, caseId }, extensionId }: Decided,
): Entry[] {
  const outcome = until === null ? ('refused' as const) : ('granted' as const)
  const entry = {
    event: 'referral.extension-decided' as const,
    facts: { extensionId, body: bodyName, outcome, until, ground },
  }
  return [{ ...entry, caseId: round.caseId }, ...(caseId === null ? [] : [{ ...entry, caseId }])]
}

type NewDay = { readonly until: string; readonly date: string; readonly to: readonly Decided[] }

async function setDay(ctx: Write, round: Round, { until, date, to }: NewDay): Promise<void> {
  const ids = to.map(({ recipient }) => recipient.id)
  await ctx.db.updateTable('referral.recipients').set({ answer_by: until }).where('id', 'in', ids).execute()
  const caseIds = to.flatMap(({ recipient }) => recipient.caseId ?? [])
  const source = titlesOf(round, { bodyName: '' }).source(date)
  await sql`select registry.set_due_of_asked(id, ${until}::date, ${source}) from unnest(${caseIds}::uuid[]) as id`.execute(
    ctx.db,
  )
}
