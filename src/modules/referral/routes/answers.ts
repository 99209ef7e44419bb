/** What the API answers about referrals. */

import { z } from 'zod'
import { answer, type Route } from '../../../kernel/http/route.ts'
import { condition, questionKinds, questionSettings, stances } from '../../drafting/index.ts'
import { answerItems, deciders, stages } from '../model.ts'
import { getRound, listAnswers, listRecipients, listRounds } from '../queries.ts'

const oneRound = z.object({ roundId: z.uuid() })
const state = z.enum(['draft', 'sent', 'closed'])
const instant = z.date()

const roundRow = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  referenceNumber: z.string(),
  authorityId: z.uuid(),
  authorityName: z.string(),
  issuerName: z.string(),
  title: z.string(),
  state,
  answerBy: z.string().nullable(),
  sentAt: instant.nullable(),
  createdAt: instant,
  asked: z.number(),
  answered: z.number(),
})

const recipient = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  bodyKind: z.string(),
  kind: z.enum(['board', 'administration']),
  isMandatory: z.boolean(),
  jointWith: z.uuid().nullable().describe('The recipient that writes the statement it answers with'),
  caseId: z.uuid().nullable(),
  referenceNumber: z.string().nullable(),
  outRecordId: z.uuid().nullable(),
  inRecordId: z.uuid().nullable(),
  stage: z.enum(stages),
  officerName: z.string().nullable(),
  boardOn: z.string().nullable(),
  paragraph: z.number().nullable(),
  decidedOn: z.string().nullable(),
  adjustedOn: z.string().nullable(),
  expectedOn: z
    .string()
    .nullable()
    .describe('When its answer can be expected to leave; null: nothing tells, or it has come'),
  answerBy: z.string().nullable(),
  isExtended: z.boolean(),
  turn: z.number(),
  askedAt: instant.nullable(),
  isCaseClosed: z.boolean(),
  answer: z
    .object({
      id: z.uuid(),
      stance: z.enum(stances),
      isMarked: z.boolean().describe('Its statement is marked as secret: stance is none, and reservations null'),
      decidedBy: z.enum(deciders),
      arrivedAt: instant,
      decidedOn: z.string().nullable(),
      paragraph: z.string().nullable(),
      rule: z.string().nullable(),
      isLate: z.boolean(),
      isAfterDecision: z.boolean(),
    })
    .nullable(),
  draftSentAt: instant.nullable(),
})

const round = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  referenceNumber: z.string(),
  authorityId: z.uuid(),
  authorityName: z.string(),
  issuerId: z.uuid(),
  issuerName: z.string(),
  title: z.string(),
  state,
  decisionId: z.uuid().nullable(),
  decision: z
    .object({ bodyName: z.string(), paragraph: z.number(), decidedOn: z.string(), recordId: z.uuid().nullable() })
    .nullable(),
  withoutPosition: z.boolean(),
  coverLetter: z.unknown(),
  answerBy: z.string().nullable(),
  contact: z
    .object({ id: z.uuid(), name: z.string(), title: z.string(), email: z.string(), phone: z.string().nullable() })
    .nullable(),
  inTurn: z
    .object({
      reason: z.string(),
      turns: z.array(z.object({ number: z.number(), answerBy: z.string(), sentAt: instant.nullable() })).readonly(),
    })
    .nullable()
    .describe('Why and in which turns it asks; null: everyone at once'),
  version: z.number(),
  sentAt: instant.nullable(),
  questions: z
    .array(
      z.object({
        id: z.uuid(),
        number: z.number(),
        kind: z.enum(questionKinds),
        isRequired: z.boolean(),
        condition,
        ...questionSettings.shape,
        text: z.string(),
        help: z.string().nullable(),
      }),
    )
    .readonly(),
  documents: z
    .array(
      z.object({
        recordId: z.uuid(),
        position: z.number(),
        version: z.number(),
        title: z.string(),
        datedOn: z.string(),
      }),
    )
    .readonly(),
  corrections: z.array(z.object({ version: z.number(), what: z.string(), at: instant, byName: z.string() })).readonly(),
  recipients: z.array(recipient).readonly(),
})

const answered = z.object({
  id: z.uuid(),
  recipientId: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  bodyKind: z.string(),
  caseId: z.uuid().nullable(),
  referenceNumber: z.string().nullable(),
  decidedBy: z.enum(deciders),
  stance: z.enum(stances),
  isMarked: z.boolean().describe('Its statement is marked as secret: stance is none, reservations null, and no parts'),
  decisionId: z.uuid().nullable(),
  decidedOn: z.string().nullable(),
  paragraph: z.string().nullable(),
  reservations: z.string().nullable(),
  statementRecordId: z.uuid().nullable(),
  extractRecordId: z.uuid().nullable(),
  arrivedAt: instant,
  rule: z.string().nullable(),
  isLate: z.boolean(),
  isAfterDecision: z.boolean(),
  parts: z
    .array(
      z.object({
        id: z.uuid(),
        questionId: z.uuid().nullable(),
        stance: z.enum(stances),
        text: z.unknown(),
        plain: z.string(),
        items: answerItems,
        sha256: z.string(),
      }),
    )
    .readonly(),
})

export const answers: readonly Route[] = [
  answer('/referrals', {
    may: 'someone',
    params: z.object({ sentBy: z.uuid().optional(), sentTo: z.uuid().optional() }),
    result: z.array(roundRow),
    show: (ctx, { sentBy, sentTo }) =>
      listRounds(ctx, { ...(sentBy !== undefined && { sentBy }), ...(sentTo !== undefined && { sentTo }), limit: 200 }),
  }),
  answer('/referrals/:roundId', {
    may: 'someone',
    params: oneRound,
    result: round,
    show: async (ctx, { roundId }) => ({
      ...(await getRound(ctx, roundId)),
      recipients: await listRecipients(ctx, roundId),
    }),
  }),
  answer('/referrals/:roundId/answers', {
    may: 'someone',
    params: oneRound,
    result: z.array(answered),
    show: async (ctx, { roundId }) => {
      await getRound(ctx, roundId)
      return listAnswers(ctx, roundId)
    },
  }),
]
