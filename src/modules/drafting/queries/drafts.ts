/** Drafts, read. Another authority's drafts do not exist for the one who asks (B-22): the database hides them. */

import { sql } from 'kysely'
import { z } from 'zod'
import type { Read, Write } from '../../../kernel/context.ts'
import { found, NotFound } from '../../../kernel/errors.ts'
import { toText } from '../../../kernel/rich-text.ts'
import { listBodies } from '../../organisation/index.ts'
import type { Draft, DraftKind, MemoDraft, StatementDraft } from '../model/draft.ts'
import { memoContent } from '../model/memo.ts'
import { statementContent } from '../model/statement.ts'

function drafts(ctx: Read | Write) {
  return ctx.db
    .selectFrom('drafting.drafts as d')
    .innerJoin('organisation.people as p', 'p.id', 'd.saved_by')
    .leftJoin('registry.records as r', 'r.id', 'd.record_id')
    .select([
      'd.id',
      'd.case_id as caseId',
      'd.authority_id as authorityId',
      'd.kind',
      'd.state',
      'd.content',
      'd.version',
      'd.fields_version as fieldsVersion',
      'd.fields_saved_by as fieldsSavedBy',
      'd.created_by as createdBy',
      'd.saved_at as savedAt',
      'd.saved_by as savedBy',
      'p.name as savedByName',
      'd.submission_id as submissionId',
      'd.template_id as templateId',
      'd.record_id as recordId',
      'r.dated_on as registeredOn',
    ])
}

type Row = Omit<MemoDraft, 'kind' | 'content'> & { readonly kind: DraftKind; readonly content: unknown }

function draftOf(row: Row): Draft {
  if (row.kind === 'memo') return { ...row, kind: 'memo', content: memoContent.parse(row.content) }
  return { ...row, kind: 'statement', content: statementContent.parse(row.content) }
}

/** One draft. Throws `NotFound` for one of another authority. */
export async function getDraft(ctx: Read | Write, draftId: string): Promise<Draft> {
  return draftOf(found(await drafts(ctx).where('d.id', '=', draftId).executeTakeFirst()))
}

/** The same, held until the transaction ends. */
export async function lockDraft(ctx: Write, draftId: string): Promise<Draft> {
  await ctx.db.selectFrom('drafting.drafts').select('id').where('id', '=', draftId).forUpdate().execute()
  return getDraft(ctx, draftId)
}

/** A draft of the kind asked for, held. Throws `NotFound` for one of the other kind. */
export async function lockDraftOf<K extends DraftKind>(
  ctx: Write,
  draftId: string,
  kind: K,
): Promise<Extract<Draft, { kind: K }>> {
  const draft = await lockDraft(ctx, draftId)
  if (!isOfKind(draft, kind)) throw new NotFound()
  return draft
}

function isOfKind<K extends DraftKind>(draft: Draft, kind: K): draft is Extract<Draft, { kind: K }> {
  return draft.kind === kind
}

/** The draft of a kind in a case: the open one, else the approved one, or null. What was laid aside is none. */
export async function findDraft<K extends DraftKind>(
  ctx: Read | Write,
  caseId: string,
  kind: K,
): Promise<Extract<Draft, { kind: K }> | null> {
  const row = await drafts(ctx)
    .where('d.case_id', '=', caseId)
    .where('d.kind', '=', kind)
    .where('d.state', '<>', 'set_aside')
    .orderBy(sql`array_position(array['replaced', 'approved', 'submitted', 'draft'], d.state)`, 'desc')
    .orderBy('d.created_at', 'desc')
    .executeTakeFirst()
  if (row === undefined) return null
  const draft = draftOf(row)
  return isOfKind(draft, kind) ? draft : null
}

export type ApprovedMemo = {
  readonly draftId: string
  readonly recordId: string
  /** The template it was approved in; null: none. */
  readonly templateId: string | null
  readonly content: MemoDraft['content']
}
export type ApprovedStatement = {
  readonly draftId: string
  readonly recordId: string
  /** The template it was approved in; null: none. */
  readonly templateId: string | null
  readonly content: StatementDraft['content']
}

