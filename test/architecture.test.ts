/** The house rules that a machine can hold: who may use whom, where writing happens, what stands open. */

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { grants, modules, routes } from '../src/app.ts'
import { openToAnyone, type Command } from '../src/kernel/command.ts'
import { openCommands, openDoors } from './open-doors.ts'
import { worldOf } from './support.ts'

const root = join(import.meta.dirname, '..')
const river: Record<string, string[]> = JSON.parse(readFileSync(join(root, 'river.json'), 'utf8'))
const upstream = (name: string): string[] => (river[name] ?? []).flatMap((next) => [next, ...upstream(next)])
const mayUse = (own: string, other: string) => own === other || upstream(own).includes(other)

type Source = { path: string; module: string; text: string }

function sourcesIn(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({
      path: join(folder, path),
      module: path.split('/')[0] ?? '',
      text: readFileSync(join(root, folder, path), 'utf8'),
    }))
}

const sources = sourcesIn('src/modules')
const kernel = sourcesIn('src/kernel')
const isProduct = ({ path }: Source) => !/(\.test|\/fixtures(\/[a-z-]+)?)\.ts$/.test(path)
const product = sources.filter(isProduct)
const world = worldOf()

type Import = { path: string; module: string; from: string; isType: boolean }

function importsOf({ path, module, text }: Source): Import[] {
  return [...text.matchAll(/^(?:import|export)\s+(type\s+)?[^'"]*?from\s+'(\.[^']+)'/gms)].map(([, type, from]) => ({
    path,
    module,
    from: normalize(join(dirname(path), from ?? '')),
    isType: type !== undefined,
  }))
}

const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1]
const imports = product.flatMap(importsOf)

test('the river names every module, and no module that is not there', () => {
  const there = new Set(sources.map(({ module }) => module))
  assert.deepEqual(
    Object.keys(river)
      .filter((name) => name !== 'kernel')
      .sort(),
    [...there].sort(),
  )
})

test('the kernel knows no module', () => {
  const wrong = kernel
    .filter(isProduct)
    .flatMap(importsOf)
    .filter(({ from }) => from.startsWith('src/modules/'))
  assert.deepEqual(wrong, [])
})

test('a module is reached only through its face, and only from downstream', () => {
  const wrong = imports.filter(({ module, from }) => {
    const other = moduleOf(from)
    if (other === undefined || other === module) return false
    return !mayUse(module, other) || basename(from) !== 'index.ts' || from.split('/').length !== 4
  })
  assert.deepEqual(wrong, [])
})

test('no file imports the face of its own module', () => {
  assert.deepEqual(
    imports.filter(({ module, from }) => from === `src/modules/${module}/index.ts`),
    [],
  )
})

test('imports make no circle', () => {
  const all = new Map<string, string[]>()
  for (const each of [...kernel.filter(isProduct).flatMap(importsOf), ...imports])
    if (!each.isType) all.set(each.path, [...(all.get(each.path) ?? []), each.from])
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) return void circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (done.has(path)) return
    for (const next of all.get(path) ?? []) visit(next, [...way, path])
    done.add(path)
  }
  for (const path of all.keys()) visit(path, [])
  assert.deepEqual(circles, [])
})

test('a model is pure: no store, no HTTP, no clock', () => {
  const pure =
    /\/(text|model)(\/[a-z-]+)?\.ts$|^src\/kernel\/(errors|events|jobs|time|words|rich-text|rich-schema|rich-words|html|post-words|fields)\.ts$|\/documents\/(paper|index)\.ts$/
  const wrong = imports.filter(
    ({ path, from, isType }) =>
      /\/model(\/[a-z-]+)?\.ts$/.test(path) && !isType && !pure.test(from) && !/\/index\.ts$/.test(from),
  )
  assert.deepEqual(wrong, [])
})

test('a query calls no command, and a view only draws', () => {
  const wrong = imports.filter(({ path, from, isType }) => {
    if (isType) return false
    if (/\/queries(\.ts|\/)/.test(path)) return /\/(commands|routes|views|jobs)(\.ts|\/)/.test(from)
    if (/\/views(\.ts|\/)/.test(path))
      return /\/(commands|routes|jobs)(\.ts|\/)/.test(from) || /kernel\/db\.ts$/.test(from)
    return false
  })
  assert.deepEqual(wrong, [])
})

test('fixtures are for tests', () => {
  const wrong = imports.filter(({ from }) => /\/fixtures(\/[a-z-]+)?\.ts$/.test(from))
  assert.deepEqual(wrong, [])
})

const schemaOf = (table: string) => table.split('.')[0] ?? ''

function tables(
  pattern: RegExp,
  isAllowed: (own: string, other: string) => boolean,
): { path: string; table: string }[] {
  return product.flatMap(({ path, module, text }) =>
    [...text.matchAll(pattern)]
      .map((match) => match[1] ?? '')
      .filter((table) => schemaOf(table) in river || schemaOf(table) === 'kernel')
      .filter((table) => !isAllowed(module, schemaOf(table)))
      .map((table) => ({ path, table })),
  )
}

test('foreign keys point upstream', async () => {
  const { rows } = await sql<{ from: string; to: string; name: string }>`
    select conrelid::regclass::text as "from", confrelid::regclass::text as "to", conname as name
    from pg_constraint where contype = 'f' and connamespace::regnamespace::text <> 'graphile_worker'`.execute(world.db)
  assert.deepEqual(
    rows.filter(({ from, to }) => !mayUse(schemaOf(from), schemaOf(to))),
    [],
  )
})

