import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf, type Knocking } from '../../../test/support.ts'
import { aCase, aColleague, aRegistry } from '../registry/fixtures.ts'

const world = worldOf()

const tuesday = new Date('2023-10-03T09:00:00+02:00')
const wednesday = new Date('2023-10-04T08:00:00+02:00')

async function gathered(person: Knocking, files: Readonly<Record<string, string>>): Promise<string> {
  const form = new FormData()
  for (const [name, words] of Object.entries(files))
    form.append('files[]', new File([words], name, { type: 'text/plain' }))
  return (await person.send('/registrera/flera', form)).headers.get('location') ?? ''
}

/** Somebody who began on the Tuesday, and colleagues. The world stands on the Wednesday afterwards. */
async function begunAndLeft() {
  world.now = tuesday
  const registry = await aRegistry(world)
  const absent = await as(world, registry.registrarId)
  const colleague = await as(world, await aColleague(world, registry, 'registrar'))
  const officer = await as(world, await aColleague(world, registry, 'case_officer'))
  const path = await gathered(absent, { 'hemlig ansökan.txt': 'a', 'b.txt': 'b' })
  world.now = wednesday
  const { name } = await world.db
    .selectFrom('organisation.people')
    .select('name')
    .where('id', '=', registry.registrarId)
    .executeTakeFirstOrThrow()
  return { registry, absent, colleague, officer, path, absentName: name }
}

const pageOf = async (person: Knocking, path: string) => (await person.get(path)).text()

test('B-02 what is begun is one’s own the first working day, and then seen by the other registrars in their work', async () => {
  const { colleague, officer, path, absentName } = await begunAndLeft()

  world.now = tuesday
  const firstDay = await colleague.get(path)
  const workFirstDay = await pageOf(colleague, '/')
  world.now = wednesday
  const work = await pageOf(colleague, '/')
  const list = await pageOf(colleague, '/registrera/flera')
  const page = await pageOf(colleague, path)

  assert.equal(firstDay.status, 404)
  assert.ok(!workFirstDay.includes(path))
  assert.ok(work.includes(path))
  assert.ok(work.includes(`2 filer som ${absentName} tog in är inte registrerade`))
  assert.ok(list.includes(path) && list.includes(absentName))
  assert.ok(page.includes(`Filerna är hos ${absentName}`))
  assert.match(page, /3 okt/)
  assert.ok(!page.includes('hemlig ansökan'))
  assert.equal((await officer.get(path)).status, 404)
  assert.ok(!(await pageOf(officer, '/')).includes(path))
})

test('B-02 what was begun on a Friday is shared on the Monday', async () => {
  world.now = new Date('2023-10-06T15:00:00+02:00')
  const registry = await aRegistry(world)
  const absent = await as(world, registry.registrarId)
  const colleague = await as(world, await aColleague(world, registry, 'registrar'))
  const path = await gathered(absent, { 'a.txt': 'fredag' })

  world.now = new Date('2023-10-08T23:00:00+02:00')
  const sunday = await colleague.get(path)
  world.now = new Date('2023-10-09T07:00:00+02:00')
  const monday = await colleague.get(path)

  assert.deepEqual([sunday.status, monday.status], [404, 200])
})

test('B-02 whoever takes it over gets the files, and both see whose it was and when', async () => {
  const { registry, absent, colleague, path, absentName } = await begunAndLeft()
  const theCase = await aCase(world, registry)
  const fields = { caseNumber: theCase.referenceNumber, direction: 'internal' }

  const before = await colleague.post(path, fields)
  const taken = await colleague.post(`${path}/ta-over`)
  const page = await pageOf(colleague, path)
  const theirs = await pageOf(absent, path)
  const afterwards = await absent.post(path, fields)
  const registered = await colleague.post(path, fields)
  const { records } = JSON.parse(await (await colleague.api(`/cases/${theCase.id}/records`)).text())

  assert.equal(before.status, 409)
  assert.equal(taken.status, 303)
  assert.match(page, /hemlig ansökan\.txt/)
  assert.ok(page.includes(`tog över från ${absentName}`))
  assert.ok(theirs.includes(`tog över från ${absentName}`))
  assert.equal(afterwards.status, 409)
  assert.equal(registered.status, 303)
  assert.equal(records.length, 2)
  assert.ok(!(await pageOf(absent, '/')).includes(path))
})

test('two who take it over at once: one has it, and the other is told who', async () => {
  const { registry, colleague, path } = await begunAndLeft()
  const third = await as(world, await aColleague(world, registry, 'registrar'))
  const id = path.split('/').at(-1)

  const replies = await Promise.all([colleague, third].map((each) => each.api(`/batches/${id}/take-over`, {})))
  const handovers = await world.db
    .selectFrom('intake.handovers')
    .selectAll()
    .where('batch_id', '=', id ?? '')
    .execute()

  const won = replies.filter(({ status }) => status === 200).length
  assert.ok(won >= 1)
  assert.equal(handovers.length, won) // taken from one after the other, or refused: never twice from the same
  assert.equal(new Set(handovers.map((each) => each.from_person)).size, handovers.length)
})

test('taking over is for the registrars of the authority, and not of what is one’s own or over', async () => {
  const { absent, colleague, officer, path } = await begunAndLeft()
  const stranger = await as(world, (await aRegistry(world)).registrarId)
  const id = path.split('/').at(-1)
  const statusOf = async (person: Knocking) => (await person.api(`/batches/${id}/take-over`, {})).status

  assert.equal(await statusOf(officer), 403)
  assert.equal(await statusOf(stranger), 404)
  assert.equal(await statusOf(absent), 409)
  await absent.post(`${path}/ta-bort`)
  assert.equal(await statusOf(colleague), 409)
})

test('a program lists what waits, with whose it is', async () => {
  const { colleague, path, absentName } = await begunAndLeft()

  const { batches } = JSON.parse(await (await colleague.api('/batches')).text())

  assert.partialDeepStrictEqual(batches, [
    { id: path.split('/').at(-1), personName: absentName, isMine: false, count: 2 },
  ])
})
