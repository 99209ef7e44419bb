/** The fields for the answer as a whole: the position, who decided and when, and what was reserved. */

import { html, type Html } from '../../../kernel/html.ts'
import {
  capital,
  dateField,
  field,
  radios,
  section,
  select,
  textArea,
  type Rejected,
} from '../../../kernel/ui/index.ts'
import { stanceLabel, stances } from '../../drafting/index.ts'
import { decidedByLabel, deciders } from '../../referral/index.ts'
import type { Asked, Whole } from '../model.ts'
import { text } from '../text.ts'

export type WholeProps = {
  readonly whole: Whole
  readonly asked: Pick<Asked, 'bodyKind'>
  readonly today?: string
  /** What the names begin with: 'whole.'. */
  readonly prefix?: string
  readonly abstain?: boolean
  readonly rejected: Rejected | undefined
}

export function wholeFields({ whole, asked, today, prefix = '', abstain = false, rejected }: WholeProps): Html {
  const t = text.write
  const name = (part: string) => `${prefix}${part}`
  const decidedBy = whole.decidedBy ?? (asked.bodyKind === 'company' ? 'company' : '')
  return html`
    ${radios({
      name: name('stance'),
      label: t.stance,
      value: whole.stance,
      inline: true,
      choices: stances
        .filter((one) => abstain || one !== 'abstain')
        .map((one) => ({ value: one, label: stanceLabel(one) })),
      rejected,
    })}
    ${select({
      name: name('decidedBy'),
      label: t.decidedBy,
      value: decidedBy,
      empty: t.notSaid,
      required: false,
      choices: deciders.map((one) => ({ value: one, label: capital(decidedByLabel(one)) })),
      rejected,
    })}
    ${dateField({ name: name('decidedOn'), label: t.decidedOn, value: whole.decidedOn, ...(today !== undefined && { max: today }), required: false, rejected })}
    ${field({ name: name('paragraph'), label: t.paragraph, help: t.paragraphHelp, value: whole.paragraph, width: 's', required: false, rejected })}
    ${textArea({ name: name('reservations'), label: t.reservations, value: whole.reservations, rows: 3, required: false, rejected })}
  `
}

/** The same as a part of the page where a file is read in. */
export function wholeForm(props: Omit<WholeProps, 'prefix' | 'abstain'>): Html {
  return section({ title: text.reading.whole, body: wholeFields({ ...props, prefix: 'whole.', abstain: true }) })
}
