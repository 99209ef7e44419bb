/** The answer that placed passages make. Pure. */

import { fromText, richText, type RichText } from '../../../kernel/rich-text.ts'
import { speaking } from '../../../kernel/words.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { answerInput, stanceLabel, stances, yesNoLabel, yesNos } from '../../drafting/index.ts'
import { decidedByLabel, deciders } from '../../referral/index.ts'
import { text } from '../text.ts'
import type { Asked } from './asked.ts'
import { afterLabel, chosenIn, fits, isOneValued, linesOf, plain, rowOf, type Row } from './fitting.ts'
import { wordForm, type FormField, type QuestionField, type WholeField } from './form.ts'
import { standingKey, type Passage, type Standing } from './passage.ts'

/** The parts of an answer as a form would send them. */
export type RawAnswer = {
  readonly questionId: string
  readonly text: RichText
  readonly stance: string
  readonly processes: readonly Row[]
  readonly areas: readonly string[]
  readonly themes: readonly string[]
  readonly body: string
  readonly yesNo: string
  readonly number: string
  readonly chosen: readonly string[]
}

export type RawWhole = Readonly<Record<WholeField, string>>

export type Raw = { readonly answers: readonly RawAnswer[]; readonly outside: RichText; readonly whole: RawWhole }

/**
 * What stands in each place, for the questions that were asked. A field with one value takes the first that fits it; what fits
 * no field is kept as words of the answer.
 */
export function assembled(passages: readonly Passage[], asked: Asked): Raw {
  return speaking('sv', () => {
    const fields = wordForm(asked).parts.flatMap((part) => part.fields)
    const within = (is: (standing: NonNullable<Standing>) => boolean) =>
      partOf(
        fields,
        passages.filter(({ standing }) => standing !== null && is(standing)),
      )
    const whole = within(({ part }) => part === 'whole')
    const outside = within(({ part }) => part === 'outside')
    const beside = [...outside.words, ...whole.words].toSorted((a, b) => a.ordinal - b.ordinal)
    return {
      answers: asked.questions.map(({ id }) =>
        answerOf(
          id,
          within((standing) => standing.part === 'question' && standing.questionId === id),
        ),
      ),
      outside: fromText(running(beside)),
      whole: wholeOf(whole),
    }
  })
}

/** What is more than an answer has room for is told, with where it stands. */
export function obstaclesToParts({ answers, outside }: Raw, { questions }: Pick<Asked, 'questions'>): string[] {
  const tooMuch = questions.filter(({ id }) => {
    const answer = answers.find(({ questionId }) => questionId === id)
    return answer !== undefined && !answerInput.safeParse(answer).success
  })
  return [
    ...tooMuch.map(({ number }) => text.obstacle.tooMuch(number)),
    ...(richText.safeParse(outside).success ? [] : [text.obstacle.tooMuchOutside]),
  ]
}

/** What each field of a part was given, and what is words in it. */
type InPart = { readonly values: ReadonlyMap<string, readonly Given[]>; readonly words: readonly Passage[] }
type Given = { readonly value: string; readonly field: FormField; readonly passage: Passage }

function partOf(fields: readonly FormField[], passages: readonly Passage[]): InPart {
  const values = new Map<string, Given[]>()
  const words: Passage[] = []
  for (const passage of passages) {
    const field = fields.find(({ place }) => standingKey(place) === standingKey(passage.standing))
    const name = field === undefined || field.place.part === 'outside' ? 'text' : field.place.field
    const before = values.get(name) ?? []
    if (field === undefined || name === 'text' || !hasRoom(field, before, passage)) words.push(passage)
    else values.set(name, [...before, { value: valueIn(passage, field), field, passage }])
  }
  return { values, words }
}

function hasRoom(field: FormField, before: readonly Given[], passage: Passage): boolean {
  if (before.length > 0 && isOneValued(field)) return false
  const isRunning = field.control === 'rich'
  const text = isRunning ? running([...before.map((one) => one.passage), passage]) : valueIn(passage, field)
  return fits(field, { text, cells: passage.cells })
}

/** "Ståndpunkt: Tillstyrker", where it was found by its label, and "Tillstyrker" in its own field say the same. */
function valueIn({ text }: Passage, { label }: FormField): string {
  return afterLabel(text, label) ?? text.trim()
}

function answerOf(questionId: string, { values, words }: InPart): RawAnswer {
  const at = (field: QuestionField) => values.get(field) ?? []
  const lines = (field: QuestionField) => at(field).flatMap(({ value }) => linesOf(value))
  const one = (field: QuestionField) => at(field)[0]?.value ?? ''
  return {
    questionId,
    text: fromText(running(words)),
    stance: stanceIn(one('stance')),
    processes: at('processes').map(({ passage }) => rowOf(passage.cells ?? [passage.text])),
    areas: lines('areas'),
    themes: lines('themes'),
    body: one('body'),
    yesNo: yesNos.find((each) => isSame(yesNoLabel(each), one('yesNo'))) ?? '',
    number: one('amount'),
    chosen: at('chosen').flatMap(({ value, field }) => chosenIn(field.options, value) ?? []),
  }
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

function wholeOf({ values }: InPart): RawWhole {
  const at = (field: WholeField) => values.get(field) ?? []
  const one = (field: WholeField) => at(field)[0]?.value ?? ''
  return {
    stance: stanceIn(one('stance')),
    decidedBy: deciders.find((each) => isSame(capital(decidedByLabel(each)), one('decidedBy'))) ?? '',
    decidedOn: one('decidedOn'),
    paragraph: one('paragraph'),
    reservations: running(at('reservations').map(({ passage }) => passage)),
  }
}

function stanceIn(words: string): string {
  return stances.find((one) => isSame(words, stanceLabel(one))) ?? 'none'
}

function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other)
}
