/** The considerations: filled in beside the text, and the list that the municipality sets. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  checkbox,
  disclosure,
  emptyState,
  field,
  hiddenFields,
  linkButton,
  notice,
  pageHead,
  primaryForm,
  progress,
  radios,
  rejectionOf,
  section,
  status,
  textArea,
  type Rejected,
  type Screen,
  type StatusKind,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import {
  consideredStates,
  openAmong,
  sumOfConsidered,
  type Considered,
  type ConsideredState,
  type Consideration,
} from '../model/consideration.ts'
import { text } from '../text/considerations.ts'
import { tabOf } from './parts.ts'

export const considerationsPath = '/hansyn'
export const panelPath = 'underlag/hansyn'

export type ConsiderPanelProps = {
  readonly theCase: Case
  readonly list: readonly Consideration[]
  /** What the memo says; null while there is no memo. */
  readonly said: readonly Considered[] | null
  readonly mayWrite: boolean
  readonly maySet: boolean
  readonly rejected: Rejected | undefined
}

export function considerPanel(props: ConsiderPanelProps): Html {
  const { theCase, list, said, mayWrite, maySet } = props
  const setting =
    maySet &&
    html`<p class="k-actions">${linkButton({ href: considerationsPath, label: text.toSetting, kind: 'tertiary', small: true, icon: 'pencil' })}</p>`
  if (said === null)
    return emptyState({
      title: text.noMemo,
      text: text.noMemoText,
      icon: 'fileText',
      action: linkButton({ href: caseHref(theCase, tabOf.memo), label: text.toMemo, kind: 'secondary' }),
    })
  const done = list.length - openAmong(list, said).length
  return html`
    ${progress({ label: text.progress, done, total: list.length })}
    ${mayWrite ? html`<p class="k-help">${text.fillIn}</p>${considerForm(props, said)}` : html`<p class="k-help">${text.closed}</p>${saidList(list, said)}`}
    ${setting}
  `
}

const kindOf: Readonly<Record<ConsideredState, StatusKind>> = { open: 'planned', said: 'done', set_aside: 'stopped' }

function saidList(list: readonly Consideration[], said: readonly Considered[]): Html {
  const known = new Map(said.map((one) => [one.id, one]))
  return html`<ul class="k-plain-list">
    ${list.map(({ id, name }) => {
      const one = known.get(id)
      const state = one?.state ?? 'open'
      return html`<li><p><strong>${name}</strong> ${status(kindOf[state], text.state[state])}</p>${one !== undefined && html`<p class="k-as-written">${one.text}</p>`}</li>`
    })}
  </ul>`
}

function considerForm({ theCase, list, rejected }: ConsiderPanelProps, said: readonly Considered[]): Html {
  const action = caseHref(theCase, panelPath)
  const refused = rejectionOf(rejected, action)
  const known = new Map(said.map((one) => [one.id, one]))
  return html`<form class="k-form" method="post" action="${action}">
    ${hiddenFields({ seen: sumOfConsidered(said) })}
    ${refused !== undefined && refused.reasons.length > 0 && notice('warning', html`<p>${refused.reasons.join(' ')}</p><p><strong>${text.present}</strong></p>${saidList(list, said)}`)}
    ${list.map((one, at) => oneConsideration(one, { at, said: known.get(one.id), rejected: refused }))}
    ${button({ label: text.save, kind: 'secondary' })}
  </form>`
}

type Row = { readonly at: number; readonly said: Considered | undefined; readonly rejected: Rejected | undefined }

function oneConsideration({ id, name, help, isRequired }: Consideration, { at, said, rejected }: Row): Html {
  const field = `considered.${at}`
  const choices = consideredStates.map((value) => ({ value, label: text.state[value] }))
  return html`<fieldset class="k-consideration">
    <legend>${name} ${isRequired && html`<span class="k-quiet">(${text.requiredShort})</span>`}</legend>
    ${help !== null && html`<p class="k-help">${help}</p>`}
    ${hiddenFields({ [`${field}.considerationId`]: id })}
    ${radios({ name: `${field}.state`, label: text.stateOf(name), choices, value: said?.state ?? 'open', inline: true, rejected })}
    ${textArea({ name: `${field}.text`, label: text.words(name), value: said?.text, rows: 3, required: false, rejected })}
  </fieldset>`
}

export type ConsiderationListProps = {
  readonly authority: { readonly id: string; readonly name: string }
  readonly list: readonly Consideration[]
  /** The one that was just taken off, to take back. */
  readonly ended: Consideration | null
  /** Whether the person sets everybody's list, and the authority's own. */
  readonly may: { readonly shared: boolean; readonly own: boolean }
  readonly rejected: Rejected | undefined
}

