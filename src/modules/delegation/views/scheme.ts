/** A board's delegation scheme: read, printed, read in from a table, edited as a draft, and decided. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  dateField,
  dateOnly,
  dayText,
  disclosure,
  emptyState,
  facts,
  field,
  fileField,
  hiddenFields,
  linkButton,
  primaryForm,
  rejectionOf,
  section,
  select,
  status,
  statusTag,
  table,
  why,
  type Rejected,
  type Screen,
  type StatusKind,
} from '../../../kernel/ui/index.ts'
import type { Body, Person } from '../../organisation/index.ts'
import { stateOf, type RuleInForce, type Scheme, type SchemeState } from '../model.ts'
import type { Director } from '../queries.ts'
import { text } from '../text.ts'
import { partScreen } from './frame.ts'
import { ruleForm, type RuleChoices } from './rule.ts'

export type SchemeProps = {
  readonly boards: readonly Body[]
  readonly board: Body
  /** What is shown; null when the board has none. */
  readonly scheme: Scheme | null
  readonly versions: readonly Scheme[]
  readonly rules: readonly RuleInForce[]
  readonly director: Director | null
  readonly mayEdit: boolean
  readonly people: readonly Person[]
  readonly choices: RuleChoices
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function schemePage(props: SchemeProps): Screen {
  const { boards, board, scheme } = props
  const body = html`${scheme === null ? nothing(props) : whole(props, scheme)}${directorPart(props)}${versionsPart(props)}${
    props.mayEdit && importForm(props)
  }`
  return partScreen({
    part: 'scheme',
    boards,
    board,
    body,
    title: text.scheme.title,
    lead: text.scheme.versionsHelp,
    ...(scheme !== null && { actions: html`${files(scheme)}${props.mayEdit && beginForm(props)}` }),
  })
}

function files({ id }: Scheme): Html {
  const href = `/delegation/ordning/${id}`
  return html`${linkButton({ href: `${href}/tabell.csv`, label: text.scheme.csv, kind: 'tertiary', icon: 'download' })}${linkButton(
    { href: `${href}/ordning.pdf`, label: text.scheme.pdf, kind: 'tertiary', icon: 'download' },
  )}`
}

/** Once there is a draft, it is opened from the list of versions. */
function beginForm({ board, versions }: SchemeProps): Html {
  if (versions.some(({ validFrom }) => validFrom === null)) return html``
  return primaryForm({
    action: '/delegation/ordning/ny',
    label: text.scheme.begin,
    kind: 'secondary',
    hidden: { bodyId: board.id },
  })
}

function nothing({ board, mayEdit }: SchemeProps): Html {
  const begin = primaryForm({
    action: '/delegation/ordning/ny',
    label: text.scheme.begin,
    kind: 'secondary',
    hidden: { bodyId: board.id },
  })
  return emptyState({
    title: text.scheme.none.title,
    text: mayEdit ? text.scheme.none.text : text.scheme.mayNot,
    ...(mayEdit && { action: begin }),
  })
}

const kindOf: Readonly<Record<SchemeState, StatusKind>> = {
  draft: 'draft',
  coming: 'planned',
  in_force: 'done',
  replaced: 'stopped',
}

function whole(props: SchemeProps, scheme: Scheme): Html {
  const state = stateOf(scheme, props.today)
  const isDraft = state === 'draft'
  return html`<p class="k-over">${statusTag(kindOf[state], text.scheme.state[state])}<span>${text.scheme.version(scheme.version)}</span>${
    scheme.decidedOn !== null &&
    html`<span>${text.scheme.decided(dayText(scheme.decidedOn), scheme.paragraph ?? 0)}</span>`
  }</p>
    ${scheme.isDemo && html`<p class="k-quiet">${text.demo}</p>`}
    ${facts([
      { term: text.field.validFrom, value: scheme.validFrom !== null && dateOnly(scheme.validFrom) },
      { term: text.field.validTo, value: scheme.validTo !== null && dateOnly(scheme.validTo) },
    ])}
    ${isDraft && props.mayEdit && adoptForm(props, scheme)}${rulesPart(props)}${isDraft && props.mayEdit && putForm(props, scheme)}`
}

