/** About which documents a round asks, and whom. All of it while the round is a draft (I-11). */

import { command } from '../../../kernel/command.ts'
import type { Write } from '../../../kernel/context.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { holdRecords, listStandingRecords, writeLedger } from '../../registry/index.ts'
import { chosenDocuments, chosenRecipients } from './input.ts'
import { isMandatory, kindOfReferral, type Round } from '../model.ts'
import { isInGroup } from '../model/recipient-list.ts'
import { isOfAuditors } from '../model/ways.ts'
import { listAskable } from '../queries.ts'
import { listRecipientLists } from '../queries/recipient-lists.ts'
import { text } from '../text.ts'
import { text as listText } from '../text/recipient-lists.ts'
import { lockDraft } from './draft.ts'
import { saveList } from './recipient-lists.ts'

type Part = 'questions' | 'documents' | 'recipients' | 'turns'

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

/** Chooses whom to ask (remissinstanser): single bodies, whole groups, saved lists. The choice may be saved as a list too. */
export const setRecipients = command('referral.set-recipients', chosenRecipients, async (ctx, input) => {
  const round = await lockDraft(ctx, input.roundId)
  const bodies = await listAskable(ctx, round.authorityId)
  if (input.bodyIds.some((id) => !bodies.some((body) => body.id === id)))
    throw new Invalid({ bodyIds: text.invalid.otherBody })
  const listed = await listedBodies(ctx, round, input.listIds)
  const chosen = bodies
    .filter(
      (body) => input.groups.some((group) => isInGroup(body, group)) || [...input.bodyIds, ...listed].includes(body.id),
    )
    .map(({ id }) => id)
  const recipients = await replaceRecipients(ctx, round, new Set(chosen))
  const { authorityId } = round
  const { saveAs: name } = input
  const listId = name === null ? null : await saveList(ctx, { authorityId, name, bodyIds: chosen })
  await noteEdit(ctx, round, 'recipients')
  return { recipients, ...(listId !== null && { listId }) }
})

/** Everyone on these lists of the sender's. Throws `Invalid` for one that is not there. */
async function listedBodies(ctx: Write, { authorityId }: Round, listIds: readonly string[]): Promise<string[]> {
  if (listIds.length === 0) return []
  const lists = await listRecipientLists(ctx, authorityId)
  if (listIds.some((id) => !lists.some((list) => list.id === id)))
    throw new Invalid({ listIds: listText.invalid.otherList })
  return lists.filter(({ id }) => listIds.includes(id)).flatMap(({ bodyIds }) => bodyIds)
}

/** Asks these bodies and no others, of those that can be asked. One that stays is asked as before. Gives how many. */
export async function replaceRecipients(ctx: Write, round: Round, bodyIds: ReadonlySet<string>): Promise<number> {
  const askable = await listAskable(ctx, round.authorityId)
  const chosen = askable.filter(({ id }) => bodyIds.has(id))
  const others = ctx.db.deleteFrom('referral.recipients').where('round_id', '=', round.id)
  await (
    chosen.length === 0
      ? others
      : others.where(
          'body_id',
          'not in',
          chosen.map(({ id }) => id),
        )
  ).execute()
  if (chosen.length > 0)
    await ctx.db
      .insertInto('referral.recipients')
      .values(
        chosen.map((body) => ({
          round_id: round.id,
          body_id: body.id,
          kind: kindOfReferral(body.kind),
          is_mandatory: isMandatory(round.issuerKind, body.kind, isOfAuditors(body, askable)),
        })),
      )
      .onConflict((same) => same.columns(['round_id', 'body_id']).doNothing())
      .execute()
  return chosen.length
}
