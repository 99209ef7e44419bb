import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { as, worldOf, type Knocking } from '../../../test/support.ts'
import { sweep } from '../../kernel/sweep.ts'
import { aCase, aRegistry } from '../registry/fixtures.ts'
import { aMail, anOffice, taken } from './fixtures.ts'

// The file store's own marks are of this day, so the world begins today.
const begin = new Date()
const world = worldOf(begin.toISOString())

const hashOf = (words: string | Uint8Array) => createHash('sha256').update(words).digest('hex')
const isThere = async (words: string | Uint8Array) =>
  (await world.files.list(hashOf(words).slice(0, 2))).includes(hashOf(words))
const days = (count: number) => new Date(begin.getTime() + count * 86_400_000)

/** A sweep on each of these nights. */
async function nights(...counts: readonly number[]): Promise<void> {
  for (const count of counts) {
    world.now = days(count)
    await sweep(world.caller())
  }
}

async function gathered(person: Knocking, ...all: readonly string[]): Promise<string> {
  const form = new FormData()
  for (const words of all) form.append('files[]', new File([words], `${words}.txt`, { type: 'text/plain' }))
  return (await person.send('/registrera/flera', form)).headers.get('location') ?? ''
}

async function aRegistrar() {
  world.now = begin
  const registry = await aRegistry(world)
  return { registry, registrar: await as(world, registry.registrarId) }
}

async function sent(person: Knocking, words: string): Promise<string> {
  const form = new FormData()
  form.append('files', new File([words], 'fil.txt', { type: 'text/plain' }))
  const { uploads } = await (await person.send('/api/v1/uploads', form)).json()
  return uploads[0].id
}

test('files of a batch that was thrown away are gone within three days, and not before', async () => {
  const { registrar } = await aRegistrar()
  const path = await gathered(registrar, 'kastad ett', 'kastad två')
  await registrar.post(`${path}/ta-bort`)

  await nights(0.5)
  assert.equal(await isThere('kastad ett'), true)
  await nights(1.5, 2.5)

  assert.deepEqual([await isThere('kastad ett'), await isThere('kastad två')], [false, false])
  assert.equal((await registrar.get(path)).status, 200)
})

test('an upload that no form came back for is kept a month; a batch that waits keeps its files for as long as it waits', async () => {
  const { registrar } = await aRegistrar()
  await sent(registrar, 'övergiven')
  const path = await gathered(registrar, 'väntar än')

  await nights(1, 2, 30)
  assert.equal(await isThere('övergiven'), true)
  await nights(32, 33, 34)

  assert.equal(await isThere('övergiven'), false)
  assert.equal(await isThere('väntar än'), true)
  assert.match(await (await registrar.get(path)).text(), /väntar än\.txt/)
})

test('what a record, or a message that is kept, has is never swept, however old: set aside is kept too', async () => {
  const { registry, registrar } = await aRegistrar()
  const theCase = await aCase(world, registry)
  const path = await gathered(registrar, 'registrerad')
  await registrar.post(path, { caseNumber: theCase.referenceNumber, direction: 'internal' })
  const office = await anOffice(world)
  const mailer = await as(world, office.registrarId)
  const letter = aMail({ to: office.address, files: [{ name: 'bilaga.txt', bytes: 'bilagans ord' }] })
  const messageId = await taken(mailer, letter)
  await mailer.post(`/inkorg/${messageId}/lagg-at-sidan`, { reason: 'minor' })

  await nights(1, 2, 40, 41, 42)

  assert.deepEqual(
    [await isThere('registrerad'), await isThere(letter), await isThere('bilagans ord')],
    [true, true, true],
  )
})

test('a file that is claimed again before it goes is kept, and its waiting begins anew when it is let go', async () => {
  const { registrar } = await aRegistrar()
  await registrar.post(`${await gathered(registrar, 'kommer tillbaka')}/ta-bort`)
  await nights(1)
  const again = await gathered(registrar, 'kommer tillbaka')
  await nights(2, 3)
  assert.equal(await isThere('kommer tillbaka'), true)

  await registrar.post(`${again}/ta-bort`)
  await nights(3.2)
  assert.equal(await isThere('kommer tillbaka'), true)
  await nights(4.2)

  assert.equal(await isThere('kommer tillbaka'), false)
})

test('a file that is claimed while the sweep goes on is put back', async () => {
  const { registrar } = await aRegistrar()
  await registrar.post(`${await gathered(registrar, 'i sista stund')}/ta-bort`)
  await nights(1)
  const uploadId = await sent(registrar, 'en annan')
  const caller = world.caller()
  world.now = days(2)
  const discard: typeof world.files.discard = (sha256, about) =>
    world.files.discard(sha256, {
      ...about,
      isWanted: async () => {
        await world.db
          .updateTable('kernel.uploads')
          .set({ sha256: hashOf('i sista stund') })
          .where('id', '=', uploadId)
          .execute()
        return about.isWanted()
      },
    })

  await sweep({ ...caller, now: days(2), files: { ...world.files, discard } })

  assert.equal(await isThere('i sista stund'), true)
})

test('two sweeps at once take away the same as one, and neither falls', async () => {
  const { registrar } = await aRegistrar()
  const all = Array.from({ length: 12 }, (_, n) => `dubbelsvept ${n}`)
  await registrar.post(`${await gathered(registrar, ...all)}/ta-bort`)
  const both = (now: Date) => Promise.all([sweep({ ...world.caller(), now }), sweep({ ...world.caller(), now })])

  await both(days(1))
  await both(days(2))

  assert.deepEqual(
    await Promise.all(all.map(isThere)),
    all.map(() => false),
  )
})

test('a batch whose form was sent twice keeps its files when the other is thrown away', async () => {
  const { registrar } = await aRegistrar()
  const files = [await sent(registrar, 'skickad två gånger')]
  const one = await (await registrar.api('/batches', { files })).json()
  const other = await (await registrar.api('/batches', { files })).json()

  await registrar.api(`/batches/${one.batchId}/discard`, {})
  await nights(1, 2, 3)

  assert.equal(await isThere('skickad två gånger'), true)
  assert.match(await (await registrar.get(`/registrera/flera/${other.batchId}`)).text(), /fil\.txt/)
})
