/** Fills the officers' desks: phrases, considerations, and the referred documents read in a moment, as when they come in. */

import { fromText } from '../../src/kernel/rich-text.ts'
import { addDays } from '../../src/kernel/time.ts'
import { commentOnDocument, reply } from '../../src/modules/commenting/index.ts'
import { expectDocuments, makePhrase } from '../../src/modules/desk/index.ts'
import { beginConsiderations, consider, listConsiderations } from '../../src/modules/drafting/index.ts'
import { listRecords, lockCase } from '../../src/modules/registry/index.ts'
import { story } from '../demo-city.ts'
import { considered, phrases, saidOfTheProposal } from '../desk.ts'
import { presentCase } from '../present-case.ts'
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

/** On the first page of what the service board answers today: by a head, and answered by the officer. */
async function sayOfTheProposal(loading: Loading): Promise<void> {
  const [head = ''] = story.headsSN
  const day = addDays(loading.today, -1)
  const caseId = await caseOfToday(loading)
  for (const { quote, said, reply: words } of saidOfTheProposal) {
    const commentId = await loading.write(head, day, async (ctx) => {
      const proposal = (await listRecords(ctx, caseId)).find(({ kind }) => kind === 'proposal')
      const file = proposal?.files.find(({ mediaType }) => mediaType === 'application/pdf')
      if (proposal === undefined || file === undefined) throw new Error('The proposal of today has no PDF')
      const anchor = { sha256: file.sha256, title: proposal.title, part: 1, heading: null, isPage: true, words: quote }
      return commentOnDocument(ctx, await lockCase(ctx, caseId), { anchor, quote, said })
    })
    if (words !== null) await loading.as(story.caseOfficerSN, loading.today, reply, { commentId, said: words })
  }
}

async function caseOfToday(loading: Loading): Promise<string> {
  const { id } = await loading.ask((ctx) =>
    ctx.db
      .selectFrom('registry.cases')
      .select('id')
      .where('authority_id', '=', loading.authority('sn'))
      .where('kind', '=', 'referral_answer')
      .where('title', 'like', `%${presentCase.title}`)
      .executeTakeFirstOrThrow(),
  )
  return id
}

export async function loadDesks(loading: Loading): Promise<void> {
  await sayOfTheProposal(loading)
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
