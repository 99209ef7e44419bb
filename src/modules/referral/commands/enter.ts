/** The answer of a body outside the system, registered and entered by the one who asked. */

import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Invalid, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { isEmpty } from '../../../kernel/rich-text.ts'
import { takeUploads } from '../../../kernel/uploads.ts'
import { speaking } from '../../../kernel/words.ts'
import { statementContent, statementPaper } from '../../drafting/index.ts'
import { registerRecord, type NewFile, type RecordItem } from '../../registry/index.ts'
import { enteredAnswer, type EnteredAnswer } from './input.ts'
import { capital } from '../model/paper.ts'
import { obstaclesToEntering, type Recipient, type Round } from '../model.ts'
import { getRound, lockRecipient } from '../queries.ts'
import { text } from '../text.ts'
import { keepAnswer, outsidePart, type GivenPart } from './give.ts'
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
      isSent: round.state !== 'draft',
      isAnswered: recipient.answer !== null,
    }),
  )
  const parts = partsOf(round, input)
  checkSomethingSaid(input, parts)
  checkDay(ctx, input)
  const record = await registerArrival(ctx, { round, recipient, input })
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

/** One part per question that was asked and answered; what was sent for other questions is dropped. */
function partsOf(round: Round, { answers, outside }: EnteredAnswer): GivenPart[] {
  const sent = new Map(answers.map((answer) => [answer.questionId, answer]))
  const parts = round.questions.flatMap(({ id }): GivenPart[] => {
    const answer = sent.get(id)
    if (answer === undefined) return []
    const { processes, areas, themes, body } = answer
    return [{ questionId: id, stance: answer.stance, text: answer.text, items: { processes, areas, themes, body } }]
  })
  return [...parts.filter(saysSomething), ...outsidePart(outside)]
}

function saysSomething({ stance, text: words, items }: GivenPart): boolean {
  const typed = items.processes.length + items.areas.length + items.themes.length > 0 || items.body !== null
  return typed || stance !== 'none' || !isEmpty(words)
}

function checkSomethingSaid({ stance, files }: EnteredAnswer, parts: readonly GivenPart[]): void {
  if (stance === 'none' && files.length === 0 && parts.length === 0)
    throw new Invalid({ stance: text.invalid.saysNothing })
}

function checkDay(ctx: Write, { decidedOn }: EnteredAnswer): void {
  if (typeof decidedOn === 'string' && decidedOn > today(ctx)) throw new Invalid({ decidedOn: text.invalid.dayToCome })
}

type Arriving = { readonly round: Round; readonly recipient: Recipient; readonly input: EnteredAnswer }

async function registerArrival(ctx: Write, arriving: Arriving): Promise<RecordItem> {
  const { round, recipient, input } = arriving
  const title = speaking('sv', () => text.answerTitle(capital(recipient.bodyName), round.title)).slice(0, 300)
  const uploads = await takeUploads(ctx, input.files)
  const files = uploads.length > 0 ? uploads : await writtenDown(ctx, arriving, title)
  return registerRecord(ctx, {
    caseId: round.caseId,
    direction: 'in',
    kind: 'statement',
    title,
    party: capital(recipient.bodyName),
    files,
  })
}

/** An answer that came without a paper, by telephone or in a meeting, is written down (OSL 5:1). */
async function writtenDown(ctx: Write, { round, recipient, input }: Arriving, title: string): Promise<NewFile[]> {
  const sent = new Map(input.answers.map((answer) => [answer.questionId, answer]))
  const content = statementContent.parse({
    title,
    stance: input.stance,
    outside: input.outside,
    answers: round.questions.map(({ id, number, kind, text: question, help }) => ({
      processes: [],
      ...sent.get(id),
      questionId: id,
      number,
      kind,
      question,
      help,
    })),
  })
  const sender = { organisation: capital(recipient.bodyName), unit: null }
  const decided = input.decidedOn ?? today(ctx)
  const decision = input.paragraph === null ? decided : `${decided} ${input.paragraph}`
  const frame = { sender, reference: null, isDraft: false, date: decided, to: capital(round.authorityName), decision }
  return keepPaper(ctx, statementPaper(content, { ...frame, theirReference: round.referenceNumber }), fileName(title))
}
