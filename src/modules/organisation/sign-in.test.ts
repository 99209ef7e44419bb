import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf, type World } from '../../../test/support.ts'
import { writing } from '../../kernel/db.ts'
import { theSystem } from '../../kernel/context.ts'
import { keepPassword } from './commands/passwords.ts'
import { anAuthority, aPerson } from './fixtures.ts'

const world = worldOf()
const right = 'en mening att minnas'

async function withPassword(at: World, personId: string): Promise<string> {
  await writing(at.db, theSystem, (db) =>
    keepPassword({ ...at.caller(), db, guard: { verb: 'test', asked: true } }, personId, right),
  )
  const { email } = await at.db
    .selectFrom('organisation.people')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return email
}

const knock = (fields: Record<string, string>, headers: Record<string, string> = { origin: 'http://localhost' }) =>
  world.app.request('/logga-in', {
    method: 'POST',
    headers: { host: 'localhost', ...headers },
    body: new URLSearchParams({ till: '/', ...fields }),
  })

test('the right password opens a session in a __Host- cookie and leads back to where one was going', async () => {
  const email = await withPassword(world, await aPerson(world.db))

  const reply = await knock({ email, password: right, till: '/organisation' })

  const cookie = reply.headers.get('set-cookie') ?? ''
  assert.deepEqual([reply.status, reply.headers.get('location')], [303, '/organisation'])
  assert.match(cookie, /^__Host-kraftsam=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const page = await world.app.request('/organisation', { headers: { cookie: cookie.split(';')[0] ?? '' } })
  assert.equal(page.status, 200)
})

test('a wrong password and an unknown address get the same words, and the address comes back', async () => {
  const email = await withPassword(world, await aPerson(world.db))
  const replies = [
    await knock({ email, password: 'fel' }),
    await knock({ email: 'ingen@malmo.example', password: right }),
  ]
  const pages = await Promise.all(replies.map((reply) => reply.text()))
  assert.deepEqual(
    replies.map(({ status }) => status),
    [422, 422],
  )
  for (const page of pages) assert.match(page, /E-postadressen eller lösenordet stämmer inte/)
  assert.match(pages[0] ?? '', new RegExp(`value="${email}"`))
})

test('after eight wrong tries the door is shut for a while, also for the right password', async () => {
  const email = await withPassword(world, await aPerson(world.db))
  for (let tries = 0; tries < 8; tries++) await knock({ email, password: 'fel' })
  const reply = await knock({ email, password: right })
  assert.deepEqual([reply.status, reply.headers.get('retry-after')], [429, '900'])
})

test('a form sent from another site is refused', async () => {
  const replies = await Promise.all([
    knock({ email: 'a@b.se', password: 'x' }, { origin: 'https://evil.example' }),
    knock({ email: 'a@b.se', password: 'x' }, {}),
    knock({ email: 'a@b.se', password: 'x' }, { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' }),
  ])
  assert.deepEqual(
    replies.map(({ status }) => status),
    [403, 403, 403],
  )
})

test('a redirect after sign-in never leaves our own site', async () => {
  const email = await withPassword(world, await aPerson(world.db))
  for (const till of ['https://evil.example', '//evil.example', '/\\evil.example']) {
    const reply = await knock({ email, password: right, till })
    assert.equal(reply.headers.get('location'), '/')
  }
})

test('signing out ends the session itself, not only the cookie', async () => {
  const email = await withPassword(world, await aPerson(world.db))
  const cookie = ((await knock({ email, password: right })).headers.get('set-cookie') ?? '').split(';')[0] ?? ''

  await world.app.request('/logga-ut', {
    method: 'POST',
    headers: { cookie, origin: 'http://localhost', host: 'localhost' },
  })

  const after = await world.app.request('/', { headers: { cookie } })
  assert.equal(after.status, 303)
})

test('in a demo city one may sign in as an invented person without a password', async () => {
  const personId = await aPerson(world.db, { name: 'Elin Exempel' })
  const body = new URLSearchParams({ personId, till: '/' })
  const reply = await world.app.request('/logga-in-som', {
    method: 'POST',
    headers: { origin: 'http://localhost', host: 'localhost' },
    body,
  })
  assert.deepEqual([reply.status, reply.headers.get('location')], [303, '/'])
})

test('a key to the API acts as its owner until it is revoked', async () => {
  const { bodyId } = await anAuthority(world.db)
  const owner = await as(world, await aPerson(world.db, { bodyId, roles: ['registrar'] }))
  const { token } = (await (await owner.api('/me/tokens', { name: 'Export', days: 30 })).json()) as { token: string }
  const call = () => world.app.request('/api/v1/bodies', { headers: { authorization: `Bearer ${token}` } })
  assert.equal((await call()).status, 200)

  const { createHash } = await import('node:crypto')
  await owner.api(`/me/tokens/${createHash('sha256').update(token).digest('hex')}/revoke`, {})

  assert.equal((await call()).status, 401)
})

test('the password is changed only by the one who knows the old one, and needs twelve characters', async () => {
  const personId = await aPerson(world.db)
  await withPassword(world, personId)
  const owner = await as(world, personId)
  const short = await owner.post('/jag/losenord', { current: right, next: 'kort' })
  const wrong = await owner.post('/jag/losenord', { current: 'fel', next: 'ett nytt långt lösenord' })
  const good = await owner.post('/jag/losenord', { current: right, next: 'ett nytt långt lösenord' })
  assert.deepEqual([short.status, wrong.status, good.status], [422, 422, 303])
})

test('whoever is not signed in leaves no files behind, and no more words than a form has', async () => {
  const form = new FormData()
  form.append('email', new File(['x'.repeat(1000)], 'stor.bin'))
  const send = (body: FormData | string) =>
    world.app.request('/logga-in', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', ...typeOf(body) },
      body,
    })
  const typeOf = (body: FormData | string): Record<string, string> =>
    typeof body === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}

  const [file, flood] = [await send(form), await send(`email=${'x'.repeat(6_000_000)}`)]

  assert.deepEqual([file.status, flood.status], [422, 413])
})
