import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { as, asking, statements, worldOf, type Knocking } from '../../../test/support.ts'
import { linkCases } from './commands/change.ts'
import { aCase, aColleague, aFile, aRecord, aRegistry, markedCase, provision, readersOf, stepping } from './fixtures.ts'
import { checkChain } from './model.ts'
import { getCase, listLedger } from './queries.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

async function aHiddenCase() {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry, { title: 'Skyddad familj', dueOn: '2023-10-20' })
  const record = await aRecord(world, registry, { caseId: theCase.id, title: 'Ansökan', files: [aFile('familj.txt')] })
  await markedCase(world, registry, theCase.id)
  const other = await as(world, await aColleague(world, registry, 'case_officer'))
  const registrar = await as(world, registry.registrarId)
  return { registry, theCase, record, other, registrar, fileId: record.files[0]?.id ?? '' }
}

/** What came back, with the ids that were asked for and those of the request taken out. */
async function plain(reply: Response, ids: readonly string[]): Promise<string> {
  const body = ids.reduce((words, id) => words.replaceAll(id, 'ID'), await reply.text())
  const headers = [...reply.headers].filter(([name]) => name !== 'x-request-id' && name !== 'content-length')
  const all = JSON.stringify([reply.status, headers, body])
  return all.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID')
}

const marking = { provision, reason: 'x', why: 'x' }

/** Every door of the registry that takes an id. */
const doors: readonly (readonly [string, (who: Knocking, id: string, more: string) => Promise<Response>])[] = [
  ...['', '/handlingar', '/historik', '/behorighet', '/handlingar.csv'].map(
    (tab) => [`page ${tab}`, (who: Knocking, id: string) => who.get(`/arenden/${id}${tab}`)] as const,
  ),
  ...['', '/records', '/secrecy', '/readings'].map(
    (tab) => [`answer ${tab}`, (who: Knocking, id: string) => who.api(`/cases/${id}${tab}`)] as const,
  ),
  ...['fordela', 'uppgifter', 'avsluta', 'handlingar', 'sekretess', 'behorighet'].map(
    (verb) =>
      [
        `form ${verb}`,
        (who: Knocking, id: string, officerId: string) =>
          who.post(`/arenden/${id}/${verb}`, { title: 'x', officerId, personId: officerId, party: 'x', ...marking }),
      ] as const,
  ),
  ['api close', (who, id) => who.api(`/cases/${id}/close`, {})],
  ['api register', (who, id) => who.api(`/cases/${id}/records`, { title: 'x', party: 'x' })],
  ['api mark', (who, id) => who.api(`/cases/${id}/marking`, marking)],
]

test('J-08 a case one has no need of answers as one that does not exist, at every door, in as many statements', async () => {
  const { theCase, other } = await aHiddenCase()
  const [hidden, random] = [theCase.id, randomUUID()]

  for (const [name, knock] of doors) {
    const asked = async (id: string) => plain(await knock(other, id, other.personId), [hidden, random])
    await asked(random) // what is asked for the first time is prepared
    const [there, nowhere] = [await asked(hidden), await asked(random)]
    assert.equal(there, nowhere, name)
    const [few, many] = [
      await statements(world, () => knock(other, hidden, other.personId)),
      await statements(world, () => knock(other, random, other.personId)),
    ]
    assert.equal(few, many, name)
  }
})

test('J-08 its number, its records and its files are not there either', async () => {
  const { theCase, record, fileId, other } = await aHiddenCase()
  const random = randomUUID()
  const pairs = [
    [`/arenden/${theCase.referenceNumber}`, `/arenden/${theCase.prefix}-2023-99`],
    [`/handlingar/${record.id}`, `/handlingar/${random}`],
    [`/filer/${fileId}`, `/filer/${random}`],
    [`/filer/${fileId}?visa=1`, `/filer/${random}?visa=1`],
  ] as const

  for (const [hidden, nowhere] of pairs) {
    const names = [theCase.referenceNumber, `${theCase.prefix}-2023-99`, record.id, fileId, random]
    assert.equal(await plain(await other.get(hidden), names), await plain(await other.get(nowhere), names), hidden)
    assert.equal(await statements(world, () => other.get(hidden)), await statements(world, () => other.get(nowhere)))
  }
  const calls = await Promise.all(
    [record.id, random].map(async (id) =>
      plain(await other.api(`/records/${id}/marking`, marking), [record.id, random]),
    ),
  )
  assert.equal(calls[0], calls[1])
})

test('J-08 lists, files, counts, links and work lists do not know of it; who has need sees it in all of them', async () => {
  const { registry, theCase, other, registrar } = await aHiddenCase()
  const open = await aCase(world, registry, { title: 'Öppet ärende' })
  await stepping(world, registry.registrarId, (ctx) => linkCases(ctx, open.id, theCase.id, 'related'))
  const head = await as(world, await aColleague(world, registry, 'head'))
  const doors = ['/', '/arenden', '/arenden?lage=alla', '/arenden.csv', `/arenden/${open.id}`, '/handlingar']

  const seen = async (who: Knocking) => {
    const pages = await Promise.all(doors.map(async (door) => (await who.get(door)).text()))
    return pages.map((page) => page.includes('Skyddad familj') || page.includes('>Ansökan'))
  }

  assert.deepEqual(await seen(other), [false, false, false, false, false, false])
  assert.deepEqual(await seen(head), [false, false, false, false, false, false])
  assert.deepEqual(await seen(registrar), [true, true, true, true, true, true])
})

