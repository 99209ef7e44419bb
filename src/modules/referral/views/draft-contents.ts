/** What a draft asks, about what, and whom: three sections of its page, each with its own form. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkboxes,
  disclosure,
  emptyState,
  field,
  hiddenFields,
  linkButton,
  rejectionOf,
  section,
  select,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { questionKinds } from '../../drafting/index.ts'
import type { Body } from '../../organisation/index.ts'
import { caseHref } from '../../registry/index.ts'
import type { Question } from '../model.ts'
import { text } from '../text.ts'
import type { DraftProps } from './draft.ts'

export function questionsSection({ round, rejected }: DraftProps): Html {
  const t = text.draft
  const action = `/remisser/${round.id}/fragor`
  const back = rejectionOf(rejected, action)
  return section({
    title: t.questions,
    id: 'fragor',
    count: round.questions.length,
    body: html`
      ${round.questions.length === 0 && html`<p class="k-quiet">${t.noQuestions}</p>`}
      <ol class="k-plain-list">
        ${round.questions.map((question) => html`<li>${oneQuestion(question, { action, rejected })}</li>`)}
      </ol>
      ${disclosure({
        summary: t.addQuestion,
        open: round.questions.length === 0 || back !== undefined,
        body: html`<form class="k-form" method="post" action="${action}">
          ${questionFields({ prefix: 'ny', rejected: back })}${button({ label: t.addQuestion, kind: 'secondary' })}
        </form>`,
      })}
    `,
  })
}

type OneQuestion = { readonly action: string; readonly rejected: Rejected | undefined }

function oneQuestion(question: Question, { action, rejected }: OneQuestion): Html {
  const t = text.draft
  const own = `${action}/${question.id}`
  const back = rejectionOf(rejected, own)
  return html`
    <p><strong>${question.number}. ${question.text}</strong></p>
    <p class="k-quiet">${t.kinds[question.kind]}${question.help !== null && ` · ${question.help}`}</p>
    ${disclosure({
      summary: html`${t.changeQuestion} <span class="k-hidden">${t.questionNumber(question.number)}</span>`,
      open: back !== undefined,
      body: html`
        <form class="k-form" method="post" action="${own}">
          ${questionFields({ prefix: question.id, question, rejected: back })}${button({ label: t.save, kind: 'secondary' })}
        </form>
        <div class="k-actions">
          ${smallForm({ action: `${own}/flytta`, label: t.up, hidden: { direction: 'up' } })}
          ${smallForm({ action: `${own}/flytta`, label: t.down, hidden: { direction: 'down' } })}
          ${smallForm({ action: `${own}/ta-bort`, label: t.remove, hidden: {} })}
        </div>
      `,
    })}
  `
}

function smallForm(about: { action: string; label: string; hidden: Readonly<Record<string, string>> }): Html {
  return html`<form method="post" action="${about.action}">
    ${hiddenFields(about.hidden)}${button({ label: about.label, kind: 'tertiary', small: true })}
  </form>`
}

type QuestionFields = { readonly prefix: string; readonly question?: Question; readonly rejected: Rejected | undefined }

function questionFields({ prefix, question, rejected }: QuestionFields): Html {
  const t = text.draft
  const id = (name: string) => `fraga-${prefix}-${name}`
  return html`
    ${textArea({ name: 'text', id: id('text'), label: t.question, value: question?.text, rows: 3, maxLength: 2000, rejected })}
    ${select({
      name: 'kind',
      id: id('kind'),
      label: t.kind,
      value: question?.kind ?? 'text',
      empty: false,
      choices: questionKinds.map((kind) => ({ value: kind, label: t.kinds[kind] })),
      rejected,
    })}
    ${field({ name: 'help', id: id('help'), label: t.help, value: question?.help, required: false, width: 'full', rejected })}
  `
}

export function documentsSection({ round, records, rejected }: DraftProps): Html {
  const t = text.draft
  const action = `/remisser/${round.id}/handlingar`
  const chosen = round.documents.map(({ recordId }) => recordId)
  const form = html`<form class="k-form" method="post" action="${action}">
    ${checkboxes({
      name: 'recordIds[]',
      label: t.documents,
      help: t.documentsHelp,
      values: chosen,
      choices: records.map(({ id, title, datedOn }) => ({
        value: id,
        label: title.includes(datedOn) ? title : `${title}, ${datedOn}`,
      })),
      rejected: rejectionOf(rejected, action),
    })}
    ${button({ label: t.saveDocuments, kind: 'secondary' })}
  </form>`
  const nothing = emptyState({
    title: t.documents,
    text: t.noRecords,
    action: linkButton({ href: caseHref(round, 'handlingar'), label: t.toRecords, kind: 'secondary' }),
  })
  return section({
    title: t.documents,
    id: 'handlingar',
    count: chosen.length,
    body: records.length === 0 ? nothing : form,
  })
}

const groupsOfKinds = {
  boards: ['executive_board', 'board'],
  administrations: ['administration'],
  companies: ['company'],
  external: ['external'],
} as const satisfies Readonly<Record<string, readonly Body['kind'][]>>

export function recipientsSection({ round, recipients, askable, rejected }: DraftProps): Html {
  const t = text.draft
  const action = `/remisser/${round.id}/instanser`
  const back = rejectionOf(rejected, action)
  const asked = recipients.map(({ bodyId }) => bodyId)
  const { boards, administrations, companies, external } = groupsOfKinds
  const group = (label: string, kinds: readonly Body['kind'][], help?: string) =>
    bodyChoices(
      askable.filter(({ kind }) => kinds.includes(kind)),
      { label, help, asked, rejected: back },
    )
  return section({
    title: t.recipients,
    id: 'instanser',
    count: asked.length,
    body: html`<form class="k-form" method="post" action="${action}">
      <p class="k-quiet">${t.recipientsHelp}</p>
      ${wholeGroups(askable, back)}
      ${group(t.kindsOfBody.boards, boards)}
      ${group(t.kindsOfBody.administrations, administrations, t.kindsOfBody.administrationsHelp)}
      ${group(t.kindsOfBody.companies, companies, t.kindsOfBody.companiesHelp)}
      ${group(t.kindsOfBody.external, external)}
      ${button({ label: t.saveRecipients, kind: 'secondary' })}
    </form>`,
  })
}

function wholeGroups(askable: readonly Body[], rejected: Rejected | undefined): Html {
  const count = (kind: Body['kind']) => askable.filter((body) => body.kind === kind).length
  const { allOf, groups } = text.draft
  return checkboxes({
    name: 'groups[]',
    label: groups,
    inline: true,
    choices: [
      { value: 'boards', label: allOf.boards(count('board')) },
      { value: 'companies', label: allOf.companies(count('company')) },
    ],
    rejected,
  })
}

type BodyChoices = {
  readonly label: string
  readonly help: string | undefined
  readonly asked: readonly string[]
  readonly rejected: Rejected | undefined
}

function bodyChoices(bodies: readonly Body[], { label, help, asked, rejected }: BodyChoices): Html {
  const [first] = bodies
  if (first === undefined) return html``
  return checkboxes({
    name: 'bodyIds[]',
    id: `instans-${first.id}`,
    label,
    values: asked,
    choices: bodies.map(({ id, name }) => ({ value: id, label: name })),
    rejected,
    ...(help !== undefined && { help }),
  })
}
