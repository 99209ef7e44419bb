import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { buildAssets } from './assets.ts'

/** What everyone fetches on the first page, packed. The editor, and what stands beside a text, come only where they are used. */
const budget = { 'main.js': 14_000, 'app.css': 20_000, 'beside.js': 11_000, 'editor.js': 85_000 }

test('style and code are few bytes, packed both ways, and the same bytes when unpacked', async () => {
  const assets = await buildAssets()

  for (const [name, limit] of Object.entries(budget)) {
    const file = assets.files.get(assets.href(name))
    assert.ok(file?.gzip !== undefined && file.brotli !== undefined, name)
    assert.ok(file.gzip.length < limit, `${name} is ${file.gzip.length} bytes`)
    assert.deepEqual(gunzipSync(file.gzip), Buffer.from(file.bytes))
    assert.deepEqual(brotliDecompressSync(file.brotli), Buffer.from(file.bytes))
  }
})

test('a name holds the hash of its content, so the same sources give the same names', async () => {
  const [one, other] = [await buildAssets(), await buildAssets()]

  assert.deepEqual([...one.files.keys()].toSorted(), [...other.files.keys()].toSorted())
  assert.match(one.href('app.css'), /^\/assets\/app-[A-Z0-9]{8}\.css$/)
  assert.throws(() => one.href('annat.js'), /no asset called annat\.js/)
})

test('the style sheet fetches everything from ourselves, and nothing from data: addresses', async () => {
  const assets = await buildAssets()
  const sheet = Buffer.from(assets.files.get(assets.href('app.css'))?.bytes ?? []).toString()
  const addresses = [...sheet.matchAll(/url\(["']?([^"')]+)/g)].map(([, address]) => address ?? '')

  assert.ok(addresses.length > 0)
  assert.deepEqual(
    addresses.filter((address) => !assets.files.has(address)),
    [],
  )
})
