/** The tabs of a case where its memo and its statement are written. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { found, Invalid, NotFound } from '../../../kernel/errors.ts'
import { page } from '../../../kernel/http/route.ts'
import type { Html } from '../../../kernel/html.ts'
import type { Rejected, Screen } from '../../../kernel/ui/index.ts'
import { takeUploads } from '../../../kernel/uploads.ts'
import { together } from '../../../kernel/together.ts'
import { listPeopleWithRole } from '../../organisation/index.ts'
import { caseFrame, getCase, listStandingRecords, type Case } from '../../registry/index.ts'
import { contentFrom, otherNumber, readUpload } from '../commands/read-memo.ts'
import { dressedPaper } from '../commands/register.ts'
import { suggestionsFrom } from '../model/basis.ts'
import type { Draft } from '../model/draft.ts'
import {
  checksOf,
  answerChoices,
  findCaseNumber,
  findDraft,
  findSubmission,
  getSubmission,
  listTexts,
} from '../queries.ts'
import {
  memoWriting,
  noMemo,
  noStatement,
  statementWriting,
  written,
  type Can,
  type TabProps,
} from '../views/draft-tab.ts'
import { nameAndRole, type MemoChoices } from '../views/memo-form.ts'
import { checksPanel } from '../views/checks.ts'
import { withPanels } from './panels.ts'
import { readingReview } from '../views/reading.ts'
import { text } from '../views/text.ts'

const ofCase = z.object({ caseId: z.string() })

/** The case, for those whose authority it is: others do not see that there is a draft (B-22). Throws `NotFound`. */
export async function ownCase(ctx: Read, caseId: string): Promise<Case> {
  const theCase = await getCase(ctx, caseId)
  if (!ctx.actor.isSystem && !ctx.actor.authorities.includes(theCase.authorityId)) throw new NotFound()
  return theCase
}

export function headsOf(ctx: Read, { authorityId }: Case) {
  return headsAt(ctx, authorityId)
}

/** The heads of an authority today, each once. */
export async function headsAt(ctx: Read, authorityId: string) {
  const heads = await listPeopleWithRole(ctx, { authorityId, roles: ['head'] })
  return heads.filter((head, index) => heads.findIndex(({ id }) => id === head.id) === index)
}

function abilities(ctx: Read, theCase: Case): Can {
  const can = (verb: string) => theCase.state === 'open' && may(ctx.actor, `drafting.${verb}`, theCase.authorityId)
  return {
    start: can('start-memo'),
    save: can('save-memo'),
    submit: can('submit'),
    withdraw: can('withdraw'),
    add: can('add-approver'),
    revise: can('revise'),
    read: can('read-memo'),
  }
}

async function tabProps(ctx: Read, theCase: Case, draft: Draft | null): Promise<Omit<TabProps, 'rejected' | 'checks'>> {
  const submission = draft === null ? await findSubmission(ctx, theCase.id) : await submissionOf(ctx, draft)
  return {
    theCase,
    submission,
    heads: await headsOf(ctx, theCase),
    texts: draft?.state === 'draft' ? await listTexts(ctx, draft) : [],
    can: abilities(ctx, theCase),
    writer: ctx.actor.personId ?? '',
  }
}

/** What stands beside the text while it is written. */
async function panelOf(ctx: Read, theCase: Case, draft: Draft | null): Promise<Html | null> {
  if (draft?.state !== 'draft' || !may(ctx.actor, 'drafting.mend', theCase.authorityId)) return null
  const checks = await checksOf(ctx, draft, theCase)
  return checksPanel({ draft, checks, mayWrite: true, fieldsAt: '', rejected: undefined })
}

async function submissionOf(ctx: Read, { submissionId }: Draft) {
  return submissionId === null ? null : getSubmission(ctx, submissionId)
}

async function memoChoices(ctx: Read, theCase: Case): Promise<MemoChoices> {
  const heads = await headsOf(ctx, theCase)
  return {
    basis: suggestionsFrom(await listStandingRecords(ctx, theCase.id)),
    heads: heads.map(({ name, title }) => nameAndRole({ name, role: title })),
  }
}

async function framed(ctx: Read, theCase: Case, about: { tab: string; title: string; body: Html }): Promise<Screen> {
  return {
    title: `${about.title}: ${theCase.referenceNumber} ${theCase.title}`,
    section: 'cases',
    body: await caseFrame(ctx, theCase, about),
  }
}

