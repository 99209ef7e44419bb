/** The kinds of question that are answered in rows: processes, areas and themes. */

import { html, type Html } from '../../../kernel/html.ts'
import { field, select, type Rejected } from '../../../kernel/ui/index.ts'
import { weightOf, type ProcessRow, type StatementAnswer, type Weighed } from '../model.ts'
import type { AnswerChoices, AnswerFieldProps } from './answer-field.ts'
import { fieldText } from './answer-field-text.ts'
import { group, rows } from './fields.ts'

/** Empty rows where no button can bring one more. */
const spare = 3
const mostImportant = [1, 2, 3, 4, 5] as const

/** How many rows: those that are stored or were sent, and one or some more to write in. */
function countOf(about: {
  stored: number
  name: string
  rejected: Rejected | undefined
  next: string | undefined
}): number {
  const row = new RegExp(`^${about.name}\\.\\d+\\.name$`)
  const sent = Object.keys(about.rejected?.values ?? {}).filter((one) => row.test(one)).length
  return Math.max(about.stored + (about.next === undefined ? spare : 1), sent)
}

export function processFields({ answer, name, choices, rejected, next }: AnswerFieldProps): Html {
  const all = `${name}.processes`
  return group({
    legend: fieldText.processes,
    help: fieldText.processHelp,
    body: rows({
      name: all,
      count: countOf({ stored: answer.processes.length, name: all, rejected, next }),
      add: { label: fieldText.addProcess, next },
      row: (at, number) =>
        group({
          legend: fieldText.process(number),
          body: processRow(`${all}.${at}`, {
            process: at === '{at}' ? undefined : answer.processes[at],
            choices,
            rejected,
          }),
        }),
    }),
  })
}

type OneProcess = {
  readonly process: ProcessRow | undefined
  readonly choices: AnswerChoices
  readonly rejected: Rejected | undefined
}

function processRow(name: string, { process, choices, rejected }: OneProcess): Html {
  const own = (part: string) => ({ name: `${name}.${part}`, id: idOf(name, part), rejected })
  const more = (part: string) => ({ ...own(part), width: 'l', required: false }) as const
  return html`${field({ ...own('name'), label: fieldText.processName, value: process?.name, width: 'full' })}
  ${field({ ...more('lead'), label: fieldText.processLead, value: process?.lead, suggestions: choices.bodies })}
  ${field({ ...more('where'), label: fieldText.processWhere, value: process?.where, suggestions: [...choices.areas, ...choices.themes] })}
  ${field({ ...more('period'), label: fieldText.processPeriod, help: fieldText.processPeriodHelp, value: process?.period })}`
}

function idOf(name: string, part: string): string {
  return `falt-${name.replaceAll('.', '-')}-${part}`
}

export function areaFields(props: AnswerFieldProps): Html {
  const { areas, themes } = props.choices
  return html`${placeRows(props, {
    of: 'area',
    part: 'areas',
    names: props.answer.areas,
    known: areas,
    legend: fieldText.areas,
    add: fieldText.addArea,
    one: fieldText.area,
  })}
  ${placeRows(props, {
    of: 'theme',
    part: 'themes',
    names: props.answer.themes,
    known: themes,
    legend: fieldText.themes,
    add: fieldText.addTheme,
    one: fieldText.theme,
  })}`
}

type Places = {
  readonly of: Weighed['of']
  readonly part: 'areas' | 'themes'
  readonly names: readonly string[]
  readonly known: readonly string[]
  readonly legend: string
  readonly add: string
  readonly one: (number: number | string) => string
}

function placeRows({ answer, name, rejected, next }: AnswerFieldProps, places: Places): Html {
  const all = `${name}.${places.part}`
  return group({
    legend: places.legend,
    help: fieldText.weighedHelp,
    body: rows({
      name: all,
      count: countOf({ stored: places.names.length, name: all, rejected, next }),
      add: { label: places.add, next },
      row: (at, number) =>
        group({
          legend: places.one(number),
          body: placeRow(`${all}.${at}`, {
            answer,
            places,
            place: at === '{at}' ? '' : (places.names[at] ?? ''),
            rejected,
          }),
        }),
    }),
  })
}

type OnePlace = {
  readonly answer: StatementAnswer
  readonly places: Places
  readonly place: string
  readonly rejected: Rejected | undefined
}

function placeRow(name: string, { answer, places, place, rejected }: OnePlace): Html {
  const own = (part: string) => ({ name: `${name}.${part}`, id: idOf(name, part), rejected })
  const weight = weightOf(answer, { of: places.of, name: place })
  return html`${field({ ...own('name'), label: fieldText.placeName, value: place, width: 'l', suggestions: places.known })}
  ${select({
    ...own('priority'),
    label: fieldText.priority,
    choices: mostImportant.map((one) => ({ value: String(one), label: fieldText.priorityOf(one) })),
    value: weight.priority === null ? '' : String(weight.priority),
    empty: fieldText.noPriority,
    width: 's',
  })}
  ${field({ ...own('reason'), label: fieldText.reason, value: weight.reason, width: 'full', required: false })}`
}
