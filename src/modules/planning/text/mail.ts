/** What a letter says of a meeting that was moved or cancelled. It travels in the open: a hidden case is not named in it. */

import { here } from '../../../kernel/post-words.ts'
import { dayText } from '../../../kernel/ui/index.ts'
import { words } from '../../../kernel/words.ts'
import { planHref } from '../model/step.ts'

type Plan = {
  readonly id: string
  readonly referenceNumber: string
  readonly title: string
  readonly isSecret: boolean
  readonly bodyName: string
  readonly plannedFor: string
  readonly heldOn: string | null
}

/** `collision`: what the plan collides with now, in words. */
export type Told = { readonly plan: Plan; readonly collision: string | null }

const text = words(
  {
    moved: (body: string, from: string, to: string) => `Sammanträdet i ${body} ${from} är flyttat till ${to}`,
    cancelled: (body: string, from: string) => `Sammanträdet i ${body} ${from} är inställt`,
    reason: (reason: string) => `Skäl: ${reason}`,
    concerns: (count: number) =>
      count === 1 ? 'Det här ärendet var planerat till det:' : 'De här ärendena var planerade till det:',
    hidden: 'Ett ärende',
    steady: 'Planera om med ett tryck på ärendets beslutsplan.',
    heading: 'Planer som ändrats',
  },
  {
    moved: (body: string, from: string, to: string) => `The meeting of ${body} on ${from} is moved to ${to}`,
    cancelled: (body: string, from: string) => `The meeting of ${body} on ${from} is cancelled`,
    reason: (reason: string) => `Reason: ${reason}`,
    concerns: (count: number) => (count === 1 ? 'This case was planned for it:' : 'These cases were planned for it:'),
    hidden: 'A case',
    steady: 'Plan anew with one press on the plan of the case.',
    heading: 'Plans that have changed',
  },
)

function changeWords({ bodyName, plannedFor, heldOn }: Plan): string {
  return heldOn === null
    ? text.cancelled(bodyName, dayText(plannedFor))
    : text.moved(bodyName, dayText(plannedFor), dayText(heldOn))
}

function caseWords({ isSecret, referenceNumber, title }: Plan): string {
  return isSecret ? text.hidden : `${referenceNumber} ${title}`
}

function caseLines({ plan, collision }: Told): string {
  const lines = [`- ${caseWords(plan)}`, ...(collision === null ? [] : [`  ${collision}`]), `  ${here(planHref(plan))}`]
  return lines.join('\n')
}

export const mailWords = {
  subject: (plan: Plan) => changeWords(plan),
  letter: (told: readonly Told[], reason: string | null) => {
    const [first] = told
    const change = first === undefined ? '' : `${changeWords(first.plan)}.`
    const why = reason === null ? [] : [text.reason(reason)]
    const cases = `${text.concerns(told.length)}\n\n${told.map(caseLines).join('\n')}`
    return [[change, ...why].join('\n'), cases, text.steady].join('\n\n')
  },
  heading: () => text.heading,
  line: ({ plan, collision }: Told) =>
    `${caseWords(plan)}: ${changeWords(plan)}.${collision === null ? '' : ` ${collision}`}`,
}
