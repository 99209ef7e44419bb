/** Builders for tests: messages as their bytes travel, and registrars with an address. */

import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Knocking, World } from '../../../test/support.ts'
import { aRegistry, type TestRegistry } from '../registry/fixtures.ts'

export type TestMail = {
  readonly from?: string
  readonly to?: string
  readonly subject?: string
  readonly id?: string
  readonly date?: string
  readonly headers?: readonly string[]
  readonly body?: string
  readonly files?: readonly TestFile[]
}

export type TestFile = { readonly name: string; readonly type?: string; readonly bytes: Uint8Array | string }

let number = 0

const usual = {
  from: 'Anna Berg <anna.berg@example.se>',
  to: 'namnden@malmo.example',
  subject: 'Fråga om gatan',
  date: 'Tue, 03 Oct 2023 08:30:00 +0200',
  body: 'Hej!\r\n\r\nJag vill veta när gatan blir klar.\r\n',
  headers: [],
  files: [],
}

/** A plain message, with attachments if there are any. Everything can be said otherwise. */
export function aMail(mail: TestMail = {}): Buffer {
  number += 1
  const { from, to, subject, date, id, headers, body, files } = {
    ...usual,
    id: `<${number}.${process.pid}@example.se>`,
    ...mail,
  }
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: ${id}`,
    'MIME-Version: 1.0',
    ...headers,
  ].join('\r\n')
  const words = `Content-Type: text/plain; charset=utf-8\r\n\r\n${body}`
  if (files.length === 0) return Buffer.from(`${head}\r\n${words}`)
  const parts = [words, ...files.map(attached)].map((part) => `--gransen\r\n${part}\r\n`).join('')
  return Buffer.from(`${head}\r\nContent-Type: multipart/mixed; boundary="gransen"\r\n\r\n${parts}--gransen--\r\n`)
}

function attached({ name, type = 'application/octet-stream', bytes }: TestFile): string {
  const encoded = Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/(.{76})/g, '$1\r\n')
  return `Content-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded}`
}

export type TestOffice = TestRegistry & { readonly address: string }

/** An authority with a registrar, whose board has an address. */
export async function anOffice(world: World, facts: Parameters<typeof aRegistry>[1] = {}): Promise<TestOffice> {
  const registry = await aRegistry(world, facts)
  const address = `${registry.prefix.toLowerCase()}@malmo.example`
  await world.db.updateTable('organisation.bodies').set({ email: address }).where('id', '=', registry.bodyId).execute()
  return { ...registry, address }
}

/** A ZIP whose directory says what it likes of its only entry; nothing in it is packed. */
export function aZip(
  entries: readonly { name: string; unpacked: number; packed?: number; encrypted?: boolean }[],
): Buffer {
  const directory = entries.map(({ name, unpacked, packed = 1000, encrypted = false }) => {
    const title = Buffer.from(name)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(encrypted ? 1 : 0, 8)
    entry.writeUInt32LE(packed, 20)
    entry.writeUInt32LE(unpacked, 24)
    entry.writeUInt16LE(title.length, 28)
    return Buffer.concat([entry, title])
  })
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  const whole = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(whole.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, whole, end])
}

/** So many megabytes of one file, as base64 in a message. */
export function aLargeMail(megabytes: number): Buffer {
  return aMail({ files: [{ name: 'stor.bin', bytes: Buffer.alloc(Math.floor(megabytes * 1024 * 1024 * 0.72), 7) }] })
}

export type Talk = {
  readonly socket: Socket
  readonly heard: () => string
  say(line: string | Buffer): void
  hears(code: RegExp): Promise<string>
}

/** A client of bare sockets, that says what it likes. */
export async function talk(port: number): Promise<Talk> {
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk) => void (heard += String(chunk)))
  socket.on('error', () => {})
  const hears = async (code: RegExp) => {
    for (let tries = 0; tries < 1500 && !code.test(heard); tries++) await pause(10)
    assert.match(heard, code)
    return heard
  }
  await hears(/^220 /m)
  return {
    socket,
    heard: () => heard,
    say: (line) => void socket.write(typeof line === 'string' ? `${line}\r\n` : line),
    hears,
  }
}

/** As far as DATA. */
export async function begun(port: number, to: string, from = 'a@example.se'): Promise<Talk> {
  const client = await talk(port)
  client.say('EHLO test')
  await client.hears(/250 /)
  client.say(`MAIL FROM:<${from}>`)
  await client.hears(/250 2\.1\.0|250 Accepted|(250[^]*){2}/)
  client.say(`RCPT TO:<${to}>`)
  client.say('DATA')
  await client.hears(/^354/m)
  return client
}

/** Takes in a message as the form does, and gives its id. */
export async function taken(registrar: Knocking, raw: Uint8Array, name = 'brev.eml'): Promise<string> {
  const sent = new FormData()
  sent.append('files', new Blob([Uint8Array.from(raw)]), name)
  const uploaded = await uploadsOf(registrar, sent)
  const answer = await registrar.api('/messages', { files: uploaded })
  assert.equal(answer.status, 200, await answer.clone().text())
  const { messages } = await answer.json()
  return messages[0].messageId
}

async function uploadsOf(registrar: Knocking, form: FormData): Promise<string[]> {
  const response = await registrar.send('/api/v1/uploads', form)
  const { uploads } = await response.json()
  return uploads.map(({ id }: { id: string }) => id)
}
