import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, today } from '../../../kernel/context.ts'
import { Forbidden, Invalid } from '../../../kernel/errors.ts'
import { choice, line, maybeDay, maybeId, maybeLine, maybeWords } from '../../../kernel/fields.ts'
import { getMeeting } from '../../meetings/index.ts'
import { getBody } from '../../organisation/index.ts'
import { canBeAppealed, faultsOf, isOfMeeting, isOfMinutes, noticeKinds } from '../model/notice.ts'
import { holdsPersonalNumber } from '../model/personal-number.ts'
import { text } from '../text.ts'
import { blank, postNotice } from './steps.ts'

const toPost = z.object({
  bodyId: z.uuid({ error: () => text.invalid.body }),
  kind: choice(noticeKinds),
  meetingId: maybeId.describe('The meeting that is announced, when it is planned here'),
  title: line(300, () => text.invalid.title),
  words: maybeWords(20_000),
  meetingOn: maybeDay,
  paragraphs: maybeLine(200),
  adjustedOn: maybeDay,
  through: maybeDay.describe('The last day it is up, where nothing can be appealed'),
  askedBy: maybeLine(300).describe('Who asked for a notice that law demands; not shown on the board'),
})

/** Puts a notice on the board (anslår), of one of the kinds that may stand there. Adjusted minutes are posted by themselves. */
export const post = command('notices.post', toPost, async (ctx, given) => {
  const { authorityId, kind } = await getBody(ctx, given.bodyId)
  allowAt(ctx, authorityId)
  const written = ofItsKind(given)
  if ((written.kind === 'council_meeting') !== (kind === 'council') && isOfMeeting(written.kind))
    throw new Invalid({ kind: text.invalid.meetingKind })
  if (written.meetingId !== null && (await getMeeting(ctx, written.meetingId)).bodyId !== written.bodyId)
    throw new Invalid({ bodyId: text.invalid.otherBody })
  const faults = faultsOf(written, today(ctx))
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
  if (authorityId === null) throw new Forbidden(ctx.guard.verb)
  return { noticeId: await postNotice(ctx, { ...blank, ...written, authorityId }) }
})

/** What was written in the fields of another kind, before one changed one's mind, is not part of it. */
function ofItsKind(given: z.output<typeof toPost>): z.output<typeof toPost> {
  const { kind } = given
  return {
    ...given,
    paragraphs: canBeAppealed(kind) || isOfMinutes(kind) ? given.paragraphs : null,
    adjustedOn: isOfMinutes(kind) ? given.adjustedOn : null,
    askedBy: kind === 'required_by_law' ? given.askedBy : null,
    meetingOn: kind === 'required_by_law' ? null : given.meetingOn,
    meetingId: isOfMeeting(kind) ? given.meetingId : null,
    through: canBeAppealed(kind) || isOfMeeting(kind) ? null : given.through,
  }
}

const toPlace = z.object({ bodyId: z.uuid(), keptAt: line(500, () => text.invalid.place) })

/** Says where a body's minutes are kept; its notices from now on say so. */
export const setPlace = command('notices.set-place', toPlace, async (ctx, { bodyId, keptAt }) => {
  const { authorityId } = await getBody(ctx, bodyId)
  allowAt(ctx, authorityId)
  if (holdsPersonalNumber(keptAt)) throw new Invalid({ keptAt: text.invalid.personalNumber })
  await ctx.db
    .insertInto('notices.places')
    .values({ body_id: bodyId, kept_at: keptAt })
    .onConflict((on) => on.column('body_id').doUpdateSet({ kept_at: keptAt }))
    .execute()
})
