/** Handing in an answer: the same structured answer as any other, registered at the one who asked, with a receipt. */

import { command } from '../../../kernel/command.ts'
import { today, type Write } from '../../../kernel/context.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { emptyText, fromText } from '../../../kernel/rich-text.ts'
import { speaking } from '../../../kernel/words.ts'
import { askedAmong, faultsOfStatement, isAnswered, type StatementContent } from '../../drafting/index.ts'
import {
  getRound,
  keepAnswer,
  lockRecipient,
  givenPart,
  outsidePart,
  replaceAnswer,
  type DecidedBy,
  type GivenAnswer,
  type Recipient,
  type Round,
} from '../../referral/index.ts'
import { registerRecord, writeLedger, type RecordItem } from '../../registry/index.ts'
import { digestOf, obstaclesToSubmitting, saysNothing, toHandIn, unsaid, type Working, type Writer } from '../model.ts'
import { answerFiles } from '../papers.ts'
import { countRivals, countSubmissions } from '../queries.ts'
import { text } from '../text.ts'
import { atTheSender } from './at-sender.ts'
import { sentAnswer } from './input.ts'
import { holdWriting, writeCells, type Writing } from './save.ts'
import { findMarkingOfAnswer } from '../queries/marking.ts'

/** Hands in (lämnar in remissvaret). May be done anew until the last answer day; the earlier version is kept. */
export const submitAnswer = command('answering.submit', sentAnswer, async (ctx, { abstains, reason, ...input }) => {
  const writing = await holdWriting(ctx, input)
  const saved = await writeCells(ctx, writing, input)
  const working = abstains ? abstaining(saved, reason) : saved
  await refuseObstacles(ctx, writing, working)
  return handIn(ctx, writing, working)
})

/** That a body abstains is an answer (I-20); why, if it says so, stands outside the questions. */
function abstaining({ statement, whole }: Working, reason: string | null): Working {
  const answers = statement.answers.map(unsaid)
  const outside = reason === null ? emptyText : fromText(reason)
  return { statement: { ...statement, answers, outside, stance: 'abstain' }, whole: { ...whole, stance: 'abstain' } }
}

async function refuseObstacles(ctx: Write, { asked, isOpen }: Writing, working: Working): Promise<void> {
  const { recipientId, answerBy } = asked
  const submissions = await countSubmissions(ctx, recipientId)
  refuseIf(
    obstaclesToSubmitting({
      isOpen,
      saysNothing: saysNothing(working),
      faults: faultsOfStatement(working.statement),
      rivals: await countRivals(ctx, recipientId),
      submissions,
      isAnsweredOtherwise: asked.answer !== null && submissions === 0,
      answerBy,
      today: today(ctx),
    }),
  )
}

async function handIn(ctx: Write, { asked, writer }: Writing, written: Working) {
  const { working, leftOut } = toHandIn(written)
  const name = speaking('sv', () => text.byLink(writer.name, asked.bodyName))
  const at = await atTheSender(ctx, name)
  const round = await getRound(at, asked.roundId)
  const recipient = await lockRecipient(at, asked.recipientId)
  const version = (await countSubmissions(at, recipient.id)) + 1
  // Somebody at the sender's may have entered an answer while this one waited for the row.
  refuseIf(version === 1 && recipient.answer !== null ? [text.obstacle.enteredBySender] : [])
  const digest = digestOf(working)
  const record = await register(at, { round, recipient, working, writer, version })
  const given = givenOf(working, recipient, record.id)
  const { isLate } = await (version === 1 ? keepAnswer : replaceAnswer)(at, { round, recipient }, given)
  const kept = { working, leftOut, writer, version, digest, isLate, recordId: record.id }
  await keepSubmission(at, recipient.id, kept)
  const { name: by, role } = writer
  const abstains = given.stance === 'abstain'
  const facts = { recipientId: recipient.id, body: recipient.bodyName, by, role, version, digest, isLate, abstains }
  await writeLedger(at, round.caseId, 'answering.handed-in', facts)
  return { version, digest, isLate, recordId: record.id }
}

type ToRegister = {
  readonly round: Round
  readonly recipient: Recipient
  readonly working: Working
  readonly writer: Writer
  readonly version: number
}

async function register(ctx: Write, about: ToRegister): Promise<RecordItem> {
  const { round, recipient, version } = about
  const title = speaking('sv', () => text.recordTitle(recipient.bodyName, round.title, version)).slice(0, 300)
  const files = await answerFiles(ctx, { ...about, title })
  const party = speaking('sv', () => text.party(recipient.bodyName))
  const secrecy = await findMarkingOfAnswer(ctx, recipient.id)
  const record = { caseId: round.caseId, direction: 'in', kind: 'statement', title, party, files } as const
  return registerRecord(ctx, { ...record, ...(secrecy !== undefined && { secrecy }) })
}

/** The answer as the referral keeps it. */
export function givenOf({ statement, whole }: Working, recipient: Recipient, recordId: string): GivenAnswer {
  return {
    decidedBy: whole.decidedBy ?? usualDecider(recipient),
    stance: whole.stance,
    decidedOn: whole.decidedOn,
    paragraph: whole.paragraph,
    reservations: whole.reservations,
    statementRecordId: recordId,
    parts: partsOf(statement),
  }
}

function usualDecider({ bodyKind }: Recipient): DecidedBy {
  return bodyKind === 'company' ? 'company' : 'board'
}

/** The words as they were written, part by part (I-28). */
function partsOf({ answers, outside }: StatementContent) {
  return [...askedAmong(answers).filter(isAnswered).map(givenPart), ...outsidePart(outside)]
}

type ToKeep = {
  readonly working: Working
  readonly leftOut: readonly number[]
  readonly writer: Writer
  readonly version: number
  readonly digest: string
  readonly isLate: boolean
  readonly recordId: string
}

async function keepSubmission(ctx: Write, recipientId: string, kept: ToKeep): Promise<void> {
  const { working, leftOut, writer, version, digest, isLate, recordId } = kept
  await ctx.db
    .insertInto('answering.submissions')
    .values({
      recipient_id: recipientId,
      content: JSON.stringify({ ...working, leftOut }),
      by_id: writer.id,
      by_name: writer.name,
      by_role: writer.role,
      ...{ version, digest },
      at: ctx.now,
      is_late: isLate,
      record_id: recordId,
    })
    .execute()
}
