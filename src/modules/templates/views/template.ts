/** The form of a template, with the paper beside it as it becomes. */

import { paperHtml } from '../../../kernel/documents/index.ts'
import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  capital,
  checkbox,
  columns,
  disclosure,
  field,
  fileField,
  hiddenFields,
  linkButton,
  pageHead,
  paperFrame,
  rejectionOf,
  section,
  textArea,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { speaking } from '../../../kernel/words.ts'
import { dressed, type Look } from '../model/dress.ts'
import { fieldNames } from '../model/merge.ts'
import type { Owner } from '../model/owner.ts'
import { sampleHeadings, sampleKind, samplePaper, sampleValues } from '../model/sample.ts'
import { memoHeadings, paperKinds, plainTemplate, type PaperKind, type TemplateContent } from '../model/template.ts'
import type { Kept } from '../queries.ts'
import { text } from '../text.ts'
import { templateText } from '../text/template.ts'
import { overviewHref } from './overview.ts'
import { versionList } from './rules.ts'

export type TemplateProps = {
  readonly owner: Owner
  readonly look: Look | null
  readonly versions: readonly Kept[]
  readonly rejected: Rejected | undefined
}

export function templateHref({ key }: Pick<Owner, 'key'>): string {
  return `${overviewHref}/${encodeURIComponent(key)}/mall`
}

export function templatePage(props: TemplateProps): Screen {
  const { owner, versions } = props
  return {
    title: templateText.titleOf(owner.name),
    section: 'templates',
    body: html`${pageHead({
      title: templateText.titleOf(owner.name),
      lead: templateText.lead,
      actions: linkButton({ href: overviewHref, label: text.toOverview, kind: 'tertiary', icon: 'arrowLeft' }),
    })}
    ${columns(html`${isHouses(props) && html`<p class="k-help">${templateText.isHouses}</p>`} ${templateForm(props)} ${backToStandard(props)} ${versionList(versions)}`, preview(props))}`,
  }
}

/** What is shown is the house's, since the authority has none of its own. */
function isHouses({ owner, look, versions }: TemplateProps): boolean {
  return owner.authorityId !== null && look !== null && (versions[0]?.content ?? null) === null
}

/** The way back, where there is something of its own to go back from. */
function backToStandard({ owner, versions: [latest], rejected: refused }: TemplateProps): Html {
  if (latest === undefined || latest.content === null) return html``
  const action = `${templateHref(owner)}/aterga`
  const rejected = rejectionOf(refused, action)
  return disclosure({
    summary: templateText.clear,
    open: rejected !== undefined,
    body: html`<form class="k-form" method="post" action="${action}">
      ${hiddenFields({ owner: owner.key, version: String(latest.version) })}
      <p class="k-help">${templateText.clearHelp(owner.authorityId === null)}</p>
      ${button({ label: templateText.clear, kind: 'secondary' })}
    </form>`,
  })
}

/** A sample of each paper in the look that holds; the browser changes them while one writes. */
function preview(props: TemplateProps): Html {
  return section({
    title: templateText.preview,
    body: html`<p class="k-help">${templateText.previewHelp}</p>
      ${paperKinds.map((kind) => disclosure({ summary: templateText.paper[kind], open: kind === 'memo', body: sample(props, kind) }))}`,
  })
}

function sample({ owner, look }: TemplateProps, kind: PaperKind): Html {
  const paper = dressed(samplePaper(kind, capital(owner.name), templateText.sample), look, {
    ...{ kind, values: sampleValues },
  })
  return html`<div data-preview="${JSON.stringify(sampleValues)}" data-paper="${kind}" data-paper-name="${sampleKind(kind)}" data-organisation="${capital(owner.name)}" data-headings="${JSON.stringify(sampleHeadings(kind))}">
      ${paperFrame(paperHtml(paper, { heading: 3 }))}
    </div>
    <p class="k-actions">${linkButton({ href: `${templateHref(owner)}/exempel.pdf?slag=${kind}`, label: templateText.example, kind: 'tertiary', icon: 'filePdf', download: true })}</p>`
}

