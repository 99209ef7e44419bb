/** Writes `src/kernel/schema.ts` anew from the migrations: run after a migration has changed. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaTypes } from '../src/kernel/schema-types.ts'
import { freshDatabase } from './support.ts'

const world = await freshDatabase()
writeFileSync(join(import.meta.dirname, '..', 'src', 'kernel', 'schema.ts'), await schemaTypes(world.db))
await world.close()
process.exit(0)
