/**
 * So many people at once against a running server, in a process of its own so that it does not measure itself.
 *
 *   node client.ts '{"address":…,"bearer":…,"seconds":…,"atOnce":…,"asks":[{"method","path","body"}]}'
 */

import http from 'node:http'

export type Ask = { readonly method: string; readonly path: string; readonly body?: string }
export type Load = {
  readonly address: string
  readonly bearer: string
  readonly seconds: number
  readonly atOnce: number
  readonly asks: readonly Ask[]
}
export type Answers = {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly bad: number
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })

function one({ address, bearer }: Load, { method, path, body }: Ask): Promise<boolean> {
  const headers = {
    authorization: `Bearer ${bearer}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  return new Promise((resolve) => {
    const request = http.request(`${address}${path}`, { method, agent, headers }, (reply) => {
      reply.resume()
      reply.once('end', () => resolve((reply.statusCode ?? 500) < 400))
    })
    request.once('error', () => resolve(false))
    request.end(body)
  })
}

async function run(load: Load): Promise<Answers> {
  const taken: number[] = []
  let [next, bad] = [0, 0]
  const until = performance.now() + load.seconds * 1000
  const person = async (): Promise<void> => {
    while (performance.now() < until) {
      const ask = load.asks[next++ % load.asks.length]
      if (ask === undefined) return
      const began = performance.now()
      if (!(await one(load, ask))) bad++
      taken.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: load.atOnce }, person))
  taken.sort((a, b) => a - b)
  const at = (part: number) => taken[Math.floor((taken.length - 1) * part)] ?? Number.NaN
  return { perSecond: taken.length / load.seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), bad }
}

const [given] = process.argv.slice(2)
// oxlint-disable-next-line typescript/consistent-type-assertions -- what `load.ts` beside it sends
if (given !== undefined) process.stdout.write(JSON.stringify(await run(JSON.parse(given) as Load)))
process.exit(0)
