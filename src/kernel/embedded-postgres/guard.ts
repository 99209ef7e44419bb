/**
 * As whom PostgreSQL runs. It refuses to be root, and it must not outlive us: `setpriv --pdeathsig` has the kernel
 * end it when the thread that started it dies, however it dies.
 */

import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'

export type Guard = {
  /** The words before the program. */
  readonly prefix: readonly string[]
  /** Whom its files must belong to, and whom it is started as, where the prefix does not see to that. */
  readonly owner: number
  readonly spawnAs?: { readonly uid: number; readonly gid: number }
  /** It ends by itself when we die. */
  readonly diesWithUs: boolean
}

const nobody = 65534
const dying = ['setpriv', '--pdeathsig', 'INT']
const mapped = ['unshare', '-U', `--map-user=${nobody}`, `--map-group=${nobody}`]

/**
 * The first way that works here: plainly when we are somebody; in a user namespace when we are root (files stay
 * root's, no user to create); as nobody where user namespaces are refused, as they are in most containers.
 */
export function chooseGuard(paths: readonly string[], env: NodeJS.ProcessEnv): Guard {
  const us = process.getuid?.() ?? 0
  const ways = us === 0 ? waysForRoot(paths) : waysFor(us)
  const way = ways.find((candidate) => works(candidate, env))
  if (way === undefined) throw new Error('PostgreSQL cannot be started: no way to run it as anybody but root')
  return way
}

function waysFor(us: number): Guard[] {
  return [
    { prefix: dying, owner: us, diesWithUs: true },
    { prefix: [], owner: us, diesWithUs: false },
  ]
}

function waysForRoot(paths: readonly string[]): Guard[] {
  const spawnAs = { uid: nobody, gid: nobody }
  const asNobody: Guard[] = [
    { prefix: dying, owner: nobody, spawnAs, diesWithUs: true },
    { prefix: [], owner: nobody, spawnAs, diesWithUs: false },
  ]
  return [
    { prefix: [...mapped, ...dying], owner: 0, diesWithUs: true },
    ...(paths.every(isOpenToAll)
      ? asNobody
      : [{ prefix: asNobodyWhoMayPass, owner: nobody, diesWithUs: true }, ...asNobody]),
  ]
}

/** Nobody cannot walk through a closed folder such as root's home: it keeps that one right, and no other. */
const asNobodyWhoMayPass = [
  'setpriv',
  `--reuid=${nobody}`,
  `--regid=${nobody}`,
  '--clear-groups',
  '--inh-caps=-all,+dac_override',
  '--ambient-caps=-all,+dac_override',
  '--bounding-set=-all,+dac_override',
  '--pdeathsig',
  'INT',
]

/** Whether everybody may walk to it. */
export function isOpenToAll(path: string): boolean {
  const above = dirname(path)
  return (statSync(above).mode & 0o001) !== 0 && (above === '/' || isOpenToAll(above))
}

function works({ prefix, spawnAs }: Guard, env: NodeJS.ProcessEnv): boolean {
  const [program = 'true', ...words] = [...prefix, 'true']
  return spawnSync(program, words, { env, stdio: 'ignore', ...spawnAs }).status === 0
}
