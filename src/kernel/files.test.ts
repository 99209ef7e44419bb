import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { folderStore, type FileStore } from './files.ts'

const longAgo = new Date('2023-10-03T09:00:00+02:00')
const lately = new Date('2023-10-04T09:00:00+02:00')
const nobody = async () => false

let folder = ''
let store: FileStore
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kraftsam-store-'))
  store = folderStore(folder)
})
after(() => rm(folder, { recursive: true }))

const place = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)

async function anOldFile(words: string): Promise<string> {
  const { sha256 } = await store.keep(Buffer.from(words))
  await utimes(place(sha256), longAgo, longAgo)
  return sha256
}

test('a file is discarded when it is old and nobody wants it, and only then', async () => {
  const unwanted = await anOldFile('ingens')
  const wanted = await anOldFile('någons')
  const { sha256: fresh } = await store.keep(Buffer.from('ny'))

  const gone = await store.discard(unwanted, { before: lately, isWanted: nobody })
  const kept = await store.discard(wanted, { before: lately, isWanted: async () => true })
  const young = await store.discard(fresh, { before: lately, isWanted: nobody })
  const again = await store.discard(unwanted, { before: lately, isWanted: nobody })

  assert.deepEqual([gone, kept, young, again], [true, false, false, false])
  assert.deepEqual([unwanted, wanted, fresh].map(place).map(existsSync), [false, true, true])
  assert.deepEqual(await readdir(join(folder, 'leaving')), [])
})

test('the same bytes kept once more make the file new, also while it is being discarded', async () => {
  const touched = await anOldFile('kommer igen')
  await store.keep(Buffer.from('kommer igen'))
  const meanwhile = await anOldFile('kommer igen under tiden')

  const first = await store.discard(touched, { before: lately, isWanted: nobody })
  await store.discard(meanwhile, {
    before: lately,
    isWanted: async () => {
      await store.keep(Buffer.from('kommer igen under tiden'))
      return false
    },
  })

  assert.equal(first, false)
  assert.equal(Buffer.from(await store.read(meanwhile)).toString(), 'kommer igen under tiden')
})

test('two who discard the same file at once: it goes once, and neither falls', async () => {
  const sha256 = await anOldFile('båda tar den')

  const gone = await Promise.all([1, 2, 3, 4].map(() => store.discard(sha256, { before: lately, isWanted: nobody })))

  assert.equal(gone.filter(Boolean).length, 1)
  assert.equal(existsSync(place(sha256)), false)
})

test('a discarding that a power cut broke off is undone, and what broke off on its way in goes after a day', async () => {
  const sha256 = await anOldFile('avbruten')
  await mkdir(join(folder, 'incoming'), { recursive: true })
  await rename(place(sha256), join(folder, 'leaving', sha256))
  const [old, young] = ['gammal', 'nyss'].map((name) => join(folder, 'incoming', name))
  for (const path of [old, young]) await writeFile(path ?? '', 'halv')
  await utimes(old ?? '', longAgo, longAgo)

  await store.tidy(lately)

  assert.equal(Buffer.from(await store.read(sha256)).toString(), 'avbruten')
  assert.deepEqual(await readdir(join(folder, 'incoming')), ['nyss'])
})

test('a store that has never kept anything is tidy', async () => {
  await folderStore(join(folder, 'ny')).tidy(lately)
})

test('J-08 what is kept is read by nobody but who runs the system', async () => {
  const { sha256 } = await store.keep(Buffer.from('skyddat'))
  const { sha256: streamed } = await store.keepStream(Readable.from([Buffer.from('skyddat flöde')]))

  for (const each of [sha256, streamed]) {
    const [file, home] = [await stat(place(each)), await stat(dirname(place(each)))]
    assert.deepEqual([file.mode & 0o777, home.mode & 0o777], [0o600, 0o700])
  }
})
