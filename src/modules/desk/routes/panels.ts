/** The panels beside the answer, each a page of its own. */

import { z } from 'zod'
import { may, type Read } from '../../../kernel/context.ts'
import { page } from '../../../kernel/http/route.ts'
import { documentStandingOf } from '../../commenting/index.ts'
import { ownCase, panelScreen } from '../../drafting/index.ts'
import { getFile, type Case } from '../../registry/index.ts'
import { search } from '../../search/index.ts'
import { deskOf, type Desk } from '../queries/desk.ts'
import { countOthers, listEarlier, listOthers, listPromises } from '../queries/answers.ts'
import { listPlacedComments } from '../queries/comments.ts'
import { findInDocument, listDocuments, listParts } from '../queries/documents.ts'
import { listSameAssignment } from '../queries/same-assignment.ts'
import type { DeskDocument } from '../model/document.ts'
import { earlierPanel, noOthers, othersPanel } from '../views/answers.ts'
import { documentPanel, partsAtATime } from '../views/document.ts'

const words = z.string().trim().max(200).default('').catch('')
const place = z.coerce.number().int().min(1).max(100_000).default(1).catch(1)
const question = z.coerce.number().int().min(0).max(1000).optional().catch(undefined)

export const proposalPage = page('/arenden/:caseId/underlag/forslaget', {
  may: 'someone',
  params: z.object({
    caseId: z.string(),
    fil: z.uuid().optional().catch(undefined),
    sida: place,
    ord: words,
    visa: z.enum(['texten', 'kommentarer']).default('texten').catch('texten'),
  }),
  show: async (ctx, { caseId, fil, sida, ord, visa }, rejected) => {
    const theCase = await ownCase(ctx, caseId)
    const documents = await listDocuments(ctx, theCase)
    const shown = documents.find(({ fileId }) => fileId === fil) ?? documents[0] ?? null
    const body = documentPanel({
      theCase,
      documents,
      shown,
      ...(visa === 'texten' ? await wordsIn(ctx, shown, { from: sida, sought: ord }) : nothing),
      sought: ord,
      mayAsk: may(ctx.actor, 'desk.read-document', theCase.authorityId),
      view: visa,
      said: { ...(await saidOf(ctx, theCase, documents)), rejected },
    })
    return panelScreen(ctx, theCase, { key: 'proposal', body })
  },
})

const nothing = { parts: [], hits: null }

/** What colleagues say of the documents, and whether this person may say more. */
async function saidOf(ctx: Read, theCase: Case, documents: readonly DeskDocument[]) {
  const mayComment = may(ctx.actor, 'desk.comment', theCase.authorityId) && theCase.state === 'open'
  const { mark } = await documentStandingOf(ctx, theCase.id)
  return { theCase, documents, comments: await listPlacedComments(ctx, theCase.id, documents), mark, mayComment }
}

/** That a marked document is read is noted, as when its file is opened. */
async function wordsIn(ctx: Read, shown: DeskDocument | null, { from, sought }: { from: number; sought: string }) {
  if (shown === null || shown.reading !== 'read') return nothing
  const { sha256 } = await getFile(ctx, shown.fileId)
  const first = Math.max(1, Math.min(from, shown.parts))
  return {
    parts: await listParts(ctx, sha256, { from: first, most: partsAtATime }),
    hits: sought === '' ? null : await findInDocument(ctx, sha256, sought),
  }
}

export const earlierPage = page('/arenden/:caseId/underlag/tidigare', {
  may: 'someone',
  params: z.object({ caseId: z.string(), ord: words, fraga: question }),
  show: async (ctx, { caseId, ord, fraga }) => {
    const theCase = await ownCase(ctx, caseId)
    const desk = await deskOf(ctx, theCase)
    const number = desk.questions.some((one) => one.number === fraga) ? (fraga ?? null) : null
    const now = number === null ? desk.now : { ...desk.now, words: wordsOf(desk, number) }
    const asked = { authorityId: theCase.authorityId, roundId: desk.roundId, now, sought: ord }
    const same = ord === '' ? await sameOf(ctx, asked) : []
    const apart = (part: { roundId: string }) => !same.some(({ roundId }) => roundId === part.roundId)
    const body = earlierPanel({
      theCase,
      same,
      questions: desk.questions,
      number,
      now,
      earlier: (await listEarlier(ctx, asked)).filter(apart),
      statements: await statementsWith(ctx, theCase, ord),
      promises: await listPromises(ctx, asked),
      sought: ord,
    })
    return panelScreen(ctx, theCase, { key: 'earlier', body })
  },
})

function sameOf(ctx: Read, { authorityId, roundId }: { authorityId: string; roundId: string | null }) {
  return roundId === null ? [] : listSameAssignment(ctx, { authorityId, roundId })
}

function wordsOf({ questions }: Desk, number: number): string {
  return questions.find((one) => one.number === number)?.text ?? ''
}

const mostStatements = 8

/** Statements in the authority's own registry that have the words: those too that answered no referral here. */
async function statementsWith(ctx: Read, { id, authorityId }: Case, sought: string) {
  if (sought === '') return []
  const filters = { kind: 'statement', authorityId } as const
  const found = await search(ctx, { q: sought, filters, size: mostStatements })
  return (found?.items ?? []).filter((item) => item.id !== id)
}

export const othersPage = page('/arenden/:caseId/underlag/andra', {
  may: 'someone',
  params: z.object({ caseId: z.string(), fraga: question }),
  show: async (ctx, { caseId, fraga }) => {
    const theCase = await ownCase(ctx, caseId)
    const { roundId, questions } = await deskOf(ctx, theCase)
    if (roundId === null) return panelScreen(ctx, theCase, { key: 'others', body: noOthers() })
    const number = fraga ?? questions[0]?.number ?? 0
    const about = { roundId, authorityId: theCase.authorityId }
    const body = othersPanel({
      theCase,
      questions,
      number,
      others: await listOthers(ctx, { ...about, number: number === 0 ? null : number }),
      counts: await countOthers(ctx, about),
    })
    return panelScreen(ctx, theCase, { key: 'others', body })
  },
})
