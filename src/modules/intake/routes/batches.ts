/** The doors of registering many files: choosing them, the batch that waits, and what becomes of it. */

import { z } from 'zod'
import { may, today } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { answer, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { dayText } from '../../../kernel/ui/index.ts'
import { latestContactNames } from '../../filing/index.ts'
import { getAuthority, type WorkItem, type WorkList } from '../../organisation/index.ts'
import { caseHref, findDuplicates } from '../../registry/index.ts'
import { discardBatch, gather, takeOverBatch } from '../commands/batches.ts'
import { registerBatch } from '../commands/register-many.ts'
import { obstaclesToTakingOver } from '../model/batch.ts'
import { registerBy } from '../model/message.ts'
import { getBatch, waitingBatches, type WaitingBatch } from '../queries/batches.ts'
import { latestCases } from '../queries/register.ts'
import { text } from '../text/register.ts'
import { othersBatchPage } from '../views/batch-handover.ts'
import { batchPage, manyPage } from '../views/register-many.ts'
import { manyHref } from '../views/register.ts'
import { everyone } from './register.ts'

const takingOver = 'intake.take-over-batch'

const many = page(manyHref, {
  may: 'intake.register',
  params: z.object({}),
  show: async (ctx, _, rejected) => {
    const at = found(ctx.actor.at)
    const authorityName = (await getAuthority(ctx, at)).name
    return manyPage({ authorityName, waiting: await waitingBatches(ctx, at), rejected })
  },
})

const batch = page(`${manyHref}/:batchId`, {
  may: 'intake.register',
  params: z.object({ batchId: z.uuid() }),
  show: async (ctx, { batchId }, rejected) => {
    const theBatch = await getBatch(ctx, batchId)
    const { authorityId, personId, uploads } = theBatch
    if (personId !== ctx.actor.personId)
      return othersBatchPage({
        batch: theBatch,
        mayTakeOver: may(ctx.actor, takingOver, authorityId),
        obstacles: obstaclesToTakingOver(theBatch, ctx.actor.personId),
      })
    const contents = uploads.map(({ sha256 }) => sha256)
    return batchPage({
      batch: theBatch,
      cases: await latestCases(ctx, authorityId),
      parties: await latestContactNames(ctx, authorityId),
      duplicates: await findDuplicates(ctx, authorityId, contents),
      today: today(ctx),
      rejected,
    })
  },
})

const instant = z.date().transform((at) => at.toISOString())

const list = answer('/batches', {
  may: 'intake.register',
  params: z.object({}),
  result: z.object({
    batches: z.array(
      z.object({
        id: z.uuid(),
        personId: z.uuid(),
        personName: z.string(),
        isMine: z.boolean(),
        startedAt: instant,
        sharedAt: instant,
        count: z.number(),
      }),
    ),
  }),
  show: async (ctx) => ({ batches: ctx.actor.at === null ? [] : await waitingBatches(ctx, ctx.actor.at) }),
})

const onBatch = { back: `${manyHref}/:batchId` }

export const batchRoutes: readonly Route[] = [
  many,
  batch,
  list,
  form(manyHref, gather, { back: manyHref, then: (_, { batchId }) => `${manyHref}/${batchId}` }),
  form(`${manyHref}/:batchId`, registerBatch, {
    ...onBatch,
    then: (_, { referenceNumber }) =>
      referenceNumber === null ? '/handlingar' : caseHref({ referenceNumber }, 'handlingar'),
    says: ({ numbers }) => text.bulk.done(numbers.length, numbers[0] ?? '', numbers.at(-1) ?? ''),
  }),
  form(`${manyHref}/:batchId/ta-over`, takeOverBatch, {
    ...onBatch,
    then: (_, { batchId }) => `${manyHref}/${batchId}`,
    says: ({ fromName }) => text.handover.done(fromName),
  }),
  form(`${manyHref}/:batchId/ta-bort`, discardBatch, {
    ...onBatch,
    then: () => manyHref,
    says: () => text.bulk.discarded,
  }),
  endpoint('/batches', gather),
  endpoint('/batches/:batchId/registrations', registerBatch),
  endpoint('/batches/:batchId/take-over', takeOverBatch),
  endpoint('/batches/:batchId/discard', discardBatch),
]

/** Taking over is the registrars': they see to it that what has come in is registered (B-02). */
export const batchGrants = {
  'intake.gather': everyone,
  'intake.register-batch': everyone,
  'intake.discard-batch': everyone,
  [takingOver]: ['registrar'],
} as const

/** Mitt arbete: files that one has taken in and not registered, or that another has, are as late as a letter would be (B-02). */
export const batchWork: WorkList = {
  key: 'intake.batches',
  show: async (ctx) => {
    const { at } = ctx.actor
    if (at === null || !may(ctx.actor, 'intake.register-batch', at)) return []
    const mayTakeOver = may(ctx.actor, takingOver, at)
    const waiting = await waitingBatches(ctx, at)
    return waiting.filter(({ isMine }) => isMine || mayTakeOver).map(workItem)
  },
}

function workItem({ id, isMine, personName, startedAt, count }: WaitingBatch): WorkItem {
  const day = swedishDay(startedAt)
  return {
    group: 'now',
    title: isMine ? text.work.begun(count) : text.work.othersBegun(count, personName),
    detail: text.work.since(dayText(day)),
    href: `${manyHref}/${id}`,
    reference: null,
    due: registerBy(day),
    action: isMine ? text.work.action : text.handover.submit,
  }
}
