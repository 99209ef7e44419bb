/** The words about how far one that was asked has come. */

import { words } from '../../../kernel/words.ts'

export const text = words(
  {
    cameIn: (day: string) => `kommit in ${day}`,
    decided: (paragraph: number | null, day: string) =>
      paragraph === null ? `beslutat ${day}` : `§ ${paragraph}, ${day}`,
    adjusted: (day: string) => `justerat ${day}`,
    column: { cameOn: 'Kom in', paragraph: 'Paragraf', decidedOn: 'Beslutat', adjustedOn: 'Justerat' },
  },
  {
    cameIn: (day: string) => `received ${day}`,
    decided: (paragraph: number | null, day: string) =>
      paragraph === null ? `decided ${day}` : `§ ${paragraph}, ${day}`,
    adjusted: (day: string) => `adjusted ${day}`,
    column: { cameOn: 'Received', paragraph: 'Paragraph', decidedOn: 'Decided', adjustedOn: 'Adjusted' },
  },
)
