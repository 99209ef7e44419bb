/**
 * Places that an upstream module leaves open for those downstream: a tab on the case, a row in "my work".
 * The module that owns the place declares its shape in `Slots`; the ones downstream fill it; the kernel only hands it over.
 */

// oxlint-disable-next-line no-empty-interface -- modules fill it by declaration merging
export interface Slots {}

export type Fillings = { readonly [K in keyof Slots]?: readonly Slots[K][] }

export type Filled = <K extends keyof Slots>(slot: K) => readonly Slots[K][]

/** All fillings of all modules, in river order. */
export function fill(modules: readonly { readonly slots?: Fillings }[]): Filled {
  return (slot) => modules.flatMap((module) => module.slots?.[slot] ?? [])
}
