import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { aCase, aRecord, aRegistry } from './fixtures.ts'

const world = worldOf()

type Palette = { items: { label: string; detail: string; href: string; kind: string }[] }

async function palette(personId: string, asked: string): Promise<Palette> {
  const person = await as(world, personId)
  return (await person.api(`/search?q=${encodeURIComponent(asked)}`)).json()
}

test('a case number is found at once, however it is written', async () => {
  const registry = await aRegistry(world, { prefix: 'SN' })
  await aCase(world, registry)
  await aCase(world, registry, { title: 'Områdeslyft' })
  await aCase(world, registry, { title: 'Två ord, 2 saker' })

  const asked = ['SN-2023-2', 'sn 2023 2', 'sn2', '2023-2', '2', 'dnr SN-2023-2']
  const first = await Promise.all(asked.map(async (each) => (await palette(registry.registrarId, each)).items[0]))

  for (const [index, item] of first.entries()) assert.equal(item?.href, '/arenden/SN-2023-2', asked[index] ?? '')
  assert.deepEqual(first[0], {
    label: 'SN-2023-2 Områdeslyft',
    detail: `${registry.name} · Öppet`,
    href: '/arenden/SN-2023-2',
    kind: 'Ärende',
  })
})

test("one's own authority comes first", async () => {
  const [own, other] = [await aRegistry(world, { prefix: 'EGEN' }), await aRegistry(world, { prefix: 'DERAS' })]
  await aCase(world, own, { openedOn: '2023-01-01' })
  await aCase(world, other)

  const hrefs = (await palette(own.registrarId, '1')).items.map((item) => item.href)

  assert.equal(hrefs[0], '/arenden/EGEN-2023-1')
  assert.ok(hrefs.includes('/arenden/DERAS-2023-1'))
})

test('words are found anywhere in titles, with all of them required', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry, { title: 'Långsiktigt områdeslyft i Holma' })
  await aCase(world, registry, { title: 'Lyft i hiss' })
  await aRecord(world, registry, { caseId: theCase.id, title: 'Synpunkter', party: 'Holmaborna' })

  const labels = async (asked: string) => (await palette(registry.registrarId, asked)).items.map((item) => item.label)

  assert.deepEqual(await labels('LYFT holma'), [`${theCase.referenceNumber} Långsiktigt områdeslyft i Holma`])
  assert.deepEqual(await labels('holmaborna'), ['Synpunkter'])
  assert.deepEqual(await labels('holma finns-inte'), [])
})

test('signs that mean something to the store mean themselves', async () => {
  const registry = await aRegistry(world)
  await aCase(world, registry, { title: 'Andel 100% el_nät' })

  const counts = await Promise.all(
    ['100%', 'el_n', '10%%', 'e%t', '\\', "'; drop table"].map(
      async (asked) => (await palette(registry.registrarId, asked)).items.length,
    ),
  )

  assert.deepEqual(counts, [1, 1, 0, 0, 0, 0])
})

test('the page says what was found, or what to try', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry, { title: 'Simhallen' })

  const [found, none, start] = [
    await (await registrar.get('/sok?q=simhall')).text(),
    await (await registrar.get('/sok?q=%3Cb%3Exyz')).text(),
    await (await registrar.get('/sok')).text(),
  ]

  assert.match(found, new RegExp(`href="/arenden/${theCase.referenceNumber}"`))
  assert.match(none, /Inget hittades för ”&lt;b&gt;xyz”/)
  assert.match(start, /Vad letar du efter\?/)
})
