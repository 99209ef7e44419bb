/** A draft as its paper: on the screen, as PDF and as Word. */

import { z } from 'zod'
import { today, type Read } from '../../../kernel/context.ts'
import { paperDocx, paperPdf, wordType } from '../../../kernel/documents/index.ts'
import { download, page } from '../../../kernel/http/route.ts'
import { getCase, getRecord } from '../../registry/index.ts'
import { dressedPaper, fileNameOf, pdf, titleOf } from '../commands/register.ts'
import type { Draft } from '../model.ts'
import { getDraft, getVersion } from '../queries.ts'
import { getAnswerFile } from '../queries/answer-files.ts'
import { draftPaperPage } from '../views/draft-paper.ts'

const ofDraft = z.object({ draftId: z.uuid() })

export const draftPaper = page('/utkast/:draftId', {
  may: 'someone',
  params: ofDraft.extend({ version: z.coerce.number().int().min(1).optional() }),
  show: async (ctx, { draftId, version }) => {
    const draft = version === undefined ? await getDraft(ctx, draftId) : await getVersion(ctx, draftId, version)
    const theCase = await getCase(ctx, draft.caseId)
    const isOlder = version !== undefined
    const paper = await dressedPaper(ctx, draft, {
      theCase,
      isDraft: isOlder || isUnfinished(draft),
      date: draft.registeredOn ?? today(ctx),
    })
    return draftPaperPage(draft, paper, { theCase, isOlder })
  },
})

function isUnfinished({ state }: { readonly state: string }): boolean {
  return state === 'draft' || state === 'submitted'
}

async function paperAndName(ctx: Read, draftId: string) {
  const draft = await getDraft(ctx, draftId)
  const theCase = await getCase(ctx, draft.caseId)
  const isDraft = isUnfinished(draft)
  return {
    paper: await dressedPaper(ctx, draft, { theCase, isDraft, date: draft.registeredOn ?? today(ctx) }),
    name: fileNameOf(titleOf(draft, theCase)),
  }
}

export const pdfOf = download('/utkast/:draftId/pdf', {
  may: 'someone',
  params: ofDraft,
  send: async (ctx, { draftId }) => {
    const { paper, name } = await paperAndName(ctx, draftId)
    return { name: `${name}.pdf`, mediaType: pdf, inline: true, body: await paperPdf(paper) }
  },
})

export const docxOf = download('/utkast/:draftId/docx', {
  may: 'someone',
  params: ofDraft,
  send: async (ctx, { draftId }) => {
    const { paper, name } = await paperAndName(ctx, draftId)
    return { name: `${name}.docx`, mediaType: wordType, inline: false, body: await paperDocx(paper) }
  },
})

/** Who reads a part of what is marked is written down, as for the whole (E-17). */
async function noteReading(ctx: Read, { caseId, recordId }: Draft): Promise<void> {
  await getCase(ctx, caseId)
  if (recordId !== null) await getRecord(ctx, recordId)
}

/** A file that answers a question, to those who read the draft. */
export const fileOf = download('/utkast/:draftId/filer/:sha256', {
  may: 'someone',
  params: ofDraft.extend({ sha256: z.string() }),
  send: async (ctx, { draftId, sha256 }) => {
    const { name, mediaType, size } = await getAnswerFile(ctx, draftId, sha256)
    await noteReading(ctx, await getDraft(ctx, draftId))
    return { name, mediaType, inline: false, body: { sha256, size } }
  },
})
