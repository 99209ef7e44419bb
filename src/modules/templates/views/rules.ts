/** The form of the writing rules, and their earlier versions. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  button,
  checkboxes,
  dateTimeText,
  disclosure,
  field,
  hiddenFields,
  linkButton,
  pageHead,
  rejectionOf,
  select,
  textArea,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { checkCodes, checkLabel, dateForms, requirableParts, type WritingRules } from '../../checking/index.ts'
import type { Owner } from '../model/owner.ts'
import { abbreviationLines } from '../model/rules-form.ts'
import type { Kept } from '../queries.ts'
import { text } from '../text.ts'
import { overviewHref, rulesHref } from './overview.ts'

export type RulesProps = {
  readonly owner: Owner
  readonly rules: WritingRules
  readonly versions: readonly Kept[]
  readonly rejected: Rejected | undefined
}

export function rulesPage(props: RulesProps): Screen {
  const { owner, versions } = props
  return {
    title: text.rules.titleOf(owner.name),
    section: 'templates',
    body: html`${pageHead({
      title: text.rules.titleOf(owner.name),
      lead: text.rules.lead,
      actions: linkButton({ href: overviewHref, label: text.toOverview, kind: 'tertiary', icon: 'arrowLeft' }),
    })}
    ${rulesForm(props)} ${versionList(versions)}`,
  }
}

function rulesForm({ owner, rules, versions, rejected: refused }: RulesProps): Html {
  const action = rulesHref(owner)
  const rejected = rejectionOf(refused, action)
  const say = text.rules
  return html`<form class="k-form" method="post" action="${action}">
    ${hiddenFields({ owner: owner.key, version: String(versions[0]?.version ?? 0) })}
    ${field({ name: 'summaryMost', label: say.summaryMost, help: say.summaryMostHelp, value: rules.summaryMost === null ? '' : String(rules.summaryMost), inputMode: 'numeric', width: 's', required: false, rejected })}
    ${select({ name: 'summaryUnit', label: say.summaryUnit, choices: (['characters', 'words'] as const).map((unit) => ({ value: unit, label: say.unit[unit] })), value: rules.summaryUnit, empty: false, width: 's', rejected })}
    ${select({ name: 'dateForm', label: say.dateForm, choices: dateForms.map((form) => ({ value: form, label: say.dateForms[form] })), value: rules.dateForm ?? '', empty: say.anyDate, width: 'l', rejected })}
    ${textArea({ name: 'abbreviations', label: say.abbreviations, help: say.abbreviationsHelp, value: abbreviationLines(rules.abbreviations), rows: 5, required: false, rejected })}
    ${checkboxes({ name: 'required[]', label: say.required, choices: requirableParts.map((part) => ({ value: part, label: say.parts[part] })), values: rules.required, required: false, rejected })}
    ${textArea({ name: 'headings', label: say.headings, help: say.headingsHelp, value: rules.headings.join('\n'), rows: 4, required: false, rejected })}
    ${checkboxes({ name: 'on[]', label: say.on, help: say.onHelp, choices: checkCodes.map((code) => ({ value: code, label: checkLabel(code) })), values: checkCodes.filter((code) => !rules.off.includes(code)), required: false, rejected })}
    ${field({ name: 'sentenceMost', label: say.sentenceMost, value: String(rules.sentenceMost), inputMode: 'numeric', width: 's', rejected })}
    ${button({ label: say.save })}
  </form>`
}

/** What held before, each to restore as a version of its own. */
export function versionList(versions: readonly Kept[]): Html {
  const [, ...earlier] = versions
  if (earlier.length === 0) return html``
  return disclosure({
    summary: text.versions,
    body: html`<ul class="k-plain-list">
      ${earlier.map(
        ({ id, version, restored, content, savedAt, savedByName }) =>
          html`<li>
            <form method="post" action="${overviewHref}/versioner/${id}/aterstall">
              ${text.version(version)} ${content === null && text.isStandard} ${restored !== null && text.restoredFrom(restored)}, ${text.by(savedByName)} ${dateTimeText(savedAt)}
              ${button({ label: text.restore, kind: 'tertiary', small: true })}
            </form>
          </li>`,
      )}
    </ul>`,
  })
}
