/** What few of many files need, folded away: a marking, and a case of their own. */

import { html, type Html } from '../../../kernel/html.ts'
import { disclosure, field, radios, textArea, type Rejected } from '../../../kernel/ui/index.ts'
import { provisions } from '../../registry/index.ts'
import { text } from '../text/register.ts'

function isWritten(rejected: Rejected | undefined, names: readonly string[]): boolean {
  return names.some((name) => (rejected?.values[name] ?? '') !== '' || rejected?.fields[name] !== undefined)
}

/** The marking that the files share: by which provision, where all are marked, and what each marking hides. */
export function sharedMarking(rejected: Rejected | undefined): Html {
  const { bulk } = text
  const body = html`<p class="k-help">${bulk.secrecyHelp}</p>${field({
    name: 'secrecy.provision',
    label: bulk.provisionForAll,
    help: bulk.provisionForAllHelp,
    suggestions: provisions,
    maxLength: 200,
    width: 'm',
    rejected,
  })}${textArea({ name: 'secrecy.reason', label: text.reason, rows: 2, maxLength: 2000, required: false, rejected })}${hiding(
    { name: 'secrecy.hidesTitle', label: bulk.whatTitle, rejected },
  )}${hiding({ name: 'secrecy.hidesParty', label: bulk.whatParty, rejected })}`
  return disclosure({ summary: text.secrecy, open: isWritten(rejected, ['secrecy.provision', 'secrecy.reason']), body })
}

type Hiding = { readonly name: string; readonly label: string; readonly rejected: Rejected | undefined }

function hiding({ name, label, rejected }: Hiding): Html {
  const choices = [
    { value: 'true', label: text.bulk.hidden },
    { value: 'false', label: text.bulk.shown },
  ]
  return radios({ name, label, choices, value: 'true', inline: true, rejected })
}

type More = { readonly index: number; readonly file: string; readonly rejected: Rejected | undefined }

/** Folded in a file's row. */
export function ownMore({ index, file, rejected }: More): Html {
  const { bulk } = text
  const at = (name: string) => `rows.${index}.${name}`
  const [provision, caseTitle] = [at('provision'), at('caseTitle')]
  const body = html`${field({
    name: provision,
    label: bulk.provision,
    help: bulk.provisionHelp,
    suggestions: provisions,
    maxLength: 200,
    width: 'm',
    required: false,
    rejected,
  })}${field({
    name: caseTitle,
    label: bulk.ownCase,
    help: bulk.ownCaseHelp,
    maxLength: 300,
    width: 'full',
    required: false,
    rejected,
  })}`
  const summary = html`${bulk.more}<span class="k-hidden">: ${file}</span>`
  return html`<div class="k-batch-more">${disclosure({ summary, open: isWritten(rejected, [provision, caseTitle]), body })}</div>`
}
