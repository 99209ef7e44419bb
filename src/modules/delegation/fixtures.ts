/** Builders for tests: a board with a scheme, its chair, director and officers, and decisions in its place. */

import { actorOf, asking, doing, type World } from '../../../test/support.ts'
import { aBoard, type TestBoard } from '../meetings/fixtures.ts'
import { aBody, aPerson } from '../organisation/fixtures.ts'
import { aCase } from '../registry/fixtures.ts'
import type { Case } from '../registry/index.ts'
import { adoptScheme, decideByDelegation, decideUrgently, importScheme, nameDirector } from './commands.ts'
import { listRules } from './queries.ts'

export type TestDelegation = TestBoard & {
  readonly chairId: string
  readonly directorId: string
  readonly officeId: string
  readonly schemeId: string
  /** The id of a rule by its number. */
  readonly rule: (number: string) => string
}

const heads =
  'nummer;rubrik;avser;delegattyp;roll;organ;person;delegat;lagrum;villkor;ärendeslag;skäl;överklagas;anmäls;vidaredelegeras'

/** The scheme that tests decide on. */
export const someRules = [
  '1.1;Brådskande ärenden;Beslut som inte kan vänta;presidium;ordförande;;;Ordföranden;6 kap. 39 § KL;;brådskande;Får inte vänta;laglighetsprövning;ja;nej',
  '2.1;Hyra av lokal;Hyra upp till tre år;anställd;förvaltningschef;;;Förvaltningschef;;Inom budget;ekonomi;Ramen är beslutad;laglighetsprövning;ja;ja',
  '2.2;Inköp;Inköp under 100 000 kr;anställd;handläggare;;;Handläggare;;;upphandling;Löpande inköp inom ram;laglighetsprövning;nej;nej',
  '3.1;Yttrande;Yttrande till annan nämnd;anställd;handläggare;;;Handläggare;;;yttrande;Rutinbetonat;nej;ja;nej',
  '4.1;Tillstånd;Tillstånd enligt föreskrift;anställd;handläggare;;;Handläggare;;;enskild;Inget utrymme för bedömning;förvaltningsbesvär;nej;nej',
]

export function sheet(...rows: readonly string[]): string {
  return [heads, ...rows].join('\n')
}

/** A board with `someRules` (or others) in force since the beginning of 2023. */
export async function aDelegation(
  world: World,
  { rules = someRules, kind = 'board' }: { rules?: readonly string[]; kind?: 'board' | 'executive_board' } = {},
): Promise<TestDelegation> {
  const board = await aBoard(world, { kind })
  const { bodyId, authorityId } = board
  const officeId = await aBody(world.db, { kind: 'administration', authorityId, parentId: bodyId })
  const chairId = await aPerson(world.db, { bodyId, roles: ['chair'], title: 'Ordförande' })
  const directorId = await aPerson(world.db, { bodyId: officeId, roles: ['head'], title: 'Förvaltningschef' })
  const secretary = await actorOf(world, board.secretaryId)
  await doing(world, nameDirector, { bodyId, personId: directorId, validFrom: '2022-01-01' }, secretary)
  const { schemeId } = await doing(world, importScheme, { bodyId, csv: sheet(...rules), files: [] }, secretary)
  const decided = { schemeId, decidedOn: '2022-12-20', paragraph: 150, validFrom: '2023-01-01' }
  await doing(world, adoptScheme, decided, secretary)
  const ids = new Map((await asking(world, (ctx) => listRules(ctx, schemeId))).map(({ number, id }) => [number, id]))
  return { ...board, chairId, directorId, officeId, schemeId, rule: (number) => ids.get(number) ?? '' }
}

type Facts = { readonly rule?: string; readonly by?: string; readonly decidedOn?: string; readonly theCase?: Case }

/** A decision by the case officer on the rule about statements, unless told. */
export async function aDelegated(world: World, board: TestDelegation, facts: Facts = {}) {
  const { rule = '3.1', by = board.officerId, decidedOn = '2023-11-01' } = facts
  const theCase = facts.theCase ?? (await aCase(world, board))
  const input = { caseId: theCase.id, ruleId: board.rule(rule), points: ['Yttrandet lämnas.'], decidedOn }
  return { theCase, ...(await doing(world, decideByDelegation, input, await actorOf(world, by))) }
}

/** The chair's decision in what cannot wait. */
export async function anUrgent(world: World, board: TestDelegation, decidedOn = '2023-11-01') {
  const theCase = await aCase(world, board)
  const what = { points: ['Bron stängs.'], whyUrgent: 'Bron kan rasa.', decidedOn }
  const input = { caseId: theCase.id, ruleId: board.rule('1.1'), ...what }
  return { theCase, ...(await doing(world, decideUrgently, input, await actorOf(world, board.chairId))) }
}
