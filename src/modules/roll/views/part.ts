/** On a meeting's page: the roll, who came and left, jäv, and who serves for each item. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkbox,
  checkboxes,
  disclosure,
  notice,
  primaryForm,
  radios,
  rejectionOf,
  section,
  select,
  status,
  table,
  why,
  type Choice,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import type { Meeting } from '../../meetings/index.ts'
import { groundsAt, isQuorate, neededFor, type Elected, type ItemRoll, type Serving } from '../model/serving.ts'
import type { MeetingRoll } from '../queries/roll.ts'
import { text } from '../text.ts'

export type PartProps = {
  readonly meeting: Meeting
  readonly roll: MeetingRoll
  readonly mayCall: boolean
  readonly rejected: Rejected | undefined
}

export function rollPart(props: PartProps): Html {
  const { roll, mayCall } = props
  const body = roll.isCalled
    ? html`${unlawful(props)}${servingTable(props)}${mayCall && html`${moving(props)}${recusing(props)}${disclosure({ summary: text.change, body: callForm(props), open: isBack(props) })}`}`
    : html`<p>${text.notCalled}</p>${mayCall && callForm(props)}`
  return section({
    title: text.title,
    id: 'narvaro',
    body: html`${roll.elected.length === 0 ? notice('info', text.nobody) : body}${why(text.why)}`,
  })
}

const actionOf = ({ meeting }: Pick<PartProps, 'meeting'>) => `/sammantraden/${meeting.id}/upprop`
const isBack = (props: PartProps) => rejectionOf(props.rejected, actionOf(props)) !== undefined

function nameOf({ name, party, order }: Elected): string {
  const marks = [party, order === null ? null : text.substitute(order)].filter((mark) => mark !== null)
  return marks.length === 0 ? name : `${name} (${marks.join(', ')})`
}

const choiceOf = (one: Elected): Choice => ({ value: one.personId, label: nameOf(one) })

/** Before the roll is called every member is ticked: most are there. */
function callForm(props: PartProps): Html {
  const { elected, present, isCalled, distanceChecked } = props.roll
  const back = rejectionOf(props.rejected, actionOf(props))
  const here = elected.filter(({ personId, order }) =>
    isCalled ? present.some((one) => one.personId === personId) : order === null,
  )
  return html`<form class="k-form" method="post" action="${actionOf(props)}">
    <input type="hidden" name="seen" value="${props.roll.calledAt?.toISOString() ?? '-'}" />
    ${checkboxes({
      name: 'present[]',
      label: text.present,
      choices: elected.map(choiceOf),
      values: here.map(({ personId }) => personId),
      ...(back?.fields['present'] !== undefined && { error: back.fields['present'] }),
      rejected: back,
    })}
    ${disclosure({
      summary: text.atDistance,
      open: present.some(({ atDistance }) => atDistance) || back?.fields['distanceChecked'] !== undefined,
      body: html`${checkboxes({
        name: 'atDistance[]',
        label: text.atDistance,
        help: text.atDistanceHelp,
        choices: elected.map(choiceOf),
        values: present.filter(({ atDistance }) => atDistance).map(({ personId }) => personId),
        required: false,
        rejected: back,
      })}${checkbox({ name: 'distanceChecked', label: text.distanceChecked, checked: distanceChecked, rejected: back })}`,
    })}
    ${button({ label: isCalled ? text.change : text.call, kind: 'secondary' })}
  </form>`
}

/** A-16: decided all the same, as the roll says: entered afterwards, or corrected. */
function unlawful({ meeting, roll: { items, rolls } }: PartProps): Html[] {
  return rolls.flatMap((one, at) =>
    items[at]?.isDecided === true && !isQuorate(one, meeting.bodyKind)
      ? [notice('danger', text.decidedWithout(at + 1, one.serving.length, neededFor(one.seats)))]
      : [],
  )
}

