/** Messages as programs read them. */

import { z } from 'zod'
import { asideReasons, quarantineReasons, states, warningCodes } from '../model/message.ts'

const instant = z.date().transform((at) => at.toISOString())

const fields = {
  id: z.uuid(),
  authorityId: z.uuid(),
  receivedAt: instant,
  via: z.enum(['smtp', 'upload']),
  envelopeFrom: z.string().nullable(),
  envelopeTo: z.array(z.string()).readonly(),
  fromName: z.string().nullable(),
  fromAddress: z.string().nullable(),
  replyTo: z.string().nullable(),
  subject: z.string(),
  sentAt: instant.nullable(),
  headerId: z.string().nullable(),
  sha256: z.string(),
  size: z.number(),
  automatic: z.enum(['auto_reply', 'bounce', 'list']).nullable(),
  state: z.enum(states),
  quarantineReason: z.enum(quarantineReasons).nullable(),
  recordId: z.uuid().nullable(),
  handledAt: instant.nullable(),
  handledByName: z.string().nullable(),
  reason: z.enum(asideReasons).nullable(),
  letterId: z.uuid().nullable(),
  why: z.string().nullable(),
}

const part = z.object({
  position: z.number(),
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  size: z.number(),
  isInline: z.boolean(),
  note: z.string().nullable(),
})

export const messagesAnswer = z.object({
  counts: z.object({ late: z.number(), waiting: z.number(), quarantined: z.number() }),
  messages: z.array(z.object({ ...fields, parts: z.number(), warningCount: z.number(), twins: z.number() })).readonly(),
  next: z.string().nullable(),
})

export const messageAnswer = z.object({
  ...fields,
  body: z.string(),
  warnings: z.array(z.object({ code: z.enum(warningCodes), detail: z.string() })).readonly(),
  proposed: z.string().nullable(),
  parts: z.array(part).readonly(),
  twins: z
    .array(z.object({ id: z.uuid(), subject: z.string(), state: z.enum(states), recordId: z.uuid().nullable() }))
    .readonly(),
})
