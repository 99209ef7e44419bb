/** What was found: each with its number, its title, the passage where the words stand, its day, party and authority. */

import { html, type Html } from '../../../kernel/html.ts'
import { dateOnly, icon, statusTag } from '../../../kernel/ui/index.ts'
import { caseHref, directionLabel, recordHref, recordKindLabel, struckTag } from '../../registry/index.ts'
import { pieces, trimmed, type FoundItem, type Kind } from '../model.ts'
import { text } from '../text.ts'

export function kindLabel(kind: Kind): string {
  return kind === 'case' ? text.kindCase : recordKindLabel(kind)
}

export function hrefOf(item: Pick<FoundItem, 'id' | 'kind' | 'referenceNumber'>): string {
  return item.kind === 'case' ? caseHref(item) : recordHref(item)
}

export function resultList(items: readonly FoundItem[], shown: readonly string[]): Html {
  return html`<ol class="k-found">${items.map((item) => result(item, shown))}</ol>`
}

/** The words that were found, marked; everything is escaped. */
function marked(words: string, shown: readonly string[]): Html {
  return html`${pieces(words, shown).map((piece) => (piece.isFound ? html`<mark>${piece.text}</mark>` : piece.text))}`
}

function result(item: FoundItem, shown: readonly string[]): Html {
  const isCase = item.kind === 'case'
  const number = isCase ? item.referenceNumber : (item.recordNumber ?? '')
  return html`<li>
    <p class="k-over">
      <span>${kindLabel(item.kind)}</span><span class="k-number">${number}</span>${
        item.direction !== null && html`<span>${directionLabel(item.direction)}</span>`
      }${isCase && html`<span>${text.states[item.state]}</span>`}${item.isSecret && statusTag('waiting', text.secret)}${struckTag(item)}
    </p>
    <h3><a href="${hrefOf(item)}">${marked(item.title, shown)}</a></h3>
    ${item.passage !== null && html`<p class="k-passage">${marked(trimmed(item.passage), shown)}</p>`}
    ${item.hasUnread && html`<p class="k-help">${icon('information')} ${text.unread}</p>`}
    <p class="k-found-facts">${facts(item, shown)}</p>
  </li>`
}

function facts(item: FoundItem, shown: readonly string[]): Html {
  return html`<span>${dateOnly(item.datedOn)}</span>${
    item.party !== null && html`<span>${marked(item.party, shown)}</span>`
  }<span>${item.authorityName}</span>${
    item.kind !== 'case' && html`<a href="${caseHref(item)}">${text.inCase(item.referenceNumber, item.caseTitle)}</a>`
  }`
}
