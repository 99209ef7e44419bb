/** Deciding in the board's place: on a rule of its scheme (KL 6:37, 7:5), or because it cannot wait (6:39). */

import { z } from 'zod'
import { choice, day, maybeChoice, maybeId, maybeWords, words } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { type Paper, paperFiles, paperHtml } from '../../../kernel/documents/index.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { speaking } from '../../../kernel/words.ts'
import { getPerson, roleLabel, type Person } from '../../organisation/index.ts'
import { getCase, registerRecord, writeLedger, type Case, type RecordItem } from '../../registry/index.ts'
import {
  addressees,
  appeals,
  decisionNumber,
  obstaclesToDeciding,
  obstaclesToDecidingUrgently,
  type Appeal,
  type Decided,
  type RuleInForce,
} from '../model.ts'
import { decisionPaper, decisionTitle, type DecisionFacts } from '../papers.ts'
import { getDelegated, getRule, usableRule, type Usable } from '../queries.ts'
import { text } from '../text.ts'
import { holdBoard } from './hold.ts'
import { points } from './input.ts'

const what = {
  /** Its id or its reference number. */
  caseId: z.string().trim().min(1),
  ruleId: z.uuid({ error: () => text.invalid.noRule }),
  /** Left out: the heading of the rule. */
  title: maybeWords(250),
  points,
  motivation: maybeWords(20_000),
  decidedOn: day,
  /** Left out: as the rule says. */
  appeal: maybeChoice(appeals).default(null),
}

const toDecide = z.object({
  ...what,
  addressee: choice(addressees).default('nobody'),
  /** The decision that this one takes the place of: an error is put right by a new decision only. */
  correctsId: maybeId,
})

/** Decides a matter by delegation, under the board's next number of the year, and registers the decision in the case. */
export const decideByDelegation = command('delegation.decide', toDecide, async (ctx, input) => {
  const ground = await groundOf(ctx, input)
  const { rule, theCase, usable } = ground
  const asked = { rule, theCase, decidedOn: input.decidedOn, isTheirs: usable !== null, addressee: input.addressee }
  // Two who replace the same decision at once come one after the other.
  if (input.correctsId !== null) await holdBoard(ctx, rule.bodyId)
  refuseIf([
    ...obstaclesToDeciding(asked, today(ctx)),
    ...(await obstaclesToCorrecting(ctx, input.correctsId, theCase)),
  ])
  return keep(ctx, ground, { ...input, whyUrgent: null, document: null })
})

const toDecideUrgently = z.object({ ...what, whyUrgent: words(4000, () => text.invalid.noWhyUrgent) })

/** The chair's, or another appointed member's, decision in what cannot wait for the board (KL 6:39, A-90). */
export const decideUrgently = command('delegation.decide-urgently', toDecideUrgently, async (ctx, input) => {
  const ground = await groundOf(ctx, input)
  const { rule, theCase, usable } = ground
  const asked = { rule, theCase, decidedOn: input.decidedOn, isTheirs: usable !== null }
  refuseIf(obstaclesToDecidingUrgently(asked, today(ctx)))
  return keep(ctx, ground, { ...input, correctsId: null, document: null })
})

export type ToDecide = {
  readonly caseId: string
  readonly ruleId: string
  readonly title: string
  readonly points: readonly string[]
  readonly motivation: string | null
  readonly appeal: Appeal
}

/** Registers the decision as a document of the caller's own, which shows the number and the rule it is made on. */
export type Documenting = (facts: DecisionFacts) => Promise<RecordItem>

/**
 * Decides by delegation today for a module downstream, inside its command: with the same rules, series, ledger and report to the
 * board as any other decision. Only the document is the caller's.
 */
export async function decideWithDocument(
  ctx: Write,
  asked: ToDecide,
  document: Documenting,
): Promise<Decided & { recordId: string }> {
  const decidedOn = today(ctx)
  const ground = await groundOf(ctx, { ...asked, decidedOn })
  const { rule, theCase, usable } = ground
  const addressee = 'nobody'
  refuseIf(obstaclesToDeciding({ rule, theCase, decidedOn, isTheirs: usable !== null, addressee }, decidedOn))
  return keep(ctx, ground, { ...asked, decidedOn, whyUrgent: null, correctsId: null, document })
}

type Ground = {
  readonly rule: RuleInForce
  readonly theCase: Case
  readonly person: Person
  readonly usable: Usable | null
}

/** Asks whether the person may decide anything at the case's authority, and reads what the decision rests on. */
async function groundOf(
  ctx: Write,
  { caseId, ruleId, decidedOn }: { caseId: string; ruleId: string; decidedOn: string },
): Promise<Ground> {
  const theCase = await getCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const who = await getPerson(ctx, actingPerson(ctx))
  const rule = await getRule(ctx, ruleId)
  const usable = await usableRule(ctx, { rule, personId: who.id, day: decidedOn })
  return { rule, theCase, person: { ...who, title: titleOf(who, usable) }, usable }
}

