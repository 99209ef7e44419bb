/** Saving a template with its picture, which is cleaned before it is kept. */

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf } from '../../../kernel/errors.ts'
import { tick } from '../../../kernel/fields.ts'
import { uploadIds } from '../../../kernel/http/input.ts'
import { takeUploads, type Upload } from '../../../kernel/uploads.ts'
import { ownerKey } from '../model/owner.ts'
import { cleanPng } from '../model/png.ts'
import { cleanSvg, type NoPicture } from '../model/svg.ts'
import { templateForm } from '../model/template.ts'
import { findTemplate, getOwner, heldTemplate, keeperOf } from '../queries.ts'
import { text } from '../text.ts'
import { fromVersion, keep } from './versions.ts'

const mostBytes = 300_000

const saving = z.object({
  owner: ownerKey,
  version: fromVersion,
  ...templateForm.shape,
  /** A new picture. Without one the old stays. */
  logo: uploadIds,
  /** An SVG drawn as PNG by the browser, for word processors that do not draw SVG. */
  drawn: uploadIds,
  removeLogo: tick,
})

/** Says how the papers of a board, or of the house, look (dokumentmall). Papers made from now on look so; earlier ones stay. */
export const saveTemplate = command('templates.save-template', saving, async (ctx, given) => {
  const { owner: key, version, logo, drawn, removeLogo, ...form } = given
  const owner = await getOwner(ctx, key)
  allowAt(ctx, await keeperOf(ctx, owner))
  const [upload] = await takeUploads(ctx, logo.slice(-1), 'logo')
  const [fallback] = await takeUploads(ctx, drawn.slice(-1), 'logo')
  const before = removeLogo ? null : ((await heldTemplate(ctx, owner))?.content.logo ?? null)
  const digest = upload === undefined ? before : await keepPicture(ctx, upload, fallback)
  const content = { ...form, logo: digest }
  return {
    owner: owner.key,
    ...(await keep(ctx, { authorityId: owner.authorityId, kind: 'template', content }, version)),
  }
})

/**
 * Takes a template back to the standard (återgår till standard): an authority has the house's again, the house the usual. What it
 * had is a version still, and is restored with a press.
 */
export const clearTemplate = command(
  'templates.clear-template',
  z.object({ owner: ownerKey, version: fromVersion }),
  async (ctx, { owner: key, version }) => {
    const owner = await getOwner(ctx, key)
    const { authorityId } = owner
    allowAt(ctx, await keeperOf(ctx, owner))
    refuseIf((await findTemplate(ctx, authorityId)) === null ? [text.obstacle.alreadyStandard] : [])
    return { owner: owner.key, ...(await keep(ctx, { authorityId, kind: 'template', content: null }, version)) }
  },
)

type Picture = {
  readonly mediaType: 'image/svg+xml' | 'image/png'
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/** Throws `Invalid` with what is wrong with it. Gives its sum. */
async function keepPicture(ctx: Write, upload: Upload, drawn: Upload | undefined): Promise<string> {
  const picture = await read(ctx, upload)
  const isSvg = picture.mediaType === 'image/svg+xml'
  const fallback = isSvg && drawn !== undefined ? await read(ctx, drawn) : null
  const digest = createHash('sha256').update(picture.data).digest('hex')
  await ctx.db
    .insertInto('templates.logos')
    .values({
      digest,
      media_type: picture.mediaType,
      data: picture.data,
      width: picture.width,
      height: picture.height,
      fallback: fallback?.mediaType === 'image/png' ? fallback.data : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return digest
}

async function read(ctx: Write, upload: Upload): Promise<Picture> {
  if (upload.size > mostBytes) throw new Invalid({ logo: text.invalid.picture['too-large'] })
  const picture = cleaned(await ctx.files.read(upload.sha256))
  if (typeof picture === 'string') throw new Invalid({ logo: text.invalid.picture[picture] })
  return picture
}

/** By what it is, not by what its name says. */
function cleaned(bytes: Uint8Array): Picture | NoPicture {
  if (bytes[0] === 0x89) {
    const png = cleanPng(bytes)
    return typeof png === 'string' ? png : { ...png, mediaType: 'image/png', data: Buffer.from(png.bytes) }
  }
  const svg = cleanSvg(new TextDecoder().decode(bytes))
  return typeof svg === 'string' ? svg : { ...svg, mediaType: 'image/svg+xml', data: Buffer.from(svg.markup) }
}
