/** A delegation scheme from draft to force: begun, read from a table, edited rule by rule, decided by the board. */

import { z } from 'zod'
import { choice, day, maybeChoice, maybeId, maybeWords, tick, words } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { Forbidden, found, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { uploadIds } from '../../../kernel/http/input.ts'
import { takeUploads } from '../../../kernel/uploads.ts'
import { findBodyByName, getBody, getPerson, listPeople, type Body } from '../../organisation/index.ts'
import {
  appeals,
  boardKinds,
  delegateKinds,
  delegateRoles,
  isKept,
  keptByTheBoard,
  lastDayBefore,
  mostRules,
  natures,
  obstaclesToAdopting,
  obstaclesToEditing,
  obstaclesToRule,
  readSheet,
  ruleNumber,
  type RuleAsked,
  type RuleFacts,
  type Scheme,
  type SheetRow,
} from '../model.ts'
import { findSchemeInForce, getRule, getScheme, listRules, listSchemes } from '../queries.ts'
import { text } from '../text.ts'
import { holdBoard } from './hold.ts'

type Board = Body & { readonly authorityId: string }

/** Throws `Invalid` for a body that is no board. */
async function boardOf(ctx: Write, bodyId: string): Promise<Board> {
  const body = await getBody(ctx, bodyId)
  const { authorityId } = body
  if (authorityId === null || !boardKinds.some((kind) => kind === body.kind))
    throw new Invalid({ bodyId: text.obstacle.notABoard })
  return { ...body, authorityId }
}

const bodyId = z.uuid({ error: () => text.invalid.choose })

/** The board's draft: the one there is, or a new version. */
async function draftOf(ctx: Write, board: Board): Promise<Scheme> {
  await holdBoard(ctx, board.id)
  const [latest] = await listSchemes(ctx, board.id)
  if (latest !== undefined && latest.validFrom === null) return latest
  const { id } = await ctx.db
    .insertInto('delegation.schemes')
    .values({
      body_id: board.id,
      authority_id: board.authorityId,
      version: (latest?.version ?? 0) + 1,
      is_demo: ctx.isDemo,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return getScheme(ctx, id)
}

/** Begins the next version of a board's scheme, with the rules that hold today. A draft that is there already is given back. */
export const beginScheme = command('delegation.begin-scheme', z.object({ bodyId }), async (ctx, input) => {
  const board = await boardOf(ctx, input.bodyId)
  allowAt(ctx, board.authorityId)
  const draft = await draftOf(ctx, board)
  const inForce = await findSchemeInForce(ctx, board.id, today(ctx))
  if (draft.ruleCount === 0 && inForce !== null) await keepRules(ctx, draft, await listRules(ctx, inForce.id))
  return { schemeId: draft.id, version: draft.version }
})

async function keepRules(ctx: Write, draft: Scheme, rules: readonly RuleFacts[]): Promise<void> {
  const rows = rules.map((rule) => ({ ...columnsOf(rule), ...placeOf(draft) }))
  for (let at = 0; at < rows.length; at += 200)
    await ctx.db
      .insertInto('delegation.rules')
      .values(rows.slice(at, at + 200))
      .execute()
}

function placeOf({ id, authorityId }: Scheme) {
  return { scheme_id: id, authority_id: authorityId }
}

function columnsOf(rule: RuleFacts) {
  return {
    number: rule.number,
    heading: rule.heading,
    scope: rule.scope,
    delegate_kind: rule.delegateKind,
    delegate_role: rule.delegateRole,
    delegate_body: rule.delegateBodyId,
    delegate_person: rule.delegatePersonId,
    delegate_words: rule.delegate,
    legal_basis: rule.legalBasis,
    conditions: rule.conditions,
    nature: rule.nature,
    reason: rule.reason,
    appeal: rule.appeal,
    is_reported: rule.isReported,
    may_be_passed_on: rule.mayBePassedOn,
  }
}

const mostBytes = 5_000_000

const toImport = z.object({
  bodyId,
  /** The table itself, where it is not sent as a file. */
  csv: z.string().max(mostBytes).optional(),
  files: uploadIds,
})

/**
 * Reads a board's scheme from a table (CSV) into its draft, in place of what the draft had. Nothing is taken unless every row
 * can be: each row that the law or the form is against is named with its line.
 */
export const importScheme = command('delegation.import-scheme', toImport, async (ctx, { bodyId: id, csv, files }) => {
  const board = await boardOf(ctx, id)
  allowAt(ctx, board.authorityId)
  const rows = readSheet(await writtenIn(ctx, csv, files))
  if (rows.length === 0) throw new Invalid({ files: text.invalid.noRows })
  if (rows.length > mostRules) throw new Invalid({ files: text.invalid.tooMany(mostRules) })
  const rules = await resolved(ctx, rows)
  refuseIf(rules.flatMap(({ line, rule, faults }) => faultsOfRow(line, rule, faults)).slice(0, 30))
  const draft = await draftOf(ctx, board)
  await ctx.db.deleteFrom('delegation.rules').where('scheme_id', '=', draft.id).execute()
  await keepRules(
    ctx,
    draft,
    rules.map(({ rule }) => lawful(rule)),
  )
  return { schemeId: draft.id, version: draft.version, rules: rules.length }
})

async function writtenIn(ctx: Write, csv: string | undefined, files: readonly string[]): Promise<string> {
  if (csv !== undefined && csv.trim() !== '') return csv
  const [file] = await takeUploads(ctx, files.slice(-1))
  if (file === undefined) throw new Invalid({ files: text.invalid.noFile })
  if (file.size > mostBytes) throw new Invalid({ files: text.invalid.tooMany(mostRules) })
  const bytes = await ctx.files.read(file.sha256)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes) // an older Excel
  }
}

type Resolved = { readonly line: number; readonly rule: RuleAsked; readonly faults: readonly string[] }

/** Bodies and people by the names that the table has. */
async function resolved(ctx: Write, rows: readonly SheetRow[]): Promise<Resolved[]> {
  const people = rows.some(({ personName }) => personName !== null) ? await listPeople(ctx) : []
  const all: Resolved[] = []
  for (const { line, bodyName, personName, faults, ...rule } of rows) {
    const body = bodyName === null ? null : await findBodyByName(ctx, bodyName)
    const person = people.find(({ name, email }) => name === personName || email === personName) ?? null
    const unknown = [
      ...unknownOne(bodyName, body, text.fault.noBody),
      ...unknownOne(personName, person, text.fault.noPerson),
    ]
    const whole = { ...rule, delegateBodyId: body?.id ?? null, delegatePersonId: person?.id ?? null }
    all.push({ line, rule: whole, faults: [...faults, ...unknown] })
  }
  return all
}

function unknownOne(name: string | null, found: object | null, say: (name: string) => string): string[] {
  return name !== null && found === null ? [say(name)] : []
}

function faultsOfRow(line: number, rule: RuleAsked, faults: readonly string[]): string[] {
  const all = faults.length > 0 ? faults : obstaclesToRule(rule)
  return all.map((fault) => text.fault.atLine(line, rule.number, fault))
}

/** Only after `obstaclesToRule` has been asked, which never lets these through. */
function lawful(rule: RuleAsked): RuleFacts {
  const { nature } = rule
  if (isKept(nature)) throw new Invalid({ nature: text.obstacle.kept[nature] })
  return { ...rule, nature }
}

const ruleFields = {
  number: words(40, () => text.invalid.noNumber).pipe(
    z.string().regex(ruleNumber, { error: () => text.invalid.noNumber }),
  ),
  heading: words(300, () => text.invalid.noHeading),
  scope: words(4000, () => text.invalid.noScope),
  delegateKind: choice(delegateKinds),
  delegateRole: maybeChoice(delegateRoles).default(null),
  delegateBodyId: maybeId,
  delegatePersonId: maybeId,
  delegate: words(300, () => text.invalid.noDelegate),
  legalBasis: maybeWords(300),
  conditions: maybeWords(4000),
  nature: choice([...natures, ...keptByTheBoard]),
  reason: words(4000, () => text.obstacle.noReason),
  appeal: choice(appeals).default('legality'),
  isReported: tick,
  mayBePassedOn: tick,
}

/** Writes a rule in a draft: a new one, or in place of the one with the same number. Refused for what KL 6:38 keeps. */
export const putRule = command(
  'delegation.put-rule',
  z.object({ schemeId: z.uuid(), ...ruleFields }),
  async (ctx, { schemeId, ...rule }) => {
    const scheme = await getScheme(ctx, schemeId)
    allowAt(ctx, scheme.authorityId)
    await holdBoard(ctx, scheme.bodyId)
    refuseIf([...obstaclesToEditing(await getScheme(ctx, schemeId)), ...obstaclesToRule(rule)])
    if (rule.delegateBodyId !== null) await getBody(ctx, rule.delegateBodyId)
    if (rule.delegatePersonId !== null) await getPerson(ctx, rule.delegatePersonId)
    const values = columnsOf(lawful(rule))
    const { id } = await ctx.db
      .insertInto('delegation.rules')
      .values({ ...values, ...placeOf(scheme) })
      .onConflict((same) => same.columns(['scheme_id', 'number']).doUpdateSet(values))
      .returning('id')
      .executeTakeFirstOrThrow()
    return { schemeId, ruleId: id }
  },
)

/** Takes a rule out of a draft. */
export const removeRule = command('delegation.remove-rule', z.object({ ruleId: z.uuid() }), async (ctx, { ruleId }) => {
  const rule = await getRule(ctx, ruleId)
  allowAt(ctx, rule.authorityId)
  await holdBoard(ctx, rule.bodyId)
  refuseIf(obstaclesToEditing(await getScheme(ctx, rule.schemeId)))
  const { numDeletedRows } = await ctx.db.deleteFrom('delegation.rules').where('id', '=', ruleId).executeTakeFirst()
  if (numDeletedRows !== 1n) throw new Forbidden(ctx.guard.verb)
  return { schemeId: rule.schemeId }
})

const toAdopt = z.object({
  schemeId: z.uuid(),
  decidedOn: day,
  paragraph: z.coerce
    .number({ error: () => text.invalid.noParagraph })
    .int()
    .min(1)
    .max(99_999),
  validFrom: day,
})

/**
 * Notes that the board has decided the draft, under which §, and from which day it holds. The version before it ends the day
 * before; decisions made under it keep it.
 */
export const adoptScheme = command('delegation.adopt-scheme', toAdopt, async (ctx, { schemeId, ...how }) => {
  const { bodyId: board, authorityId } = await getScheme(ctx, schemeId)
  allowAt(ctx, authorityId)
  await holdBoard(ctx, board)
  const schemes = await listSchemes(ctx, board)
  const scheme = found(schemes.find(({ id }) => id === schemeId))
  const latest = schemes.find(({ validFrom }) => validFrom !== null)
  refuseIf(obstaclesToAdopting(scheme, how, { today: today(ctx), latestFrom: latest?.validFrom ?? null }))
  if (latest !== undefined) await change(ctx, latest.id, { valid_to: lastDayBefore(how.validFrom) })
  await change(ctx, schemeId, {
    decided_on: how.decidedOn,
    paragraph: how.paragraph,
    valid_from: how.validFrom,
    adopted_by: actingPerson(ctx),
  })
  return { schemeId, version: scheme.version }
})

type Change = {
  readonly decided_on?: string
  readonly paragraph?: number
  readonly valid_from?: string
  readonly valid_to?: string
  readonly adopted_by?: string
}

async function change(ctx: Write, schemeId: string, changes: Change): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('delegation.schemes')
    .set(changes)
    .where('id', '=', schemeId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
}
