import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { recordAt } from './model.ts'
import { csvBatches, type CsvBatch, type TailKey } from './queries/csv-batches.ts'

const folder = mkdtempSync(join(tmpdir(), 'kraftsam-csv-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const size = { records: 1000, bytes: 1_000_000 }

async function batchesOf(
  words: string | Uint8Array,
  columns: number,
  { tailKey, most = size }: { tailKey?: TailKey; most?: typeof size } = {},
): Promise<CsvBatch[]> {
  const path = join(folder, 'fil.csv')
  writeFileSync(path, words)
  const how = { columns, size: most, ...(tailKey === undefined ? {} : { tailKey }) }
  return Array.fromAsync(csvBatches(path, { byte: 0, line: 1 }, how))
}

const field = fc.oneof(
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((words) => `"${words.replaceAll('\0', '').replaceAll('"', '""')}"`),
  fc.constantFrom('', '1', 'två', '"a\nb"', '"c\r\nd"', '""""'),
)
const rows = fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 20 })
const ends = fc.constantFrom('\n', '\r\n')

test('every record is found whole and with its line, whatever stands inside quotes', async () => {
  await fc.assert(
    fc.asyncProperty(rows, ends, async (written, end) => {
      const records = written.map((row) => row.join(','))
      let line = 1
      const expected = records.map((record) => {
        const told = `${line},${record}\n`
        line += record.split('\n').length
        return told
      })

      const batches = await batchesOf(records.join(end) + end, 3)

      assert.equal(batches.map(({ bytes }) => bytes.toString()).join(''), expected.join(''))
      assert.deepEqual(
        batches.flatMap(({ broken }) => broken),
        [],
      )
    }),
    { numRuns: 200 },
  )
})

test('where the bytes end too early nothing is decided yet', () => {
  fc.assert(
    fc.property(rows, fc.nat(), (written, cut) => {
      const bytes = Buffer.from(written.map((row) => `${row.join(',')}\n`).join(''))
      const whole = recordAt(bytes, 0, { columns: 3, isLast: true })
      const early = recordAt(bytes.subarray(0, cut % bytes.length), 0, { columns: 3, isLast: false })
      assert.ok(early === null || early.end === whole?.end)
    }),
  )
})

test('a broken line is told with its number, and the good ones after it are read', async () => {
  const words = ['1,"a","b"', '2,"a"', '3,"a"b","c"', '', '4,"x","y"', '5,"never closed', '6,"p","q"'].join('\n')

  const [batch] = await batchesOf(`${words}\n`, 3)

  assert.equal(batch?.bytes.toString(), '1,1,"a","b"\n5,4,"x","y"\n7,6,"p","q"\n')
  assert.deepEqual(
    batch?.broken.map(({ line, reason }) => [line, reason]),
    [
      [2, 'columns'],
      [3, 'quotes'],
      [6, 'quotes'],
    ],
  )
})

test('the lines of a broken record that goes over several are told as one', async () => {
  const [batch] = await batchesOf('1,"a\nb\nc"\n2,"x","y"\n', 3)
  assert.deepEqual(batch?.broken, [{ line: 1, until: 3, reason: 'columns' }])
  assert.equal(batch?.bytes.toString(), '4,2,"x","y"\n')
})

test('bytes that are not UTF-8, and null characters, are a fault of their line alone', async () => {
  const words = Buffer.concat([Buffer.from('1,"å"\n2,"'), Buffer.from([0xe5]), Buffer.from('"\n3,"a\0b"\n4,"ö"')])
  const [batch] = await batchesOf(words, 2)
  assert.equal(batch?.bytes.toString(), '1,1,"å"\n4,4,"ö"\n')
  assert.deepEqual(
    batch?.broken.map(({ line, reason }) => [line, reason]),
    [
      [2, 'encoding'],
      [3, 'encoding'],
    ],
  )
})

test('a byte order mark is no part of the first field', async () => {
  const [batch] = await batchesOf('\ufeff1,"a"\n', 2)
  assert.equal(batch?.bytes.toString(), '1,1,"a"\n')
})

test('a quote that is never closed in a large file costs that record, not the memory', async () => {
  const record = `2,"${'x'.repeat(1_000_000)}"\n`
  const [batch] = await batchesOf(`1,"${'y'.repeat(17_000_000)}\n${record}`, 2, {
    most: { records: 9, bytes: 40_000_000 },
  })
  assert.deepEqual(batch?.broken, [{ line: 1, until: null, reason: 'too-long' }])
  assert.equal(batch?.records, 1)
})

test('the last column is kept apart under a key, without the lines that were refused', async () => {
  const tailKey = (first: string) => (first === '3' ? null : `id-${first}`)
  const [batch] = await batchesOf('1,a,"x\ny"\n"2",b,""\n3,c,"z"\n4,d,"å"\n', 3, { tailKey })
  assert.equal(batch?.bytes.toString(), '1,1,a\n3,"2",b\n4,3,c\n5,4,d\n')
  assert.equal(batch?.tails(new Set()).toString(), 'id-1,"x\ny"\nid-4,"å"\n')
  assert.equal(batch?.tails(new Set([1])).toString(), 'id-4,"å"\n')
})

test('from where a batch ended the rest is the same', async () => {
  const words = Array.from({ length: 50 }, (_, i) => `${i},"rad\n${i}"\n`).join('')
  const all = await batchesOf(words, 2, { most: { records: 7, bytes: 1e6 } })
  const third = all[2]
  const path = join(folder, 'fil.csv')
  const from = { byte: third?.lastByte ?? 0, line: third?.lastLine ?? 0 }
  const rest = await Array.fromAsync(csvBatches(path, from, { columns: 2, size: { records: 7, bytes: 1e6 } }))
  assert.deepEqual(
    rest.map(({ firstByte, bytes }) => [firstByte, bytes.toString()]),
    all.slice(3).map(({ firstByte, bytes }) => [firstByte, bytes.toString()]),
  )
})
