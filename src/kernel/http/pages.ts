/** Pages and forms: a person's doors. A form that is refused is the same page again with what they wrote. */

import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { openToAnyone, perform, read } from '../command.ts'
import { may, type Actor, type Read } from '../context.ts'
import { reading } from '../db.ts'
import { Forbidden, Invalid, NotFound, Refused, Unknown } from '../errors.ts'
import { together } from '../together.ts'
import { layout, plainLayout } from '../ui/layout.ts'
import type { Rejected, Screen } from '../ui/screen.ts'
import { saidBefore, sayNext, sessionToken, setSessionToken, themeOf } from './cookies.ts'
import { isMultipart, limits, limitsOfGuest, nest, readForm, wholeForm, type ReadForm } from './input.ts'
import { keepPace, patiently } from './pace.ts'
import { callerOf, readOf, type Asked, type Ctx, type Parts } from './parts.ts'
import { noteChange, readFor } from './replica.ts'
import type { Download, Form, May, Page, Sent, SessionDoor } from './route.ts'
import { refuseOtherSites } from './security.ts'
import { text } from './text.ts'
import { storeUploads } from './upload.ts'

/** Throws `Unknown` when a sign-in would help, `Forbidden` when it would not. */
export function admit(actor: Actor, who: May): void {
  if (who === 'anyone' || actor.isSystem) return
  if (actor.personId === null) throw new Unknown()
  if (who !== 'someone' && !may(actor, who)) throw new Forbidden(who)
}

/** A parameter that cannot be read is an address that does not exist. */
export function paramsOf(door: Page | Download, c: Ctx): never {
  const raw = { ...c.req.query(), ...c.req.param() }
  const result = door.params.safeParse(raw)
  if (!result.success) throw new NotFound()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by the door's own schema
  return result.data as never
}

export async function showPage(parts: Parts, door: Page, c: Ctx): Promise<Response> {
  const asked = c.get('asked')
  admit(asked.actor, door.may)
  const params = paramsOf(door, c)
  const show = () =>
    readFor(parts, c, (db) => {
      const ctx = { ...readOf(parts, asked), db }
      return besideNavigation(parts, ctx, door.show(ctx, params, undefined))
    })
  const { screen, waiting } = door.may === 'anyone' ? await patiently(c, asked.now, show) : await show()
  if ('elsewhere' in screen) return c.redirect(screen.elsewhere, 303)
  return c.html(frame(parts, c, { screen, waiting }))
}

/** A page, and what waits at each entry of the navigation, asked beside each other. */
async function besideNavigation<T>(parts: Parts, ctx: Read, shown: Promise<T>) {
  const counted = parts.navigation(ctx.actor).map(async ({ key, waiting }) => [key, await waiting?.(ctx)] as const)
  await together<unknown>([shown, ...counted])
  return { screen: await shown, waiting: new Map(await together(counted)) }
}

type Framed = {
  readonly screen: Screen
  /** By the key of the entry. Left out where there is no telling. */
  readonly waiting?: ReadonlyMap<string, number | undefined>
  readonly rejected?: Rejected | undefined
}

/** The screen inside the frame that every page has. */
export function frame(parts: Parts, c: Ctx, { screen, waiting, rejected }: Framed): string {
  const { signed, actor, now } = c.get('asked')
  if (signed === null) return plainFrame(parts, c, screen, rejected)
  c.header('Speculation-Rules', `"${parts.assets.href('speculation.json')}"`)
  return layout({
    screen,
    person: { name: actor.name, title: actor.title },
    authorities: signed.authorities,
    activeAuthority: actor.at,
    navigation: parts.navigation(actor).map(({ waiting: _, ...entry }) => {
      const count = waiting?.get(entry.key)
      return { ...entry, ...(count !== undefined && { count }) }
    }),
    path: c.req.path,
    theme: themeOf(c),
    assets: parts.assets,
    demo: parts.isDemo(),
    flash: saidBefore(c),
    now,
    ...(rejected === undefined ? {} : { rejected }),
  })
}

