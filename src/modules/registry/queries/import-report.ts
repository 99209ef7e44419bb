/** What an import did not take, line by line, with the reason in words. */

import type pg from 'pg'
import { text } from '../text/imported.ts'

export type ImportFaultLine = {
  readonly file: string
  readonly line: number
  readonly until?: number
  readonly reason: string
  readonly says: string
  readonly isLoaded: boolean
}

type Row = { file: string; line: string; until: string | null; reason: string; is_note: boolean }

const page = 5000

/** In the order of the files and their lines, a page at a time. */
export async function* importFaults(pool: pg.Pool, importId: string): AsyncGenerator<ImportFaultLine> {
  const client = await pool.connect()
  try {
    await client.query('begin read only')
    await client.query({
      text: `declare faults no scroll cursor for select file, line, until, reason, is_note from registry.import_faults
             where import_id = $1 order by file, line`,
      values: [importId],
    })
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${page} from faults`)
      for (const row of rows) yield lineOf(row)
      if (rows.length < page) return
    }
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

function lineOf({ file, line, until, reason, is_note }: Row): ImportFaultLine {
  return {
    file: `${file}.csv`,
    line: Number(line),
    ...(until === null ? {} : { until: Number(until) }),
    reason,
    says: Object.entries(text.reason).find(([code]) => code === reason)?.[1] ?? reason,
    isLoaded: is_note,
  }
}
