/** `kraftsam restore DIR [--into FOLDER]`: a backup, checked before anything is written, into a store that is empty. */

import { resolve } from 'node:path'
import {
  BackupDamaged,
  checkedManifest,
  OtherVersion,
  restoreBackup,
  StoreNotEmpty,
  type BackupFault,
  type Manifest,
  type RestoreProgress,
} from '../../../kernel/backup/index.ts'
import { Refused } from '../../../kernel/errors.ts'
import { Misused, optional, type House, type Verb } from '../model.ts'
import { inside } from '../queries/house.ts'
import { text } from '../text/keeping.ts'
import { openBar } from '../views/progress.ts'
import { verifyHouse } from './verify.ts'

export const verb: Verb = {
  options: { into: { type: 'string' } },
  async run(given, house, streams) {
    const [folder, ...more] = given.words
    if (folder === undefined || more.length > 0) throw new Misused(text.oneFolder)
    const into = optional(given, 'into')
    const bar = openBar(streams.progress)
    const progress: RestoreProgress = ({ stage, done, of }) => bar({ stage, done, part: of === 0 ? 1 : done / of })
    const manifest = await inWords(() => restore(house, { folder: resolve(folder), into, progress }))
    const verified = await inside(house, (open) => verifyHouse(open, undefined, streams), into)
    const { takenAt, tables, files, jobs, lost } = manifest
    const rows = tables.reduce((sum, one) => sum + one.rows, 0)
    streams.out(JSON.stringify({ takenAt, rows, files: files.count, jobs: jobs.count, lost, verified }))
    return verified.isWhole ? 0 : 1
  },
}

type Asked = { readonly folder: string; readonly into: string | undefined; readonly progress: RestoreProgress }

/** The backup is read through before the store is even opened. */
async function restore(house: House, { folder, into, progress }: Asked): Promise<Manifest> {
  const manifest = await checkedManifest(folder, progress)
  const bare = await house.openBare(into)
  try {
    const { jobPool: pool, files, migrateTo, knownMigrations } = bare
    await restoreBackup({ folder, manifest, pool, files, migrateTo, knownMigrations, progress })
    return manifest
  } finally {
    await bare.close()
  }
}

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BackupDamaged) throw new Refused(reasons(error.faults))
    if (error instanceof StoreNotEmpty) throw new Refused([text.notEmpty])
    if (error instanceof OtherVersion) throw new Refused([text.otherVersion(error.message)])
    throw error
  }
}

const most = 50

function reasons(faults: readonly BackupFault[]): string[] {
  const told = faults.slice(0, most).map(({ path, fault }) => text.damaged[fault](path))
  return faults.length > most ? [...told, text.more(String(faults.length - most))] : told
}
