import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { as, statements, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, aRecord, aRegistry } from './fixtures.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

test('the list shows the own authority, page by page, and every case once', async () => {
  const [registry, other] = [await aRegistry(world), await aRegistry(world)]
  const registrar = await as(world, registry.registrarId)
  for (let i = 0; i < 53; i++) await aCase(world, registry, { openedOn: i % 2 === 0 ? '2023-10-09' : '2023-10-10' })
  const theirs = await aCase(world, other)

  const first = await (await registrar.get('/arenden')).text()
  const more = /href="([^"]*efter=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await (await registrar.get(more)).text()

  const numbersOn = (page: string) => [...page.matchAll(/k-number">([^<]+-2023-\d+)</g)].map((match) => match[1])
  const all = [...numbersOn(first), ...numbersOn(second)]
  assert.deepEqual([numbersOn(first).length, numbersOn(second).length], [50, 3])
  assert.equal(new Set(all).size, 53)
  assert.ok(!all.includes(theirs.referenceNumber))
})

test('the filters are in the address', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const mine = await aCase(world, registry, { title: 'Mitt eget', officerId: registry.registrarId })
  await aCase(world, registry, { title: 'Ett uppdrag', kind: 'assignment' })
  const closed = await aCase(world, registry, { title: 'Det avslutade' })
  await aCase(world, registry, { title: 'Från i fjol', openedOn: '2022-05-01' })
  await registrar.post(`/arenden/${closed.id}/avsluta`)
  const titles = ['Mitt eget', 'Ett uppdrag', 'Det avslutade', 'Från i fjol']

  const shown = async (query: string) => {
    const page = await (await registrar.get(`/arenden${query}`)).text()
    return titles.filter((title) => page.includes(title))
  }

  assert.deepEqual(await shown(''), ['Mitt eget', 'Ett uppdrag', 'Från i fjol'])
  assert.deepEqual(await shown('?lage=avslutade'), ['Det avslutade'])
  assert.deepEqual(await shown('?lage=alla'), titles)
  assert.deepEqual(await shown('?handlaggare=mina'), ['Mitt eget'])
  assert.deepEqual(await shown('?handlaggare=utan'), ['Ett uppdrag', 'Från i fjol'])
  assert.deepEqual(await shown('?slag=assignment'), ['Ett uppdrag'])
  assert.deepEqual(await shown('?ar=2022'), ['Från i fjol'])
  const everywhere = await (await registrar.get('/arenden?myndighet=alla&lage=alla')).text()
  assert.match(everywhere, /Alla myndigheters diarier/)
  assert.ok(everywhere.includes(mine.referenceNumber))
})

test('a filter that cannot be read is an address that does not exist', async () => {
  const registrar = await as(world, (await aRegistry(world)).registrarId)

  const statuses = [
    (await registrar.get('/arenden?lage=borta')).status,
    (await registrar.get('/arenden?ar=nyss')).status,
    (await registrar.get('/arenden?efter=skräp')).status,
  ]

  assert.deepEqual(statuses, [404, 404, 200])
})

test('the list takes as many statements however many cases there are', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  await aCase(world, registry)
  const few = await statements(world, () => registrar.get('/arenden'))

  for (let i = 0; i < 20; i++) await aCase(world, registry)
  const many = await statements(world, () => registrar.get('/arenden'))

  assert.equal(many, few)
  assert.ok(many <= 10, `${many} statements`)
})

test('the list is a file for a spreadsheet, in which no title is a formula', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  await aCase(world, registry, { title: '=HYPERLINK("http://x");farligt' })

  const reply = await registrar.get('/arenden.csv')

  const bytes = Buffer.from(await reply.arrayBuffer())
  assert.equal(bytes.subarray(0, 3).toString('hex'), 'efbbbf')
  const [head, row] = bytes.toString('utf8').slice(1).split('\r\n')
  assert.equal(head, 'Nummer;Vad det gäller;Myndighet;Handläggare;Öppnat;Sista svarsdag;Läge')
  assert.ok(row?.includes(`;"'=HYPERLINK(""http://x"");farligt";`), row ?? '')
})

