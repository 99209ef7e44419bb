/** Sending a decided answer to the one who asked (expedierar svaret): registered out here and in there (B-15). */

import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Invalid, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { speaking } from '../../../kernel/words.ts'
import { paperFrame, statementPaper, type ApprovedStatement } from '../../drafting/index.ts'
import { getCase, getRecord, type Case, type RecordItem } from '../../registry/index.ts'
import { toDispatch } from '../model/input.ts'
import { capital } from '../model/paper.ts'
import { decidedByOf, needsAssurance, obstaclesToDispatching, type Recipient, type Round } from '../model.ts'
import { findRecipient, getRound, lockRecipient, readiness, type Ready } from '../queries.ts'
import { text } from '../text.ts'
import { keepAnswer, outsidePart, type GivenPart } from './give.ts'
import { fileName, filesOf, holdAuthorities, keepPaper, passOn } from './post.ts'

/**
 * Dispatches the answer that was decided. Throws `Refused` until its minutes are adjusted (I-23), `Invalid` when somebody must
 * say that the approved text is the decided one and has not.
 */
export const dispatchAnswer = command('referral.dispatch-answer', toDispatch, async (ctx, { caseId, isAsDecided }) => {
  const theCase = await getCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const asked = await findRecipient(ctx, theCase.id)
  if (asked === null) throw new NotFound()
  const recipient = await lockRecipient(ctx, asked.id)
  const round = await getRound(ctx, recipient.roundId)
  const ready = await readiness(ctx, theCase.id, recipient)
  refuseIf(obstaclesToDispatching(ready))
  if (needsAssurance(ready) && !isAsDecided) throw new Invalid({ isAsDecided: text.invalid.notAssured })

  await holdAuthorities(ctx, [theCase.authorityId, round.authorityId])
  return send(ctx, { theCase, round, recipient, ...ready })
})

type Sending = Ready & { readonly theCase: Case; readonly round: Round; readonly recipient: Recipient }

async function send(ctx: Write, sending: Sending): Promise<{ answerId: string; isLate: boolean }> {
  const { round, recipient, decision } = sending
  // A body that abstains has decided to say nothing: only the extract leaves (I-20).
  const statement = decision?.outcome === 'abstained' ? null : sending.statement
  const statementArrived = statement === null ? null : await passStatement(ctx, sending, statement)
  const extractArrived = decision?.recordId ? await passExtract(ctx, sending, decision.recordId) : null
  return keepAnswer(
    ctx,
    { round, recipient },
    {
      decidedBy: decidedByOf(recipient.kind, decision),
      stance: statement === null ? 'abstain' : statement.content.stance,
      decisionId: decision?.id ?? null,
      decidedOn: decision?.decidedOn ?? today(ctx),
      paragraph: decision === null ? null : String(decision.paragraph),
      reservations: decision?.reservations ?? null,
      statementRecordId: statementArrived?.id ?? null,
      extractRecordId: extractArrived?.id ?? null,
      parts: statement === null ? [] : partsOf(statement, round),
    },
  )
}

function partiesOf({ theCase, round, recipient }: Sending) {
  return {
    fromCaseId: theCase.id,
    from: capital(recipient.bodyName),
    toCaseId: round.caseId,
    to: capital(round.authorityName),
  }
}

/** The statement as it was decided, with who decided it and in which §. */
async function passStatement(ctx: Write, sending: Sending, statement: ApprovedStatement): Promise<RecordItem> {
  const { theCase, round, recipient, decision } = sending
  const decided = decision === null ? null : text.decisionLine(capital(decision.bodyName), decision)
  const paper = statementPaper(statement.content, {
    ...paperFrame(theCase, false),
    date: decision?.decidedOn ?? today(ctx),
    to: capital(round.authorityName),
    theirReference: round.referenceNumber,
    decision: decided ?? speaking('sv', () => text.paper.byAdministration(capital(recipient.bodyName))),
  })
  const title = speaking('sv', () => text.answerTitle(capital(recipient.bodyName), round.title)).slice(0, 300)
  const files = await keepPaper(ctx, paper, fileName(title))
  const { arrived } = await passOn(ctx, { kind: 'statement', title, files }, partiesOf(sending))
  return arrived
}

async function passExtract(ctx: Write, sending: Sending, recordId: string): Promise<RecordItem> {
  const extract = await getRecord(ctx, recordId)
  const letter = { kind: 'extract', title: extract.title, files: filesOf(extract) } as const
  const { arrived } = await passOn(ctx, letter, partiesOf(sending))
  return arrived
}

/** The decided text, question by question, word for word. */
function partsOf({ content }: ApprovedStatement, round: Round): GivenPart[] {
  const asked = new Set(round.questions.map(({ id }) => id))
  return [
    ...content.answers
      .filter(({ questionId }) => asked.has(questionId))
      .map(({ questionId, stance, text: words, processes, areas, themes, body }) => ({
        questionId,
        stance,
        text: words,
        items: { processes, areas, themes, body },
      })),
    ...outsidePart(content.outside),
  ]
}
