/** What the API answers of the desk. */

import { z } from 'zod'
import { found, NotFound } from '../../../kernel/errors.ts'
import { answer, type Route } from '../../../kernel/http/route.ts'
import { ownCase, stances } from '../../drafting/index.ts'
import { getFile } from '../../registry/index.ts'
import { listEarlier, listOthers, listPromises } from '../queries/answers.ts'
import { deskOf } from '../queries/desk.ts'
import { findInDocument, listDocuments, listParts } from '../queries/documents.ts'
import { listSameAssignment } from '../queries/same-assignment.ts'

const ofCase = z.object({ caseId: z.string() })
const part = z.object({ number: z.number(), heading: z.string().nullable(), text: z.string() })

const decided = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  roundTitle: z.string(),
  issuerName: z.string(),
  recipientId: z.uuid(),
  bodyName: z.string(),
  referenceNumber: z.string().nullable(),
  question: z.object({ number: z.number(), text: z.string() }).nullable(),
  stance: z.enum(stances),
  text: z.unknown(),
  areas: z.array(z.string()).readonly(),
  themes: z.array(z.string()).readonly(),
  paragraph: z.string().nullable(),
  decidedOn: z.string().nullable(),
  reservations: z.string().nullable(),
})

const before = z.object({
  roundId: z.uuid(),
  recipientId: z.uuid(),
  title: z.string(),
  bodyName: z.string(),
  referenceNumber: z.string(),
  sentAt: z.date().nullable(),
  assignment: z.string().nullable().describe('null: none is registered in the case of the sender'),
  isAnswered: z.boolean(),
  parts: z.array(decided),
})

const document = z.object({
  recordId: z.uuid(),
  fileId: z.uuid(),
  sha256: z.string(),
  title: z.string(),
  fileName: z.string(),
  reading: z.enum(['waiting', 'read', 'unread', 'unreadable']),
  isPaged: z.boolean(),
  parts: z.number(),
})

const promised = z.object({
  id: z.uuid(),
  title: z.string(),
  giverName: z.string(),
  decidedOn: z.string(),
  source: z.string().nullable(),
  state: z.enum(['open', 'reported', 'closed']),
})

const mostParts = 50

export const answers: readonly Route[] = [
  answer('/cases/:caseId/desk/documents', {
    may: 'someone',
    params: ofCase,
    result: z.array(document),
    show: async (ctx, { caseId }) => listDocuments(ctx, await ownCase(ctx, caseId)),
  }),
  answer('/cases/:caseId/desk/documents/:fileId', {
    may: 'someone',
    params: z.object({
      caseId: z.string(),
      fileId: z.uuid(),
      from: z.coerce.number().int().min(1).default(1),
      q: z.string().trim().max(200).default(''),
    }),
    result: z.object({
      parts: z.array(part),
      hits: z.array(z.object({ number: z.number(), heading: z.string().nullable(), passage: z.string() })),
    }),
    show: async (ctx, { caseId, fileId, from, q }) => {
      const documents = await listDocuments(ctx, await ownCase(ctx, caseId))
      const { reading } = found(documents.find((one) => one.fileId === fileId))
      if (reading !== 'read') throw new NotFound()
      const { sha256 } = await getFile(ctx, fileId)
      return {
        parts: await listParts(ctx, sha256, { from, most: mostParts }),
        hits: q === '' ? [] : await findInDocument(ctx, sha256, q),
      }
    },
  }),
  answer('/cases/:caseId/desk/earlier', {
    may: 'someone',
    params: z.object({ caseId: z.string(), q: z.string().trim().max(200).default('') }),
    result: z.object({ answers: z.array(decided), assignments: z.array(promised), sameAssignment: z.array(before) }),
    show: async (ctx, { caseId, q }) => {
      const theCase = await ownCase(ctx, caseId)
      const { roundId, now } = await deskOf(ctx, theCase)
      const asked = { authorityId: theCase.authorityId, roundId, now, sought: q }
      const same = roundId === null ? [] : await listSameAssignment(ctx, { authorityId: theCase.authorityId, roundId })
      return {
        answers: await listEarlier(ctx, asked),
        assignments: await listPromises(ctx, asked),
        sameAssignment: same.map((round) => ({ ...round, parts: [...round.parts] })),
      }
    },
  }),
  answer('/cases/:caseId/desk/others/:number', {
    may: 'someone',
    params: z.object({ caseId: z.string(), number: z.coerce.number().int().min(0) }),
    result: z.array(decided),
    show: async (ctx, { caseId, number }) => {
      const theCase = await ownCase(ctx, caseId)
      const { roundId } = await deskOf(ctx, theCase)
      const { authorityId } = theCase
      return listOthers(ctx, { roundId: found(roundId), authorityId, number: number === 0 ? null : number })
    },
  }),
]
