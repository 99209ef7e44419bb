/** Answering from outside: by a personal link or a Word form, with no account. The face of the module. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'

export { askOnLink, join, makeLink, readAnswer, saveCells, submitAnswer, takeReading } from './commands.ts'
export { tagOf, type Place } from './model.ts'
export { formOf } from './routes/form.ts'

const sending = ['case_officer', 'registrar', 'secretary'] as const

export const answeringModule: Module = {
  name: 'answering',
  routes,
  slots,
  grants: {
    'answering.make-link': sending,
    'answering.send-link': sending,
    'answering.revoke-links': sending,
    'answering.read-answer': sending,
    'answering.read-message': ['registrar'],
    'answering.place': sending,
    'answering.part': sending,
    'answering.rejoin': sending,
    'answering.take-reading': sending,
  },
}
