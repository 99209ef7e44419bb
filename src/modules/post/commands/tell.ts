/** Telling people at once of something that concerns them, as they have chosen to be told. */

import type { Write } from '../../../kernel/context.ts'
import { here, post, type Letter } from '../../../kernel/post.ts'
import { addressOfAuthority, getAuthority, getPerson, mailChoicesOf } from '../../organisation/index.ts'
import { text } from '../text.ts'

export type Telling = Pick<Letter, 'write' | 'about'> & {
  /** For which authority it is told. */
  readonly authorityId: string
}

/** From an authority, to be answered to its own address. */
export async function senderOf(ctx: Write, authorityId: string): Promise<Letter['from']> {
  const { name } = await getAuthority(ctx, authorityId)
  return { authorityId, name, replyTo: await addressOfAuthority(ctx, authorityId) }
}

/**
 * A letter to each of these who wants to be told at once; never to the one who acts, who knows. Those who have chosen the
 * morning's letter get it there. Gives whom it went to. The caller has asked whether it may.
 */
export async function tell(ctx: Write, personIds: readonly string[], telling: Telling): Promise<string[]> {
  const others = [...new Set(personIds)].filter((id) => id !== ctx.actor.personId)
  const choices = await mailChoicesOf(ctx, others)
  const told = others.filter((id) => choices.get(id) === 'at_once')
  if (told.length === 0) return []
  const from = await senderOf(ctx, telling.authorityId)
  for (const id of told) {
    const { name, email } = await getPerson(ctx, id)
    await post(ctx, { to: { name, address: email }, from, write: () => signed(telling.write()), about: telling.about })
  }
  return told
}

/** With how one chooses oneself. */
export function signed({ subject, text: words }: ReturnType<Letter['write']>): ReturnType<Letter['write']> {
  return { subject, text: `${words.trim()}\n\n${text.telling.choose(here('/jag#epost'))}` }
}
