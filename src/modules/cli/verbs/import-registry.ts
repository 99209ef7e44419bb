/** `kraftsam import registry DIR`: another system's registry, what could not be taken in a report, and search made anew. */

import { createWriteStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { theSystem } from '../../../kernel/context.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { importFaults, importRegistry, type ImportDone } from '../../registry/index.ts'
import { rebuildSearch } from '../../search/index.ts'
import { Misused, optional, type OpenHouse, type Streams, type Verb } from '../model.ts'
import { inside } from '../queries/house.ts'
import { text } from '../text/keeping.ts'
import { openBar } from '../views/progress.ts'

const passedOver = ['round.csv', 'question.csv', 'answer.csv']

export const verb: Verb = {
  options: { source: { type: 'string' }, report: { type: 'string' }, 'no-index': { type: 'boolean' } },
  async run(given, house, streams) {
    const [folder, ...more] = given.words
    if (folder === undefined || more.length > 0) throw new Misused(text.oneFolder)
    const source = optional(given, 'source') ?? 'registry'
    if (source.length > 60) throw new Misused(text.badSource)
    const path = resolve(folder)
    const report = optional(given, 'report') ?? join(dirname(path), `${basename(path)}-report.ndjson`)
    await sayPassedOver(path, streams)
    await inside(house, async (open) => {
      const began = performance.now()
      const done = await importWith(open, { path, source, streams })
      const seconds = Math.round((performance.now() - began) / 10) / 100
      await writeReport(open, done, report)
      const indexed = given.options['no-index'] === true ? null : await index(open, done, streams)
      streams.out(JSON.stringify({ ...done, seconds, report, indexed }))
    })
    return 0
  },
}

async function sayPassedOver(folder: string, streams: Streams): Promise<void> {
  const there = await readdir(folder).catch((): string[] => [])
  const files = passedOver.filter((name) => there.includes(name))
  if (files.length > 0) streams.err(text.passedOver(files.join(', ')))
}

async function importWith(
  open: OpenHouse,
  { path, source, streams }: { path: string; source: string; streams: Streams },
): Promise<ImportDone> {
  const bar = openBar(streams.progress)
  return importRegistry(
    { caller: open.caller(theSystem), pool: open.pool },
    { folder: path, source, progress: ({ stage, rows, part }) => bar({ stage, done: rows, part }) },
  )
}

/** A line of JSON for each; an empty file when everything was taken. */
async function writeReport(open: OpenHouse, { importId }: ImportDone, path: string): Promise<void> {
  async function* lines(): AsyncGenerator<string> {
    for await (const fault of importFaults(open.pool, importId)) yield `${JSON.stringify(fault)}\n`
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(path))
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code))
      throw new Invalid({ report: text.noReport(path) })
    throw error
  }
}

/** Only when something is new, or an earlier one was broken off. */
async function index(
  open: OpenHouse,
  done: ImportDone,
  streams: Streams,
): Promise<{ cases: number; records: number } | null> {
  const isNew = done.cases.loaded + done.records.loaded > 0
  const { rows } = await sql<{ stage: string }>`select stage from search.rebuilds`.execute(open.db)
  if (!isNew && rows.length === 0) return null
  const bar = openBar(streams.progress)
  const of = Math.max(1, done.cases.loaded + done.cases.already + done.records.loaded + done.records.already)
  return rebuildSearch(open.db, {
    isAnew: isNew,
    progress: ({ stage, count }) =>
      bar({ stage: 'index', done: count, part: stage === 'indexes' ? 1 : Math.min(0.99, count / of) }),
  })
}
