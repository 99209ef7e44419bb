import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { aBody, anAuthority, aPerson } from './fixtures.ts'
import { grantsOf, isHeldOn, obstaclesToAppointing } from './model.ts'

const world = worldOf()

test('a role at a body holds at the authority of that body, and nowhere else', () => {
  const grants = grantsOf([{ role: 'registrar', authorityId: 'sn' }], {
    'registry.open-case': ['registrar'],
    'x.y': ['head'],
  })
  assert.deepEqual([...grants], [['registry.open-case', new Set(['sn'])]])
})

test('a term counts on its first and its last day', () => {
  const term = { validFrom: '2023-01-01', validTo: '2023-12-31' }
  assert.deepEqual(
    ['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'].map((day) => isHeldOn(term, day)),
    [false, true, true, false],
  )
})

test('a body has one chair at a time, and each substitute an order of their own', () => {
  const seat = {
    id: '1',
    personId: 'p',
    bodyId: 'b',
    role: 'chair',
    substituteOrder: null,
    party: null,
    validFrom: '2023-01-01',
    validTo: null,
  } as const
  const wanted = { role: 'chair', substituteOrder: null, validFrom: '2024-01-01', validTo: null } as const
  assert.equal(obstaclesToAppointing(wanted, [seat]).length, 1)
  assert.deepEqual(obstaclesToAppointing(wanted, [{ ...seat, validTo: '2023-12-31' }]), [])
})

test('a registrar gives someone a role at their own authority, not at another', async () => {
  const own = await anAuthority(world.db)
  const other = await anAuthority(world.db)
  const registrar = await as(world, await aPerson(world.db, { bodyId: own.bodyId, roles: ['registrar'] }))
  const personId = await aPerson(world.db)
  const fields = { personId, role: 'substitute', substituteOrder: '1', party: 'S', validFrom: '2023-01-01' }

  const here = await registrar.post(`/organisation/${own.bodyId}/roller`, fields)
  const there = await registrar.post(`/organisation/${other.bodyId}/roller`, fields)

  assert.deepEqual([here.status, there.status], [303, 403])
  const page = await (await registrar.get(`/organisation/${own.bodyId}`)).text()
  assert.match(page, /Ersättare 1/)
})

test('a substitute without an order comes back with the words and the reason (KL 6:16)', async () => {
  const own = await anAuthority(world.db)
  const registrar = await as(world, await aPerson(world.db, { bodyId: own.bodyId, roles: ['registrar'] }))
  const personId = await aPerson(world.db)

  const reply = await registrar.post(`/organisation/${own.bodyId}/roller`, {
    personId,
    role: 'substitute',
    party: 'MP',
    validFrom: '2023-01-01',
  })

  const page = await reply.text()
  assert.equal(reply.status, 422)
  assert.match(page, /En ersättare behöver en ordning/)
  assert.match(page, /value="MP"/)
})

test('whoever has no role may look but not change', async () => {
  const { bodyId } = await anAuthority(world.db)
  const visitor = await as(world, await aPerson(world.db))
  assert.equal((await visitor.get('/organisation')).status, 200)
  assert.equal((await visitor.post(`/organisation/${bodyId}/roller`, {})).status, 403)
})

test('without a sign-in a page leads to the sign-in and back, and the API says 401', async () => {
  const page = await world.app.request('/organisation')
  const call = await world.app.request('/api/v1/bodies')
  assert.deepEqual([page.status, page.headers.get('location')], [303, '/logga-in?till=%2Forganisation'])
  assert.deepEqual([call.status, call.headers.get('content-type')], [401, 'application/problem+json'])
})

test('bodies without a registry answer from outside and are listed apart', async () => {
  await aBody(world.db, { name: 'Bostadsbolaget Exempel AB', kind: 'company' })
  const visitor = await as(world, await aPerson(world.db))
  const page = await (await visitor.get('/organisation')).text()
  assert.match(page, /Bolag och externa[^]*Bostadsbolaget Exempel AB/)
})

