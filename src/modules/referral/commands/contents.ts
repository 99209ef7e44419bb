/** About which documents a round asks, and whom. All of it while the round is a draft (I-11). */

import { command } from '../../../kernel/command.ts'
import type { Write } from '../../../kernel/context.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Body } from '../../organisation/index.ts'
import { holdRecords, listStandingRecords, writeLedger } from '../../registry/index.ts'
import { chosenDocuments, chosenRecipients } from './input.ts'
import { isMandatory, kindOfReferral, type Round } from '../model.ts'
import { listAskable } from '../queries.ts'
import { text } from '../text.ts'
import { lockDraft } from './draft.ts'

type Part = 'questions' | 'documents' | 'recipients'

export async function noteEdit(ctx: Write, { id, caseId }: Round, part: Part): Promise<void> {
  await writeLedger(ctx, caseId, 'referral.edited', { roundId: id, part })
}

/** Chooses the records of the case that the bodies are asked about, in the order of the case. */
export const setDocuments = command('referral.set-documents', chosenDocuments, async (ctx, { roundId, recordIds }) => {
  const round = await lockDraft(ctx, roundId)
  const chosen = await recordsOfCase(ctx, round, recordIds)
  await ctx.db.deleteFrom('referral.documents').where('round_id', '=', roundId).execute()
  await addDocuments(ctx, roundId, { recordIds: chosen, version: 1 })
  await noteEdit(ctx, round, 'documents')
})

/** The records, held, and checked to be of the round's case, in its order. Throws `Invalid` for another's. */
export async function recordsOfCase(ctx: Write, { caseId }: Round, recordIds: readonly string[]): Promise<string[]> {
  await holdRecords(ctx, recordIds)
  const records = (await listStandingRecords(ctx, caseId)).map(({ id }) => id)
  if (recordIds.some((id) => !records.includes(id))) throw new Invalid({ recordIds: text.invalid.otherRecord })
  return records.filter((id) => recordIds.includes(id))
}

export async function addDocuments(
  ctx: Write,
  roundId: string,
  { recordIds, version }: { recordIds: readonly string[]; version: number },
): Promise<void> {
  if (recordIds.length === 0) return
  await ctx.db
    .insertInto('referral.documents')
    .values(recordIds.map((id, index) => ({ round_id: roundId, record_id: id, position: index + 1, version })))
    .execute()
}

const groupKinds = { boards: 'board', companies: 'company' } as const

/** Chooses whom to ask (remissinstanser): single bodies, all boards, all companies. */
export const setRecipients = command('referral.set-recipients', chosenRecipients, async (ctx, input) => {
  const round = await lockDraft(ctx, input.roundId)
  const bodies = await listAskable(ctx, round.authorityId)
  if (input.bodyIds.some((id) => !bodies.some((body) => body.id === id)))
    throw new Invalid({ bodyIds: text.invalid.otherBody })
  const groups = input.groups.map((group): Body['kind'] => groupKinds[group])
  const chosen = bodies.filter((body) => input.bodyIds.includes(body.id) || groups.includes(body.kind))
  const recipients = await replaceRecipients(ctx, round, new Set(chosen.map(({ id }) => id)))
  await noteEdit(ctx, round, 'recipients')
  return { recipients }
})

/** Asks these bodies and no others, of those that can be asked. Gives how many. */
export async function replaceRecipients(ctx: Write, round: Round, bodyIds: ReadonlySet<string>): Promise<number> {
  const chosen = (await listAskable(ctx, round.authorityId)).filter(({ id }) => bodyIds.has(id))
  await ctx.db.deleteFrom('referral.recipients').where('round_id', '=', round.id).execute()
  if (chosen.length > 0)
    await ctx.db
      .insertInto('referral.recipients')
      .values(
        chosen.map((body) => ({
          round_id: round.id,
          body_id: body.id,
          kind: kindOfReferral(body.kind),
          is_mandatory: isMandatory(round.issuerKind, body.kind),
        })),
      )
      .execute()
  return chosen.length
}
