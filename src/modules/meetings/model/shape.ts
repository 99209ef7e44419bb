/** What the API answers with. */

import { z } from 'zod'
import { bodyKind } from './input.ts'
import { outcomes } from './decision.ts'

export const meetingShape = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  bodyKind,
  authorityId: z.uuid().nullable(),
  heldOn: z.iso.date(),
  startsAt: z.string().nullable(),
  place: z.string().nullable(),
  state: z.enum(['planned', 'held', 'cancelled']),
  closedAt: z.date().nullable(),
  isDemo: z.boolean(),
  itemCount: z.number().int(),
})

const paperShape = z.object({ recordId: z.uuid(), title: z.string(), number: z.number().int(), year: z.number().int() })

export const agendaItemShape = z.object({
  id: z.uuid(),
  meetingId: z.uuid(),
  caseId: z.uuid(),
  referenceNumber: z.string(),
  position: z.number().int(),
  title: z.string(),
  summary: z.string().nullable(),
  proposal: z.array(z.string()).readonly(),
  state: z.enum(['on_agenda', 'decided', 'tabled', 'remitted', 'withdrawn']),
  papers: z.array(paperShape).readonly(),
})

export const decisionShape = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  meetingId: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  bodyKind,
  caseId: z.uuid(),
  title: z.string(),
  year: z.number().int(),
  paragraph: z.number().int(),
  outcome: z.enum(outcomes).nullable(),
  points: z.array(z.string()).readonly(),
  reservations: z.string().nullable(),
  decidedOn: z.iso.date(),
  state: z.enum(['decided', 'adjusted']),
  adjustedOn: z.iso.date().nullable(),
  isImmediate: z.boolean(),
  isProposal: z.boolean(),
  recordId: z.uuid().nullable(),
  secretaryName: z.string(),
})
