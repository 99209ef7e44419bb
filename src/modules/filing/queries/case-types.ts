/** An authority's case types, and who may be given what they open. */

import type { Read, Write } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { listPeopleWithRole } from '../../organisation/index.ts'
import type { CaseType } from '../model.ts'

function selectCaseTypes(ctx: Read | Write) {
  return ctx.db
    .selectFrom('filing.case_types as t')
    .leftJoin('filing.classes as k', 'k.id', 't.class_id')
    .leftJoin('organisation.people as p', 'p.id', 't.officer_id')
    .select([
      't.id',
      't.authority_id as authorityId',
      't.name',
      't.title',
      't.class_id as classId',
      'k.code as classCode',
      'k.name as className',
      't.officer_id as officerId',
      'p.name as officerName',
      't.direction',
      't.record_title as recordTitle',
      't.is_active as isActive',
    ])
}

/** In alphabetical order; those in use alone unless asked. */
export async function listCaseTypes(
  ctx: Read | Write,
  authorityId: string,
  { withInactive = false }: { readonly withInactive?: boolean } = {},
): Promise<CaseType[]> {
  const rows = await selectCaseTypes(ctx)
    .where('t.authority_id', '=', authorityId)
    .$if(!withInactive, (query) => query.where('t.is_active', '=', true))
    .execute()
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
}

/** Throws `NotFound`. */
export async function getCaseType(ctx: Read | Write, caseTypeId: string): Promise<CaseType> {
  return found(await selectCaseTypes(ctx).where('t.id', '=', caseTypeId).executeTakeFirst())
}

export type OfficerAt = { readonly id: string; readonly name: string; readonly title: string }

/** Who may be given a case at the authority: each person once, by name. */
export async function listOfficersAt(ctx: Read | Write, authorityId: string): Promise<OfficerAt[]> {
  const roles = ['case_officer', 'head', 'registrar', 'secretary'] as const
  const people = await listPeopleWithRole(ctx, { authorityId, roles })
  return [...new Map(people.map(({ id, name, title }) => [id, { id, name, title }])).values()]
}
