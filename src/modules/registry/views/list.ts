import { html, type Html } from '../../../kernel/html.ts'
import {
  chips,
  dateOnly,
  dateText,
  disclosure,
  emptyState,
  linkButton,
  pageHead,
  status,
  table,
  type Chip,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { caseHref, caseKinds, type Case, type CaseKind } from '../model.ts'
import type { CasePage } from '../queries.ts'
import { text } from '../text.ts'
import { secretTag } from './secrecy.ts'

/** The choices as they stand in the address. */
export type ListChoices = {
  readonly lage: 'oppna' | 'avslutade' | 'alla'
  readonly handlaggare?: 'mina' | 'utan' | undefined
  readonly ar?: number | undefined
  readonly slag?: CaseKind | undefined
  readonly myndighet: 'egen' | 'alla'
}

export type ListProps = {
  readonly page: CasePage
  readonly choices: ListChoices
  readonly years: readonly number[]
  readonly authorityName: string | null
  readonly mayOpen: boolean
  readonly today: string
}

/** The registry of an authority: what there is, what is asked for, and the way to more. */
export function casesPage(props: ListProps): Screen {
  const { choices, authorityName } = props
  return {
    title: text.list.title,
    section: 'cases',
    body: html`${pageHead({
      title: text.list.title,
      lead: choices.myndighet === 'alla' || authorityName === null ? text.list.ofAll : text.list.of(authorityName),
      actions: html`${linkButton({ href: '/handlingar', label: text.list.journal, kind: 'secondary' })}${
        props.mayOpen && linkButton({ href: '/arenden/nytt', label: text.open.title, icon: 'plus' })
      }`,
    })}${filters(props)}${caseTable(props)}`,
  }
}

/** The same address with some choices changed; what is the ordinary choice is left out. */
function address(choices: ListChoices, change: Partial<ListChoices> & { efter?: string }, path = '/arenden'): string {
  const all = { ...choices, ...change }
  const query = new URLSearchParams()
  if (all.lage !== 'oppna') query.set('lage', all.lage)
  if (all.handlaggare !== undefined) query.set('handlaggare', all.handlaggare)
  if (all.ar !== undefined) query.set('ar', String(all.ar))
  if (all.slag !== undefined) query.set('slag', all.slag)
  if (all.myndighet !== 'egen') query.set('myndighet', all.myndighet)
  if (all.efter !== undefined) query.set('efter', all.efter)
  return query.size === 0 ? path : `${path}?${query.toString()}`
}

/** One choice as a chip: current when it is what stands in the address. */
function chipsFor(choices: ListChoices) {
  return <K extends keyof ListChoices>(key: K, value: ListChoices[K], label: string): Chip => ({
    label,
    href: address(choices, { [key]: value }),
    current: choices[key] === value,
  })
}

function filters({ choices, years, authorityName }: ListProps): Html {
  const chip = chipsFor(choices)
  const { list } = text
  const states = [
    chip('lage', 'oppna', list.open),
    chip('lage', 'avslutade', list.closed),
    chip('lage', 'alla', list.all),
  ]
  const officers = [
    chip('handlaggare', undefined, list.anybody),
    chip('handlaggare', 'mina', list.mine),
    chip('handlaggare', 'utan', list.nobody),
  ]
  const kinds = [
    chip('slag', undefined, list.everyKind),
    ...caseKinds.map((kind) => chip('slag', kind, text.kinds[kind])),
  ]
  const ofYears = [
    chip('ar', undefined, list.everyYear),
    ...years.slice(0, 8).map((year) => chip('ar', year, String(year))),
  ]
  const authorities = [chip('myndighet', 'egen', authorityName ?? ''), chip('myndighet', 'alla', list.every)]
  const more = html`${chips(kinds, list.kindFilter)}${years.length > 1 && chips(ofYears, list.yearFilter)}${
    authorityName !== null && chips(authorities, list.authorityFilter)
  }`
  const isChosen = choices.slag !== undefined || choices.ar !== undefined || choices.myndighet === 'alla'
  return html`${chips(states, list.stateFilter)}${chips(officers, list.officerFilter)}${disclosure({
    summary: list.moreFilters,
    body: more,
    open: isChosen,
  })}`
}

function caseTable(props: ListProps) {
  const { page, choices, today } = props
  return table({
    caption: text.list.title,
    columns: [
      { key: 'number', head: text.list.number },
      { key: 'title', head: text.list.caseTitle },
      ...(choices.myndighet === 'alla' ? [{ key: 'authority' as const, head: text.list.authority }] : []),
      { key: 'officer', head: text.list.officer },
      { key: 'opened', head: text.list.opened },
      { key: 'due', head: text.list.due },
      { key: 'state', head: text.list.state },
    ],
    rows: page.cases.map((theCase) => caseRow(theCase, today)),
    empty: empty(props),
    more: page.next === null ? undefined : address(choices, { efter: page.next }),
    csv: address(choices, {}, '/arenden.csv'),
  })
}

function caseRow(theCase: Case, today: string) {
  const isLate = theCase.state === 'open' && theCase.dueOn !== null && theCase.dueOn < today
  return {
    href: caseHref(theCase),
    ...(isLate && { tone: 'late' as const }),
    cells: {
      number: html`<span class="k-number">${theCase.referenceNumber}</span>`,
      title: html`${theCase.title} ${theCase.isSecret && secretTag(null)}`,
      authority: theCase.authorityName,
      officer: theCase.officerName ?? text.overview.nobody,
      opened: dateOnly(theCase.openedOn),
      due:
        theCase.dueOn !== null && (theCase.state === 'open' ? dateText(theCase.dueOn, today) : dateOnly(theCase.dueOn)),
      state: isLate ? status('late') : status(theCase.state === 'open' ? 'now' : 'done', text.states[theCase.state]),
    },
  }
}

function empty({ mayOpen, choices }: ListProps) {
  const action = mayOpen
    ? linkButton({ href: '/arenden/nytt', label: text.open.title, kind: 'secondary', icon: 'plus' })
    : linkButton({
        href: address(choices, { lage: 'alla', handlaggare: undefined, ar: undefined, slag: undefined }),
        label: text.list.show,
        kind: 'secondary',
      })
  return emptyState({ title: text.list.emptyTitle, text: text.list.empty, action })
}
