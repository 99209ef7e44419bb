/** The cookies there are: the session, and three plain choices (language, theme, authority) and a word to say once. */

import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Theme } from '../ui/screen.ts'
import type { Language } from '../words.ts'

const year = 365 * 24 * 3600

const session = '__Host-kraftsam'
const lasting = { path: '/', secure: true, sameSite: 'Lax', httpOnly: true } as const

export function sessionToken(c: Context): string | undefined {
  return getCookie(c, session)
}

/** Sets or drops the session. `__Host-` binds the cookie to this host alone. */
export function setSessionToken(c: Context, token: string | null): void {
  if (token === null) deleteCookie(c, session, lasting)
  else setCookie(c, session, token, lasting)
}

export type Choice = 'sprak' | 'tema' | 'myndighet'

export function choice(c: Context, name: Choice): string | undefined {
  return getCookie(c, name)
}

export function setChoice(c: Context, name: Choice, value: string): void {
  setCookie(c, name, value, { path: '/', secure: true, sameSite: 'Lax', httpOnly: true, maxAge: year })
}

/** The language chosen, else the one the browser asks for, else Swedish. */
export function languageOf(c: Context): Language {
  const chosen = choice(c, 'sprak') ?? c.req.header('accept-language') ?? 'sv'
  return /^en\b/i.test(chosen) ? 'en' : 'sv'
}

export function themeOf(c: Context): Theme {
  const chosen = choice(c, 'tema')
  return chosen === 'light' || chosen === 'dark' ? chosen : 'auto'
}

const word = 'sagt'

export function sayNext(c: Context, words: string): void {
  setCookie(c, word, words, { ...lasting, maxAge: 60 })
}

/** What the last form had to say; said once. */
export function saidBefore(c: Context): string | null {
  const words = getCookie(c, word)
  if (words === undefined) return null
  deleteCookie(c, word, lasting)
  return words
}

const mark = 'logg'

/** How far the store's log had come when this browser last changed something ('0/16B3748'), for a minute. */
export function reached(c: Context): string | undefined {
  const written = getCookie(c, mark)
  return written !== undefined && /^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/.test(written) ? written : undefined
}

export function setReached(c: Context, position: string): void {
  setCookie(c, mark, position, { ...lasting, maxAge: 60 })
}
