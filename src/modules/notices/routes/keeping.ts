/** For those who keep the board: posting, breaks, appeals, the proof. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { paperPdf } from '../../../kernel/documents/index.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { answer, download, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import { capital, dayText } from '../../../kernel/ui/index.ts'
import { getMeeting, listOpenTitles } from '../../meetings/index.ts'
import { listBodies, type Body } from '../../organisation/index.ts'
import { post, setPlace } from '../commands/post.ts'
import { noteAppeal, settleBreaks, withhold } from '../commands/settle.ts'
import { stateOf, warningsOfPosting } from '../model/notice.ts'
import { asPublic, noticeShape } from '../model/shape.ts'
import { proofPaper } from '../papers.ts'
import { listOpenBreaks, listSettled } from '../queries/breaks.ts'
import { findAskedBy, findPlace, getNotice, listAppeals, listNotices, listTold } from '../queries/notices.ts'
import { text } from '../text.ts'
import { postPage, type FormProps } from '../views/form.ts'
import { listPage } from '../views/list.ts'
import { noticePage } from '../views/notice.ts'

const pageSize = 50

const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[0-9a-f-]{36}$/)
  .transform((words) => {
    const [postedAt = '', id = ''] = words.split('_')
    return { postedAt: new Date(postedAt), id }
  })

const list = page('/anslag', {
  may: 'someone',
  params: z.object({ efter: cursor.optional() }),
  show: async (ctx, { efter }, rejected) => {
    const { at } = ctx.actor
    const found =
      at === null
        ? []
        : await listNotices(ctx, { authorityId: at, limit: pageSize + 1, ...(efter !== undefined && { after: efter }) })
    const notices = found.slice(0, pageSize)
    const last = notices.at(-1)
    const next = found.length > pageSize && last !== undefined ? `${last.postedAt.toISOString()}_${last.id}` : null
    const mayPost = may(ctx.actor, 'notices.post', at)
    const places = mayPost ? await placesOf(ctx, at) : []
    return listPage({ notices, next, places, mayPost, today: today(ctx), rejected })
  },
})

async function placesOf(ctx: Read, authorityId: string | null) {
  const places = []
  for (const body of await bodiesOf(ctx, authorityId))
    places.push({ body, keptAt: (await findPlace(ctx, body.id)) ?? text.keptByRegistrar })
  return places
}

/** The bodies whose meetings and minutes an authority announces. */
async function bodiesOf(ctx: Read, authorityId: string | null): Promise<Body[]> {
  if (authorityId === null) return []
  return listBodies(ctx, {
    authorityId,
    kinds: ['council', 'executive_board', 'board', 'auditors', 'working_committee'],
  })
}

const posting = page('/anslag/nytt', {
  may: 'notices.post',
  params: z.object({
    sammantrade: z.uuid().optional().catch(undefined),
    // Comes back with a form that was refused.
    meetingId: z.uuid().optional().catch(undefined),
  }),
  show: async (ctx, { sammantrade, meetingId }, rejected) => {
    const bodies = await bodiesOf(ctx, ctx.actor.at)
    const meeting = sammantrade ?? meetingId
    const { given, warnings } = meeting === undefined ? fromNothing : await fromMeeting(ctx, meeting)
    return postPage({ bodies, given, warnings, today: today(ctx), rejected })
  },
})

const fromNothing: Pick<FormProps, 'given' | 'warnings'> = {
  given: { bodyId: null, kind: null, title: null, words: null, meetingOn: null, meetingId: null },
  warnings: [],
}

