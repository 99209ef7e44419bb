/** Beginning to answer: the statement with every question, and the memo that carries it to the board. */

import type { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { NotFound, refuseIf } from '../../../kernel/errors.ts'
import { fromText } from '../../../kernel/rich-text.ts'
import { speaking } from '../../../kernel/words.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { findDraft, startMemo, startStatement, takeUp, type memoContent } from '../../drafting/index.ts'
import { getPerson, listPeopleWithRole } from '../../organisation/index.ts'
import { getCase, writeLedger, type Case } from '../../registry/index.ts'
import { oneCase } from './input.ts'
import { askedOf, type Recipient, type Round } from '../model.ts'
import { memoWords } from '../model/memo-words.ts'
import { findRecipient, getRound } from '../queries.ts'
import { text } from '../text.ts'

/** Begins the statement and the memo of a referral that came in (påbörjar svar). What is there already stays as it is. */
export const beginAnswer = command('referral.begin-answer', oneCase, async (ctx, { caseId }) => {
  const theCase = await getCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const recipient = await findRecipient(ctx, theCase.id)
  if (recipient === null) throw new NotFound()
  const round = await getRound(ctx, recipient.roundId)
  const statement = await findDraft(ctx, theCase.id, 'statement')
  const memo = await findDraft(ctx, theCase.id, 'memo')
  const isWritten = recipient.jointWith !== null || statement !== null
  refuseIf(obstaclesToBeginning(recipient, isWritten && memo !== null))

  const begun = isWritten ? statement : await newStatement(ctx, { theCase, recipient, round })
  const carrying = memo ?? (await newMemo(ctx, { theCase, recipient, round }))
  const draftId = (begun ?? carrying).id
  await writeLedger(ctx, theCase.id, 'referral.answer-begun', { roundId: round.id, draftId })
  return { draftId, referenceNumber: theCase.referenceNumber }
})

/** What was laid aside while it answered together with another, or one with the questions. */
async function newStatement(ctx: Write, { theCase, round }: Asked): Promise<{ id: string }> {
  const aside = await takeUp(ctx, theCase.id, 'statement')
  if (aside !== null) return aside
  return { id: (await startStatement(ctx, theCase.id, statementOf(round))).draftId }
}

async function newMemo(ctx: Write, asked: Asked): Promise<{ id: string }> {
  return { id: (await startMemo(ctx, asked.theCase.id, await memoOf(ctx, asked))).draftId }
}

function obstaclesToBeginning(recipient: Recipient, isBegun: boolean): string[] {
  if (recipient.answer !== null) return [text.obstacle.alreadyAnswered]
  return isBegun ? [text.obstacle.alreadyBegun] : []
}

function statementOf(round: Round): Parameters<typeof startStatement>[2] {
  return {
    title: speaking('sv', () => text.memo.statementTitle(round.title)),
    answers: round.questions.map(askedOf),
  }
}

type Asked = { readonly theCase: Case; readonly recipient: Recipient; readonly round: Round }

/** The parts of a memo in such a matter, as they are usually written; the officer writes on. */
async function memoOf(ctx: Write, asked: Asked): Promise<Partial<z.input<typeof memoContent>>> {
  const { theCase, recipient, round } = asked
  const { name, title, email } = await getPerson(ctx, actingPerson(ctx))
  const heads = await listPeopleWithRole(ctx, { authorityId: theCase.authorityId, roles: ['head'] })
  return speaking('sv', () => ({
    reference: { name, title, email },
    title: theCase.title,
    summary: fromText(summaryOf(asked)),
    proposals: [memoWords(recipient, round).proposal],
    basis: basisOf(asked),
    sendTo: [capital(round.authorityName)],
    responsible: [...new Map(heads.map((head) => [head.id, head])).values()].map((head) => ({
      name: head.name,
      role: head.title,
      personId: head.id,
    })),
  }))
}

function summaryOf({ recipient, round }: Asked): string {
  const sent = round.withoutPosition ? text.memo.sentWithoutPosition : text.memo.sent
  const decided = round.decision === null ? '' : text.decisionDay(round.decision)
  const asks = { issuer: capital(round.issuerName), decided, title: round.title, body: recipient.bodyName }
  return `${sent(asks)} ${text.memo.lastDay(round.answerBy ?? '')}`
}

/** Own memo first, as the bundle lies. */
function basisOf({ theCase, recipient, round }: Asked): string[] {
  return [
    text.memo.ownMemo(theCase.title),
    memoWords(recipient, round).basis,
    ...(round.decision === null ? [] : [text.decisionLine(capital(round.decision.bodyName), round.decision)]),
    ...round.documents.map(({ title, datedOn }) => (title.includes(datedOn) ? title : `${title}, ${datedOn}`)),
  ]
}
