/** Masking one file: words, kinds of numbers, lines and pages to take out; the copy as it will look; or a copy made elsewhere. */

import { flag, html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkboxes,
  disclosure,
  field,
  fileField,
  linkButton,
  notice,
  pageHead,
  paperFrame,
  rejectionOf,
  section,
  textArea,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { RecordFile } from '../../registry/index.ts'
import type { Item, Part } from '../model/item.ts'
import { countsOf, masked, patterns, type Masks, type Page, type Parts } from '../model/mask.ts'
import { requestHref, requestNumber, type DisclosureRequest } from '../model/request.ts'
import { text } from '../text.ts'

export type MaskProps = {
  readonly request: DisclosureRequest
  readonly item: Item
  readonly file: RecordFile
  /** The file's text; null where it has none, with the reason in words. */
  readonly pages: readonly Page[] | null
  readonly why: string | null
  readonly masks: Masks
  /** The lines were ticked in a text that is read otherwise now. */
  readonly isStale: boolean
  readonly part: Part | undefined
  readonly rejected: Rejected | undefined
}

export function maskPage(props: MaskProps): Screen {
  const { request, item, file, pages } = props
  const itemHref = requestHref(request, `/handlingar/${item.id}`)
  return {
    title: `${text.mask.title} ${file.name}`,
    section: 'disclosure',
    body: html`${pageHead({
      title: `${text.mask.title} ${file.name}`,
      over: html`<a href="${requestHref(request)}">${text.request(requestNumber(request))}</a> ·
        <a href="${itemHref}">${text.record(item.recordNumber)}</a>`,
      lead: text.mask.lead,
      actions: linkButton({ href: `/filer/${file.id}?visa=1`, label: text.test.look, kind: 'secondary', icon: 'file' }),
    })}
    ${pages === null ? noText(props) : html`${previewPart(props, pages)}${maskForm(props, pages)}`}${uploadPart(props)}`,
  }
}

function addressOf({ request, item, file }: MaskProps): string {
  return requestHref(request, `/handlingar/${item.id}/filer/${file.id}`)
}

function noText({ why }: MaskProps): Html {
  return notice('warning', html`<p><strong>${text.mask.noText}.</strong> ${why}</p><p>${text.mask.noTextLead}</p>`)
}

function provisionField({ item, part }: MaskProps, rejected: Rejected | undefined, id?: string): Html {
  return field({
    name: 'provision',
    label: text.mask.provision,
    value: part?.provision ?? item.provision,
    maxLength: 200,
    required: true,
    rejected,
    ...(id !== undefined && { id }),
  })
}

function maskForm(props: MaskProps, pages: readonly Page[]): Html {
  const action = `${addressOf(props)}/maskning`
  const rejected = rejectionOf(props.rejected, action)
  const { masks } = props
  return html`<form class="k-form" method="post" action="${action}">
    ${textArea({ name: 'words', label: text.mask.words, help: text.mask.wordsHelp, value: masks.words.join('\n'), rows: 4, rejected })}
    ${checkboxes({
      name: 'patterns[]',
      label: text.mask.patterns,
      choices: patterns.map((value) => ({ value, label: text.pattern[value] })),
      values: masks.patterns,
      inline: true,
      rejected,
    })}
    ${provisionField(props, rejected)}
    ${props.isStale && notice('warning', text.mask.textChanged)}
    ${button({ label: text.mask.submit })}
    <section class="k-section">
      <h2>${text.mask.lines}</h2>
      <p>${text.mask.linesHelp}</p>
      ${pages.map((page) => pageLines(page, { of: pages.length, ticked: tickedLines(masks, rejected) }))}
    </section>
    ${button({ label: text.mask.submit, kind: 'secondary' })}
  </form>`
}

function tickedLines(masks: Masks, rejected: Rejected | undefined): ReadonlySet<string> {
  if (rejected === undefined) return new Set(masks.lines.map(String))
  const written = rejected.values['lines[]'] ?? []
  return new Set(typeof written === 'string' ? [written] : written)
}

function pageLines(
  { number, lines }: Page,
  { of, ticked }: { readonly of: number; readonly ticked: ReadonlySet<string> },
): Html {
  const written = lines.filter((line) => line.text.trim() !== '')
  return html`<fieldset class="k-mask-page">
    <legend>${of > 1 ? text.mask.page(number) : text.mask.all}</legend>
    ${written.length === 0 ? html`<p class="k-quiet">${text.mask.emptyPage}</p>` : of > 1 && tick({ name: 'pages[]', value: String(number), words: text.mask.wholePage(number), on: false })}
    <div class="k-mask-lines">
      ${written.map(({ index, text: words }) => tick({ name: 'lines[]', value: String(index), words, on: ticked.has(String(index)) }))}
    </div>
  </fieldset>`
}

type Tick = { readonly name: string; readonly value: string; readonly words: string; readonly on: boolean }

function tick({ name, value, words, on }: Tick): Html {
  const id = `${name.replace('[]', '')}-${value}`
  return html`<div class="ds-field">
    <input class="ds-input" type="checkbox" id="${id}" name="${name}" value="${value}"${flag('checked', on)} />
    <label class="ds-label" for="${id}">${words}</label>
  </div>`
}

/** The copy that is made, read before it is given out; and which words hit nothing. */
function previewPart(props: MaskProps, pages: readonly Page[]): Html {
  const { part, masks, request } = props
  if (part?.way !== 'masked') return notice('info', text.mask.pictures)
  const left = masked(pages, masks)
  return section({
    title: text.mask.preview,
    body: html`<p>${text.mask.previewLead} ${text.mask.pictures}</p>
      ${countsPart(countsOf(pages, masks))}
      ${disclosure({
        summary: text.mask.preview,
        open: true,
        body: paperFrame(
          html`<article class="paper k-masked">${left.map(({ lines }) => html`<section>${blocksOf(lines)}</section>`)}</article>`,
        ),
      })}`,
    actions: linkButton({
      href: requestHref(request, `/kopior/${part.id}`),
      label: text.mask.download,
      kind: 'secondary',
      icon: 'filePdf',
    }),
  })
}

function countsPart(counts: ReturnType<typeof countsOf>): Html {
  const name = (of: string) => Object.entries(text.pattern).find(([pattern]) => pattern === of)?.[1] ?? of
  const missed = counts.filter(({ count }) => count === 0)
  const hits = counts.filter(({ count }) => count > 0)
  return html`${hits.length > 0 && html`<p>${hits.map(({ of, count }) => text.mask.found(name(of), count)).join(' · ')}</p>`}
  ${missed.length > 0 && notice('warning', html`<ul>${missed.map(({ of }) => html`<li>${text.mask.notFound(name(of))}</li>`)}</ul>`)}`
}

/** Lines up to the next empty one are a paragraph. */
function blocksOf(lines: readonly Parts[]): Html[] {
  const blocks: Parts[][] = [[]]
  for (const parts of lines) {
    if (parts.length === 0) blocks.push([])
    else blocks.at(-1)?.push(parts)
  }
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => html`<p>${block.map((parts, at) => html`${at > 0 && html`<br />`}${parts.map(shown)}`)}</p>`)
}

function shown(part: string | null): Html {
  return part === null ? html`<span class="k-mask-box">${text.mask.box}</span>` : html`${part}`
}

function uploadPart(props: MaskProps): Html {
  const action = `${addressOf(props)}/kopia`
  const rejected = rejectionOf(props.rejected, action)
  const body = html`<p>${text.mask.uploadLead} ${text.mask.picturesUnread}</p>
    <form class="k-form" method="post" action="${action}" enctype="multipart/form-data">
      ${fileField({ name: 'files', label: text.mask.upload, accept: '.pdf,.png,.jpg,.jpeg', rejected })}
      ${textArea({
        name: 'words',
        id: 'kopia-words',
        label: text.mask.uploadWords,
        help: text.mask.uploadWordsHelp,
        value: props.masks.words.join('\n'),
        rows: 3,
        rejected,
      })}
      ${provisionField(props, rejected, 'kopia-provision')}
      ${button({ label: text.mask.uploadSubmit, kind: 'secondary' })}
    </form>`
  if (props.pages === null) return section({ title: text.mask.uploadTitle, body })
  return disclosure({ summary: text.mask.uploadTitle, open: rejected !== undefined, body })
}
