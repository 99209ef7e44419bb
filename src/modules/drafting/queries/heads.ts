/** The heads who answer for what is written in a case. */

import type { Read, Write } from '../../../kernel/context.ts'
import { listPeopleWithRole } from '../../organisation/index.ts'
import type { Case } from '../../registry/index.ts'
import { templateAt } from '../../templates/index.ts'
import { getChain } from './chain.ts'
import { findDraft } from './drafts.ts'

export type Head = Awaited<ReturnType<typeof listPeopleWithRole>>[number]

function listHeads(ctx: Read | Write, authorityId: string): Promise<Head[]> {
  return listPeopleWithRole(ctx, { authorityId, roles: ['head'] })
}

/** Those who stand as responsible when a memo is begun: the functions that the template names, by the chain of the authority or by their titles; else the top head. */
export async function headsToBegin(ctx: Read | Write, authorityId: string): Promise<Head[]> {
  const heads = await listHeads(ctx, authorityId)
  const functions = (await templateAt(ctx, authorityId))?.content.memo.responsible ?? []
  const chain = functions.length === 0 ? [] : await getChain(ctx, authorityId)
  const named = functions.flatMap((wanted) => {
    const holders = chain.find(({ name }) => isSameWord(name, wanted))?.holders ?? []
    return heads.find(({ id, title }) => holders.includes(id) || isSameWord(title, wanted)) ?? []
  })
  const top = heads.find(({ title }) => /direktör|förvaltningschef/iu.test(title)) ?? heads[0]
  const chosen = named.length > 0 || top === undefined ? named : [top]
  return chosen.filter(({ id }, at) => chosen.findIndex((other) => other.id === id) === at)
}

function isSameWord(one: string, other: string): boolean {
  return one.toLocaleLowerCase('sv') === other.toLocaleLowerCase('sv')
}

/**
 * The responsible heads of a case's memo; where it has none, or names nobody who is a head today, those that it would begin with.
 * Of a hidden case only those who stand in its memo: whether others may know of it is not asked here.
 */
export async function headsOfCase(
  ctx: Read | Write,
  { id, authorityId, isSecret }: Pick<Case, 'id' | 'authorityId' | 'isSecret'>,
): Promise<Head[]> {
  const memo = await findDraft(ctx, id, 'memo')
  const responsible = memo?.content.responsible ?? []
  const heads = responsible.length === 0 ? [] : await listHeads(ctx, authorityId)
  const named = heads.filter((head) =>
    responsible.some(({ name, personId }) => (personId ? personId === head.id : isSameWord(name, head.name))),
  )
  return named.length > 0 || isSecret ? named : headsToBegin(ctx, authorityId)
}
