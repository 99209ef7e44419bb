/** The tab that shows who may read what is marked in a case, the markings themselves, and who has read. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  capital,
  dateField,
  dateOnly,
  dateTimeText,
  disclosure,
  emptyState,
  field,
  primaryForm,
  rejectionOf,
  section,
  select,
  status,
  table,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { caseHref, recordHref, type Access, type Case, type Marking, type Reading } from '../model.ts'
import type { Colleague, ReadingPage } from '../queries.ts'
import { text } from '../text.ts'

export type AccessProps = {
  readonly theCase: Case
  readonly access: readonly Access[]
  readonly colleagues: readonly Colleague[]
  readonly markings: readonly Marking[]
  /** Null for who may not see it. */
  readonly readings: ReadingPage | null
  readonly may: Readonly<Record<'grant' | 'revoke' | 'lift', boolean>>
  readonly today: string
  readonly rejected: Rejected | undefined
}

export const accessTab = 'behorighet'

export function accessBody(props: AccessProps): Html {
  return html`${accessPart(props)}${markingsPart(props)}${props.readings !== null && readingsPart(props.theCase, props.readings)}`
}

function accessPart(props: AccessProps): Html {
  const { secrecy } = text
  return section({
    title: secrecy.accessTitle,
    count: props.access.length,
    body: html`<p>${secrecy.accessLead(props.theCase.authorityName)}</p>${accessTable(props)}${props.may.grant && grantPart(props)}`,
  })
}

function accessTable({ theCase, access, may, today }: AccessProps): Html {
  const { secrecy } = text
  return table({
    caption: secrecy.accessCaption,
    columns: [
      { key: 'who', head: secrecy.who },
      { key: 'need', head: secrecy.need },
      { key: 'until', head: secrecy.until },
      { key: 'given', head: secrecy.given },
      { key: 'actions', head: secrecy.actions, quietHead: true },
    ],
    rows: access.map((each) => ({
      cells: {
        who: `${each.personName}, ${each.personTitle}`,
        need: each.reason,
        until: untilCell(each, today),
        given: html`${dateTimeText(each.grantedAt)} ${each.grantedByName !== null && secrecy.givenBy(each.grantedByName)}`,
        actions: may.revoke && revokeForm(theCase, each),
      },
    })),
    empty: emptyState({ title: secrecy.accessEmptyTitle, text: secrecy.accessEmpty, icon: 'lock' }),
  })
}

function untilCell({ until }: Access, today: string): Html {
  if (until === null) return html`${text.secrecy.untilRevoked}`
  return html`${dateOnly(until)} ${until < today && status('stopped', text.secrecy.over)}`
}

function revokeForm(theCase: Case, { personId }: Access): Html {
  const label = text.secrecy.revoke
  return primaryForm({ action: `/arenden/${theCase.id}/behorighet/${personId}/aterta`, label, kind: 'tertiary' })
}

function grantPart({ theCase, colleagues, today, rejected: all }: AccessProps): Html {
  const { secrecy } = text
  const action = caseHref({ referenceNumber: theCase.id }, accessTab)
  const rejected = rejectionOf(all, action)
  return primaryForm({
    action,
    label: secrecy.grant,
    fields: html`${select({
      name: 'personId',
      label: secrecy.who,
      choices: colleagues.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
      required: true,
      rejected,
    })}${field({
      name: 'reason',
      id: 'falt-grant-reason',
      label: secrecy.needLabel,
      help: secrecy.needHelp,
      maxLength: 500,
      width: 'full',
      required: true,
      rejected,
    })}${dateField({ name: 'until', label: secrecy.until, help: secrecy.untilHelp, min: today, required: false, rejected })}`,
  })
}

function markingsPart(props: AccessProps): Html {
  const { secrecy } = text
  const held = props.markings.filter(({ liftedAt }) => liftedAt === null)
  return section({
    title: secrecy.markingsTitle,
    count: held.length,
    body: html`${table({
      caption: secrecy.markingsCaption,
      columns: [
        { key: 'what', head: secrecy.what },
        { key: 'provision', head: secrecy.provision },
        { key: 'day', head: secrecy.day },
        { key: 'by', head: secrecy.by },
        { key: 'why', head: secrecy.why },
        { key: 'state', head: secrecy.state },
      ],
      rows: props.markings.map(markingRow),
      empty: emptyState({ title: secrecy.markingsEmptyTitle, text: secrecy.markingsEmpty, icon: 'lock' }),
    })}${props.may.lift && held.map((marking) => liftPart(marking, props))}`,
  })
}

function whatIsMarked({ recordSeq }: Pick<Marking, 'recordSeq'>): string {
  return recordSeq === null ? text.secrecy.wholeCase : text.secrecy.recordNo(recordSeq)
}

function markingRow(marking: Marking) {
  const { secrecy } = text
  return {
    ...(marking.recordId !== null && { href: recordHref({ id: marking.recordId }) }),
    cells: {
      what: whatIsMarked(marking),
      provision: marking.provision,
      day: dateOnly(marking.markedOn),
      by: html`${marking.authorityName}<br><small>${marking.markedByName ?? text.record.transferred}</small>`,
      why: marking.reason,
      state:
        marking.liftedAt === null
          ? status('now', secrecy.holds)
          : html`${status('done', marking.isReplaced ? secrecy.isReplaced : secrecy.isLifted)} ${dateTimeText(marking.liftedAt)} ${marking.liftedByName ?? ''}<br><small>${marking.liftedWhy}</small>`,
    },
  }
}

function liftPart(marking: Marking, { theCase, rejected: all }: AccessProps): Html {
  const { secrecy } = text
  const action = `/arenden/${theCase.id}/markeringar/${marking.id}/hav`
  const rejected = rejectionOf(all, action)
  return disclosure({
    summary: secrecy.liftOf(whatIsMarked(marking), marking.provision),
    open: rejected !== undefined,
    body: primaryForm({
      action,
      label: secrecy.lift,
      kind: 'secondary',
      fields: textArea({
        name: 'why',
        id: `falt-why-${marking.id}`,
        label: secrecy.liftWhy,
        rows: 2,
        maxLength: 2000,
        required: true,
        rejected,
      }),
    }),
  })
}

function readingsPart(theCase: Case, { readings, next }: ReadingPage): Html {
  const { secrecy } = text
  return section({
    title: secrecy.readingsTitle,
    body: html`<p>${secrecy.readingsLead}</p>${table({
      caption: secrecy.readingsCaption,
      columns: [
        { key: 'when', head: secrecy.when },
        { key: 'who', head: secrecy.who },
        { key: 'what', head: secrecy.what },
      ],
      rows: readings.map((reading) => ({
        cells: { when: dateTimeText(reading.at), who: reading.personName, what: whatWasRead(reading) },
      })),
      more: next === null ? undefined : `${caseHref(theCase, accessTab)}?efter=${next}`,
      empty: emptyState({ title: secrecy.readingsEmptyTitle, text: secrecy.readingsEmpty, icon: 'lock' }),
    })}`,
  })
}

function whatWasRead({ recordSeq, fileName, seenIn }: Reading): string {
  const thing = recordSeq === null ? text.secrecy.readCase : capital(text.secrecy.recordNo(recordSeq))
  if (seenIn !== null) return text.secrecy.seen(thing, text.secrecy.seenIn[seenIn])
  return fileName === null ? thing : text.secrecy.readFile(thing, fileName)
}
