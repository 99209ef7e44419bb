/** Writing of the considerations in the memo. They are not in its form, so that the statement's writer can fill them in beside. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt } from '../../../kernel/context.ts'
import { Invalid, Refused, refuseIf } from '../../../kernel/errors.ts'
import { manyLines } from '../../../kernel/fields.ts'
import { lockCase } from '../../registry/index.ts'
import { consideredStates, faultsIn, sumOfConsidered, withGiven } from '../model/consideration.ts'
import { obstaclesToWriting } from '../model/draft.ts'
import { findDraft, lockDraftOf } from '../queries.ts'
import { listConsiderations } from '../queries/considerations.ts'
import { text } from '../text/considerations.ts'
import { write } from './save.ts'
import { keepVersion } from './steps.ts'

const given = z.object({
  considerationId: z.uuid(),
  state: z.enum(consideredStates).default('said'),
  text: z.string().max(20_000).default('').transform(manyLines),
})

const considering = z.object({
  /** Id or reference number. */
  caseId: z.string(),
  /** The sum of what was on the page; without it what is there is written over. */
  seen: z.string().optional(),
  considered: z.array(given).max(100).default([]),
})

/**
 * Says what holds of each, or why it does not apply (prövar hänsynen), as a version of the memo. Throws `Refused` when somebody
 * wrote after `seen`.
 */
export const consider = command('drafting.consider', considering, async (ctx, { caseId, seen, considered }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const begun = await findDraft(ctx, theCase.id, 'memo')
  if (begun === null) throw new Refused([text.noMemo])
  const memo = await lockDraftOf(ctx, begun.id, 'memo')
  refuseIf(obstaclesToWriting(memo))
  const before = memo.content.considerations ?? []
  refuseIf(seen === undefined || seen === sumOfConsidered(before) ? [] : [text.theirs(memo.savedByName)])
  const faults = faultsIn(considered)
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
  const now = withGiven(await listConsiderations(ctx, theCase.authorityId), before, considered)
  if (JSON.stringify(now) !== JSON.stringify(before)) {
    await keepVersion(ctx, memo)
    await write(ctx, memo, { ...memo, content: { ...memo.content, considerations: now } })
  }
  return { draftId: memo.id, considered: now.length }
})
