import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf, type Knocking } from '../../../test/support.ts'
import { aCase, aColleague, aRegistry } from '../registry/fixtures.ts'
import { dayFrom, titleFrom } from './model/register.ts'

const world = worldOf()

/** Sends files, and tells where their batch waits. */
async function gathered(person: Knocking, files: Readonly<Record<string, string>>): Promise<string> {
  const form = new FormData()
  for (const [name, words] of Object.entries(files))
    form.append('files[]', new File([words], name, { type: 'text/plain' }))
  const reply = await person.send('/registrera/flera', form)
  assert.equal(reply.status, 303, await reply.clone().text())
  return reply.headers.get('location') ?? ''
}

/** The fields of the rows as the page draws them. */
async function rowsOf(person: Knocking, path: string): Promise<Record<string, string>> {
  const page = await (await person.get(path)).text()
  const fields = [...page.matchAll(/name="(rows\.\d+\.(?:uploadId|title|party|datedOn))"[^>]*?value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, name, value]) => [name ?? '', value ?? '']))
}

test('many files become records in one case, in order, named and dated after their files, in one step', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const path = await gathered(registrar, { '2023-09-01_ansökan.pdf': '1', 'ritning_plan-1.pdf': '2', 'Foto.txt': '3' })

  const rows = await rowsOf(registrar, path)
  const changed = { ...rows, 'rows.1.title': 'Ritning, plan 1', 'rows.2.party': 'Fotografen' }
  const done = await registrar.post(path, {
    ...changed,
    caseNumber: theCase.referenceNumber,
    direction: 'in',
    party: 'Lisa Prov',
    datedOn: '2023-10-02',
  })
  const { records } = JSON.parse(await (await registrar.api(`/cases/${theCase.id}/records`)).text())

  assert.equal(done.headers.get('location'), `/arenden/${theCase.referenceNumber}/handlingar`)
  assert.deepEqual(
    records.map(({ title, party, datedOn, number }: Record<string, unknown>) => [number, title, party, datedOn]),
    [
      [1, 'Ansökan', 'Lisa Prov', '2023-09-01'],
      [2, 'Ritning, plan 1', 'Lisa Prov', '2023-10-02'],
      [3, 'Foto', 'Fotografen', '2023-10-02'],
    ],
  )
  assert.match(await (await registrar.get(path)).text(), /redan registrerade eller bortvalda/)
})

test('one row that is wrong stops all, says which, and loses nothing', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const path = await gathered(registrar, { 'a.txt': 'a', 'b.txt': 'b' })
  const rows = await rowsOf(registrar, path)

  const refused = await registrar.post(path, {
    ...rows,
    'rows.0.title': 'Mitt ord',
    'rows.1.title': '',
    caseNumber: theCase.referenceNumber,
  })
  const said = await refused.text()
  const { records } = JSON.parse(await (await registrar.api(`/cases/${theCase.id}/records`)).text())

  assert.equal(refused.status, 422)
  assert.match(said, /Skriv vad b\.txt gäller/)
  assert.match(said, /Skriv vem a\.txt kommer från/)
  assert.match(said, /value="Mitt ord"/)
  assert.deepEqual(records, [])
})

test('a file that is registered already is marked, and goes in only when it is meant; one can be left out', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const common = { caseNumber: theCase.referenceNumber, direction: 'internal' }
  const first = await gathered(registrar, { 'a.txt': 'samma' })
  await registrar.post(first, { ...(await rowsOf(registrar, first)), ...common })
  const path = await gathered(registrar, { 'a igen.txt': 'samma', 'b.txt': 'ny', 'c.txt': 'överflödig' })
  const rows = await rowsOf(registrar, path)

  const page = await (await registrar.get(path)).text()
  const refused = await registrar.post(path, { ...rows, ...common })
  const meant = await registrar.post(path, { ...rows, ...common, 'rows.0.acceptDuplicate': 'ja', 'rows.2.skip': 'ja' })
  const { records } = JSON.parse(await (await registrar.api(`/cases/${theCase.id}/records`)).text())

  assert.match(page, new RegExp(`Finns redan: 2023:1 i ${theCase.referenceNumber}`))
  assert.equal(refused.status, 422)
  assert.equal(meant.status, 303)
  assert.deepEqual(
    records.map(({ title }: { title: string }) => title),
    ['A', 'A igen', 'B'],
  )
})

