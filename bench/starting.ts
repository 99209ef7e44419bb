/** From the program's start until `/health` answers: a new folder, and one that has been used. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { milliseconds, timed, type Line } from './table.ts'

const main = join(import.meta.dirname, '../src/main.ts')

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function untilHealthy(port: number): Promise<void> {
  for (let tries = 0; tries < 6000; tries++) {
    const reply = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
    if (reply?.ok === true) return
    await pause(10)
  }
  throw new Error('It did not start within a minute')
}

async function start(folder: string, demo: 'yes' | 'no'): Promise<number> {
  const port = await freePort()
  const env = {
    ...process.env,
    PORT: String(port),
    KRAFTSAM_DATA: folder,
    KRAFTSAM_DEMO: demo,
    KRAFTSAM_LOG: 'error',
    DATABASE_URL: undefined,
  }
  let program: ReturnType<typeof spawn> | undefined
  try {
    return await timed(async () => {
      program = spawn(process.execPath, [main], { env, stdio: 'ignore' })
      await untilHealthy(port)
    })
  } finally {
    if (program !== undefined && program.exitCode === null) {
      program.kill('SIGTERM')
      await once(program, 'exit')
    }
  }
}

export async function startTimes(folder: string): Promise<Line[]> {
  const first = await start(join(folder, 'empty'), 'no')
  const second = await start(join(folder, 'empty'), 'no')
  const withCity = await start(join(folder, 'city'), 'yes')
  return [
    {
      what: 'start to /health, a used folder',
      took: milliseconds(second),
      beside: `a new folder ${milliseconds(first)}`,
    },
    { what: 'start to /health, the demo city loaded', took: milliseconds(withCity), beside: '' },
  ]
}
