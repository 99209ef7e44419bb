/** Templates with their pictures, read. */

import { z } from 'zod'
import type { Logo } from '../../../kernel/documents/index.ts'
import type { Read, Write } from '../../../kernel/context.ts'
import type { Owner } from '../model/owner.ts'
import type { Look } from '../model/dress.ts'
import { templateContent, type TemplateContent } from '../model/template.ts'
import { findLatest, type Kept } from './versions.ts'

export type Template = Omit<Kept, 'content'> & { readonly content: TemplateContent }

/** What an owner has of its own; null: nothing, or it has gone back to the standard. */
export async function findTemplate(ctx: Read | Write, authorityId: string | null): Promise<Template | null> {
  const latest = await findLatest(ctx, { authorityId, kind: 'template' })
  return latest === null || latest.content === null
    ? null
    : { ...latest, content: templateContent.parse(latest.content) }
}

/** The template that holds at an authority: its own, else the house's, else none. */
export async function templateAt(ctx: Read | Write, authorityId: string): Promise<Template | null> {
  return (await findTemplate(ctx, authorityId)) ?? findTemplate(ctx, null)
}

/** What holds for an owner: its own, else the house's. */
export async function heldTemplate(ctx: Read | Write, { authorityId }: Owner): Promise<Template | null> {
  return authorityId === null ? findTemplate(ctx, null) : templateAt(ctx, authorityId)
}

/** One version as a look, whatever holds now: a paper keeps the one it was made with. Null without an id. */
export async function lookOf(ctx: Read | Write, versionId: string | null): Promise<Look | null> {
  if (versionId === null) return null
  const row = await ctx.db
    .selectFrom('templates.versions')
    .select('content')
    .where('id', '=', versionId)
    .where('kind', '=', 'template')
    .executeTakeFirst()
  if (row === undefined || row.content === null) return null
  const template = templateContent.parse(row.content)
  return { template, logo: await findLogo(ctx, template.logo) }
}

/** The picture, ready for a paper. */
export async function findLogo(ctx: Read | Write, digest: string | null): Promise<Logo | null> {
  if (digest === null) return null
  const row = await ctx.db
    .selectFrom('templates.logos')
    .select(['media_type as mediaType', 'data', 'width', 'height', 'fallback'])
    .where('digest', '=', digest)
    .executeTakeFirst()
  if (row === undefined) return null
  const { mediaType, width, height } = row
  const data = bytesOf(row.data)
  const fallback = row.fallback === null ? null : bytesOf(row.fallback).toString('base64')
  return mediaType === 'image/png'
    ? { format: 'png', base64: data.toString('base64'), width, height }
    : { format: 'svg', markup: data.toString('utf8'), width, height, fallback }
}

function bytesOf(value: unknown): Buffer {
  return Buffer.from(z.instanceof(Uint8Array).parse(value))
}
