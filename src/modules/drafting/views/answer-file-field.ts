/** The files of an answer: those that are there, each with a tick that keeps it, and a field for more. */

import { html, type Html } from '../../../kernel/html.ts'
import { button, checkbox, fileField, type Rejected } from '../../../kernel/ui/index.ts'
import { fileLine, mostFiles, type AnswerFile } from '../model.ts'
import type { AnswerFieldProps } from './answer-field.ts'
import { fieldText } from './answer-field-text.ts'
import { group } from './fields.ts'

export function fileFields({ answer, name, rejected, files: door, next }: AnswerFieldProps): Html {
  if (door === undefined) return html`<p class="k-help">${fieldText.filesBeside}</p>`
  const { files = [] } = answer
  const isGuest = door.fromGuest === true
  return html`${files.length > 0 && keptFiles(files, { name, at: door.at, rejected })} ${sentBefore(name, rejected)}
  ${fileField({ name: `${name}.files[]`, id: `falt-${name.replaceAll('.', '-')}-files`, label: isGuest ? fieldText.oneFile : fieldText.files, help: isGuest ? fieldText.oneFileHelp(mostFiles) : fieldText.filesHelp(mostFiles), multiple: !isGuest, required: false, rejected })}
  ${isGuest && html`<p class="k-actions">${button({ label: fieldText.addFile, kind: 'secondary', small: true, noValidate: true })}</p>`}
  ${next !== undefined && html`<p class="k-actions">${button({ label: fieldText.addFiles, kind: 'secondary', small: true, name: 'next', value: next, noValidate: true })}</p>`}`
}

type Kept = { readonly name: string; readonly at: string | null; readonly rejected: Rejected | undefined }

/** One that is no longer ticked is taken out when the form is saved, and can be ticked again while the page is open. */
function keptFiles(files: readonly AnswerFile[], { name, at, rejected }: Kept): Html {
  const field = `${name}.kept[]`
  const link = (file: AnswerFile) =>
    at === null ? '' : html`<p><a href="${at}/${file.sha256}" download>${fieldText.openFile(file.name)}</a></p>`
  return group({
    legend: fieldText.filesThere,
    help: fieldText.filesThereHelp,
    body: html`<input type="hidden" name="${field}" value="" />${files.map(
      (file) =>
        html`${checkbox({ name: field, id: `falt-${name.replaceAll('.', '-')}-${file.sha256.slice(0, 12)}`, value: file.sha256, label: fileLine(file), checked: true, rejected })}${link(file)}`,
    )}`,
  })
}

/** What was sent with a form that came back is not sent again. */
function sentBefore(name: string, rejected: Rejected | undefined): Html {
  const given = rejected?.values[`${name}.files[]`] ?? []
  const ids = (typeof given === 'string' ? [given] : given).filter((id) => id !== '')
  if (ids.length === 0) return html``
  return html`<p>${fieldText.filesSent(ids.length)}</p>${ids.map((id) => html`<input type="hidden" name="${name}.files[]" value="${id}" />`)}`
}

/** The files of a draft with a link to each; nothing where there are none. */
export function fileLinks(draftId: string, files: readonly AnswerFile[]): Html {
  return html`<ul class="k-plain">
    ${files.map((file) => html`<li><a href="/utkast/${draftId}/filer/${file.sha256}" download>${fileLine(file)}</a></li>`)}
  </ul>`
}
