/** The position on a question or on the whole (I-19). */

import { z } from 'zod'
import { text } from '../text.ts'

export const stances = ['support', 'support_partly', 'oppose', 'no_objection', 'abstain', 'none'] as const
export type Stance = (typeof stances)[number]
export const stance = z.enum(stances)

/** The position of one that was asked, answered or not (ej svar). */
export const positions = [...stances, 'no_answer'] as const
export type Position = (typeof positions)[number]

export function positionLabel(position: Position): string {
  return position === 'no_answer' ? text.noAnswer : stanceLabel(position)
}

/** "Tillstyrker delvis". */
export function stanceLabel(chosen: Stance): string {
  return text.stances[chosen]
}
