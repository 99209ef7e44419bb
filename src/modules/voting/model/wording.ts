/** What lies on the table, in words: the same on the page and in the minutes. Pure. */

import { capital } from '../../../kernel/ui/index.ts'
import { text } from '../text.ts'
import type { Option, Question } from './order.ts'
import type { Claim, Note, Settled, Who } from './table.ts'

export type Speaking = { readonly claims: readonly Claim[]; readonly bodyName: string }

export function namesOf(people: readonly Who[]): string {
  return text.say.and(people.map(({ name }) => name))
}

/** "Anna Berg och Bo Ek yrkar avslag på förslaget." */
export function sayClaim({ people, kind, words }: Pick<Claim, 'people' | 'kind' | 'words'>): string {
  const who = namesOf(people)
  return kind === 'nominate' ? text.say.nominates(who, words ?? '') : text.say.claim(who, text.say.claims[kind], words)
}

const known = ['proposal', 'reject', 'today', 'remit', 'table', 'without'] as const

/** What an option is: to be put to the question (`for`), or as what was decided (`does`). */
export function sayOption(option: Option, claims: readonly Claim[], as: 'for' | 'does'): string {
  const fixed = known.find((one) => one === option)
  if (fixed !== undefined) return text.option[fixed][as]
  const at = claims.findIndex(({ id }) => id === option)
  const claim = claims[at]
  if (claim === undefined) return ''
  if (claim.kind === 'nominate') return text.option.nominee[as](claim.words ?? '')
  return text.option.claim[as](at + 1, namesOf(claim.people))
}

/** All that was chosen, the additions too. */
export function sayChosen(chosen: readonly Option[], claims: readonly Claim[]): string {
  return text.say.and(chosen.map((option) => sayOption(option, claims, 'for')))
}

/** "Ja för bifall till förslaget, nej för avslag på förslaget." */
export function sayQuestion({ kind, options }: Question, claims: readonly Claim[]): string {
  const said = options.map((option) => sayOption(option, claims, 'for'))
  if (kind === 'election') return text.say.election(text.say.and(said))
  return text.say.question(said[0] ?? '', said[1] ?? '')
}

/** How it was settled, with the counts of a vote. */
export function saySettled(settled: Settled, { claims, bodyName }: Speaking): string {
  const { how, winner, words } = settled
  const does = sayOption(winner, claims, 'does')
  const body = capital(bodyName)
  if (how === 'acclamation') return text.say.acclamation(bodyName, does)
  const counted = sayCounts(settled, claims)
  if (how === 'majority') return `${counted} ${text.say.majority(body, does)}`
  if (how === 'chair') return `${counted} ${text.say.chair(settled.chairName ?? '', body, does)}`
  if (how === 'lot') return `${counted} ${text.say.lot(sentence(words ?? ''), body, does)}`
  const reasons = words === null ? '' : ` ${text.say.minorityReasons(words)}`
  return `${counted} ${text.say.minority(body, does)}${reasons}`
}

function sayCounts({ kind, options, counts, abstained }: Settled, claims: readonly Claim[]): string {
  const all = counts ?? []
  if (kind !== 'election') return text.say.counted(all[0] ?? 0, all[1] ?? 0, abstained ?? 0)
  const each = options.map((option, at) => text.say.votesFor(sayOption(option, claims, 'for'), all[at] ?? 0))
  return text.say.elected(each.join(', '), abstained ?? 0)
}

function sentence(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`
}

/** A reservation says what it is; the others are named by their heading. */
export function sayNote({ kind, people, words }: Pick<Note, 'kind' | 'people' | 'words'>): string {
  const who = namesOf(people)
  return kind === 'reservation' ? text.say.reserves(who, words) : text.say.writes(who, words ?? '')
}
