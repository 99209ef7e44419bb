/** What both referrals of the demo city need: numbers that go on, a memo as its form sends it, approvals. */

import { sql } from 'kysely'
import { fromText } from '../../src/kernel/rich-text.ts'
import { approveDrafts } from '../../src/modules/drafting/index.ts'
import { continueSeries } from '../../src/modules/meetings/index.ts'
import type { Memo } from '../demo-city.ts'
import type { Loading } from './loading.ts'

/** So that the demo's case has the number it has in real life, the series goes on from the number before. */
export async function continueNumbers(loading: Loading, authority: string, reference: string): Promise<void> {
  const [, year, number] = /-(\d{4})-(\d+)$/.exec(reference) ?? []
  await sql`insert into registry.series (authority_id, year, kind, last)
    values (${loading.authority(authority)}, ${Number(year)}, 'case', ${Number(number) - 1})
    on conflict (authority_id, year, kind) do update set last = greatest(registry.series.last, excluded.last)`.execute(
    loading.ground.db,
  )
}

/** A memo of the seed as the form sends it. */
export async function memoFields(loading: Loading, memo: Memo) {
  const people = await loading.ask((ctx) =>
    ctx.db.selectFrom('organisation.people').select(['id', 'key', 'name', 'title', 'email']).execute(),
  )
  const named = (key: string) => {
    const person = people.find((each) => each.key === key)
    if (person === undefined) throw new Error(`The seed has nobody called ${key}`)
    return person
  }
  const { name, title, email } = named(memo.author)
  return {
    date: memo.date,
    reference: { name, title, email },
    title: memo.title,
    summary: fromText(memo.summary.join('\n\n')),
    proposals: [...memo.proposals],
    basis: [...memo.basis],
    sendTo: [...memo.sendTo],
    responsible: memo.responsible.map(named).map((head) => ({ name: head.name, role: head.title, personId: head.id })),
  }
}

/** Every head in turn approves what waits in the case. */
export async function approveAll(
  loading: Loading,
  { caseId, heads: asked, day }: { caseId: string; heads: readonly string[]; day: string },
): Promise<void> {
  const { id: submissionId, digest } = await loading.ask((ctx) =>
    ctx.db
      .selectFrom('drafting.submissions')
      .select(['id', 'digest'])
      .where('case_id', '=', caseId)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow(),
  )
  for (const head of asked) await loading.as(head, day, approveDrafts, { submissionId, digest: digest ?? '' })
}

type Paragraphs = { secretary: string; body: string; year: number; paragraph: number }

/** The next § of the body that year is this one, if it has not come so far already. */
export async function continueParagraphs(
  loading: Loading,
  { secretary: who, body, year, paragraph }: Paragraphs,
): Promise<void> {
  await loading.as(who, `${year}-01-02`, continueSeries, { bodyId: loading.body(body), year, last: paragraph - 1 })
}
