/** Settings → store → http and worker. The only file that reads the environment and the clock. */

import { readSettings } from './settings.ts'
import { serve } from './serve.ts'

const settings = readSettings(process.env)
const running = await serve(settings, () => new Date())
process.stdout.write(`${running.greeting}\n`)

let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (isStopping) return
    isStopping = true
    void running.stop().then(() => process.exit(0))
  })
