import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { maybeWords } from '../../../kernel/fields.ts'
import { postAll, type Letter } from '../../../kernel/post.ts'
import { insertRows } from '../../../kernel/rows.ts'
import { getMeeting, lockMeeting, type Meeting, type MeetingChange } from '../../meetings/index.ts'
import { senderOf } from '../../post/index.ts'
import { writeLedgers } from '../../registry/index.ts'
import { listElected } from '../../roll/index.ts'
import { changesBetween, obstaclesToCalling, type CallContent } from '../model/call.ts'
import { callLetter, callTopic, changedLetter } from '../model/letter.ts'
import { contentOf, listCalled, listCalls } from '../queries/calls.ts'
import { text } from '../text.ts'

const toSend = z.object({
  meetingId: z.uuid(),
  words: maybeWords(4000).describe('Words of one’s own to those who are called'),
  version: z.coerce.number().int().min(1).describe('The version it becomes: one more than the last one'),
})

/**
 * Sends the call (kallelse) with the agenda as it stands to every member and every substitute, by e-mail and on the meeting's
 * page. Sent anew it says what has changed since the last. Throws `Refused` when there is nothing to send, or somebody else just did.
 */
export const sendCall = command('calls.send', toSend, async (ctx, { meetingId, words, version }) => {
  const meeting = await lockMeeting(ctx, meetingId)
  allowAt(ctx, meeting.authorityId)
  const content = await contentOf(ctx, meeting)
  const last = (await listCalls(ctx, meetingId)).at(-1) ?? null
  const elected = await listElected(ctx, meeting.bodyId, meeting.heldOn)
  refuseIf(version === (last?.version ?? 0) + 1 ? [] : [text.obstacle.sentMeanwhile])
  const before = await listCalled(ctx, meetingId)
  const newcomers = elected.filter(({ personId }) => !before.includes(personId)).length
  const facts = { meeting, today: today(ctx), content, elected: elected.length, newcomers, last }
  refuseIf(obstaclesToCalling(facts))
  const callId = await keepCall(ctx, meeting, { words, version })
  await insertRows(ctx, 'calls.called', {
    rows: elected.map(({ personId, role }) => ({
      call_id: callId,
      person_id: personId,
      is_substitute: role === 'substitute',
    })),
  })
  const changes = last === null ? [] : changesBetween(last, content)
  const ids = elected.map(({ personId }) => personId)
  await writeTo(ctx, meeting, {
    ids,
    write: () => callLetter({ meeting, changes, words, items: content.items, version }),
  })
  await tellCases(ctx, meeting, { content, last })
  return { meetingId, version, called: elected.length }
})

type ToKeep = { readonly words: string | null; readonly version: number }

/** With the agenda as it stands, also what the one who sends may not see. */
async function keepCall(ctx: Write, meeting: Meeting, { words, version }: ToKeep): Promise<string> {
  const { id: meeting_id, heldOn: held_on, startsAt: starts_at, place } = meeting
  const sent = { sent_at: ctx.now, sent_by: actingPerson(ctx) }
  const { id } = await ctx.db
    .insertInto('calls.calls')
    .values({ meeting_id, version, words, held_on, starts_at, place, ...sent })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`select calls.keep_items(${id})`.execute(ctx.db)
  return id
}

/** In the history of each case that is called for the first time, and that the one who sends may see. */
async function tellCases(
  ctx: Write,
  { bodyName, heldOn }: Meeting,
  { content, last }: { readonly content: CallContent; readonly last: CallContent | null },
): Promise<void> {
  const before = new Set(last?.items.map(({ itemId }) => itemId))
  const added = content.items.flatMap(({ itemId }) => (before.has(itemId) ? [] : [itemId]))
  if (added.length === 0) return
  const items = await ctx.db.selectFrom('meetings.items').where('id', 'in', added).select('case_id as caseId').execute()
  const facts = { body: bodyName, heldOn }
  await writeLedgers(
    ctx,
    items.map(({ caseId }) => ({ caseId, event: 'calls.called', facts })),
  )
}

/** Tells those who are called that the meeting is moved or cancelled, whoever it was that did it. */
export async function tellOfChange(ctx: Write, change: MeetingChange): Promise<void> {
  const ids = await listCalled(ctx, change.meetingId)
  if (ids.length === 0) return
  const meeting = await getMeeting(ctx, change.meetingId)
  await writeTo(ctx, meeting, { ids, write: () => changedLetter(meeting, change) })
}

/** One letter each, whatever they have chosen for letters else: a call is owed. */
async function writeTo(
  ctx: Write,
  { id, authorityId }: Pick<Meeting, 'id' | 'authorityId'>,
  { ids, write }: { readonly ids: readonly string[]; readonly write: Letter['write'] },
): Promise<void> {
  if (authorityId === null) return
  const from = await senderOf(ctx, authorityId)
  const people = await ctx.db
    .selectFrom('organisation.people')
    .where('id', 'in', ids)
    .select(['name', 'email as address'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  await postAll(
    ctx,
    people.map((to) => ({ to, from, write, about: { topic: callTopic, id } })),
  )
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'calls.called': { body: string; heldOn: string }
  }
}
