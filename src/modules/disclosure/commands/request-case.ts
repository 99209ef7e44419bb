/** The case of a request that is refused in writing: what came in, what is proposed to the board, and the decision that goes out. */

import { actingPerson, today, type Write } from '../../../kernel/context.ts'
import { paperFiles } from '../../../kernel/documents/index.ts'
import { speaking } from '../../../kernel/words.ts'
import { getCase, linkCases, openCase, registerRecord, type Case, type RecordItem } from '../../registry/index.ts'
import type { Item } from '../model/item.ts'
import type { Refusal } from '../model/refusal.ts'
import { requestNumber, type DisclosureRequest } from '../model/request.ts'
import { refusalPaper } from '../papers.ts'
import { text } from '../text.ts'

export type ToRefuse = {
  readonly request: DisclosureRequest
  readonly refusal: Refusal
  /** Those that are held back, in whole or in part. */
  readonly items: readonly Item[]
}

/** The request's own case, with the request as it came in, beside the cases it is about. One that is handed to the board has it. */
export async function requestCase(ctx: Write, { request, refusal, items }: ToRefuse): Promise<Case> {
  if (refusal.caseId !== null) return getCase(ctx, refusal.caseId)
  const title = speaking('sv', () => text.paper.caseTitle(requestNumber(request)))
  const theCase = await openCase(ctx, { authorityId: request.authorityId, title, officerId: actingPerson(ctx) })
  const asked = [request.asked, request.reference].filter((part) => part !== null).join('\n\n')
  const file = { name: `${title.replaceAll(':', '-')}.txt`, mediaType: 'text/plain' }
  await registerRecord(ctx, {
    caseId: theCase.id,
    direction: 'in',
    kind: 'letter',
    title,
    party: speaking('sv', () => text.paper.party),
    datedOn: today({ now: request.receivedAt }),
    files: [{ ...file, bytes: new TextEncoder().encode(asked) }],
  })
  const told = items.filter(({ inSecretCase }) => !inSecretCase)
  for (const caseId of new Set(told.map((item) => item.caseId))) await linkCases(ctx, theCase.id, caseId, 'related')
  return theCase
}

export type Decided = ToRefuse & {
  readonly mandate: string
  readonly delegatedNumber: string | null
  readonly decidedBy: { readonly name: string; readonly title: string }
  /** ISO day. */
  readonly date: string
}

/** The decision as the document it is from now on (B-29): PDF and Word, each kept with its checksum. */
export async function registerRefusal(ctx: Write, theCase: Case, decided: Decided): Promise<RecordItem> {
  const { referenceNumber } = theCase
  const { refusal, mandate, request } = decided
  const paper = refusalPaper({ ...decided, refusal: { ...refusal, mandate }, referenceNumber })
  const name = speaking('sv', () => text.paper.fileName(requestNumber(request), referenceNumber))
  return registerRecord(ctx, {
    caseId: theCase.id,
    direction: 'out',
    kind: 'decision',
    title: paper.title,
    party: refusal.recipient ?? speaking('sv', () => text.paper.party),
    files: await paperFiles(paper, name),
  })
}

/** What the board is asked to decide. */
export async function registerProposal(ctx: Write, theCase: Case, about: ToRefuse): Promise<string> {
  const { referenceNumber } = theCase
  const paper = refusalPaper({ ...about, referenceNumber, date: today(ctx), decidedBy: null, delegatedNumber: null })
  const name = speaking('sv', () => text.paper.proposalName(requestNumber(about.request), referenceNumber))
  const { id } = await registerRecord(ctx, {
    caseId: theCase.id,
    direction: 'internal',
    kind: 'proposal',
    title: speaking('sv', () => text.paper.proposal),
    files: await paperFiles(paper, name),
  })
  return id
}
