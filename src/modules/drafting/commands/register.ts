/** What approval makes: each draft becomes a record of the case, as PDF and Word. Only a record can go on an agenda. */

import { today, type Read, type Write } from '../../../kernel/context.ts'
import { type Paper, paperFiles } from '../../../kernel/documents/index.ts'
import { together } from '../../../kernel/together.ts'
import { speaking } from '../../../kernel/words.ts'
import { getCase, registerRecord, writeLedger, type Case, type NewFile } from '../../registry/index.ts'
import { asUploads, filesAmong } from '../model/answer-files.ts'
import { askedAmong } from '../model/condition.ts'
import type { Approver, Draft, Words } from '../model/draft.ts'
import { dressed } from '../../templates/index.ts'
import { fieldValuesOf } from '../model/field-values.ts'
import { lookOfDraft } from '../queries.ts'
import { memoPaper, paperFrame, statementPaper } from '../papers.ts'
import { changeDraft, keepVersion } from './steps.ts'
import { text } from '../text.ts'

export const pdf = 'application/pdf'
const longestTitle = 300

/** Registers what was approved. Every file is made first: making them takes time, and the number series waits for nobody. */
export async function registerDrafts(
  ctx: Write,
  drafts: readonly Draft[],
  approvals: readonly Approver[],
): Promise<void> {
  const made = await together(drafts.map((draft) => typeset(ctx, draft, approvals)))
  for (const one of made) await register(ctx, one)
}

type Made = {
  readonly draft: Draft
  readonly title: string
  /** The paper, and the files that answer its questions. */
  readonly files: readonly NewFile[]
}

async function typeset(ctx: Write, draft: Draft, approvals: readonly Approver[]): Promise<Made> {
  const theCase = await getCase(ctx, draft.caseId)
  const paper = await dressedPaper(ctx, draft, { theCase, isDraft: false, approvals, date: today(ctx) })
  const title = titleOf(draft, theCase)
  return { draft, title, files: [...(await paperFiles(paper, fileNameOf(title))), ...enclosed(draft)] }
}

function enclosed(draft: Draft): NewFile[] {
  return draft.kind === 'statement' ? asUploads(filesAmong(askedAmong(draft.content.answers))) : []
}

async function register(ctx: Write, { draft, title, files }: Made): Promise<void> {
  const { caseId, kind } = draft
  const record = await registerRecord(ctx, { caseId, direction: 'internal', kind, title, files })
  await replaceEarlier(ctx, draft)
  await changeDraft(ctx, draft.id, { state: 'approved', record_id: record.id })
  await keepVersion(ctx, draft)
  await writeLedger(ctx, caseId, 'drafting.registered', { draftId: draft.id, kind, recordId: record.id })
}

async function replaceEarlier(ctx: Write, draft: Draft): Promise<void> {
  await ctx.db
    .updateTable('drafting.drafts')
    .set({ state: 'replaced' })
    .where('case_id', '=', draft.caseId)
    .where('kind', '=', draft.kind)
    .where('state', '=', 'approved')
    .execute()
}

/** A draft as the paper it would be today. */
export function paperOf(
  draft: Words,
  theCase: Case,
  about: { isDraft: boolean; date: string; approvals?: readonly Approver[] },
): Paper {
  const frame = { ...paperFrame(theCase, about.isDraft), ...about }
  return draft.kind === 'memo' ? memoPaper(draft.content, frame) : statementPaper(draft.content, frame)
}

/** The same in the look of its template: the one it was sent with, or while it is written the one that holds. */
export async function dressedPaper(
  ctx: Read | Write,
  draft: Draft,
  about: { readonly theCase: Case } & Parameters<typeof paperOf>[2],
): Promise<Paper> {
  const { theCase, ...rest } = about
  return dressed(paperOf(draft, theCase, rest), await lookOfDraft(ctx, draft), {
    kind: draft.kind,
    values: fieldValuesOf(draft, theCase, rest.date),
  })
}

/** "Tjänsteskrivelse Remiss: Områdeslyft". Always in Swedish, as the registry is. */
export function titleOf(draft: Draft, theCase: Case): string {
  return speaking('sv', () => {
    const title = draft.content.title === '' ? theCase.title : draft.content.title
    const whole = draft.kind === 'memo' ? text.basis.memo(title) : text.basis.statement(title)
    return whole.slice(0, longestTitle).trim()
  })
}

/** A title as a name of a file: letters, numbers and what every system can keep. */
export function fileNameOf(title: string): string {
  return title
    .replace(/[^\p{L}\p{N} .,()-]+/gu, ' ')
    .replace(/ +/g, ' ')
    .slice(0, 120)
    .trim()
}
