import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { worldOf } from '../../../test/support.ts'
import { aLinkedCompany, aWriter, formOf } from './fixtures.ts'
import { rewritten } from './fixtures/word.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

test('any bytes at all are read or told why not, never a fault of ours', async () => {
  const company = await aLinkedCompany(world)
  const personId = await aWriter(company.holder)
  const form = await formOf(company)
  const send = (bytes: Uint8Array) =>
    company.holder.api(`/people/${personId}/readings`, {
      file: { name: 'svar.docx', content: Buffer.from(bytes).toString('base64') },
    })
  const torn = fc.tuple(fc.nat(form.length - 1), fc.integer({ min: 0, max: 255 })).map(([at, byte]) => {
    const bytes = Uint8Array.from(form)
    bytes[at] = byte
    return bytes
  })
  const cut = fc.nat(form.length).map((length) => form.slice(0, length))
  const garbled = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .map((junk) => rewritten(form, (xml) => xml.replaceAll('</w:p>', junk)))
  const any = fc.oneof(fc.uint8Array({ maxLength: 400 }), torn, cut, garbled)

  await fc.assert(
    fc.asyncProperty(any, async (bytes) => {
      const { status } = await send(bytes)
      assert.ok([200, 422].includes(status), String(status))
    }),
    { numRuns: 60 },
  )
})
