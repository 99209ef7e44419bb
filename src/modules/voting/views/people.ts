/** Who stands behind something: one by a few letters, more where there are more. */

import { html, type Html } from '../../../kernel/html.ts'
import { checkboxes, disclosure, select, type Choice, type Rejected } from '../../../kernel/ui/index.ts'
import { text } from '../text.ts'

/** `key` keeps apart the ids of two such on a page. */
export function peopleFields(choices: readonly Choice[], back: Rejected | undefined, key: string): Html {
  const others = back?.values['others[]']
  return html`${select({
    name: 'personId',
    label: text.who,
    choices,
    required: true,
    width: 'l',
    rejected: back,
    ...(back === undefined && { id: `vem-${key}` }),
  })}${disclosure({
    summary: text.others,
    open: others !== undefined && others.length > 0,
    body: checkboxes({
      name: 'others[]',
      label: text.others,
      choices,
      required: false,
      rejected: back,
      ...(back === undefined && { id: `fler-${key}` }),
    }),
  })}`
}
