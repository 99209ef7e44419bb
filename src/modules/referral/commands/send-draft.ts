/** Sending the approved text before the board has decided: labelled, registered on both sides, replaced later (I-24). */

import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { contentHash } from '../../../kernel/rich-text.ts'
import { NotFound, refuseIf } from '../../../kernel/errors.ts'
import { speaking } from '../../../kernel/words.ts'
import { capital } from '../../../kernel/ui/index.ts'
import {
  askedAmong,
  asUploads,
  filesAmong,
  paperFrame,
  statementPaper,
  typedOf,
  type ApprovedStatement,
} from '../../drafting/index.ts'
import { getCase, getRecord, writeLedger, type Case } from '../../registry/index.ts'
import { obstaclesToSendingDraft, type DraftPart } from '../model/draft-answer.ts'
import { obstaclesToPassing, type GivenPart, type Recipient, type Round } from '../model.ts'
import { dressedAnswer, findRecipient, getRound, listDraftAnswers, lockRecipient, readiness } from '../queries.ts'
import { text } from '../text/standing.ts'
import { partsOf } from './dispatch.ts'
import { oneCase } from './input.ts'
import { fileName, holdAuthorities, keepPaper, passOn, type Letter } from './post.ts'

/**
 * Sends the approved statement as a draft under political treatment (skickar utkast i förväg). Sending makes it public (B-18). It
 * never counts as an answer; the decided one replaces it.
 */
export const sendDraftAnswer = command('referral.send-draft', oneCase, async (ctx, { caseId }) => {
  const theCase = await getCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const asked = await findRecipient(ctx, theCase.id)
  if (asked === null) throw new NotFound()
  const recipient = await lockRecipient(ctx, asked.id)
  const round = await getRound(ctx, recipient.roundId)
  const { statement, decision, delegated } = await readiness(ctx, theCase.id, recipient)
  const parts = statement === null ? [] : partsOf(statement, round)
  const [latest] = await listDraftAnswers(ctx, { recipientId: recipient.id })
  refuseIf(
    obstaclesToSendingDraft({
      kind: recipient.kind,
      isAnswered: recipient.answer !== null,
      isDecided: decision !== null || delegated !== null,
      hasStatement: statement !== null,
      isSentAlready: latest !== undefined && wordsOf(latest.parts) === wordsOf(parts),
    }),
  )
  if (statement === null) throw new NotFound()
  refuseIf(obstaclesToPassing([await getRecord(ctx, statement.recordId)], theCase))

  const sending = { theCase, recipient, round }
  const letter = await typeset(ctx, sending, statement)
  await holdAuthorities(ctx, [theCase.authorityId, round.authorityId])
  return keepDraft(ctx, sending, { letter, parts, stance: statement.content.stance })
})

/** The same when every word on every question is, and every value that was typed. */
function wordsOf(parts: readonly DraftPart[]): string {
  return parts
    .map(({ questionId, stance, text: words, items }) =>
      [questionId, stance, contentHash(words), typedOf(items)].join(' '),
    )
    .join('\n')
}

type Sending = { readonly theCase: Case; readonly recipient: Recipient; readonly round: Round }

async function typeset(
  ctx: Write,
  { theCase, recipient, round }: Sending,
  statement: ApprovedStatement,
): Promise<Letter> {
  const { content } = statement
  const [title, heading] = speaking('sv', () => [
    text.recordTitle(capital(recipient.bodyName), round.title).slice(0, 300),
    text.paperTitle(content.title === '' ? round.title : content.title),
  ])
  const paper = statementPaper(
    { ...content, title: heading },
    {
      ...paperFrame(theCase, true),
      date: today(ctx),
      to: capital(round.authorityName),
      theirReference: round.referenceNumber,
    },
  )
  const warned = [{ type: 'paragraph', text: speaking('sv', () => text.notDecided) } as const, ...paper.blocks]
  const about = { theCase, round, recipient, date: today(ctx), statement }
  const looking = await dressedAnswer(ctx, { ...paper, blocks: warned }, about)
  const files = asUploads(filesAmong(askedAmong(content.answers)))
  return { kind: 'statement', title, files: [...(await keepPaper(ctx, looking, fileName(title))), ...files] }
}

type Sent = { readonly letter: Letter; readonly parts: readonly GivenPart[]; readonly stance: GivenPart['stance'] }

async function keepDraft(
  ctx: Write,
  { theCase, recipient, round }: Sending,
  { letter, parts, stance }: Sent,
): Promise<{ draftAnswerId: string }> {
  const { out, arrived } = await passOn(ctx, letter, {
    fromCaseId: theCase.id,
    from: capital(recipient.bodyName),
    toCaseId: round.caseId,
    to: capital(round.authorityName),
  })
  const { id: draftAnswerId } = await ctx.db
    .insertInto('referral.draft_answers')
    .values({
      recipient_id: recipient.id,
      stance,
      parts: JSON.stringify(parts),
      record_id: arrived.id,
      out_record_id: out.id,
      board_on: recipient.boardOn,
      sent_at: ctx.now,
      sent_by: actingPerson(ctx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const facts = { draftAnswerId, body: recipient.bodyName, stance, boardOn: recipient.boardOn }
  for (const caseId of [theCase.id, round.caseId]) await writeLedger(ctx, caseId, 'referral.draft-sent', facts)
  return { draftAnswerId }
}