function rulesPart({ rules }: SchemeProps): Html {
  const { column, field: fields } = text
  const body = table({
    caption: text.scheme.rules,
    columns: [
      { key: 'number', head: column.rule },
      { key: 'scope', head: fields.scope },
      { key: 'delegate', head: column.delegate },
      { key: 'basis', head: fields.legalBasis, hideOnPhone: true },
      { key: 'appeal', head: column.appeal, hideOnPhone: true },
      { key: 'reported', head: column.reported },
    ],
    rows: rules.map((rule) => ({
      href: `/delegation/regler/${rule.id}`,
      cells: {
        number: `${rule.number} ${rule.heading}`,
        scope: rule.scope,
        delegate: html`${rule.delegate}${rule.mayBePassedOn && html` <span class="k-optional">(${text.scheme.mayBePassedOn})</span>`}`,
        basis: rule.legalBasis,
        appeal: text.appeal[rule.appeal],
        reported: rule.isReported ? text.scheme.yes : text.scheme.no,
      },
    })),
    empty: emptyState(text.scheme.noRules),
  })
  return section({ title: text.scheme.rules, count: rules.length, body })
}

function adoptForm({ today, rejected }: SchemeProps, scheme: Scheme): Html {
  const action = `/delegation/ordning/${scheme.id}/beslutad`
  const back = rejectionOf(rejected, action)
  const body = html`<p>${text.scheme.adoptLead}</p>
    <form class="k-form" method="post" action="${action}">
      ${dateField({ name: 'decidedOn', label: text.field.decidedByBoard, max: today, required: true, rejected: back })}
      ${field({ name: 'paragraph', label: text.field.paragraph, inputMode: 'numeric', width: 'xs', required: true, rejected: back })}
      ${dateField({ name: 'validFrom', label: text.field.validFrom, required: true, rejected: back })}
      ${button({ label: text.scheme.adoptDo })}
    </form>`
  return disclosure({ summary: text.scheme.adopt, body, open: back !== undefined })
}

function putForm({ choices, rejected }: SchemeProps, scheme: Scheme): Html {
  const action = `/delegation/ordning/${scheme.id}/regler`
  const back = rejectionOf(rejected, action)
  const body = ruleForm({ action, rule: null, choices, rejected: back, suffix: back === undefined ? '-ny' : '' })
  return disclosure({ summary: text.scheme.put, body, open: back !== undefined })
}

function importForm({ board, rejected, scheme }: SchemeProps): Html {
  const action = '/delegation/ordning/las-in'
  const back = rejectionOf(rejected, action)
  const body = html`<p>${text.scheme.importLead}</p>
    <form class="k-form" method="post" action="${action}" enctype="multipart/form-data">
      ${hiddenFields({ bodyId: board.id })}
      ${fileField({ name: 'files', label: text.field.file, help: text.field.fileHelp, accept: '.csv,text/csv', rejected: back })}
      ${button({ label: text.scheme.importDo, kind: 'secondary' })}
    </form>`
  return disclosure({ summary: text.scheme.import, body, open: back !== undefined || scheme === null })
}

function directorPart({ board, director, mayEdit, people, today, rejected }: SchemeProps): Html {
  const action = '/delegation/ordning/forvaltningschef'
  const back = rejectionOf(rejected, action)
  const form = html`<form class="k-form" method="post" action="${action}">
    ${hiddenFields({ bodyId: board.id })}
    ${select({
      name: 'personId',
      label: text.field.person,
      choices: people.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
      required: true,
      rejected: back,
      ...(back === undefined && { id: 'personId-chef' }),
    })}
    ${dateField({
      name: 'validFrom',
      label: text.field.validFrom,
      value: today,
      required: true,
      rejected: back,
      ...(back === undefined && { id: 'validFrom-chef' }),
    })}
    ${button({ label: text.director.do, kind: 'secondary' })}
  </form>`
  const words = director === null ? text.director.none : text.director.since(director.name, dayText(director.validFrom))
  return section({
    title: text.director.title,
    body: html`<p>${words}</p>${why(text.director.why)}${
      mayEdit && disclosure({ summary: text.director.name, body: form, open: back !== undefined })
    }`,
  })
}

function versionsPart({ versions, scheme, today, mayEdit }: SchemeProps): Html {
  const seen = versions.filter(({ validFrom }) => mayEdit || validFrom !== null)
  if (seen.length === 0 || (seen.length === 1 && seen[0]?.id === scheme?.id)) return html``
  const { column } = text
  const body = table({
    caption: text.scheme.versions,
    columns: [
      { key: 'version', head: column.version },
      { key: 'state', head: column.state },
      { key: 'decided', head: column.decidedBy },
      { key: 'from', head: text.field.validFrom },
    ],
    rows: seen.map((one) => {
      const state = stateOf(one, today)
      return {
        href: `/delegation/ordning/${one.id}`,
        cells: {
          version: text.scheme.version(one.version),
          state: status(kindOf[state], text.scheme.state[state]),
          decided: one.decidedOn === null ? '' : `${dayText(one.decidedOn)} § ${one.paragraph}`,
          from: one.validFrom === null ? '' : dateOnly(one.validFrom),
        },
      }
    }),
    empty: html``,
  })
  return section({ title: text.scheme.versions, body })
}
