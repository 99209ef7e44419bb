/** Making, changing and removing standard phrases. They belong to no case, so the ledger does not tell of them. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { listBodies } from '../../organisation/index.ts'
import { phraseParts, type Phrase } from '../model/phrase.ts'
import { findByShortcut, lockPhrase } from '../queries/phrases.ts'
import { text } from '../text.ts'

type Wanted = Pick<Phrase, 'authorityId' | 'name' | 'shortcut' | 'text' | 'theme' | 'bodyId'>

/** Throws `Invalid` when the short word is another's, or the body is not the authority's. */
async function check(ctx: Write, wanted: Wanted, ownId: string | null): Promise<void> {
  const other = await findByShortcut(ctx, wanted)
  if (other !== null && other.id !== ownId) throw new Invalid({ shortcut: text.phrase.taken(other.name) })
  if (wanted.bodyId === null) return
  const bodies = await listBodies(ctx, { authorityId: wanted.authorityId })
  if (bodies.every(({ id }) => id !== wanted.bodyId)) throw new Invalid({ bodyId: text.phrase.notItsBody })
}

function rowOf(ctx: Write, { authorityId, name, shortcut, text: words, theme, bodyId }: Wanted) {
  const facts = { authority_id: authorityId, body_id: bodyId, name, shortcut, theme, text: JSON.stringify(words) }
  return { ...facts, changed_at: ctx.now, changed_by: actingPerson(ctx) }
}

/** Makes a standard phrase (ny standardtext). */
export const makePhrase = command(
  'desk.make-phrase',
  z.object({ authorityId: z.uuid(), ...phraseParts }),
  async (ctx, wanted) => {
    allowAt(ctx, wanted.authorityId)
    await check(ctx, wanted, null)
    const { id } = await ctx.db
      .insertInto('desk.phrases')
      .values(rowOf(ctx, wanted))
      .returning('id')
      .executeTakeFirstOrThrow()
    return { phraseId: id }
  },
)

const changing = z.object({ phraseId: z.uuid(), version: z.coerce.number().int().min(1), ...phraseParts })

/** Changes one (ändrar). Throws `Refused` when somebody changed it after `version`. */
export const changePhrase = command('desk.change-phrase', changing, async (ctx, { phraseId, version, ...parts }) => {
  const phrase = await lockPhrase(ctx, phraseId)
  allowAt(ctx, phrase.authorityId)
  refuseIf(phrase.isRemoved ? [text.phrase.isRemoved] : [])
  refuseIf(phrase.version === version ? [] : [text.phrase.changedBy(phrase.changedByName)])
  const wanted = { authorityId: phrase.authorityId, ...parts }
  await check(ctx, wanted, phraseId)
  await ctx.db
    .updateTable('desk.phrases')
    .set({ ...rowOf(ctx, wanted), version: version + 1 })
    .where('id', '=', phraseId)
    .executeTakeFirstOrThrow()
  return { phraseId, version: version + 1 }
})

const one = z.object({ phraseId: z.uuid() })

/** Removes one (tar bort). It can be taken back; what it was put into keeps its words. */
export const removePhrase = command('desk.remove-phrase', one, async (ctx, { phraseId }) => {
  const phrase = await lockPhrase(ctx, phraseId)
  allowAt(ctx, phrase.authorityId)
  refuseIf(phrase.isRemoved ? [text.phrase.isRemoved] : [])
  await ctx.db.updateTable('desk.phrases').set({ removed_at: ctx.now }).where('id', '=', phraseId).execute()
  return { phraseId }
})

/** Takes back what was removed (ångrar). Throws `Refused` when its short word is another's by now. */
export const restorePhrase = command('desk.restore-phrase', one, async (ctx, { phraseId }) => {
  const phrase = await lockPhrase(ctx, phraseId)
  allowAt(ctx, phrase.authorityId)
  refuseIf(phrase.isRemoved ? [] : [text.phrase.notRemoved])
  const other = await findByShortcut(ctx, phrase)
  refuseIf(other === null ? [] : [text.phrase.taken(other.name)])
  await ctx.db.updateTable('desk.phrases').set({ removed_at: null }).where('id', '=', phraseId).execute()
  return { phraseId }
})
