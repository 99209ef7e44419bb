/** Carrying out a fix in the words of a draft. Pure: the draft that comes out is another. */

import { linesOf, replaceWords, type Replacing } from '../../../kernel/rich-words.ts'
import type { RichText } from '../../../kernel/rich-text.ts'
import type { Edit, Finding } from '../../checking/index.ts'
import type { Draft } from './draft.ts'
import type { MemoContent } from './memo.ts'
import type { StatementContent } from './statement.ts'

/** The draft with all the edits. They are named by where they stand before any of them, so the last is done first. */
export function mended(draft: Draft, edits: readonly Edit[]): Draft {
  const lastFirst = edits.toReversed()
  if (draft.kind === 'memo') return { ...draft, content: lastFirst.reduce(inMemo, draft.content) }
  return { ...draft, content: lastFirst.reduce(inStatement, draft.content) }
}

/** A fix that would change nothing, since its words stand in a field that is not mended by a button, is none. */
export function withReachableFix(draft: Draft, finding: Finding): Finding {
  const after = mended(draft, finding.fix?.edits ?? [])
  const isReached = JSON.stringify(after.content) !== JSON.stringify(draft.content)
  return isReached ? finding : { ...finding, fix: null }
}

const lists = { 'proposals[]': 'proposals', basis: 'basis', sendTo: 'sendTo' } as const

function isList(field: string): field is keyof typeof lists {
  return field in lists
}

function inMemo(memo: MemoContent, edit: Edit): MemoContent {
  if (edit.do === 'heading') return { ...memo, body: withHeading(memo.body, edit.text) }
  if (isList(edit.field)) {
    const name = lists[edit.field]
    return { ...memo, [name]: inList(memo[name], edit) }
  }
  if (edit.do !== 'replace') return memo
  if (edit.field === 'title') return { ...memo, title: replaced(memo.title, edit) }
  if (edit.field === 'summary') return { ...memo, summary: replaceWords(memo.summary, edit) }
  return edit.field === 'body' ? { ...memo, body: replaceWords(memo.body, edit) } : memo
}

function inList(list: readonly string[], edit: Exclude<Edit, { do: 'heading' }>): string[] {
  const moved = list[edit.at]
  if (moved === undefined) return [...list]
  if (edit.do === 'first') return [moved, ...list.filter((_, at) => at !== edit.at)]
  return list.map((line, at) => (at === edit.at ? replaced(line, edit) : line))
}

function inStatement(statement: StatementContent, edit: Edit): StatementContent {
  if (edit.do !== 'replace') return statement
  if (edit.field === 'title') return { ...statement, title: replaced(statement.title, edit) }
  if (edit.field === 'introduction') return { ...statement, introduction: replaceWords(statement.introduction, edit) }
  if (edit.field === 'outside') return { ...statement, outside: replaceWords(statement.outside, edit) }
  const answers = statement.answers.map((answer, at) =>
    edit.field === `answers.${at}.text` ? { ...answer, text: replaceWords(answer.text, edit) } : answer,
  )
  return { ...statement, answers }
}

function replaced(text: string, { find, nth, by }: Replacing): string {
  let at = text.indexOf(find)
  for (let left = nth; left > 0 && at >= 0; left--) at = text.indexOf(find, at + find.length)
  return at < 0 || find === '' ? text : text.slice(0, at) + by + text.slice(at + find.length)
}

/** A heading at the end, with an empty paragraph to write in. A text that was empty has nothing before it. */
function withHeading(text: RichText, heading: string): RichText {
  const before = linesOf(text).some((line) => line.trim() !== '') ? text.content : []
  return {
    type: 'doc',
    content: [
      ...before,
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: heading }] },
      { type: 'paragraph' },
    ],
  }
}