function plainFrame(parts: Parts, c: Ctx, screen: Screen, rejected: Rejected | undefined): string {
  return plainLayout({
    screen,
    path: c.req.path,
    theme: themeOf(c),
    assets: parts.assets,
    demo: parts.isDemo(),
    ...(rejected === undefined ? {} : { rejected }),
  })
}

type Input = { readonly sent: ReadForm; readonly flat: Record<string, string>; readonly raw: object }

/**
 * Form fields with path parameters over them: an address cannot be overruled by a field. Files become ids of the person's own
 * uploads; those of nobody in particular, at a door that is open to anyone, go to the command as they arrived.
 */
async function inputOf(parts: Parts, c: Ctx, isOpen = false): Promise<Input> {
  const arrived = await readForm(c, parts.files, isOpen ? limitsOfGuest : limits)
  const sent = isOpen ? arrived : { ...arrived, fields: await storeUploads(parts, c.get('asked'), arrived) }
  const raw = { ...nest(sent.fields), ...c.req.param(), ...(isOpen && { arrived: arrived.files }) }
  const flat = Object.fromEntries(Object.entries(sent.fields).map(([key, values]) => [key, values.at(-1) ?? '']))
  return { sent, flat: { ...flat, ...c.req.param() }, raw }
}

export async function takeForm(parts: Parts, door: Form, c: Ctx): Promise<Response> {
  refuseOtherSites(c)
  const asked = c.get('asked')
  const isOpen = openToAnyone.has(door.command.id)
  if (asked.actor.personId === null && !isOpen) throw new Unknown()
  if (isOpen) await admitGuest(parts, door, c)
  const { sent, flat, raw } = await inputOf(parts, c, isOpen)
  try {
    wholeForm(sent)
    await tryFirst(parts, door, { c, raw })
    const result = await perform(door.command, callerOf(parts, asked), raw)
    await noteChange(parts, c)
    const { tells } = door
    if (tells !== undefined) return await tell(parts, c, (ctx) => tells(ctx, flat, result))
    if (door.says !== undefined) sayNext(c, door.says(result))
    return c.redirect(door.then(flat, result), 303)
  } catch (error) {
    return showAgain(parts, c, { back: door.back, sent, flat, error })
  }
}

/** What must not stand in an address is told in the answer itself, once. */
async function tell(parts: Parts, c: Ctx, told: (ctx: Read) => Promise<Screen>): Promise<Response> {
  const asked = c.get('asked')
  const framed = await reading(parts.db, asked.actor, (db) => {
    const ctx = { ...readOf(parts, asked), db }
    return besideNavigation(parts, ctx, told(ctx))
  })
  return c.html(frame(parts, c, framed))
}

/** Where it is refused, the command itself is asked all the same: it says every reason. */
async function tryFirst(parts: Parts, { first }: Form, { c, raw }: { c: Ctx; raw: object }): Promise<void> {
  if (first === undefined) return
  try {
    await perform(first, callerOf(parts, c.get('asked')), raw)
    await noteChange(parts, c)
  } catch (error) {
    if (!isForThePerson(error)) throw error
  }
}

function isForThePerson(error: unknown): error is Invalid | Refused {
  return error instanceof Invalid || error instanceof Refused
}

/** Nothing of a file is kept before it is known that somebody may send it. */
async function admitGuest(parts: Parts, { knows }: Form, c: Ctx): Promise<void> {
  const asked = c.get('asked')
  keepPace(c, asked.now)
  if (!isMultipart(c)) return
  if (knows === undefined) throw new Invalid({ '': text.unreadable })
  const known = () => reading(parts.db, asked.actor, (db) => knows({ ...readOf(parts, asked), db }, c.req.param()))
  await patiently(c, asked.now, known)
}

type Again = { back: string; sent: ReadForm; flat: Record<string, string>; error: unknown }

