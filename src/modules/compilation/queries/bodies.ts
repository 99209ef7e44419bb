/** Who was asked, and what stands about their answers, without the words. */

import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { seeingCases } from '../../registry/index.ts'
import {
  isAnswerShut,
  isShut,
  listDraftAnswers,
  reservationsShut,
  type DraftAnswer,
  type Stage,
} from '../../referral/index.ts'
import { compiledDraft } from '../model/draft.ts'
import type { Stance } from '../../drafting/index.ts'
import type { CompiledAnswer, CompiledBody } from '../model.ts'

type Progress = { caseId: string; stage: string | null; boardOn: string | null }

const stages: readonly Stage[] = [
  'received',
  'assigned',
  'drafting',
  'submitted',
  'approved',
  'on_agenda',
  'decided',
  'adjusted',
]

/** Everyone who was asked, by name, without their words. Those whose own case is marked are noted as seen (E-17). */
export async function listCompiledBodies(ctx: Read | Write, roundId: string): Promise<CompiledBody[]> {
  const rows = seeingCases(ctx, 'compilation', await selectBodies(ctx, roundId).execute())
  const silent = rows.flatMap(({ answerId, caseId }) => (answerId === null && caseId !== null ? [caseId] : []))
  const progress = new Map((await listProgress(ctx, silent)).map((far) => [far.caseId, far]))
  // Of what is marked there is nothing here, so that everybody sees the same compilation.
  const open = (await listDraftAnswers(ctx, { roundId })).filter(({ isMarked }) => !isMarked)
  const drafts = Map.groupBy(open, ({ recipientId }) => recipientId)
  return rows
    .map((row) => bodyOf(row, progress.get(row.caseId ?? ''), drafts.get(row.id)?.[0]))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv') || a.id.localeCompare(b.id))
}

/** How far, asked only of those who have not answered: in a join it would be worked out for everyone (1 ms each). */
async function listProgress(ctx: Read | Write, caseIds: readonly string[]): Promise<readonly Progress[]> {
  if (caseIds.length === 0) return []
  const { rows } = await sql<Progress>`
    select open.id as "caseId", far.stage, far.board_on as "boardOn"
    from unnest(${[...caseIds]}::uuid[]) as open (id), lateral referral.stage_of(open.id) as far`.execute(ctx.db)
  return rows
}

function selectBodies(ctx: Read | Write, roundId: string) {
  return ctx.db
    .selectFrom('referral.recipients as x')
    .innerJoin('organisation.bodies as b', 'b.id', 'x.body_id')
    .leftJoin('registry.cases as c', 'c.id', 'x.case_id')
    .leftJoin('referral.answers as s', 's.recipient_id', 'x.id')
    .leftJoin('registry.records as st', 'st.id', 's.statement_record_id')
    .leftJoin('registry.markings as m', (join) => join.onRef('m.record_id', '=', 'st.id').on('m.lifted_at', 'is', null))
    .where('x.round_id', '=', roundId)
    .where('x.asked_at', 'is not', null)
    .select([
      'x.id',
      'x.body_id as bodyId',
      'b.name',
      'b.kind as bodyKind',
      'x.kind',
      'x.is_mandatory as isMandatory',
      'x.joint_with as jointWith',
      'x.case_id as caseId',
      'x.answer_by as ownAnswerBy',
      'c.reference_number as referenceNumber',
      'c.is_secret as isSecret',
      's.id as answerId',
      's.stance',
      's.decided_by as decidedBy',
      's.decided_on as decidedOn',
      's.paragraph',
      's.reservations',
      's.is_late as isLate',
      's.is_after_decision as isAfterDecision',
      's.rule',
      's.arrived_at as arrivedAt',
      's.statement_record_id as statementRecordId',
      's.extract_record_id as extractRecordId',
      isAnswerShut().as('isMarked'),
      isShut('s.extract_record_id').as('isExtractMarked'),
      sql<string | null>`st.year || ':' || st.number`.as('recordNumber'),
      'm.provision',
    ])
}

type BodyRow = Omit<Awaited<ReturnType<ReturnType<typeof selectBodies>['executeTakeFirstOrThrow']>>, 'isSecret'>

function bodyOf(row: BodyRow, far: Progress | undefined, draft: DraftAnswer | undefined): CompiledBody {
  const { id, bodyId, name, bodyKind, kind, isMandatory, jointWith, caseId, referenceNumber, ownAnswerBy } = row
  const answer = answerOf(row)
  const isIn = answer !== null
  return {
    ...{ id, bodyId, name, bodyKind, kind, isMandatory, jointWith, caseId, referenceNumber, ownAnswerBy, answer },
    stage: isIn ? 'answered' : (stages.find((one) => one === far?.stage) ?? 'outside'),
    boardOn: far?.boardOn ?? null,
    draft: isIn ? null : compiledDraft(draft),
  }
}

function answerOf(row: BodyRow): CompiledAnswer | null {
  const { answerId, stance, decidedBy, arrivedAt, isLate, isAfterDecision, rule } = row
  if (answerId === null || stance === null || decidedBy === null || arrivedAt === null) return null
  const { decidedOn, paragraph, statementRecordId, extractRecordId } = row
  const { stance: position, reservations, ...marked } = saidIn(row, stance)
  // In this order: the content hash of what is registered already stands on it (I-29).
  return {
    ...{ id: answerId, stance: position, decidedBy, decidedOn, paragraph, reservations },
    isLate: isLate === true,
    ...(isAfterDecision === true && { isAfterDecision }),
    ...(rule !== null && { rule }),
    arrivedOn: swedishDay(arrivedAt),
    ...{ statementRecordId, extractRecordId },
    ...marked,
  }
}

/** What a marked record says is not said here (B-04): that it is there, its number and the provision always are (B-05, B-08). */
function saidIn(
  { isMarked, isExtractMarked, reservations, recordNumber, provision }: BodyRow,
  stance: Stance,
): Pick<CompiledAnswer, 'stance' | 'reservations' | 'marked'> {
  if (isMarked) return { stance: 'none', reservations: null, marked: { recordNumber, provision } }
  return { stance, reservations: isExtractMarked && reservations !== null ? reservationsShut : reservations }
}
