/** What the API answers with. */

import { z } from 'zod'
import { noteKinds } from './note.ts'
import { claimKinds, questionKinds } from './order.ts'
import { ballots, hows } from './vote.ts'

const people = z.array(z.object({ personId: z.uuid(), name: z.string() })).readonly()
const question = { kind: z.enum(questionKinds), options: z.array(z.string()).readonly() }

export const tableShape = z.object({
  claims: z
    .array(z.object({ id: z.uuid(), kind: z.enum(claimKinds), words: z.string().nullable(), people }))
    .readonly(),
  main: z.string().nullable(),
  settled: z
    .array(
      z.object({
        ...question,
        position: z.number().int(),
        winner: z.string(),
        how: z.enum(hows),
        counts: z.array(z.number().int()).readonly().nullable(),
        abstained: z.number().int().nullable(),
        chairName: z.string().nullable(),
        words: z.string().nullable(),
        votes: z.array(z.object({ personId: z.uuid(), name: z.string(), vote: z.enum(ballots) })).readonly(),
      }),
    )
    .readonly(),
  next: z.object({ ...question, asked: z.string() }).nullable(),
  chosen: z.array(z.string()).readonly().nullable(),
  notes: z
    .array(
      z.object({
        id: z.uuid(),
        kind: z.enum(noteKinds),
        words: z.string().nullable(),
        announcedAt: z.date(),
        people,
      }),
    )
    .readonly(),
})
