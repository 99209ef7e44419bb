/** Kedja och ersättare: who approves at an authority, in which order, and who answers for one who is away. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkboxes,
  dateField,
  dateOnly,
  emptyState,
  field,
  hiddenFields,
  linkButton,
  pageHead,
  rejectionOf,
  section,
  select,
  status,
  table,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Authority } from '../../organisation/index.ts'
import { mostSteps, type Absence, type ChainRole } from '../model/chain.ts'
import { chainText } from './chain-text.ts'
import { group, rows } from './fields.ts'
import type { HeadChoice } from './parts.ts'

export type ChainProps = {
  readonly authority: Authority
  readonly chain: readonly ChainRole[]
  readonly absences: readonly Absence[]
  readonly heads: readonly HeadChoice[]
  readonly maySave: boolean
  /** The head who looks at the page: one who keeps no chain speaks only for themselves. */
  readonly personId: string
  readonly isHead: boolean
  readonly today: string
  readonly rejected: Rejected | undefined
}

export const chainPath = '/godkannanden/kedja'
const awayPath = '/godkannanden/franvaro'

export function chainPage(props: ChainProps): Screen {
  const { authority, maySave, isHead } = props
  return {
    title: chainText.title,
    section: maySave && !isHead ? 'chain' : 'approvals',
    body: html`${pageHead({
      title: chainText.title,
      lead: chainText.lead(authority.name),
      ...(isHead && {
        actions: linkButton({
          href: '/godkannanden',
          label: chainText.toApprovals,
          kind: 'tertiary',
          icon: 'arrowLeft',
        }),
      }),
    })}
    ${section({ title: chainText.away, body: html`<p class="k-help">${chainText.awayHelp}</p>${absenceTable(props)}${absenceForm(props)}` })}
    ${section({ title: chainText.chain, body: maySave ? chainForm(props) : chainList(props) })}`,
  }
}

function chainList({ chain, heads }: ChainProps): Html {
  if (chain.length === 0) return html`<p>${chainText.noChain}</p>`
  const nameOf = (id: string) => heads.find((head) => head.id === id)?.name ?? ''
  return html`<ul>
    ${chain.map(({ name, step, holders }) => html`<li>${chainText.inStep(step)}: ${name} (${holders.map(nameOf).join(', ')})</li>`)}
  </ul>`
}

function chainForm(props: ChainProps): Html {
  const { authority, chain } = props
  const rejected = rejectionOf(props.rejected, chainPath)
  const sent = Object.keys(rejected?.values ?? {}).filter((name) => /^roles\.\d+\.name$/.test(name)).length
  const lastStep = Math.max(0, ...chain.map(({ step }) => step))
  return html`<p class="k-help">${chainText.chainHelp}</p>
  ${chain.length === 0 && html`<p>${chainText.noChain}</p>`}
  <form class="k-form" method="post" action="${chainPath}">
    ${hiddenFields({ authorityId: authority.id })}
    ${rows({
      name: 'roles',
      count: Math.max(chain.length + 1, sent),
      add: { label: chainText.addRole, next: 'kedjan' },
      row: (at, number) =>
        group({
          legend: chainText.role(number),
          body: roleFields(at, props, { step: Math.min(lastStep + 1, mostSteps), rejected }),
        }),
    })}
    ${button({ label: chainText.save })}
  </form>`
}

function roleFields(
  at: number | '{at}',
  { chain, heads }: ChainProps,
  { step, rejected }: { step: number; rejected: Rejected | undefined },
): Html {
  const role = at === '{at}' ? undefined : chain[at]
  const own = (part: string) => ({ name: `roles.${at}.${part}`, id: `falt-roles-${at}-${part}`, rejected })
  const error = rejected?.fields[`roles.${at}.holders`]
  return html`${field({ ...own('name'), label: chainText.name, help: chainText.nameHelp, value: role?.name, width: 'l', required: false })}
  ${select({ ...own('step'), label: chainText.step, help: chainText.stepHelp, choices: stepChoices(), value: String(role?.step ?? step), empty: false, width: 's' })}
  ${checkboxes({
    ...own('holders'),
    name: `roles.${at}.holders[]`,
    label: chainText.holders,
    choices: heads.map(headChoice),
    values: role?.holders ?? [],
    ...(error !== undefined && { error }),
  })}`
}

/** Steps to choose among, as a select has them. */
export function stepChoices(): { value: string; label: string }[] {
  return Array.from({ length: mostSteps }, (_, at) => ({ value: String(at + 1), label: chainText.inStep(at + 1) }))
}

function headChoice({ id, name, title }: HeadChoice) {
  return { value: id, label: `${name}, ${title}` }
}

function absenceTable({ absences, today, maySave, personId }: ChainProps): Html {
  return table({
    caption: chainText.away,
    columns: [
      { key: 'who', head: chainText.who },
      { key: 'substitute', head: chainText.substitute },
      { key: 'days', head: chainText.dates },
      { key: 'state', head: chainText.state },
      { key: 'end', head: chainText.end, quietHead: true },
    ],
    rows: absences.map((absence) => ({
      cells: {
        who: absence.name,
        substitute: absence.substituteName,
        days: html`${dateOnly(absence.fromOn)} – ${dateOnly(absence.toOn)}`,
        state: absence.fromOn <= today ? status('now', chainText.now) : status('planned', chainText.coming),
        end: (maySave || absence.personId === personId) && endForm(absence),
      },
    })),
    empty: emptyState({ title: chainText.nobodyAway, text: '', icon: 'success' }),
  })
}

function endForm({ id, name }: Absence): Html {
  return html`<form method="post" action="${awayPath}/${id}/avsluta">
    ${button({ label: chainText.end, kind: 'tertiary', small: true, confirm: chainText.endConfirm(name) })}
  </form>`
}

function absenceForm({ authority, heads, maySave, personId, today, ...props }: ChainProps): Html {
  const rejected = rejectionOf(props.rejected, awayPath)
  const whoMayBeAway = maySave ? heads : heads.filter(({ id }) => id === personId)
  if (heads.length < 2) return html``
  return html`<form class="k-form" method="post" action="${awayPath}">
    ${hiddenFields({ authorityId: authority.id })}
    ${select({
      name: 'personId',
      label: chainText.who,
      choices: whoMayBeAway.map(headChoice),
      value: props.isHead ? personId : null,
      ...(!maySave && { empty: false }),
      rejected,
    })}
    ${select({
      name: 'substituteId',
      label: chainText.substitute,
      choices: heads.filter(({ id }) => maySave || id !== personId).map(headChoice),
      rejected,
    })}
    ${dateField({ name: 'fromOn', label: chainText.from, min: today, rejected })}
    ${dateField({ name: 'toOn', label: chainText.to, min: today, rejected })}
    ${button({ label: chainText.arrange, kind: 'secondary' })}
  </form>`
}
