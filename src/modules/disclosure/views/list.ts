/** The list of requests, and the form that registers one. */

import { html, type Html } from '../../../kernel/html.ts'
import { swedishDay } from '../../../kernel/time.ts'
import {
  button,
  chips,
  dateField,
  dateOnly,
  dateText,
  emptyState,
  field,
  linkButton,
  pageHead,
  radios,
  rejectionOf,
  table,
  textArea,
  why,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { descriptionHref } from '../model/description.ts'
import { deliveries, isOpen, requestHref, requestNumber, type DisclosureRequest } from '../model/request.ts'
import { descriptionText } from '../text/description.ts'
import { text } from '../text.ts'
import { stageStatus } from './labels.ts'

type List = {
  readonly requests: readonly DisclosureRequest[]
  readonly isAll: boolean
  readonly mayRegister: boolean
  readonly more: string | undefined
  readonly today: string
}

const address = '/utlamnanden'

export function listPage(list: List): Screen {
  const register = linkButton({ label: text.new, href: `${address}/ny`, icon: 'plus' })
  const filters = [
    { label: text.filter.open, href: address, current: !list.isAll },
    { label: text.filter.all, href: `${address}?visa=alla`, current: list.isAll },
  ]
  return {
    title: text.title,
    section: 'disclosure',
    body: html`${pageHead({ title: text.title, lead: text.lead, ...(list.mayRegister && { actions: register }) })}
    ${chips(filters, text.filter.label)}${requestTable(list)}
    <p><a href="${descriptionHref}">${descriptionText.link}</a></p>
    ${why({ law: text.why.promptLaw, text: text.why.prompt })}`,
  }
}

function requestTable({ requests, isAll, mayRegister, more, today }: List): Html {
  const register = linkButton({ label: text.new, href: `${address}/ny`, kind: 'secondary' })
  const nothing = isAll ? text.empty.all : text.empty.open
  return table({
    caption: text.title,
    columns: [
      { key: 'number', head: text.column.number },
      { key: 'asked', head: text.column.asked },
      { key: 'due', head: text.column.due },
      { key: 'stage', head: text.column.stage },
      { key: 'officer', head: text.column.officer },
    ],
    rows: requests.map((request) => rowOf(request, today)),
    empty: emptyState({
      title: nothing,
      text: text.empty.openText,
      icon: 'folder',
      ...(mayRegister && { action: register }),
    }),
    more,
  })
}

function rowOf(request: DisclosureRequest, today: string) {
  return {
    href: requestHref(request),
    cells: {
      number: html`<span class="k-number">${requestNumber(request)}</span>`,
      asked: shortened(request),
      due: isOpen(request) ? dateText(request.dueOn, today) : dateOnly(swedishDay(request.receivedAt)),
      stage: stageStatus(request, today),
      officer: request.officerName,
    },
  }
}

const shown = 120

export function shortened({ asked, reference }: Pick<DisclosureRequest, 'asked' | 'reference'>): string {
  const words = [reference, asked]
    .filter((part) => part !== null)
    .join(' · ')
    .replaceAll(/\s+/g, ' ')
  return words.length > shown ? `${words.slice(0, shown)} …` : words
}

export function newPage({
  today,
  rejected: all,
}: {
  readonly today: string
  readonly rejected: Rejected | undefined
}): Screen {
  const action = `${address}/ny`
  return {
    title: text.form.title,
    section: 'disclosure',
    width: 'reading',
    body: html`${pageHead({ title: text.form.title, lead: text.form.lead, over: html`<a href="${address}">${text.title}</a>` })}
      <form class="k-form" method="post" action="${action}">
        ${fields(today, rejectionOf(all, action))}${button({ label: text.form.submit })}
      </form>
      ${why({ law: text.why.identityLaw, text: text.why.identity })}`,
  }
}

function fields(today: string, rejected: Rejected | undefined): Html {
  const words = text.form
  return html`${textArea({ name: 'asked', label: words.asked, help: words.askedHelp, rows: 4, rejected })}
  ${field({ name: 'reference', label: words.reference, help: words.referenceHelp, maxLength: 100, width: 'm', rejected })}
  ${radios({
    name: 'delivery',
    label: words.delivery,
    help: words.deliveryHelp,
    choices: deliveries.map((value) => ({ value, label: text.delivery[value] })),
    value: 'on_the_spot',
    inline: true,
    rejected,
  })}
  ${field({ name: 'contact', label: words.contact, help: words.contactHelp, required: false, maxLength: 500, width: 'full', rejected })}
  ${dateField({ name: 'receivedOn', label: words.receivedOn, help: words.receivedHelp, required: false, max: today, rejected })}`
}
