/** The position on a question or on the whole (I-19). */

import { z } from 'zod'
import { text } from '../text.ts'

export const stances = ['support', 'support_partly', 'oppose', 'no_objection', 'abstain', 'none'] as const
export type Stance = (typeof stances)[number]
export const stance = z.enum(stances)

/** "Tillstyrker delvis". */
export function stanceLabel(chosen: Stance): string {
  return text.stances[chosen]
}
