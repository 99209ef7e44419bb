/** Settings → store → http and worker. The only file that reads the environment and the clock. */

import { readSettings } from './settings.ts'
import { openStore } from './store.ts'

const settings = readSettings(process.env)
// PostgreSQL takes a while to stand up, and our modules to be read: beside each other.
const opening = openStore(settings)
opening.catch(() => {}) // thrown where it is waited for
const { serve } = await import('./serve.ts')
const running = await serve(settings, () => new Date(), opening)
process.stdout.write(`${running.greeting}\n`)

let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (isStopping) return
    isStopping = true
    void running.stop().then(() => process.exit(0))
  })
