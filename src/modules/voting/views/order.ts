/** The order of putting: what has been settled, what is put now and how it is answered, and what comes then. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  hiddenFields,
  linkButton,
  notice,
  primaryForm,
  radios,
  rejectionOf,
  section,
  status,
  why,
} from '../../../kernel/ui/index.ts'
import { askedAs, courseOf, mainOptions, planOf, type Answer, type Question } from '../model/order.ts'
import { ballots } from '../model/vote.ts'
import type { Settled, Table } from '../model/table.ts'
import { sayChosen, sayOption, sayQuestion, saySettled } from '../model/wording.ts'
import { text } from '../text.ts'
import { tablePath, type TableView } from './view.ts'
import { voteForm } from './vote.ts'

export function orderPart(view: TableView): Html {
  const { table, mayWrite } = view
  return section({
    title: text.order,
    id: 'proposition',
    body: html`${mayWrite && mainForm(view)}
      <div data-live="order" aria-live="polite">${standing(view)}</div>
      ${mayWrite && table.course.next !== null && answering(view, table.course.next)}
      ${mayWrite && table.settled.length > 0 && takingBack(view)}
      ${why(text.whyOrder)}`,
  })
}

function standing({ table, meeting, mayWrite }: TableView): Html {
  const { settled, course, claims } = table
  const coming = comingAfter(table)
  const now = course.next
  const speaker = { claims, bodyName: meeting.bodyName }
  const isNothing = settled.length === 0 && now === null
  return html`${isNothing && html`<p>${course.chosen?.length === 0 ? text.noProposals : text.nothingToPut}</p>`}
    ${
      !isNothing &&
      html`<ol class="k-course">
      ${settled.map(
        (one) => html`<li
          >${status('done', text.settled)} ${sayQuestion(one, claims)} <strong>${saySettled(one, speaker)}</strong>${byName(one)}</li
        >`,
      )}
      ${now !== null && html`<li>${status('now', text.now)} ${sayQuestion(now, claims)}</li>`}
      ${coming.map((one) => html`<li>${status('planned', text.coming)} ${sayQuestion(one, claims)}</li>`)}
    </ol>`
    }
    ${resultOf(table)}${mayWrite && toDecision(table, meeting.id)}`
}

/** What follows if the one that is put now is answered by yes: each of the rest is as it would be then. */
function comingAfter(table: Table): Question[] {
  const { next } = table.course
  if (next === null) return []
  const answers: Answer[] = [...table.settled, { ...next, winner: next.options[0] ?? '' }]
  const coming: Question[] = []
  for (let { next: then } = courseOf(table, answers); then !== null; { next: then } = courseOf(table, answers)) {
    coming.push(then)
    answers.push({ ...then, winner: then.options[0] ?? '' })
  }
  return coming
}

function byName({ votes }: Settled): Html {
  if (votes.length === 0) return html``
  const of = (ballot: (typeof ballots)[number]) => votes.filter(({ vote }) => vote === ballot).map(({ name }) => name)
  const lines = ballots.map((ballot) => ({ ballot, names: of(ballot) })).filter(({ names }) => names.length > 0)
  return html`<ul>${lines.map(({ ballot, names }) => html`<li>${text.ballots[ballot]}: ${names.join(', ')}</li>`)}</ul>`
}

function resultOf({ course, claims }: Table): Html {
  if (course.chosen === null || course.chosen.length === 0) return html``
  return notice('success', text.result(sayChosen(course.chosen, claims)))
}

function toDecision({ course, isDecided, itemId }: Table, meetingId: string): Html {
  if (course.chosen === null || isDecided) return html``
  return html`<div class="k-actions">${linkButton({
    label: text.toDecision,
    href: `/sammantraden/${meetingId}#${itemId}`,
    kind: course.chosen.length === 0 ? 'secondary' : 'primary',
  })}</div>`
}

/** Asked only when there is something to choose: with two proposals the one before the body is put first. */
function mainForm({ table, meeting, item, rejected }: TableView): Html {
  const options = mainOptions(table)
  if (options.length < 3 || planOf(table).length === 0 || table.settled.some(({ kind }) => kind === 'counter'))
    return html``
  const action = `${tablePath({ meetingId: meeting.id, itemId: item.id })}/huvudforslag`
  return html`<form class="k-form" method="post" action="${action}">
    ${radios({
      name: 'main',
      label: text.main,
      help: text.counterHelp,
      choices: options.map((value) => ({ value, label: sayOption(value, table.claims, 'for') })),
      value: table.main,
      required: true,
      rejected: rejectionOf(rejected, action),
    })}
    ${button({ label: text.chooseMain, kind: 'secondary' })}
  </form>`
}

/** The chair's finding is one press; a vote is asked for now and then. */
function answering(view: TableView, question: Question): Html {
  const { meeting, item, table, rejected } = view
  const action = `${tablePath({ meetingId: meeting.id, itemId: item.id })}/acklamation`
  const back = rejectionOf(rejected, action)
  return html`<div id="fraga">
    <form class="k-form" method="post" action="${action}">
      ${hiddenFields({ asked: askedAs(question) })}
      ${radios({
        name: 'winner',
        label: text.finds,
        help: sayQuestion(question, table.claims),
        choices: question.options.map((value) => ({ value, label: sayOption(value, table.claims, 'for') })),
        required: true,
        rejected: back,
      })}
      ${button({ label: text.find })}
    </form>
    ${voteForm(view, question)}
  </div>`
}

function takingBack({ meeting, item, table }: TableView): Html {
  return primaryForm({
    action: `${tablePath({ meetingId: meeting.id, itemId: item.id })}/ta-tillbaka`,
    hidden: { position: String(table.settled.at(-1)?.position ?? '') },
    label: text.takeBack,
    kind: 'tertiary',
  })
}
