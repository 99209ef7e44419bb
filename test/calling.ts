/** A program of somebody's: the JSON API over real HTTP, signed in as they are on the day it is. */

import assert from 'node:assert/strict'
import { z } from 'zod'

export const anything = z.record(z.string(), z.unknown())

export type Calling = {
  readonly get: <T extends z.ZodType>(path: string, shape: T) => Promise<z.output<T>>
  /** "POST cases", "PUT cases/SN-2023-1/officer". Fails with what the API said. */
  readonly send: (call: string, body?: object) => Promise<z.output<typeof anything>>
  /** Uploads a file and gives its id. */
  readonly upload: (name: string, bytes: Uint8Array) => Promise<string>
}

async function sessionOf(address: string, personId: string): Promise<string> {
  const reply = await fetch(`${address}/logga-in-som`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ personId, till: '/' }),
  })
  const [cookie] = reply.headers.getSetCookie()
  return cookie?.split(';')[0] ?? assert.fail(`Signing in answered ${reply.status}`)
}

async function said(call: string, reply: Response): Promise<unknown> {
  const words = await reply.text()
  assert.ok(reply.ok, `${call} answered ${reply.status}: ${words}`)
  return words === '' ? {} : JSON.parse(words)
}

/** Signs in through the door of the demo city. */
export async function calling(address: string, personId: string): Promise<Calling> {
  const headers = { cookie: await sessionOf(address, personId), origin: address, 'sec-fetch-site': 'same-origin' }
  const at = (path: string) => `${address}/api/v1/${path}`
  return {
    get: async (path, shape) => shape.parse(await said(path, await fetch(at(path), { headers }))),
    send: async (call, body = {}) => {
      const [method = 'POST', path = ''] = call.split(' ')
      const sent = { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
      return anything.parse(await said(call, await fetch(at(path), sent)))
    },
    upload: async (name, bytes) => {
      const body = new FormData()
      body.append('file', new File([Uint8Array.from(bytes)], name))
      const shape = z.object({ uploads: z.array(z.object({ id: z.string() })) })
      const { uploads } = shape.parse(await said(name, await fetch(at('uploads'), { method: 'POST', headers, body })))
      return uploads[0]?.id ?? assert.fail(`${name} was not taken`)
    },
  }
}
