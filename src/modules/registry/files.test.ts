import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, aFile, aRecord, aRegistry } from './fixtures.ts'
import { getRecord } from './queries.ts'

const world = worldOf('2023-10-10T23:30:00+02:00')

test('a new version stands after the one before, which can still be read', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const record = await aRecord(world, registry, { caseId: theCase.id, files: [aFile('utkast.txt', 'Första')] })
  const form = new FormData()
  form.append('position', '1')
  form.append('files', new File(['Andra'], 'slutlig.txt', { type: 'text/plain' }))

  const reply = await registrar.send(`/handlingar/${record.id}/filer`, form)

  assert.equal(reply.status, 303)
  const { files } = await asking(world, (ctx) => getRecord(ctx, record.id))
  assert.deepEqual(
    files.map((file) => [file.position, file.version, file.name]),
    [
      [1, 1, 'utkast.txt'],
      [1, 2, 'slutlig.txt'],
    ],
  )
  const words = await Promise.all(files.map(async (file) => (await registrar.get(`/filer/${file.id}`)).text()))
  assert.deepEqual(words, ['Första', 'Andra'])
  const page = await (await registrar.get(`/handlingar/${record.id}`)).text()
  assert.match(page, /1 tidigare version/)
})

test('ten who add a version at once add ten versions', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const record = await aRecord(world, registry, { caseId: theCase.id })
  const add = async (index: number) => {
    const form = new FormData()
    form.append('position', '1')
    form.append('files', new File([`Version ${index}`], 'skrivelse.txt', { type: 'text/plain' }))
    return (await registrar.send(`/handlingar/${record.id}/filer`, form)).status
  }

  const statuses = await Promise.all(Array.from({ length: 10 }, (_, index) => add(index)))

  assert.deepEqual(new Set(statuses), new Set([303]))
  const { files } = await asking(world, (ctx) => getRecord(ctx, record.id))
  assert.deepEqual(
    files.map((file) => file.version),
    Array.from({ length: 11 }, (_, i) => i + 1),
  )
})

test('a file more in a record stands last, and a version of a file that is not there is refused', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const record = await aRecord(world, registry, { caseId: theCase.id })
  const form = (position: string) => {
    const made = new FormData()
    made.append('position', position)
    made.append('files', new File([`Bilaga ${position}`], 'bilaga.txt', { type: 'text/plain' }))
    return made
  }

  const [added, refused, empty] = [
    await registrar.send(`/handlingar/${record.id}/filer`, form('')),
    await registrar.send(`/handlingar/${record.id}/filer`, form('7')),
    await registrar.post(`/handlingar/${record.id}/filer`, { position: '1' }),
  ]

  assert.deepEqual([added.status, refused.status, empty.status], [303, 409, 422])
  assert.match(await empty.text(), /Välj en fil\./)
  const { files } = await asking(world, (ctx) => getRecord(ctx, record.id))
  assert.deepEqual(
    files.map((file) => [file.position, file.version]),
    [
      [1, 1],
      [2, 1],
    ],
  )
})

test("another person's upload is not taken", async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)
  const [registrar, other] = [
    await as(world, registry.registrarId),
    await as(world, await aColleague(world, registry, 'case_officer')),
  ]
  const form = new FormData()
  form.append('title', 'Hemligt utkast')
  form.append('direction', 'in')
  form.append('files[]', new File(['Mitt'], 'mitt.txt', { type: 'text/plain' }))
  const refused = await (await registrar.send(`/arenden/${theCase.id}/handlingar`, form)).text()
  const uploadId = /name="files\[\]" value="([^"]+)"/.exec(refused)?.[1] ?? ''

  const reply = await other.api(`/cases/${theCase.id}/records`, {
    title: 'Taget',
    direction: 'internal',
    files: [uploadId],
  })

  assert.match(uploadId, /^[0-9a-f-]{36}$/)
  assert.equal(reply.status, 422)
})

test('text, PDF and images are shown in the browser; what could run is only ever downloaded', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const bytes = new TextEncoder().encode('<script>alert(1)</script>')
  const sent = [
    { name: 'text.txt', mediaType: 'text/plain', bytes },
    { name: 'förslag.pdf', mediaType: 'application/octet-stream', bytes },
    { name: 'sida.html', mediaType: 'text/html', bytes },
    { name: 'bild.svg', mediaType: 'image/svg+xml', bytes },
  ]
  const record = await aRecord(world, registry, { caseId: theCase.id, files: sent })

  const replies = await Promise.all(record.files.map((file) => registrar.get(`/filer/${file.id}?visa=1`)))

  assert.deepEqual(
    replies.map((reply) => [
      reply.headers.get('content-type'),
      reply.headers.get('content-disposition')?.split(';')[0],
    ]),
    [
      ['text/plain; charset=utf-8', 'inline'],
      ['application/pdf', 'inline'],
      ['text/html; charset=utf-8', 'attachment'],
      ['image/svg+xml', 'attachment'],
    ],
  )
  assert.match(replies[1]?.headers.get('content-disposition') ?? '', /filename\*=UTF-8''f%C3%B6rslag\.pdf/)
})

test('without being asked to show it, the browser saves the file under its own name', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const record = await aRecord(world, registry, { caseId: theCase.id })

  const reply = await registrar.get(`/filer/${record.files[0]?.id}`)

  assert.match(reply.headers.get('content-disposition') ?? '', /^attachment; filename="skrivelse\.txt"/)
  assert.equal(await reply.text(), 'Hej')
})
