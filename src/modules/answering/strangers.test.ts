import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worldOf } from '../../../test/support.ts'
import { makeToken } from '../../kernel/secrets.ts'
import { aLinkedCompany, aWriter, formOf } from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

const prefixes = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'))

async function filesKept(): Promise<number> {
  const lists = await Promise.all(prefixes.map((prefix) => world.files.list(prefix)))
  return lists.flat().length
}

function handUp(path: string, files: readonly Uint8Array[]): Promise<Response> {
  const body = new FormData()
  for (const bytes of files) body.append('file', new File([Uint8Array.from(bytes)], 'svar.docx'))
  const headers = { origin: 'http://localhost', host: 'localhost' }
  return Promise.resolve(world.app.request(path, { method: 'POST', headers, body }))
}

const words = (said: string) => new TextEncoder().encode(said)

test('of what somebody without a link sends nothing is kept, whatever door it is sent to', async () => {
  const { token, holder } = await aLinkedCompany(world)
  const personId = await aWriter(holder)
  const other = await aWriter((await aLinkedCompany(world)).holder)
  const before = await filesKept()

  const replies = [
    await handUp(`/svar/${makeToken()}/skriv/${personId}/inlasning`, [words('Främmande ett.')]),
    await handUp(`/svar/${token}/skriv/${other}/inlasning`, [words('Främmande två.')]),
    await handUp(`/svar/${token}`, [words('Främmande tre.')]),
    await handUp(`/svar/${token}/skriv/${personId}/lamna`, [words('Främmande fyra.')]),
  ]

  assert.deepEqual(
    replies.map(({ status }) => status),
    [404, 404, 422, 422],
  )
  assert.equal(await filesKept(), before)
})

test('whoever has the link hands up one file, of at most 20 MB', async () => {
  const company = await aLinkedCompany(world)
  const path = `/svar/${company.token}/skriv/${await aWriter(company.holder)}/inlasning`
  const form = await formOf(company)

  const one = await handUp(path, [form])
  const two = await handUp(path, [form, words('En till.')])
  const large = await handUp(path, [new Uint8Array(21 * 1024 * 1024)])

  assert.deepEqual([one.status, two.status, large.status], [303, 422, 422])
  assert.match(await large.text(), /större än 20 MB/)
})

test('a link that was just made stands whole in the answer, once, and in no address', async () => {
  const { round, recipientId } = await aLinkedCompany(world)
  const ways = `/remisser/${round.roundId}/svar/${recipientId}/vagar`

  const made = await round.officer.post(`${ways}/ny`)
  const after = await round.officer.get(ways)

  assert.equal(made.status, 200)
  assert.equal(made.headers.get('location'), null)
  const [, token = ''] = /http:\/\/localhost\/svar\/([\w-]{43})/.exec(await made.text()) ?? []
  assert.equal((await world.app.request(`/svar/${token}`)).status, 200)
  assert.doesNotMatch(await after.text(), /\/svar\/[\w-]{43}/)
})
