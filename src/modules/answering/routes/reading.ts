/** The doors for an answer that came as a file: the form itself, reading it in, placing its passages, and taking them. */

import { z } from 'zod'
import { may, type Read } from '../../../kernel/context.ts'
import { wordType } from '../../../kernel/documents/index.ts'
import { found, NotFound } from '../../../kernel/errors.ts'
import { html } from '../../../kernel/html.ts'
import { download, form, page, type Route } from '../../../kernel/http/route.ts'
import { read } from '../../../kernel/command.ts'
import { fileName, getRecipient, getRound } from '../../referral/index.ts'
import {
  partOnLink,
  partPassage,
  placeOnLink,
  placePassages,
  readAnswer,
  readMessage,
  readOnLink,
  rejoinOnLink,
  rejoinPassage,
  takeOnLink,
  takeReading,
} from '../commands.ts'
import { assembled, wholeSent, wordForm, type Asked } from '../model.ts'
import {
  askedByUs,
  enter,
  getAsked,
  getReading,
  getWriter,
  isScanned,
  listBeside,
  listPassages,
  pictureApart,
  type Reading,
} from '../queries.ts'
import { text } from '../text.ts'
import { attachmentsForm } from '../views/attachments.ts'
import { waysPath } from '../views/links.ts'
import { readingScreen } from '../views/reading.ts'
import { wholeForm } from '../views/whole.ts'
import { swedishForm } from '../views/word-form.ts'
import { knowsWriter } from './knows.ts'

const ways = '/remisser/:roundId/svar/:recipientId/vagar'
const atSender = z.object({ roundId: z.uuid(), recipientId: z.uuid() })
export const oneReading = atSender.extend({ readingId: z.uuid() })
export const token = z.string().max(200)
const writing = '/svar/:token/skriv/:personId'
const writerOnLink = z.object({ token, personId: z.uuid() })
export const readingOnLink = writerOnLink.extend({ readingId: z.uuid() })

function formSent(asked: Asked) {
  const name = `${fileName(text.form.fileName(asked.title, asked.bodyName))}.docx`
  return { name, mediaType: wordType, inline: false, body: swedishForm(wordForm(asked)) }
}

const formOnLink = download('/svar/:token/formular.docx', {
  may: 'anyone',
  params: z.object({ token }),
  send: async (ctx, { token: shown }) => {
    await enter(ctx, shown)
    return formSent(await getAsked(ctx))
  },
})

/** What the sender may see of a recipient outside. Throws `NotFound` for everyone else. */
export async function atOurs(ctx: Read, { roundId, recipientId }: z.output<typeof atSender>) {
  const round = await getRound(ctx, roundId)
  const recipient = await getRecipient(ctx, recipientId)
  if (recipient.roundId !== round.id || !may(ctx.actor, 'answering.read-answer', round.authorityId))
    throw new NotFound()
  return { round, recipient, asked: await askedByUs(ctx, { round, recipient }) }
}

const formAtSender = download(`${ways}/formular.docx`, {
  may: 'answering.read-answer',
  params: atSender,
  send: async (ctx, about) => formSent((await atOurs(ctx, about)).asked),
})

const readingPage = page(`${ways}/inlasning/:readingId`, {
  may: 'answering.read-answer',
  params: oneReading,
  show: async (ctx, about, rejected) => {
    const { asked, recipient, round } = await atOurs(ctx, about)
    const reading = await getReading(ctx, about)
    const passages = await listPassages(ctx, reading.id)
    const back = waysPath(round.id, recipient.id)
    const whole = read(wholeSent, { ...assembled(passages, asked).whole, ...reading.whole })
    return readingScreen({
      ...{ asked, reading, passages, rejected },
      path: `${back}/inlasning/${reading.id}`,
      back: { href: back, label: text.reading.over(recipient.bodyName) },
      takeLabel: text.reading.take,
      whole: html`${attachmentsForm({ asked, files: await listBeside(ctx, reading), attachments: reading.attachments, rejected })}
      ${wholeForm({ whole, asked, rejected })}`,
    })
  },
})

const linkReadingPage = page(`${writing}/inlasning/:readingId`, {
  may: 'anyone',
  params: readingOnLink,
  show: async (ctx, { token: shown, personId, readingId }, rejected) => {
    const { recipientId } = await enter(ctx, shown)
    await getWriter(ctx, recipientId, personId)
    const asked = await getAsked(ctx)
    const reading = await getReading(ctx, { recipientId, readingId })
    const back = `/svar/${shown}/skriv/${personId}`
    return readingScreen({
      ...{ asked, reading, rejected },
      passages: await listPassages(ctx, reading.id),
      path: `${back}/inlasning/${reading.id}`,
      back: { href: back, label: text.write.title(asked.title) },
      takeLabel: text.reading.takeOnLink,
      whole: html``,
    })
  },
})

const fileAtSender = download(`${ways}/inlasning/:readingId/fil`, {
  may: 'answering.read-answer',
  params: oneReading,
  send: async (ctx, about) => {
    await atOurs(ctx, about)
    return sentFile(await getReading(ctx, about))
  },
})

