import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, aRecord, aRegistry, stepping } from '../registry/fixtures.ts'
import { assignOfficer, closeCase } from '../registry/index.ts'
import { finding, readWaitingFiles, titles } from './fixtures.ts'

const world = worldOf()

type Palette = { items: { label: string; detail: string; href: string; kind: string }[] }

async function palette(personId: string, asked: string): Promise<Palette> {
  const person = await as(world, personId)
  return (await person.api(`/suggest?q=${encodeURIComponent(asked)}`)).json()
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

test("one's own authority comes first, and the number of a record is that of one's own authority", async () => {
  const [own, other] = [await aRegistry(world, { prefix: 'EGEN' }), await aRegistry(world, { prefix: 'DERAS' })]
  const mine = await aCase(world, own, { openedOn: '2023-01-01' })
  const theirs = await aCase(world, other)
  const record = await aRecord(world, own, { caseId: mine.id })
  await aRecord(world, other, { caseId: theirs.id })

  const hrefs = (await palette(own.registrarId, '1')).items.map((item) => item.href)
  const records = (await palette(own.registrarId, '2023:1')).items.map((item) => item.href)

  assert.equal(hrefs[0], '/arenden/EGEN-2023-1')
  assert.ok(hrefs.includes('/arenden/DERAS-2023-1'))
  assert.deepEqual(records, [`/handlingar/${record.id}`])
})

test('while one types the last word need not be finished; before that, what one worked with last', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry, { title: 'Långsiktigt områdeslyft i Holma' })
  await aRecord(world, registry, { caseId: theCase.id, title: 'Synpunkter', party: 'Holmaborna' })

  const labels = async (asked: string) => (await palette(registry.registrarId, asked)).items.map((item) => item.label)

  assert.deepEqual(await labels('lyft hol'), [])
  assert.deepEqual(await labels('områdeslyftet hol'), [`${theCase.referenceNumber} Långsiktigt områdeslyft i Holma`])
  assert.deepEqual(await labels('holmabo'), ['Synpunkter'])
  assert.deepEqual(await labels(''), [`${theCase.referenceNumber} Långsiktigt områdeslyft i Holma`])
  assert.deepEqual(
    (await palette(registry.registrarId, 'holmabo')).items[0]?.detail,
    `Holmaborna · ${theCase.referenceNumber} ${theCase.title}`,
  )
})

test('what is new, renamed, given to an officer and closed is found so in the same moment', async () => {
  const registry = await aRegistry(world)
  const officer = await aColleague(world, registry, 'case_officer')
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry, { title: 'Gamla vattentornet' })
  await aRecord(world, registry, { caseId: theCase.id, title: 'Besiktning' })

  await registrar.api(`/cases/${theCase.id}`, { title: 'Nya vattentornet' }, 'PUT')
  await stepping(world, registry.registrarId, (ctx) =>
    assignOfficer(
      { ...ctx, guard: { verb: 'registry.assign-officer', asked: false } },
      { caseId: theCase.id, officerId: officer },
    ),
  )
  await stepping(world, registry.registrarId, (ctx) =>
    closeCase({ ...ctx, guard: { verb: 'registry.close-case', asked: false } }, { caseId: theCase.id, reason: null }),
  )

  assert.deepEqual(await titles(world, officer, 'gamla vattentornet'), [])
  assert.deepEqual(await titles(world, officer, 'nya vattentornet'), ['Nya vattentornet'])
  assert.deepEqual((await titles(world, officer, '', { officerId: officer, state: 'closed' })).toSorted(), [
    'Besiktning',
    'Nya vattentornet',
  ])
})

