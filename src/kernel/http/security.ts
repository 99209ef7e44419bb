/** Headers that every answer carries, and the check that a change was asked for by our own page. */

import type { Context, MiddlewareHandler } from 'hono'
import { CrossSite } from './problems.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Cache-Control': 'no-store',
}

export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
}

/**
 * A change that rides on a cookie must come from our own pages: by Fetch metadata where the browser sends it, else by
 * Origin. Throws `CrossSite`. A bearer token is never sent by a browser on its own, so it needs no such proof.
 */
export function refuseOtherSites(c: Context): void {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return
    throw new CrossSite()
  }
  const origin = c.req.header('origin')
  if (origin === undefined || !URL.canParse(origin)) throw new CrossSite()
  if (new URL(origin).host !== c.req.header('host')) throw new CrossSite()
}
