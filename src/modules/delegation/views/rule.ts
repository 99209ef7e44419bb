/** One rule of a scheme: what it says, the form that writes it, and to whom it is passed on. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkbox,
  dateField,
  dateOnly,
  disclosure,
  facts,
  field,
  pageHead,
  primaryForm,
  rejectionOf,
  section,
  select,
  table,
  textArea,
  why,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Body, Person } from '../../organisation/index.ts'
import {
  appeals,
  delegateKinds,
  delegateRoleLabel,
  delegateRoles,
  keptByTheBoard,
  natures,
  type PassedOn,
  type RuleInForce,
} from '../model.ts'
import { text } from '../text.ts'

export type RuleChoices = { readonly bodies: readonly Body[]; readonly people: readonly Person[] }

export type RulePageProps = {
  readonly rule: RuleInForce
  readonly names: ReadonlyMap<string, string>
  readonly passedOn: readonly PassedOn[]
  /** The rule stands in a draft that the reader may change. */
  readonly mayEdit: boolean
  readonly mayPassOn: boolean
  readonly choices: RuleChoices
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function rulePage(props: RulePageProps): Screen {
  const { rule, mayEdit } = props
  const title = `${rule.number} ${rule.heading}`
  return {
    title,
    section: 'delegation',
    width: 'reading',
    body: html`${pageHead({
      title,
      over: html`<a href="/delegation/ordning/${rule.schemeId}">${text.scheme.titleOf(rule.bodyName)}, ${text.scheme.version(rule.version).toLocaleLowerCase('sv')}</a>`,
    })}${ruleFacts(props)}${mayEdit ? editing(props) : passedOnPart(props)}`,
  }
}

function ruleFacts({ rule, names }: RulePageProps): Html {
  return facts([
    { term: text.field.scope, value: rule.scope },
    { term: text.column.delegate, value: rule.delegate },
    { term: text.field.kind, value: text.kind[rule.delegateKind] },
    { term: text.field.role, value: rule.delegateRole !== null && delegateRoleLabel(rule.delegateRole) },
    { term: text.field.body, value: rule.delegateBodyId !== null && names.get(rule.delegateBodyId) },
    { term: text.field.person, value: rule.delegatePersonId !== null && names.get(rule.delegatePersonId) },
    { term: text.field.legalBasis, value: rule.legalBasis },
    { term: text.field.conditions, value: rule.conditions },
    { term: text.field.nature, value: text.nature[rule.nature] },
    { term: text.field.reason, value: rule.reason },
    { term: text.field.appeal, value: text.appeal[rule.appeal] },
    { term: text.field.isReported, value: rule.isReported ? text.scheme.yes : text.scheme.no },
    { term: text.field.mayBePassedOn, value: rule.mayBePassedOn ? text.scheme.yes : text.scheme.no },
  ])
}

function editing({ rule, choices, rejected }: RulePageProps): Html {
  const action = `/delegation/regler/${rule.id}/andra`
  const back = rejectionOf(rejected, action)
  const remove = primaryForm({
    action: `/delegation/regler/${rule.id}/ta-bort`,
    label: text.scheme.remove,
    kind: 'danger',
    confirm: text.scheme.removeConfirm,
  })
  return html`${section({
    title: text.scheme.edit,
    body: ruleForm({ action, rule, choices, rejected: back, suffix: '' }),
  })}${disclosure({ summary: text.scheme.remove, body: remove })}`
}

export type RuleFormProps = {
  readonly action: string
  readonly rule: RuleInForce | null
  readonly choices: RuleChoices
  readonly rejected: Rejected | undefined
  /** Other forms of the page have fields of the same name. */
  readonly suffix: string
}

export function ruleForm(props: RuleFormProps): Html {
  const { action, rule } = props
  return html`<form class="k-form" method="post" action="${action}">
    ${rule !== null && html`<input type="hidden" name="schemeId" value="${rule.schemeId}" />`}
    ${whatFields(props)}${whoFields(props)}${howFields(props)}${button({ label: text.scheme.putDo, kind: 'secondary' })}
  </form>`
}

function idOf(name: string, { suffix }: RuleFormProps): { id?: string } {
  return suffix === '' ? {} : { id: `${name}${suffix}` }
}

function whatFields(props: RuleFormProps): Html {
  const { rule, rejected } = props
  const own = (name: string) => ({ name, rejected, ...idOf(name, props) })
  return html`${field({ ...own('number'), label: text.field.number, help: text.field.numberHelp, value: rule?.number, width: 's', required: true })}
    ${field({ ...own('heading'), label: text.field.heading, value: rule?.heading, required: true, maxLength: 300 })}
    ${textArea({ ...own('scope'), label: text.field.scope, value: rule?.scope, required: true })}
    ${select({
      ...own('nature'),
      label: text.field.nature,
      choices: [
        ...natures.map((value) => ({ value, label: text.nature[value], group: text.mayBeDelegated })),
        ...keptByTheBoard.map((value) => ({ value, label: text.nature[value], group: text.keptByTheBoard })),
      ],
      value: rule?.nature,
      required: true,
    })}
    ${textArea({ ...own('reason'), label: text.field.reason, help: text.field.reasonHelp, value: rule?.reason, required: true, rows: 3 })}`
}

