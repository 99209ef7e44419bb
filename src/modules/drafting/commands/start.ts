/** Beginning to write. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../../kernel/context.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { emptyText } from '../../../kernel/rich-text.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { getPerson, type Person } from '../../organisation/index.ts'
import { listLinkedCases, listStandingRecords, lockCase, writeLedger, type Case } from '../../registry/index.ts'
import { obstaclesToRevising } from '../model/draft.ts'
import { standardBody, templateAt } from '../../templates/index.ts'
import { fieldValuesOf } from '../model/field-values.ts'
import { memoContent } from '../model/memo.ts'
import { basisFrom } from '../model/basis.ts'
import { findDraft, headsToBegin } from '../queries.ts'
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
  const isAnswer = theCase.kind === 'referral_answer'
  const heads = await headsToBegin(ctx, theCase.authorityId)
  const standard = await standardOf(ctx, theCase, writer)
  const asked = isAnswer ? [...new Set(linked.map((other) => capital(other.authorityName)))] : []
  return {
    date: today(ctx),
    reference: { name: writer.name, title: writer.title, email: writer.email },
    title: theCase.title,
    basis: basisFrom(records, theCase),
    body: standard.body,
    sendTo: [...new Set([...asked, ...standard.sendTo])],
    responsible: heads.map(({ id, name, title }) => ({ name, role: title, personId: id })),
  }
}

/** What the template of the authority begins a memo with, its fields filled in by what is known. */
async function standardOf(ctx: Write, theCase: Case, { name, title, email }: Person) {
  const template = await templateAt(ctx, theCase.authorityId)
  if (template === null) return { body: emptyText, sendTo: [] }
  const { parts, sendTo } = template.content.memo
  const empty = memoContent.parse({ date: today(ctx), reference: { name, title, email } })
  const values = fieldValuesOf({ kind: 'memo', content: empty }, theCase, today(ctx))
  return { body: standardBody(parts, values), sendTo }
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
