/** Builders for tests: a company that was asked, its link, and people who write on it without being signed in. */

import { z } from 'zod'
import type { World } from '../../../test/support.ts'
import { aBody } from '../organisation/fixtures.ts'
import { answerOf, aSentRound, type TestSent } from '../referral/fixtures.ts'

/** Someone who holds a link and nothing else: no cookie, no token of ours. */
export type Holder = {
  get(path?: string): Promise<Response>
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Response>
  api(path: string, body?: unknown): Promise<Response>
}

export function holding(world: World, token: string): Holder {
  const browser = { origin: 'http://localhost', host: 'localhost' }
  return {
    get: async (path = '') => world.app.request(`/svar/${token}${path}`, { headers: browser }),
    post: async (path, fields = {}) =>
      world.app.request(`/svar/${token}${path}`, {
        method: 'POST',
        headers: browser,
        body: new URLSearchParams(fields),
      }),
    api: async (path, body) =>
      world.app.request(`/api/v1/answer-links/${token}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  }
}

export type TestLinked = {
  readonly round: TestSent
  readonly recipientId: string
  readonly token: string
  readonly holder: Holder
  /** The ids of the questions, in order. */
  readonly questions: readonly string[]
}

/** A company that was asked in October, with a link. */
export async function aLinkedCompany(
  world: World,
  name = 'Bostadsbolaget Exempel AB',
  questions?: readonly object[],
): Promise<TestLinked> {
  world.now = new Date('2023-10-03T09:00:00+02:00')
  const round = await aSentRound(world, [await aBody(world.db, { kind: 'company', name })], questions)
  const recipientId = round.recipients[0]?.recipientId ?? ''
  return linked(world, round, recipientId)
}

/** A link to one of those that were asked in a round. */
export async function linked(world: World, round: TestSent, recipientId: string): Promise<TestLinked> {
  const path = `/referrals/${round.roundId}/recipients/${recipientId}/links`
  const { token } = await answerOf(await round.officer.api(path, {}), z.object({ token: z.string() }))
  const holder = holding(world, token)
  const { questions } = await answerOf(
    await holder.api(''),
    z.object({ questions: z.array(z.object({ id: z.string() })) }),
  )
  return { round, recipientId, token, holder, questions: questions.map(({ id }) => id) }
}

/** Says who one is, and gives the id to write as. */
export async function aWriter(holder: Holder, name = 'Anna Lind', role = 'vd'): Promise<string> {
  const { personId } = await answerOf(await holder.api('/people', { name, role }), z.object({ personId: z.string() }))
  return personId
}

export const state = z.object({
  people: z.array(z.object({ name: z.string(), role: z.string() })),
  cells: z.array(z.object({ key: z.string(), version: z.number(), by: z.string(), value: z.unknown() })),
  rivals: z.array(z.object({ id: z.string(), key: z.string(), by: z.string(), value: z.unknown() })),
  submissions: z.array(z.object({ version: z.number(), stance: z.string(), digest: z.string(), isLate: z.boolean() })),
})

/** What the link holds now. */
export async function stateOf(holder: Holder): Promise<z.output<typeof state>> {
  return answerOf(await holder.api(''), state)
}

/** The Word form as the holder of the link downloads it. */
export async function formOf({ holder }: TestLinked): Promise<Uint8Array> {
  return new Uint8Array(await (await holder.get('/formular.docx')).arrayBuffer())
}
