/** The written decision: its page and its files. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { paperDocx, paperPdf, wordType } from '../../../kernel/documents/index.ts'
import { found } from '../../../kernel/errors.ts'
import { download, page } from '../../../kernel/http/route.ts'
import { getFile } from '../../registry/index.ts'
import { isHeldBack } from '../model/item.ts'
import { obstaclesToDrafting, type Refusal } from '../model/refusal.ts'
import { requestNumber } from '../model/request.ts'
import { refusalPaper } from '../papers.ts'
import {
  boardsDecisions,
  findRefusal,
  getRequest,
  listItems,
  listRefusalFiles,
  mandatesAt,
  progressOf,
} from '../queries.ts'
import { text } from '../text.ts'
import { decisionPage } from '../views/decision.ts'
import { appealCourt } from '../../organisation/index.ts'

const ofRequest = z.object({ requestId: z.uuid() })

/** The draft as it will look. What is decided is never drawn anew: it is the document that was registered. */
async function draftPaper(ctx: Read, requestId: string, refusal: Refusal) {
  const request = await getRequest(ctx, requestId)
  const items = (await listItems(ctx, requestId)).filter(isHeldBack)
  const { caseNumber: referenceNumber } = refusal
  const undecided = { delegatedNumber: null, decidedBy: null, date: today(ctx) }
  return refusalPaper({ request, refusal, items, referenceNumber, ...undecided })
}

export const decision = page('/utlamnanden/:requestId/beslut', {
  may: 'disclosure.read',
  params: ofRequest,
  show: async (ctx, { requestId }, rejected) => {
    const request = await getRequest(ctx, requestId)
    const refusal = await findRefusal(ctx, requestId)
    const isDraft = refusal !== null && refusal.decidedAt === null
    return decisionPage({
      request,
      items: await listItems(ctx, requestId),
      refusal,
      paper: isDraft ? await draftPaper(ctx, requestId, refusal) : null,
      files: await listRefusalFiles(ctx, refusal),
      court: await appealCourt(ctx),
      obstacles: obstaclesToDrafting(request, await progressOf(ctx, requestId), refusal),
      mayDraft: may(ctx.actor, 'disclosure.draft-refusal', request.authorityId),
      deciding: {
        refusal,
        mandates: await mandatesAt(ctx, request.authorityId),
        decisions: await boardsDecisions(ctx, refusal),
        mayDecide: may(ctx.actor, 'disclosure.refuse', request.authorityId),
      },
      rejected,
    })
  },
})

const made = { 'application/pdf': { draw: paperPdf, ending: 'pdf' }, [wordType]: { draw: paperDocx, ending: 'docx' } }

/** The file as it was registered; of a draft, as it would look. Throws `NotFound` where it is hidden. */
async function fileOf(ctx: Read, requestId: string, mediaType: keyof typeof made) {
  const request = await getRequest(ctx, requestId)
  const refusal = found(await findRefusal(ctx, requestId))
  const inline = mediaType === 'application/pdf'
  if (refusal.decidedAt === null) {
    const { draw, ending } = found(made[mediaType])
    const name = `${text.paper.fileName(requestNumber(request), refusal.caseNumber ?? '')}.${ending}`
    return { name, mediaType, inline, body: await draw(await draftPaper(ctx, requestId, refusal)) }
  }
  const kept = (await listRefusalFiles(ctx, refusal)).find((file) => file.mediaType === mediaType)
  const { id, name, sha256, size } = found(kept)
  await getFile(ctx, id) // what is marked is noted as read
  return { name, mediaType, inline, body: { sha256, size } }
}

export const decisionPdf = download('/utlamnanden/:requestId/beslut/pdf', {
  may: 'disclosure.read',
  params: ofRequest,
  send: (ctx, { requestId }) => fileOf(ctx, requestId, 'application/pdf'),
})

export const decisionDocx = download('/utlamnanden/:requestId/beslut/docx', {
  may: 'disclosure.read',
  params: ofRequest,
  send: (ctx, { requestId }) => fileOf(ctx, requestId, wordType),
})
