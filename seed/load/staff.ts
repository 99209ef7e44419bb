/** Who does what at an authority, as the seed has it. */

import { bodies, memberships, type Role } from '../demo-city.ts'

const authorities = new Map(bodies.map((body) => [body.key, body.authority]))

/** The authority whose registry a body uses. Throws for one that keeps none. */
export function authorityOf(body: string): string {
  const authority = authorities.get(body)
  if (authority === undefined || authority === null) throw new Error(`${body} keeps no registry`)
  return authority
}

/** Who holds the role at the authority today; nobody, perhaps. */
export function holders(authority: string, role: Role): string[] {
  const keys = memberships
    .filter((term) => term.role === role && term.to === null && authorities.get(term.body) === authority)
    .map(({ person }) => person)
  return [...new Set(keys)]
}

function firstOf(authority: string, role: Role): string {
  const [first] = holders(authority, role)
  if (first === undefined) throw new Error(`${authority} has no ${role}`)
  return first
}

export type Staff = {
  readonly registrar: string
  readonly officer: string
  readonly heads: readonly string[]
  readonly secretary: string
}

export function staffOf(authority: string): Staff {
  return {
    registrar: firstOf(authority, 'registrar'),
    officer: firstOf(authority, 'case_officer'),
    heads: holders(authority, 'head'),
    secretary: firstOf(authority, 'secretary'),
  }
}
