/** Whose rules and templates: an authority's, or the house's own, which hold where an authority has none. Pure. */

import { z } from 'zod'

/** 'huset', or the key of an authority. */
export const ownerKey = z.string().max(60)
export const house = 'huset'

export type Owner = {
  /** Null: the house. */
  readonly authorityId: string | null
  readonly key: string
  readonly name: string
}

export const versionKind = z.enum(['rules', 'template'])
export type VersionKind = z.output<typeof versionKind>

/** A saving: the latest of an owner and a kind holds. */
export type Version = {
  readonly id: string
  readonly version: number
  /** The version that this one is again. */
  readonly restored: number | null
  readonly savedAt: Date
  readonly savedByName: string
}
