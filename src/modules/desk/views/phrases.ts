/** Standard phrases: as a panel beside the text, as a list to look after, and one to change. */

import { attribute, html, type Html } from '../../../kernel/html.ts'
import { toHtml } from '../../../kernel/rich-text.ts'
import {
  button,
  capital,
  dateTimeText,
  disclosure,
  emptyState,
  field,
  linkButton,
  notice,
  pageHead,
  primaryForm,
  rejectionOf,
  richField,
  section,
  select,
  table,
  type Rejected,
  type Screen,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case } from '../../registry/index.ts'
import type { Phrase } from '../model/phrase.ts'
import { text } from '../text.ts'
import { panelSearch } from './panel.ts'

export const phrasesPath = '/standardtexter'
const panelPath = 'underlag/standardtexter'

type BodyChoice = { readonly id: string; readonly name: string }

export function phrasePanel(props: {
  theCase: Case
  phrases: readonly Phrase[]
  sought: string
  mayMake: boolean
}): Html {
  const { theCase, phrases, sought, mayMake } = props
  const manage = linkButton({
    href: phrasesPath,
    label: text.phrase.manage,
    kind: 'secondary',
    small: true,
    icon: 'pencil',
  })
  if (phrases.length === 0 && sought === '')
    return emptyState({
      title: text.phrase.none,
      text: text.phrase.noneText,
      icon: 'fileText',
      ...(mayMake && { action: manage }),
    })
  return html`
    ${panelSearch({ action: caseHref(theCase, panelPath), label: text.phrase.inside, value: sought })}
    <p class="k-help k-js-only">${text.phrase.slashHelp}</p>
    <p class="k-help k-no-js">${text.phrase.copyHelp}</p>
    ${phrases.length === 0 && html`<p class="k-quiet">${text.phrase.noneFound}</p>`}
    <div data-roving>${phrases.map(onePhrase)}</div>
    ${mayMake && html`<p class="k-actions">${manage}</p>`}
  `
}

function onePhrase(phrase: Phrase): Html {
  return html`<article class="k-panel-answer">
    <h3>${phrase.name} <code>/${phrase.shortcut}</code></h3>
    ${meant(phrase)}
    <div class="k-quotable">
      <div class="k-quotable-text">${toHtml(phrase.text, { heading: 4 })}</div>
      <button type="button" class="k-quote-button k-js-only"${attribute('data-insert', JSON.stringify(phrase.text.content))}>${text.phrase.insert}<span class="k-hidden"> ${phrase.name}</span></button>
    </div>
  </article>`
}

function meant({ theme, bodyName }: Phrase): Html {
  const words = [theme, bodyName === null ? '' : capital(bodyName)].filter((word) => word !== '')
  return words.length === 0 ? html`` : html`<p class="k-quiet">${words.join(' · ')}</p>`
}

export type PhraseListProps = {
  readonly authority: { readonly id: string; readonly name: string }
  readonly phrases: readonly Phrase[]
  readonly bodies: readonly BodyChoice[]
  /** The one that was just removed, to take back. */
  readonly removed: Phrase | null
  readonly mayMake: boolean
  readonly rejected: Rejected | undefined
}

export function phraseList(props: PhraseListProps): Screen {
  const { authority, phrases, mayMake, removed } = props
  return {
    title: text.phrase.title,
    section: 'cases',
    body: html`
      ${pageHead({ title: text.phrase.title, over: capital(authority.name), lead: text.phrase.lead })}
      ${removed !== null && undo(removed)}
      ${table({
        caption: text.phrase.title,
        columns: [
          { key: 'name', head: text.phrase.name },
          { key: 'shortcut', head: text.phrase.shortcut },
          { key: 'theme', head: text.phrase.theme },
          { key: 'body', head: text.phrase.body },
        ],
        rows: phrases.map((phrase) => ({
          href: `${phrasesPath}/${phrase.id}`,
          cells: {
            name: phrase.name,
            shortcut: `/${phrase.shortcut}`,
            theme: phrase.theme,
            body: phrase.bodyName === null ? text.phrase.allBodies : capital(phrase.bodyName),
          },
        })),
        empty: emptyState({ title: text.phrase.none, text: text.phrase.noneText, icon: 'fileText' }),
      })}
      ${mayMake && newForm(props)}
    `,
  }
}

