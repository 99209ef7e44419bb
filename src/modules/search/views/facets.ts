/** Narrowing down: what is chosen, each to be taken away; and what there is to choose, with how many. */

import { html, type Html } from '../../../kernel/html.ts'
import { button, dateField, hiddenFields, icon } from '../../../kernel/ui/index.ts'
import { directionLabel } from '../../registry/index.ts'
import { addressOf, filterNames, type Facet, type FilterName, type Filters } from '../model.ts'
import { text } from '../text.ts'
import { kindLabel } from './results.ts'

export type Chosen = {
  readonly q: string
  readonly filters: Partial<Filters>
  readonly names: ReadonlyMap<string, string>
}

/** A filter's value in words. */
function valueLabel(filters: Partial<Filters>, name: FilterName, names: ReadonlyMap<string, string>): string {
  const { kind, direction, state } = filters
  if (name === 'kind' && kind !== undefined) return kindLabel(kind)
  if (name === 'direction' && direction !== undefined) return directionLabel(direction)
  if (name === 'state' && state !== undefined) return text.states[state]
  const value = String(filters[name] ?? '')
  return names.get(value) ?? value
}

function without(filters: Partial<Filters>, name: FilterName): Partial<Filters> {
  const { [name]: _, ...rest } = filters
  return rest
}

export function chosenFilters({ q, filters, names }: Chosen): Html {
  const chosen = filterNames.filter((name) => filters[name] !== undefined)
  if (chosen.length === 0) return html``
  return html`<nav class="k-chips k-chosen" aria-label="${text.active}"><ul>${chosen.map((name) => {
    const words = `${text.facets[name]}: ${valueLabel(filters, name, names)}`
    return html`<li><a href="${addressOf({ q, filters: without(filters, name) })}" aria-label="${text.remove(words)}">${words}${icon('cross')}</a></li>`
  })}${chosen.length > 1 && html`<li><a href="${addressOf({ q, filters: {} })}">${text.clear}</a></li>`}</ul></nav>`
}

/** One list for each sort that still leaves something to choose. */
export function facetLists(chosen: Chosen, facets: readonly Facet[], isMore: boolean): Html {
  const open = facets.filter(({ filter, values }) => chosen.filters[filter] === undefined && values.length > 1)
  return html`<div class="k-facets">${isMore && html`<p class="k-help">${text.sampled}</p>`}${open.map((facet) =>
    facetList(chosen, facet, isMore),
  )}${dates(chosen)}</div>`
}

function facetList({ q, filters }: Chosen, { filter, values }: Facet, isMore: boolean): Html {
  return html`<section><h3>${text.facets[filter]}</h3><ul>${values.map(({ value, label, count }) => {
    const narrowed = narrowedBy(filters, filter, value)
    const shown = label === value ? valueLabel(narrowed, filter, new Map()) : label
    return html`<li><a href="${addressOf({ q, filters: narrowed })}">${shown}</a><span class="k-count">${
      isMore ? text.more(String(count)) : count
    }</span></li>`
  })}</ul></section>`
}

function narrowedBy(filters: Partial<Filters>, filter: FilterName, value: string): Partial<Filters> {
  return { ...filters, [filter]: filter === 'year' ? Number(value) : value }
}

function dates({ q, filters }: Chosen): Html {
  const address = new URLSearchParams(addressOf({ q, filters: without(without(filters, 'from'), 'to') }, ''))
  return html`<form class="k-form" method="get" action="/sok">
    <h3>${text.dates}</h3>${hiddenFields(Object.fromEntries(address))}
    ${dateField({ name: 'fran', label: text.facets.from, value: filters.from })}
    ${dateField({ name: 'till', label: text.facets.to, value: filters.to })}
    ${button({ label: text.apply, kind: 'secondary', small: true })}
  </form>`
}
