/** The face of `roll`: who was at a meeting, who served for each item, and whether the body could decide. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'

export { callRoll, holdRoll, moveInRoll, recuse } from './commands/call.ts'
export type { Elected, ItemRoll, Serving } from './model/serving.ts'
export { isRollCalled, listElected, rollOf, type MeetingRoll } from './queries/roll.ts'
export { servingName } from './views/part.ts'

export const rollModule: Module = {
  name: 'roll',
  routes,
  slots,
  grants: {
    'roll.call': ['secretary'],
    'roll.move': ['secretary'],
    'roll.recuse': ['secretary'],
    'roll.withdraw-recusal': ['secretary'],
    'roll.set-seats': ['secretary', 'administrator'],
  },
}
