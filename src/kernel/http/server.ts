/** Opens the socket, and closes it without losing a request that has begun. */

import { createServer, type Server } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Env } from './parts.ts'

export type Listening = { readonly port: number; readonly close: () => Promise<void> }

export type Where = {
  readonly host: string
  readonly port: number
  /** Addresses or networks of the proxies before us, with commas ('127.0.0.1, 10.0.0.0/8'). */
  readonly proxies?: string
}

/** Throws when one of them is no address. */
export function trustedProxies(written: string): BlockList {
  const list = new BlockList()
  for (const one of written
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')) {
    const [address = '', bits] = one.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(address) === 0) throw new Error(`KRAFTSAM_PROXIES: ${one} is not an address`)
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/** Who really calls: what a proxy of ours says, read from the end past our own proxies; nobody else is believed. */
export function callerBehind(
  trusted: BlockList,
  socket: string | undefined,
  forwarded: string | null,
): string | undefined {
  const isOurs = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  const plain = socket?.replace(/^::ffff:/, '')
  if (plain === undefined || !isOurs(plain)) return plain
  const way = (forwarded ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => isIP(part) !== 0)
  return way.findLast((address) => !isOurs(address)) ?? plain
}

/** Listens on a host and port (0: any free one). Throws as `listen` does, e.g. EADDRINUSE. */
export async function listen(app: Hono<Env>, { host, port, proxies = '' }: Where): Promise<Listening> {
  const trusted = trustedProxies(proxies)
  const listener = getRequestListener((request, env) => {
    const socket = 'incoming' in env ? env.incoming.socket.remoteAddress : undefined
    const address = callerBehind(trusted, socket, request.headers.get('x-forwarded-for'))
    return app.fetch(request, { ...env, ...(address === undefined ? {} : { address }) })
  })
  const server = createServer(listener)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const address = server.address()
  return { port: typeof address === 'object' && address !== null ? address.port : port, close: () => close(server) }
}

/** Milliseconds that requests which have begun are given to end, before those who never end theirs are let go of. */
const farewell = 10_000

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const letGo = setTimeout(() => server.closeAllConnections(), farewell)
    server.close(() => {
      clearTimeout(letGo)
      resolve()
    })
    server.closeIdleConnections()
  })
}