function servingTable({ meeting, roll: { items, rolls } }: PartProps): Html {
  const { column } = text
  return table({
    caption: text.caption,
    columns: [
      { key: 'item', head: column.item },
      { key: 'serving', head: column.serving },
      { key: 'quorum', head: column.quorum },
      { key: 'besides', head: column.besides, hideOnPhone: true },
      { key: 'recused', head: column.recused },
    ],
    rows: rolls.map((one, index) => ({
      cells: {
        item: itemName(items[index], index),
        serving: servingCell(one),
        quorum: isQuorate(one, meeting.bodyKind)
          ? status('done', text.quorate)
          : status('stopped', text.notQuorate(neededFor(one.seats))),
        besides: one.besides.map(({ name }) => name).join(', '),
        recused: one.recused.map(({ name }) => name).join(', '),
      },
    })),
    empty: html``,
  })
}

function itemName(item: { readonly title: string | null } | undefined, at: number): string {
  return `${at + 1}. ${item?.title ?? text.withheld}`
}

function servingCell({ serving, seats }: ItemRoll): Html {
  return html`${text.count(serving.length, seats)}
    <details class="k-disclosure">
      <summary>${text.showNames}</summary>
      <div><ul>${serving.map((one) => html`<li>${servingName(one)}</li>`)}</ul></div>
    </details>`
}

/** "Anna Berg för Bo Ek". */
export function servingName({ name, inPlaceOf }: Serving): string {
  return inPlaceOf === null ? name : text.inPlaceOf(name, inPlaceOf)
}

function moving(props: PartProps): Html {
  const { items, present, elected } = props.roll
  const action = `${actionOf(props)}/kom-och-gick`
  const back = rejectionOf(props.rejected, action)
  const here = elected.filter(({ personId }) => present.some((one) => one.personId === personId))
  const at = items.map(({ id, title }, index) => ({ value: id, label: itemName({ title }, index) }))
  const body = html`<form class="k-form" method="post" action="${action}">
    ${select({ name: 'personId', label: text.who, choices: here.map(choiceOf), required: true, rejected: back })}
    ${select({ name: 'fromItemId', label: text.from, choices: at, empty: text.beginning, required: false, rejected: back })}
    ${select({ name: 'untilItemId', label: text.until, choices: at, empty: text.end, required: false, rejected: back })}
    ${button({ label: text.note, kind: 'secondary' })}
  </form>`
  return disclosure({ summary: text.moving, body, open: back !== undefined })
}

function recusing(props: PartProps): Html {
  const { items, elected, recusals } = props.roll
  const action = `${actionOf(props)}/jav`
  const back = rejectionOf(props.rejected, action)
  const body = html`<form class="k-form" method="post" action="${action}">
      ${select({ name: 'personId', label: text.who, choices: elected.map(choiceOf), required: true, rejected: back, id: 'jav-vem' })}
      ${select({
        name: 'itemId',
        label: text.item,
        choices: items.map(({ id, title }, index) => ({ value: id, label: itemName({ title }, index) })),
        required: true,
        rejected: back,
      })}
      ${radios({
        name: 'ground',
        label: text.ground,
        choices: groundsAt(props.meeting.bodyKind).map((value) => ({ value, label: text.grounds[value] })),
        required: true,
        rejected: back,
      })}
      ${button({ label: text.recuseDo, kind: 'secondary' })}
    </form>
    ${recusals.map((one) => withdrawing(props, one))}`
  return disclosure({ summary: text.recuse, body, open: back !== undefined })
}

function withdrawing(props: PartProps, { personId, itemId, ground }: MeetingRoll['recusals'][number]): Html {
  const { items, elected } = props.roll
  const who = elected.find((one) => one.personId === personId)?.name ?? ''
  const place = items.findIndex(({ id }) => id === itemId) + 1
  return html`<div>
    <p>${who}: ${text.column.item} ${place}, ${text.grounds[ground]}</p>
    ${primaryForm({
      action: `${actionOf(props)}/jav/ta-bort`,
      label: text.withdrawFor(who),
      kind: 'secondary',
      hidden: { personId, itemId },
    })}
  </div>`
}
