/** What a module hands the kernel to draw, and what the kernel adds around it. */

import type { Html } from '../html.ts'
import type { Assets } from './assets.ts'

/** One page as a module draws it. `section` is the key of the navigation entry it belongs under. */
export type Screen = {
  readonly title: string
  readonly body: Html
  readonly width?: 'reading' | 'wide'
  readonly section?: string
}

/** What was asked for stands at another address of ours. */
export type Elsewhere = { readonly elsewhere: string }

/**
 * A form that came back: the person's own words, what is wrong with each field, and the reasons the law or the state of
 * the matter gives. `formPath` is the address of the form, since a page may have several.
 */
export type Rejected = {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly fields: Readonly<Record<string, string>>
  readonly reasons: readonly string[]
  readonly formPath: string
  /** The files that came with it. */
  readonly files?: readonly { readonly field: string; readonly name: string; readonly sha256: string }[]
}

export type NavItem = {
  readonly key: string
  readonly label: string
  readonly href: string
  /** In the person's own menu. */
  readonly isApart?: true
  /** How many things wait there; not given where nothing is counted. */
  readonly count?: number
}

/** What waits is counted no further than this. */
export const mostWaiting = 99

/** `auto` follows the person's device. */
export type Theme = 'auto' | 'light' | 'dark'

export type LayoutPerson = { readonly name: string; readonly title: string; readonly initials?: string }
export type LayoutAuthority = { readonly id: string; readonly name: string; readonly short: string }

/** All that the layout needs to put a screen in its frame. Language is ambient (`words.ts`). */
export type LayoutFrame = {
  readonly screen: Screen
  readonly person: LayoutPerson | null
  readonly authorities: readonly LayoutAuthority[]
  readonly activeAuthority: string | null
  readonly navigation: readonly NavItem[]
  readonly path: string
  readonly assets: Assets
  readonly demo: boolean
  readonly rejected?: Rejected
  readonly flash?: string | null
  readonly theme?: Theme
  readonly version?: string
  readonly now: Date
}

/** For pages before and beside the system: sign-in, errors, answers by link. */
export type PlainFrame = {
  readonly screen: Screen
  readonly path: string
  readonly assets: Assets
  readonly demo: boolean
  readonly rejected?: Rejected
  readonly theme?: Theme
  readonly version?: string
}

/** The rejection only if it is this form that was rejected: a page may have several with the same field names. */
export function rejectionOf(rejected: Rejected | undefined, formPath: string): Rejected | undefined {
  return rejected?.formPath === formPath ? rejected : undefined
}
