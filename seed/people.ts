import { assemblies, type Assembly } from './elected.ts'
import { staff, type Employee } from './staff.ts'
import type { Membership, Party, Person, Role } from './types.ts'

/** The mandates of the demo city began with the calendar year after the election of 2022. */
const mandateFrom = '2023-01-01'

const partyNames: Readonly<Record<Party, string>> = {
  S: 'Socialdemokraterna',
  M: 'Moderaterna',
  SD: 'Sverigedemokraterna',
  V: 'Vänsterpartiet',
  MP: 'Miljöpartiet',
  L: 'Liberalerna',
  C: 'Centerpartiet',
  KD: 'Kristdemokraterna',
}

/** "Åsa Rydbeck" → "asa-rydbeck": the key, and the part before @ with dots. */
export function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
}

const isParty = (letters: string): letters is Party => letters in partyNames

function readElected(nameAndParty: string): { name: string; party: Party } {
  const [, name, letters] = /^(.+) \((\w+)\)$/.exec(nameAndParty) ?? []
  if (!name || !letters || !isParty(letters)) throw new Error(`not a member with a party: ${nameAndParty}`)
  return { name, party: letters }
}

const everyoneIn = (assembly: Assembly): readonly string[] =>
  [
    assembly.chair,
    assembly.firstViceChair,
    assembly.secondViceChair,
    ...assembly.members,
    ...assembly.substitutes,
  ].filter((name) => name !== undefined)

/**
 * Telephone numbers that the Swedish regulator PTS keeps for film and books, so that nobody real is called:
 * 040-628 04 00 to 99, then 070-174 06 05 to 99.
 */
function phoneOf(index: number): string {
  const twoDigits = (n: number) => String(n).padStart(2, '0')
  return index < 100 ? `040-628 04 ${twoDigits(index)}` : `070-174 06 ${twoDigits(5 + ((index - 100) % 95))}`
}

function namesAndTitles(): ReadonlyMap<string, string> {
  const elected = assemblies.flatMap(everyoneIn).map(readElected)
  return new Map([
    ...staff.map(({ name, title }): [string, string] => [name, title]),
    ...elected.map(({ name, party }): [string, string] => [name, `förtroendevald, ${partyNames[party]}`]),
  ])
}

/** Everyone in the demo city. All are invented. */
export const people: readonly Person[] = [...namesAndTitles()].map(([name, title], index) => {
  const key = keyOf(name)
  return { key, name, title, email: `${key.replaceAll('-', '.')}@malmo.example`, phone: phoneOf(index) }
})

const postsOf = ({ name, posts }: Employee): readonly Membership[] =>
  posts.map(([body, role]) => ({ person: keyOf(name), body, role, from: mandateFrom, to: null }))

function seats(assembly: Assembly): readonly Membership[] {
  const seat = (role: Role, who: string): Membership => {
    const { name, party } = readElected(who)
    return { person: keyOf(name), body: assembly.body, role, party, from: mandateFrom, to: null }
  }
  const viceChairs = [
    assembly.firstViceChair && seat('first_vice_chair', assembly.firstViceChair),
    assembly.secondViceChair && seat('second_vice_chair', assembly.secondViceChair),
  ].filter((vice) => vice !== undefined && vice !== '')
  return [
    seat('chair', assembly.chair),
    ...viceChairs,
    ...assembly.members.map((who) => seat('member', who)),
    ...assembly.substitutes.map((who, index) => ({ ...seat('substitute', who), order: index + 1 })),
  ]
}

/** Chairs of a board also lead its working committee and its chair's preparation. */
function seatsOfTheInnerCircle(assembly: Assembly): readonly Membership[] {
  const hasInnerCircle = !['kf', 'ks', 'ksau', 'rev'].includes(assembly.body)
  if (!hasInnerCircle) return []
  const presidium = { ...assembly, members: [], substitutes: [] }
  return [
    ...seats({ ...presidium, body: `${assembly.body}-au`, members: assembly.members.slice(0, 2) }),
    ...seats({ ...presidium, body: `${assembly.body}-of` }),
  ]
}

const innerCircleOfTheCentre = assemblies.flatMap((assembly) => {
  const body = { kf: 'kf-presidium', ks: 'ks-of' }[assembly.body]
  return body ? seats({ ...assembly, body, members: [], substitutes: [] }) : []
})

/** Dated posts and seats. One member of funktionsstödsnämnden has left, so that dated memberships are seen. */
export const memberships: readonly Membership[] = [
  ...staff.flatMap(postsOf),
  ...assemblies.flatMap(seats),
  ...assemblies.flatMap(seatsOfTheInnerCircle),
  ...innerCircleOfTheCentre,
  { person: 'axel-raab', body: 'fsn', role: 'member', party: 'M', from: mandateFrom, to: '2023-06-30' },
]
