/** What the API answers with. */

import { z } from 'zod'
import { standings } from './decision.ts'
import { appeals, delegateKinds, delegateRoles, natures } from './rule.ts'

const day = z.iso.date()

export const decisionShape = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  authorityId: z.uuid(),
  year: z.number().int(),
  number: z.number().int(),
  ruleId: z.uuid(),
  ruleNumber: z.string(),
  ruleHeading: z.string(),
  version: z.number().int(),
  caseId: z.uuid().nullable(),
  referenceNumber: z.string().nullable(),
  recordId: z.uuid(),
  delegateId: z.uuid(),
  delegateName: z.string(),
  delegateTitle: z.string(),
  passedOnBy: z.string().nullable(),
  decidedOn: day,
  appeal: z.enum(appeals),
  isUrgent: z.boolean(),
  isSecret: z.boolean(),
  hasOwnDocument: z.boolean(),
  corrects: z.string().nullable(),
  correctedBy: z.string().nullable(),
  title: z.string().nullable(),
  points: z.array(z.string()).readonly().nullable(),
  motivation: z.string().nullable(),
  whyUrgent: z.string().nullable(),
  standing: z.enum(standings),
  meetingId: z.uuid().nullable(),
  reportedOn: day.nullable(),
  minutesId: z.uuid().nullable(),
})

export const schemeShape = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  authorityId: z.uuid(),
  version: z.number().int(),
  decidedOn: day.nullable(),
  paragraph: z.number().int().nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  isDemo: z.boolean(),
  ruleCount: z.number().int(),
})

export const ruleShape = z.object({
  id: z.uuid(),
  schemeId: z.uuid(),
  number: z.string(),
  heading: z.string(),
  scope: z.string(),
  delegateKind: z.enum(delegateKinds),
  delegateRole: z.enum(delegateRoles).nullable(),
  delegateBodyId: z.uuid().nullable(),
  delegatePersonId: z.uuid().nullable(),
  delegate: z.string(),
  legalBasis: z.string().nullable(),
  conditions: z.string().nullable(),
  nature: z.enum(natures),
  reason: z.string(),
  appeal: z.enum(appeals),
  isReported: z.boolean(),
  mayBePassedOn: z.boolean(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  authorityId: z.uuid(),
  version: z.number().int(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
})

export const minutesShape = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  authorityId: z.uuid(),
  caseId: z.uuid(),
  recordId: z.uuid(),
  recordTitle: z.string(),
  madeOn: day,
  noticedOn: day.nullable(),
  count: z.number().int(),
})