test('B-05 B-06 the diary still has the date and the number of what lies in a hidden case, once each, page by page', async () => {
  const registry = await aRegistry(world)
  const cases = [await aCase(world, registry), await aCase(world, registry)]
  for (let n = 0; n < 112; n++)
    await aRecord(world, registry, { caseId: cases[n % 2]?.id ?? '', files: [], title: `Brev om ${n}` })
  await markedCase(world, registry, cases[1]?.id ?? '')
  const other = await as(world, await aColleague(world, registry, 'case_officer'))

  const numbers: string[] = []
  const pages: string[] = []
  for (let path: string | undefined = '/handlingar'; path !== undefined;) {
    const page: string = await (await other.get(path)).text()
    pages.push(page)
    numbers.push(...[...page.matchAll(/k-number">(2023:\d+)</g)].map((match) => match[1] ?? ''))
    path = /href="([^"]*efter=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }

  const all = Array.from({ length: 112 }, (_, index) => `2023:${112 - index}`)
  assert.deepEqual(numbers, all)
  assert.equal(pages.length, 3)
  assert.equal(pages.join('').match(/Brev om/g)?.length, 56)
  assert.ok(pages.join('').includes('Uppgift utelämnad'))
  const incoming = await (await other.get('/handlingar?riktning=out')).text()
  assert.ok(!incoming.includes('2023:'))
})

test('a secret case can be opened so that it is never seen, also by one who would not see it otherwise', async () => {
  const registry = await aRegistry(world)
  const secretary = await as(world, await aColleague(world, registry, 'secretary'))
  const other = await as(world, await aColleague(world, registry, 'case_officer'))

  const reply = await secretary.api('/cases', {
    title: 'Hot mot förtroendevald',
    secrecy: { provision: '18 kap. 8 § OSL' },
    record: { title: 'Anmälan', party: 'Polisen' },
  })

  const { caseId, recordId } = await reply.json()
  const statuses = [
    (await secretary.get(`/arenden/${caseId}`)).status,
    (await secretary.get(`/handlingar/${recordId}`)).status,
    (await other.get(`/arenden/${caseId}`)).status,
    (await other.get(`/handlingar/${recordId}`)).status,
  ]
  assert.deepEqual([reply.status, ...statuses], [200, 200, 200, 404, 404])
  const entries = await asking(world, (ctx) => listLedger(ctx, caseId))
  assert.deepEqual(checkChain(entries), [])
  assert.deepEqual(
    entries.map(({ event }) => event),
    ['case.opened', 'case.access-granted', 'case.marked', 'record.registered'],
  )
})

test('E-17 whoever opens a marked case, its records or their files is noted, whatever the tab', async () => {
  const { theCase, record, registrar, other, fileId } = await aHiddenCase()

  await other.get(`/arenden/${theCase.id}`)
  await registrar.get(`/arenden/${theCase.id}/historik`)
  await registrar.api(`/cases/${theCase.id}`)
  await registrar.get(`/filer/${fileId}`)

  const who = { personId: registrar.personId, seenIn: null }
  assert.deepEqual(await readersOf(world, theCase.id), [
    { ...who, recordId: null, fileId: null },
    { ...who, recordId: null, fileId: null },
    { ...who, recordId: record.id, fileId },
  ])
})

test('J-10 what the administrator decides over gives no sight of a hidden case', async () => {
  const { registry, theCase, fileId } = await aHiddenCase()
  const administrator = await as(world, await aColleague(world, registry, 'administrator'))

  const statuses = [
    (await administrator.get(`/arenden/${theCase.id}`)).status,
    (await administrator.get(`/filer/${fileId}`)).status,
    (await administrator.api(`/cases/${theCase.id}/access/${administrator.personId}`, { reason: 'x' }, 'PUT')).status,
  ]

  assert.deepEqual(statuses, [404, 404, 403])
})

test('what is registered in a marked case while it is being marked is as hidden as the rest', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)
  const other = await as(world, await aColleague(world, registry, 'case_officer'))

  const letters = Array.from({ length: 6 }, (_, n) =>
    aRecord(world, registry, { caseId: theCase.id, title: `Brev ${n}`, files: [] }),
  )
  await Promise.all([markedCase(world, registry, theCase.id), ...letters])

  const statuses = await Promise.all(
    (await Promise.all(letters)).map(async ({ id }) => (await other.get(`/handlingar/${id}`)).status),
  )
  assert.deepEqual(new Set(statuses), new Set([404]))
})

test('a lifted case is there again for everybody, with its history by need', async () => {
  const { theCase, registrar, other } = await aHiddenCase()
  const { markings } = await (await registrar.api(`/cases/${theCase.id}/secrecy`)).json()

  await registrar.api(`/markings/${markings[0].id}/lift`, { why: 'Hotet är över' })

  const page = await (await other.get(`/arenden/${theCase.id}`)).text()
  assert.ok(page.includes('Skyddad familj'))
  assert.ok(!page.includes('Hotet är över'))
  assert.equal((await asking(world, (ctx) => getCase(ctx, theCase.id))).isSecret, false)
})