test('a registry without cases says what to do next', async () => {
  const registrar = await as(world, (await aRegistry(world)).registrarId)

  const page = await (await registrar.get('/arenden')).text()

  assert.match(page, /Inga ärenden att visa/)
  assert.match(page, /href="\/arenden\/nytt"/)
})

test('the registrar has the cases nobody works on to do; the officer those whose last day is near', async () => {
  const registry = await aRegistry(world)
  const officerId = await aColleague(world, registry, 'case_officer')
  await aCase(world, registry, { title: 'Ingen har det' })
  await aCase(world, registry, { title: 'Snart', officerId, dueOn: '2023-11-01' })
  await aCase(world, registry, { title: 'Sent', officerId, dueOn: '2023-10-01' })
  await aCase(world, registry, { title: 'Långt dit', officerId, dueOn: '2024-03-01' })
  const titles = ['Ingen har det', 'Sent', 'Snart', 'Långt dit']

  const workOf = async (personId: string) => {
    const page = await (await (await as(world, personId)).get('/')).text()
    return titles.filter((title) => page.includes(title))
  }

  assert.deepEqual(await workOf(registry.registrarId), ['Ingen har det'])
  assert.deepEqual(await workOf(officerId), ['Sent', 'Snart'])
})

test('a case whose answer has been sent no longer waits for its officer', async () => {
  const registry = await aRegistry(world)
  const officerId = await aColleague(world, registry, 'case_officer')
  const theCase = await aCase(world, registry, { title: 'Besvarad remiss', officerId, dueOn: '2023-11-01' })
  const officer = await as(world, officerId)
  const before = await (await officer.get('/')).text()

  await aRecord(world, registry, { caseId: theCase.id, direction: 'out', kind: 'statement', party: 'Kommunstyrelsen' })

  const after = await (await officer.get('/')).text()
  assert.deepEqual([before.includes('Besvarad remiss'), after.includes('Besvarad remiss')], [true, false])
})

test('every page of the registry needs a sign-in', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)
  const { id } = await aRecord(world, registry, { caseId: theCase.id })
  const paths = [
    '/arenden',
    '/arenden/nytt',
    `/arenden/${theCase.id}`,
    `/handlingar/${id}`,
    '/handlingar',
    '/sok?q=x',
    '/arenden.csv',
  ]

  const replies = await Promise.all(paths.map(async (path) => world.app.request(path)))

  for (const [index, reply] of replies.entries()) {
    assert.match(reply.headers.get('location') ?? '', /^\/logga-in/, paths[index] ?? '')
  }
})

test('a program reads the list page by page with the same filters, and each case once', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  for (let i = 0; i < 52; i++) await aCase(world, registry)
  await aCase(world, registry, { openedOn: '2022-05-01' })
  const page = z.object({ cases: z.array(z.object({ referenceNumber: z.string() })), next: z.string().nullable() })

  const first = page.parse(await (await registrar.api('/cases?ar=2023')).json())
  const second = page.parse(await (await registrar.api(`/cases?ar=2023&efter=${first.next}`)).json())

  const numbers = [...first.cases, ...second.cases].map(({ referenceNumber }) => referenceNumber)
  assert.deepEqual([first.cases.length, second.cases.length, second.next], [50, 2, null])
  assert.equal(new Set(numbers).size, 52)
})

test('a case that was just given to somebody stands in their work, though nobody has set a last day', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const officerId = await aColleague(world, registry, 'case_officer')
  const theCase = await aCase(world, registry, { title: 'Trasig lekställning' })

  await registrar.post(`/arenden/${theCase.id}/fordela`, { officerId })

  const work = await (await (await as(world, officerId)).get('/')).text()
  assert.match(work, /Trasig lekställning/)
  assert.match(work, /Fördelat till dig/)
})
