/** `/metrics` in Prometheus format: how many requests, how long, and how the process, the pool and the queue are. */

import { createHash, timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { NotFound } from '../errors.ts'
import type { Ctx, Parts } from './parts.ts'

export type Seen = { readonly method: string; readonly route: string; readonly status: number }

export type Metrics = {
  /** Notes one answer. `route` is the door's pattern, never an address with somebody's number in it. */
  readonly seen: (request: Seen, seconds: number) => void
  readonly text: () => Promise<string>
  readonly mediaType: string
  /** Whoever has it may read from anywhere; without one, only the machine itself may. */
  readonly token: string | undefined
}

/** What is asked for at each reading: connections in use and waiting, jobs waiting and failed. */
export type Readings = {
  readonly connections: () => { readonly total: number; readonly idle: number; readonly waiting: number }
  readonly jobs: () => Promise<{ readonly waiting: number; readonly failed: number }>
}

export function openMetrics(readings: Readings, token?: string): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'kraftsam_' })
  const labelNames = ['method', 'route', 'status'] as const
  const answers = new Counter({ name: 'kraftsam_http_answers_total', help: 'Answers given', labelNames, registers })
  const seconds = new Histogram({
    name: 'kraftsam_http_seconds',
    help: 'Time to the answer',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  watchStore(readings, registers)
  return {
    seen: ({ method, route, status }, taken) => {
      answers.inc({ method, route, status: String(status) })
      seconds.observe({ method, route }, taken)
    },
    text: () => registry.metrics(),
    mediaType: registry.contentType,
    token,
  }
}

function watchStore({ connections, jobs }: Readings, registers: Registry[]): void {
  new Gauge({
    name: 'kraftsam_database_connections',
    help: 'Connections to the database, by what they do',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(connections())) this.set({ state }, count)
    },
  })
  new Gauge({
    name: 'kraftsam_jobs',
    help: 'Jobs in the queue, waiting or given up',
    labelNames: ['state'],
    registers,
    async collect() {
      for (const [state, count] of Object.entries(await jobs())) this.set({ state }, count)
    },
  })
}

/** Answers whoever has the token, or, where there is none, the machine itself. To others the address does not exist. */
export async function metricsAnswer({ metrics }: Parts, c: Ctx): Promise<Response> {
  if (metrics === undefined || !isAllowed(metrics, c)) throw new NotFound()
  return c.body(await metrics.text(), 200, { 'Content-Type': metrics.mediaType })
}

function isAllowed({ token }: Metrics, c: Ctx): boolean {
  if (token !== undefined) return isSame(c.req.header('authorization') ?? '', `Bearer ${token}`)
  const isForwarded = c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(c.env?.address ?? '')
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
