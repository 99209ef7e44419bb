/** Everything running: the store, the worker, the server. What `npm start` and the browser tests both start. */

import { greetingOf, isDemoCity, loadDemoCity } from '../seed/load/index.ts'
import { grants, jobs, navigation, routes, schedules, slots } from './app.ts'
import { whenThreadsFall } from './kernel/apart.ts'
import { openBell } from './kernel/bell.ts'
import { connectionsOf } from './kernel/db.ts'
import { httpApp } from './kernel/http/app.ts'
import { openMetrics, type Readings } from './kernel/http/metrics.ts'
import { replicaOn } from './kernel/http/replica.ts'
import { listen } from './kernel/http/server.ts'
import { startWorker, type Worker } from './kernel/jobs.ts'
import { isUnreachable } from './kernel/failures.ts'
import { openLog, type Log } from './kernel/log.ts'
import { notePostOffice, postJobs } from './kernel/post-office.ts'
import { longestArrival } from './kernel/sweep.ts'
import { buildAssets } from './kernel/ui/index.ts'
import { listenForMail } from './modules/intake/index.ts'
import { boardHref, watchBoard } from './modules/notices/index.ts'
import { identifyWith } from './modules/organisation/index.ts'
import type { Settings } from './settings.ts'
import { openStore, type Store } from './store.ts'

export type Running = { readonly port: number; readonly greeting: string; readonly stop: () => Promise<void> }

/** Throws when the store cannot be opened or the port is taken. `opening` is the store, where somebody has begun to open it. */
export async function serve(
  settings: Settings,
  clock: () => Date,
  opening: Promise<Store> = openStore(settings),
): Promise<Running> {
  const log = openLog(settings.logLevel)
  const [store, assets] = await Promise.all([opening, buildAssets()])
  const { db, files } = store
  if (settings.demo === 'yes' || (settings.demo === 'auto' && store.isEmbedded))
    await loadDemoCity({ db, files, slots, clock }, (words) => log.info(words))
  const isDemo = await isDemoCity(db)
  const base = { db, files, slots, isDemo }
  const unwatch = outliveTheDatabase(log)
  const unhear = whenThreadsFall((fallen) => log.warn(fallen, 'a thread gave no answer'))
  const worker = await startWork(store, { ...base, clock, log }, settings)
  const bell = openBell(db)
  const app = httpApp({
    ...base,
    bell,
    clock,
    log,
    routes,
    assets,
    navigation,
    identify: identifyWith(grants),
    isDemo: () => isDemo,
    metrics: openMetrics(readingsOf(store), settings.metricsToken),
    ...(store.replica === undefined ? {} : { replica: replicaOn(store.replica) }),
  })
  const server = await open(store, app, settings)
  const unwatchBoard = watchBoard({ db, isDemo, clock, log }, async () => app.request(boardHref))
  const mail = settings.mail === undefined ? undefined : await listenForMail({ ...base, clock, log }, settings.mail)
  return {
    port: server.port,
    greeting: greetingOf(server.address, isDemo),
    stop: () =>
      inTurn([() => mail?.stop(), unwatchBoard, bell.close, server.close, worker.stop, store.close, unwatch, unhear]),
  }
}

/** Opens the door, and notes where it is for letters. */
async function open({ db }: Store, app: ReturnType<typeof httpApp>, settings: Settings) {
  const server = await listen(app, settings)
  const address = `http://localhost:${server.port}`
  await notePostOffice(db, settings.post, { house: settings.house, listening: address })
  return { ...server, address }
}

async function inTurn(steps: readonly (() => unknown)[]): Promise<void> {
  for (const step of steps) await step()
}

/** The worker, once what a power cut left half done in the file store is put right. */
async function startWork(
  store: Store,
  ground: Parameters<typeof startWorker>[2],
  { post }: Pick<Settings, 'post'>,
): Promise<Worker> {
  await store.files.tidy(new Date(ground.clock().getTime() - longestArrival))
  const all = post === undefined ? jobs : { ...jobs, ...postJobs(post) }
  return startWorker(store.jobPool, all, { ...ground, schedules })
}

function readingsOf({ db, jobPool }: Store): Readings {
  const jobs = `select count(*) filter (where attempts < max_attempts) as waiting,
    count(*) filter (where attempts >= max_attempts) as failed from graphile_worker.jobs`
  return {
    connections: () => connectionsOf(db),
    jobs: async () => {
      const { rows } = await jobPool.query<{ waiting: string; failed: string }>(jobs)
      return { waiting: Number(rows[0]?.waiting ?? 0), failed: Number(rows[0]?.failed ?? 0) }
    },
  }
}

/**
 * The job library leaves a promise alone when its connection breaks (graphile-worker, failing or completing a job). That
 * the database is away is no reason to fall; every other promise that nobody waits for still is. Gives what takes it away.
 */
function outliveTheDatabase(log: Log): () => void {
  const outlive = (error: unknown) => {
    if (!isUnreachable(error)) throw error
    log.warn({ err: error }, 'the database went away')
  }
  process.on('unhandledRejection', outlive)
  return () => void process.off('unhandledRejection', outlive)
}
