import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf, type Knocking } from '../../../test/support.ts'
import { aCase, aColleague, aFile, aRecord, aRegistry, markedRecord } from './fixtures.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

/** An authority where a file with these words is in the registry already. */
async function anOffice(words = 'Samma ord') {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry, { title: 'Cykelväg' })
  const record = await aRecord(world, registry, { caseId: theCase.id, files: [aFile('brev.txt', words)] })
  const registrar = await as(world, registry.registrarId)
  const officer = await as(world, await aColleague(world, registry, 'case_officer'))
  return { registry, theCase, record, registrar, officer }
}

function send(who: Knocking, path: string, about: { readonly words: string; readonly fields: Record<string, string> }) {
  const form = new FormData()
  for (const [name, value] of Object.entries(about.fields)) form.append(name, value)
  const name = path.endsWith('/filer') ? 'files' : path === '/arenden/nytt' ? 'record.files[]' : 'files[]'
  form.append(name, new File([about.words], 'igen.txt', { type: 'text/plain' }))
  return who.send(path, form)
}

const letter = { direction: 'in', kind: 'letter', title: 'Brev', party: 'Lisa Prov' }

test('registering in a case, opening one and adding a file each say that the file is there, and take it when it is meant', async () => {
  const { theCase, record, registrar } = await anOffice()
  const opening = Object.fromEntries(Object.entries(letter).map(([name, value]) => [`record.${name}`, value]))
  const doors = [
    { path: `/arenden/${theCase.id}/handlingar`, fields: letter, tick: 'acceptDuplicates', files: 'files[]' },
    {
      path: '/arenden/nytt',
      fields: { title: 'Ett nytt ärende', ...opening },
      tick: 'record.acceptDuplicates',
      files: 'record.files[]',
    },
    { path: `/handlingar/${record.id}/filer`, fields: { position: '' }, tick: 'acceptDuplicates', files: 'files' },
  ]

  for (const { path, fields, tick, files } of doors) {
    const refused = await send(registrar, path, { words: 'Samma ord', fields })
    const said = await refused.text()
    const [, upload = ''] =
      new RegExp(`name="${files.replace('[]', '\\[\\]')}" value="([0-9a-f-]{36})"`).exec(said) ?? []
    const meant = await registrar.post(path, { ...fields, [files]: upload, [tick]: 'ja' })

    assert.equal(refused.status, 422, path)
    assert.match(said, new RegExp(`igen\\.txt finns redan i diariet: 2023:1 i ${theCase.referenceNumber}`))
    assert.match(said, new RegExp(`type="checkbox" id="[^"]*" name="${tick}"`))
    assert.equal(meant.status, 303, path)
  }
})

test('everything that is wrong with a record is said at once, the file that is there too', async () => {
  const { theCase, registrar } = await anOffice()

  const refused = await send(registrar, `/arenden/${theCase.id}/handlingar`, {
    words: 'Samma ord',
    fields: { ...letter, party: '', datedOn: '2023-10-11' },
  })
  const said = await refused.text()

  assert.equal(refused.status, 422)
  for (const words of [/finns redan i diariet/, /Skriv vem handlingen kommer från/, /Dagen kan inte ligga framåt/])
    assert.match(said, words)
})

test('J-08 a file of a marked record is told to those who may see it, and to nobody else; what is struck does not count', async () => {
  const { registry, theCase, record, registrar, officer } = await anOffice('Skyddad uppgift')
  const other = await aCase(world, registry)
  await markedRecord(world, registry, record.id)
  const path = `/arenden/${other.id}/handlingar`
  const again = { words: 'Skyddad uppgift', fields: letter }

  const [toOfficer, toRegistrar] = [await send(officer, path, again), await send(registrar, path, again)]
  const struck = await aRecord(world, registry, { caseId: theCase.id, files: [aFile('fel.txt', 'Fel')] })
  await registrar.api(`/records/${struck.id}/strike`, { reason: 'Fel' })
  const afterStriking = await send(registrar, path, { words: 'Fel', fields: letter })

  assert.deepEqual([toOfficer.status, toRegistrar.status, afterStriking.status], [303, 422, 303])
})
