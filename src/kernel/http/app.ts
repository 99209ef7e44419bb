/** All doors hung in one house: who asks, in what language, which door, and what is said when it stays shut. */

import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { nobody } from '../context.ts'
import { NotFound, TooMany } from '../errors.ts'
import { speaking } from '../words.ts'
import { takeCall, giveAnswer, takeUpload } from './api.ts'
import { serveAsset } from './assets.ts'
import { choice, languageOf, sessionToken, setChoice, type Choice } from './cookies.ts'
import { readText } from './input.ts'
import { metricsAnswer } from './metrics.ts'
import { openApi } from './openapi.ts'
import { changeSession, frame, sendFile, showPage, takeForm } from './pages.ts'
import type { Asked, Ctx, Env, Parts } from './parts.ts'
import { problemOf, type Problem } from './problems.ts'
import type { Route } from './route.ts'
import { sendNews } from './stream.ts'
import { problemScreen, type Lost, type Unsent } from './problem-screen.ts'
import { text } from './text.ts'
import { refuseOtherSites, secureHeaders } from './security.ts'

/** Builds the application. It can be called without a socket: `app.request(…)`. */
export function httpApp(parts: Parts): Hono<Env> {
  const app = new Hono<Env>()
  app.use(secureHeaders)
  app.use((c, next) => speaking(languageOf(c), next))
  app.get('/health', (c) => health(parts, c))
  app.get('/metrics', (c) => metricsAnswer(parts, c))
  app.get('/assets/*', (c) => serveAsset(parts.assets, c))
  app.get('/favicon.ico', (c) => c.body(null, 204))
  const description = openApi(parts.routes)
  app.get('/api/openapi.json', (c) => c.json(description))
  app.use(logged(parts))
  app.use(async (c, next) => {
    c.set('asked', await askedBy(parts, c))
    await next()
  })
  for (const [name, field] of choices) {
    app.post(`/${name}`, (c) => choose(c, name, field))
    app.get(`/${name}`, (c) => c.redirect('/', 303))
  }
  app.post('/api/v1/uploads', (c) => takeUpload(parts, c))
  for (const { path, back } of formsAlone(parts.routes)) app.get(path, (c) => c.redirect(addressOf(back, c), 303))
  for (const route of parts.routes) hang(app, parts, route)
  app.notFound((c) => fail(parts, c, new NotFound()))
  app.onError((error, c) => fail(parts, c, error))
  return app
}

/**
 * Forms whose address shows nothing by itself. It stands in the browser after a refusal, and is loaded again or copied: it leads
 * to the page the form is drawn on. Hung before the pages, since `/phrases/new` looks like a page for the phrase “new”.
 */
function formsAlone(routes: readonly Route[]): readonly { readonly path: string; readonly back: string }[] {
  const shown = new Set(
    routes.flatMap(({ door, path }) => (door === 'page' || door === 'download' ? [shapeOf(path)] : [])),
  )
  return routes.flatMap((route) =>
    (route.door === 'form' || route.door === 'session') && !shown.has(shapeOf(route.path)) ? [route] : [],
  )
}

function shapeOf(path: string): string {
  return path.replace(/:\w+/g, ':')
}

/** A page's address with the parameters of the one that was asked for. */
function addressOf(path: string, c: Ctx): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(c.req.param(name) ?? ''))
}

function hang(app: Hono<Env>, parts: Parts, route: Route): void {
  switch (route.door) {
    case 'page':
      return void app.get(route.path, (c) => showPage(parts, route, c))
    case 'form':
      return void app.post(route.path, (c) => takeForm(parts, route, c))
    case 'session':
      return void app.post(route.path, (c) => changeSession(parts, route, c))
    case 'download':
      return void app.get(route.path, (c) => sendFile(parts, route, c))
    case 'answer':
      return void app.get(route.path, (c) => giveAnswer(parts, route, c))
    case 'stream':
      return void app.get(route.path, (c) => sendNews(parts, route, c))
    case 'api':
      return void app.on(route.method, route.path, (c) => takeCall(parts, route, c))
  }
}

async function askedBy(parts: Parts, c: Ctx): Promise<Asked> {
  const now = parts.clock()
  const proof = proofOf(c)
  const isKnown = Object.values(proof).some((one) => one !== undefined)
  const signed = isKnown ? await parts.identify(parts.db, { ...proof, at: choice(c, 'myndighet') }, now) : null
  // A calendar program cannot sign in: an address that no longer opens is not there.
  if (proof.calendar !== undefined && signed === null) throw new NotFound()
  const id = c.get('asked')?.id ?? randomUUID()
  const actor = signed?.actor ?? nobody
  return { id, signed, actor, now, byBearer: proof.bearer !== undefined, origin: originOf(c) }
}