async function showAgain(parts: Parts, c: Ctx, { back, sent, flat, error }: Again): Promise<Response> {
  if (!isForThePerson(error)) throw error
  const asked = c.get('asked')
  const door = parts.routes.find((route) => route.door === 'page' && route.path === back)
  if (door?.door !== 'page') throw new Error(`No page at ${back}`)
  admit(asked.actor, door.may)
  const rejected: Rejected = {
    values: Object.fromEntries(
      Object.entries(sent.fields).map(([k, v]) => [k, v.length === 1 && !k.endsWith('[]') ? (v[0] ?? '') : v]),
    ),
    fields: error instanceof Invalid ? error.fields : {},
    reasons: error instanceof Refused ? error.reasons : [],
    formPath: c.req.path,
    files: sent.files.map(({ field, name, sha256 }) => ({ field, name, sha256 })),
  }
  const params = read(door.params, flat) as never
  const { screen, waiting } = await reading(parts.db, asked.actor, (db) => {
    const ctx = { ...readOf(parts, asked), db }
    return besideNavigation(parts, ctx, door.show(ctx, params, rejected))
  })
  if ('elsewhere' in screen) throw error
  return c.html(frame(parts, c, { screen, waiting, rejected }), error instanceof Invalid ? 422 : 409)
}

/** Signing in and out: the only door whose result becomes a cookie. */
export async function changeSession(parts: Parts, door: SessionDoor, c: Ctx): Promise<Response> {
  refuseOtherSites(c)
  const asked: Asked = c.get('asked')
  // Nobody is known yet: files of just anyone's are not kept.
  if (isMultipart(c)) throw new Invalid({ '': text.unreadable })
  const { sent, flat, raw } = await inputOf(parts, c)
  wholeForm(sent)
  const whole = { ...raw, address: c.env?.address ?? 'unknown', sessionToken: sessionToken(c) }
  try {
    if (door.first !== undefined) await perform(door.first, callerOf(parts, asked), whole)
    const result = await perform(door.command, callerOf(parts, asked), whole)
    await noteChange(parts, c)
    const { token, to } = result as { token: string | null; to: string }
    setSessionToken(c, token)
    return c.redirect(to, 303)
  } catch (error) {
    return showAgain(parts, c, { back: door.back, sent, flat, error })
  }
}

const shown = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain'])

/** The version of what may be kept for the next time it is asked for; null: it is sent anew. */
function versionOf({ body, isFeed }: Sent): string | null {
  if ('make' in body) return `"${body.version}"`
  if (isFeed !== true) return null
  return `"${'sha256' in body ? body.sha256 : createHash('sha256').update(body).digest('hex')}"`
}

/** True when the one who asks has this version already. */
function isUnchanged(c: Ctx, version: string): boolean {
  const known = c.req.header('if-none-match')?.split(',') ?? []
  return known.some((one) => one.trim().replace(/^W\//, '') === version)
}

export async function sendFile(parts: Parts, door: Download, c: Ctx): Promise<Response> {
  const asked = c.get('asked')
  admit(asked.actor, door.may)
  const params = paramsOf(door, c)
  const find = () => readFor(parts, c, (db) => door.send({ ...readOf(parts, asked), db }, params))
  const sent = door.may === 'anyone' ? await patiently(c, asked.now, find) : await find()
  const version = versionOf(sent)
  const isKnown = version !== null && isUnchanged(c, version)
  const body = 'make' in sent.body ? (isKnown ? null : await sent.body.make()) : sent.body
  sayWhat(c, sent, version)
  if (isKnown || body === null) return c.body(null, 304)
  if (!('sha256' in body)) return c.body(Buffer.from(body))
  const stream = await parts.files.open(body.sha256)
  c.header('Content-Length', String(body.size))
  return c.body(Readable.toWeb(stream) as ReadableStream)
}

function sayWhat(c: Ctx, { name, mediaType, inline }: Sent, version: string | null): void {
  const isShown = inline && shown.has(mediaType.split(';')[0] ?? '')
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  c.header('Content-Type', mediaType.startsWith('text/') ? `${mediaType.split(';')[0]}; charset=utf-8` : mediaType)
  c.header(
    'Content-Disposition',
    `${isShown ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  if (version === null) return
  c.header('ETag', version)
  c.header('Cache-Control', 'private, no-cache')
}
