/** `npm run fuzz -- [--times 100000] [--seed 1541]`: the suite's knocking, for long, and memos torn apart. */

import { parseArgs } from 'node:util'
import { freshDatabase } from '../support.ts'
import { knock } from './knocking.ts'
import { tornMemos } from './memos.ts'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1541' } },
})
const [times, seed] = [Number(values.times), Number(values.seed)]
const says = (words: string) => void process.stderr.write(`\r${words}`)
const started = performance.now()
const memos = tornMemos({ times: Math.ceil(times / 4), seed })
says(`${Math.ceil(times / 4)} memos torn, ${memos.length} not read calmly`)
const world = await freshDatabase()
const doors = await knock(world, { times: Math.ceil((times * 3) / 4), seed, says })
await world.close()
const seconds = Math.round((performance.now() - started) / 1000)
process.stdout.write(`${JSON.stringify({ times, seed, seconds, memos, doors })}\n`)
process.exit(memos.length + doors.length === 0 ? 0 : 1)
