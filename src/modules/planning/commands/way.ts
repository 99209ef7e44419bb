import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, type Write } from '../../../kernel/context.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { lockCase, writeLedger, type Case } from '../../registry/index.ts'
import { keepPlan } from '../commands.ts'
import { boardInTime, obstaclesToWay, proposePlan } from '../model/plan.ts'
import { waysOut } from '../model/step.ts'
import { getWay, listSteps, planQuestionOf } from '../queries.ts'

const toChoose = z.object({ caseId: z.string().min(1), way: z.enum(waysOut) })

/**
 * Chooses how a case is decided where its board is too late (I-22): by the chair in an urgent matter, by delegation
 * or at the meeting with the paragraph adjusted at once. `board` takes it back. It decides nothing itself. Of a
 * case that has no plan yet, what is proposed becomes its plan: the way out is there from the first day.
 */
export const chooseWay = command('planning.choose-way', toChoose, async (ctx, { caseId, way }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const present = await getWay(ctx, theCase.id)
  if (way !== 'board' && (await listSteps(ctx, theCase.id)).length === 0) await keepProposal(ctx, theCase)
  const steps = await listSteps(ctx, theCase.id)
  const board = way === 'urgent' ? boardInTime(await planQuestionOf(ctx, theCase)) : null
  refuseIf(obstaclesToWay(way, { state: theCase.state, present, steps, boardInTime: board }))
  if (way === 'board') {
    await ctx.db.deleteFrom('planning.ways').where('case_id', '=', theCase.id).execute()
  } else {
    const chosen = { way, chosen_at: ctx.now, chosen_by: ctx.actor.personId }
    await ctx.db
      .insertInto('planning.ways')
      .values({ case_id: theCase.id, ...chosen })
      .onConflict((on) => on.column('case_id').doUpdateSet(chosen))
      .execute()
  }
  await writeLedger(ctx, theCase.id, 'planning.way-chosen', { way })
  return { caseId: theCase.id, way }
})

async function keepProposal(ctx: Write, theCase: Case): Promise<void> {
  const { best } = proposePlan(await planQuestionOf(ctx, theCase))
  if (best !== null) await keepPlan(ctx, theCase, best.steps)
}
