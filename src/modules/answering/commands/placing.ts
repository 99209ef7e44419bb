/** Placing passages by hand, and making them the answer when every one has its place. */

import { command, read } from '../../../kernel/command.ts'
import type { Write } from '../../../kernel/context.ts'
import { Invalid, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { emptyText } from '../../../kernel/rich-text.ts'
import { speaking } from '../../../kernel/words.ts'
import { statementParts, withAnswers, type StatementContent } from '../../drafting/index.ts'
import { getMessage, listParts, registerMessage } from '../../intake/index.ts'
import { keepAnswer } from '../../referral/index.ts'
import { registerRecord, writeLedger } from '../../registry/index.ts'
import {
  assembled,
  blankWorking,
  coverageOf,
  isSameValue,
  obstaclesToParts,
  obstaclesToTaking,
  standingFrom,
  whole,
  wholeSent,
  type Asked,
  type Attachment,
  type Passage,
  type SentWhole,
  type Working,
} from '../model.ts'
import { askedByUs, listPassages, lockReading, type Reading } from '../queries.ts'
import { text } from '../text.ts'
import { keepAttachments, refuseUnregistered, withAttached } from './attachments.ts'
import { cutAtSender, cutOnLink, placesAtSender, placesOnLink, takenAtSender, type SentPlace } from './input.ts'
import { part } from './part.ts'
import { columnsOf, holdToEnter, type ToEnter } from './reading.ts'
import { givenOf } from './submit.ts'
import { holdWriting, putCells } from './save.ts'

/** Keeps where the passages were placed, at the one who asked. */
export const placePassages = command('answering.place', placesAtSender, async (ctx, input) => {
  const { round, recipient } = await holdToEnter(ctx, input)
  const reading = await lockOpen(ctx, { ...input, recipientId: recipient.id })
  return coverageOf(await place(ctx, reading, { ...input, questions: round.questions }))
})

/** The same, on the link. */
export const placeOnLink = command('answering.place-on-link', placesOnLink, async (ctx, { places, ...input }) => {
  const { asked } = await holdWriting(ctx, input)
  const reading = await lockOpen(ctx, { ...input, recipientId: asked.recipientId })
  return coverageOf(await place(ctx, reading, { places, questions: asked.questions }))
})

/** Makes the passages the answer: registered as it came, entered against the questions. Refused while any has no place. */
export const takeReading = command('answering.take-reading', takenAtSender, async (ctx, { places, ...input }) => {
  const held = await holdToEnter(ctx, input)
  const found = await lockOpen(ctx, { ...input, recipientId: held.recipient.id })
  const { attachments } = input
  const passages = await place(ctx, found, { places, questions: held.round.questions, attachments })
  refuseIf(obstaclesToTaking(passages))
  const reading = { ...found, attachments: attachments ?? found.attachments }
  const asked = await askedByUs(ctx, held)
  const working = await workingOfPassages(ctx, reading, { asked, passages, sent: input.whole ?? reading.whole })
  const recordId = await register(ctx, held, reading)
  await refuseUnregistered(ctx, reading, recordId)
  const { answerId } = await keepAnswer(ctx, held, {
    ...givenOf(working, held.recipient, recordId),
    arrivedAt: await arrivalOf(ctx, reading),
  })
  await end(ctx, reading)
  const { aside } = coverageOf(passages)
  const facts = { recipientId: held.recipient.id, body: held.recipient.bodyName, file: reading.name, aside }
  await writeLedger(ctx, held.round.caseId, 'answering.read-in', facts)
  return { answerId, recordId, roundId: held.round.id, recipientId: held.recipient.id }
})

/** Puts the passages in the answer that is being written on the link. What stands there already is chosen between, not lost. */
export const takeOnLink = command('answering.take-on-link', placesOnLink, async (ctx, { places, ...input }) => {
  const writing = await holdWriting(ctx, input)
  refuseIf(writing.isOpen ? [] : [text.obstacle.closed])
  const reading = await lockOpen(ctx, { ...input, recipientId: writing.asked.recipientId })
  const passages = await place(ctx, reading, { places, questions: writing.asked.questions })
  refuseIf(obstaclesToTaking(passages))
  const working = await workingOfPassages(ctx, reading, { asked: writing.asked, passages, sent: null })
  await putCells(ctx, writing, { working, sheet: reading.id })
  await end(ctx, reading)
})

/** Parts a passage in two where a sentence ends, at the one who asked; both keep its place. What was placed on the page is kept too. */
export const partPassage = command('answering.part', cutAtSender, async (ctx, { cut, ...input }) => {
  const { round, recipient } = await holdToEnter(ctx, input)
  const reading = await lockOpen(ctx, { ...input, recipientId: recipient.id })
  await place(ctx, reading, { ...input, questions: round.questions })
  return coverageOf(await part(ctx, reading, cut))
})

/** The same, on the link. */
export const partOnLink = command('answering.part-on-link', cutOnLink, async (ctx, { places, cut, ...input }) => {
  const { asked } = await holdWriting(ctx, input)
  const reading = await lockOpen(ctx, { ...input, recipientId: asked.recipientId })
  await place(ctx, reading, { places, questions: asked.questions })
  return coverageOf(await part(ctx, reading, cut))
})

type ToPlace = { readonly recipientId: string; readonly readingId: string; readonly seen?: number | undefined }

/** Held, as the one who sends has seen it: words that were parted since then are read again before they are placed. */
export async function lockOpen(ctx: Write, about: ToPlace): Promise<Reading> {
  const reading = await lockReading(ctx, about)
  refuseIf(reading.state === 'open' ? [] : [text.obstacle.takenAlready])
  refuseIf((about.seen ?? reading.partings) === reading.partings ? [] : [text.obstacle.partedSince])
  return reading
}

type Places = {
  readonly places: readonly SentPlace[]
  readonly questions: Asked['questions']
  /** Of the answer as a whole, where the page asks for it. */
  readonly whole?: SentWhole | null
  readonly attachments?: readonly Attachment[] | null
}

export async function place(
  ctx: Write,
  reading: Reading,
  { places, questions, ...beside }: Places,
): Promise<Passage[]> {
  await keepBeside(ctx, reading, { questions, ...beside })
  const questionIds = questions.map(({ id }) => id)
  const passages = await listPassages(ctx, reading.id)
  const wrong: Record<string, string> = {}
  for (const [index, sent] of places.entries()) {
    const passage = passages.find(({ position }) => position === sent.position)
    if (passage === undefined) throw new NotFound()
    const standing = standingFrom(sent.to, { passage, questionIds })
    if (standing === undefined) throw new Invalid({ [`places.${index}.to`]: text.invalid.noPlace })
    if (standing?.part === 'aside' && sent.reason === null) wrong[`places.${index}.reason`] = text.invalid.noReason
    else await put(ctx, reading.id, { passage, sent: { ...sent, standing } })
  }
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  return listPassages(ctx, reading.id)
}

/** What the page says beside the passages, where it says anything of it. */
async function keepBeside(
  ctx: Write,
  reading: Reading,
  { questions, whole: sent = null, attachments = null }: Omit<Places, 'places'>,
): Promise<void> {
  if (sent !== null) await keepWhole(ctx, reading, sent)
  if (attachments !== null) await keepAttachments(ctx, reading, { sent: attachments, questions })
}

/** What is written of the whole stands on the page the next time too, before it is taken. */
async function keepWhole(ctx: Write, { id }: Reading, sent: SentWhole): Promise<void> {
  await ctx.db
    .updateTable('answering.readings')
    .set({ whole: JSON.stringify(sent) })
    .where('id', '=', id)
    .execute()
}

type Placing = {
  readonly passage: Passage
  readonly sent: SentPlace & { readonly standing: Passage['standing'] }
}

/** Words are written beside a scanned page only; what the file says is never changed. The page sends all; most stand as they did. */
async function put(ctx: Write, readingId: string, { passage, sent }: Placing): Promise<void> {
  const columns = columnsOf(sent.standing)
  const isMoved = !isSameValue(columns, columnsOf(passage.standing))
  const text = passage.from === 'scan' && sent.text !== null ? sent.text : passage.text
  const reason = sent.standing?.part === 'aside' ? sent.reason : null
  if (!isMoved && text === passage.text && reason === passage.reason) return
  const foundBy = isMoved ? 'hand' : passage.foundBy
  await ctx.db
    .updateTable('answering.passages')
    .set({ ...columns, text, reason, found_by: sent.standing === null ? null : foundBy })
    .where('reading_id', '=', readingId)
    .where('position', '=', passage.position)
    .execute()
}

const answers = statementParts.shape.answers

type Read = { readonly asked: Asked; readonly passages: readonly Passage[]; readonly sent: SentWhole | null }

/** The answer that the passages make; what was said of the whole on the page goes before what the file said. */
async function workingOfPassages(ctx: Write, reading: Reading, { asked, passages, sent }: Read): Promise<Working> {
  const raw = assembled(passages, asked)
  refuseIf(obstaclesToParts(raw, asked))
  const blank = blankWorking(asked)
  const of = whole.parse({ ...read(wholeSent, raw.whole), ...sent })
  const parts = {
    title: '',
    introduction: emptyText,
    stance: of.stance,
    answers: await withAttached(ctx, reading, { answers: read(answers, raw.answers), asked: blank.statement.answers }),
    outside: read(statementParts.shape.outside, raw.outside),
  }
  return { statement: withAnswers(askedWhole(blank.statement), parts), whole: of }
}

/** What came in is kept whole: whether the body ought to have answered a question is not for the one who reads it in to say. */
function askedWhole(statement: StatementContent): StatementContent {
  return { ...statement, answers: statement.answers.map((answer) => ({ ...answer, condition: null })) }
}

/** When the file came, by mail or by hand: a day that passes while it is looked over makes it no later (I-21). */
async function arrivalOf(ctx: Write, { messageId, madeAt }: Reading): Promise<Date> {
  return messageId === null ? madeAt : (await getMessage(ctx, messageId)).receivedAt
}

/** The file as it came, in the sender's case; one that came by mail is registered with its message. */
async function register(ctx: Write, { round, recipient }: ToEnter, reading: Reading): Promise<string> {
  const title = speaking('sv', () => text.recordTitle(recipient.bodyName, round.title, 1)).slice(0, 300)
  const party = speaking('sv', () => text.party(recipient.bodyName))
  if (reading.messageId !== null)
    return registerMail(ctx, { messageId: reading.messageId, title, party, caseNumber: round.referenceNumber })
  const { name, mediaType, sha256, size } = reading
  const files = [{ id: '', name, mediaType, sha256, size }]
  const facts = { caseId: round.caseId, direction: 'in', kind: 'statement', title, party, files } as const
  return (await registerRecord(ctx, facts)).id
}

type Mail = { readonly messageId: string; readonly title: string; readonly party: string; readonly caseNumber: string }

/** One that a registrar has registered already keeps the record it became. */
async function registerMail(ctx: Write, mail: Mail): Promise<string> {
  const message = await getMessage(ctx, mail.messageId)
  if (message.recordId !== null) return message.recordId
  const parts = (await listParts(ctx, mail.messageId)).map(({ position }) => position)
  const { recordId } = await registerMessage(ctx, read(registerMessage.input, { ...mail, kind: 'statement', parts }))
  return recordId
}

async function end(ctx: Write, { id }: Reading): Promise<void> {
  await ctx.db
    .updateTable('answering.readings')
    .set({ state: 'taken', taken_at: ctx.now })
    .where('id', '=', id)
    .execute()
}
