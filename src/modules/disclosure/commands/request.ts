/** Taking a request in, finding its records, handing it over, answering it, taking it back. */

import { z } from 'zod'
import { choice, maybeDay, maybeId, maybeWords, tick } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { found, Invalid, NotFound, Refused, refuseIf } from '../../../kernel/errors.ts'
import { listPeopleWithRole } from '../../organisation/index.ts'
import { holdRecords, writeLedger } from '../../registry/index.ts'
import { firstOutcome, givenFiles, isOvertaken, obstaclesToTesting, type Item } from '../model/item.ts'
import {
  deliveries,
  obstaclesToAnswering,
  obstaclesToWorking,
  requestNumber,
  timerFrom,
  type DisclosureRequest,
} from '../model/request.ts'
import { getItem, listChoosable, listItems, type Choosable } from '../queries/items.ts'
import { lockRequest, progressOf } from '../queries/requests.ts'
import { text } from '../text.ts'
import { note, settleStage, takeNumber, updateItem, updateRequest } from './steps.ts'

const newRequest = z.object({
  authorityId: maybeId,
  asked: maybeWords(5000),
  reference: maybeWords(100),
  delivery: choice(deliveries).default('on_the_spot'),
  /** Where an answer goes, if one is wanted. No name and no purpose is asked for (TF 2:18). */
  contact: maybeWords(500),
  receivedOn: maybeDay,
  recordIds: z.array(z.uuid()).default([]),
})

/** Registers a request to see public records. It shall be answered the same working day (B-25); nobody has to say who they are (B-27). */
export const register = command('disclosure.register', newRequest, async (ctx, { recordIds, ...input }) => {
  const authorityId = found(input.authorityId ?? ctx.actor.at)
  allowAt(ctx, authorityId)
  if (input.asked === null && input.reference === null && recordIds.length === 0)
    throw new Invalid({ asked: text.invalid.nothingAsked })
  const request = await insertRequest(ctx, authorityId, input)
  await note(ctx, request.requestId, ['registered', { reference: input.reference, delivery: input.delivery }])
  if (recordIds.length > 0) await choose(ctx, { id: request.requestId, authorityId }, recordIds)
  return request
})

