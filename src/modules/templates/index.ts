/** What a board asks of its papers, and how they look: the face of the module. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { text } from './text.ts'

export { saveRules, saveTemplate } from './commands.ts'
export { dressed, type Look } from './model/dress.ts'
export type { FieldValues } from './model/merge.ts'
export { standardBody } from './model/standard-body.ts'
export { memoHeadings } from './model/template.ts'
export { lookOf, rulesAt, templateAt } from './queries.ts'

const keepers = ['administrator', 'secretary', 'registrar'] as const

export const templatesModule: Module = {
  name: 'templates',
  routes,
  grants: {
    'templates.save-rules': keepers,
    'templates.save-template': keepers,
    'templates.clear-template': keepers,
    'templates.restore': keepers,
  },
  navigation: [
    {
      key: 'templates',
      order: 92,
      label: () => text.title,
      href: '/mallar',
      may: 'templates.save-rules',
      isApart: true,
    },
  ],
}