test('B-29 the court of appeal is the municipality’s own choice, made by an administrator', async () => {
  const { bodyId } = await anAuthority(world.db)
  const administrator = await as(world, await aPerson(world.db, { bodyId, roles: ['administrator'] }))
  const registrar = await as(world, await aPerson(world.db, { bodyId, roles: ['registrar'] }))
  const before = await (await administrator.get('/organisation')).text()

  const replies = [
    await registrar.api('/municipality/appeal-court', { court: 'sundsvall' }, 'PUT'),
    await administrator.post('/organisation/kammarratt', { court: 'lund' }),
    await administrator.post('/organisation/kammarratt', { court: 'sundsvall' }),
  ]

  assert.match(before, /<option value="goteborg" selected>/)
  assert.deepEqual(
    replies.map(({ status }) => status),
    [403, 422, 303],
  )
  assert.match(await (await registrar.get('/organisation')).text(), /Kammarrätten i Sundsvall/)
  assert.match(await (await administrator.get('/organisation')).text(), /<option value="sundsvall" selected>/)
})

test('KL 12 kap. an administrator says that what was founded as a board is the auditors; no other kind is changed', async () => {
  const { authorityId, bodyId } = await anAuthority(world.db)
  const office = await aBody(world.db, { kind: 'administration', authorityId })
  const { bodyId: other } = await anAuthority(world.db)
  const administrator = await as(world, await aPerson(world.db, { bodyId, roles: ['administrator'] }))
  const registrar = await as(world, await aPerson(world.db, { bodyId, roles: ['registrar'] }))

  const replies = [
    await registrar.api(`/bodies/${bodyId}/kind`, { kind: 'auditors' }, 'PUT'),
    await administrator.post(`/organisation/${bodyId}/slag`, { kind: 'council' }),
    await administrator.post(`/organisation/${office}/slag`, { kind: 'auditors' }),
    await administrator.post(`/organisation/${other}/slag`, { kind: 'auditors' }),
    await administrator.post(`/organisation/${bodyId}/slag`, { kind: 'auditors' }),
    await administrator.post(`/organisation/${bodyId}/slag`, { kind: 'auditors' }),
  ]

  assert.deepEqual(
    replies.map(({ status }) => status),
    [403, 422, 409, 303, 303, 409],
  )
  const changed = await (await registrar.get(`/organisation/${bodyId}`)).text()
  assert.equal(changed.match(/Ändrat till revisorer(na)? \d+ \w+ \d{4} av /g)?.length, 1, changed)
  assert.match(await (await administrator.get(`/organisation/${bodyId}`)).text(), /<option value="auditors" selected>/)
  assert.doesNotMatch(await (await registrar.get(`/organisation/${bodyId}`)).text(), /Ändra slag/)
  assert.doesNotMatch(await (await administrator.get(`/organisation/${office}`)).text(), /Ändra slag/)
})

test('the first page greets by the Swedish clock, and says good morning in the morning only', async () => {
  const { bodyId } = await anAuthority(world.db)
  const someone = await as(world, await aPerson(world.db, { bodyId, roles: ['registrar'], name: 'Elin Sand' }))
  const standing = world.now
  const greeted = async (clock: string) => {
    world.now = new Date(`2023-11-30T${clock}:00+01:00`)
    return /<h1[^>]*>\s*([^<,]+), Elin\./.exec(await (await someone.get('/')).text())?.[1]
  }

  const greetings = []
  for (const clock of ['00:30', '04:59', '05:00', '09:59', '10:00', '17:59', '18:00', '23:59']) {
    greetings.push(await greeted(clock))
  }
  world.now = standing

  const [morning, day, evening] = ['God morgon', 'Hej', 'God kväll']
  assert.deepEqual(greetings, [day, day, morning, morning, day, day, evening, evening])
})
