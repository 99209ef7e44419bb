/** The forms beside a message: register it, set it aside, let it out of quarantine. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  checkbox,
  checkboxes,
  disclosure,
  field,
  primaryForm,
  radios,
  rejectionOf,
  section,
  select,
  textArea,
  why,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { caseHref, recordKindLabel, recordKinds, twinsTick, type Case } from '../../registry/index.ts'
import { messageHref, senderText, setAsideReasons } from '../model/message.ts'
import { titleOfSubject } from '../model/subject.ts'
import { text } from '../text/inbox.ts'
import type { MessageProps } from './message.ts'

export function registerPart(props: MessageProps): Html {
  const { message, proposed } = props
  const action = `${messageHref(message)}/registrera`
  const rejected = rejectionOf(props.rejected, action)
  const fields = html`${proposedLine(proposed)}${caseFields(props, rejected)}${recordFields(props, rejected)}${twinsTick('acceptDuplicates', rejected)}${secrecyFields(rejected)}`
  return section({
    title: text.register.title,
    body: primaryForm({ action, label: text.register.submit, fields }),
  })
}

/** The case that is proposed, to look at before one says yes. */
function proposedLine(proposed: Case | null): Html {
  if (proposed === null) return html``
  return html`<p class="k-help">${text.message.proposed(proposed.referenceNumber)} <a href="${caseHref(proposed)}" target="_blank">${
    proposed.title
  }</a></p>`
}

function caseFields({ proposed }: MessageProps, rejected: Rejected | undefined): Html {
  const { register: words } = text
  return html`${field({
    name: 'caseNumber',
    label: words.caseNumber,
    help: words.caseNumberHelp,
    value: proposed?.referenceNumber,
    maxLength: 60,
    autocomplete: 'off',
    rejected,
  })}${
    proposed === null &&
    field({
      name: 'caseTitle',
      label: words.caseTitle,
      help: words.caseTitleHelp,
      maxLength: 300,
      width: 'full',
      rejected,
    })
  }`
}

function recordFields({ message, parts, contactName }: MessageProps, rejected: Rejected | undefined): Html {
  const { register: words } = text
  const kinds = recordKinds.map((kind) => ({ value: kind, label: recordKindLabel(kind) }))
  return html`${field({
    name: 'title',
    label: words.recordTitle,
    help: words.recordTitleHelp,
    value: titleOfSubject(message.subject),
    maxLength: 300,
    width: 'full',
    rejected,
  })}${field({
    name: 'party',
    label: words.party,
    value: (contactName ?? senderText(message)).slice(0, 200),
    maxLength: 200,
    width: 'full',
    rejected,
  })}${select({ name: 'kind', label: words.kind, choices: kinds, value: 'letter', empty: false, rejected })}${
    parts.length > 0 &&
    checkboxes({
      name: 'parts[]',
      label: words.parts,
      help: words.partsHelp,
      choices: parts.map(({ position, name }) => ({ value: String(position), label: name })),
      values: parts.filter(({ isInline }) => !isInline).map(({ position }) => String(position)),
      rejected,
    })
  }`
}

function secrecyFields(rejected: Rejected | undefined): Html {
  const { register: words } = text
  const isOpen = ['secrecy.provision', 'secrecy.reason'].some((name) => (rejected?.values[name] ?? '') !== '')
  const checked = rejected === undefined
  return disclosure({
    summary: words.secrecy,
    open: isOpen,
    body: html`<p class="k-help">${words.secrecyHelp}</p>${field({
      name: 'secrecy.provision',
      label: words.provision,
      help: words.provisionHelp,
      maxLength: 200,
      rejected,
    })}${textArea({ name: 'secrecy.reason', label: words.reason, rows: 2, maxLength: 2000, required: false, rejected })}${checkbox(
      {
        name: 'secrecy.hidesTitle',
        label: words.hidesTitle,
        checked,
        rejected,
      },
    )}${checkbox({ name: 'secrecy.hidesParty', label: words.hidesParty, checked, rejected })}`,
  })
}

export function asidePart(props: MessageProps): Html {
  const { aside: words } = text
  const action = `${messageHref(props.message)}/lagg-at-sidan`
  const rejected = rejectionOf(props.rejected, action)
  const fields = html`${radios({
    name: 'reason',
    label: words.reason,
    choices: setAsideReasons.map((value) => ({ value, label: words.reasons[value], help: words.help[value] })),
    rejected,
  })}${textArea({ name: 'why', id: 'falt-why-aside', label: words.why, rows: 2, maxLength: 1000, required: false, rejected })}${checkbox(
    {
      name: 'isSecret',
      label: words.isSecret,
      rejected,
    },
  )}`
  return disclosure({
    summary: words.title,
    open: rejected !== undefined,
    body: html`${primaryForm({ action, label: words.submit, kind: 'secondary', fields })}${why({ law: words.law, text: words.lawText })}`,
  })
}

export function releasePart(props: MessageProps): Html {
  const { release: words } = text
  const action = `${messageHref(props.message)}/slapp`
  const rejected = rejectionOf(props.rejected, action)
  const fields = textArea({ name: 'why', label: words.why, rows: 2, maxLength: 1000, rejected })
  return section({ title: words.title, body: primaryForm({ action, label: words.submit, fields }) })
}
