/** A draft as something to check: its words, each with the field it is written in. Pure. */

import type { RichBlock, RichText } from '../../../kernel/rich-text.ts'
import { linesOf } from '../../../kernel/rich-words.ts'
import type { Piece, Written, WrittenHeading } from '../../checking/index.ts'
import type { Words } from './draft.ts'
import { meetingOf } from './meeting.ts'
import type { MemoContent } from './memo.ts'
import { isAnswered } from './answer.ts'
import { conditionText, isAsked } from './condition.ts'
import type { StatementContent } from './statement.ts'

/** @param caseNumber stands on the paper, though nobody writes it in the form. */
export function writtenOf(draft: Words, caseNumber: string): Written {
  return draft.kind === 'memo' ? memoWritten(draft.content, caseNumber) : statementWritten(draft.content)
}

function memoWritten(memo: MemoContent, caseNumber: string): Written {
  const planned = memo.planning.map((line) => ({ body: meetingOf(line), step: line.step, date: line.date || null }))
  const pieces = [
    ...one('title', 'title', memo.title),
    ...one('reference', 'reference.name', memo.reference.name),
    ...one('summary', 'summary', words(memo.summary)),
    ...one('body', 'body', words(memo.body)),
    ...many('proposals', 'proposals[]', memo.proposals),
    ...many('basis', 'basis', memo.basis),
    ...many('sendTo', 'sendTo', memo.sendTo),
    ...many(
      'responsible',
      'responsible[]',
      memo.responsible.map(({ name, role }) => `${name}, ${role}`),
    ),
  ]
  const plan = planned.map(({ body, date }) => `${body} ${date ?? ''}`)
  return {
    kind: 'memo',
    pieces,
    whole: [memo.date, ...pieces.map(({ text }) => text), ...plan].join('\n'),
    headings: headingsOf(memo.body.content),
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
  const pieces = [
    ...one('title', 'title', statement.title),
    ...one('introduction', 'introduction', words(statement.introduction)),
    ...statement.answers.flatMap((answer, at) => one('answers', `answers.${at}.text`, words(answer.text))),
    ...one('outside', 'outside', words(statement.outside)),
  ]
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

function words(text: RichText): string {
  return linesOf(text).join('\n')
}

function one(part: Piece['part'], field: string, text: string): Piece[] {
  return text.trim() === '' ? [] : [{ part, field, at: 0, text }]
}

function many(part: Piece['part'], field: string, texts: readonly string[]): Piece[] {
  return texts.map((text, at) => ({ part, field, at, text }))
}

function headingsOf(blocks: readonly RichBlock[]): WrittenHeading[] {
  return blocks.flatMap((block, at) => {
    if (block.type !== 'heading') return []
    const next = blocks.slice(at + 1).findIndex((other) => other.type === 'heading')
    const under = blocks.slice(at + 1, next < 0 ? undefined : at + 1 + next)
    const hasWords = linesOf({ type: 'doc', content: under }).some((line) => line.trim() !== '')
    return [{ text: linesOf({ type: 'doc', content: [block] }).join(' '), hasWords }]
  })
}
