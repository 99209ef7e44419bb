/** How a marking shows, the form that makes one, and what stands in the place of what is withheld. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  dayText,
  disclosure,
  field,
  icon,
  notice,
  primaryForm,
  radios,
  rejectionOf,
  textArea,
  why,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { provisions, type Case, type Marked, type RecordItem } from '../model.ts'
import type { HeldMarking } from '../queries.ts'
import { text } from '../text.ts'

/** 'Sekretess 21 kap. 3 § OSL', with a lock: read without colour. */
export function secretTag(marking: Marked | null): Html {
  const label = marking === null ? text.secrecy.markAlone : text.secrecy.mark(marking.provision)
  return html`<span class="k-status k-tag" data-status="stopped">${icon('lock')}<span>${label}</span></span>`
}

/** The day and the authority of a marking (B-08), and that it is a warning and no decision (B-09). */
export function markingNotice(marking: Marked | null): Html {
  const since = marking !== null && html`${text.secrecy.since(dayText(marking.markedOn), marking.authorityName)}. `
  return notice('warning', html`${since}${text.secrecy.warning}`)
}

/** What stands where title, party and files would, with how to get to read them. Nothing is refused here (B-09). */
export function withheldPart(theCase: Case): Html {
  const { secrecy } = text
  return html`${notice('info', html`<strong>${secrecy.placeholderTitle}.</strong> ${secrecy.placeholder(theCase.authorityName)}`)}
    <p>${secrecy.placeholderRequest}</p>${why({ law: secrecy.lawWarning, text: secrecy.warning })}`
}

type FieldsProps = {
  /** '' or 'secrecy.': where the fields stand in the form's input. */
  readonly prefix: string
  readonly rejected: Rejected | undefined
  readonly required: boolean
  /** Ids of their own, where a page has several such forms. */
  readonly key: string
  /** What the marking that is changed says now. */
  readonly held?: HeldMarking | undefined
  readonly reasonLabel?: string
}

/** Provision and reason: all that a case's marking takes. */
export function provisionFields({ prefix, rejected, required, key, held, reasonLabel }: FieldsProps): Html {
  const { secrecy } = text
  return html`${field({
    name: `${prefix}provision`,
    id: `falt-${key}-provision`,
    label: secrecy.provision,
    help: secrecy.provisionHelp,
    value: held?.provision,
    suggestions: provisions,
    maxLength: 200,
    width: 'm',
    required,
    rejected,
  })}${textArea({
    name: `${prefix}reason`,
    id: `falt-${key}-reason`,
    label: reasonLabel ?? secrecy.reason,
    help: secrecy.reasonHelp,
    rows: 2,
    maxLength: 2000,
    required: held !== undefined,
    rejected,
  })}`
}

/** All that a record's marking takes. */
export function markingFieldsOf(props: FieldsProps): Html {
  const { prefix, rejected, key, held } = props
  const { secrecy } = text
  const shows = [
    { value: 'true', label: secrecy.hidden },
    { value: 'false', label: secrecy.shown },
  ]
  const part = (name: 'hidesTitle' | 'hidesParty', label: string) =>
    radios({
      name: prefix + name,
      id: `falt-${key}-${name}`,
      label,
      choices: shows,
      value: String(held?.[name] ?? true),
      inline: true,
      rejected,
    })
  return html`${provisionFields(props)}${part('hidesTitle', secrecy.hidesTitle)}${field({
    name: `${prefix}publicTitle`,
    id: `falt-${key}-publicTitle`,
    label: secrecy.publicTitle,
    help: secrecy.publicTitleHelp,
    value: held?.publicTitle,
    maxLength: 300,
    width: 'l',
    required: false,
    rejected,
  })}${part('hidesParty', secrecy.hidesParty)}`
}

/** Folded in a form that registers or opens something: secret from the first moment. */
export function secrecyDisclosure(about: {
  readonly prefix: string
  readonly rejected: Rejected | undefined
  readonly of: 'record' | 'case'
}): Html {
  const { prefix, rejected, of } = about
  const { secrecy } = text
  const props = { prefix, rejected, required: false, key: `${of}-secrecy` }
  const fields = of === 'record' ? markingFieldsOf(props) : provisionFields(props)
  const wrote = ['provision', 'reason', 'publicTitle'].some((name) => Boolean(rejected?.values[prefix + name]))
  return disclosure({
    summary: secrecy.more,
    body: html`<p class="k-help">${of === 'record' ? secrecy.newRecordHelp : secrecy.newCaseHelp}</p>${fields}`,
    open: wrote,
  })
}

/** Folded on a record's page. */
export function markRecordPart(record: RecordItem, all: Rejected | undefined): Html {
  const { secrecy } = text
  const action = `/handlingar/${record.id}/sekretess`
  const rejected = rejectionOf(all, action)
  const fields = html`<p class="k-help">${secrecy.markRecordHelp}</p>${markingFieldsOf({
    prefix: '',
    rejected,
    required: true,
    key: 'mark',
  })}`
  return disclosure({
    summary: secrecy.markRecord,
    body: primaryForm({ action, label: secrecy.markRecord, kind: 'secondary', icon: 'lock', fields }),
    open: rejected !== undefined,
  })
}

/** Folded on a case's overview. */
export function markCasePart(theCase: Case, all: Rejected | undefined): Html {
  const { secrecy } = text
  const action = `/arenden/${theCase.id}/sekretess`
  const rejected = rejectionOf(all, action)
  const fields = html`<p class="k-help">${secrecy.markCaseHelp}</p>${provisionFields({
    prefix: '',
    rejected,
    required: true,
    key: 'mark',
  })}`
  return disclosure({
    summary: secrecy.markCase,
    body: primaryForm({ action, label: secrecy.markCase, kind: 'secondary', icon: 'lock', fields }),
    open: rejected !== undefined,
  })
}

/** Folded where a marking that holds is shown: on the record's page, on the case's overview. */
export function changeMarkingPart(about: {
  /** The page's own address by id: '/handlingar/…' or '/arenden/…'. */
  readonly at: string
  readonly of: 'record' | 'case'
  readonly held: HeldMarking
  readonly rejected: Rejected | undefined
}): Html {
  const { at, of, held } = about
  const { secrecy } = text
  const action = `${at}/markeringar/${held.id}/andra`
  const rejected = rejectionOf(about.rejected, action)
  const props = { prefix: '', rejected, required: true, key: 'change', held, reasonLabel: secrecy.changeWhy }
  const fields = of === 'record' ? markingFieldsOf(props) : provisionFields(props)
  return disclosure({
    summary: secrecy.change,
    body: primaryForm({
      action,
      label: secrecy.change,
      kind: 'secondary',
      icon: 'lock',
      fields: html`<p class="k-help">${secrecy.changeHelp}</p>${fields}`,
    }),
    open: rejected !== undefined,
  })
}
