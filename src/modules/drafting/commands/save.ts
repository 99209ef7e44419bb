/** Saving what is being written. Every few seconds from an open page, so it leaves versions, not entries in the ledger. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { Invalid, Refused, refuseIf } from '../../../kernel/errors.ts'
import { clockText } from '../../../kernel/ui/index.ts'
import { listPeopleWithRole } from '../../organisation/index.ts'
import { obstaclesToWriting, type Draft } from '../model/draft.ts'
import { memoParts, withParts, type MemoParts, type Responsible } from '../model/memo.ts'
import { formOf, sharedTextsOf } from '../model/shared-text.ts'
import { tookIntoDraft } from './answer-files.ts'
import { asSent } from './sent.ts'
import { errorsInAnswers, statementParts, withAnswers, type StatementParts } from '../model/statement.ts'
import { findVersion, lockDraftOf } from '../queries.ts'
import { recordSharedTexts } from './shared-text.ts'
import { keepNowAndThen, keepVersion } from './steps.ts'
import { text } from '../text.ts'

/** Someone else saved first. `version` is theirs, for a page that lets the person choose. */
function savedByOther({ savedByName, savedAt, version }: Draft): Refused {
  return new Refused([text.obstacle.savedByOther(savedByName, clockText(savedAt.toISOString()))], { version })
}

export type Saved = { readonly draftId: string; readonly version: number; readonly savedAt: string }

const versioned = { draftId: z.uuid(), version: z.coerce.number().int().min(1) }

/** Saves the memo's parts (sparar tjänsteskrivelsen). Throws `Refused` when somebody saved after `version`. */
export const saveMemo = command(
  'drafting.save-memo',
  asSent(z.object({ ...versioned, ...memoParts.shape })),
  async (ctx, { draftId, version, ...parts }) => {
    const draft = await lockDraftOf(ctx, draftId, 'memo')
    allowAt(ctx, draft.authorityId)
    refuseIf(obstaclesToWriting(draft))
    const content = withParts(draft.content, parts)
    const responsible = await known(ctx, draft.authorityId, content.responsible)
    const after = { ...draft, content: { ...content, responsible } }
    return save(ctx, { before: draft, after, version, hasTexts: holdsTexts(parts) })
  },
)

/** Saves the statement's answers (sparar yttrandet). Throws `Refused` when somebody saved after `version`. */
export const saveStatement = command(
  'drafting.save-statement',
  asSent(z.object({ ...versioned, ...statementParts.shape })),
  async (ctx, { draftId, version, ...sent }) => {
    const draft = await lockDraftOf(ctx, draftId, 'statement')
    allowAt(ctx, draft.authorityId)
    refuseIf(obstaclesToWriting(draft))
    const parts = { ...sent, answers: await tookIntoDraft(ctx, draft, sent.answers) }
    invalidIf(errorsInAnswers(draft.content, parts))
    const after = { ...draft, content: withAnswers(draft.content, parts) }
    return save(ctx, { before: draft, after, version, hasTexts: holdsTexts(parts) })
  },
)

function invalidIf(errors: Readonly<Record<string, string>>): void {
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
}

type SentParts = Partial<
  Pick<MemoParts, 'summary' | 'body'> & Pick<StatementParts, 'introduction' | 'answers' | 'outside'>
>

/** A form without JavaScript holds the words of the texts too; beside the shared editors it does not. */
function holdsTexts({ summary, body, introduction, answers = [], outside }: SentParts): boolean {
  return [summary, body, introduction, outside, ...answers.map(({ text }) => text)].some((text) => text !== undefined)
}

type Change = {
  readonly before: Draft
  readonly after: Draft
  /** What the one who saves had seen. */
  readonly version: number
  readonly hasTexts: boolean
}

async function save(ctx: Write, change: Change): Promise<Saved> {
  const { before, after } = change
  const isSame = JSON.stringify(before.content) === JSON.stringify(after.content)
  if (isSame) return { draftId: before.id, version: before.version, savedAt: before.savedAt.toISOString() }
  if (!(await hasSeen(ctx, change))) throw savedByOther(before)
  return write(ctx, before, after)
}

/** Whether nothing that the form holds was written after `version`: what was written beside it is no matter. */
async function hasSeen(ctx: Write, { before, version, hasTexts }: Change): Promise<boolean> {
  if (version > before.version || version < before.fieldsVersion) return false
  if (!hasTexts || version === before.version) return true
  const seen = await findVersion(ctx, before.id, version)
  return seen !== null && JSON.stringify(sharedTextsOf(seen)) === JSON.stringify(sharedTextsOf(before))
}

/** Puts new words in a draft that is locked, and keeps the versions that should not be lost. */
export async function write(ctx: Write, before: Draft, after: Draft): Promise<Saved> {
  const by = actingPerson(ctx)
  const isMore = formOf(before) !== formOf(after)
  if (isMore && before.fieldsSavedBy !== by) await keepVersion(ctx, before)
  const next = { ...after, version: before.version + 1, savedAt: ctx.now, savedBy: by }
  await ctx.db
    .updateTable('drafting.drafts')
    .set({
      content: JSON.stringify(next.content),
      version: next.version,
      saved_at: ctx.now,
      saved_by: by,
      ...(isMore && { fields_version: next.version, fields_saved_by: by }),
    })
    .where('id', '=', before.id)
    .executeTakeFirstOrThrow()
  await recordSharedTexts(ctx, before, next)
  await keepNowAndThen(ctx, before, next)
  return { draftId: before.id, version: next.version, savedAt: ctx.now.toISOString() }
}

/** Heads written by name are the heads of the authority where the name fits, so that they can be asked to approve. */
export async function known(
  ctx: Write,
  authorityId: string,
  responsible: readonly Responsible[],
): Promise<Responsible[]> {
  if (responsible.length === 0) return []
  const heads = await listPeopleWithRole(ctx, { authorityId, roles: ['head'] })
  return responsible.map((one) => {
    const head = heads.find(({ name }) => name.toLocaleLowerCase('sv') === one.name.toLocaleLowerCase('sv'))
    if (head === undefined) return { name: one.name, role: one.role, personId: null }
    return { name: head.name, role: one.role === '' ? head.title : one.role, personId: head.id }
  })
}
