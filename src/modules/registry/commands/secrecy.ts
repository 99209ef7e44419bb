/** The verbs of secrecy: mark a record or a case, lift a marking, give and take back access. */

import { z } from 'zod'
import { changedLine, line, maybeDay } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { allowAt, today } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { obstaclesToLifting, type Case } from '../model.ts'
import { getMarking, getRecord, listAccess, listColleagues, lockCase } from '../queries.ts'
import { text } from '../text.ts'
import { changeMarking } from './change-marking.ts'
import { caseName, hidesOrNot, markingFields } from './input.ts'
import { writeLedger } from './ledger.ts'
import { giveAccess, liftMarking, markCase, markRecord, mustKeepSecretsOf } from './marking.ts'

const inCase = ({ id, referenceNumber }: Case) => ({ caseId: id, referenceNumber })

/** Marks a record: its files, and as asked its title and party, are then read by need (B-06, B-08, B-10). */
export const markRecordCommand = command(
  'registry.mark-record',
  markingFields.extend({ recordId: z.uuid() }),
  async (ctx, { recordId, ...marking }) => {
    const { caseId } = await getRecord(ctx, recordId)
    const theCase = await lockCase(ctx, caseId)
    allowAt(ctx, theCase.authorityId)
    mustKeepSecretsOf(ctx, theCase)
    await markRecord(ctx, await getRecord(ctx, recordId), marking)
    return { ...inCase(theCase), recordId }
  },
)

const caseMarking = markingFields.pick({ provision: true, reason: true }).extend({ caseId: caseName })

/** Marks a case: for who has no need it, and all in it, is not there (J-08). */
export const markCaseCommand = command('registry.mark-case', caseMarking, async (ctx, { caseId, ...marking }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  mustKeepSecretsOf(ctx, theCase)
  await markCase(ctx, theCase, marking)
  return inCase(theCase)
})

const changing = markingFields.pick({ provision: true }).extend({
  markingId: z.uuid(),
  reason: line(2000, () => text.invalid.noReason),
  hidesTitle: hidesOrNot,
  hidesParty: hidesOrNot,
  publicTitle: changedLine(300),
  publicParty: changedLine(200),
})

/** Changes the provision of a marking that holds, and what it hides, without lifting it (B-08, B-10). What is left out stays. */
export const changeMarkingCommand = command(
  'registry.change-marking',
  changing,
  async (ctx, { markingId, ...change }) => {
    const { caseId } = await getMarking(ctx, markingId)
    const theCase = await lockCase(ctx, caseId)
    allowAt(ctx, theCase.authorityId)
    mustKeepSecretsOf(ctx, theCase)
    const marking = await getMarking(ctx, markingId)
    await changeMarking(ctx, marking, change)
    return { ...inCase(theCase), recordId: marking.recordId }
  },
)

const lifting = z.object({ markingId: z.uuid(), why: line(2000, () => text.invalid.noReason) })

/** Lifts a marking. Why is kept with it and in the history (E-17). */
export const liftMarkingCommand = command('registry.lift-marking', lifting, async (ctx, { markingId, why }) => {
  const { caseId } = await getMarking(ctx, markingId)
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  mustKeepSecretsOf(ctx, theCase)
  const marking = await getMarking(ctx, markingId)
  refuseIf(obstaclesToLifting(marking))
  await liftMarking(ctx, marking, why)
  return inCase(theCase)
})

const granting = z.object({
  caseId: caseName,
  personId: z.uuid({ error: () => text.invalid.choose }),
  reason: line(500, () => text.invalid.noNeed),
  until: maybeDay,
})

/** Gives a colleague at the authority access to what is marked in a case, with the need (E-17, OSL 8:1–2). */
export const grantAccess = command('registry.grant-access', granting, async (ctx, { caseId, ...access }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  mustKeepSecretsOf(ctx, theCase)
  if (access.until !== null && access.until < today(ctx)) throw new Invalid({ until: text.invalid.dayGone })
  const person = (await listColleagues(ctx, theCase.authorityId)).find(({ id }) => id === access.personId)
  if (person === undefined) throw new Invalid({ personId: text.invalid.notAColleague })
  await giveAccess(ctx, theCase.id, access)
  await writeLedger(ctx, theCase.id, 'case.access-granted', { ...access, personName: person.name })
  return inCase(theCase)
})

const revoking = z.object({ caseId: caseName, personId: z.uuid() })

/** Takes access back. Taking it back twice is the same as once. */
export const revokeAccess = command('registry.revoke-access', revoking, async (ctx, { caseId, personId }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  mustKeepSecretsOf(ctx, theCase)
  const held = (await listAccess(ctx, theCase.id)).find((access) => access.personId === personId)
  if (held === undefined) return inCase(theCase)
  await ctx.db
    .deleteFrom('registry.access')
    .where('case_id', '=', theCase.id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  await writeLedger(ctx, theCase.id, 'case.access-revoked', { personId, personName: held.personName })
  return inCase(theCase)
})
