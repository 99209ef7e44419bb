/** Beskrivning av myndighetens allmänna handlingar (OSL 4:2, B-13): what the office says in its own words. */

/** In the order of the seven points of OSL 4:2. */
export const descriptionParts = [
  'organisation',
  'search',
  'technical',
  'contact',
  'secrecy',
  'exchange',
  'sale',
] as const
export type DescriptionPart = (typeof descriptionParts)[number]

/** The office's own words, part by part; null where it has said nothing. */
export type Description = Readonly<Record<DescriptionPart, string | null>> & { readonly changedAt: Date | null }

export const descriptionHref = '/utlamnanden/beskrivning'

/** The parts that the registry knows nothing of, and that are still empty: the description is not whole without them. */
export function missingParts(description: Description): DescriptionPart[] {
  const alone = ['technical', 'secrecy', 'exchange', 'sale'] as const
  return alone.filter((part) => description[part] === null)
}
