/** The doors of secrecy: the tab that shows who may read, and the forms and calls that change it. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { Forbidden } from '../../../kernel/errors.ts'
import { answer, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import {
  changeMarkingCommand,
  grantAccess,
  liftMarkingCommand,
  markCaseCommand,
  markRecordCommand,
  revokeAccess,
} from '../commands/secrecy.ts'
import { caseHref, recordHref, type Case } from '../model.ts'
import { getCase, keepsSecretsOf, listAccess, listColleagues, listMarkings, listReadings } from '../queries.ts'
import { caseFrame } from '../slots.ts'
import { text } from '../text.ts'
import { accessBody, accessTab } from '../views/access.ts'
import { readingsPageAnswer, secrecyAnswer } from '../views/answers.ts'

/** The case, for who keeps its markings. Throws `Forbidden` for others who can read it. */
async function keptCase(ctx: Read, caseId: string): Promise<Case> {
  const theCase = await getCase(ctx, caseId)
  if (!keepsSecretsOf(ctx, theCase)) throw new Forbidden('registry.grant-access')
  return theCase
}

const readSecret = 'registry.read-secret'

async function secrecyOf(ctx: Read, theCase: Case) {
  return { access: await listAccess(ctx, theCase.id), markings: await listMarkings(ctx, theCase.id) }
}

const access = page('/arenden/:caseId/behorighet', {
  may: 'someone',
  params: z.object({ caseId: z.string().max(200), efter: z.string().max(20).optional() }),
  show: async (ctx, { caseId, efter }, rejected) => {
    const theCase = await keptCase(ctx, caseId)
    const readsLog = may(ctx.actor, readSecret, theCase.authorityId)
    const mine = (verb: string) => may(ctx.actor, `registry.${verb}`, theCase.authorityId)
    const body = accessBody({
      theCase,
      ...(await secrecyOf(ctx, theCase)),
      readings: readsLog ? await listReadings(ctx, theCase.id, { after: efter }) : null,
      colleagues: mine('grant-access') ? await listColleagues(ctx, theCase.authorityId) : [],
      may: { grant: mine('grant-access'), revoke: mine('revoke-access'), lift: mine('lift-marking') },
      today: today(ctx),
      rejected,
    })
    return {
      title: `${theCase.referenceNumber} ${text.secrecy.tab}`,
      section: 'cases',
      body: await caseFrame(ctx, theCase, { tab: accessTab, body }),
    }
  },
})

const accessAnswer = answer('/cases/:caseId/secrecy', {
  may: 'someone',
  params: z.object({ caseId: z.string().max(200) }),
  result: secrecyAnswer,
  show: async (ctx, { caseId }) => secrecyOf(ctx, await keptCase(ctx, caseId)),
})

const readingsAnswer = answer('/cases/:caseId/readings', {
  may: readSecret,
  params: z.object({ caseId: z.string().max(200), after: z.string().max(20).optional() }),
  result: readingsPageAnswer,
  show: async (ctx, { caseId, after }) => {
    const theCase = await getCase(ctx, caseId)
    if (!may(ctx.actor, readSecret, theCase.authorityId)) throw new Forbidden(readSecret)
    return listReadings(ctx, theCase.id, { after })
  },
})

const toTab = (_: unknown, result: { referenceNumber: string }) => caseHref(result, accessTab)
const onTab = { back: '/arenden/:caseId/behorighet', then: toTab }

export const secrecyRoutes: readonly Route[] = [
  access,
  accessAnswer,
  readingsAnswer,
  form('/handlingar/:recordId/sekretess', markRecordCommand, {
    back: '/handlingar/:recordId',
    then: (_, result) => recordHref({ id: result.recordId }),
    says: () => text.secrecy.marked,
  }),
  form('/arenden/:caseId/sekretess', markCaseCommand, {
    back: '/arenden/:caseId',
    then: toTab,
    says: () => text.secrecy.marked,
  }),
  form('/handlingar/:recordId/markeringar/:markingId/andra', changeMarkingCommand, {
    back: '/handlingar/:recordId',
    then: (input) => `/handlingar/${input['recordId'] ?? ''}`,
    says: () => text.secrecy.changed,
  }),
  form('/arenden/:caseId/markeringar/:markingId/andra', changeMarkingCommand, {
    back: '/arenden/:caseId',
    then: toTab,
    says: () => text.secrecy.changed,
  }),
  form('/arenden/:caseId/markeringar/:markingId/hav', liftMarkingCommand, {
    ...onTab,
    says: () => text.secrecy.lifted,
  }),
  form('/arenden/:caseId/behorighet', grantAccess, { ...onTab, says: () => text.secrecy.granted }),
  form('/arenden/:caseId/behorighet/:personId/aterta', revokeAccess, { ...onTab, says: () => text.secrecy.revoked }),
  endpoint('/records/:recordId/marking', markRecordCommand),
  endpoint('/cases/:caseId/marking', markCaseCommand),
  endpoint('/markings/:markingId', changeMarkingCommand, 'PUT'),
  endpoint('/markings/:markingId/lift', liftMarkingCommand),
  endpoint('/cases/:caseId/access/:personId', grantAccess, 'PUT'),
  endpoint('/cases/:caseId/access/:personId/revoke', revokeAccess),
]
