import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { as, worldOf, type Knocking } from '../../../test/support.ts'
import { aColleague, aRegistry, stepping } from '../registry/fixtures.ts'

const world = worldOf()

async function send(person: Knocking, words: string, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ direction: 'in', title: 'Brev', party: 'Lisa Prov', ...more }))
    form.append(name, value)
  form.append('files[]', new File([words], 'brev.txt', { type: 'text/plain' }))
  return person.send('/registrera', form)
}

async function asked(person: Knocking, words: string): Promise<{ number: string; referenceNumber: string }[]> {
  const hash = createHash('sha256').update(words).digest('hex')
  return JSON.parse(await (await person.api(`/duplicates?sha256=${hash}`)).text()).duplicates
}

test('the same file again is told with the number and a link, and goes in only when it is meant', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  await send(registrar, 'Samma ord')

  const refused = await send(registrar, 'Samma ord')
  const said = await refused.text()
  const [, upload] = /name="files\[\]" value="([0-9a-f-]{36})" checked/.exec(said) ?? []
  const meant = await registrar.post('/registrera', {
    direction: 'in',
    title: 'Brev igen',
    party: 'Lisa Prov',
    'files[]': upload ?? '',
    acceptDuplicates: 'ja',
  })
  const [found] = await asked(registrar, 'Samma ord')

  assert.equal(refused.status, 422)
  assert.match(said, new RegExp(`brev\\.txt finns redan i diariet: 2023:1 i ${registry.prefix}-2023-1`))
  assert.match(said, /href="\/handlingar\/[0-9a-f-]{36}" target="_blank"/)
  assert.equal(meant.status, 303)
  assert.equal(found?.number, '2023:1')
})

test('the same file at another authority is no duplicate', async () => {
  const one = await as(world, (await aRegistry(world)).registrarId)
  const other = await as(world, (await aRegistry(world)).registrarId)
  await send(one, 'Till båda')

  assert.equal((await send(other, 'Till båda')).status, 303)
})

test('J-08 a file of a secret record is no duplicate for those who may not see it: nothing tells that it is there', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const officer = await as(world, await aColleague(world, registry, 'case_officer'))
  await send(registrar, 'Skyddad uppgift')
  await send(registrar, 'I ett hemligt ärende')
  await stepping(world, registry.registrarId, async (ctx) => {
    await sql`update registry.records set is_secret = true where authority_id = ${registry.authorityId} and number = 1`.execute(
      ctx.db,
    )
    await sql`update registry.records set in_secret_case = true where authority_id = ${registry.authorityId} and number = 2`.execute(
      ctx.db,
    )
    await sql`update registry.cases set is_secret = true where authority_id = ${registry.authorityId} and number = 2`.execute(
      ctx.db,
    )
  })

  for (const words of ['Skyddad uppgift', 'I ett hemligt ärende']) {
    assert.equal((await asked(registrar, words)).length, 1)
    assert.deepEqual(await asked(officer, words), [])
    assert.equal((await send(officer, words)).status, 303)
  }
})

test('looking for duplicates uses the index, also under row-level security', async () => {
  const registry = await aRegistry(world)
  const plan = await stepping(world, registry.registrarId, async (ctx) => {
    await sql`set local enable_seqscan = off`.execute(ctx.db)
    const { rows } = await sql<Record<string, string>>`explain select f.id from registry.files f
      where f.sha256 = ${sql.lit('a'.repeat(64))}`.execute(ctx.db)
    return rows.map((row) => Object.values(row)[0]).join('\n')
  })

  assert.match(plan, /files_sha256_idx/)
})
