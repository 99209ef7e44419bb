/** Saving a version of rules, and restoring one. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { found, Refused } from '../../../kernel/errors.ts'
import { clockText } from '../../../kernel/ui/index.ts'
import { rulesForm, rulesFrom } from '../model/rules-form.ts'
import { ownerKey, versionKind, type VersionKind } from '../model/owner.ts'
import { findLatest, getOwner, keeperOf } from '../queries.ts'
import { text } from '../text.ts'

type Saving = {
  readonly authorityId: string | null
  readonly kind: VersionKind
  readonly content: unknown
  readonly restored?: number
}

/** Where nothing is saved yet, the version that a form was begun from is 0. */
export const fromVersion = z.coerce.number().int().min(0)

/** Keeps a version, unless somebody saved one since `from`. Throws `Refused` then, with who and when. */
export async function keep(ctx: Write, saving: Saving, from: number): Promise<{ version: number }> {
  const { authorityId, kind, content, restored = null } = saving
  const latest = await findLatest(ctx, { authorityId, kind })
  if ((latest?.version ?? 0) !== from)
    throw new Refused([
      text.obstacle.savedByOther(latest?.savedByName ?? '', clockText((latest?.savedAt ?? ctx.now).toISOString())),
    ])
  const { version } = await ctx.db
    .insertInto('templates.versions')
    .values({
      authority_id: authorityId,
      kind,
      version: from + 1,
      content: JSON.stringify(content),
      restored,
      saved_at: ctx.now,
      saved_by: actingPerson(ctx),
    })
    .returning('version')
    .executeTakeFirstOrThrow()
  return { version }
}

/** Says what a board, or the house, asks of its papers (skrivregler). What is written is checked by them from now on. */
export const saveRules = command(
  'templates.save-rules',
  z.object({ owner: ownerKey, version: fromVersion, ...rulesForm.shape }),
  async (ctx, { owner: key, version, ...form }) => {
    const owner = await getOwner(ctx, key)
    allowAt(ctx, await keeperOf(ctx, owner))
    return {
      owner: owner.key,
      ...(await keep(ctx, { authorityId: owner.authorityId, kind: 'rules', content: rulesFrom(form) }, version)),
    }
  },
)

/** Makes an earlier version hold again, as a new one (återställer). Nothing is lost: the one it replaces is a version too. */
export const restoreVersion = command(
  'templates.restore',
  z.object({ versionId: z.uuid() }),
  async (ctx, { versionId }) => {
    const earlier = found(
      await ctx.db
        .selectFrom('templates.versions')
        .select(['authority_id as authorityId', 'version', 'kind', 'content'])
        .where('id', '=', versionId)
        .executeTakeFirst(),
    )
    const { authorityId, content, version: restored } = earlier
    const kind = versionKind.parse(earlier.kind)
    const owner = await getOwner(ctx, authorityId)
    allowAt(ctx, await keeperOf(ctx, owner))
    const latest = await findLatest(ctx, { authorityId, kind })
    await keep(ctx, { authorityId, kind, content, restored }, latest?.version ?? 0)
    return { owner: owner.key, kind }
  },
)
