/** The API of delegation. */

import { z } from 'zod'
import { answer, endpoint, type Route } from '../../../kernel/http/route.ts'
import { getCase } from '../../registry/index.ts'
import {
  adoptScheme,
  beginScheme,
  decideByDelegation,
  decideUrgently,
  importScheme,
  nameDirector,
  noticeMinutes,
  passOn,
  putRule,
  removeRule,
  report,
  takeBack,
  writeMinutes,
} from '../commands.ts'
import { decisionShape, minutesShape, ruleShape, schemeShape } from '../model/shape.ts'
import {
  getDelegated,
  getScheme,
  listDelegated,
  listDelegatedInCase,
  listMinutes,
  listRules,
  listSchemes,
  shown,
} from '../queries.ts'

const ofBoard = z.object({ bodyId: z.uuid() })

export const api: readonly Route[] = [
  endpoint('/delegation/schemes', beginScheme),
  endpoint('/delegation/schemes/import', importScheme),
  endpoint('/delegation/schemes/:schemeId/rules', putRule),
  endpoint('/delegation/schemes/:schemeId/adopt', adoptScheme),
  endpoint('/delegation/rules/:ruleId/remove', removeRule),
  endpoint('/delegation/rules/:ruleId/pass-on', passOn),
  endpoint('/delegation/passed-on/:passedOnId/take-back', takeBack),
  endpoint('/delegation/directors', nameDirector),
  endpoint('/cases/:caseId/delegated-decisions', decideByDelegation),
  endpoint('/cases/:caseId/urgent-decisions', decideUrgently),
  endpoint('/meetings/:meetingId/delegation-report', report),
  endpoint('/delegation/minutes', writeMinutes),
  endpoint('/delegation/minutes/:minutesId/notice', noticeMinutes),
  answer('/delegation/schemes', {
    may: 'someone',
    params: ofBoard,
    result: z.object({ schemes: z.array(schemeShape) }),
    show: async (ctx, { bodyId }) => ({ schemes: await listSchemes(ctx, bodyId) }),
  }),
  answer('/delegation/schemes/:schemeId', {
    may: 'someone',
    params: z.object({ schemeId: z.uuid() }),
    result: schemeShape.extend({ rules: z.array(ruleShape) }),
    show: async (ctx, { schemeId }) => ({
      ...(await getScheme(ctx, schemeId)),
      rules: await listRules(ctx, schemeId),
    }),
  }),
  answer('/delegation/decisions', {
    may: 'someone',
    params: ofBoard.extend({
      shown: z.enum(shown).default('all'),
      rule: z.string().max(40).optional(),
      delegateId: z.uuid().optional(),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
    }),
    result: z.object({ decisions: z.array(decisionShape) }),
    show: async (ctx, { rule, delegateId, from, to, ...what }) => ({
      decisions: await listDelegated(ctx, {
        ...what,
        ...(rule !== undefined && { rule }),
        ...(delegateId !== undefined && { delegateId }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      }),
    }),
  }),
  answer('/delegation/decisions/:decisionId', {
    may: 'someone',
    params: z.object({ decisionId: z.uuid() }),
    result: decisionShape,
    show: async (ctx, { decisionId }) => getDelegated(ctx, decisionId),
  }),
  answer('/cases/:caseId/delegated-decisions', {
    may: 'someone',
    params: z.object({ caseId: z.string() }),
    result: z.object({ decisions: z.array(decisionShape) }),
    show: async (ctx, { caseId }) => ({
      decisions: await listDelegatedInCase(ctx, (await getCase(ctx, caseId)).id),
    }),
  }),
  answer('/delegation/minutes', {
    may: 'someone',
    params: ofBoard,
    result: z.object({ minutes: z.array(minutesShape) }),
    show: async (ctx, { bodyId }) => ({ minutes: await listMinutes(ctx, bodyId) }),
  }),
]