export function considerationList(props: ConsiderationListProps): Screen {
  const { authority, list, ended, may } = props
  const shared = list.filter(({ authorityId }) => authorityId === null)
  const own = list.filter(({ authorityId }) => authorityId !== null)
  return {
    title: text.title,
    section: 'considerations',
    width: 'reading',
    body: html`
      ${pageHead({ title: text.title, over: capital(authority.name), lead: text.lead })}
      ${ended !== null && undo(ended)}
      ${section({ title: text.shared, count: shared.length, body: html`${shared.length === 0 ? noneShared(may.shared) : rows(shared, may.shared, props)} ${may.shared && shared.length > 0 && addForm(null, props)}` })}
      ${section({
        title: text.own(authority.name),
        count: own.length,
        body: html`<p class="k-help">${text.ownHelp}</p>${own.length === 0 ? html`<p class="k-quiet">${text.noneOwn}</p>` : rows(own, may.own, props)} ${may.own && addForm(authority.id, props)}`,
      })}
    `,
  }
}

function noneShared(mayBegin: boolean): Html {
  const begin = primaryForm({ action: `${considerationsPath}/borja`, label: text.beginUsual })
  return emptyState({ title: text.noneShared, text: text.noneSharedText, ...(mayBegin && { action: begin }) })
}

function undo(ended: Consideration): Html {
  const action = `${considerationsPath}/${ended.id}/angra`
  return notice(
    'success',
    html`<p>${text.ended(ended.name)}</p>${primaryForm({ action, label: text.undo, kind: 'secondary', icon: 'undo' })}`,
  )
}

function rows(list: readonly Consideration[], mayChange: boolean, props: ConsiderationListProps): Html {
  return html`<ol class="k-consideration-list">
    ${list.map((one, at) => oneRow(one, { mayChange, isFirst: at === 0, isLast: at === list.length - 1, rejected: props.rejected }))}
  </ol>`
}

type About = {
  readonly mayChange: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly rejected: Rejected | undefined
}

function oneRow(one: Consideration, { mayChange, isFirst, isLast, rejected }: About): Html {
  const { id, name, help, isRequired } = one
  return html`<li>
    <p><strong>${name}</strong> <span class="k-quiet">${isRequired ? text.requiredShort : text.notRequiredShort}</span></p>
    ${help !== null && html`<p>${help}</p>`}
    ${
      mayChange &&
      html`<div class="k-actions">
        ${!isFirst && press({ id, to: 'flytta', label: text.up, name, hidden: { direction: 'up' } })}
        ${!isLast && press({ id, to: 'flytta', label: text.down, name, hidden: { direction: 'down' } })}
        ${press({ id, to: 'ta-bort', label: text.end, name, hidden: {} })}
      </div>
      ${changeForm(one, rejected)}`
    }
  </li>`
}

type Press = {
  readonly id: string
  readonly to: string
  readonly label: string
  readonly name: string
  readonly hidden: Readonly<Record<string, string>>
}

/** A small button among several of its kind: those who hear it hear of which one. */
function press({ id, to, label, name, hidden }: Press): Html {
  return html`<form method="post" action="${considerationsPath}/${id}/${to}">${hiddenFields(hidden)}<button
      type="submit" class="ds-button" data-variant="tertiary" data-color="neutral" data-size="sm"
    >${label}<span class="k-hidden"> ${name}</span></button></form>`
}

function changeForm(one: Consideration, rejected: Rejected | undefined): Html {
  const action = `${considerationsPath}/${one.id}`
  const refused = rejectionOf(rejected, action)
  return disclosure({
    summary: html`${text.change}<span class="k-hidden"> ${one.name}</span>`,
    open: refused !== undefined,
    body: primaryForm({ action, label: text.save, kind: 'secondary', fields: fieldsOf(one, one.id, refused) }),
  })
}

function addForm(authorityId: string | null, { rejected, authority }: ConsiderationListProps): Html {
  const action = `${considerationsPath}/${authorityId === null ? 'gemensam' : 'egen'}`
  const refused = rejectionOf(rejected, action)
  return disclosure({
    summary: `${text.add}: ${authorityId === null ? text.shared : text.own(authority.name)}`,
    open: refused !== undefined,
    body: primaryForm({
      action,
      label: text.add,
      kind: 'secondary',
      ...(authorityId !== null && { hidden: { authorityId } }),
      fields: fieldsOf(null, authorityId ?? 'gemensam', refused),
    }),
  })
}

/** Several of these forms stand on the page, so the ids are each one's own. */
function fieldsOf(one: Consideration | null, key: string, rejected: Rejected | undefined): Html {
  const own = (name: string) => ({ name, id: `falt-${name}-${key}`, rejected })
  return html`${field({ ...own('name'), label: text.name, value: one?.name, width: 'l', required: true, maxLength: 120 })}
    ${field({ ...own('help'), label: text.help, value: one?.help, width: 'full', required: false, maxLength: 500 })}
    ${checkbox({ ...own('isRequired'), label: text.required, checked: one?.isRequired === true })}`
}
