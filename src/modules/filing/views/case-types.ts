/** Case types: a list, and the form of one. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  emptyState,
  field,
  linkButton,
  pageHead,
  primaryForm,
  radios,
  rejectionOf,
  select,
  table,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { directions, type CaseType, type PlanClass } from '../model.ts'
import type { OfficerAt } from '../queries.ts'
import { text } from '../text.ts'
import { useForm, useStatus } from './contacts.ts'
import { registerTabs } from './registers.ts'

export const caseTypesHref = '/arendetyper'

export type CaseTypesProps = {
  readonly types: readonly CaseType[]
  readonly authorityName: string
  readonly mayEdit: boolean
}

export function caseTypesPage({ types, authorityName, mayEdit }: CaseTypesProps): Screen {
  const { caseTypes } = text
  const add = mayEdit && linkButton({ href: `${caseTypesHref}/ny`, label: caseTypes.new, icon: 'plus' })
  return {
    title: caseTypes.title,
    section: 'register',
    body: html`${pageHead({ title: caseTypes.title, over: authorityName, lead: caseTypes.lead, ...(add !== false && { actions: add }) })}${registerTabs(
      'caseTypes',
    )}${table({
      caption: caseTypes.caption,
      columns: [
        { key: 'name', head: caseTypes.name },
        { key: 'title', head: caseTypes.template },
        { key: 'class', head: caseTypes.class },
        { key: 'officer', head: caseTypes.officer },
        { key: 'state', head: text.state },
      ],
      rows: types.map((type) => typeRow(type, mayEdit)),
      empty: emptyState({ title: caseTypes.emptyTitle, text: mayEdit ? caseTypes.empty : caseTypes.mayNot }),
    })}`,
  }
}

function typeRow(type: CaseType, mayEdit: boolean) {
  return {
    ...(mayEdit && { href: `${caseTypesHref}/${type.id}` }),
    ...(!type.isActive && { tone: 'quiet' as const }),
    cells: {
      name: type.name,
      title: type.title,
      class: type.classCode === null ? text.caseTypes.noClass : `${type.classCode} ${type.className ?? ''}`,
      officer: type.officerName ?? text.nobodyYet,
      state: useStatus(type.isActive),
    },
  }
}

export type CaseTypeProps = {
  readonly type: CaseType | null
  readonly classes: readonly PlanClass[]
  readonly officers: readonly OfficerAt[]
  readonly rejected: Rejected | undefined
}

export function caseTypePage(props: CaseTypeProps): Screen {
  const { type } = props
  const { caseTypes } = text
  const action = `${caseTypesHref}/${type?.id ?? 'ny'}`
  return {
    title: type?.name ?? caseTypes.new,
    section: 'register',
    width: 'reading',
    body: html`${pageHead({
      title: type?.name ?? caseTypes.new,
      over: caseTypes.title,
      ...(type !== null && { status: useStatus(type.isActive) }),
    })}${primaryForm({
      action,
      label: type === null ? caseTypes.add : text.save,
      fields: fields({ ...props, rejected: rejectionOf(props.rejected, action) }),
    })}${type !== null && useForm({ action: `${action}/bruk`, isActive: type.isActive, words: caseTypes })}`,
  }
}

function fields(props: CaseTypeProps): Html {
  const { type, rejected } = props
  const { caseTypes } = text
  return html`${field({ name: 'name', label: caseTypes.name, value: type?.name, maxLength: 100, width: 'l', required: true, rejected })}${field(
    {
      name: 'title',
      label: caseTypes.template,
      help: caseTypes.templateHelp,
      value: type?.title,
      maxLength: 300,
      width: 'full',
      required: true,
      rejected,
    },
  )}${choiceFields(props)}${field({
    name: 'recordTitle',
    label: caseTypes.recordTitle,
    help: caseTypes.recordTitleHelp,
    value: type?.recordTitle,
    maxLength: 300,
    width: 'full',
    required: false,
    rejected,
  })}`
}

function choiceFields({ type, classes, officers, rejected }: CaseTypeProps): Html {
  const { caseTypes } = text
  return html`${select({
    name: 'classId',
    label: caseTypes.class,
    choices: classes.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
    value: type?.classId,
    empty: caseTypes.noClass,
    rejected,
  })}${select({
    name: 'officerId',
    label: caseTypes.officer,
    choices: officers.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
    value: type?.officerId,
    empty: text.nobodyYet,
    rejected,
  })}${radios({
    name: 'direction',
    label: caseTypes.direction,
    choices: directions.map((value) => ({ value, label: caseTypes.directions[value] })),
    value: type?.direction ?? 'in',
    inline: true,
    rejected,
  })}`
}