function undo(removed: Phrase): Html {
  return notice(
    'success',
    html`<p>${text.phrase.removed(removed.name)}</p>
      ${primaryForm({ action: `${phrasesPath}/${removed.id}/angra`, label: text.phrase.undo, kind: 'secondary', icon: 'undo' })}`,
  )
}

function newForm({ authority, bodies, phrases, rejected }: PhraseListProps): Html {
  const action = `${phrasesPath}/ny`
  const refused = rejectionOf(rejected, action)
  return disclosure({
    summary: text.phrase.make,
    open: refused !== undefined || phrases.length === 0,
    body: primaryForm({
      action,
      hidden: { authorityId: authority.id },
      label: text.phrase.makeIt,
      fields: phraseFields({ phrase: null, bodies, rejected: refused }),
    }),
  })
}

type FieldsProps = {
  readonly phrase: Phrase | null
  readonly bodies: readonly BodyChoice[]
  readonly rejected: Rejected | undefined
}

function phraseFields({ phrase, bodies, rejected }: FieldsProps): Html {
  return html`
    ${field({ name: 'name', label: text.phrase.name, value: phrase?.name, width: 'l', required: true, maxLength: 120, rejected })}
    ${field({ name: 'shortcut', label: text.phrase.shortcut, help: text.phrase.shortcutHelp, value: phrase?.shortcut, width: 'm', required: true, maxLength: 31, autocomplete: 'off', rejected })}
    ${richField({ name: 'text', label: text.phrase.text, value: phrase?.text ?? null, rejected })}
    ${field({ name: 'theme', label: text.phrase.theme, help: text.phrase.themeHelp, value: phrase?.theme, width: 'l', required: false, rejected })}
    ${
      bodies.length > 1 &&
      select({
        name: 'bodyId',
        label: text.phrase.body,
        choices: bodies.map(({ id, name }) => ({ value: id, label: capital(name) })),
        value: phrase?.bodyId,
        empty: text.phrase.allBodies,
        width: 'l',
        rejected,
      })
    }
  `
}

export type PhraseProps = FieldsProps & { readonly phrase: Phrase; readonly mayChange: boolean }

export function phraseScreen({ phrase, bodies, mayChange, rejected }: PhraseProps): Screen {
  const action = `${phrasesPath}/${phrase.id}`
  return {
    title: `${text.phrase.title}: ${phrase.name}`,
    section: 'cases',
    width: 'reading',
    body: html`
      ${pageHead({ title: phrase.name, over: html`<a href="${phrasesPath}">${text.phrase.title}</a>`, number: `/${phrase.shortcut}` })}
      <p class="k-quiet">${text.phrase.changed(phrase.changedByName)} ${dateTimeText(phrase.changedAt)}</p>
      ${mayChange && !phrase.isRemoved ? changeForm({ phrase, bodies, rejected: rejectionOf(rejected, action) }) : section({ title: text.phrase.text, body: toHtml(phrase.text) })}
      ${mayChange && !phrase.isRemoved && primaryForm({ action: `${action}/ta-bort`, label: text.phrase.remove, kind: 'danger', icon: 'trash' })}
      ${mayChange && phrase.isRemoved && undo(phrase)}
    `,
  }
}

function changeForm(props: FieldsProps & { readonly phrase: Phrase }): Html {
  return html`<form class="k-form" method="post" action="${phrasesPath}/${props.phrase.id}">
    <input type="hidden" name="version" value="${props.phrase.version}" />
    ${phraseFields(props)} ${button({ label: text.phrase.save })}
  </form>`
}
