/** All that a meeting's page shows of its calls, to the one who reads it. */

import { may, today, type Read } from '../../../kernel/context.ts'
import { lettersAbout } from '../../../kernel/post.ts'
import { swedishDay } from '../../../kernel/time.ts'
import type { Meeting } from '../../meetings/index.ts'
import { callOf, leadTimesOf, usualLeadTimes } from '../../planning/index.ts'
import { listElected } from '../../roll/index.ts'
import { changesBetween, comesLate, obstaclesToCalling, type Change } from '../model/call.ts'
import { callTopic } from '../model/letter.ts'
import { contentOf, isCalled, listCalled, listCalls, readVersion, type Call } from './calls.ts'

export type CallView = {
  readonly meeting: Meeting
  readonly calls: readonly Call[]
  /** What is not as in the last call. */
  readonly unsent: readonly Change[]
  /** The last day the call goes out, by the body's own lead times. ISO day. */
  readonly callBy: string
  readonly elected: readonly { readonly name: string }[]
  /** Those of them that no call has gone to, once one has. */
  readonly newcomers: readonly string[]
  readonly obstacles: readonly string[]
  readonly maySend: boolean
  /** For the reader: the version they have read, and what is new in the last one; null where they are not called. */
  readonly reader: { readonly version: number | null; readonly news: readonly Change[] } | null
  /** Titles of the matters that the council can decide only when all agree. */
  readonly lateTitles: readonly string[]
  readonly letters: { readonly waiting: number; readonly failed: number }
  readonly today: string
}

/** Of a meeting at the reader's own authority. Some ten statements. */
export async function callsOf(ctx: Read, meeting: Meeting): Promise<CallView> {
  const calls = await listCalls(ctx, meeting.id)
  const content = await contentOf(ctx, meeting)
  const elected = await listElected(ctx, meeting.bodyId, meeting.heldOn)
  const last = calls.at(-1) ?? null
  const called = last === null ? [] : await listCalled(ctx, meeting.id)
  const newcomers = last === null ? [] : elected.filter(({ personId }) => !called.includes(personId))
  const facts = { meeting, content, elected: elected.length, newcomers: newcomers.length, last }
  const day = today(ctx)
  const maySend = may(ctx.actor, 'calls.send', meeting.authorityId)
  return {
    meeting,
    calls,
    unsent: last === null ? [] : changesBetween(last, content),
    callBy: await lastDayToCall(ctx, meeting),
    elected,
    newcomers: newcomers.map(({ name }) => name),
    obstacles: obstaclesToCalling({ ...facts, today: day }),
    maySend,
    reader: await readerOf(ctx, meeting.id, calls),
    lateTitles: lateTitlesOf(meeting, calls),
    letters: last !== null && maySend ? await lettersOf(ctx, meeting.id) : { waiting: 0, failed: 0 },
    today: day,
  }
}

/** as long before as the body has set, or as is usual; the council's week is the law's. */
export async function lastDayToCall(
  ctx: Read,
  { bodyId, bodyKind, heldOn }: Pick<Meeting, 'bodyId' | 'bodyKind' | 'heldOn'>,
): Promise<string> {
  const lead = (await leadTimesOf(ctx, [{ bodyId }])).get(bodyId) ?? usualLeadTimes(bodyKind)
  return callOf({ heldOn, lead })
}

async function readerOf(ctx: Read, meetingId: string, calls: readonly Call[]): Promise<CallView['reader']> {
  const last = calls.at(-1)
  if (last === undefined || !(await isCalled(ctx, meetingId))) return null
  const version = await readVersion(ctx, meetingId)
  const read = calls.find((call) => call.version === version)
  return { version, news: read === undefined ? [] : changesBetween(read, last) }
}

function lateTitlesOf(meeting: Meeting, calls: readonly Call[]): string[] {
  const first = new Map<string, Call>()
  for (const call of calls) for (const { itemId } of call.items) if (!first.has(itemId)) first.set(itemId, call)
  const items = calls.at(-1)?.items ?? []
  return items.flatMap(({ itemId, title }) => {
    const call = first.get(itemId)
    return call !== undefined && comesLate(meeting, swedishDay(call.sentAt)) ? [title] : []
  })
}

async function lettersOf(ctx: Read, meetingId: string): Promise<CallView['letters']> {
  const letters = await lettersAbout(ctx, callTopic, [meetingId])
  const failed = letters.filter(({ state }) => state === 'failed' || state === 'bounced').length
  return { waiting: letters.filter(({ state }) => state === 'waiting').length, failed }
}
