import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { as, doing, worldOf } from '../../../test/support.ts'
import { anAuthority, aPerson } from '../../../test/house.ts'
import { routes } from '../../app.ts'
import { command } from '../command.ts'
import { allowAnywhere, nobody, theSystem } from '../context.ts'
import { reading, writing } from '../db.ts'
import { Forbidden, Invalid, Refused } from '../errors.ts'
import { nest } from './input.ts'
import { problemOf } from './problems.ts'

const world = worldOf()

test('form names nest: numbers make lists that close up, [] keeps every value, prototypes are out of reach', () => {
  const input = nest({
    'answers.0.text': ['Ett'],
    'answers.2.text': ['Tre'],
    'bodies[]': ['a', 'b'],
    title: ['gammal', 'ny'],
    '__proto__.x': ['1'],
    'constructor.y': ['1'],
  })
  assert.deepEqual(input, { answers: [{ text: 'Ett' }, { text: 'Tre' }], bodies: ['a', 'b'], title: 'ny' })
})

test('each kind of failure has one answer, and a bug tells nobody where it happened', () => {
  const statuses = [
    new Invalid({ a: 'fel' }),
    new Refused(['nej']),
    new Forbidden('x'),
    new TypeError('at line 3'),
  ].map((error) => problemOf(error, '0'))
  assert.deepEqual(
    statuses.map(({ status }) => status),
    [422, 409, 403, 500],
  )
  assert.doesNotMatch(JSON.stringify(statuses[3]), /line 3|TypeError/)
})

test('health is answered without a sign-in, and every answer carries the security headers', async () => {
  const reply = await world.app.request('/health')
  assert.deepEqual(await reply.json(), { status: 'ok' })
  const headers = ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'strict-transport-security']
  assert.deepEqual(
    headers.filter((name) => reply.headers.get(name) === null),
    [],
  )
  assert.doesNotMatch(reply.headers.get('content-security-policy') ?? '', /unsafe/)
})

test('an address that does not exist is a page with the next step for a person, and a problem document for a program', async () => {
  const person = await as(world, await aPerson(world.db))
  const page = await person.get('/finns/inte')
  const call = await person.api('/nothing')
  assert.deepEqual([page.status, call.status], [404, 404])
  assert.match(await page.text(), /Till Mitt arbete/)
  const problem = z
    .object({ status: z.literal(404), instance: z.string().startsWith('urn:uuid:') })
    .parse(await call.json())
  assert.equal(call.headers.get('x-request-id'), problem.instance.slice('urn:uuid:'.length))
})

test('unreadable JSON is said to be so', async () => {
  const person = await as(world, await aPerson(world.db))
  const reply = await world.app.request('/api/v1/people', {
    method: 'POST',
    headers: { authorization: (await tokenOf(person.personId)) ?? '', 'content-type': 'application/json' },
    body: '{"name": ',
  })
  assert.equal(reply.status, 400)
})

async function tokenOf(personId: string): Promise<string> {
  const { token } = await doing(
    world,
    (await import('../../modules/organisation/index.ts')).createToken,
    { name: 'x', days: 1 },
    {
      ...nobody,
      personId,
      grants: new Map([['organisation.create-token', new Set<string>()]]),
    },
  )
  return `Bearer ${token}`
}

test('the language is the one chosen, else the one the browser asks for', async () => {
  const asked = await world.app.request('/logga-in', { headers: { 'accept-language': 'en-GB,en;q=0.9' } })
  const chosen = await world.app.request('/logga-in', { headers: { 'accept-language': 'en-GB', cookie: 'sprak=sv' } })
  assert.match(await asked.text(), /<html lang="en"/)
  assert.match(await chosen.text(), /<html lang="sv"/)
})

test('a choice of language leads back to where one was, and never to another site', async () => {
  const choose = (back: string) =>
    world.app.request('/sprak', {
      method: 'POST',
      headers: { host: 'localhost', origin: 'http://localhost' },
      body: new URLSearchParams({ language: 'en', back }),
    })
  const reply = await choose('/arenden?s=1')
  assert.equal(reply.headers.get('location'), '/arenden?s=1')
  assert.match(reply.headers.get('set-cookie') ?? '', /^sprak=en;/)
  assert.equal((await choose('https://evil.example/x')).headers.get('location'), '/x')
  assert.equal((await choose('//evil.example')).headers.get('location'), '/')
})

