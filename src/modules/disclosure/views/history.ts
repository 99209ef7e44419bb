/** The history of a request, and what the ledgers of its cases say about it, in plain words. */

import { html, type Html } from '../../../kernel/html.ts'
import { dateTimeText, dayText, disclosure } from '../../../kernel/ui/index.ts'
import type { LedgerWords } from '../../registry/index.ts'
import type { HistoryEntry } from '../model/events.ts'
import { outcomes, ways } from '../model/item.ts'
import { text } from '../text.ts'

type Facts = Readonly<Record<string, unknown>>

function word(facts: Facts, name: string): string {
  const value = facts[name]
  return typeof value === 'string' ? value : ''
}

const count = (facts: Facts, name: string) => Number(facts[name] ?? 0)

function outcomeWords(facts: Facts): string {
  const outcome = outcomes.find((each) => each === facts['outcome'])
  return text.outcome[outcome ?? 'none'].toLocaleLowerCase('sv')
}

function wayWords(facts: Facts): string {
  return text.way[ways.find((each) => each === facts['way']) ?? 'none'].toLocaleLowerCase('sv')
}

function chosen({ records }: Facts): string {
  return text.history.chosen(Array.isArray(records) ? records.join(', ') : '')
}

function tested(facts: Facts): string {
  const provision = word(facts, 'provision')
  return text.history.tested(word(facts, 'record'), outcomeWords(facts), provision === '' ? '' : `, ${provision}`)
}

const said: Readonly<Record<string, (facts: Facts) => string>> = {
  registered: () => text.history.registered,
  chosen,
  dropped: (facts) => text.history.dropped(word(facts, 'record')),
  'handed-over': (facts) => (facts['to'] === null ? text.history.tookBack : text.history.handedOver(word(facts, 'to'))),
  tested,
  masked: (facts) => text.history.masked(word(facts, 'record'), count(facts, 'file'), count(facts, 'boxes')),
  uploaded: (facts) => text.history.uploaded(word(facts, 'record'), count(facts, 'file')),
  'file-tested': (facts) => text.history.fileTested(word(facts, 'record'), count(facts, 'file'), wayWords(facts)),
  answered: (facts) => text.history.answered(count(facts, 'whole'), count(facts, 'partly'), count(facts, 'refused')),
  'decision-asked': (facts) => text.history.decisionAsked(dayText(word(facts, 'on'))),
  drafted: () => text.history.drafted,
  referred: (facts) => text.history.referred(word(facts, 'caseNumber')),
  refused: (facts) => text.history.refused(word(facts, 'caseNumber')),
  withdrawn: () => text.history.withdrawn,
}

export function historyPart(history: readonly HistoryEntry[]): Html {
  const body = html`<ol class="k-history">
    ${history
      .toReversed()
      .map(
        ({ at, actor, event, facts }) =>
          html`<li>${dateTimeText(at)} · ${actor}: ${said[event]?.(facts) ?? event}</li>`,
      )}
  </ol>`
  return disclosure({ summary: text.history.title, body })
}

export const ledgerWords: readonly LedgerWords[] = [
  {
    event: 'disclosure.given',
    say: (facts) => text.ledger.given(word(facts, 'record'), outcomeWords(facts), word(facts, 'request')),
  },
  {
    event: 'disclosure.refused',
    say: (facts) => text.ledger.refused(word(facts, 'record'), word(facts, 'request')),
  },
  { event: 'disclosure.referred', say: (facts) => text.ledger.referred(word(facts, 'request')) },
  { event: 'disclosure.decided', say: (facts) => text.ledger.decided(word(facts, 'request')) },
]