/** An elected delegate decides as what they are in the board; an employee by their own title. */
function titleOf({ title }: Person, usable: Usable | null): string {
  const seat = usable?.seat ?? null
  return seat === null ? title : speaking('sv', () => roleLabel(seat))
}

/** A decision is replaced once, by one in the same case. */
async function obstaclesToCorrecting(ctx: Write, correctsId: string | null, theCase: Case): Promise<string[]> {
  if (correctsId === null) return []
  const before = await getDelegated(ctx, correctsId)
  if (before.caseId !== theCase.id) throw new Invalid({ correctsId: text.invalid.otherCase })
  return before.correctedBy === null ? [] : [text.obstacle.alreadyCorrected(decisionNumber(before), before.correctedBy)]
}

type Said = {
  readonly title: string | null
  readonly points: readonly string[]
  readonly motivation: string | null
  readonly whyUrgent: string | null
  readonly decidedOn: string
  readonly appeal: Appeal | null
  readonly correctsId: string | null
  /** Null: the document is delegation's own. */
  readonly document: Documenting | null
}

/** Number, document, record, row and ledger, all or none. */
async function keep(ctx: Write, ground: Ground, said: Said): Promise<Decided & { recordId: string }> {
  const { rule, theCase, person: delegate, usable } = ground
  const year = Number(said.decidedOn.slice(0, 4))
  const number = await nextNumber(ctx, rule.bodyId, year)
  const corrects = said.correctsId === null ? null : decisionNumber(await getDelegated(ctx, said.correctsId))
  const whole = { ...said, title: said.title ?? rule.heading, appeal: said.appeal ?? rule.appeal }
  const passedOn = usable?.passedOn ?? null
  const facts = { ...whole, number: decisionNumber({ year, number }), rule, theCase, delegate, passedOn, corrects }
  const { id: recordId } = await (said.document ?? documentIn(ctx, theCase))(facts)
  const decisionId = await insert(ctx, ground, { ...whole, year, number, recordId })
  await writeLedger(ctx, theCase.id, 'delegation.decided', {
    decisionId,
    number: facts.number,
    rule: rule.number,
    version: rule.version,
    body: rule.bodyName,
    delegate: delegate.name,
    decidedOn: said.decidedOn,
    recordId,
    isUrgent: rule.nature === 'urgent',
    corrects,
  })
  return { decisionId, number: facts.number, recordId }
}

type Numbered = Said & {
  readonly title: string
  readonly appeal: Appeal
  readonly year: number
  readonly number: number
  readonly recordId: string
}

async function insert(ctx: Write, { rule, theCase, person, usable }: Ground, one: Numbered): Promise<string> {
  const { id } = await ctx.db
    .insertInto('delegation.decisions')
    .values({
      body_id: rule.bodyId,
      authority_id: rule.authorityId,
      year: one.year,
      number: one.number,
      rule_id: rule.id,
      passed_on_id: usable?.passedOn?.id ?? null,
      case_id: theCase.id,
      record_id: one.recordId,
      delegate_id: person.id,
      delegate_name: person.name,
      delegate_title: person.title,
      decided_on: one.decidedOn,
      registered_at: ctx.now,
      appeal: one.appeal,
      is_urgent: rule.nature === 'urgent',
      is_reported: rule.isReported,
      corrects_id: one.correctsId,
      own_document: one.document !== null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { title, points: decided, motivation, whyUrgent: why_urgent } = one
  await ctx.db
    .insertInto('delegation.contents')
    .values({ decision_id: id, record_id: one.recordId, title, points: decided, motivation, why_urgent })
    .execute()
  return id
}

/** The row is locked until the decision is committed, so that no number is skipped or used twice. */
async function nextNumber(ctx: Write, bodyId: string, year: number): Promise<number> {
  const { last } = await ctx.db
    .insertInto('delegation.series')
    .values({ body_id: bodyId, year, last: 1 })
    .onConflict((same) =>
      same.columns(['body_id', 'year']).doUpdateSet((eb) => ({ last: eb('delegation.series.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** As PDF, Word and HTML. */
function documentIn(ctx: Write, theCase: Case): Documenting {
  return async (facts) => {
    const [title, paper] = [decisionTitle(facts), decisionPaper(facts)]
    const name = title.slice(0, 120)
    const page = { name: `${name}.html`, mediaType: 'text/html', bytes: pageOf(paper) }
    return registerRecord(ctx, {
      caseId: theCase.id,
      direction: 'internal',
      kind: 'decision',
      title,
      datedOn: facts.decidedOn,
      files: [...(await paperFiles(paper, name)), page],
    })
  }
}

function pageOf(paper: Paper): Uint8Array {
  const head = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>${paper.kind}</title>`
  return new TextEncoder().encode(`${head}<body>${paperHtml(paper).markup}</body></html>`)
}
