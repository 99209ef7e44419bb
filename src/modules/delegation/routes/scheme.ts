/** The scheme: to read, print, take out as a table, and keep. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { paperPdf } from '../../../kernel/documents/index.ts'
import { download, form, page, type Route } from '../../../kernel/http/route.ts'
import type { Rejected, Screen } from '../../../kernel/ui/index.ts'
import { getBody, listBodies, listPeopleWithRole, type Body, type Person } from '../../organisation/index.ts'
import {
  adoptScheme,
  beginScheme,
  importScheme,
  nameDirector,
  passOn,
  putRule,
  removeRule,
  takeBack,
} from '../commands.ts'
import { sheetRows, type RuleInForce, type Scheme } from '../model.ts'
import { schemePaper } from '../papers.ts'
import {
  findDirector,
  findSchemeInForce,
  getRule,
  getScheme,
  listPassedOn,
  listRules,
  listSchemes,
  namesOf,
} from '../queries.ts'
import { text } from '../text.ts'
import { csvOf } from '../views/csv.ts'
import { noBoardScreen, partHref } from '../views/frame.ts'
import { rulePage, type RuleChoices } from '../views/rule.ts'
import { schemePage } from '../views/scheme.ts'
import { boardOf } from './board.ts'

const employees = ['head', 'case_officer', 'registrar', 'secretary', 'administrator'] as const
const elected = ['chair', 'first_vice_chair', 'second_vice_chair', 'member', 'substitute'] as const

/** Each person once, whatever roles they have. */
async function listEmployees(ctx: Read, authorityId: string): Promise<Person[]> {
  return once(await listPeopleWithRole(ctx, { authorityId, roles: employees }))
}

function once(people: readonly Person[]): Person[] {
  return [...new Map(people.map((person) => [person.id, person])).values()]
}

async function choicesOf(ctx: Read, authorityId: string): Promise<RuleChoices> {
  return {
    bodies: await listBodies(ctx, { authorityId, kinds: ['working_committee', 'administration'] }),
    people: once(await listPeopleWithRole(ctx, { authorityId, roles: [...employees, ...elected] })),
  }
}

type Shown = { readonly boards: readonly Body[]; readonly board: Body; readonly scheme: Scheme | null }

async function screenOf(ctx: Read, { boards, board, scheme }: Shown, rejected: Rejected | undefined): Promise<Screen> {
  const authorityId = board.authorityId ?? ''
  const mayEdit = may(ctx.actor, 'delegation.put-rule', authorityId)
  return schemePage({
    boards,
    board,
    scheme,
    versions: await listSchemes(ctx, board.id),
    rules: scheme === null ? [] : await listRules(ctx, scheme.id),
    director: await findDirector(ctx, board.id),
    mayEdit,
    people: mayEdit ? await listEmployees(ctx, authorityId) : [],
    choices: mayEdit && scheme?.validFrom === null ? await choicesOf(ctx, authorityId) : { bodies: [], people: [] },
    today: today(ctx),
    rejected,
  })
}

const current = page('/delegation/ordning', {
  may: 'someone',
  params: z.object({ organ: z.uuid().optional(), bodyId: z.uuid().optional() }),
  show: async (ctx, { organ, bodyId }, rejected) => {
    const where = await boardOf(ctx, bodyId ?? organ)
    if (where === null) return noBoardScreen()
    const scheme = await findSchemeInForce(ctx, where.board.id, today(ctx))
    return screenOf(ctx, { ...where, scheme }, rejected)
  },
})

const oneScheme = { schemeId: z.uuid() }

const version = page('/delegation/ordning/:schemeId', {
  may: 'someone',
  params: z.object(oneScheme),
  show: async (ctx, { schemeId }, rejected) => {
    const scheme = await getScheme(ctx, schemeId)
    const where = await boardOf(ctx, scheme.bodyId)
    const isOwn = where?.board.id === scheme.bodyId
    const board = isOwn ? where.board : await getBody(ctx, scheme.bodyId)
    return screenOf(ctx, { boards: isOwn ? where.boards : [board], board, scheme }, rejected)
  },
})

