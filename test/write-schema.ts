/** Writes `src/kernel/schema.ts` and what it is made of anew from the migrations: run after a migration has changed. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaTypes } from '../src/kernel/schema-types.ts'
import { freshDatabase } from './support.ts'

const kernel = join(import.meta.dirname, '../src/kernel')
const world = await freshDatabase()
const files = await schemaTypes(world.db)
rmSync(join(kernel, 'schema'), { recursive: true, force: true })
mkdirSync(join(kernel, 'schema'))
for (const [path, text] of files) writeFileSync(join(kernel, path), text)
await world.close()
process.exit(0)
