/** The three registers side by side. */

import type { Html } from '../../../kernel/html.ts'
import { tabs } from '../../../kernel/ui/index.ts'
import { text } from '../text.ts'

export type Register = 'contacts' | 'caseTypes' | 'classes'

const places = { contacts: '/kontakter', caseTypes: '/arendetyper', classes: '/klassificering' } as const

export function registerTabs(current: Register): Html {
  const all: readonly Register[] = ['contacts', 'caseTypes', 'classes']
  return tabs(
    all.map((key) => ({ label: text[key].title, href: places[key], current: key === current })),
    text.registers,
  )
}
