/** Sending a decided answer to the one who asked (expedierar svaret): registered out here and in there (B-15). */

import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Invalid, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { speaking } from '../../../kernel/words.ts'
import { capital } from '../../../kernel/ui/index.ts'
import {
  askedAmong,
  asUploads,
  filesAmong,
  paperFrame,
  statementPaper,
  type ApprovedStatement,
} from '../../drafting/index.ts'
import { getCase, getRecord, type Case, type RecordItem } from '../../registry/index.ts'
import { toDispatch } from './input.ts'
import {
  decidedByOf,
  givenPart,
  needsAssurance,
  obstaclesToDispatching,
  obstaclesToPassing,
  outsidePart,
  standsBehind,
  type GivenPart,
  type Recipient,
  type Round,
} from '../model.ts'
import {
  dressedAnswer,
  findRecipient,
  getRound,
  listMemberNames,
  lockRecipient,
  readiness,
  type Ready,
} from '../queries.ts'
import { text } from '../text.ts'
import { namesOf, text as jointText } from '../text/joint.ts'
import { text as standingText } from '../text/standing.ts'
import { keepAnswer, type GivenAnswer } from './give.ts'
import { fileName, filesOf, holdAuthorities, keepPaper, passOn, type Letter } from './post.ts'

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
  if (needsAssurance(ready) && !isAsDecided) throw new Invalid({ isAsDecided: notAssured(ready) })

  const sending = { theCase, round, recipient, ...ready }
  refuseIf(obstaclesToPassing(await enclosed(ctx, sending), theCase))
  const letter = await typeset(ctx, sending)
  await holdAuthorities(ctx, [theCase.authorityId, round.authorityId])
  return send(ctx, sending, letter)
})

function notAssured(ready: Ready): string {
  return standsBehind(ready) ? jointText.invalid.notBehind : text.invalid.notAssured
}

type Sending = Ready & { readonly theCase: Case; readonly round: Round; readonly recipient: Recipient }

/** The records whose content leaves: the approved statement and the extract. */
async function enclosed(ctx: Write, sending: Sending): Promise<RecordItem[]> {
  const ids = [saidIn(sending)?.recordId, decisionRecord(sending)].flatMap((id) => id ?? [])
  const records: RecordItem[] = []
  for (const id of ids) records.push(await getRecord(ctx, id))
  return records
}

/** The extract of the minutes, or the decision that was made in the board's place. */
function decisionRecord({ decision, delegated }: Sending): string | null {
  return decision === null ? (delegated?.recordId ?? null) : decision.recordId
}

/** What was said: a body that abstains has decided to say nothing, and only the extract leaves (I-20). */
function saidIn({ decision, statement }: Sending): ApprovedStatement | null {
  return decision?.outcome === 'abstained' ? null : statement
}

async function send(
  ctx: Write,
  sending: Sending,
  letter: Letter | null,
): Promise<{ answerId: string; isLate: boolean }> {
  const { round, recipient } = sending
  const statementRecordId = letter === null ? null : await pass(ctx, sending, letter)
  const extractRecordId = await passExtract(ctx, sending)
  const answer = { ...standingOf(ctx, sending), ...wordsOf(saidIn(sending), round) }
  return keepAnswer(ctx, { round, recipient }, { ...answer, statementRecordId, extractRecordId })
}

type Standing = Pick<
  GivenAnswer,
  'decidedBy' | 'decisionId' | 'delegatedId' | 'rule' | 'decidedOn' | 'paragraph' | 'reservations'
>

/** Who decided the answer, when and in which §; an administration's is its own, of today. */
function standingOf(ctx: Write, { recipient, decision, delegated }: Sending): Standing {
  const decidedBy = decidedByOf(recipient.kind, decision, delegated)
  if (decision === null && delegated !== null) {
    const { id: delegatedId, rule, number: paragraph, decidedOn } = delegated
    return { decidedBy, delegatedId, rule, paragraph, decidedOn, reservations: null }
  }
  if (decision === null) return { decidedBy, decidedOn: today(ctx), paragraph: null, reservations: null }
  const { id: decisionId, decidedOn, paragraph, reservations } = decision
  return { decidedBy, decisionId, decidedOn, paragraph: String(paragraph), reservations }
}

function wordsOf(statement: ApprovedStatement | null, round: Round): Pick<GivenAnswer, 'stance' | 'parts'> {
  if (statement === null) return { stance: 'abstain', parts: [] }
  return { stance: statement.content.stance, parts: partsOf(statement, round) }
}

function partiesOf({ theCase, round, recipient }: Sending) {
  return {
    fromCaseId: theCase.id,
    from: capital(recipient.bodyName),
    toCaseId: round.caseId,
    to: capital(round.authorityName),
  }
}

/** The statement as it was decided, with who decided it and in which §. Typeset before anybody waits for a number. */
async function typeset(ctx: Write, sending: Sending): Promise<Letter | null> {
  const { theCase, round, recipient, decision } = sending
  const statement = saidIn(sending)
  if (statement === null) return null
  const date = decision?.decidedOn ?? sending.delegated?.decidedOn ?? today(ctx)
  const members = await listMemberNames(ctx, recipient.id)
  const paper = statementPaper(statement.content, {
    ...paperFrame(theCase, false),
    date,
    to: capital(round.authorityName),
    theirReference: round.referenceNumber,
    decision: speaking('sv', () => [decidedLine(sending), ...jointLine(sending, members)].join(' ')),
  })
  const title = speaking('sv', () => text.answerTitle(capital(recipient.bodyName), round.title)).slice(0, 300)
  const looking = await dressedAnswer(ctx, paper, { theCase, round, recipient, date, statement })
  const files = asUploads(filesAmong(askedAmong(statement.content.answers)))
  return { kind: 'statement', title, files: [...(await keepPaper(ctx, looking, fileName(title))), ...files] }
}

/** Who decided it, as the paper says it. */
function decidedLine({ decision, delegated, recipient }: Sending): string {
  if (decision !== null) return text.decisionLine(capital(decision.bodyName), decision)
  if (delegated === null) return text.paper.byAdministration(capital(recipient.bodyName))
  const { number, rule, decidedOn, isUrgent, delegateName } = delegated
  return isUrgent
    ? standingText.urgent(number, decidedOn, delegateName)
    : standingText.delegated(number, rule, decidedOn)
}

/** Who wrote it, or with whom it was prepared, as the paper says it (I-18): whether the others decide the same is theirs to say. */
function jointLine({ recipient, isJoint }: Sending, members: readonly string[]): string[] {
  const { jointName } = recipient
  if (jointName !== null) return isJoint ? [jointText.paperMember(jointName)] : []
  return members.length === 0 ? [] : [jointText.paperHost(namesOf(members))]
}

/** The id of the record as it arrived at the sender. */
async function pass(ctx: Write, sending: Sending, letter: Letter): Promise<string> {
  const { arrived } = await passOn(ctx, letter, partiesOf(sending))
  return arrived.id
}

async function passExtract(ctx: Write, sending: Sending): Promise<string | null> {
  const recordId = decisionRecord(sending)
  if (recordId === null) return null
  const extract = await getRecord(ctx, recordId)
  return pass(ctx, sending, { kind: extract.kind, title: extract.title, files: filesOf(extract) })
}

/** The decided text, question by question, word for word. */
export function partsOf({ content }: ApprovedStatement, round: Round): GivenPart[] {
  const asked = new Set(round.questions.map(({ id }) => id))
  return [
    ...askedAmong(content.answers)
      .filter(({ questionId }) => asked.has(questionId))
      .map(givenPart),
    ...outsidePart(content.outside),
  ]
}