test('B-16 a batch that is sent twice at once is registered once', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const path = await gathered(registrar, { 'a.txt': 'en', 'b.txt': 'två' })
  const fields = { ...(await rowsOf(registrar, path)), caseNumber: theCase.referenceNumber, direction: 'internal' }

  const replies = await Promise.all([registrar.post(path, fields), registrar.post(path, fields)])
  const { records } = JSON.parse(await (await registrar.api(`/cases/${theCase.id}/records`)).text())

  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [303, 409])
  assert.equal(records.length, 2)
})

test('files that wait are their sender’s own, are found again, and can be thrown away', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const colleague = await as(world, await aColleague(world, registry, 'registrar'))
  const path = await gathered(registrar, { 'a.txt': 'vänta' })

  const list = await (await registrar.get('/registrera/flera')).text()
  const theirs = await colleague.get(path)
  const thrown = await registrar.post(`${path}/ta-bort`)

  assert.ok(list.includes(path))
  assert.equal(theirs.status, 404)
  assert.equal(thrown.status, 303)
  assert.ok(!(await (await registrar.get('/registrera/flera')).text()).includes(path))
})

test('200 files are registered at once, and 201 are refused with words', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const files = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`fil ${n + 1}.txt`, `innehåll ${n}`]))
  const tooMany = new FormData()
  for (let n = 0; n <= 200; n++) tooMany.append('files[]', new File([`${n}`], `${n}.txt`))

  const path = await gathered(registrar, files)
  const done = await registrar.post(path, {
    ...(await rowsOf(registrar, path)),
    caseNumber: theCase.referenceNumber,
    direction: 'internal',
  })
  const { records } = JSON.parse(await (await registrar.api(`/cases/${theCase.id}/records`)).text())
  const refused = await registrar.send('/registrera/flera', tooMany)

  assert.equal(done.status, 303)
  assert.equal(records.length, 200)
  assert.equal(records.at(-1).title, 'Fil 200')
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Högst 200 filer/)
})

test('a program registers a batch without rows, and each file is called after its name', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const batchId = (await gathered(registrar, { '20230905 Protokoll.txt': 'p' })).split('/').at(-1)

  const reply = await registrar.api(`/batches/${batchId}/registrations`, {
    caseNumber: theCase.referenceNumber,
    direction: 'internal',
  })
  const { records } = JSON.parse(await (await registrar.api(`/cases/${theCase.id}/records`)).text())

  assert.equal(reply.status, 200)
  assert.deepEqual([records[0].title, records[0].datedOn], ['Protokoll', '2023-09-05'])
})

test('what a file’s name says', () => {
  const names = [
    '2023-10-05_skrivelse-från-anna.pdf',
    'IMG_2044.jpg',
    '.pdf',
    '20231399 fel.txt',
    'Bilaga 1.2 karta.pdf',
    '2023-10-05.pdf',
  ]

  assert.deepEqual(names.map(titleFrom), [
    'Skrivelse från anna',
    'IMG 2044',
    '.pdf',
    '20231399 fel',
    'Bilaga 1.2 karta',
    '2023-10-05.pdf',
  ])
  assert.deepEqual(names.map(dayFrom), ['2023-10-05', null, null, null, null, '2023-10-05'])
})

test('B-02 files that were taken in and not registered stand in the work of the one who did, until they are', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const colleague = await as(world, await aColleague(world, registry, 'registrar'))

  const path = await gathered(registrar, { 'a.txt': 'a', 'b.txt': 'b' })

  const work = await (await registrar.get('/')).text()
  assert.match(work, /2 filer som du tog in är inte registrerade/)
  assert.match(work, new RegExp(`href="${path}"`))
  assert.doesNotMatch(await (await colleague.get('/')).text(), /som du tog in/)

  await registrar.post(`${path}/ta-bort`, {})
  assert.doesNotMatch(await (await registrar.get('/')).text(), /som du tog in/)
})
