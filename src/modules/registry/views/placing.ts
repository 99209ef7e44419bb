/** Moving and striking: the forms on a record's page, how what is struck shows, and how both read in the history. */

import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  dateOnly,
  dateTimeText,
  disclosure,
  field,
  notice,
  primaryForm,
  rejectionOf,
  statusTag,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import {
  caseHref,
  obstaclesToStriking,
  recordHref,
  type Case,
  type LedgerWords,
  type MovedAway,
  type RecordItem,
} from '../model.ts'
import { text } from '../text.ts'
import { side } from './history.ts'

/** Folded on a record's page, for its registrar. */
export function placingParts(record: RecordItem, theCase: Case, rejected: Rejected | undefined): Html {
  if (obstaclesToStriking(theCase, record).length > 0) return html``
  return html`${movePart(record, rejected)}${strikePart(record, rejected)}`
}

function whyField(key: string, label: string, rejected: Rejected | undefined): Html {
  return textArea({
    name: 'reason',
    id: `falt-${key}-reason`,
    label,
    rows: 2,
    maxLength: 300,
    required: true,
    rejected,
  })
}

function movePart(record: RecordItem, all: Rejected | undefined): Html {
  const { placing } = text
  const action = `${recordHref(record)}/flytta`
  const rejected = rejectionOf(all, action)
  const fields = html`<p class="k-help">${placing.moveHelp}</p>${field({
    name: 'toCase',
    label: placing.toCase,
    help: placing.toCaseHelp,
    maxLength: 200,
    width: 'm',
    required: true,
    rejected,
  })}${whyField('move', placing.moveWhy, rejected)}`
  const body = primaryForm({ action, label: placing.move, kind: 'secondary', fields })
  return disclosure({ summary: placing.move, body, open: rejected !== undefined })
}

function strikePart(record: RecordItem, all: Rejected | undefined): Html {
  const { placing } = text
  const action = `${recordHref(record)}/stryk`
  const rejected = rejectionOf(all, action)
  const fields = html`<p class="k-help">${placing.strikeHelp}</p>${whyField('strike', placing.strikeWhy, rejected)}`
  const body = primaryForm({ action, label: placing.strike, kind: 'danger', fields })
  return disclosure({ summary: placing.strike, body, open: rejected !== undefined })
}

type Struck = Pick<RecordItem, 'struckAt'>

/** Words of a record that is struck are struck through, and the tag beside says so where the line is not seen. */
export function struckThrough({ struckAt }: Struck, words: string | null): Html {
  return struckAt === null || words === null ? html`${words}` : html`<s>${words}</s>`
}

/** Shown wherever a record is named that may have been struck, downstream too. */
export function struckTag({ struckAt }: Struck): Html {
  return struckAt === null ? html`` : statusTag('stopped', text.placing.struck)
}

export function struckNotice({ struckAt }: Struck, theCase: Case): Html {
  if (struckAt === null) return html``
  const link = html`<a href="${caseHref(theCase, 'historik')}">${text.placing.inHistory}</a>`
  return notice(
    'warning',
    html`${text.placing.struckSince} ${dateTimeText(struckAt)}. ${text.placing.struckWhy} ${link}.`,
  )
}

/** The line that a record has left behind. */
export function movedRow({ seq, recordId, movedAt, to }: MovedAway) {
  const { placing } = text
  const place =
    to === null
      ? placing.movedElsewhere
      : html`<a href="${recordHref({ id: recordId })}">${placing.movedTo(to.referenceNumber, to.seq)}</a>`
  return {
    seq,
    cells: {
      number: seq,
      title: html`${placing.movedLine} ${place}`,
      day: dateOnly(swedishDay(movedAt)),
      direction: null,
      party: null,
      files: null,
    },
  }
}

type Facts = Readonly<Record<string, unknown>>

function sayMove(facts: Facts, say: (number: string, place: string) => string): string {
  const { history, movedTo, movedElsewhere } = text.placing
  const other = side(facts, 'other')
  const known = typeof other['referenceNumber'] === 'string'
  const place = known ? movedTo(String(other['referenceNumber']), Number(other['seq'])) : movedElsewhere
  const said = say(String(facts['number']), place)
  return typeof facts['reason'] === 'string' ? history.because(said, facts['reason']) : said
}

/** How moving and striking read in the history. */
export const placingWords: readonly LedgerWords[] = [
  { event: 'record.moved', say: (facts) => sayMove(facts, text.placing.history.moved) },
  { event: 'record.moved-here', say: (facts) => sayMove(facts, text.placing.history.cameHere) },
  {
    event: 'record.struck',
    say: (facts) => text.placing.history.struck(String(facts['number']), String(facts['reason'])),
  },
]
