import { z } from 'zod'
import { answer, download, endpoint, form, page, type Route } from '../../kernel/http/route.ts'
import { forgetSearch, saveSearch } from './commands.ts'
import { filtersOf, readCursor, searchParams, type SearchParams } from './model.ts'
import { byNumber, didYouMean, findAll, listSaved, namesOf, search, suggest } from './queries.ts'
import { text } from './text.ts'
import { answerOf, foundCsv, searchAnswer, suggestAnswer, suggestionsOf } from './views/answers.ts'
import { hrefOf } from './views/results.ts'
import { saveForm, searchPage } from './views/page.ts'

/** A refused save comes back to the page it was on: its form carries the search as one field. */
const pageParams = z.preprocess((raw) => {
  if (typeof raw !== 'object' || raw === null || !('query' in raw) || typeof raw.query !== 'string') return raw
  return Object.fromEntries(new URLSearchParams(raw.query))
}, searchParams)

function askedBy(params: SearchParams) {
  return { q: params.q.trim(), filters: filtersOf(params), cursor: readCursor(params.efter) }
}

const searching = page('/sok', {
  may: 'someone',
  params: pageParams,
  show: async (ctx, params, rejected) => {
    const asked = askedBy(params)
    const isFirst = asked.cursor === null
    const { items: numbers, isWhole } = isFirst ? await byNumber(ctx, asked.q) : { items: [], isWhole: false }
    const only = isWhole && numbers.length === 1 ? numbers[0] : undefined
    if (only !== undefined && rejected === undefined) return { elsewhere: hrefOf(only) }
    const found = isWhole ? null : await search(ctx, { ...asked, withFacets: isFirst })
    const isNothing = numbers.length === 0 && found !== null && found.items.length === 0
    const { authorityId, officerId } = asked.filters
    return searchPage({
      ...asked,
      numbers,
      page: found,
      meant: isNothing ? await didYouMean(ctx, asked.q) : [],
      saved: await listSaved(ctx),
      names: await namesOf(
        ctx,
        [authorityId, officerId].filter((id) => id !== undefined),
      ),
      isFirst,
      rejected,
    })
  },
})

const file = download('/sok.csv', {
  may: 'someone',
  params: searchParams,
  send: async (ctx, params) => ({
    name: text.csvFile,
    mediaType: 'text/csv',
    inline: false,
    body: foundCsv(await findAll(ctx, askedBy(params))),
  }),
})

const searchApi = answer('/search', {
  may: 'someone',
  params: searchParams,
  result: searchAnswer,
  show: async (ctx, params) => {
    const asked = askedBy(params)
    const { items, isWhole } = asked.cursor === null ? await byNumber(ctx, asked.q) : { items: [], isWhole: false }
    return answerOf(items, isWhole ? null : await search(ctx, asked))
  },
})

const suggestApi = answer('/suggest', {
  may: 'someone',
  params: z.object({ q: z.string().max(200).default('') }),
  result: suggestAnswer,
  show: async (ctx, { q }) => suggestionsOf(await suggest(ctx, q)),
})

export const routes: readonly Route[] = [
  searching,
  file,
  searchApi,
  suggestApi,
  form(saveForm, saveSearch, {
    back: '/sok',
    then: (_, result) => `/sok${result.query}`,
    says: () => text.savedNow,
  }),
  form('/sok/:searchId/ta-bort', forgetSearch, { back: '/sok', then: () => '/sok', says: () => text.forgotten }),
  endpoint('/searches', saveSearch),
  endpoint('/searches/:searchId/forget', forgetSearch),
]
