/** A vote, entered by one at a keyboard: a row for each who serves, or totals for a secret one. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkbox,
  disclosure,
  field,
  hiddenFields,
  radios,
  rejectionOf,
  select,
  textArea,
  why,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { servingName } from '../../roll/index.ts'
import { askedAs, type Question } from '../model/order.ts'
import { aThirdOf, ballots } from '../model/vote.ts'
import { sayOption, sayQuestion } from '../model/wording.ts'
import { text } from '../text.ts'
import { tablePath, type TableView } from './view.ts'

export function voteForm(view: TableView, question: Question): Html {
  const isSecret = question.kind === 'election'
  const { meeting, item, rejected } = view
  const at = tablePath({ meetingId: meeting.id, itemId: item.id })
  const action = `${at}/${isSecret ? 'sluten-omrostning' : 'omrostning'}`
  const back = rejectionOf(rejected, action)
  const fields = isSecret ? secretFields(view, question, back) : openFields(view, question, back)
  return disclosure({
    summary: isSecret ? text.secretVote : text.vote,
    open: back !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      ${hiddenFields({ asked: askedAs(question) })}${fields}
      ${button({ label: text.voteDo, kind: 'secondary' })}
    </form>
    ${why(text.whyVote)}`,
  })
}

const ballotChoices = () => ballots.map((value) => ({ value, label: text.ballots[value] }))

/** Those who are few are filled in, and the rest by one choice. */
function openFields(view: TableView, question: Question, back: Rejected | undefined): Html {
  const { table } = view
  const serving = table.roll?.serving ?? []
  const wrong = back?.fields['votes']
  return html`<p>${sayQuestion(question, table.claims)}</p>
    ${councilFields(view, question, back)}
    ${wrong !== undefined && html`<p class="ds-validation-message" id="falt-votes" tabindex="-1">${wrong}</p>`}
    <div class="k-votes">
      ${serving.map((one) =>
        radios({
          name: `votes.${one.personId}`,
          label: servingName(one),
          choices: ballotChoices(),
          inline: true,
          rejected: back,
        }),
      )}
      ${radios({
        name: 'rest',
        label: text.rest,
        choices: [...ballotChoices(), { value: '', label: text.restNone }],
        value: '',
        inline: true,
        rejected: back,
      })}
    </div>
    ${select({
      name: 'chairId',
      label: text.chair,
      help: text.chairHelp,
      choices: serving.map(({ personId, name }) => ({ value: personId, label: name })),
      value: table.presiding,
      width: 'l',
      rejected: back,
    })}`
}

/** A-40, A-41: what a third of the council can do. */
function councilFields({ meeting, table }: TableView, { kind }: Question, back: Rejected | undefined): Html {
  if (meeting.bodyKind !== 'council' || (kind !== 'remit' && kind !== 'table')) return html``
  if (table.isDelayedBefore) return html`<p>${text.isDelayedBefore}</p>`
  const reasons = textArea({
    name: 'words',
    label: text.minorityWords,
    required: false,
    rows: 2,
    rejected: back,
    ...(back === undefined && { id: 'minoritetens-ord' }),
  })
  return html`<p>${text.minorityHelp(aThirdOf(table.roll?.serving.length ?? 0))}</p>
    ${kind === 'remit' && reasons}
    ${checkbox({ name: 'delayedBefore', label: text.delayedBefore, rejected: back })}`
}

function secretFields({ table }: TableView, { options }: Question, back: Rejected | undefined): Html {
  const nominees = options.map((value) => ({ value, label: sayOption(value, table.claims, 'for') }))
  return html`<p>${text.secretHelp}</p>
    ${nominees.map(({ label }, at) =>
      field({ name: `counts.${at}`, label, inputMode: 'numeric', required: true, width: 'xs', rejected: back }),
    )}
    ${field({ name: 'blank', label: text.blank, inputMode: 'numeric', value: '0', width: 'xs', rejected: back })}
    ${select({
      name: 'drawn',
      label: text.drawn,
      choices: nominees,
      empty: text.drawnNone,
      required: false,
      width: 'l',
      rejected: back,
    })}
    ${textArea({
      name: 'words',
      label: text.lotWords,
      help: text.lotHelp,
      required: false,
      rows: 2,
      rejected: back,
      ...(back === undefined && { id: 'lottens-ord' }),
    })}`
}
