/** The demo city with its stories, loaded once in a run of the tests and copied for each house. */

import { randomBytes } from 'node:crypto'
import { cp, rename, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import pg from 'pg'
import { serve } from '../src/serve.ts'
import type { Settings } from '../src/settings.ts'
import { testServer, type TestServer } from './postgres.ts'
import { quickFolder } from './quick-folder.ts'
import { runFolder } from './run-folder.ts'
import { byFiles } from './support.ts'

export type Copy = { readonly databaseUrl: string; readonly folder: string }

export function demoSettings(databaseUrl: string, dataFolder: string): Settings {
  return { port: 0, host: '127.0.0.1', dataFolder, logLevel: 'error', demo: 'yes', databaseUrl }
}

/** A database and a data folder of one's own with the city as it is on a Swedish day, ISO. */
export async function copyOfTheCity(day: string): Promise<Copy> {
  const server = await testServer()
  const admin = new pg.Client(server.connection)
  await admin.connect()
  try {
    // Whoever comes second waits here until the first has loaded.
    await admin.query('select pg_advisory_lock(1542)')
    const name = `demo_${basename(runFolder()).replaceAll(/\W/g, '_').toLowerCase()}`
    const files = join(runFolder(), 'demo-city')
    if (!(await isThere(files))) await load(server, admin, { name, files, day })
    const copy = `house_${randomBytes(5).toString('hex')}`
    await admin.query(`create database ${copy} template ${name} ${byFiles}`)
    const folder = quickFolder('kraftsam-house-')
    await cp(files, folder, { recursive: true })
    return { databaseUrl: urlOf(server, copy), folder }
  } finally {
    await admin.end()
  }
}

type Template = { readonly name: string; readonly files: string; readonly day: string }

/** The folder gets its name last: a loading that was cut off is none. */
async function load(server: TestServer, admin: pg.Client, { name, files, day }: Template): Promise<void> {
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name}`)
  const making = `${files}-making`
  const running = await serve(demoSettings(urlOf(server, name), making), () => new Date(`${day}T09:00:00+01:00`))
  await running.stop()
  await rename(making, files)
}

function urlOf(server: TestServer, database: string): string {
  const url = new URL(server.url.replace('@/', '@localhost/'))
  url.pathname = `/${database}`
  return url.href
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