function whoFields(props: RuleFormProps): Html {
  const { rule, rejected, choices } = props
  const own = (name: string) => ({ name, rejected, ...idOf(name, props) })
  return html`${select({
    ...own('delegateKind'),
    label: text.field.kind,
    choices: delegateKinds.map((value) => ({ value, label: text.kind[value] })),
    value: rule?.delegateKind,
    required: true,
  })}
    ${select({
      ...own('delegateRole'),
      label: text.field.role,
      choices: delegateRoles.map((value) => ({ value, label: delegateRoleLabel(value) })),
      value: rule?.delegateRole,
      empty: text.field.roleNone,
      required: false,
    })}
    ${select({
      ...own('delegateBodyId'),
      label: text.field.body,
      choices: choices.bodies.map(({ id, name }) => ({ value: id, label: name })),
      value: rule?.delegateBodyId,
      empty: text.field.bodyNone,
      required: false,
    })}
    ${select({
      ...own('delegatePersonId'),
      label: text.field.person,
      choices: choices.people.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
      value: rule?.delegatePersonId,
      empty: text.field.personNone,
      required: false,
    })}
    ${field({ ...own('delegate'), label: text.field.delegate, help: text.field.delegateHelp, value: rule?.delegate, required: true })}`
}

function howFields(props: RuleFormProps): Html {
  const { rule, rejected } = props
  const own = (name: string) => ({ name, rejected, ...idOf(name, props) })
  return html`${field({ ...own('legalBasis'), label: text.field.legalBasis, value: rule?.legalBasis, required: false })}
    ${textArea({ ...own('conditions'), label: text.field.conditions, value: rule?.conditions, required: false, rows: 3 })}
    ${select({
      ...own('appeal'),
      label: text.field.appeal,
      choices: appeals.map((value) => ({ value, label: text.appeal[value] })),
      value: rule?.appeal ?? 'legality',
      empty: false,
    })}
    ${checkbox({ ...own('isReported'), label: text.field.isReported, checked: rule?.isReported ?? true })}
    ${checkbox({ ...own('mayBePassedOn'), label: text.field.mayBePassedOn, checked: rule?.mayBePassedOn ?? false })}`
}

function passedOnPart(props: RulePageProps): Html {
  const { rule, passedOn } = props
  if (!rule.mayBePassedOn) return html``
  const body = html`${passedOn.length === 0 ? html`<p>${text.passedOn.none}</p>` : passedOnTable(props)}${
    props.mayPassOn && passOnForm(props)
  }${why(text.director.why)}`
  return section({ title: text.passedOn.title, body })
}

function passedOnTable({ rule, passedOn, mayPassOn, today }: RulePageProps): Html {
  return table({
    caption: text.passedOn.title,
    columns: [
      { key: 'to', head: text.passedOn.to },
      { key: 'by', head: text.passedOn.by },
      { key: 'from', head: text.field.validFrom },
      { key: 'until', head: text.field.validTo },
      { key: 'note', head: text.field.note },
      { key: 'act', head: text.column.act, quietHead: true },
    ],
    rows: passedOn.map((one) => ({
      cells: {
        to: one.personName,
        by: one.givenByName,
        from: dateOnly(one.validFrom),
        until: one.validTo === null ? '' : dateOnly(one.validTo),
        note: one.note,
        act:
          mayPassOn &&
          (one.validTo === null || one.validTo >= today) &&
          html`<form method="post" action="/delegation/regler/${rule.id}/vidare/${one.id}/aterta"
            >${button({ label: text.passedOn.takeBack, kind: 'tertiary', small: true, confirm: text.passedOn.takeBackConfirm })}</form
          >`,
      },
    })),
    empty: html``,
  })
}

function passOnForm({ rule, choices, today, rejected }: RulePageProps): Html {
  const action = `/delegation/regler/${rule.id}/vidare`
  const back = rejectionOf(rejected, action)
  const body = html`<form class="k-form" method="post" action="${action}">
    ${select({
      name: 'personId',
      label: text.passedOn.to,
      choices: choices.people.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
      required: true,
      rejected: back,
    })}
    ${dateField({ name: 'validFrom', label: text.field.validFrom, value: today, required: true, rejected: back })}
    ${dateField({ name: 'validTo', label: text.field.validTo, required: false, rejected: back })}
    ${field({ name: 'note', label: text.field.note, required: false, rejected: back })}
    ${button({ label: text.passedOn.give })}
  </form>`
  return disclosure({ summary: text.passedOn.give, body, open: back !== undefined })
}
