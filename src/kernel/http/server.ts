/** Opens the socket, and closes it without losing a request that has begun. */

import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Env } from './parts.ts'

export type Listening = { readonly port: number; readonly close: () => Promise<void> }

/** Listens on a host and port (0: any free one). Throws as `listen` does, e.g. EADDRINUSE. */
export async function listen(app: Hono<Env>, host: string, port: number): Promise<Listening> {
  const listener = getRequestListener((request, env) => {
    const address = 'incoming' in env ? env.incoming.socket.remoteAddress : undefined
    return app.fetch(request, { ...env, ...(address === undefined ? {} : { address }) })
  })
  const server = createServer(listener)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const address = server.address()
  return { port: typeof address === 'object' && address !== null ? address.port : port, close: () => close(server) }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
