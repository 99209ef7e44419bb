/** The history of a draft: its versions in sessions, what differs between two of them, and the way back to one. */

import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  button,
  clockText,
  dateOnly,
  dateTimeText,
  dayText,
  emptyState,
  linkButton,
  pageHead,
  primaryForm,
  section,
  select,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { ChangedPart } from '../model/difference.ts'
import type { Draft } from '../model/draft.ts'
import { sessionsOf, type KeptVersion, type Session } from '../model/history.ts'
import { differenceList } from './difference.ts'
import { historyText as words } from './history-text.ts'
import { draftHref, tabOf } from './parts.ts'
import { text } from './text.ts'

export type HistoryProps = {
  readonly theCase: Case
  readonly draft: Draft
  readonly versions: readonly KeptVersion[]
  readonly compared: { readonly from: number; readonly to: number; readonly parts: readonly ChangedPart[] } | null
  readonly mayRestore: boolean
}

export function historyHref(draft: Pick<Draft, 'id'>): string {
  return `${draftHref(draft)}/historik`
}

export function historyPage(props: HistoryProps): Screen {
  const { theCase, draft, versions } = props
  const kind = draft.kind === 'memo' ? text.memo : text.statement
  const back = {
    href: caseHref(theCase, tabOf[draft.kind]),
    label: words.back,
    kind: 'tertiary',
    icon: 'arrowLeft',
  } as const
  return {
    title: `${words.title(kind)}: ${theCase.title}`,
    section: 'cases',
    body: html`${pageHead({
      title: words.title(kind),
      number: theCase.referenceNumber,
      over: theCase.title,
      actions: linkButton(back),
    })}
    <p>${words.lead}</p>
    ${versions.length < 2 ? emptyState({ title: words.onlyOne, text: words.onlyOneHelp, icon: 'fileText' }) : compareForm(props)}
    ${difference(props)}
    ${section({ title: words.versions, body: html`${sessionsOf(versions).map((one) => session(one, props))}` })}`,
  }
}

function nameOf(version: number, { draft }: HistoryProps): string {
  return version === draft.version ? words.now(version) : words.version(version)
}

/** A plain form that asks for the page again: works without JavaScript, and the address can be sent to a colleague. */
function compareForm(props: HistoryProps): Html {
  const { draft, versions, compared } = props
  const choices = versions.map(({ version, savedAt }) => ({
    value: String(version),
    label: `${nameOf(version, props)}, ${dateTimeWords(savedAt)}`,
  }))
  return html`<form class="k-form k-compare" method="get" action="${historyHref(draft)}">
    ${select({ name: 'from', label: words.from, choices, value: String(compared?.from ?? '') })}
    ${select({ name: 'to', label: words.to, choices, value: String(compared?.to ?? '') })}
    <div class="k-actions">${button({ label: words.compare })}</div>
  </form>`
}

function dateTimeWords(instant: Date): string {
  return `${dayText(swedishDay(instant))} ${clockText(instant.toISOString())}`
}

function difference(props: HistoryProps): Html | false {
  const { compared } = props
  if (compared === null) return false
  const { from, to, parts } = compared
  return section({
    title: words.difference(nameOf(from, props), nameOf(to, props)),
    body: parts.length === 0 ? html`<p>${words.same}</p>` : differenceList(parts),
  })
}

function session({ from, to, writers, versions }: Session, props: HistoryProps): Html {
  const [first, last] = [clockText(from.toISOString()), clockText(to.toISOString())]
  return html`<section class="k-session">
    <h3>${dateOnly(swedishDay(from))}, ${first === last ? first : `${first}–${last}`}</h3>
    <p class="k-help">${words.by(writers.join(', '))}</p>
    <ul class="k-plain-list">${versions.map((version) => html`<li>${versionRow(version, props)}</li>`)}</ul>
  </section>`
}

function versionRow({ version, savedAt, savedByName }: KeptVersion, props: HistoryProps): Html {
  const { draft, mayRestore } = props
  const isNow = version === draft.version
  const own = historyHref(draft)
  return html`<div class="k-version">
    <p><strong>${nameOf(version, props)}</strong> ${dateTimeText(savedAt)} ${savedByName}</p>
    <div class="k-actions">
      <a href="${draftHref(draft)}${isNow ? '' : `?version=${version}`}">${words.show}<span class="k-hidden"> ${words.version(version)}</span></a>
      ${!isNow && html`<a href="${own}?from=${version}&to=${draft.version}">${words.withNow}<span class="k-hidden"> ${words.version(version)}</span></a>`}
      ${!isNow && mayRestore && restoreForm(version, draft)}
    </div>
  </div>`
}

function restoreForm(version: number, draft: Draft): Html {
  return primaryForm({
    action: `${historyHref(draft)}/aterstall`,
    hidden: { version: String(version) },
    label: words.restoreWhich(version),
    kind: 'tertiary',
    confirm: words.confirm(version),
  })
}
