/** The order in which the chair puts what is claimed (propositionsordning, KL 5:53, 6:33; ). Pure. */

import type { Outcome } from '../../meetings/index.ts'

export const claimKinds = ['approve', 'reject', 'amend', 'add', 'remit', 'table', 'nominate'] as const
/** Approve: the proposal before the body (bifall). Nominate: in an election or when somebody is hired. */
export type ClaimKind = (typeof claimKinds)[number]

export const questionKinds = ['remit', 'table', 'counter', 'main', 'add', 'election'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** What one may want: the proposal before the body, that it is rejected, to decide today, or a claim by its id. */
export type Option = string

/** One question that the chair puts. But for an election it is answered by yes (the first option) or no (the second). */
export type Question = { readonly kind: QuestionKind; readonly options: readonly Option[] }

export type Answer = Question & { readonly winner: Option }

export type Claimed = { readonly id: string; readonly kind: ClaimKind }

/** What lies on the table of one item. `main`: what the chair has chosen as the main proposal; null: nothing chosen. */
export type OnTable = {
  readonly hasProposal: boolean
  readonly claims: readonly Claimed[]
  readonly main: Option | null
}

export type Course = {
  /** The answers that still fit what is claimed, from the first. */
  readonly answered: readonly Answer[]
  /** What is put now; null: nothing is left. */
  readonly next: Question | null
  /** What was chosen, the additions last; null: not settled yet. Empty: there was nothing to choose. */
  readonly chosen: readonly Option[] | null
}

/** What the main question is between: each proposal once, however many have claimed it. */
export function mainOptions({ hasProposal, claims }: Pick<OnTable, 'hasProposal' | 'claims'>): Option[] {
  const has = (kind: ClaimKind) => claims.some((claim) => claim.kind === kind)
  return [
    ...(hasProposal || has('approve') ? ['proposal'] : []),
    ...(has('reject') ? ['reject'] : []),
    ...idsOf(claims, 'amend'),
  ]
}

/** The chair's choice while it stands, else the proposal before the body, else what was claimed first. */
export function mainOf(table: OnTable): Option | null {
  const options = mainOptions(table)
  return options.find((option) => option === table.main) ?? options[0] ?? null
}

/** Where the item stands when these answers have been given, in this order. */
export function courseOf(table: OnTable, answers: readonly Answer[]): Course {
  const asking = courseAt(table)
  const answered: Answer[] = []
  let step = asking.next('')
  while (step.done !== true) {
    const answer = answers[answered.length]
    if (answer === undefined || !isSame(step.value, answer)) return { answered, next: step.value, chosen: null }
    answered.push(answer)
    step = asking.next(answer.winner)
  }
  return { answered, next: null, chosen: step.value }
}

/** Every question that is put if nothing delays the item, whatever is answered to each: for the plan that all see. */
export function planOf(table: OnTable): Question[] {
  const planned: Question[] = []
  const asking = courseAt(table)
  for (let step = asking.next(''); step.done !== true; step = asking.next(step.value.options[0] ?? '')) {
    planned.push(step.value)
  }
  return planned
}

type Asking = Generator<Question, readonly Option[], Option>

/** First whether to decide today, then the election or the matter. */
function* courseAt(table: OnTable): Asking {
  const { claims } = table
  for (const kind of ['remit', 'table'] as const) {
    if (!claims.some((claim) => claim.kind === kind)) continue
    if ((yield { kind, options: ['today', kind] }) === kind) return [kind]
  }
  const nominees = idsOf(claims, 'nominate')
  if (nominees.length > 1) return [yield { kind: 'election', options: nominees }]
  if (nominees.length === 1) return nominees
  return yield* matterOf(table)
}

/** The main proposal against the others, and then additions: none to what is rejected. */
function* matterOf(table: OnTable): Asking {
  const main = mainOf(table)
  const others = mainOptions(table).filter((option) => option !== main)
  const chosen = main === null ? null : yield* settle(main, others)
  const additions = chosen === 'reject' ? [] : idsOf(table.claims, 'add')
  const added: Option[] = []
  for (const id of additions) if ((yield { kind: 'add', options: [id, 'without'] }) === id) added.push(id)
  return chosen === null ? added : [chosen, ...added]
}

/** with more than two, those that are not the main proposal are set against each other until one is left. */
function* settle(main: Option, [first, ...rest]: readonly Option[]): Generator<Question, Option, Option> {
  if (first === undefined) return main
  let counter = first
  for (const other of rest) counter = yield { kind: 'counter', options: [counter, other] }
  return yield { kind: 'main', options: [main, counter] }
}

function idsOf(claims: readonly Claimed[], kind: ClaimKind): string[] {
  return claims.filter((claim) => claim.kind === kind).map(({ id }) => id)
}

export function isSame(one: Question, other: Question): boolean {
  return one.kind === other.kind && one.options.join() === other.options.join()
}

/** An election has nominations only, and a matter has none. */
export function isMixed(claims: readonly Pick<Claimed, 'kind'>[]): boolean {
  const matter: readonly ClaimKind[] = ['approve', 'reject', 'amend', 'add']
  return claims.some(({ kind }) => kind === 'nominate') && claims.some(({ kind }) => matter.includes(kind))
}

/** The question in a form, so that an answer to another is known. */
export function askedAs({ kind, options }: Question): string {
  return `${kind}:${options.join()}`
}

const delays: Partial<Record<Outcome, Option>> = { remitted: 'remit', tabled: 'table' }

/** Whether a decision with this outcome is what was chosen at the table. Where nothing was claimed, any is. */
export function isOutcomeOf(
  { course, claims }: Pick<OnTable, 'claims'> & { course: Course },
  outcome: Outcome,
): boolean {
  const [first, ...added] = course.chosen ?? []
  if (first === undefined || claims.length === 0) return true
  const delay = delays[outcome] ?? null
  if (delay !== null || first === 'remit' || first === 'table') return first === delay
  return outcome !== 'as_proposed' || isAsProposed(claims, [first, ...added])
}

/** The proposal and nothing besides, or somebody who was nominated. */
function isAsProposed(claims: readonly Claimed[], [first, ...added]: readonly Option[]): boolean {
  const isElected = claims.some(({ id, kind }) => id === first && kind === 'nominate')
  return isElected || (added.length === 0 && first === 'proposal')
}
