/** Standard phrases, read within their authority: the database hides them from the rest. */

import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { richText } from '../../../kernel/rich-text.ts'
import type { Phrase } from '../model/phrase.ts'

function selectPhrases(ctx: Read | Write) {
  return ctx.db
    .selectFrom('desk.phrases as f')
    .innerJoin('organisation.people as p', 'p.id', 'f.changed_by')
    .leftJoin('organisation.bodies as b', 'b.id', 'f.body_id')
    .select([
      'f.id',
      'f.authority_id as authorityId',
      'f.body_id as bodyId',
      'b.name as bodyName',
      'f.theme',
      'f.name',
      'f.shortcut',
      'f.text',
      'f.version',
      'f.changed_at as changedAt',
      'p.name as changedByName',
      'f.removed_at as removedAt',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPhrases>['executeTakeFirstOrThrow']>>

function phraseOf({ text, removedAt, ...row }: Row): Phrase {
  return { ...row, text: richText.parse(text), isRemoved: removedAt !== null }
}

/** Those of an authority that are not removed, by theme and name; those alone that have the words, where any are given. */
export async function listPhrases(ctx: Read | Write, authorityId: string, sought = ''): Promise<Phrase[]> {
  const pattern = `%${sought.replaceAll(/[\\%_]/g, '\\$&')}%`
  const rows = await selectPhrases(ctx)
    .where('f.authority_id', '=', authorityId)
    .where('f.removed_at', 'is', null)
    .$if(sought !== '', (query) =>
      query.where((on) =>
        on.or([on('f.name', 'ilike', pattern), on('f.shortcut', 'ilike', pattern), on('f.theme', 'ilike', pattern)]),
      ),
    )
    .execute()
  return rows
    .map(phraseOf)
    .toSorted((a, b) => a.theme.localeCompare(b.theme, 'sv') || a.name.localeCompare(b.name, 'sv'))
}

/** Throws `NotFound`, for one of another authority too. */
export async function getPhrase(ctx: Read | Write, phraseId: string): Promise<Phrase> {
  return phraseOf(found(await selectPhrases(ctx).where('f.id', '=', phraseId).executeTakeFirst()))
}

/** The same, held until the transaction ends. */
export async function lockPhrase(ctx: Write, phraseId: string): Promise<Phrase> {
  await ctx.db.selectFrom('desk.phrases').select('id').where('id', '=', phraseId).forUpdate().execute()
  return getPhrase(ctx, phraseId)
}

/** Another phrase of the authority that is typed by the same word, or null. */
export async function findByShortcut(
  ctx: Read | Write,
  { authorityId, shortcut }: Pick<Phrase, 'authorityId' | 'shortcut'>,
): Promise<Phrase | null> {
  const row = await selectPhrases(ctx)
    .where('f.authority_id', '=', authorityId)
    .where('f.shortcut', '=', shortcut)
    .where('f.removed_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : phraseOf(row)
}
