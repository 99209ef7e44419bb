/** `kraftsam backup DIR`: everything, as it is at one moment, in a folder of its own. */

import { resolve } from 'node:path'
import { theSystem } from '../../../kernel/context.ts'
import { BackupInTheWay, takeBackup, type Manifest } from '../../../kernel/backup/index.ts'
import { Refused } from '../../../kernel/errors.ts'
import { Misused, type Verb } from '../model.ts'
import { inside } from '../queries/house.ts'
import { text } from '../text/keeping.ts'
import { openBar } from '../views/progress.ts'

export const verb: Verb = {
  options: {},
  async run(given, house, streams) {
    const [folder, ...more] = given.words
    if (folder === undefined || more.length > 0) throw new Misused(text.oneFolder)
    const path = resolve(folder)
    const bar = openBar(streams.progress)
    const manifest = await inside(house, (open) =>
      takeBackup({
        pool: open.pool,
        files: open.caller(theSystem).files,
        folder: path,
        now: house.clock(),
        progress: ({ stage, done, of }) => bar({ stage, done, part: of === 0 ? 1 : done / of }),
      }),
    ).catch((error: unknown) => {
      throw error instanceof BackupInTheWay ? new Refused([text.inTheWay(path)]) : error
    })
    streams.out(JSON.stringify(summary(path, manifest)))
    return manifest.lost.length === 0 ? 0 : 1
  },
}

/** `lost` names files that were claimed and not whole before the backup: everything else is in it. */
function summary(folder: string, { takenAt, migration, tables, files, jobs, lost }: Manifest) {
  return {
    folder,
    takenAt,
    migration,
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    files: files.count,
    bytes: tables.reduce((sum, { file }) => sum + file.bytes, files.bytes),
    jobs: jobs.count,
    lost,
  }
}
