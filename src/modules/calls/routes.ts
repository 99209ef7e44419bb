/** The doors of `calls`. */

import { z } from 'zod'
import { refuseIf } from '../../kernel/errors.ts'
import { answer, download, endpoint, form, type Route } from '../../kernel/http/route.ts'
import { getMeeting } from '../meetings/index.ts'
import { markRead } from './commands/read.ts'
import { sendCall } from './commands/send.ts'
import { changeKinds } from './model/call.ts'
import { joinPapers, mostToJoin, papersOf, sizeOf } from './queries/papers.ts'
import { callsOf } from './queries/part.ts'
import { text } from './text.ts'

const at = '/sammantraden/:meetingId/kallelse'
const papersPath = '/sammantraden/:meetingId/handlingar'
const back = { back: '/sammantraden/:meetingId' }
const toCall = ({ meetingId }: Record<string, string>) => `/sammantraden/${meetingId ?? ''}#kallelse`

const change = z.object({ kind: z.enum(changeKinds), title: z.string().nullable() })
const call = z.object({
  version: z.number().int(),
  words: z.string().nullable(),
  sentAt: z.date(),
  sentBy: z.string(),
  members: z.number().int(),
  substitutes: z.number().int(),
  items: z.array(z.object({ itemId: z.uuid(), title: z.string(), papers: z.array(z.uuid()) })),
})

/** What may be read of a meeting's papers may be taken along by whoever reads it. */
const papers = download(papersPath, {
  may: 'someone',
  params: z.object({ meetingId: z.uuid() }),
  send: async (ctx, { meetingId }) => {
    const meeting = await getMeeting(ctx, meetingId)
    const items = await papersOf(ctx, meetingId)
    refuseIf(sizeOf(items) > mostToJoin ? [text.paper.tooLarge] : [])
    const body = joinPapers(ctx.files, meeting, items)
    return { name: text.paper.file(meeting.heldOn), mediaType: 'application/pdf', inline: true, body }
  },
})

export const routes: readonly Route[] = [
  form(at, sendCall, { ...back, then: toCall, says: ({ called }) => text.sent(called) }),
  form(`${at}/last`, markRead, { ...back, then: toCall, says: () => text.wasRead }),
  papers,
  endpoint('/meetings/:meetingId/calls', sendCall),
  endpoint('/meetings/:meetingId/calls/read', markRead),
  answer('/meetings/:meetingId/calls', {
    may: 'someone',
    params: z.object({ meetingId: z.uuid() }),
    result: z.object({
      callBy: z.iso.date(),
      calls: z.array(call),
      unsent: z.array(change),
      read: z.object({ version: z.number().int().nullable(), news: z.array(change) }).nullable(),
    }),
    show: async (ctx, { meetingId }) => {
      const { callBy, calls, unsent, reader } = await callsOf(ctx, await getMeeting(ctx, meetingId))
      return {
        callBy,
        calls: calls.map((one) => ({
          ...one,
          items: one.items.map(({ papers, ...item }) => ({ ...item, papers: [...papers] })),
        })),
        unsent: [...unsent],
        read: reader === null ? null : { version: reader.version, news: [...reader.news] },
      }
    },
  }),
]
