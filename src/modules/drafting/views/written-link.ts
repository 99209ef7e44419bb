/** A way to words in a draft: the field they stand in, and with JavaScript the words themselves. */

import { attribute, html, type Html } from '../../../kernel/html.ts'
import { fieldId } from '../../../kernel/ui/index.ts'

/** Where words stand: the field as its form names it, and which of those that have the same words. */
type WrittenPlace = { readonly field: string; readonly at: number; readonly nth: number }

/** @param fieldsAt the page with the fields; nothing when they are on the same page. */
export function writtenLink(
  label: Html | string,
  { quote, place, fieldsAt }: { readonly quote: string; readonly place: WrittenPlace; readonly fieldsAt: string },
): Html {
  return html`<a href="${fieldsAt}#${idOf(place)}"${attribute('data-words', quote !== '' && quote)} data-nth="${place.nth}">${label}</a>`
}

const mostShown = 160

/** A quote, not longer than one takes in at a glance. */
export function shortQuote(quote: string): Html {
  return html`<q>${quote.length > mostShown ? `${quote.slice(0, mostShown)} …` : quote}</q>`
}

/** The id that the field of the form has; one that comes in numbers is named from 1. A field with a thing on each line is one. */
function idOf({ field, at }: Pick<WrittenPlace, 'field' | 'at'>): string {
  return field.endsWith('[]') ? `${fieldId(field)}${at + 1}` : fieldId(field)
}