/** A meeting to announce, with its time, place and matters; without what is marked. */
async function fromMeeting(ctx: Read, meetingId: string): Promise<Pick<FormProps, 'given' | 'warnings'>> {
  const meeting = await getMeeting(ctx, meetingId)
  const kind = meeting.bodyKind === 'council' ? 'council_meeting' : 'board_meeting'
  const where = [meeting.startsAt, meeting.place].filter((one) => one !== null).join(', ')
  const titles = (await listOpenTitles(ctx, meetingId)).map((title) => `– ${title}`)
  const words = [where, titles.join('\n')].filter((part) => part !== '').join('\n\n')
  return {
    given: {
      bodyId: meeting.bodyId,
      kind,
      title: text.meetingTitle(capital(meeting.bodyName), dayText(meeting.heldOn)),
      words,
      meetingOn: meeting.heldOn,
      meetingId,
    },
    warnings: warningsOfPosting({ kind, postedOn: today(ctx), meetingOn: meeting.heldOn, adjustedOn: null }),
  }
}

const oneNotice = { noticeId: z.uuid() }

const one = page('/anslag/:noticeId', {
  may: 'someone',
  params: z.object(oneNotice),
  show: async (ctx, { noticeId }, rejected) => {
    const notice = await getNotice(ctx, noticeId)
    return noticePage({
      notice,
      askedBy: await findAskedBy(ctx, noticeId),
      told: await listTold(ctx, noticeId),
      breaks: await listOpenBreaks(ctx, noticeId),
      settled: await listSettled(ctx, noticeId),
      appeals: await listAppeals(ctx, noticeId),
      may: {
        settle: may(ctx.actor, 'notices.settle-breaks', notice.authorityId),
        noteAppeal: may(ctx.actor, 'notices.note-appeal', notice.authorityId),
        withhold: may(ctx.actor, 'notices.withhold', notice.authorityId),
      },
      today: today(ctx),
      rejected,
    })
  },
})

/** issued when the prescribed time is over. */
const proof = download('/anslag/:noticeId/bevis.pdf', {
  may: 'someone',
  params: z.object(oneNotice),
  send: async (ctx, { noticeId }) => {
    const notice = await getNotice(ctx, noticeId)
    refuseIf(stateOf(notice, today(ctx)) === 'down' ? [] : [text.obstacle.tooEarly])
    const facts = { settled: await listSettled(ctx, noticeId), askedBy: await findAskedBy(ctx, noticeId) }
    const paper = proofPaper({ notice, ...facts, issuedOn: today(ctx) })
    return { name: `${paper.title}.pdf`, mediaType: 'application/pdf', inline: true, body: await paperPdf(paper) }
  },
})

const back = { back: '/anslag/:noticeId' }
const toNotice = (_: unknown, { noticeId }: { noticeId: string }) => `/anslag/${noticeId}`

export const keeping: readonly Route[] = [
  list,
  posting,
  one,
  proof,
  form('/anslag/nytt', post, { back: '/anslag/nytt', then: toNotice, says: () => text.posting.said }),
  form('/anslag/platser/:bodyId', setPlace, {
    back: '/anslag',
    then: () => '/anslag',
    says: () => text.list.placeSaved,
  }),
  form('/anslag/:noticeId/avbrott', settleBreaks, { ...back, then: toNotice, says: () => text.breaks.settled }),
  form('/anslag/:noticeId/overklagande', noteAppeal, {
    ...back,
    then: ({ noticeId }) => `/anslag/${noticeId}#overklaganden`,
    says: () => text.notice.noted,
  }),
  form('/anslag/:noticeId/undanhall', withhold, {
    ...back,
    then: ({ noticeId }) => `/anslag/${noticeId}`,
    says: () => text.withhold.said,
  }),
  endpoint('/notices', post),
  endpoint('/notices/:noticeId/breaks', settleBreaks),
  endpoint('/notices/:noticeId/appeals', noteAppeal),
  endpoint('/notices/:noticeId/withhold', withhold),
  endpoint('/bodies/:bodyId/minutes-place', setPlace, 'PUT'),
  answer('/notices', {
    may: 'someone',
    params: z.object({ authorityId: z.uuid(), limit: z.coerce.number().int().min(1).max(200).default(pageSize) }),
    result: z.object({ notices: z.array(noticeShape) }),
    show: async (ctx, asked) => ({ notices: (await listNotices(ctx, asked)).map(asPublic) }),
  }),
]
