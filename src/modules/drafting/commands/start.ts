/** Beginning to write. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { getPerson, listPeopleWithRole } from '../../organisation/index.ts'
import { listLinkedCases, listStandingRecords, lockCase, writeLedger, type Case } from '../../registry/index.ts'
import { obstaclesToRevising } from '../model/draft.ts'
import { basisFrom } from '../model/basis.ts'
import { findDraft } from '../queries.ts'
import { insertDraft, planOfCase, startMemo, startStatement } from './steps.ts'

/** Begins the memo with what the case already knows (påbörjar tjänsteskrivelsen). */
export const beginMemo = command('drafting.start-memo', z.object({ caseId: z.string() }), async (ctx, { caseId }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  return startMemo(ctx, theCase.id, await whatIsKnown(ctx, theCase))
})

/** Begins a statement without given questions (påbörjar ett yttrande). A referral begins one with its questions. */
export const beginStatement = command(
  'drafting.start-statement',
  z.object({ caseId: z.string() }),
  async (ctx, { caseId }) => {
    const theCase = await lockCase(ctx, caseId)
    allowAt(ctx, theCase.authorityId)
    return startStatement(ctx, theCase.id, { title: theCase.title })
  },
)

/** What can be filled in before anyone has written: the writer, the title, the records, who asked, the heads. */
export async function whatIsKnown(ctx: Write, theCase: Case) {
  const writer = await getPerson(ctx, theCase.officerId ?? actingPerson(ctx))
  const records = await listStandingRecords(ctx, theCase.id)
  const linked = await listLinkedCases(ctx, theCase.id)
  const heads = await listPeopleWithRole(ctx, { authorityId: theCase.authorityId, roles: ['head'] })
  const isAnswer = theCase.kind === 'referral_answer'
  const top = heads.find(({ title }) => /direktör|förvaltningschef/iu.test(title)) ?? heads[0]
  return {
    date: today(ctx),
    reference: { name: writer.name, title: writer.title, email: writer.email },
    title: theCase.title,
    basis: basisFrom(records, theCase),
    sendTo: isAnswer ? [...new Set(linked.map((other) => capital(other.authorityName)))] : [],
    responsible: top === undefined ? [] : [{ name: top.name, role: top.title, personId: top.id }],
  }
}

/** Begins a new version from what was approved (ny version). The approved one stands until the new one is approved. */
export const reviseDraft = command(
  'drafting.revise',
  z.object({ caseId: z.string(), kind: z.enum(['memo', 'statement']) }),
  async (ctx, { caseId, kind }) => {
    const theCase = await lockCase(ctx, caseId)
    allowAt(ctx, theCase.authorityId)
    const latest = await findDraft(ctx, theCase.id, kind)
    refuseIf(obstaclesToRevising(latest))
    if (latest === null) return

    const planning = await planOfCase(ctx, theCase.id)
    const draftId = await insertDraft(
      ctx,
      theCase.id,
      latest.kind === 'memo'
        ? { kind: 'memo', content: { ...latest.content, date: today(ctx), ...(planning.length > 0 && { planning }) } }
        : latest,
    )
    await writeLedger(ctx, theCase.id, 'drafting.revised', { draftId, kind })
    return { draftId }
  },
)
