/** Where tests keep what is gone when they end. */

import { mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
/** Bytes: what one run of the tests has in its databases at the same time, twice over. */
const room = 3 * 1024 ** 3

/** In memory where the machine has room there: a database is a thousand small files, and making one on a disk takes half a second. */
function quickest(): string {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > room ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}

const quick = quickest()

/** A new folder whose name begins so. Whoever asks for it takes it away. */
export function quickFolder(prefix: string): string {
  return mkdtempSync(join(quick, prefix))
}
