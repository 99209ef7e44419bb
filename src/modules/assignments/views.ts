/** The list of assignments, one assignment, and the form that registers one. */

import { html, type Html } from '../../kernel/html.ts'
import {
  button,
  capital,
  checkboxes,
  chips,
  dateField,
  dateText,
  emptyState,
  facts,
  field,
  fileField,
  linkButton,
  pageHead,
  rejectionOf,
  section,
  select,
  status,
  table,
  textArea,
  type Rejected,
  type Screen,
  type StatusKind,
} from '../../kernel/ui/index.ts'
import type { Body } from '../organisation/index.ts'
import { recordHref } from '../registry/index.ts'
import type { Assignment } from './model.ts'
import { text } from './text.ts'

type List = {
  readonly assignments: readonly Assignment[]
  readonly isAll: boolean
  readonly mayRegister: boolean
  readonly more: string | undefined
  readonly today: string
}

export function listPage(list: List): Screen {
  const action = list.mayRegister && linkButton({ label: text.new, href: '/uppdrag/nytt', icon: 'plus' })
  const filters = [
    { label: text.open, href: '/uppdrag', current: !list.isAll },
    { label: text.all, href: '/uppdrag?visa=alla', current: list.isAll },
  ]
  return {
    title: text.title,
    section: 'assignments',
    body: html`${pageHead({ title: text.title, lead: text.lead, ...(action !== false && { actions: action }) })}${chips(
      filters,
      text.filter,
    )}${assignmentTable(list)}`,
  }
}

function assignmentTable({ assignments, more, mayRegister, today }: List): Html {
  const register = linkButton({ label: text.new, href: '/uppdrag/nytt', kind: 'secondary' })
  return table({
    caption: text.title,
    columns: [
      { key: 'title', head: text.column.title },
      { key: 'giver', head: text.column.giver },
      { key: 'lead', head: text.column.lead },
      { key: 'due', head: text.column.due },
      { key: 'state', head: text.column.state },
      { key: 'case', head: text.column.case },
    ],
    rows: assignments.map((one) => ({
      href: `/uppdrag/${one.id}`,
      cells: {
        title: one.title,
        giver: capital(one.source === null ? one.giverName : `${one.giverName}, ${one.source}`),
        lead: capital(one.receivers.find((receiver) => receiver.isLead)?.name ?? ''),
        due: one.dueOn === null ? null : dateText(one.dueOn, today),
        state: stateView(one),
        case: html`<span class="k-number">${one.referenceNumber}</span>`,
      },
    })),
    empty: emptyState({ ...text.empty, ...(mayRegister && { action: register }) }),
    more,
  })
}

const statusOf: Readonly<Record<Assignment['state'], StatusKind>> = { open: 'now', reported: 'waiting', closed: 'done' }

function stateView({ state }: Assignment): Html {
  return status(statusOf[state], text.state[state])
}

export function assignmentPage(assignment: Assignment, today: string, next: readonly Html[]): Screen {
  return {
    title: assignment.title,
    section: 'assignments',
    width: 'reading',
    body: html`${pageHead({
      title: assignment.title,
      over: html`<a href="/uppdrag">${text.title}</a>`,
      status: stateView(assignment),
      actions: linkButton({
        label: text.toCase(assignment.referenceNumber),
        href: `/arenden/${assignment.referenceNumber}`,
      }),
    })}
      ${facts([
        { term: text.fact.giver, value: capital(assignment.giverName) },
        { term: text.fact.decidedOn, value: dateText(assignment.decidedOn, today) },
        { term: text.fact.source, value: assignment.source },
        { term: text.fact.due, value: assignment.dueOn === null ? null : dateText(assignment.dueOn, today) },
        {
          term: text.fact.record,
          value: html`<a href="${recordHref({ id: assignment.recordId })}">${assignment.title}</a>`,
        },
      ])}
      ${section({
        title: text.field.text,
        body: assignment.text.split(/\n{2,}/).map((part) => html`<p>${part}</p>`),
      })}
      ${section({
        title: text.fact.receivers,
        body: html`<ul>
          ${assignment.receivers.map(({ name, isLead }) => html`<li>${name}${isLead && ` (${text.leads})`}</li>`)}
        </ul>`,
      })}
      ${next}`,
  }
}

type NewPage = {
  readonly givers: readonly Body[]
  readonly leads: readonly Body[]
  readonly receivers: readonly Body[]
  readonly rejected: Rejected | undefined
  readonly today: string
}

export function newPage(props: NewPage): Screen {
  const action = '/uppdrag/nytt'
  return {
    title: text.newTitle,
    section: 'assignments',
    width: 'reading',
    body: html`${pageHead({ title: text.newTitle, lead: text.newLead })}
      <form class="k-form" method="post" action="${action}" enctype="multipart/form-data">
        ${fields({ ...props, rejected: rejectionOf(props.rejected, action) })}${button({ label: text.new })}
      </form>`,
  }
}

function fields({ givers, leads, receivers, rejected, today }: NewPage): Html {
  const choices = (bodies: readonly Body[]) => bodies.map((body) => ({ value: body.id, label: body.name }))
  const only = leads.length === 1 ? leads[0]?.id : null
  return html`${select({ name: 'giverId', label: text.field.giver, choices: choices(givers), required: true, rejected })}
  ${dateField({ name: 'decidedOn', label: text.field.decidedOn, required: true, max: today, rejected })}
  ${field({ name: 'source', label: text.field.source, help: text.field.sourceHelp, required: false, rejected })}
  ${field({ name: 'title', label: text.field.title, required: true, maxLength: 300, width: 'full', rejected })}
  ${textArea({ name: 'text', label: text.field.text, help: text.field.textHelp, required: true, rows: 6, rejected })}
  ${select({
    name: 'leadId',
    label: text.field.lead,
    help: text.field.leadHelp,
    choices: choices(leads),
    value: only ?? null,
    required: true,
    rejected,
  })}
  ${checkboxes({
    name: 'receiverIds[]',
    label: text.field.receivers,
    choices: choices(receivers),
    required: false,
    rejected,
  })}
  ${dateField({ name: 'dueOn', label: text.field.dueOn, required: false, rejected })}
  ${fileField({
    name: 'files[]',
    label: text.field.files,
    help: text.field.filesHelp,
    required: false,
    multiple: true,
    rejected,
  })}`
}