/** What the heads approved last and has not been replaced: the draft, its record, and its words. Null if nothing is. */
export async function findApproved<K extends DraftKind>(
  ctx: Read | Write,
  caseId: string,
  kind: K,
): Promise<(K extends 'memo' ? ApprovedMemo : ApprovedStatement) | null>
export async function findApproved(
  ctx: Read | Write,
  caseId: string,
  kind: DraftKind,
): Promise<ApprovedMemo | ApprovedStatement | null> {
  const row = await drafts(ctx)
    .where('d.case_id', '=', caseId)
    .where('d.kind', '=', kind)
    .where('d.state', '=', 'approved')
    .executeTakeFirst()
  if (row === undefined || row.recordId === null) return null
  const draft = draftOf(row)
  const facts = { draftId: draft.id, recordId: row.recordId, templateId: draft.templateId }
  return draft.kind === 'memo' ? { ...facts, content: draft.content } : { ...facts, content: draft.content }
}

/** What the memo among these records says in short, as plain words (I-14); null: none of them was written here, or it says nothing. */
export async function summaryOf(ctx: Read | Write, recordIds: readonly string[]): Promise<string | null> {
  if (recordIds.length === 0) return null
  const row = await drafts(ctx)
    .where('d.record_id', 'in', [...recordIds])
    .where('d.kind', '=', 'memo')
    .orderBy('d.created_at', 'desc')
    .executeTakeFirst()
  if (row === undefined) return null
  const draft = draftOf(row)
  return draft.kind === 'memo' ? toText(draft.content.summary) || null : null
}

export type Progress = {
  readonly kind: DraftKind
  readonly state: Draft['state']
  readonly createdAt: Date
  /** The ISO day of its record. */
  readonly approvedOn: string | null
}

/** How far each draft of a case has come; what was replaced or laid aside is not counted. */
export async function listProgress(ctx: Read | Write, caseId: string): Promise<Progress[]> {
  return ctx.db
    .selectFrom('drafting.drafts as d')
    .leftJoin('registry.records as r', 'r.id', 'd.record_id')
    .where('d.case_id', '=', caseId)
    .where('d.state', 'not in', ['replaced', 'set_aside'])
    .select(['d.kind', 'd.state', 'd.created_at as createdAt', 'r.dated_on as approvedOn'])
    .execute()
}

/** One kept version, as a draft. Throws `NotFound`. */
export async function getVersion(ctx: Read | Write, draftId: string, version: number): Promise<Draft> {
  return found(await findVersion(ctx, draftId, version))
}

/** The same; null when that version was not kept. */
export async function findVersion(ctx: Read | Write, draftId: string, version: number): Promise<Draft | null> {
  const draft = await getDraft(ctx, draftId)
  const row = await ctx.db
    .selectFrom('drafting.versions')
    .select(['content', 'version', 'saved_at as savedAt', 'saved_by as savedBy'])
    .where('draft_id', '=', draftId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row === undefined ? null : draftOf({ ...draft, ...row })
}

const choices = z.object({ areas: z.array(z.string()).default([]), themes: z.array(z.string()).default([]) })
export type Choices = z.output<typeof choices>

/** What an answer may be chosen among: areas, themes, and the boards and companies that can be named. */
export async function answerChoices(ctx: Read | Write): Promise<Choices & { readonly bodies: readonly string[] }> {
  const bodies = await listBodies(ctx, { kinds: ['executive_board', 'board', 'company'] })
  return { ...(await getChoices(ctx)), bodies: bodies.map(({ name }) => name) }
}

/** The areas and themes to suggest in an answer: the setting 'drafting.choices'. Where it is not set, one writes one's own. */
async function getChoices(ctx: Read | Write): Promise<Choices> {
  const row = await ctx.db
    .selectFrom('kernel.settings')
    .select('value')
    .where('key', '=', 'drafting.choices')
    .executeTakeFirst()
  const read = choices.safeParse(row?.value ?? {})
  return read.success ? read.data : { areas: [], themes: [] }
}
