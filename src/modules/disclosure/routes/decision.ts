/** The written decision: its page and its files. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { paperDocx, paperPdf, wordType } from '../../../kernel/documents/index.ts'
import { found } from '../../../kernel/errors.ts'
import { download, page } from '../../../kernel/http/route.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { obstaclesToDrafting, requestNumber, type DisclosureRequest, type Refusal } from '../model/request.ts'
import { refusalPaper } from '../papers.ts'
import { findRefusal, getRequest, lastCourt, listItems, progressOf } from '../queries.ts'
import { text } from '../text.ts'
import { decisionPage } from '../views/decision.ts'
import type { Item } from '../model/item.ts'

const ofRequest = z.object({ requestId: z.uuid() })

type Deciding = { readonly request: DisclosureRequest; readonly refusal: Refusal; readonly items: readonly Item[] }

function paperOf(ctx: Read, { request, refusal, items }: Deciding) {
  const { decidedAt, decidedByName, decidedByTitle, caseNumber } = refusal
  return refusalPaper({
    request,
    refusal,
    items: items.filter(({ outcome }) => outcome === 'partly' || outcome === 'refused'),
    referenceNumber: caseNumber,
    date: decidedAt === null ? today(ctx) : swedishDay(decidedAt),
    decidedBy: decidedByName === null ? null : { name: decidedByName, title: decidedByTitle ?? '' },
  })
}

export const decision = page('/utlamnanden/:requestId/beslut', {
  may: 'disclosure.read',
  params: ofRequest,
  show: async (ctx, { requestId }, rejected) => {
    const request = await getRequest(ctx, requestId)
    const items = await listItems(ctx, requestId)
    const refusal = await findRefusal(ctx, requestId)
    return decisionPage({
      request,
      items,
      refusal,
      paper: refusal === null ? null : paperOf(ctx, { request, refusal, items }),
      court: (await lastCourt(ctx, request.authorityId)) ?? 'goteborg',
      obstacles: obstaclesToDrafting(request, await progressOf(ctx, requestId), refusal),
      mayDraft: may(ctx.actor, 'disclosure.draft-refusal', request.authorityId),
      mayDecide: may(ctx.actor, 'disclosure.refuse', request.authorityId),
      rejected,
    })
  },
})

async function paperAndName(ctx: Read, requestId: string) {
  const request = await getRequest(ctx, requestId)
  const refusal = found(await findRefusal(ctx, requestId))
  const paper = paperOf(ctx, { request, refusal, items: await listItems(ctx, requestId) })
  return { paper, name: text.paper.fileName(refusal.caseNumber ?? requestNumber(request)) }
}

export const decisionPdf = download('/utlamnanden/:requestId/beslut/pdf', {
  may: 'disclosure.read',
  params: ofRequest,
  send: async (ctx, { requestId }) => {
    const { paper, name } = await paperAndName(ctx, requestId)
    return { name: `${name}.pdf`, mediaType: 'application/pdf', inline: true, body: await paperPdf(paper) }
  },
})

export const decisionDocx = download('/utlamnanden/:requestId/beslut/docx', {
  may: 'disclosure.read',
  params: ofRequest,
  send: async (ctx, { requestId }) => {
    const { paper, name } = await paperAndName(ctx, requestId)
    return { name: `${name}.docx`, mediaType: wordType, inline: false, body: await paperDocx(paper) }
  },
})