test('a file is sent in parts, kept under its hash, and named without its path', async () => {
  const person = await as(world, await aPerson(world.db))
  const body = new FormData()
  body.append('files', new File(['hej'], 'C:\\hemligt\\brev.txt', { type: 'text/plain' }))
  const reply = await world.app.request('/api/v1/uploads', {
    method: 'POST',
    headers: { authorization: await tokenOf(person.personId) },
    body,
  })
  const { uploads } = z
    .object({ uploads: z.array(z.object({ name: z.string(), size: z.number(), sha256: z.string() })) })
    .parse(await reply.json())
  assert.deepEqual(
    uploads.map(({ name, size }) => ({ name, size })),
    [{ name: 'brev.txt', size: 3 }],
  )
  assert.equal(Buffer.from(await world.files.read(uploads[0]?.sha256 ?? '')).toString(), 'hej')
})

test('the API describes itself, with every door it has', async () => {
  const reply = await world.app.request('/api/openapi.json')
  const { openapi, paths } = z
    .object({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) })
    .parse(await reply.json())
  assert.equal(openapi, '3.1.0')
  assert.ok('/api/v1/bodies/{bodyId}/memberships' in paths)
})

test('every transaction runs as the application role, and a page cannot write even with free SQL', async () => {
  const role = sql<{ role: string }>`select current_user as role`
  const roles = [
    await reading(world.db, nobody, (tx) => role.execute(tx)),
    await writing(world.db, theSystem, (tx) => role.execute(tx)),
  ].map(({ rows }) => rows[0]?.role)
  assert.deepEqual(roles, ['kraftsam_app', 'kraftsam_app'])
  await assert.rejects(
    reading(world.db, theSystem, (tx) => sql`insert into kernel.settings values ('x', '1')`.execute(tx)),
    /read-only transaction/,
  )
})

test('nobody who is not signed in reads a row of a case, whatever the query', async () => {
  const { rows } = await reading(world.db, nobody, (tx) =>
    sql<{ n: number }>`select count(*)::int as n from registry.cases`.execute(tx),
  )
  assert.deepEqual(rows, [{ n: 0 }])
})

test('a command that never asks where it is allowed is not committed', async () => {
  const careless = command('test.careless', z.object({}), async (ctx) => {
    await ctx.db.insertInto('kernel.settings').values({ key: 'careless', value: '1' }).execute()
  })
  await assert.rejects(doing(world, careless, {}), /never asked where it is allowed/)
  const left = await world.db.selectFrom('kernel.settings').select('key').where('key', '=', 'careless').execute()
  assert.deepEqual(left, [])
})

test('a command is refused to one whose roles do not carry it, before its input is read', async () => {
  const open = command('test.open', z.object({ n: z.number() }), async (ctx) => allowAnywhere(ctx))
  await assert.rejects(
    doing(world, open, { n: 1 }, { ...nobody, personId: '00000000-0000-4000-8000-000000000000' }),
    Forbidden,
  )
  await assert.rejects(doing(world, open, { n: 'x' as never }), Invalid)
})

test('an authority is chosen by a cookie among those one serves', async () => {
  const first = await anAuthority(world.db, { name: 'förstanämnden' })
  const second = await anAuthority(world.db, { name: 'andranämnden' })
  const personId = await aPerson(world.db, { bodyId: first.bodyId, roles: ['registrar'] })
  await world.db
    .insertInto('organisation.memberships')
    .values({ person_id: personId, body_id: second.bodyId, role: 'registrar', valid_from: '2021-01-01' })
    .execute()
  const { actorFor } = await import('../../modules/organisation/index.ts')
  const actor = await actorFor(world.db, {}, personId, world.now)
  assert.deepEqual(actor?.authorities, [first.authorityId, second.authorityId])
  assert.equal(actor?.at, first.authorityId)
})

const shapeOf = (path: string) => path.replace(/:\w+/g, ':')
const shown = routes.flatMap(({ door, path }) => (door === 'page' || door === 'download' ? [path] : []))

/** Forms at whose address nothing is shown. */
const formsAlone = routes
  .flatMap((route) => (route.door === 'form' || route.door === 'session' ? [route] : []))
  .filter(({ path }) => !shown.some((page) => shapeOf(page) === shapeOf(path)))

test('the address of a form that is loaded again or copied is a page, or leads to the page the form is drawn on', async () => {
  const at = (path: string) => path.replace(/:(\w+)/g, '$1-1')

  const wrong: string[] = []
  for (const { path, back } of formsAlone) {
    const reply = await world.app.request(at(path))
    if (reply.status !== 303 || reply.headers.get('location') !== at(back)) wrong.push(`${path} ${reply.status}`)
  }

  assert.deepEqual(wrong, [])
  assert.ok(formsAlone.length > 150)
})

test('no form alone at its address stands in the way of a page', () => {
  const catches = (path: string) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)
  assert.deepEqual(
    formsAlone.filter(({ path }) => shown.some((page) => catches(path).test(page))).map(({ path }) => path),
    [],
  )
})
