/** Case types (ärendetyper): what a new case of a kind usually says. */

export const directions = ['in', 'out', 'internal'] as const
export type FilingDirection = (typeof directions)[number]

export type CaseType = {
  readonly id: string
  readonly authorityId: string
  readonly name: string
  /** Rubrikmall: what stands in braces is filled in each time, 'Ansökan om bygglov {plats}'. */
  readonly title: string
  readonly classId: string | null
  readonly classCode: string | null
  readonly className: string | null
  readonly officerId: string | null
  readonly officerName: string | null
  readonly direction: FilingDirection
  readonly recordTitle: string | null
  readonly isActive: boolean
}

/** What of a template is still to be filled in: '{plats}'. */
export function blanksIn(title: string): string[] {
  return title.match(/\{[^{}]*\}/g) ?? []
}
