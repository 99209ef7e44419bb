/** The doors of the considerations: beside the text, and the list itself. */

import { z } from 'zod'
import { may, type Read } from '../../../kernel/context.ts'
import { found, NotFound } from '../../../kernel/errors.ts'
import { answer, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import { getAuthority } from '../../organisation/index.ts'
import { caseHref } from '../../registry/index.ts'
import { consider } from '../commands/consider.ts'
import {
  addConsideration,
  beginConsiderations,
  changeConsideration,
  endConsideration,
  moveConsideration,
  takeBackConsideration,
} from '../commands/considerations.ts'
import { consideredStates } from '../model/consideration.ts'
import { findDraft } from '../queries.ts'
import { getConsideration, listConsiderations } from '../queries/considerations.ts'
import { text } from '../text/considerations.ts'
import { considerationList, considerationsPath, considerPanel, panelPath } from '../views/considerations.ts'
import { panelScreen } from './panels.ts'
import { ownCase } from './tabs.ts'

const panel = page(`/arenden/:caseId/${panelPath}`, {
  may: 'someone',
  params: z.object({ caseId: z.string() }),
  show: async (ctx, { caseId }, rejected) => {
    const theCase = await ownCase(ctx, caseId)
    const memo = await findDraft(ctx, theCase.id, 'memo')
    const body = considerPanel({
      theCase,
      list: await listConsiderations(ctx, theCase.authorityId),
      said: memo === null ? null : (memo.content.considerations ?? []),
      mayWrite: memo?.state === 'draft' && may(ctx.actor, 'drafting.consider', theCase.authorityId),
      maySet: may(ctx.actor, 'drafting.add-consideration', theCase.authorityId),
      rejected,
    })
    return panelScreen(ctx, theCase, { key: 'considerations', body })
  },
})

const list = page(considerationsPath, {
  may: 'someone',
  params: z.object({ borttagen: z.uuid().optional().catch(undefined) }),
  show: async (ctx, { borttagen }, rejected) => {
    const authorityId = found(ctx.actor.at)
    return considerationList({
      authority: await getAuthority(ctx, authorityId),
      list: await listConsiderations(ctx, authorityId),
      ended: borttagen === undefined ? null : await endedOne(ctx, borttagen),
      may: {
        shared: may(ctx.actor, 'drafting.begin-considerations', authorityId),
        own: may(ctx.actor, 'drafting.add-consideration', authorityId),
      },
      rejected,
    })
  },
})

async function endedOne(ctx: Read, considerationId: string) {
  const one = await getConsideration(ctx, considerationId).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return one?.isEnded === true ? one : null
}

const toList = { back: considerationsPath, then: () => considerationsPath }
const onePath = `${considerationsPath}/:considerationId`

const forms: readonly Route[] = [
  form(`/arenden/:caseId/${panelPath}`, consider, {
    back: panel.path,
    then: ({ caseId = '' }) => caseHref({ referenceNumber: caseId }, panelPath),
    says: () => text.saved,
  }),
  form(`${considerationsPath}/borja`, beginConsiderations, { ...toList, says: () => text.begun }),
  form(`${considerationsPath}/gemensam`, addConsideration, { ...toList, says: () => text.added }),
  form(`${considerationsPath}/egen`, addConsideration, { ...toList, says: () => text.added }),
  form(onePath, changeConsideration, { ...toList, says: () => text.saved }),
  form(`${onePath}/flytta`, moveConsideration, { ...toList, says: () => text.moved }),
  form(`${onePath}/ta-bort`, endConsideration, {
    back: considerationsPath,
    then: (_, { considerationId }) => `${considerationsPath}?borttagen=${considerationId}`,
  }),
  form(`${onePath}/angra`, takeBackConsideration, { ...toList, says: () => text.takenBack }),
]

const shape = z.object({
  id: z.uuid(),
  authorityId: z.uuid().nullable(),
  position: z.number(),
  name: z.string(),
  help: z.string().nullable(),
  isRequired: z.boolean(),
})

const said = z.object({
  considerationId: z.uuid(),
  name: z.string(),
  state: z.enum(consideredStates),
  text: z.string(),
})

export const considerationRoutes: readonly Route[] = [
  panel,
  list,
  ...forms,
  endpoint('/cases/:caseId/considerations', consider, 'PUT'),
  endpoint('/considerations/usual', beginConsiderations),
  endpoint('/considerations', addConsideration),
  endpoint('/considerations/:considerationId', changeConsideration, 'PUT'),
  endpoint('/considerations/:considerationId/move', moveConsideration),
  endpoint('/considerations/:considerationId/end', endConsideration),
  endpoint('/considerations/:considerationId/take-back', takeBackConsideration),
  answer('/authorities/:authorityId/considerations', {
    may: 'someone',
    params: z.object({ authorityId: z.uuid() }),
    result: z.array(shape),
    show: (ctx, { authorityId }) => listConsiderations(ctx, authorityId),
  }),
  answer('/cases/:caseId/considerations', {
    may: 'someone',
    params: z.object({ caseId: z.string() }),
    result: z.array(said),
    show: async (ctx, { caseId }) => {
      const theCase = await ownCase(ctx, caseId)
      const memo = await findDraft(ctx, theCase.id, 'memo')
      const known = new Map((memo?.content.considerations ?? []).map((one) => [one.id, one]))
      return (await listConsiderations(ctx, theCase.authorityId)).map(({ id, name }) => {
        const one = known.get(id)
        return { considerationId: id, name, state: one?.state ?? ('open' as const), text: one?.text ?? '' }
      })
    },
  }),
]
