/** What the pages of delegation share: the head, which board, and the three parts. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  capital,
  chips,
  emptyState,
  pageHead,
  status,
  tabs,
  type Screen,
  type StatusKind,
} from '../../../kernel/ui/index.ts'
import type { Body } from '../../organisation/index.ts'
import type { DelegatedDecision, Standing } from '../model.ts'
import { text } from '../text.ts'

export type Part = 'decisions' | 'scheme' | 'minutes'

const hrefs: Readonly<Record<Part, string>> = {
  decisions: '/delegation',
  scheme: '/delegation/ordning',
  minutes: '/delegation/sarskilt-protokoll',
}

export type PartFrame = {
  readonly part: Part
  readonly boards: readonly Body[]
  readonly board: Body
  readonly body: Html
  readonly title?: string
  readonly lead?: string
  readonly actions?: Html
}

export function partHref(part: Part, bodyId: string): string {
  return `${hrefs[part]}?organ=${bodyId}`
}

/** One part of a board's delegation, as a page. */
export function partScreen({ part, boards, board, body, title, lead, actions }: PartFrame): Screen {
  const parts = (['decisions', 'scheme', 'minutes'] as const).map((each) => ({
    label: text.parts[each],
    href: partHref(each, board.id),
    current: each === part,
  }))
  const each = boards.map(({ id, name }) => ({
    label: capital(name),
    href: partHref(part, id),
    current: id === board.id,
  }))
  return {
    title: title ?? text.title,
    section: 'delegation',
    body: html`${pageHead({
      title: title ?? text.title,
      over: capital(board.name),
      lead: lead ?? text.lead,
      ...(actions !== undefined && { actions }),
    })}${boards.length > 1 && chips(each, text.boards)}${tabs(parts, text.parts.label)}${body}`,
  }
}

/** For somebody who serves at no board. */
export function noBoardScreen(): Screen {
  return {
    title: text.title,
    section: 'delegation',
    body: html`${pageHead({ title: text.title, lead: text.lead })}${emptyState(text.noBoard)}`,
  }
}

const kindOf: Readonly<Record<Standing, StatusKind>> = {
  unreported: 'waiting',
  placed: 'planned',
  reported: 'done',
  to_minute: 'waiting',
  minuted: 'done',
  exempt: 'done',
}

/** Where a decision stands with the board; an urgent one that nobody was told of is red. */
export function standingStatus({ standing, isUrgent }: Pick<DelegatedDecision, 'standing' | 'isUrgent'>): Html {
  const isWrong = isUrgent && standing === 'unreported'
  return status(isWrong ? 'late' : kindOf[standing], text.standing[standing])
}
