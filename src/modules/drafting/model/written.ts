/** A draft as something to check: its words, each with the field it is written in. Pure. */

import type { RichBlock, RichText } from '../../../kernel/rich-text.ts'
import { linesOf } from '../../../kernel/rich-words.ts'
import type { Piece, Written, WrittenHeading } from '../../checking/index.ts'
import type { Words } from './draft.ts'
import { meetingOf } from './meeting.ts'
import type { MemoContent } from './memo.ts'
import { isAnswered, type StatementAnswer } from './answer.ts'
import { conditionText, isAsked } from './condition.ts'
import { weightOf, type Weighed } from './items.ts'
import type { StatementContent } from './statement.ts'

/** The considerations are written in a form of their own, beside the draft's. */
export const considerationsField = 'considerations'

/** @param caseNumber stands on the paper, though nobody writes it in the form. */
export function writtenOf(draft: Words, caseNumber: string): Written {
  return draft.kind === 'memo' ? memoWritten(draft.content, caseNumber) : statementWritten(draft.content)
}

function memoWritten(memo: MemoContent, caseNumber: string): Written {
  const planned = memo.planning.map((line) => ({ body: meetingOf(line), step: line.step, date: line.date || null }))
  const pieces = memoPieces(memo)
  const plan = planned.map(({ body, date }) => `${body} ${date ?? ''}`)
  return {
    kind: 'memo',
    pieces,
    whole: [memo.date, ...pieces.map(({ text }) => text), ...plan].join('\n'),
    headings: [...headingsOf(memo.body.content), ...headingsOfConsidered(memo)],
    open: [],
    beside: [],
    isStanceOpen: false,
    memo: {
      file: null,
      date: memo.date,
      reference: memo.reference,
      caseNumber,
      title: memo.title,
      summary: words(memo.summary),
      proposals: memo.proposals,
      basis: memo.basis,
      planning: planned,
      sendTo: memo.sendTo,
      responsible: [...memo.responsible],
    },
  }
}

function statementWritten(statement: StatementContent): Written {
  const pieces = statementPieces(statement)
  return {
    kind: 'statement',
    pieces,
    whole: pieces.map(({ text }) => text).join('\n'),
    headings: headingsOf(statement.introduction.content),
    memo: null,
    isStanceOpen: statement.stance === 'none',
    open: statement.answers.flatMap((answer, at) =>
      isAnswered(answer) || !isAsked(answer, statement.answers)
        ? []
        : [
            {
              number: answer.number,
              question: answer.question,
              field: `answers.${at}.text`,
              isRequired: answer.isRequired && statement.stance !== 'abstain',
            },
          ],
    ),
    beside: statement.answers.flatMap((answer, at) =>
      isAnswered(answer) && !isAsked(answer, statement.answers)
        ? [
            {
              number: answer.number,
              condition: conditionText(answer, statement.answers) ?? '',
              field: `answers.${at}.text`,
            },
          ]
        : [],
    ),
  }
}

function memoPieces(memo: MemoContent): Piece[] {
  return [
    ...one('title', 'title', memo.title),
    ...one('reference', 'reference.name', memo.reference.name),
    ...one('summary', 'summary', words(memo.summary)),
    ...one('body', 'body', words(memo.body)),
    ...many(
      'considerations',
      considerationsField,
      (memo.considerations ?? []).map(({ text }) => text),
    ),
    ...many('proposals', 'proposals[]', memo.proposals),
    ...many('basis', 'basis', memo.basis),
    ...many('sendTo', 'sendTo', memo.sendTo),
    ...many(
      'responsible',
      'responsible[]',
      memo.responsible.map(({ name, role }) => `${name}, ${role}`),
    ),
  ]
}

function statementPieces(statement: StatementContent): Piece[] {
  return [
    ...one('title', 'title', statement.title),
    ...one('introduction', 'introduction', words(statement.introduction)),
    ...statement.answers.flatMap((answer, at) => [
      ...typedPieces(answer, `answers.${at}`),
      ...one('answers', `answers.${at}.text`, words(answer.text)),
    ]),
    ...one('outside', 'outside', words(statement.outside)),
  ]
}

/** What is answered in rows and fields, where somebody has written words. */
function typedPieces(answer: StatementAnswer, name: string): Piece[] {
  const { processes, areas, themes, body } = answer
  const inRows = (part: 'areas' | 'themes', of: Weighed['of'], names: readonly string[]) =>
    names.flatMap((place, at) => [
      ...one('answers', `${name}.${part}.${at}.name`, place),
      ...one('answers', `${name}.${part}.${at}.reason`, weightOf(answer, { of, name: place }).reason),
    ])
  return [
    ...processes.flatMap((row, at) =>
      (['name', 'lead', 'where', 'period'] as const).flatMap((part) =>
        one('answers', `${name}.processes.${at}.${part}`, row[part]),
      ),
    ),
    ...inRows('areas', 'area', areas),
    ...inRows('themes', 'theme', themes),
    ...one('answers', `${name}.body`, body ?? ''),
  ]
}

function words(text: RichText): string {
  return linesOf(text).join('\n')
}

function one(part: Piece['part'], field: string, text: string): Piece[] {
  return text.trim() === '' ? [] : [{ part, field, at: 0, text }]
}

function many(part: Piece['part'], field: string, texts: readonly string[]): Piece[] {
  return texts.map((text, at) => ({ part, field, at, text }))
}

/** Each stands on the paper under its own name. */
function headingsOfConsidered({ considerations = [] }: MemoContent): WrittenHeading[] {
  return considerations.map(({ name, text }) => ({ text: name, hasWords: text.trim() !== '' }))
}

/** The headings of the text itself, and whether anything stands under each. */
export function headingsOf(blocks: readonly RichBlock[]): WrittenHeading[] {
  return blocks.flatMap((block, at) => {
    if (block.type !== 'heading') return []
    const next = blocks.slice(at + 1).findIndex((other) => other.type === 'heading')
    const under = blocks.slice(at + 1, next < 0 ? undefined : at + 1 + next)
    const hasWords = linesOf({ type: 'doc', content: under }).some((line) => line.trim() !== '')
    return [{ text: linesOf({ type: 'doc', content: [block] }).join(' '), hasWords }]
  })
}
