/** The checks of a draft, with what the house knows and what was let stand. */

import type { Read, Write } from '../../../kernel/context.ts'
import { checkCodes, checkWriting, numbersIn, type Finding, type Known, type Written } from '../../checking/index.ts'
import { listAuthorities, listBodies } from '../../organisation/index.ts'
import { listRecords, type Case } from '../../registry/index.ts'
import { rulesAt } from '../../templates/index.ts'
import { sorted, type DraftChecks, type LastMend, type LetStand } from '../model/checks.ts'
import type { Draft } from '../model/draft.ts'
import { withReachableFix } from '../model/mending.ts'
import { writtenOf } from '../model/written.ts'
import { headingsAskedOf } from './considerations.ts'

/** What is to be looked at in a draft, what was let stand, and the last fix. */
export async function checksOf(ctx: Read | Write, draft: Draft, theCase: Case): Promise<DraftChecks> {
  const findings = await findingsOf(ctx, draft, theCase)
  return { ...sorted(findings, await listLetStand(ctx, draft)), mend: await findLastMend(ctx, draft) }
}

/** Everything that the checks say, whatever was let stand. */
export async function findingsOf(ctx: Read | Write, draft: Draft, theCase: Case): Promise<Finding[]> {
  const written = writtenOf(draft, theCase.referenceNumber)
  const rules = await rulesAt(ctx, draft.authorityId)
  const headings = await headingsAskedOf(ctx, draft, rules.headings)
  const findings = checkWriting(written, await knownTo(ctx, written, theCase), { ...rules, headings })
  return findings.map((finding) => withReachableFix(draft, finding))
}

/** What the house knows that a text is checked against. */
export async function knownTo(ctx: Read | Write, written: Written, theCase: Case): Promise<Known> {
  const bodies = await listBodies(ctx)
  const authorities = await listAuthorities(ctx)
  const prefixes = authorities.map(({ prefix }) => prefix)
  const numbers = numbersIn(written, { prefixes, caseNumber: theCase.referenceNumber })
  const records = await listRecords(ctx, theCase.id)
  return {
    bodies: bodies.map(({ name, shortName, aliases, kind }) => ({ name, aliases: [shortName, ...aliases], kind })),
    caseNumber: theCase.referenceNumber,
    caseTitle: theCase.title,
    answerBy: theCase.dueOn,
    prefixes,
    numbersThere: await numbersThere(ctx, numbers, { authorities, theCase }),
    records: records.flatMap(({ title, files }) => [title, ...files.map(({ name }) => name)]),
  }
}

type Around = { readonly authorities: Awaited<ReturnType<typeof listAuthorities>>; readonly theCase: Case }

/** Those of the numbers that are of a case one may see, or of the case at the sender. Each is looked up in its authority's own form. */
async function numbersThere(
  ctx: Read | Write,
  numbers: readonly string[],
  { authorities, theCase }: Around,
): Promise<Set<string>> {
  const counterpart = theCase.counterpart ?? ''
  const own = numbers.filter((number) => counterpart.includes(number))
  if (numbers.length === 0) return new Set()
  const formed = numbers.map((number) => {
    const [prefix, year = '', n = ''] = number.match(/\p{L}+|\d+/gu) ?? []
    const { numberFormat } = authorities.find((one) => one.prefix === prefix) ?? { numberFormat: '' }
    const whole = numberFormat
      .replace('{prefix}', prefix ?? '')
      .replace('{year}', year)
      .replace('{n}', n)
    return { number, whole }
  })
  const rows = await ctx.db
    .selectFrom('registry.cases')
    .select('reference_number as number')
    .where('reference_number', 'in', [...numbers, ...formed.map(({ whole }) => whole)])
    .execute()
  const there = new Set(rows.map(({ number }) => number))
  return new Set([
    ...own,
    ...formed.filter(({ number, whole }) => there.has(number) || there.has(whole)).map(({ number }) => number),
  ])
}

/** What was let stand in the drafts of this kind in the case, also before a new version was begun. */
async function listLetStand(ctx: Read | Write, { caseId, kind }: Draft): Promise<LetStand[]> {
  return ctx.db
    .selectFrom('drafting.let_stand as l')
    .innerJoin('drafting.drafts as d', 'd.id', 'l.draft_id')
    .innerJoin('organisation.people as p', 'p.id', 'l.by')
    .where('d.case_id', '=', caseId)
    .where('d.kind', '=', kind)
    .where('l.taken_up_at', 'is', null)
    .select(['l.id', 'l.key', 'l.reason', 'l.at', 'p.name as byName'])
    .orderBy('l.at', 'desc')
    .execute()
}

async function findLastMend(ctx: Read | Write, { id, version }: Draft): Promise<LastMend | null> {
  const row = await ctx.db
    .selectFrom('drafting.mends')
    .select(['from_version as fromVersion', 'code', 'quote'])
    .where('draft_id', '=', id)
    .where('from_version', '=', version - 1)
    .executeTakeFirst()
  const code = checkCodes.find((one) => one === row?.code)
  return row === undefined || code === undefined ? null : { ...row, code }
}
