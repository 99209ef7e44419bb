/** Registering many files: choosing them, then a row for each with what it should be called. */

import { attribute, flag, html, type Html } from '../../../kernel/html.ts'
import {
  button,
  dateField,
  dateTimeText,
  field,
  fieldId,
  fileField,
  linkButton,
  notice,
  pageHead,
  primaryForm,
  radios,
  rejectionOf,
  section,
  table,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import { directions, type Duplicate } from '../../registry/index.ts'
import type { Batch } from '../model/batch.ts'
import { dayFrom, titleFrom } from '../model/register.ts'
import type { WaitingBatch } from '../queries/batches.ts'
import type { CaseHint } from '../queries/register.ts'
import { text } from '../text/register.ts'
import { handoverLines } from './batch-handover.ts'
import { caseNumberField, kindField } from './register-fields.ts'
import { ownMore, sharedMarking } from './many-more.ts'
import { quiet } from './quiet.ts'
import { manyHref, registerHref } from './register.ts'

export type ManyProps = {
  readonly authorityName: string
  readonly waiting: readonly WaitingBatch[]
  readonly rejected: Rejected | undefined
}

export function manyPage({ authorityName, waiting, rejected: all }: ManyProps): Screen {
  const { bulk } = text
  const rejected = rejectionOf(all, manyHref)
  const error = rejected?.fields['files']
  return {
    title: bulk.title,
    section: 'register',
    width: 'reading',
    body: html`${pageHead({ title: bulk.title, over: text.at(authorityName), lead: bulk.lead })}
    <form class="k-form" method="post" action="${manyHref}" enctype="multipart/form-data" data-gather data-progress="${text.hints.uploading(
      -1,
      -2,
    )}" data-failed="${text.hints.uploadFailed}">
      ${fileField({
        name: 'files[]',
        id: fieldId('files'),
        label: bulk.files,
        help: text.filesHelp,
        multiple: true,
        required: true,
        ...(error !== undefined && { error }),
      })}
      <div class="k-gathering" role="status" hidden><progress value="0" max="1" aria-label="${bulk.files}"></progress><p></p></div>
      <div class="k-actions">${button({ label: bulk.gather })}${linkButton({ href: registerHref, label: text.title, kind: 'tertiary' })}</div>
    </form>${waiting.length > 0 && section({ title: bulk.waiting, body: waitingTable(waiting) })}`,
  }
}

function waitingTable(waiting: readonly WaitingBatch[]): Html {
  const { bulk } = text
  return table({
    caption: bulk.waitingCaption,
    columns: [
      { key: 'when', head: bulk.when },
      { key: 'count', head: bulk.count },
      { key: 'whose', head: bulk.whose },
    ],
    rows: waiting.map(({ id, startedAt, count, isMine, personName }) => ({
      href: `${manyHref}/${id}`,
      cells: {
        when: dateTimeText(startedAt),
        count: bulk.countOf(count),
        whose: isMine ? bulk.mine : personName,
      },
    })),
    empty: html``,
  })
}

export type BatchProps = {
  readonly batch: Batch
  readonly cases: readonly CaseHint[]
  readonly parties: readonly string[]
  readonly duplicates: readonly Duplicate[]
  readonly today: string
  readonly rejected: Rejected | undefined
}

export function batchPage(props: BatchProps): Screen {
  const { bulk } = text
  const { batch } = props
  const action = `${manyHref}/${batch.id}`
  const count = batch.uploads.length
  return {
    title: bulk.rowsTitle(count),
    section: 'register',
    body: html`${pageHead({ title: bulk.rowsTitle(count), over: bulk.title, lead: bulk.rowsLead })}${
      batch.endedAt === null
        ? html`${batchForm(props, action)}${primaryForm({
            action: `${action}/ta-bort`,
            label: bulk.discard,
            kind: 'danger',
            confirm: bulk.discardAsk,
          })}${handoverLines(batch.handovers)}`
        : notice('info', html`${bulk.ended} <a href="${manyHref}">${bulk.title}</a>`)
    }`,
  }
}

function batchForm(props: BatchProps, action: string): Html {
  const { bulk } = text
  const { batch, cases, today, parties } = props
  const rejected = rejectionOf(props.rejected, action)
  return html`<form class="k-form k-batch" method="post" action="${action}" data-register>
    <fieldset class="ds-fieldset k-group"><legend class="ds-label">${bulk.forAll}</legend>
      ${caseNumberField({ rejected, cases, help: bulk.caseHelp })}
      <p class="k-case-hint" role="status" id="case-hint" data-none="${text.hints.none}" data-several="${text.hints.several}" data-fresh="${text.hints.fresh}"
        data-open="${text.state.open}" data-closed="${text.state.closed}" data-nobody="${text.handledByNobody}"></p>
      ${field({ name: 'caseTitle', label: text.caseTitle, help: bulk.caseTitleHelp, maxLength: 300, width: 'full', rejected })}
      ${radios({
        name: 'direction',
        label: text.direction,
        choices: directions.map((value) => ({ value, label: text.directions[value] })),
        value: 'in',
        inline: true,
        rejected,
      })}
      <div class="k-pair">${field({
        name: 'party',
        label: bulk.partyForAll,
        help: bulk.partyForAllHelp,
        maxLength: 200,
        autocomplete: 'off',
        suggestions: parties,
        rejected,
      })}${dateField({ name: 'datedOn', label: bulk.dayForAll, help: bulk.dayForAllHelp, value: today, max: today, rejected })}</div>
      ${kindField(undefined, rejected)}${sharedMarking(rejected)}
    </fieldset>
    <fieldset class="ds-fieldset k-group" id="${fieldId('rows')}"><legend class="ds-label">${bulk.each}</legend>
      <ol class="k-batch-rows">${batch.uploads.map((upload, index) => batchRow(upload, index, { ...props, rejected }))}</ol>
    </fieldset>
    <div class="k-actions k-register-buttons">${button({ label: bulk.submit(batch.uploads.length) })}</div>
  </form>`
}

function batchRow(upload: Upload, index: number, props: BatchProps): Html {
  const { bulk } = text
  const { rejected, today } = props
  const at = (name: string) => `rows.${index}.${name}`
  const twin = props.duplicates.find(({ sha256 }) => sha256 === upload.sha256)
  const double = props.batch.uploads.slice(0, index).find(({ sha256 }) => sha256 === upload.sha256)
  const day = dayFrom(upload.name)
  return html`<li class="k-batch-row"${attribute('data-twin', (twin ?? double) !== undefined && 'true')}>
    <input type="hidden" name="${at('uploadId')}" value="${upload.id}" />
    <p class="k-batch-file"><span class="k-number">${index + 1}</span> <span>${upload.name}</span></p>
    ${quiet({ name: at('title'), label: bulk.titleOf(upload.name), value: titleFrom(upload.name), rejected })}
    ${quiet({ name: at('party'), label: bulk.partyOf(upload.name), placeholder: bulk.party, list: `${fieldId('party')}-list`, rejected })}
    ${quiet({ name: at('datedOn'), label: bulk.dayOf(upload.name), type: 'date', value: day !== null && day <= today ? day : '', max: today, rejected })}
    ${ownMore({ index, file: upload.name, rejected })}
    <div class="k-batch-ticks">${tickOf({ name: at('skip'), label: bulk.skip, file: upload.name, rejected })}
    ${double !== undefined && html`<p class="k-twin-line">${bulk.twice(double.name)}</p>`}${
      twin !== undefined &&
      html`<p class="k-twin-line"><a href="/handlingar/${twin.recordId}" target="_blank">${bulk.duplicate(twin.number, twin.referenceNumber)}</a></p>${tickOf(
        { name: at('acceptDuplicate'), label: bulk.accept, file: upload.name, rejected },
      )}`
    }</div>
  </li>`
}

type Tick = {
  readonly name: string
  readonly label: string
  readonly file: string
  readonly rejected: Rejected | undefined
}

/** A tick of a row: those who listen hear which file it is about. */
function tickOf({ name, label, file, rejected }: Tick): Html {
  const id = fieldId(name)
  const error = rejected?.fields[name]
  return html`<div class="ds-field"${attribute('data-invalid', error !== undefined && 'true')}>
    <input class="ds-input" type="checkbox" id="${id}" name="${name}" value="ja"${flag('checked', rejected?.values[name] === 'ja')}${attribute(
      'aria-describedby',
      error !== undefined && `${id}-error`,
    )} />
    <label class="ds-label" for="${id}">${label}<span class="k-hidden">: ${file}</span></label>
    ${error !== undefined && html`<p class="ds-validation-message" id="${id}-error">${error}</p>`}
  </div>`
}
