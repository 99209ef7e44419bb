/** What there is to choose from when a round is prepared. */

import type { Read, Write } from '../../../kernel/context.ts'
import { listDecisions, type Decision } from '../../meetings/index.ts'
import { listBodies, listPeopleWithRole, type Body, type PersonInRole } from '../../organisation/index.ts'

const askable: readonly Body['kind'][] = [
  'executive_board',
  'board',
  'auditors',
  'administration',
  'company',
  'external',
]

/** Those who can be asked: every body that answers for itself, outside the sender's own authority. */
export async function listAskable(ctx: Read | Write, authorityId: string): Promise<Body[]> {
  return (await listBodies(ctx, { kinds: askable })).filter((body) => body.authorityId !== authorityId)
}

const issuing: readonly Body['kind'][] = [
  'working_committee',
  'executive_board',
  'board',
  'auditors',
  'council',
  'administration',
]

/** Bodies of the authority that can issue a referral, the most usual first. */
export async function listIssuers(ctx: Read | Write, authorityId: string): Promise<Body[]> {
  const bodies = await listBodies(ctx, { authorityId, kinds: issuing })
  return bodies.toSorted((a, b) => issuing.indexOf(a.kind) - issuing.indexOf(b.kind))
}

/** Decisions of the case that may be the one to send it: not those that only prepared (I-10). */
export async function listSendingDecisions(ctx: Read | Write, caseId: string): Promise<Decision[]> {
  return (await listDecisions(ctx, caseId)).filter((decision) => !decision.isProposal)
}

/** Who can be asked about the referral, each once. */
export async function listContacts(ctx: Read | Write, authorityId: string): Promise<PersonInRole[]> {
  const people = await listPeopleWithRole(ctx, {
    authorityId,
    roles: ['case_officer', 'head', 'registrar', 'secretary'],
  })
  return [...new Map(people.map((person) => [person.id, person])).values()]
}
