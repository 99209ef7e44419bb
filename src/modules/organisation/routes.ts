import { z } from 'zod'
import { answer, endpoint, form, page, session, type Route } from '../../kernel/http/route.ts'
import { actingPerson, type Read } from '../../kernel/context.ts'
import type { Html } from '../../kernel/html.ts'
import type { Rejected } from '../../kernel/ui/index.ts'
import { together } from '../../kernel/together.ts'
import { renewCalendarKey, revokeCalendarKey } from './commands/calendar-key.ts'
import { chooseMail } from './commands/mail-choice.ts'
import { changePassword, createToken, revokeToken, setPassword } from './commands/passwords.ts'
import { addPerson, appoint, endMembership, setAppealCourt, setBodyKind, setNumberFormat } from './commands/people.ts'
import { noteAttempt, signIn, signInAs, signOut } from './commands/signing-in.ts'
import { bodyKinds, inOrder, usualMailChoice, type Body } from './model.ts'
import {
  findCalendarKey,
  getAuthority,
  getBody,
  getPerson,
  appealCourt,
  listAuthorities,
  listBodies,
  listFeatured,
  listKindChanges,
  listPeople,
  listSeats,
  listTokens,
  mailChoicesOf,
} from './queries.ts'
import { text } from './text.ts'
import { courtText } from './text/court.ts'
import { kindText } from './text/kind.ts'
import { mailText } from './text/mail.ts'
import { accessibilityScreen, helpScreen } from './views/about.ts'
import { mePage } from './views/me.ts'
import { bodyPage, organisationPage, personPage } from './views/organisation.ts'
import { signInPage } from './views/sign-in.ts'
import { workPage } from './views/work.ts'

const nothing = z.object({})

const work = page('/', {
  may: 'someone',
  params: nothing,
  show: async (ctx) => {
    const lists = await together(ctx.slots('work.list').map((list) => list.show(ctx)))
    const items = inOrder(lists.flat())
    await together(ctx.slots('work.seen').map(({ note }) => note(ctx, items)))
    return workPage({ items, actor: ctx.actor, now: ctx.now })
  },
})

const signInDoor = page('/logga-in', {
  may: 'anyone',
  params: z.object({ till: z.string().optional() }),
  show: async (ctx, { till }, rejected) => {
    const featured = ctx.isDemo ? await listFeatured(ctx) : []
    const everyone = ctx.isDemo ? (await listPeople(ctx)).filter((person) => person.isDemo) : []
    return signInPage({ featured, everyone, till: till ?? '/', rejected })
  },
})

const organisation = page('/organisation', {
  may: 'someone',
  params: nothing,
  show: async (ctx, _, rejected) =>
    organisationPage({
      authorities: await listAuthorities(ctx),
      bodies: await listBodies(ctx),
      actor: ctx.actor,
      court: await appealCourt(ctx),
      rejected,
    }),
})

const oneBody = page('/organisation/:bodyId', {
  may: 'someone',
  params: z.object({ bodyId: z.uuid() }),
  show: async (ctx, { bodyId }, rejected) => {
    const body = await getBody(ctx, bodyId)
    return bodyPage({
      body,
      authority: body.authorityId === null ? null : await getAuthority(ctx, body.authorityId),
      parent: body.parentId === null ? null : await getBody(ctx, body.parentId),
      seats: await listSeats(ctx, { bodyId }),
      people: await listPeople(ctx),
      kinds: await listKindChanges(ctx, bodyId),
      parts: await partsOf(ctx, body, rejected),
      ctx,
      rejected,
    })
  },
})

/** What modules downstream add to the page, in their order. */
async function partsOf(ctx: Read, body: Body, rejected: Rejected | undefined): Promise<Html[]> {
  const parts: Html[] = []
  for (const { show } of ctx.slots('body.part').toSorted((a, b) => a.order - b.order)) {
    const drawn = await show(ctx, body, rejected)
    if (drawn !== null) parts.push(drawn)
  }
  return parts
}

const onePerson = page('/personer/:personId', {
  may: 'someone',
  params: z.object({ personId: z.uuid() }),
  show: async (ctx, { personId }) =>
    personPage({ person: await getPerson(ctx, personId), seats: await listSeats(ctx, { personId }), ctx }),
})

const me = page('/jag', {
  may: 'someone',
  params: nothing,
  show: async (ctx, _, rejected) => {
    const personId = actingPerson(ctx)
    return mePage({
      person: await getPerson(ctx, personId),
      seats: await listSeats(ctx, { personId }),
      tokens: await listTokens(ctx, personId),
      calendarKey: await findCalendarKey(ctx, personId),
      mailChoice: (await mailChoicesOf(ctx, [personId])).get(personId) ?? usualMailChoice,
      ctx,
      rejected,
    })
  },
})

