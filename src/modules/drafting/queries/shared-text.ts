/** Texts that several write in, read: as they are, what has been done to them since, and who is here. */

import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import type { Draft } from '../model/draft.ts'
import { batch, hereFor, sharedTextOf, sharedTextsOf, type Batch, type Field } from '../model/shared-text.ts'

/** A text as the editors have it: its version counts the steps that have been taken. */
export type TextState = { readonly field: Field; readonly version: number; readonly doc: unknown }

/** The shared texts of a draft. One that nobody has written in together yet is what the draft says, at version 0. */
export async function listTexts(ctx: Read | Write, draft: Draft): Promise<TextState[]> {
  const rows = await ctx.db
    .selectFrom('drafting.texts')
    .select(['field', 'version', 'doc'])
    .where('draft_id', '=', draft.id)
    .execute()
  const known = new Map(rows.map((row) => [row.field, row]))
  return sharedTextsOf(draft).map(({ field, text }) => known.get(field) ?? { field, version: 0, doc: text })
}

/** One of them. Throws `NotFound` for a field that the draft has not. */
export async function getText(ctx: Read | Write, draft: Draft, field: Field): Promise<TextState> {
  const text = found(sharedTextOf(draft, field))
  const row = await ctx.db
    .selectFrom('drafting.texts')
    .select(['field', 'version', 'doc'])
    .where('draft_id', '=', draft.id)
    .where('field', '=', field)
    .executeTakeFirst()
  return row ?? { field, version: 0, doc: text }
}

type Since = { readonly draftId: string; readonly field: Field; readonly after: number }

/** The steps that were taken after a version, in order, as they came. */
export async function listBatches(ctx: Read | Write, { draftId, field, after }: Since): Promise<Batch[]> {
  const rows = await ctx.db
    .selectFrom('drafting.text_steps')
    .select(['version', 'client', 'steps'])
    .where('draft_id', '=', draftId)
    .where('field', '=', field)
    .where('version', '>', after)
    .orderBy('version')
    .execute()
  return rows.map((row) => batch.parse(row))
}

/** The versions of the texts that have been written in. */
export async function listTextVersions(
  ctx: Read | Write,
  draftId: string,
): Promise<{ readonly field: Field; readonly version: number }[]> {
  return ctx.db.selectFrom('drafting.texts').select(['field', 'version']).where('draft_id', '=', draftId).execute()
}

export type Present = {
  readonly client: string
  readonly personId: string
  readonly name: string
  /** The part they stand in, if any. */
  readonly field: Field | null
}

/** The pages that are open on a draft, in a steady order. */
export async function listPresent(ctx: Read | Write, draftId: string): Promise<Present[]> {
  return ctx.db
    .selectFrom('drafting.present as e')
    .innerJoin('organisation.people as p', 'p.id', 'e.person_id')
    .select(['e.client', 'e.person_id as personId', 'p.name', 'e.field'])
    .where('e.draft_id', '=', draftId)
    .where('e.seen_at', '>', new Date(ctx.now.getTime() - hereFor))
    .orderBy('p.name')
    .orderBy('e.client')
    .execute()
}

export type Standing = {
  readonly version: number
  readonly fieldsVersion: number
  readonly state: Draft['state']
  /** Who sent it on for approval, when it has been, and when. */
  readonly sentBy: string | null
  readonly sentAt: Date | null
}

/** How a draft stands, without its words. Throws `NotFound` for one of another authority. */
export async function getStanding(ctx: Read | Write, draftId: string): Promise<Standing> {
  return found(
    await ctx.db
      .selectFrom('drafting.drafts as d')
      .leftJoin('drafting.submissions as s', 's.id', 'd.submission_id')
      .leftJoin('organisation.people as p', 'p.id', 's.submitted_by')
      .select([
        'd.version',
        'd.fields_version as fieldsVersion',
        'd.state',
        'p.name as sentBy',
        's.submitted_at as sentAt',
      ])
      .where('d.id', '=', draftId)
      .executeTakeFirst(),
  )
}