const rule = page('/delegation/regler/:ruleId', {
  may: 'someone',
  params: z.object({ ruleId: z.uuid() }),
  show: async (ctx, { ruleId }, rejected) => {
    const theRule = await getRule(ctx, ruleId)
    const { authorityId, validFrom, bodyId } = theRule
    const mayEdit = validFrom === null && may(ctx.actor, 'delegation.put-rule', authorityId)
    const director = await findDirector(ctx, bodyId)
    const isDirector = director !== null && director.personId === ctx.actor.personId
    const mayPassOn = validFrom !== null && isDirector && may(ctx.actor, 'delegation.pass-on', authorityId)
    return rulePage({
      rule: theRule,
      names: await namesOf(ctx, [theRule]),
      passedOn: theRule.mayBePassedOn ? await listPassedOn(ctx, { ruleId }) : [],
      mayEdit,
      mayPassOn,
      choices: await choicesFor(ctx, theRule, { mayEdit, mayPassOn }),
      today: today(ctx),
      rejected,
    })
  },
})

async function choicesFor(
  ctx: Read,
  { authorityId }: RuleInForce,
  { mayEdit, mayPassOn }: { readonly mayEdit: boolean; readonly mayPassOn: boolean },
): Promise<RuleChoices> {
  if (mayEdit) return choicesOf(ctx, authorityId)
  return { bodies: [], people: mayPassOn ? await listEmployees(ctx, authorityId) : [] }
}

const sheet = download('/delegation/ordning/:schemeId/tabell.csv', {
  may: 'someone',
  params: z.object(oneScheme),
  send: async (ctx, { schemeId }) => {
    const scheme = await getScheme(ctx, schemeId)
    const rules = await listRules(ctx, schemeId)
    const names = await namesOf(ctx, rules)
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
    const rows = sheetRows(
      rules.map((each) => ({
        ...each,
        bodyName: nameOf(each.delegateBodyId),
        personName: nameOf(each.delegatePersonId),
      })),
    )
    return { name: `${nameOfFile(scheme)}.csv`, mediaType: 'text/csv', inline: false, body: csvOf(rows) }
  },
})

const print = download('/delegation/ordning/:schemeId/ordning.pdf', {
  may: 'someone',
  params: z.object(oneScheme),
  send: async (ctx, { schemeId }) => {
    const scheme = await getScheme(ctx, schemeId)
    const body = await paperPdf(schemePaper(scheme, await listRules(ctx, schemeId)))
    return { name: `${nameOfFile(scheme)}.pdf`, mediaType: 'application/pdf', inline: true, body }
  },
})

function nameOfFile({ bodyName, version: number }: Scheme): string {
  return `${text.paper.schemeTitle(bodyName)} ${number}`
}

const toScheme = (_: unknown, { schemeId }: { schemeId: string }) => `/delegation/ordning/${schemeId}`
const toRule = (_: unknown, { ruleId }: { ruleId: string }) => `/delegation/regler/${ruleId}`

export const schemeRoutes: readonly Route[] = [
  current,
  version,
  rule,
  sheet,
  print,
  form('/delegation/ordning/ny', beginScheme, {
    back: '/delegation/ordning',
    then: toScheme,
    says: ({ version: number }) => text.scheme.begun(number),
  }),
  form('/delegation/ordning/las-in', importScheme, {
    back: '/delegation/ordning',
    then: toScheme,
    says: ({ rules }) => text.scheme.imported(rules),
  }),
  form('/delegation/ordning/forvaltningschef', nameDirector, {
    back: '/delegation/ordning',
    then: (_, { bodyId }) => partHref('scheme', bodyId),
    says: () => text.director.said,
  }),
  form('/delegation/ordning/:schemeId/regler', putRule, {
    back: '/delegation/ordning/:schemeId',
    then: toScheme,
    says: () => text.scheme.saved,
  }),
  form('/delegation/ordning/:schemeId/beslutad', adoptScheme, {
    back: '/delegation/ordning/:schemeId',
    then: toScheme,
    says: ({ version: number }) => text.scheme.adopted(number),
  }),
  form('/delegation/regler/:ruleId/andra', putRule, {
    back: '/delegation/regler/:ruleId',
    then: toScheme,
    says: () => text.scheme.saved,
  }),
  form('/delegation/regler/:ruleId/ta-bort', removeRule, {
    back: '/delegation/regler/:ruleId',
    then: toScheme,
    says: () => text.scheme.removed,
  }),
  form('/delegation/regler/:ruleId/vidare', passOn, {
    back: '/delegation/regler/:ruleId',
    then: toRule,
    says: () => text.passedOn.given,
  }),
  form('/delegation/regler/:ruleId/vidare/:passedOnId/aterta', takeBack, {
    back: '/delegation/regler/:ruleId',
    then: toRule,
    says: () => text.passedOn.takenBack,
  }),
]