/** A form says where its page stands, also behind a proxy that takes away the s of https. */
function originOf(c: Ctx): string {
  const said = c.req.header('origin')
  if (said !== undefined && URL.canParse(said) && new URL(said).host === c.req.header('host')) return said
  return new URL(c.req.url).origin
}

/** What the request shows of who asks: one proof, the strongest. */
function proofOf(c: Ctx): { bearer?: string; calendar?: string; session?: string } {
  const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) return { bearer }
  const calendar = calendarKey(c)
  if (calendar !== undefined) return { calendar }
  const session = sessionToken(c)
  return session === undefined ? {} : { session }
}

/** A calendar program sends no header of ours, so its address carries the key; it opens that address and no other. */
function calendarKey(c: Ctx): string | undefined {
  return c.req.method === 'GET' ? /^\/kalender\/nyckel\/([\w-]{43})\//.exec(c.req.path)?.[1] : undefined
}

/** Choices that are the browser's own: the cookie and the field of its form. */
const choices = [
  ['sprak', 'language'],
  ['tema', 'theme'],
  ['myndighet', 'authority'],
] as const

/** Keeps a choice and goes back to where one was. */
async function choose(c: Ctx, name: Choice, field: string): Promise<Response> {
  refuseOtherSites(c)
  const fields = new URLSearchParams(await readText(c))
  setChoice(c, name, (fields.get(field) ?? '').slice(0, 64))
  return c.redirect(pathOf(fields.get('back') ?? c.req.header('referer')), 303)
}

/** Only ever a path of our own. */
function pathOf(address: string | undefined): string {
  if (address === undefined || !URL.canParse(address, 'http://here')) return '/'
  const { pathname, search } = new URL(address, 'http://here')
  return pathname.startsWith('//') ? '/' : pathname + search
}

/** Ready means that the store answers: a balancer then leaves a process alone whose database is away. */
async function health(parts: Parts, c: Ctx): Promise<Response> {
  const isUp = await sql`select 1`.execute(parts.db).then(
    () => true,
    () => false,
  )
  return isUp ? c.json({ status: 'ok' }) : c.json({ status: 'unavailable' }, 503)
}

function logged(parts: Parts): (c: Ctx, next: () => Promise<void>) => Promise<void> {
  return async (c, next) => {
    const started = performance.now()
    const id = randomUUID()
    c.set('asked', { id, signed: null, actor: nobody, now: parts.clock(), byBearer: false })
    await next()
    c.header('X-Request-Id', id)
    const seconds = (performance.now() - started) / 1000
    const done = { method: c.req.method, route: c.req.routePath, status: c.res.status }
    parts.metrics?.seen(done, seconds)
    parts.log.info({ id, ...done, ms: Math.round(seconds * 1000) })
  }
}

async function fail(parts: Parts, c: Ctx, error: unknown): Promise<Response> {
  const asked = c.get('asked') ?? { id: randomUUID(), signed: null, actor: nobody, now: parts.clock(), byBearer: false }
  c.set('asked', asked)
  const problem = problemOf(error, asked.id)
  note(parts, problem, error)
  const wait = waitOf(problem, error)
  if (wait !== undefined) c.header('Retry-After', String(wait))
  if (c.req.path.startsWith('/api/')) return problemJson(c, problem)
  if (problem.status === 401) return c.redirect(`/logga-in?till=${encodeURIComponent(pathOf(c.req.url))}`, 303)
  return c.html(frame(parts, c, { screen: problemScreen(problem, await nextOf(c, problem)) }), problem.status)
}

/** How one goes on with what was sent. */
async function nextOf(c: Ctx, { status }: Problem): Promise<Unsent | Lost | undefined> {
  if (c.req.method !== 'POST') return undefined
  if (status === 413) return { from: pathOf(c.req.header('referer')) }
  return status === 503 || status === 507 ? unsent(c) : undefined
}

function note(parts: Parts, { status, instance }: Problem, error: unknown): void {
  if (status >= 500)
    parts.log.error({ id: instance.replace('urn:uuid:', ''), err: error }, status === 500 ? 'bug' : 'unavailable')
}

/** Seconds. */
function waitOf({ status }: Problem, error: unknown): number | undefined {
  if (status === 503) return 5
  return error instanceof TooMany ? error.seconds : undefined
}

/** What the person wrote, when nothing could take it. */
async function unsent(c: Ctx): Promise<Unsent> {
  const isPlain = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded') === true
  const fields = isPlain ? [...new URLSearchParams(await c.req.text().catch(() => ''))] : null
  return { path: c.req.path, fields }
}

/** A program has no page to go to: what is not there is said in other words. */
function problemJson(c: Ctx, given: Problem): Response {
  const words = { title: text.title.missing, detail: text.detail.missing }
  const problem = given.status === 404 ? { ...given, ...words } : given
  return c.body(JSON.stringify(problem), problem.status, { 'Content-Type': 'application/problem+json' })
}
