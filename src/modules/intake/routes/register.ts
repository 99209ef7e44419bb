/** The doors of registering. */

import { z } from 'zod'
import { today, type Read } from '../../../kernel/context.ts'
import { found, NotFound } from '../../../kernel/errors.ts'
import { answer, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import type { Rejected } from '../../../kernel/ui/index.ts'
import { latestContactNames, listCaseTypes, listClasses, listOfficersAt, type CaseType } from '../../filing/index.ts'
import { getAuthority } from '../../organisation/index.ts'
import { findDuplicates, getCase, getRecord, recordNumber, twinsOf } from '../../registry/index.ts'
import { propose, register } from '../commands/register.ts'
import { filledBy } from '../model/filled.ts'
import { hintOf, keptUploads, latestCases, registeredToday, suggestCases, type JustDone } from '../queries/register.ts'
import { text } from '../text/register.ts'
import type { Given } from '../views/register-fields.ts'
import { slipPage } from '../views/register-slip.ts'
import { fillHref, registerHref, registerPage } from '../views/register.ts'

/** Any field may stand in the address; one that cannot be read is left out, since the form's own words pass here too. */
const word = z.string().max(2000).optional().catch(undefined)
const given = z.object({
  klar: word,
  direction: word,
  caseNumber: word,
  caseTypeId: word,
  caseTitle: word,
  classId: word,
  officerId: word,
  title: word,
  party: word,
  datedOn: word,
  kind: word,
  files: z.string().max(10_000).optional().catch(undefined),
  'secrecy.provision': word,
  'secrecy.reason': word,
  'secrecy.hidesTitle': word,
  'secrecy.hidesParty': word,
})

async function receiptOf(ctx: Read, recordId: string | undefined): Promise<JustDone | null> {
  if (recordId === undefined) return null
  const record = await getRecord(ctx, recordId).catch(orNothing)
  if (record === null) return null
  const { referenceNumber } = await getCase(ctx, record.caseId)
  return { recordId, number: recordNumber(record), title: record.title, referenceNumber }
}

function orNothing(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

/** Half a day and a night: what one did since the morning, wherever midnight was. */
const justNow = 14 * 3_600_000

async function choicesAt(ctx: Read, at: string) {
  return {
    authorityName: (await getAuthority(ctx, at)).name,
    types: await listCaseTypes(ctx, at),
    classes: await listClasses(ctx, at),
    officers: await listOfficersAt(ctx, at),
    parties: await latestContactNames(ctx, at),
    cases: await latestCases(ctx, at),
    done: await registeredToday(ctx, at, new Date(ctx.now.getTime() - justNow)),
  }
}

const registering = page(registerHref, {
  may: 'intake.register',
  params: given,
  show: async (ctx, { klar, ...sent }, rejected) => {
    const at = found(ctx.actor.at)
    const kept = await keptUploads(ctx, rejected?.values['files[]'] ?? sent.files)
    const choices = await choicesAt(ctx, at)
    return registerPage({
      ...choices,
      given: rejected === undefined ? filledFrom(choices.types, known(sent)) : known(sent),
      receipt: rejected === undefined ? await receiptOf(ctx, klar) : null,
      hint: await hintOf(ctx, at, asWritten(rejected, 'caseNumber') ?? sent.caseNumber ?? ''),
      kept,
      duplicates: await twinsOf(ctx, at, kept),
      today: today(ctx),
      rejected,
    })
  },
})

/** The next of the same kind begins with what its type says, as when the type is chosen. */
function filledFrom(types: readonly CaseType[], sent: Given): Given {
  const type = types.find(({ id }) => id === sent['caseTypeId'])
  return type === undefined || sent['caseTitle'] !== undefined ? sent : { ...filledBy(type), ...sent }
}

function asWritten(rejected: Rejected | undefined, name: string): string | undefined {
  const value = rejected?.values[name]
  return typeof value === 'string' ? value : value?.[0]
}

function known(sent: Readonly<Record<string, string | undefined>>): Given {
  return Object.fromEntries(Object.entries(sent).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

const slip = page(`${registerHref}/kvitto/:recordId`, {
  may: 'intake.register',
  params: z.object({ recordId: z.uuid() }),
  show: async (ctx, { recordId }) => {
    const record = await getRecord(ctx, recordId)
    return slipPage({ record, theCase: await getCase(ctx, record.caseId) })
  },
})

const caseHints = answer('/case-hints', {
  may: 'intake.register',
  params: z.object({ q: z.string().max(60).default('') }),
  result: z.object({
    cases: z.array(
      z.object({
        referenceNumber: z.string(),
        title: z.string(),
        state: z.enum(['open', 'closed']),
        officerName: z.string().nullable(),
      }),
    ),
  }),
  show: async (ctx, { q }) => ({ cases: ctx.actor.at === null ? [] : await suggestCases(ctx, ctx.actor.at, q) }),
})

const duplicates = answer('/duplicates', {
  may: 'intake.register',
  params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}(,[0-9a-f]{64}){0,199}$/) }),
  result: z.object({
    duplicates: z.array(
      z.object({
        sha256: z.string(),
        recordId: z.uuid(),
        number: z.string(),
        title: z.string(),
        referenceNumber: z.string(),
      }),
    ),
  }),
  show: async (ctx, { sha256 }) => ({
    duplicates: ctx.actor.at === null ? [] : await findDuplicates(ctx, ctx.actor.at, sha256.split(',')),
  }),
})

/** Back to an empty form with the receipt; "and next" keeps what the next of the same sort shares. */
function afterwards(input: Record<string, string>, recordId: string): string {
  const query = new URLSearchParams({ klar: recordId })
  const keeps = ['direction', 'caseTypeId', 'datedOn', 'kind'] as const
  if (input['after'] === 'next') for (const name of keeps) if (input[name]) query.set(name, input[name])
  return `${registerHref}?${query.toString()}`
}

export const registerRoutes: readonly Route[] = [
  registering,
  slip,
  caseHints,
  duplicates,
  form(registerHref, register, { back: registerHref, then: (input, { recordId }) => afterwards(input, recordId) }),
  form(fillHref, propose, {
    back: registerHref,
    then: (_, values) => `${registerHref}?${new URLSearchParams(values).toString()}`,
  }),
  endpoint('/registrations', register),
  endpoint('/registrations/proposals', propose),
]

export const everyone = ['registrar', 'case_officer', 'secretary', 'head'] as const

/** Who registers: the same as may open a case and register in one. */
export const registerGrants = {
  'intake.register': everyone,
  'intake.propose': everyone,
} as const

export const registerNavigation = {
  key: 'register',
  order: 15,
  label: () => text.nav,
  href: registerHref,
  may: 'intake.register',
} as const