test('a module writes only its own tables', () => {
  const written =
    /(?:insertInto|updateTable|deleteFrom|mergeInto|insertRows)\((?:ctx,)?\s*'([^' ]+)|(?:insert into|update|delete from)\s+([a-z_]+\.[a-z_]+)/g
  const wrong = product.flatMap(({ path, module, text }) =>
    [...text.matchAll(written)]
      .map((match) => match[1] ?? match[2] ?? '')
      .filter((table) => schemaOf(table) in river && schemaOf(table) !== module)
      .map((table) => ({ path, table })),
  )
  assert.deepEqual(wrong, [])
})

test('a module reads its own tables and those upstream', () => {
  const read = /(?:selectFrom|Join|using)\(\s*\[?\s*'([a-z_]+\.[^' ]+)|(?:from|join)\s+([a-z_]+\.[a-z_]+)/g
  const wrong = tables(read, mayUse)
  assert.deepEqual(wrong, [])
})

test('only commands write', () => {
  const wrong = product.filter(
    ({ path, text }) =>
      /\b(insertInto|updateTable|deleteFrom|mergeInto|insertRows)\(/.test(text) && !/\/commands(\.ts|\/)/.test(path),
  )
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  )
})

test('what anyone may reach without signing in is this list', () => {
  const open = routes.filter((route) => 'may' in route && route.may === 'anyone')
  assert.deepEqual(open.map(({ path }) => path).sort(), openDoors)
  assert.deepEqual([...openToAnyone].sort(), openCommands)
})

const commandsAt = (...doors: readonly string[]): Map<string, Command> =>
  new Map(
    routes.flatMap((route) =>
      'command' in route && doors.includes(route.door) ? [[route.command.id, route.command]] : [],
    ),
  )

/** What only an editor can say: without JavaScript a text is saved by the form it stands in, and nobody is seen to be there. */
const saidByPrograms = ['drafting.be-present', 'drafting.write-steps']

test('every command has a form and an API door', () => {
  const programs = new Set(saidByPrograms)
  assert.deepEqual(
    [...commandsAt('form').keys()].sort(),
    [...commandsAt('api').keys()].filter((id) => !programs.has(id)).sort(),
  )
  assert.deepEqual([...commandsAt('api').keys()].filter((id) => programs.has(id)).sort(), saidByPrograms)
})

test('every command says which roles carry it, and no role carries a command that is not there', () => {
  const known = commandsAt('form', 'api', 'session')
  const missing = [...known.keys()].filter((id) => !(id in grants) && !openToAnyone.has(id))
  const words = new Set(routes.flatMap((route) => ('may' in route ? [route.may] : [])))
  const unknown = Object.keys(grants).filter((id) => !known.has(id) && !words.has(id as 'anyone'))
  assert.deepEqual({ missing, unknown }, { missing: [], unknown: [] })
})

test('a form that is refused has a page to come back to, whose parameters it carries', () => {
  const pages = new Map(routes.flatMap((route) => (route.door === 'page' ? [[route.path, route]] : [])))
  const wrong = routes.filter((route) => (route.door === 'form' || route.door === 'session') && !pages.has(route.back))
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  )
})

test('no two doors share an address', () => {
  const addresses = routes.map((route) => {
    const method =
      route.door === 'api' ? route.method : route.door === 'form' || route.door === 'session' ? 'POST' : 'GET'
    return `${method} ${route.path.replace(/:\w+/g, ':')}`
  })
  assert.deepEqual(
    addresses.filter((address, index) => addresses.indexOf(address) !== index),
    [],
  )
})

test('a module has the same few files', () => {
  const usual = /^(index|model|commands|queries|routes|jobs|text|views|fixtures|slots|papers|identify)\.ts$|\.test\.ts$/
  const split =
    /^src\/modules\/[a-z-]+\/(commands|queries|views|model|text|fixtures|routes|papers)\/[a-z-]+(\.test)?\.ts$/
  const wrong = sources.filter(
    ({ path, module }) =>
      !usual.test(basename(path)) && !split.test(path) && !(module === 'cli' && /\/verbs\/[a-z-]+\.ts$/.test(path)),
  )
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  )
})

test('every module tells its law, office, states, who may and ledger', () => {
  const headings = ['In law', 'In the office', 'States', 'Who may', 'Ledger']
  const wrong = Object.keys(river)
    .filter((name) => name !== 'kernel')
    .filter((name) => {
      const path = join(root, 'src/modules', name, 'README.md')
      const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
      return headings.some((heading) => !text.includes(`## ${heading}`))
    })
  assert.deepEqual(wrong, [])
})

test('no file is longer than 300 lines', () => {
  const long = [...sources, ...kernel, ...sourcesIn('src/browser'), ...sourcesIn('seed'), ...sourcesIn('test')].filter(
    ({ text }) => text.split('\n').length > 301,
  )
  assert.deepEqual(
    long.map(({ path, text }) => `${path} ${text.split('\n').length}`),
    [],
  )
})

test('only the kernel and the entries look at the clock', () => {
  assert.deepEqual(
    product.filter(({ text }) => /new Date\(\)|Date\.now\(\)|Temporal\.Now/.test(text)).map(({ path }) => path),
    [],
  )
})

test('only the settings read the environment', () => {
  const wrong = [...product, ...kernel.filter(isProduct)].filter(
    ({ path, text }) => /process\.env\b/.test(text) && !path.includes('embedded-postgres'),
  )
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  )
})

test('a module that is in the river and has doors is in the house', () => {
  const names = modules.map(({ name }) => name)
  const withRoutes = [
    ...new Set(sources.filter(({ path }) => basename(path) === 'routes.ts').map(({ module }) => module)),
  ]
  assert.deepEqual(
    withRoutes.filter((name) => !names.includes(name)),
    [],
  )
})
