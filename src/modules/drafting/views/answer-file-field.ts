/** The files of an answer: those that are there, each with a tick that keeps it, and a field for more. */

import { html, type Html } from '../../../kernel/html.ts'
import { button, checkbox, fileField, type Rejected } from '../../../kernel/ui/index.ts'
import { fileLine, mostFiles, type AnswerFile } from '../model.ts'
import type { AnswerFieldProps } from './answer-field.ts'
import { fieldText } from './answer-field-text.ts'
import { group } from './fields.ts'

export function fileFields({ answer, name, rejected, files: door, next }: AnswerFieldProps): Html {
  const { files = [] } = answer
  const isGuest = door.by === 'guest'
  return html`${files.length > 0 && keptFiles(files, { name, at: door.at, rejected })} ${sentBefore(name, rejected)}
  ${fileField({ name: `${name}.files[]`, id: `falt-${name.replaceAll('.', '-')}-files`, ...errorOf(name, rejected), ...(answer.isRequired ? {} : { required: false }), label: isGuest ? fieldText.oneFile : fieldText.files, help: helpFor(door), multiple: !isGuest, rejected })}
  ${next !== undefined && html`<p class="k-actions">${button({ label: isGuest ? fieldText.addFile : fieldText.addFiles, kind: 'secondary', small: true, name: 'next', value: next, noValidate: true })}</p>`}`
}

function helpFor({ by }: AnswerFieldProps['files']): string {
  if (by === 'sender') return fieldText.filesInHelp(mostFiles)
  return by === 'guest' ? fieldText.oneFileHelp(mostFiles) : fieldText.filesHelp(mostFiles)
}

type Kept = { readonly name: string; readonly at: string | null; readonly rejected: Rejected | undefined }

/** One that is no longer ticked is taken out when the form is saved, and can be ticked again while the page is open. */
function keptFiles(files: readonly AnswerFile[], { name, at, rejected }: Kept): Html {
  const field = `${name}.kept[]`
  const isUnticked = unticked(name, rejected)
  const link = (file: AnswerFile) =>
    at === null ? '' : html`<p><a href="${at}/${file.sha256}" download>${fieldText.openFile(file.name)}</a></p>`
  return group({
    legend: fieldText.filesThere,
    help: fieldText.filesThereHelp,
    body: html`<input type="hidden" name="${field}" value="" />${files.map(
      (file) =>
        html`<input type="hidden" name="${name}.shown[]" value="${file.sha256}" />${checkbox({ name: field, id: `falt-${name.replaceAll('.', '-')}-${file.sha256.slice(0, 12)}`, value: file.sha256, label: fileLine(file), checked: !isUnticked(file) })}${link(file)}`,
    )}`,
  })
}

/** In a form that comes back: one that the person saw and took the tick from, not one that a colleague has added meanwhile. */
function unticked(name: string, rejected: Rejected | undefined): ({ sha256 }: AnswerFile) => boolean {
  const kept = sentAs(`${name}.kept[]`, rejected)
  const shown = sentAs(`${name}.shown[]`, rejected)
  return ({ sha256 }) => shown.includes(sha256) && !kept.includes(sha256)
}

function sentAs(field: string, rejected: Rejected | undefined): readonly string[] {
  const given = rejected?.values[field] ?? []
  return (typeof given === 'string' ? [given] : given).filter((value) => value !== '')
}

function errorOf(name: string, rejected: Rejected | undefined): { readonly error?: string } {
  const error = rejected?.fields[`${name}.files`]
  return error === undefined ? {} : { error }
}

/** What was sent with a form that came back need not be chosen again, unless it was the files that were refused. */
function sentBefore(name: string, rejected: Rejected | undefined): Html {
  const ids = sentAs(`${name}.files[]`, rejected)
  if (ids.length === 0 || rejected?.fields[`${name}.files`] !== undefined) return html``
  return html`<p>${fieldText.filesSent(ids.length)}</p>${ids.map((id) => html`<input type="hidden" name="${name}.files[]" value="${id}" />`)}`
}

/** The files of a draft with a link to each; nothing where there are none. */
export function fileLinks(draftId: string, files: readonly AnswerFile[]): Html {
  return html`<ul class="k-plain">
    ${files.map((file) => html`<li><a href="/utkast/${draftId}/filer/${file.sha256}" download>${fileLine(file)}</a></li>`)}
  </ul>`
}
