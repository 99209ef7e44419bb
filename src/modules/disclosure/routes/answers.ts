/** Reading disclosures as JSON. */

import { z } from 'zod'
import { today } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { answer } from '../../../kernel/http/route.ts'
import { outcomes, ways, type Item } from '../model/item.ts'
import { deliveries, isLate, isOpen, requestNumber, stages, type DisclosureRequest } from '../model/request.ts'
import { getRequest, listHistory, listItems, listOpen, progressOf } from '../queries.ts'

const request = z.object({
  id: z.uuid(),
  number: z.string(),
  authorityId: z.uuid(),
  asked: z.string().nullable(),
  reference: z.string().nullable(),
  delivery: z.enum(deliveries),
  contact: z.string().nullable(),
  receivedAt: z.date(),
  dueOn: z.iso.date(),
  lateOn: z.iso.date(),
  isOpen: z.boolean(),
  isLate: z.boolean(),
  stage: z.enum(stages),
  awaitsDecision: z.boolean(),
  officerId: z.uuid().nullable(),
})

function shown(one: DisclosureRequest, day: string): z.input<typeof request> {
  return { ...one, number: requestNumber(one), isOpen: isOpen(one), isLate: isLate(one, day) }
}

const item = z.object({
  id: z.uuid(),
  recordId: z.uuid(),
  recordNumber: z.string(),
  caseNumber: z.string(),
  title: z.string(),
  struckAt: z.date().nullable(),
  isMarked: z.boolean(),
  markedBy: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  provision: z.string().nullable(),
  files: z.array(z.object({ id: z.uuid(), name: z.string(), sha256: z.string() })),
  parts: z.array(
    z.object({
      id: z.uuid(),
      fileId: z.uuid(),
      way: z.enum(ways),
      name: z.string().nullable(),
      sha256: z.string().nullable(),
    }),
  ),
})

function shownItem({ files, parts, ...rest }: Item): z.input<typeof item> {
  return { ...rest, files: [...files], parts: [...parts] }
}

export const answers = [
  answer('/disclosures', {
    may: 'disclosure.read',
    params: z.object({ authorityId: z.uuid().optional() }),
    result: z.object({ requests: z.array(request) }),
    show: async (ctx, { authorityId }) => {
      const open = await listOpen(ctx, found(authorityId ?? ctx.actor.at))
      return { requests: open.map((one) => shown(one, today(ctx))) }
    },
  }),
  answer('/disclosures/:requestId', {
    may: 'disclosure.read',
    params: z.object({ requestId: z.uuid() }),
    result: z.object({
      request,
      records: z.array(item),
      progress: z.object({ items: z.number(), untested: z.number(), heldBack: z.number() }),
      history: z.array(z.object({ seq: z.number(), at: z.date(), actor: z.string(), event: z.string() })),
    }),
    show: async (ctx, { requestId }) => ({
      request: shown(await getRequest(ctx, requestId), today(ctx)),
      records: (await listItems(ctx, requestId)).map(shownItem),
      progress: await progressOf(ctx, requestId),
      history: await listHistory(ctx, requestId),
    }),
  }),
] as const
