/** For the browser tests: a real server that draws one page of ours and keeps one draft, and a real browser. */

import { existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { isDeepStrictEqual } from 'node:util'
import type { Html } from '../kernel/html.ts'
import { buildAssets, layout, type Assets } from '../kernel/ui/index.ts'

/** What the saving endpoint does next: answer, answer after a while or with an error, or hang up on the caller. */
export type Mood = 'well' | 'slow' | 'hangs up' | 'saves and hangs up' | 'fails' | 'signed out' | 'refuses'

export type Draft = { version: number; fields: Record<string, unknown> }

export type Site = {
  readonly address: string
  readonly draft: Draft
  readonly posts: Draft['fields'][]
  readonly submitted: URLSearchParams[]
  mood: Mood
  /** Milliseconds before a form that was sent is answered. */
  formTakes: number
  close(): Promise<void>
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'"

export async function startSite(body: (draft: Draft) => Html, first: Draft['fields'] = {}): Promise<Site> {
  const assets = await buildAssets()
  const site: Site = {
    address: '',
    draft: { version: 1, fields: first },
    posts: [],
    submitted: [],
    mood: 'well',
    formTakes: 0,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done()))),
  }
  const server: Server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy)
    const asset = assets.files.get(request.url ?? '')
    if (asset !== undefined) return response.setHeader('content-type', asset.type).end(asset.bytes)
    if (request.url?.startsWith('/api/v1/suggest') === true)
      return response.setHeader('content-type', 'application/json').end(found)
    if (request.url === '/api/v1/phrases') return response.setHeader('content-type', 'application/json').end(phrases)
    if (request.url === '/spara') return void saveDraft(site, request, response)
    if (request.method === 'POST') return void takeForm(site, request, response)
    response.setHeader('content-type', 'text/html; charset=utf-8').end(draw(assets, body(site.draft)))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const bound = server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  return Object.assign(site, { address: `http://127.0.0.1:${port}/` })
}

const found = JSON.stringify({
  items: [
    { label: 'Områdeslyft 1541 hus', detail: 'STK-2019-15', href: '/arenden/1', kind: 'ärende' },
    { label: 'Remiss', detail: 'SN-2023-1541', href: '/arenden/2', kind: 'ärende' },
  ],
})

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const phrases = JSON.stringify([
  {
    name: 'Barnets rättigheter',
    shortcut: 'barn',
    plain: 'Barn berörs.',
    text: { content: [paragraph('Barn berörs.')] },
  },
  { name: 'Ekonomi', shortcut: 'ekonomi', plain: 'Ryms i budget.', text: { content: [paragraph('Ryms i budget.')] } },
])

function draw(assets: Assets, body: Html): string {
  return layout({
    screen: { title: 'Prov', body },
    person: { name: 'Elin Sand', title: 'Handläggare' },
    authorities: [
      { id: 'sn', name: 'Servicenämnden', short: 'SN' },
      { id: 'ks', name: 'Kommunstyrelsen', short: 'STK' },
    ],
    activeAuthority: 'sn',
    navigation: [
      { key: 'work', label: 'Mitt arbete', href: '/arbete' },
      { key: 'cases', label: 'Ärenden', href: '/arenden' },
    ],
    path: '/',
    assets,
    demo: false,
    now: new Date('2023-11-15T09:00:00Z'),
  })
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}

const refusals = { fails: 500, 'signed out': 401, refuses: 409 } as const

async function saveDraft(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const sent: Record<string, unknown> = JSON.parse(await textOf(request))
  const { mood } = site
  if (mood === 'slow') await new Promise((done) => setTimeout(done, 500))
  if (mood === 'hangs up') return void request.socket.destroy()
  response.setHeader('content-type', 'application/json')
  if (mood !== 'well' && mood !== 'slow' && mood !== 'saves and hangs up') {
    return void response.writeHead(refusals[mood]).end(JSON.stringify({ detail: 'Yttrandet är redan godkänt.' }))
  }
  const { version, ...fields } = sent
  const isKnown = isDeepStrictEqual(fields, site.draft.fields)
  if (version !== site.draft.version && !isKnown) {
    return void response.writeHead(409).end(JSON.stringify({ version: site.draft.version }))
  }
  site.posts.push(fields)
  if (!isKnown) Object.assign(site.draft, { version: site.draft.version + 1, fields })
  if (mood === 'saves and hangs up') return void request.socket.destroy()
  response.end(JSON.stringify({ version: site.draft.version, savedAt: '2023-11-15T09:42:00Z' }))
}

async function takeForm(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  site.submitted.push(new URLSearchParams(await textOf(request)))
  await new Promise((done) => setTimeout(done, site.formTakes))
  response.writeHead(303, { location: '/' }).end()
}

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The same Chromium either way; the first is it without windows, and takes a quarter less of the processor. */
const programs = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/** Debian's Chromium, or the one that KRAFTSAM_CHROMIUM names. */
export function openBrowser(): Promise<Browser> {
  const program = process.env['KRAFTSAM_CHROMIUM'] ?? programs.find((each) => existsSync(each))
  if (program === undefined) throw new Error('No Chromium here: apt-get install chromium-headless-shell')
  return chromium.launch({ executablePath: program, args: quiet })
}

/** What Chromium says when a page is left in the middle of a transition: not an error of ours. */
const leaving = /Transition was (aborted|skipped)/

/** A page in its own profile. An error in the page fails the test that made it. */
export async function openPage(browser: Browser, address: string, more: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 }, ...more })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    if (!leaving.test(error.message)) throw error
  })
  await page.goto(address)
  return page
}
