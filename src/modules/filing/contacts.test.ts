import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOf, as, asking, worldOf } from '../../../test/support.ts'
import { aRegistry, stepping } from '../registry/fixtures.ts'
import { aPerson } from '../organisation/fixtures.ts'
import { rememberContact } from './commands.ts'
import { kindOfParty, soughtAs } from './model.ts'
import { listContacts, readContactCursor, suggestContacts } from './queries.ts'

const world = worldOf()

async function names(personId: string, q: string): Promise<string[]> {
  const reply = await (await as(world, personId)).api(`/contacts?q=${encodeURIComponent(q)}`)
  const { contacts } = JSON.parse(await reply.text())
  return contacts.map(({ name }: { name: string }) => name)
}

test('a contact is added, found by its first letters or by a later word, and changed', async () => {
  const { registrarId } = await aRegistry(world)
  const registrar = await as(world, registrarId)

  await registrar.post('/kontakter/ny', { name: 'Anna Öberg', kind: 'person', email: 'anna@oberg.example' })
  await registrar.post('/kontakter/ny', { name: 'Öbergs Bygg AB', kind: 'organisation' })
  const found = await names(registrarId, 'öBe')
  const page = await (await registrar.get('/kontakter')).text()
  const [, id] = /href="\/kontakter\/([0-9a-f-]{36})">Anna/.exec(page) ?? []
  const saved = await registrar.post(`/kontakter/${id}`, { name: 'Anna Öberg Lind', kind: 'person', email: '' })

  assert.deepEqual(found, ['Öbergs Bygg AB', 'Anna Öberg'])
  assert.equal(saved.status, 303)
  assert.deepEqual(await names(registrarId, 'anna öberg l'), ['Anna Öberg Lind'])
})

test('the same name with the same address is one contact, however it is capitalised', async () => {
  const { registrarId } = await aRegistry(world)
  const registrar = await as(world, registrarId)

  await registrar.post('/kontakter/ny', { name: 'Byggföretaget', kind: 'organisation' })
  const again = await registrar.post('/kontakter/ny', { name: 'BYGGFÖRETAGET', kind: 'organisation' })

  assert.equal(again.status, 422)
  assert.match(await again.text(), /Namnet finns redan/)
})

test('one that is no longer used is not suggested, and is again when it is used again', async () => {
  const { registrarId } = await aRegistry(world)
  const registrar = await as(world, registrarId)
  const { contactId } = JSON.parse(await (await registrar.api('/contacts', { name: 'Gamla Föreningen' })).text())

  await registrar.post(`/kontakter/${contactId}/bruk`, { isActive: '' })
  const gone = await names(registrarId, 'gamla')
  const everyone = await (await registrar.get('/kontakter?alla=1')).text()
  await registrar.post(`/kontakter/${contactId}/bruk`, { isActive: 'ja' })

  assert.deepEqual(gone, [])
  assert.match(everyone, /Gamla Föreningen/)
  assert.deepEqual(await names(registrarId, 'gamla'), ['Gamla Föreningen'])
})

test('the register of one authority is not seen from another', async () => {
  const one = await aRegistry(world)
  const other = await aRegistry(world)
  const reply = await (await as(world, one.registrarId)).api('/contacts', { name: 'Bara Hos Oss' })
  const { contactId } = JSON.parse(await reply.text())
  const stranger = await as(world, other.registrarId)

  assert.deepEqual(await names(other.registrarId, 'bara'), [])
  assert.equal((await stranger.get(`/kontakter/${contactId}`)).status, 404)
  assert.equal((await stranger.post(`/kontakter/${contactId}`, { name: 'Tagen' })).status, 404)
})

test('whoever may not keep the register reads it, and changes nothing', async () => {
  const registry = await aRegistry(world)
  const memberId = await aPerson(world.db, { bodyId: registry.bodyId, roles: ['member'] })
  const member = await as(world, memberId)

  assert.equal((await member.get('/kontakter')).status, 200)
  assert.equal((await member.get('/kontakter/ny')).status, 403)
  assert.equal((await member.post('/kontakter/ny', { name: 'Någon' })).status, 403)
})

test('the list is in Swedish order, and its pages meet without a gap', async () => {
  const registry = await aRegistry(world)
  const written = ['Ö 1', 'Ä 1', 'Å 1', 'z 1', ...Array.from({ length: 7 }, (_, n) => `b ${n}`), 'A 1']
  await stepping(world, registry.registrarId, async (ctx) => {
    for (const name of written) await rememberContact(ctx, { authorityId: registry.authorityId, name })
  })
  const actor = await actorOf(world, registry.registrarId)

  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await asking(
      world,
      (ctx) => listContacts(ctx, { authorityId: registry.authorityId }, { after: readContactCursor(cursor), size: 3 }),
      actor,
    )
    seen.push(...page.contacts.map(({ name }) => name))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)

  assert.deepEqual(seen, ['A 1', 'b 0', 'b 1', 'b 2', 'b 3', 'b 4', 'b 5', 'b 6', 'z 1', 'Å 1', 'Ä 1', 'Ö 1'])
})

test('a sender is remembered once, whatever comes at the same time', async () => {
  const registry = await aRegistry(world)
  const { authorityId } = registry
  const remember = () =>
    stepping(world, registry.registrarId, (ctx) => rememberContact(ctx, { authorityId, name: 'Ny Avsändare' }))

  await Promise.all([remember(), remember(), remember(), remember()])
  const actor = await actorOf(world, registry.registrarId)
  const found = await asking(world, (ctx) => suggestContacts(ctx, { authorityId, asked: 'ny av' }), actor)

  assert.deepEqual(
    found.map(({ name, kind }) => [name, kind]),
    [['Ny Avsändare', 'person']],
  )
})

test('what kind of party a name is', () => {
  const kinds = [
    'Lisa Andersson',
    'Servicenämnden',
    'Öbergs Bygg AB',
    'MKB Fastighets AB',
    'Länsstyrelsen Skåne',
    'medborgare',
  ]

  assert.deepEqual(kinds.map(kindOfParty), [
    'person',
    'authority',
    'organisation',
    'organisation',
    'authority',
    'organisation',
  ])
  assert.equal(soughtAs('Åke Öst'), '{ke }st')
})

test('the search of contacts uses the index, also under row-level security', async () => {
  const { authorityId, registrarId } = await aRegistry(world)
  const actor = await actorOf(world, registrarId)
  const plan = await stepping(world, registrarId, async (ctx) => {
    const { sql } = await import('kysely')
    await sql`set local enable_seqscan = off`.execute(ctx.db)
    const { rows } = await sql<Record<string, string>>`explain select name from filing.contacts
      where authority_id = ${sql.lit(authorityId)}::uuid and sought >= 'byg' and sought < 'byh' order by sought, id limit 10`.execute(
      ctx.db,
    )
    return rows.map((row) => Object.values(row)[0]).join('\n')
  })

  assert.equal(actor.at, authorityId)
  assert.match(plan, /Index Scan using contacts_authority_id_sought_id_idx/)
  assert.match(plan, /Index Cond: .*sought >= 'byg'/)
})
