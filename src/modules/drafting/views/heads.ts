/** Godkännanden: what waits for one, for oneself and for those who are away, and what one has answered lately. */

import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  dateText,
  dateTimeText,
  dayText,
  emptyState,
  linkButton,
  pageHead,
  section,
  status,
  table,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { AnsweredItem, WaitingItem } from '../queries/waiting.ts'
import { chainText } from './chain-text.ts'
import { text } from './text.ts'

type ListProps = {
  readonly waiting: readonly WaitingItem[]
  readonly answered: readonly AnsweredItem[]
  readonly today: string
}

/** The one list of a head. */
export function approvalsPage({ waiting, answered, today }: ListProps): Screen {
  const own = waiting.filter(({ insteadOf }) => insteadOf.length === 0)
  const asDeputy = waiting.filter(({ insteadOf }) => insteadOf.length > 0)
  return {
    title: text.approvalsTitle,
    section: 'approvals',
    body: html`${pageHead({
      title: text.approvalsTitle,
      lead: text.approvalsLead,
      actions: linkButton({ href: '/godkannanden/kedja', label: chainText.toChain, kind: 'tertiary' }),
    })}
    ${waitingTable(chainText.waiting, own, today)}
    ${asDeputy.length > 0 && section({ title: chainText.deputy, count: asDeputy.length, body: waitingTable(chainText.deputy, asDeputy, today) })}
    ${answered.length > 0 && section({ title: chainText.answered, count: answered.length, body: answeredTable(answered) })}`,
  }
}

function waitingTable(caption: string, items: readonly WaitingItem[], today: string): Html {
  return table({
    caption,
    columns: [
      { key: 'title', head: text.case },
      { key: 'number', head: '', quietHead: true },
      { key: 'sent', head: text.sent },
      { key: 'due', head: text.due },
    ],
    rows: items.map((item) => ({
      href: `/godkannanden/${item.submissionId}`,
      id: item.submissionId,
      cells: {
        title: item.title,
        number: html`${item.referenceNumber}${marks(item)}`,
        sent: html`${item.submittedByName}, ${dayText(swedishDay(item.submittedAt))}`,
        due: item.dueOn !== null && dateText(item.dueOn, today),
      },
    })),
    empty: emptyState({ title: text.nothingTitle, text: text.nothing, icon: 'success' }),
  })
}

function marks({ insteadOf, isChanged }: WaitingItem): Html {
  return html`${insteadOf.length > 0 && html`, ${chainText.forWhom(insteadOf.join(', '))}`}
  ${isChanged && status('returned', chainText.changedShort)}`
}

const kindOf = { waiting: 'waiting', approved: 'done', returned: 'returned', withdrawn: 'stopped' } as const

function answeredTable(items: readonly AnsweredItem[]): Html {
  return table({
    caption: chainText.answered,
    columns: [
      { key: 'title', head: text.case },
      { key: 'number', head: '', quietHead: true },
      { key: 'answer', head: chainText.answer },
      { key: 'at', head: chainText.answeredOn },
      { key: 'state', head: chainText.outcome },
    ],
    rows: items.map((item) => ({
      href: `/godkannanden/${item.submissionId}`,
      tone: 'quiet',
      cells: {
        title: item.title,
        number: item.referenceNumber,
        answer: html`${text.answerState[item.answer]}${item.insteadOf.length > 0 && html`, ${chainText.forWhom(item.insteadOf.join(', '))}`}`,
        at: dateTimeText(item.answeredAt),
        state: status(kindOf[item.state], outcomeOf(item)),
      },
    })),
    empty: html``,
  })
}

function outcomeOf({ state, answer }: AnsweredItem): string {
  return state === 'withdrawn' && answer === 'approved' ? chainText.fallen : text.submissionState[state]
}
