/** Static files from memory, under names that carry their hash, so that they may be kept for ever. */

import type { Assets } from '../ui/assets.ts'
import type { Ctx } from './parts.ts'

export function serveAsset(assets: Assets, c: Ctx): Response {
  const file = assets.files.get(c.req.path)
  if (file === undefined) return c.body(null, 404)
  c.header('Content-Type', file.type)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  c.header('Vary', 'Accept-Encoding')
  if (file.gzip !== undefined && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) {
    c.header('Content-Encoding', 'gzip')
    return c.body(Buffer.from(file.gzip))
  }
  return c.body(Buffer.from(file.bytes))
}
