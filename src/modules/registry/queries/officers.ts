/** Who may be given a case at an authority. */

import type { Read, Write } from '../../../kernel/context.ts'
import { listPeopleWithRole } from '../../organisation/index.ts'

export type Officer = { readonly id: string; readonly name: string; readonly title: string }

const roles = ['case_officer', 'head', 'registrar', 'secretary'] as const

/** Each person once, by name. */
export async function listOfficers(ctx: Read | Write, authorityId: string): Promise<Officer[]> {
  const people = await listPeopleWithRole(ctx, { authorityId, roles })
  return [...new Map(people.map(({ id, name, title }) => [id, { id, name, title }])).values()]
}

export async function findOfficer(
  ctx: Read | Write,
  authorityId: string,
  personId: string,
): Promise<Officer | undefined> {
  return (await listOfficers(ctx, authorityId)).find((officer) => officer.id === personId)
}
