/** `npm run new-migration NAME`: makes the next numbered file in migrations/ and prints its path. */

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { project } from './steps.ts'

const name = process.argv.slice(2).join('_').toLowerCase().replaceAll('-', '_')
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('What is it called? npm run new-migration NAME, in English: letters a to z, digits and _')
  process.exit(1)
}

const folder = join(project, 'migrations')
mkdirSync(folder, { recursive: true })
const numbers = readdirSync(folder).map((file) => Number.parseInt(file, 10) || 0)
const number = String(Math.max(0, ...numbers) + 1).padStart(4, '0')
const path = join(folder, `${number}_${name}.sql`)

const header = `-- ${number} ${name.replaceAll('_', ' ')}
--
-- What it is for, and which rule or law it carries. A table's comment gives the Swedish word; a constraint is named
-- as the rule it holds. Only what PostgreSQL 15 has. Once it is on the main line it is never changed: make a new one.

`
writeFileSync(path, header, { flag: 'wx' })
console.log(path)
