/** The ledger in plain words. */

import { html, type Html } from '../../../kernel/html.ts'
import { capital, dateTimeText, dayText, disclosure, notice, section, table } from '../../../kernel/ui/index.ts'
import type { ChainFault, LedgerEntry, LedgerWords } from '../model.ts'
import { text } from '../text.ts'

/** What an entry says, without who and when. */
export function sayEntry(entry: LedgerEntry, words: readonly LedgerWords[]): string {
  const known = words.find(({ event }) => event === entry.event)
  return capital(known === undefined ? text.history.something(entry.event) : known.say(entry.facts))
}

export function historyList(entries: readonly LedgerEntry[], words: readonly LedgerWords[]): Html {
  return html`<ul class="k-plain-list">${entries.map(
    (entry) => html`<li>${sayEntry(entry, words)}<br><small>${entry.actor} · ${dateTimeText(entry.at)}</small></li>`,
  )}</ul>`
}

export type HistoryProps = {
  readonly entries: readonly LedgerEntry[]
  readonly words: readonly LedgerWords[]
  readonly faults: readonly ChainFault[]
  /** Something in the case is marked, and the history kept from the reader. */
  readonly isWithheld: boolean
}

/** Everything that has happened in the case, and whether the chain holds. */
export function historyBody({ entries, words, faults, isWithheld }: HistoryProps): Html {
  const { history } = text
  if (isWithheld) return section({ title: history.title, body: notice('info', text.secrecy.historyWithheld) })
  const [fault] = faults
  return section({
    title: history.title,
    count: entries.length,
    body: html`<p>${history.lead}</p>${fault !== undefined && notice('danger', history.broken(fault.seq))}${table({
      caption: history.caption,
      columns: [
        { key: 'when', head: history.when },
        { key: 'who', head: history.who },
        { key: 'what', head: history.what },
      ],
      rows: entries.map((entry) => ({
        id: `rad-${entry.seq}`,
        cells: { when: dateTimeText(entry.at), who: entry.actor, what: sayEntry(entry, words) },
      })),
      empty: html`<p>${text.overview.calmTitle}</p>`,
    })}${disclosure({
      summary: history.proof,
      body: html`<p>${history.proofText}</p>${fault === undefined && html`<p>${history.whole}</p>`}`,
    })}`,
  })
}

type Facts = Readonly<Record<string, unknown>>

function said(facts: Facts, key: string): string {
  const value = facts[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** What was, or what came of it. */
export function side(facts: Facts, key: 'from' | 'to' | 'other'): Facts {
  const value = facts[key]
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function sayRegistered(facts: Facts): string {
  const [title, party] = [said(facts, 'title'), said(facts, 'party')]
  if (facts['direction'] === 'in') return text.history.cameIn(title, party)
  return facts['direction'] === 'out' ? text.history.wentOut(title, party) : text.history.drewUp(title)
}

function sayEdited(facts: Facts): string {
  const title = said(side(facts, 'to'), 'title')
  return title !== '' && title !== said(side(facts, 'from'), 'title')
    ? text.history.retitled(title)
    : text.history.edited
}

function sayDue(facts: Facts): string {
  const [day, source] = [said(facts, 'dueOn'), said(facts, 'dueSource')]
  if (day === '') return text.history.dueTaken
  return source === '' ? text.history.dueAlone(dayText(day)) : text.history.due(dayText(day), source)
}

function sayClosed(facts: Facts): string {
  const reason = said(facts, 'reason')
  return reason === '' ? text.history.closed : text.history.closedBecause(reason)
}

function sayFile(facts: Facts): string {
  const name = said(facts, 'name')
  const version = Number(facts['version'])
  return version > 1 ? text.history.versionAdded(name, version) : text.history.fileAdded(name)
}

function sayMarkingChanged(facts: Facts): string {
  const { history } = text.secrecy
  const [number, why] = [said(facts, 'number'), said(facts, 'reason')]
  const [from, to] = [said(side(facts, 'from'), 'provision'), said(side(facts, 'to'), 'provision')]
  if (number === '') return history.caseChanged(from, to, why)
  return from === to ? history.recordShown(number, to, why) : history.recordChanged(number, from, to, why)
}

/** How the registry's own events read. */
export const ledgerWords: readonly LedgerWords[] = [
  { event: 'case.opened', say: (facts) => text.history.opened(said(facts, 'referenceNumber')) },
  { event: 'case.edited', say: sayEdited },
  { event: 'case.assigned', say: (facts) => text.history.assigned(said(facts, 'officerName')) },
  { event: 'case.due-set', say: sayDue },
  { event: 'case.linked', say: (facts) => text.history.linked(said(facts, 'referenceNumber')) },
  { event: 'case.closed', say: sayClosed },
  { event: 'case.reopened', say: (facts) => text.history.reopened(said(facts, 'reason')) },
  { event: 'record.registered', say: sayRegistered },
  { event: 'record.file-added', say: sayFile },
  {
    event: 'record.marked',
    say: (facts) => text.secrecy.history.recordMarked(said(facts, 'number'), said(facts, 'provision')),
  },
  { event: 'record.marking-changed', say: sayMarkingChanged },
  { event: 'case.marking-changed', say: sayMarkingChanged },
  {
    event: 'record.marking-lifted',
    say: (facts) => text.secrecy.history.recordLifted(said(facts, 'number'), said(facts, 'why')),
  },
  { event: 'case.marked', say: (facts) => text.secrecy.history.caseMarked(said(facts, 'provision')) },
  { event: 'case.marking-lifted', say: (facts) => text.secrecy.history.caseLifted(said(facts, 'why')) },
  {
    event: 'case.access-granted',
    say: (facts) => text.secrecy.history.granted(said(facts, 'personName'), said(facts, 'reason')),
  },
  { event: 'case.access-revoked', say: (facts) => text.secrecy.history.revoked(said(facts, 'personName')) },
]
