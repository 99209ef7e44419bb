/**
 * A process of its own that holds a PostgreSQL, for tests of what happens to the server when its owner goes:
 * `hold-postgres.ts FOLDER` says in one line of JSON what it got, stops when its stdin ends, and may be killed.
 */

import { startPostgres } from '../../src/kernel/embedded-postgres.ts'

const folder = process.argv[2] ?? ''
const postgres = await startPostgres({ folder, settings: { fsync: 'off' }, log: (line) => console.error(line) })
console.log(JSON.stringify({ pid: postgres.pid(), ours: postgres.ours, url: postgres.url, uid: process.getuid?.() }))

process.stdin.resume()
process.stdin.once('end', () => void postgres.stop().then(() => process.exit(0)))
