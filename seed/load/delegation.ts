/** Schemes of delegation for three boards, and what has been decided by delegation at the service board lately. */

import { addDays, nextWorkingDay } from '../../src/kernel/time.ts'
import {
  adoptScheme,
  decideByDelegation,
  decideUrgently,
  importScheme,
  listDelegated,
  listRulesOf,
  nameDirector,
  reportDelegated,
} from '../../src/modules/delegation/index.ts'
import { adjust, decide } from '../../src/modules/meetings/index.ts'
import { openCase, registerRecord } from '../../src/modules/registry/index.ts'
import {
  delegatedLately,
  delegationSchemes,
  schemeTable,
  story,
  type DemoDelegated,
  type DemoScheme,
} from '../demo-city.ts'
import { meetingDays } from './calendars.ts'
import type { Loading } from './loading.ts'

export async function loadDelegation(loading: Loading): Promise<void> {
  for (const scheme of delegationSchemes) await adopt(loading, scheme)
  const [first, ...rest] = delegatedLately
  if (first !== undefined) await decideOne(loading, first)
  await reportAtLast(loading)
  for (const one of rest) await decideOne(loading, one)
}

/** Decided in December, in force from the new year. */
async function adopt(loading: Loading, scheme: DemoScheme): Promise<void> {
  const { secretary, director, paragraph } = scheme
  const year = Number(loading.today.slice(0, 4))
  const decidedOn = nextWorkingDay(`${year - 1}-12-12`)
  const bodyId = loading.body(scheme.body)
  const personId = loading.person(director)
  await loading.as(secretary, decidedOn, nameDirector, { bodyId, personId, validFrom: `${year - 1}-01-01` })
  const { schemeId } = await loading.as(secretary, decidedOn, importScheme, {
    bodyId,
    csv: schemeTable(scheme),
    files: [],
  })
  await loading.as(secretary, decidedOn, adoptScheme, { schemeId, decidedOn, paragraph, validFrom: `${year}-01-01` })
}

/** A day of this year: the schemes of the demo city begin with it. */
function dayOf(loading: Loading, ago: number): string {
  const day = addDays(loading.today, -ago)
  const newYear = `${loading.today.slice(0, 4)}-01-01`
  return day < newYear ? newYear : day
}

async function decideOne(loading: Loading, one: DemoDelegated): Promise<void> {
  const day = dayOf(loading, one.ago)
  const caseId = await openFor(loading, one.title, day)
  const rules = await loading.ask((ctx) => listRulesOf(ctx, { bodyId: loading.body('sn'), day }))
  const ruleId = rules.find(({ number }) => number === one.rule)?.id ?? ''
  const { title, motivation, whyUrgent } = one
  const what = { caseId, ruleId, title, points: [...one.points], motivation, decidedOn: day }
  if (whyUrgent !== undefined) await loading.as(one.who, day, decideUrgently, { ...what, whyUrgent })
  else await loading.as(one.who, day, decideByDelegation, what)
}

function openFor(loading: Loading, title: string, day: string): Promise<string> {
  return loading.write(story.registrarSN, day, async (ctx) => {
    const officerId = loading.person(story.caseOfficerSN)
    const { id } = await openCase(ctx, { authorityId: loading.authority('sn'), title, officerId })
    await registerRecord(ctx, { caseId: id, direction: 'internal', kind: 'other', title: 'Underlag', files: [] })
    return id
  })
}

/** What was decided before the board's last meeting was reported there, if it has met this year. */
async function reportAtLast(loading: Loading): Promise<void> {
  const days = await meetingDays(loading, 'sn', addDays(loading.today, -45))
  const last = days.findLast(({ day }) => day < loading.today)
  const decided = await loading.ask((ctx) => listDelegated(ctx, { bodyId: loading.body('sn') }))
  if (last === undefined || decided.every(({ decidedOn }) => decidedOn >= last.day)) return
  const secretary = story.boardSecretarySN
  const { itemId } = await loading.as(secretary, addDays(last.day, -7), reportDelegated, { meetingId: last.id })
  const points = ['Servicenämnden lägger anmälan till handlingarna.']
  const { decisionId } = await loading.as(secretary, last.day, decide, { itemId, outcome: 'as_proposed', points })
  const adjustedOn = addDays(last.day, 7) < loading.today ? addDays(last.day, 7) : loading.today
  await loading.as(secretary, adjustedOn, adjust, { meetingId: last.id, decisionIds: [decisionId], adjustedOn })
}
