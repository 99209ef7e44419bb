/** Skrivregler och mallar of the authority where one works: what holds, and the way to change it. */

import { html, type Html } from '../../../kernel/html.ts'
import { dateTimeText, facts, linkButton, pageHead, section, type Screen } from '../../../kernel/ui/index.ts'
import { checkCodes, checkLabel, type WritingRules } from '../../checking/index.ts'
import { abbreviationLines } from '../model/rules-form.ts'
import type { Owner } from '../model/owner.ts'
import type { Kept, Template } from '../queries.ts'
import { text } from '../text.ts'
import { templateText } from '../text/template.ts'

export const overviewHref = '/mallar'

export function rulesHref({ key }: Pick<Owner, 'key'>): string {
  return `${overviewHref}/${encodeURIComponent(key)}/skrivregler`
}

export type Held = {
  readonly owner: Owner
  /** What is saved for this owner; null: nothing of its own. */
  readonly latest: Kept | null
  /** The house has some of its own. */
  readonly isHouses: boolean
  readonly rules: WritingRules
  /** The template that holds for this owner. */
  readonly template: Template | null
  readonly mayChange: boolean
}

export function overviewPage(all: readonly Held[]): Screen {
  return {
    title: text.title,
    section: 'templates',
    body: html`${pageHead({ title: text.title, lead: text.lead(all[0]?.owner.name ?? '') })}
    ${all.map((held) => html`${heldSection(held)} ${templateSection(held)}`)}`,
  }
}

function heldSection(held: Held): Html {
  const { owner, rules, mayChange } = held
  return section({
    title: text.rules.titleOf(owner.name),
    id: `skrivregler-${owner.key}`,
    ...(mayChange && {
      actions: linkButton({
        href: rulesHref(owner),
        label: text.change,
        kind: 'secondary',
        small: true,
        icon: 'pencil',
      }),
    }),
    body: html`${owner.authorityId === null && html`<p class="k-help">${text.houseLead}</p>`}
    ${facts([{ term: text.whose, value: whoseOf(held) }, ...ruleFacts(rules)])}`,
  })
}

function templateSection({ owner, template, mayChange }: Held): Html {
  const href = `${overviewHref}/${encodeURIComponent(owner.key)}/mall`
  return section({
    title: templateText.titleOf(owner.name),
    id: `mall-${owner.key}`,
    ...(mayChange && {
      actions: linkButton({ href, label: text.change, kind: 'secondary', small: true, icon: 'pencil' }),
    }),
    body: html`<p>${template === null ? templateText.none : templateText.shown(template.version, template.savedByName)}</p>
      <p class="k-actions">
        ${linkButton({ href: `${href}/exempel.pdf`, label: templateText.example, kind: 'tertiary', icon: 'filePdf', download: true })}
      </p>`,
  })
}

function whoseOf({ owner, latest, isHouses }: Held): Html {
  if (latest !== null)
    return html`${owner.authorityId === null ? text.fromHouse : text.own}. ${text.changed(latest.savedByName)} ${dateTimeText(latest.savedAt)}`
  return html`${isHouses && owner.authorityId !== null ? text.fromHouse : text.usual}`
}

function ruleFacts(rules: WritingRules) {
  const off = checkCodes.filter((code) => rules.off.includes(code)).map(checkLabel)
  return [
    {
      term: text.rules.summaryMost,
      value:
        rules.summaryMost === null ? text.rules.noLimit : `${rules.summaryMost} ${text.rules.unit[rules.summaryUnit]}`,
    },
    {
      term: text.rules.dateForm,
      value: rules.dateForm === null ? text.rules.anyDate : text.rules.dateForms[rules.dateForm],
    },
    {
      term: text.rules.required,
      value: rules.required.map((part) => text.rules.parts[part]).join(', ') || text.rules.none,
    },
    { term: text.rules.headings, value: rules.headings.join(', ') || text.rules.none },
    {
      term: text.rules.abbreviations,
      value: abbreviationLines(rules.abbreviations).replaceAll('\n', ', ') || text.rules.none,
    },
    { term: text.rules.off, value: off.join(', ') || text.rules.none },
  ]
}
