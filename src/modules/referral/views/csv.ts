/** The follow-up as a table for a spreadsheet: semicolons and a byte order mark, as Swedish Excel reads it. */

import { swedishDay } from '../../../kernel/time.ts'
import { positionLabel } from '../../drafting/index.ts'
import { decidedWords, isAsked, notesOf, stageLabel, stanceWords, type Recipient } from '../model.ts'
import { text } from '../text.ts'
import { text as farText } from '../text/how-far.ts'
import { text as jointText } from '../text/joint.ts'
import { text as waysText } from '../text/ways.ts'
import { text as standingText } from '../text/standing.ts'

/** One row per body. */
export function followUpCsv(recipients: readonly Recipient[]): Uint8Array {
  const t = text.follow
  const head = [
    t.body,
    t.number,
    t.stage,
    t.officer,
    t.boardOn,
    t.answer,
    t.stance,
    text.answer.decidedBy,
    text.csv.late,
    standingText.note,
    jointText.column,
    waysText.column,
    farText.column.cameOn,
    farText.column.paragraph,
    farText.column.decidedOn,
    farText.column.adjustedOn,
  ]
  return new TextEncoder().encode(`\ufeff${[head, ...recipients.map(rowOf)].map(line).join('\r\n')}\r\n`)
}

function rowOf(recipient: Recipient): string[] {
  const { bodyName, isMandatory, referenceNumber, officerName, boardOn, answer } = recipient
  return [
    bodyName,
    referenceNumber ?? '',
    stageLabel(recipient.stage),
    officerName ?? '',
    boardOn ?? '',
    ...(answer === null
      ? ['', withoutAnswer(recipient), '', '', '']
      : [
          swedishDay(answer.arrivedAt),
          stanceWords(answer),
          decidedWords(answer),
          answer.isLate ? text.csv.yes : text.csv.no,
          notesOf(answer).join(', '),
        ]),
    recipient.jointName ?? '',
    isMandatory ? text.csv.yes : text.csv.no,
    ...daysOf(recipient),
  ]
}

/** That it has not answered is a position of its own (I-19); one that waits for its turn has been asked nothing. */
function withoutAnswer(recipient: Recipient): string {
  if (recipient.draftSentAt !== null) return standingText.draftShort
  return isAsked(recipient) ? positionLabel('no_answer') : ''
}

/** When it came to the body's own registry, and what its board has decided, with the days. */
function daysOf({ caseId, askedAt, paragraph, decidedOn, adjustedOn }: Recipient): string[] {
  const cameOn = caseId === null || askedAt === null ? '' : swedishDay(askedAt)
  return [cameOn, paragraph === null ? '' : `§ ${paragraph}`, decidedOn ?? '', adjustedOn ?? '']
}

/** Quoted; what a spreadsheet would run as a formula is made words. */
function line(cells: readonly string[]): string {
  return cells
    .map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(';')
}
