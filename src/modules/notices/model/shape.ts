/** What the API answers with. */

import { z } from 'zod'
import { speaking } from '../../../kernel/words.ts'
import { keptAtOf, noticeKinds, type Notice } from './notice.ts'

const aDay = z.iso.date().nullable()

/** A notice as anyone may read it. */
export const noticeShape = z.object({
  id: z.uuid(),
  authorityName: z.string(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  kind: z.enum(noticeKinds),
  title: z.string(),
  words: z.string().nullable(),
  meetingOn: aDay,
  paragraphs: z.string().nullable(),
  adjustedOn: aDay,
  keptAt: z.string().nullable(),
  postedOn: z.iso.date(),
  lastAppealOn: aDay,
  endsOn: z.iso.date(),
})

/** No more of it than that. */
export function asPublic(notice: Notice): z.input<typeof noticeShape> {
  return speaking('sv', () => noticeShape.parse({ ...notice, keptAt: keptAtOf(notice) }))
}