function templateForm({ owner, look, versions, rejected: refused }: TemplateProps): Html {
  const action = templateHref(owner)
  const rejected = rejectionOf(refused, action)
  const template = look?.template ?? plainTemplate
  return html`<form class="k-form" method="post" action="${action}" enctype="multipart/form-data">
    ${hiddenFields({ owner: owner.key, version: String(versions[0]?.version ?? 0) })}
    ${part(templateText.letterhead, letterhead(template, look, rejected))}
    ${paperKinds.map((kind) => part(templateText.paper[kind], html`${paperFields(kind, template, rejected)} ${kind === 'memo' && memoFields(template, rejected)}`))}
    ${button({ label: templateText.save })}
  </form>`
}

function part(legend: string, body: Html): Html {
  return html`<fieldset class="ds-fieldset k-field"><legend><h2>${legend}</h2></legend>${body}</fieldset>`
}

function letterhead(template: TemplateContent, look: Look | null, rejected: Rejected | undefined): Html {
  const logo = look?.logo ?? null
  return html`${field({ name: 'organisation', label: templateText.organisation, help: templateText.organisationHelp, value: template.organisation, width: 'full', required: false, rejected })}
  ${field({ name: 'unit', label: templateText.unit, value: template.unit, width: 'full', required: false, rejected })}
  ${textArea({ name: 'footer', label: templateText.footer, help: templateText.footerHelp, value: template.footer.join('\n'), rows: 3, required: false, rejected })}
  ${fileField({ name: 'logo', label: templateText.logo, help: templateText.logoHelp, accept: '.svg,.png,image/svg+xml,image/png', required: false, rejected })}
  <input type="file" name="drawn" accept="image/png" hidden>
  ${logo !== null && checkbox({ name: 'removeLogo', label: templateText.removeLogo, required: false, rejected })}`
}

function paperFields(kind: PaperKind, template: TemplateContent, rejected: Rejected | undefined): Html {
  const own = template[kind]
  const named = (name: string) => ({ name: `${kind}.${name}`, required: false, rejected })
  return html`${field({ ...named('kind'), label: templateText.kind, value: own.kind, width: 'l' })}
  ${textArea({ ...named('opening'), label: templateText.opening, help: templateText.fieldsHelp(fieldNames.map((name) => `{${name}}`).join(', ')), value: own.opening, rows: 2 })}
  ${textArea({ ...named('closing'), label: templateText.closing, value: own.closing, rows: 3 })}`
}

function memoFields({ memo }: TemplateContent, rejected: Rejected | undefined): Html {
  const sent = Object.keys(rejected?.values ?? {}).filter((name) => /^memo\.parts\.\d+\.heading$/.test(name)).length
  const rows = Array.from({ length: Math.max(memo.parts.length + 2, sent) }, (_, at) => at)
  return html`<h3>${templateText.headings}</h3>
  <p class="k-help">${templateText.headingsHelp}</p>
  ${memoHeadings.map((usual, at) => field({ name: `memo.headings.${at}`, label: speaking('sv', () => usual), value: memo.headings[at] ?? '', width: 'l', required: false, rejected }))}
  <h3>${templateText.parts}</h3>
  <p class="k-help">${templateText.partsHelp}</p>
  ${rows.map(
    (at) =>
      html`${field({ name: `memo.parts.${at}.heading`, label: templateText.part(at + 1), value: memo.parts[at]?.heading ?? '', width: 'l', required: false, rejected })}
      ${textArea({ name: `memo.parts.${at}.text`, label: `${templateText.partText} (${at + 1})`, value: memo.parts[at]?.text ?? '', rows: 2, required: false, rejected })}`,
  )}
  ${textArea({ name: 'memo.sendTo', label: templateText.sendTo, help: templateText.sendToHelp, value: memo.sendTo.join('\n'), rows: 3, required: false, rejected })}
  ${textArea({ name: 'memo.responsible', label: templateText.responsible, help: templateText.responsibleHelp, value: memo.responsible.join('\n'), rows: 3, required: false, rejected })}`
}