const accessibility = page('/tillganglighet', {
  may: 'anyone',
  params: nothing,
  show: async () => accessibilityScreen(),
})
const help = page('/hjalp', { may: 'anyone', params: nothing, show: async () => helpScreen() })

const authority = z.object({
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  prefix: z.string(),
  numberFormat: z.string(),
})
const bodyShape = z.object({
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(bodyKinds),
  authorityId: z.uuid().nullable(),
  parentId: z.uuid().nullable(),
  email: z.string().nullable(),
  aliases: z.array(z.string()).readonly(),
  isDemo: z.boolean(),
})

export const routes: readonly Route[] = [
  work,
  signInDoor,
  organisation,
  oneBody,
  onePerson,
  me,
  accessibility,
  help,
  session('/logga-in', signIn, { back: '/logga-in', first: noteAttempt }),
  session('/logga-in-som', signInAs, { back: '/logga-in' }),
  session('/logga-ut', signOut, { back: '/logga-in' }),
  form('/organisation/:bodyId/roller', appoint, {
    back: '/organisation/:bodyId',
    then: ({ bodyId }) => `/organisation/${bodyId}`,
    says: () => text.organisation.appointed,
  }),
  form('/organisation/:bodyId/roller/:membershipId/avsluta', endMembership, {
    back: '/organisation/:bodyId',
    then: ({ bodyId }) => `/organisation/${bodyId}`,
    says: () => text.organisation.ended,
  }),
  form('/organisation/:bodyId/slag', setBodyKind, {
    back: '/organisation/:bodyId',
    then: ({ bodyId }) => `/organisation/${bodyId}`,
    says: () => kindText.saved,
  }),
  form('/organisation/personer', addPerson, {
    back: '/organisation',
    then: (_, { personId }) => `/personer/${personId}`,
    says: () => text.organisation.added,
  }),
  form('/organisation/nummer/:authorityId', setNumberFormat, {
    back: '/organisation',
    then: () => '/organisation',
    says: () => text.organisation.formatSaved,
  }),
  form('/organisation/kammarratt', setAppealCourt, {
    back: '/organisation',
    then: () => '/organisation',
    says: () => courtText.saved,
  }),
  form('/personer/:personId/losenord', setPassword, {
    back: '/personer/:personId',
    then: ({ personId }) => `/personer/${personId}`,
    says: () => text.me.changed,
  }),
  form('/jag/losenord', changePassword, { back: '/jag', then: () => '/jag', says: () => text.me.changed }),
  form('/jag/nycklar', createToken, {
    back: '/jag',
    then: () => '/jag',
    says: (made) => `${text.me.newToken} ${made.token}`,
  }),
  form('/jag/nycklar/:hash/aterkalla', revokeToken, { back: '/jag', then: () => '/jag', says: () => text.me.revoked }),
  form('/jag/kalender', renewCalendarKey, {
    back: '/jag',
    then: () => '/jag#kalender',
    says: ({ path }) => `${text.me.newCalendar} ${path}`,
  }),
  form('/jag/kalender/stang', revokeCalendarKey, {
    back: '/jag',
    then: () => '/jag#kalender',
    says: () => text.me.calendarShut,
  }),
  form('/jag/epost', chooseMail, { back: '/jag', then: () => '/jag#epost', says: () => mailText.chosen }),
  endpoint('/me/mail', chooseMail, 'PUT'),
  endpoint('/me/calendar-key', renewCalendarKey),
  endpoint('/me/calendar-key/revoke', revokeCalendarKey),
  endpoint('/bodies/:bodyId/memberships', appoint),
  endpoint('/memberships/:membershipId/end', endMembership),
  endpoint('/bodies/:bodyId/kind', setBodyKind, 'PUT'),
  endpoint('/people', addPerson),
  endpoint('/people/:personId/password', setPassword, 'PUT'),
  endpoint('/authorities/:authorityId/number-format', setNumberFormat, 'PUT'),
  endpoint('/municipality/appeal-court', setAppealCourt, 'PUT'),
  endpoint('/me/password', changePassword, 'PUT'),
  endpoint('/me/tokens', createToken),
  endpoint('/me/tokens/:hash/revoke', revokeToken),
  answer('/authorities', { may: 'someone', params: nothing, result: z.array(authority), show: listAuthorities }),
  answer('/bodies', { may: 'someone', params: nothing, result: z.array(bodyShape), show: (ctx) => listBodies(ctx) }),
]
