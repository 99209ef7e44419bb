/** What is put right, folded away: a record's facts on its page, a case's class and type on its overview. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  dateField,
  dayText,
  disclosure,
  field,
  primaryForm,
  rejectionOf,
  select,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import type { CaseType, PlanClass } from '../../filing/index.ts'
import { recordKinds, type Case, type Filing, type LedgerWords, type RecordItem } from '../model.ts'
import { text } from '../text.ts'
import { side } from './history.ts'

/** The facts as they are, to be changed; never the number, the direction or the time of registration (B-12). */
export function correctPart(record: RecordItem, today: string, all: Rejected | undefined): Html {
  const { corrections } = text
  const action = `/handlingar/${record.id}/ratta`
  const rejected = rejectionOf(all, action)
  return disclosure({
    summary: corrections.record,
    open: rejected !== undefined,
    body: primaryForm({
      action,
      label: corrections.submit,
      kind: 'secondary',
      fields: html`<p class="k-help">${corrections.recordHelp}</p>${factFields(record, today, rejected)}${textArea({
        name: 'reason',
        id: 'falt-correct-reason',
        label: corrections.reason,
        rows: 2,
        maxLength: 300,
        required: true,
        rejected,
      })}`,
    }),
  })
}

function factFields({ title, kind, party, datedOn }: RecordItem, today: string, rejected: Rejected | undefined): Html {
  const { record } = text
  return html`${field({ name: 'title', label: record.title, value: title, maxLength: 300, width: 'full', required: true, rejected })}${select(
    {
      name: 'kind',
      id: 'falt-correct-kind',
      label: record.kind,
      choices: recordKinds.map((value) => ({ value, label: text.recordKinds[value] })),
      value: kind,
      empty: false,
      rejected,
    },
  )}${field({
    name: 'party',
    label: record.party,
    help: record.partyHelp,
    value: party,
    maxLength: 200,
    width: 'l',
    required: false,
    rejected,
  })}${dateField({ name: 'datedOn', label: record.datedOn, value: datedOn, max: today, required: true, rejected })}`
}

/** What a case may be filed as. */
export type FilingChoices = { readonly classes: readonly PlanClass[]; readonly types: readonly CaseType[] }

type FilingProps = {
  readonly theCase: Case
  readonly filing: Filing
  readonly choices: FilingChoices
  readonly rejected: Rejected | undefined
}

/** Also what is no longer used can be kept: it stands first where the case has it. */
export function filingPart({ theCase, filing, choices, rejected: all }: FilingProps): Html {
  const { corrections } = text
  const action = `/arenden/${theCase.id}/klass`
  const rejected = rejectionOf(all, action)
  const classes = choices.classes.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))
  const types = choices.types.map(({ id, name }) => ({ value: id, label: name }))
  return disclosure({
    summary: corrections.filing,
    open: rejected !== undefined,
    body: primaryForm({
      action,
      label: corrections.filing,
      kind: 'secondary',
      fields: html`${select({
        name: 'classId',
        label: corrections.class,
        choices: withKept(classes, theCase.classId, filing.class),
        value: theCase.classId,
        empty: corrections.noClass,
        required: false,
        rejected,
      })}${select({
        name: 'caseTypeId',
        label: corrections.caseType,
        choices: withKept(types, theCase.caseTypeId, filing.caseType),
        value: theCase.caseTypeId,
        empty: corrections.noCaseType,
        required: false,
        rejected,
      })}`,
    }),
  })
}

type Choice = { readonly value: string; readonly label: string }

function withKept(choices: readonly Choice[], value: string | null, label: string | null): readonly Choice[] {
  if (value === null || label === null || choices.some((choice) => choice.value === value)) return choices
  return [{ value, label }, ...choices]
}

type Facts = Readonly<Record<string, unknown>>

type Said = (from: string, to: string) => string

/** Each fact that changed, from what to what; what is not there is "inget". */
function sayChanges(facts: Facts, ways: Readonly<Record<string, Said>>): string {
  const [from, to] = [side(facts, 'from'), side(facts, 'to')]
  const told = (value: unknown) => (typeof value === 'string' ? value : text.corrections.nothing)
  return Object.entries(ways)
    .filter(([key]) => from[key] !== to[key])
    .map(([key, say]) => say(told(from[key]), told(to[key])))
    .join(text.corrections.between)
}

function kindText(kind: string): string {
  return recordKinds.flatMap((each) => (each === kind ? [text.recordKinds[each]] : []))[0] ?? kind
}

function sayCorrected(facts: Facts): string {
  const { history } = text.corrections
  const changes = sayChanges(facts, {
    title: history.title,
    party: history.party,
    datedOn: (from, to) => history.day(dayText(from), dayText(to)),
    kind: (from, to) => history.kind(kindText(from), kindText(to)),
  })
  return history.corrected(String(facts['number']), changes, String(facts['reason']))
}

function sayFiled(facts: Facts): string {
  const { history } = text.corrections
  return history.filed(sayChanges(facts, { class: history.class, caseType: history.caseType }))
}

/** How what was put right reads in the history. */
export const correctionWords: readonly LedgerWords[] = [
  { event: 'record.corrected', say: sayCorrected },
  { event: 'case.filed', say: sayFiled },
]
