/** The answer that placed passages make. Pure. */

import { speaking } from '../../../kernel/words.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { stanceLabel, stances, yesNoLabel, yesNos } from '../../drafting/index.ts'
import { decidedByLabel, deciders } from '../../referral/index.ts'
import type { QuestionField, WholeField } from './form.ts'
import { linesOf, plain } from './placing.ts'
import type { Passage } from './passage.ts'

/** The parts of an answer as a form would send them. */
export type RawAnswer = {
  readonly questionId: string
  readonly text: string
  readonly stance: string
  readonly processes: readonly Readonly<Record<'name' | 'lead' | 'where' | 'period', string>>[]
  readonly areas: readonly string[]
  readonly themes: readonly string[]
  readonly body: string
  readonly yesNo: string
  readonly number: string
  readonly chosen: readonly string[]
}

export type RawWhole = {
  readonly stance: string
  readonly decidedBy: string
  readonly decidedOn: string
  readonly paragraph: string
  readonly reservations: string
}

export type Raw = { readonly answers: readonly RawAnswer[]; readonly outside: string; readonly whole: RawWhole }

/** What stands in each place, for the questions that were asked. What fits no field is kept as words of the answer. */
export function assembled(passages: readonly Passage[], questionIds: readonly string[]): Raw {
  return speaking('sv', () => ({
    answers: questionIds.map((questionId) => answerOf(passages, questionId)),
    outside: running(passages.filter(({ standing }) => standing?.part === 'outside')),
    whole: wholeOf(passages),
  }))
}

function answerOf(passages: readonly Passage[], questionId: string): RawAnswer {
  const at = (field: QuestionField) =>
    passages.filter(
      ({ standing }) => standing?.part === 'question' && standing.questionId === questionId && standing.field === field,
    )
  const lines = (field: QuestionField) => at(field).flatMap((passage) => linesOf(valueIn(passage)))
  return {
    questionId,
    text: running(at('text')),
    stance: stanceOf(at('stance')),
    processes: at('processes').map(processOf),
    areas: lines('areas'),
    themes: lines('themes'),
    body: lines('body').join(' '),
    yesNo: yesNos.find((one) => at('yesNo').some((said) => isSame(yesNoLabel(one), valueIn(said)))) ?? '',
    number: at('amount').map(valueIn).join(' ').trim(),
    chosen: lines('chosen'),
  }
}

function processOf({ cells, text }: Passage) {
  const [name = '', lead = '', where = '', ...period] = cells ?? [text]
  const last = period.filter((cell) => cell !== '').join(', ')
  return { name: oneLine(name), lead: oneLine(lead), where: oneLine(where), period: oneLine(last) }
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** Paragraphs with a blank line between; items of one list without. */
function running(passages: readonly Passage[]): string {
  let words = ''
  let wasItem = false
  for (const { text } of passages) {
    const isItem = /^\s*(?:[-*•]|\d{1,4}[.)])\s/.test(text)
    if (words !== '') words += isItem && wasItem ? '\n' : '\n\n'
    words += text
    wasItem = isItem
  }
  return words
}

function wholeOf(passages: readonly Passage[]): RawWhole {
  const at = (field: WholeField) =>
    passages.filter(({ standing }) => standing?.part === 'whole' && standing.field === field)
  const decided = deciders.find((one) =>
    at('decidedBy').some((said) => isSame(capital(decidedByLabel(one)), valueIn(said))),
  )
  const value = (field: WholeField) => at(field).map(valueIn).join(' ').trim()
  return {
    stance: stanceOf(at('stance')),
    decidedBy: decided ?? '',
    decidedOn: value('decidedOn'),
    paragraph: value('paragraph'),
    reservations: running(at('reservations')),
  }
}

function stanceOf(passages: readonly Passage[]): string {
  const said = passages.map(valueIn)
  return stances.find((one) => said.some((words) => isSame(words, stanceLabel(one)))) ?? 'none'
}

/** "Ståndpunkt: Tillstyrker", where it was found by its label, and "Tillstyrker" in its own field say the same. */
function valueIn({ text, foundBy }: Passage): string {
  return (foundBy === 'label' ? text.replace(/^[^:\n]{1,120}:/, '') : text).trim()
}

function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other)
}
