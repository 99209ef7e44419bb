/** The receipt of a registration, on paper. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  dateOnly,
  dateTimeText,
  facts,
  icon,
  linkButton,
  pageHead,
  paperFrame,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { currentFiles, recordNumber, type Case, type RecordItem } from '../../registry/index.ts'
import { text } from '../text/register.ts'
import { registerHref } from './register.ts'

export type SlipProps = { readonly record: RecordItem; readonly theCase: Case }

export function slipPage(props: SlipProps): Screen {
  const { slip } = text
  return {
    title: `${slip.title} ${recordNumber(props.record)}`,
    section: 'register',
    body: html`${pageHead({
      title: slip.title,
      number: recordNumber(props.record),
      actions: html`<button type="button" class="ds-button k-js-only" data-print>${icon('print')}${slip.print}</button>${linkButton(
        {
          href: registerHref,
          label: slip.back,
          kind: 'secondary',
        },
      )}`,
    })}${paperFrame(slipPaper(props))}`,
  }
}

function slipPaper({ record, theCase }: SlipProps): Html {
  const { slip } = text
  const day = { in: slip.cameIn, out: slip.wentOut, internal: slip.drawnUp }[record.direction]
  const files = currentFiles(record.files)
  return html`<article class="paper k-slip">
    ${facts([
      { term: slip.authority, value: theCase.authorityName },
      { term: slip.number, value: html`<strong>${recordNumber(record)}</strong>` },
      { term: slip.case, value: `${theCase.referenceNumber} ${theCase.title}` },
      { term: slip.what, value: record.title },
      { term: text.parties[record.direction], value: record.party },
      { term: day, value: dateOnly(record.datedOn) },
      { term: slip.registered, value: html`${dateTimeText(record.registeredAt)} ${slip.by(record.registeredByName)}` },
    ])}
    ${
      files.length > 0 &&
      html`<h2>${slip.files}</h2><ul>${files.map(
        ({ name, sha256 }) =>
          html`<li>${name}<br /><span class="paper-note k-checksum">${slip.proof}: ${sha256}</span></li>`,
      )}</ul>`
    }
  </article>`
}
