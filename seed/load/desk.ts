/** Fills the officers' desks: phrases, considerations, and the referred documents read in a moment, as when they come in. */

import { fromText } from '../../src/kernel/rich-text.ts'
import { expectDocuments, makePhrase } from '../../src/modules/desk/index.ts'
import { beginConsiderations, consider, listConsiderations } from '../../src/modules/drafting/index.ts'
import { story } from '../demo-city.ts'
import { considered, phrases } from '../desk.ts'
import type { Loading } from './loading.ts'

const administrator = 'omar-sandvik'

/** The municipality's list, before the first memo that goes by it. */
export async function loadConsiderations(loading: Loading, day: string): Promise<void> {
  await loading.as(administrator, day, beginConsiderations, {})
}

type Writing = {
  readonly caseId: string
  readonly board: keyof typeof considered
  readonly who: string
  readonly day: string
}

/** What the memo of a board says of them. */
export async function considerIn(loading: Loading, { caseId, board, who, day }: Writing): Promise<void> {
  const { authority_id: authorityId } = await loading.ask((ctx) =>
    ctx.db.selectFrom('registry.cases').select('authority_id').where('id', '=', caseId).executeTakeFirstOrThrow(),
  )
  const list = await loading.ask((ctx) => listConsiderations(ctx, authorityId))
  const idOf = (name: string) => list.find((one) => one.name === name)?.id ?? ''
  const said = considered[board].map(([name, state, text]) => ({ considerationId: idOf(name), state, text }))
  await loading.as(who, day, consider, { caseId, considered: said })
}

export async function loadDesks(loading: Loading): Promise<void> {
  for (const { text, ...phrase } of phrases)
    await loading.as(story.caseOfficerSN, loading.today, makePhrase, {
      authorityId: loading.authority('sn'),
      text: fromText(text),
      ...phrase,
    })
  await loading.write(story.planningSecretary, loading.today, async (ctx) => {
    const records = await ctx.db.selectFrom('registry.records').select('id').where('direction', '=', 'in').execute()
    await expectDocuments(
      ctx,
      records.map(({ id }) => id),
    )
  })
}