async function insertRequest(
  ctx: Write,
  authorityId: string,
  input: Omit<z.output<typeof newRequest>, 'recordIds'>,
): Promise<{ requestId: string; number: string; dueOn: string }> {
  const day = input.receivedOn ?? today(ctx)
  if (day > today(ctx)) throw new Invalid({ receivedOn: text.invalid.dayToCome })
  const numbered = await takeNumber(ctx, authorityId)
  const timer = timerFrom(day)
  const { id } = await ctx.db
    .insertInto('disclosure.requests')
    .values({
      ...numbered,
      authority_id: authorityId,
      asked: input.asked ?? (input.reference === null ? text.items : null),
      reference: input.reference,
      delivery: input.delivery,
      contact: input.contact,
      received_at: day === today(ctx) ? ctx.now : new Date(`${day}T11:00:00Z`),
      due_on: timer.dueOn,
      late_on: timer.lateOn,
      registered_by: actingPerson(ctx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { requestId: id, number: requestNumber(numbered), dueOn: timer.dueOn }
}

const ofRequest = z.object({ requestId: z.uuid() })

async function openRequest(ctx: Write, requestId: string): Promise<DisclosureRequest> {
  const request = await lockRequest(ctx, requestId)
  allowAt(ctx, request.authorityId)
  refuseIf(obstaclesToWorking(request))
  return request
}

/** Chooses records that the request is about. What is not marked can be given out; what is marked waits for a test (B-09). */
export const chooseRecords = command(
  'disclosure.choose-records',
  ofRequest.extend({ recordIds: z.array(z.uuid()).default([]) }),
  async (ctx, { requestId, recordIds }) => {
    const request = await openRequest(ctx, requestId)
    if (recordIds.length === 0) throw new Invalid({ recordIds: text.invalid.noRecords })
    return { requestId, itemIds: await choose(ctx, request, recordIds) }
  },
)

async function choose(
  ctx: Write,
  request: Pick<DisclosureRequest, 'id' | 'authorityId'>,
  recordIds: readonly string[],
): Promise<string[]> {
  await holdRecords(ctx, recordIds)
  const records = await listChoosable(ctx, request.authorityId, recordIds)
  if (records.length < new Set(recordIds).size) throw new NotFound()
  const rows = await ctx.db
    .insertInto('disclosure.items')
    .values(records.map((record) => itemRow(ctx, request, record)))
    .onConflict((conflict) => conflict.columns(['request_id', 'record_id']).doNothing())
    .returning(['id', 'record_id as recordId'])
    .execute()
  const chosen = rows.flatMap(({ recordId }) => records.filter((record) => record.recordId === recordId))
  if (chosen.length > 0)
    await note(ctx, request.id, ['chosen', { records: chosen.map(({ recordNumber }) => recordNumber) }])
  await settleStage(ctx, request.id)
  return rows.map(({ id }) => id)
}

function itemRow(ctx: Write, request: Pick<DisclosureRequest, 'id' | 'authorityId'>, record: Choosable) {
  const outcome = firstOutcome(record.isMarked)
  const tested = outcome === null ? {} : { outcome, assessed_at: ctx.now, assessed_by: actingPerson(ctx) }
  return {
    request_id: request.id,
    authority_id: request.authorityId,
    case_id: record.caseId,
    record_id: record.recordId,
    was_marked: record.isMarked,
    ...tested,
  }
}

/** Takes a record off a request that is not answered. */
export const dropRecord = command(
  'disclosure.drop-record',
  ofRequest.extend({ itemId: z.uuid() }),
  async (ctx, { requestId, itemId }) => {
    await openRequest(ctx, requestId)
    const item = await itemOf(ctx, requestId, itemId)
    refuseIf(item.givenAt === null ? [] : [text.obstacle.alreadyGiven])
    await ctx.db.deleteFrom('disclosure.items').where('id', '=', itemId).execute()
    await note(ctx, requestId, ['dropped', { record: item.recordNumber }])
    await settleStage(ctx, requestId)
    return { requestId }
  },
)

/** Throws `NotFound` for a record of another request, or one hidden from the actor. */
export async function itemOf(ctx: Write, requestId: string, itemId: string): Promise<Item> {
  const item = await getItem(ctx, itemId)
  if (item.requestId !== requestId) throw new NotFound()
  return item
}

/** Lets an officer test the records; nobody: the registrar does. */
export const handOver = command(
  'disclosure.hand-over',
  ofRequest.extend({ officerId: maybeId }),
  async (ctx, { requestId, officerId }) => {
    const request = await openRequest(ctx, requestId)
    const people = await listPeopleWithRole(ctx, { authorityId: request.authorityId, roles: testers })
    const officer = people.find(({ id }) => id === officerId)
    if (officerId !== null && officer === undefined) throw new Invalid({ officerId: text.invalid.notAnOfficer })
    await updateRequest(ctx, requestId, { officer_id: officerId })
    await note(ctx, requestId, ['handed-over', { to: officer?.name ?? null }])
    return { requestId }
  },
)

export const testers = ['case_officer', 'head', 'registrar'] as const

const answering = ofRequest.extend({ note: maybeWords(2000), told: tick })

/**
 * Says that the request is answered: records are handed over, sent or shown, and whoever was refused has been told of the right
 * to a written decision (OSL 6:3, B-29). Each case's ledger gets what was given out, with the hash of every file.
 */
export const answerRequest = command('disclosure.answer', answering, async (ctx, { requestId, told, ...about }) => {
  const request = await lockRequest(ctx, requestId)
  allowAt(ctx, request.authorityId)
  const progress = await progressOf(ctx, requestId)
  refuseIf(obstaclesToAnswering(request, progress, about))
  const items = await listItems(ctx, requestId)
  const unseen = items.length < progress.items || items.some((item) => obstaclesToSeeing(item).length > 0)
  if (unseen) throw new Refused([text.obstacle.notAll])
  const overtaken = items.filter(isOvertaken)
  refuseIf(overtaken.map(({ recordNumber }) => text.obstacle.overtaken(recordNumber)))
  if (progress.heldBack > 0 && !told) throw new Invalid({ told: text.invalid.notTold })
  for (const item of items.filter(({ givenAt }) => givenAt === null)) await give(ctx, request, item)
  const stillAwaits = request.awaitsDecision && progress.heldBack > 0
  await updateRequest(ctx, requestId, {
    stage: 'answered',
    answered_at: ctx.now,
    awaits_decision: stillAwaits,
    note: about.note ?? request.note,
  })
  await note(ctx, requestId, ['answered', { ...countsOf(items), note: about.note }])
  return { requestId }
})

function obstaclesToSeeing(item: Item): string[] {
  return item.givenAt === null ? obstaclesToTesting(item) : []
}

function countsOf(items: readonly Item[]): { whole: number; partly: number; refused: number } {
  const count = (outcome: Item['outcome']) => items.filter((item) => item.outcome === outcome).length
  return { whole: count('whole'), partly: count('partly'), refused: count('refused') }
}

async function give(ctx: Write, request: DisclosureRequest, item: Item): Promise<void> {
  await updateItem(ctx, item.id, { given_at: ctx.now })
  const { outcome, provision } = item
  const facts = { requestId: request.id, request: requestNumber(request), record: item.recordNumber, provision }
  if (outcome === 'refused') return writeLedger(ctx, item.caseId, 'disclosure.refused', facts)
  const files = givenFiles(item)
  await writeLedger(ctx, item.caseId, 'disclosure.given', { ...facts, outcome: outcome ?? 'whole', files })
}

/** Whoever asked does not want it any more. */
export const withdraw = command(
  'disclosure.withdraw',
  ofRequest.extend({ note: maybeWords(2000) }),
  async (ctx, { requestId, note: why }) => {
    const request = await openRequest(ctx, requestId)
    const stage = request.stage === 'answered' ? 'answered' : 'withdrawn'
    await updateRequest(ctx, requestId, { stage, awaits_decision: false, note: why ?? request.note })
    await note(ctx, requestId, ['withdrawn', { note: why }])
    return { requestId }
  },
)