/** What is being written has what one writes it from beside it. */
async function beside(ctx: Read, about: { draft: Draft | null; props: TabProps; body: Html }): Promise<Html> {
  const { draft, props, body } = about
  return draft?.state === 'draft' && props.can.save ? withPanels(ctx, props.theCase, { kind: draft.kind, body }) : body
}

export const memoTab = page('/arenden/:caseId/tjansteskrivelse', {
  may: 'someone',
  params: ofCase,
  show: async (ctx, { caseId }, rejected) => {
    const theCase = await ownCase(ctx, caseId)
    const draft = await findDraft(ctx, theCase.id, 'memo')
    const props = { ...(await tabProps(ctx, theCase, draft)), checks: await panelOf(ctx, theCase, draft), rejected }
    const body = await beside(ctx, { draft, props, body: await memoBody(ctx, draft, props) })
    return framed(ctx, theCase, { tab: 'memo', title: text.memo, body })
  },
})

async function memoBody(
  ctx: Read,
  draft: Awaited<ReturnType<typeof findDraft<'memo'>>>,
  props: TabProps,
): Promise<Html> {
  if (draft === null) return noMemo(props)
  if (draft.state === 'draft' && props.can.save) return memoWriting(draft, await memoChoices(ctx, props.theCase), props)
  return written(draft, { ...props, paper: await shownPaper(ctx, draft, props.theCase) })
}

function shownPaper(ctx: Read, draft: Draft, theCase: Case) {
  const date = draft.registeredOn ?? today(ctx)
  return dressedPaper(ctx, draft, { theCase, isDraft: draft.state !== 'approved', date })
}

export const statementTab = page('/arenden/:caseId/yttrande', {
  may: 'someone',
  params: ofCase,
  show: async (ctx, { caseId }, rejected) => {
    const theCase = await ownCase(ctx, caseId)
    const draft = await findDraft(ctx, theCase.id, 'statement')
    const props = { ...(await tabProps(ctx, theCase, draft)), checks: await panelOf(ctx, theCase, draft), rejected }
    const body = await beside(ctx, { draft, props, body: await statementBody(ctx, draft, props) })
    return framed(ctx, theCase, { tab: 'statement', title: text.statement, body })
  },
})

async function statementBody(
  ctx: Read,
  draft: Awaited<ReturnType<typeof findDraft<'statement'>>>,
  props: TabProps,
): Promise<Html> {
  if (draft === null) {
    const ways = await together(ctx.slots('statement.start').map((way) => way.show(ctx, props.theCase)))
    return noStatement(
      props,
      ways.filter((way) => way !== null),
    )
  }
  if (draft.state === 'draft' && props.can.save) return statementWriting(draft, await answerChoices(ctx), props)
  return written(draft, { ...props, paper: await shownPaper(ctx, draft, props.theCase) })
}

export const reading = page('/arenden/:caseId/tjansteskrivelse/inlasning/:uploadId', {
  may: 'drafting.take-reading',
  params: z.object({ caseId: z.string(), uploadId: z.uuid() }),
  show: async (ctx, { caseId, uploadId }, rejected) => {
    const theCase = await ownCase(ctx, caseId)
    const body = await review(ctx, { theCase, uploadId, rejected })
    return framed(ctx, theCase, { tab: 'memo', title: text.reading.title, body })
  },
})

async function review(
  ctx: Read,
  about: { theCase: Case; uploadId: string; rejected: Rejected | undefined },
): Promise<Html> {
  const { theCase, uploadId, rejected } = about
  const file = await uploaded(ctx, uploadId)
  const { memo, text: original } = await readUpload(ctx, theCase, file)
  const written = otherNumber(memo, theCase)
  return readingReview({
    theCase,
    other: written === null ? null : { written, right: await findCaseNumber(ctx, written) },
    file: file.name,
    memo: contentFrom(memo, today(ctx)),
    warnings: memo.warnings,
    original,
    choices: await memoChoices(ctx, theCase),
    action: `/arenden/${encodeURIComponent(theCase.referenceNumber)}/tjansteskrivelse/inlasning/${uploadId}`,
    rejected,
  })
}

/** A file that is not there, or is somebody else's, is an address that does not exist. */
async function uploaded(ctx: Read, uploadId: string) {
  try {
    const [file] = await takeUploads(ctx, [uploadId])
    return found(file)
  } catch (error) {
    if (error instanceof Invalid) throw new NotFound()
    throw error
  }
}
