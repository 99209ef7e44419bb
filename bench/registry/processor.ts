/** The processor's time that a server has spent, which other work on the same machine changes far less than the clock. */

import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds: the web process's own, and PostgreSQL's with all its backends, also those that have ended. */
export type Processor = { readonly web: number; readonly store: number }

/** Linux counts in hundredths of a second. */
const tick = 10

type Stat = { readonly parent: number; readonly own: number; readonly ended: number }

function statOf(pid: number | string): Stat | null {
  try {
    // pid (name) state ppid … utime stime cutime cstime: the name may hold anything, its last bracket ends it
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number)
    const at = (place: number) => fields[place] ?? 0
    return { parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) }
  } catch {
    return null
  }
}

/** So far, since they started. */
export function processorOf(webPid: number | undefined, postgresPid: number | undefined): Processor {
  const web = webPid === undefined ? null : statOf(webPid)
  const server = postgresPid === undefined ? null : statOf(postgresPid)
  const backends = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat !== null && stat.parent === postgresPid)
  const store = backends.reduce((sum, stat) => sum + (stat?.own ?? 0), (server?.own ?? 0) + (server?.ended ?? 0))
  return { web: (web?.own ?? 0) * tick, store: store * tick }
}

/** For each of so many answers. */
export function since(before: Processor, after: Processor, answers: number): Processor {
  return { web: (after.web - before.web) / answers, store: (after.store - before.store) / answers }
}