const fileOnLink = download(`${writing}/inlasning/:readingId/fil`, {
  may: 'anyone',
  params: readingOnLink,
  send: async (ctx, { token: shown, readingId }) => {
    const { recipientId } = await enter(ctx, shown)
    return sentFile(await getReading(ctx, { recipientId, readingId }))
  },
})

const pageNumber = z.coerce.number().int().min(1).max(10_000)

const pictureAtSender = download(`${ways}/inlasning/:readingId/sida/:page`, {
  may: 'answering.read-answer',
  params: oneReading.extend({ page: pageNumber }),
  send: async (ctx, about) => {
    await atOurs(ctx, about)
    return sentPicture(ctx, await getReading(ctx, about), about.page)
  },
})

const pictureOnLink = download(`${writing}/inlasning/:readingId/sida/:page`, {
  may: 'anyone',
  params: readingOnLink.extend({ page: pageNumber }),
  send: async (ctx, { token: shown, readingId, page: number }) => {
    const { recipientId } = await enter(ctx, shown)
    return sentPicture(ctx, await getReading(ctx, { recipientId, readingId }), number)
  },
})

/** A scanned page as a picture; of a page with words there is none. Throws `NotFound`. */
async function sentPicture(ctx: Read, reading: Reading, number: number) {
  if (!(await isScanned(ctx, reading, number))) throw new NotFound()
  const { sha256 } = reading
  const { files } = ctx
  const make = async () => found(await pictureApart(() => files.read(sha256), number))
  const body = { version: `${sha256}-${number}`, make }
  return { name: `sida-${number}.png`, mediaType: 'image/png', inline: true, body }
}

function sentFile({ name, mediaType, sha256, size }: Reading) {
  return { name, mediaType, inline: mediaType === 'application/pdf', body: { sha256, size } }
}

type Input = Readonly<Record<string, string>>
type Read1 = { readonly readingId: string }
const toReading = ({ roundId = '', recipientId = '' }: Input, { readingId }: Read1) =>
  `${waysPath(roundId, recipientId)}/inlasning/${readingId}`
const toLinkReading = ({ token: shown = '', personId = '' }: Input, { readingId }: Read1) =>
  `/svar/${shown}/skriv/${personId}/inlasning/${readingId}`
const again = (input: Input) => ({ readingId: input['readingId'] ?? '' })

const forms: readonly Route[] = [
  form(`${ways}/inlasning`, readAnswer, { back: ways, then: toReading }),
  form(`${ways}/inlasning/:readingId`, placePassages, {
    back: `${ways}/inlasning/:readingId`,
    then: (input) => toReading(input, again(input)),
    says: () => text.reading.saved,
  }),
  form(`${ways}/inlasning/:readingId/dela`, partPassage, {
    back: `${ways}/inlasning/:readingId`,
    then: (input) => toReading(input, again(input)),
    says: () => text.reading.parted,
  }),
  form(`${ways}/inlasning/:readingId/satt-ihop`, rejoinPassage, {
    back: `${ways}/inlasning/:readingId`,
    then: (input) => toReading(input, again(input)),
    says: () => text.reading.rejoined,
  }),
  form(`${ways}/inlasning/:readingId/ta`, takeReading, {
    back: `${ways}/inlasning/:readingId`,
    then: ({ roundId, recipientId }) => `/remisser/${roundId}/svar/${recipientId}`,
    says: () => text.reading.takenSaid,
  }),
  form('/inkorg/:messageId/remissvar', readMessage, {
    back: '/inkorg/:messageId',
    then: (_, { roundId, recipientId, readingId }) => toReading({ roundId, recipientId }, { readingId }),
  }),
  form(`${writing}/inlasning`, readOnLink, {
    back: writing,
    then: toLinkReading,
    knows: knowsWriter,
  }),
  form(`${writing}/inlasning/:readingId`, placeOnLink, {
    back: `${writing}/inlasning/:readingId`,
    then: (input) => toLinkReading(input, again(input)),
  }),
  form(`${writing}/inlasning/:readingId/dela`, partOnLink, {
    back: `${writing}/inlasning/:readingId`,
    then: (input) => toLinkReading(input, again(input)),
  }),
  form(`${writing}/inlasning/:readingId/satt-ihop`, rejoinOnLink, {
    back: `${writing}/inlasning/:readingId`,
    then: (input) => toLinkReading(input, again(input)),
  }),
  form(`${writing}/inlasning/:readingId/ta`, takeOnLink, {
    back: `${writing}/inlasning/:readingId`,
    then: ({ token: shown, personId }) => `/svar/${shown}/skriv/${personId}`,
  }),
]

export const readingRoutes: readonly Route[] = [
  ...[formOnLink, formAtSender, readingPage, linkReadingPage, fileAtSender, fileOnLink, pictureAtSender, pictureOnLink],
  ...forms,
]
