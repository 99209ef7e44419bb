/** The doors of a personal link: open to anyone who has the token, and to nobody else. */

import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { today } from '../../../kernel/context.ts'
import { paperPdf } from '../../../kernel/documents/index.ts'
import { found } from '../../../kernel/errors.ts'
import { download, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import { answerChoices } from '../../drafting/index.ts'
import { fileName } from '../../referral/index.ts'
import { askOnLink, join, saveCells, settleRival, submitAnswer } from '../commands.ts'
import { blankWorking, mayStillChange } from '../model.ts'
import { receiptPaper } from '../papers.ts'
import {
  countSubmissions,
  enter,
  getAsked,
  getFileOnLink,
  getWriter,
  listCells,
  listReplies,
  listRivals,
  listSubmissions,
  listWriters,
  workingWith,
} from '../queries.ts'
import { askedScreen } from '../views/asked.ts'
import { receiptScreen } from '../views/receipt.ts'
import { writeScreen } from '../views/write.ts'
import { knowsWriterOfFiles } from './knows.ts'
import { linkNews, linkState } from './state.ts'

const token = z.string().max(200)
const link = '/svar/:token'
const onLink = z.object({ token })
/** A question that has just been sent is said on the page: there is no cookie to say it by. */
const askedOnLink = onLink.extend({ fraga: z.literal('skickad').optional().catch(undefined) })

const askedPage = page(link, {
  may: 'anyone',
  params: askedOnLink,
  show: async (ctx, { token: shown, fraga }, rejected) => {
    const { recipientId, isOpen } = await enter(ctx, shown)
    return askedScreen({
      token: shown,
      hasAsked: fraga === 'skickad',
      asked: await getAsked(ctx),
      replies: await listReplies(ctx),
      isOpen,
      writers: await listWriters(ctx, recipientId),
      isAnswered: (await countSubmissions(ctx, recipientId)) > 0,
      today: today(ctx),
      rejected,
    })
  },
})

const writePage = page(`${link}/skriv/:personId`, {
  may: 'anyone',
  params: z.object({ token, personId: z.uuid(), sparad: z.string().optional() }),
  show: async (ctx, { token: shown, personId, sparad: saved }, rejected) => {
    const { recipientId, isOpen } = await enter(ctx, shown)
    const writer = await getWriter(ctx, recipientId, personId)
    const asked = await getAsked(ctx)
    const submissions = await listSubmissions(ctx, recipientId)
    const days = { answerBy: asked.answerBy, today: today(ctx) }
    if (!mayStillChange({ isOpen, submissions: submissions.length, ...days }))
      return { elsewhere: `/svar/${shown}/kvitto` }
    const cells = await listCells(ctx, recipientId)
    return writeScreen({
      ...{ token: shown, asked, writer, cells, submissions, rejected, saved },
      writers: await listWriters(ctx, recipientId),
      working: workingWith(blankWorking(asked), cells),
      rivals: await listRivals(ctx, recipientId),
      choices: await answerChoices(ctx),
      sheet: randomUUID(),
      isLate: days.answerBy !== null && days.today > days.answerBy,
      today: days.today,
    })
  },
})

const receiptPage = page(`${link}/kvitto`, {
  may: 'anyone',
  params: onLink,
  show: async (ctx, { token: shown }) => {
    const { recipientId, isOpen } = await enter(ctx, shown)
    const asked = await getAsked(ctx)
    const submissions = await listSubmissions(ctx, recipientId)
    const about = { isOpen, submissions: submissions.length, answerBy: asked.answerBy, today: today(ctx) }
    return receiptScreen({ token: shown, asked, submissions, mayChange: mayStillChange(about) })
  },
})

const receiptFile = download(`${link}/kvitto.pdf`, {
  may: 'anyone',
  params: onLink,
  send: async (ctx, { token: shown }) => {
    const { recipientId } = await enter(ctx, shown)
    const asked = await getAsked(ctx)
    const paper = receiptPaper(asked, found((await listSubmissions(ctx, recipientId))[0]))
    const name = `${fileName(paper.title)}.pdf`
    return { name, mediaType: 'application/pdf', inline: false, body: await paperPdf(paper) }
  },
})

const documentFile = download(`${link}/fil/:fileId`, {
  may: 'anyone',
  params: z.object({ token, fileId: z.uuid() }),
  send: async (ctx, { token: shown, fileId }) => {
    await enter(ctx, shown)
    const { sha256, size, ...file } = await getFileOnLink(ctx, fileId)
    return { ...file, inline: true, body: { sha256, size } }
  },
})

type Input = Readonly<Record<string, string>>
const writing = `${link}/skriv/:personId`
const toWriting = ({ token: shown, personId }: Input) => `/svar/${shown}/skriv/${personId}`
/** A file is saved with the whole page: one comes back to its question, where it is said. */
const afterSaving = (input: Input) => {
  const { next = '' } = input
  return isQuestionPart.test(next) ? `${toWriting(input)}?sparad=${next}#${next}` : toWriting(input)
}
const isQuestionPart = /^fraga-\d{1,3}$/
const toReceipt = ({ token: shown }: Input) => `/svar/${shown}/kvitto`

const forms: readonly Route[] = [
  form(link, join, { back: link, then: (input, { personId }) => toWriting({ ...input, personId }) }),
  form(`${link}/fraga`, askOnLink, {
    back: link,
    then: ({ token: shown }) => `/svar/${shown}?fraga=skickad#fragor-och-svar`,
  }),
  form(writing, saveCells, { back: writing, then: afterSaving, knows: knowsWriterOfFiles }),
  form(`${writing}/lamna`, submitAnswer, {
    ...{ back: writing, then: toReceipt, knows: knowsWriterOfFiles },
    first: saveCells,
  }),
  form(`${writing}/avsta`, submitAnswer, { back: writing, then: toReceipt }),
  form(`${writing}/valj/:rivalId`, settleRival, { back: writing, then: toWriting }),
]

const api = '/answer-links/:token/people'
const apiDoors: readonly Route[] = [
  linkState,
  linkNews,
  endpoint('/answer-links/:token/inquiries', askOnLink),
  endpoint(api, join),
  endpoint(`${api}/:personId/save`, saveCells),
  endpoint(`${api}/:personId/submit`, submitAnswer),
  endpoint(`${api}/:personId/rivals/:rivalId`, settleRival),
]

export const linkRoutes: readonly Route[] = [
  ...[askedPage, receiptPage, writePage, receiptFile, documentFile],
  ...forms,
  ...apiDoors,
]
