/** The answer of a body outside the system, registered and entered by the one who asked. */

import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Invalid, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { takeUploads } from '../../../kernel/uploads.ts'
import { speaking } from '../../../kernel/words.ts'
import { capital } from '../../../kernel/ui/index.ts'
import {
  answerWith,
  asUploads,
  errorsIn,
  filesAmong,
  statementContent,
  statementPaper,
  tookFiles,
  type AnswerInput,
  type StatementAnswer,
} from '../../drafting/index.ts'
import { registerRecord, type NewFile, type RecordItem } from '../../registry/index.ts'
import { enteredAnswer, type EnteredAnswer } from './input.ts'
import {
  askedOf,
  givenPart,
  isAsked,
  obstaclesToEntering,
  outsidePart,
  saysSomething,
  type GivenPart,
  type Recipient,
  type Round,
} from '../model.ts'
import { getRound, lockRecipient } from '../queries.ts'
import { text } from '../text.ts'
import { keepAnswer } from './give.ts'
import { fileName, keepPaper } from './post.ts'

/** Registers what came in from outside and enters it against the questions. That it abstains is an answer too (I-20). */
export const enterAnswer = command('referral.enter-answer', enteredAnswer, async (ctx, input) => {
  const round = await getRound(ctx, input.roundId)
  allowAt(ctx, round.authorityId)
  const recipient = await lockRecipient(ctx, input.recipientId)
  if (recipient.roundId !== round.id) throw new NotFound()
  refuseIf(
    obstaclesToEntering({
      isOutside: recipient.caseId === null,
      isSent: round.state !== 'draft' && isAsked(recipient),
      isAnswered: recipient.answer !== null,
    }),
  )
  const asked = round.questions.map(askedOf)
  const answers = answersOf(round, { ...input, answers: await tookFiles(ctx, input.answers, { asked }) })
  const parts = [...answers.map(givenPart).filter(saysSomething), ...outsidePart(input.outside)]
  checkSomethingSaid(input, parts)
  checkDay(ctx, input)
  const record = await registerArrival(ctx, { round, recipient, input, answers })
  return keepAnswer(
    ctx,
    { round, recipient },
    {
      decidedBy: input.decidedBy,
      stance: input.stance,
      decidedOn: input.decidedOn ?? null,
      paragraph: input.paragraph,
      reservations: input.reservations,
      statementRecordId: record.id,
      parts,
    },
  )
})

/** The questions with what was sent for each; what was sent for others is dropped. Throws `Invalid` for what cannot be taken in. */
function answersOf(round: Round, { answers }: { readonly answers: readonly AnswerInput[] }): StatementAnswer[] {
  const errors: Record<string, string> = {}
  const taken = round.questions.map((question) => {
    // What came in is kept whole: whether the body ought to have answered is not for the one who enters it to say.
    const asked = { ...askedOf(question), condition: null }
    const at = answers.findIndex(({ questionId }) => questionId === question.id)
    const given = answers[at]
    if (given === undefined) return asked
    for (const [field, reason] of Object.entries(errorsIn(asked, given))) errors[`answers.${at}.${field}`] = reason
    return answerWith(asked, given)
  })
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  return taken
}

function checkSomethingSaid({ stance, files }: EnteredAnswer, parts: readonly GivenPart[]): void {
  if (stance === 'none' && files.length === 0 && parts.length === 0)
    throw new Invalid({ stance: text.invalid.saysNothing })
}

function checkDay(ctx: Write, { decidedOn }: EnteredAnswer): void {
  if (typeof decidedOn === 'string' && decidedOn > today(ctx)) throw new Invalid({ decidedOn: text.invalid.dayToCome })
}

type Arriving = {
  readonly round: Round
  readonly recipient: Recipient
  readonly input: EnteredAnswer
  readonly answers: readonly StatementAnswer[]
}

async function registerArrival(ctx: Write, arriving: Arriving): Promise<RecordItem> {
  const { round, recipient, input, answers } = arriving
  const title = speaking('sv', () => text.answerTitle(capital(recipient.bodyName), round.title)).slice(0, 300)
  const uploads = await takeUploads(ctx, input.files)
  const files = uploads.length > 0 ? uploads : await writtenDown(ctx, arriving, title)
  return registerRecord(ctx, {
    caseId: round.caseId,
    direction: 'in',
    kind: 'statement',
    title,
    party: capital(recipient.bodyName),
    files: [...files, ...asUploads(filesAmong(answers))],
  })
}

/** An answer that came without a paper, by telephone or in a meeting, is written down (OSL 5:1). */
async function writtenDown(ctx: Write, arriving: Arriving, title: string): Promise<NewFile[]> {
  const { round, recipient, input, answers } = arriving
  const content = statementContent.parse({ title, stance: input.stance, outside: input.outside, answers })
  const sender = { organisation: capital(recipient.bodyName), unit: null }
  const decided = input.decidedOn ?? today(ctx)
  const decision = input.paragraph === null ? decided : `${decided} ${input.paragraph}`
  const frame = { sender, reference: null, isDraft: false, date: decided, to: capital(round.authorityName), decision }
  return keepPaper(ctx, statementPaper(content, { ...frame, theirReference: round.referenceNumber }), fileName(title))
}