test('filters narrow down, in the address or in words, and facets say how many are left of each sort', async () => {
  const registry = await aRegistry(world)
  const officer = await aColleague(world, registry, 'case_officer')
  const theCase = await aCase(world, registry, { title: 'Bullerplank', officerId: officer, openedOn: '2022-05-02' })
  await aRecord(world, registry, { caseId: theCase.id, title: 'Buller idag', datedOn: '2023-09-01' })
  await aRecord(world, registry, {
    caseId: theCase.id,
    title: 'Buller förut',
    direction: 'internal',
    kind: 'memo',
    party: null,
    datedOn: '2022-06-01',
  })
  const of = async (q: string, filters = {}) =>
    (await titles(world, officer, q, { authorityId: registry.authorityId, ...filters })).toSorted()

  assert.deepEqual(await of('buller'), ['Buller förut', 'Buller idag', 'Bullerplank'])
  assert.deepEqual(await of('buller', { year: 2022 }), ['Buller förut', 'Bullerplank'])
  assert.deepEqual(await of('buller', { kind: 'memo' }), ['Buller förut'])
  assert.deepEqual(await of('buller', { kind: 'case' }), ['Bullerplank'])
  assert.deepEqual(await of('buller', { direction: 'in' }), ['Buller idag'])
  assert.deepEqual(await of('buller', { officerId: officer, from: '2023-01-01' }), ['Buller idag'])
  assert.deepEqual(await of('buller', { to: '2022-05-31' }), ['Bullerplank'])
  assert.deepEqual(await of('buller', { state: 'closed' }), [])
  assert.deepEqual(await of('buller år:2023'), ['Buller idag'])
  assert.deepEqual(await of('riktning:upprättad'), ['Buller förut'])
  const { facets, count } = await finding(world, officer, 'buller', { authorityId: registry.authorityId })
  assert.equal(count, 3)
  assert.deepEqual(facets.find(({ filter }) => filter === 'year')?.values, [
    { value: '2023', label: '2023', count: 1 },
    { value: '2022', label: '2022', count: 2 },
  ])
})

test('the newest stand first, and the next page goes on where the first ended', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry, { title: 'Ett' })
  for (let day = 1; day <= 25; day++)
    await aRecord(world, registry, {
      caseId: theCase.id,
      title: `Parkering ${day}`,
      datedOn: `2023-09-${String(day).padStart(2, '0')}`,
    })

  const first = await (await registrar.api(`/search?q=parkering&myndighet=${registry.authorityId}`)).json()
  const second = await (
    await registrar.api(`/search?q=parkering&myndighet=${registry.authorityId}&efter=${first.next}`)
  ).json()

  assert.deepEqual(
    [first.items.length, first.items[0].title, first.count, first.isMore],
    [20, 'Parkering 25', 25, false],
  )
  assert.deepEqual(
    [second.items.map((item: { title: string }) => item.title), second.next],
    [['Parkering 5', 'Parkering 4', 'Parkering 3', 'Parkering 2', 'Parkering 1'], null],
  )
})

test('a found record shows the first place in its files where one of the words begins, however far into a long text', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)
  const filler = 'Marken är sank. '.repeat(1000)
  const written = [
    'Här sägs: BÄVERBÄCKEN rinner fritt. Sedan bäverbäcken igen.',
    `${filler}Obäverbäcken räknas inte. ${filler}Långt ned rinner bäverbäcken stilla.`,
  ]
  for (const [n, words] of written.entries()) {
    const bytes = new TextEncoder().encode(words)
    const files = [{ name: `brev${n}.txt`, mediaType: 'text/plain', bytes }]
    await aRecord(world, registry, { caseId: theCase.id, title: `Brev ${n}`, party: 'Bäckens vänner', files })
  }
  await readWaitingFiles(world)

  const { items } = await finding(world, registry.registrarId, 'bäverbäcken')

  const shown = new Map(items.map(({ title, passage }) => [title, passage]))
  assert.equal(shown.get('Brev 0'), written[0])
  assert.match(shown.get('Brev 1') ?? '', /Marken är sank\. Långt ned rinner bäverbäcken stilla\.$/)
})

test('signs that mean something to the store mean nothing', async () => {
  const registry = await aRegistry(world)
  await aCase(world, registry, { title: 'Andel 100% el_nät' })
  const count = async (asked: string) =>
    (await titles(world, registry.registrarId, asked, { authorityId: registry.authorityId })).length

  assert.deepEqual(
    await Promise.all(['100%', 'el_nät', "'; drop table", 'e%t', "o'hara & (b)"].map(count)),
    [1, 1, 0, 0, 0],
  )
})
