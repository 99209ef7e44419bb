/** Posting a notice by hand. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  dateField,
  field,
  hiddenFields,
  notice,
  pageHead,
  rejectionOf,
  select,
  textArea,
  why,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Body } from '../../organisation/index.ts'
import { canBeAppealed, isOfMeeting, isOfMinutes, noticeKinds, type NoticeKind } from '../model/notice.ts'
import { text } from '../text.ts'

export type FormProps = {
  readonly bodies: readonly Body[]
  /** What the address asks for, such as a meeting to announce. */
  readonly given: {
    readonly bodyId: string | null
    readonly kind: NoticeKind | null
    readonly title: string | null
    readonly words: string | null
    readonly meetingOn: string | null
    readonly meetingId: string | null
  }
  readonly warnings: readonly string[]
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function postPage(props: FormProps): Screen {
  return {
    title: text.posting.title,
    section: 'notices',
    width: 'reading',
    body: html`${pageHead({
      title: text.posting.title,
      over: html`<a href="/anslag">${text.list.title}</a>`,
      lead: text.posting.lead,
    })}
      ${props.warnings.map((each) => notice('warning', each))}
      <form class="k-form" method="post" action="/anslag/nytt">
        ${hiddenFields({ meetingId: props.given.meetingId ?? '' })}${forAll(props)}
        ${onlyFor(props)}
        ${button({ label: text.posting.do })}
      </form>
      ${why(text.posting.why)}`,
  }
}

/** The fields of every kind. */
function forAll({ bodies, given, rejected }: FormProps): Html {
  const back = rejectionOf(rejected, '/anslag/nytt')
  return html`${select({
    name: 'bodyId',
    label: text.field.body,
    choices: bodies.map(({ id, name }) => ({ value: id, label: capital(name) })),
    value: given.bodyId,
    required: true,
    rejected: back,
  })}
${select({
  name: 'kind',
  label: text.field.kind,
  choices: noticeKinds.map((kind) => ({ value: kind, label: text.kind[kind] })),
  value: given.kind,
  required: true,
  rejected: back,
})}
${field({ name: 'title', label: text.field.title, value: given.title, required: true, width: 'full', rejected: back })}
${textArea({
  name: 'words',
  label: text.field.words,
  help: text.field.wordsHelp,
  value: given.words,
  rows: 8,
  required: false,
  rejected: back,
})}`
}

const ofAMeeting = noticeKinds.filter((kind) => kind !== 'required_by_law')
const untilADay = noticeKinds.filter((kind) => !canBeAppealed(kind) && !isOfMeeting(kind))

/** The fields that some kinds have, each shown with its kinds. */
function onlyFor({ given, today, rejected: all }: FormProps): Html {
  const rejected = rejectionOf(all, '/anslag/nytt')
  const { field: words } = text
  const day = { required: false, rejected }
  return html`${shownFor(
    ofAMeeting,
    dateField({ name: 'meetingOn', label: words.meetingOn, value: given.meetingOn, ...day }),
  )}${shownFor(
    noticeKinds.filter(canBeAppealed),
    field({ name: 'paragraphs', label: words.paragraphs, help: words.paragraphsHelp, required: false, rejected }),
  )}${shownFor(
    noticeKinds.filter(isOfMinutes),
    dateField({ name: 'adjustedOn', label: words.adjustedOn, max: today, ...day }),
  )}${shownFor(
    untilADay,
    dateField({ name: 'through', label: words.through, help: words.throughHelp, min: today, ...day }),
  )}${shownFor(
    ['required_by_law'],
    field({ name: 'askedBy', label: words.askedBy, help: words.askedByHelp, required: false, rejected }),
  )}`
}

function shownFor(kinds: readonly NoticeKind[], fields: Html): Html {
  return html`<shown-if data-name="kind" data-any="${JSON.stringify(kinds)}">${fields}</shown-if>`
}
