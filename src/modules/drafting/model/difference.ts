/** What is new in a paper since somebody read it: part by part, word by word. Pure. */

import type { Block, Cell, Paper } from '../../../kernel/documents/index.ts'
import { toText } from '../../../kernel/rich-text.ts'

export type Part = { readonly heading: string; readonly words: string }

/** A run of words that both have, only the earlier had, or only the later has. */
export type Run = { readonly kind: 'same' | 'gone' | 'new'; readonly words: string }
export type ChangedPart = { readonly heading: string; readonly runs: readonly Run[] }

/** A paper as the words under each of its headings, the title and the head first. */
export function partsOf({ title, kind, head, blocks }: Paper): Part[] {
  const parts: { heading: string; words: string }[] = [
    { heading: kind, words: title },
    ...head.map(({ label, lines }) => ({ heading: label, words: lines.join('\n') })),
    { heading: kind, words: '' },
  ]
  for (const block of blocks) {
    const last = parts.at(-1)
    if (block.type === 'heading') parts.push({ heading: block.text, words: '' })
    else if (last !== undefined) last.words = `${last.words}\n${wordsOf(block)}`.trim()
  }
  return parts
}

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.text
    case 'text':
    case 'quote':
      return toText(block.text)
    case 'list':
      return block.items.join('\n')
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join('\n')
    case 'table':
      return block.rows.map((row) => row.map(cellWords).join(', ')).join('\n')
    case 'signatures':
      return block.people.map(({ name, role }) => `${name}, ${role}`).join('\n')
  }
}

function cellWords(cell: Cell): string {
  return typeof cell === 'string' ? cell : toText(cell.text)
}

/** The parts that differ, in the order of the later; parts that are gone come last. Nothing: the words are the same. */
export function differenceOf(before: readonly Part[], after: readonly Part[]): ChangedPart[] {
  const earlier = byHeading(before)
  const later = byHeading(after)
  const headings = [...new Set([...later.keys(), ...earlier.keys()])]
  return headings
    .map((heading) => ({ heading, was: earlier.get(heading) ?? '', is: later.get(heading) ?? '' }))
    .filter(({ was, is }) => was !== is)
    .map(({ heading, was, is }) => ({ heading, runs: runsOf(tokens(was), tokens(is)) }))
}

function byHeading(parts: readonly Part[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { heading, words } of parts) found.set(heading, `${found.get(heading) ?? ''}\n${words}`.trim())
  return found
}

function tokens(words: string): string[] {
  return words.match(/\n|[^\s]+[^\S\n]*/gu) ?? []
}

/** More pairs of words than this are not compared one by one: the whole is shown as replaced. */
const mostPairs = 4_000_000

function runsOf(before: readonly string[], after: readonly string[]): Run[] {
  return joined(runsBetween(before, after))
}

/** Word by word, or piece by piece of whatever they are, what both have and what only one has. */
export function runsBetween(before: readonly string[], after: readonly string[]): Run[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const was = before.slice(start, before.length - end)
  const is = after.slice(start, after.length - end)
  return [
    ...before.slice(0, start).map((words) => ({ kind: 'same', words }) as const),
    ...(was.length * is.length > mostPairs ? replaced(was, is) : compared(was, is)),
    ...before.slice(before.length - end).map((words) => ({ kind: 'same', words }) as const),
  ]
}

function replaced(was: readonly string[], is: readonly string[]): Run[] {
  return [
    ...was.map((words) => ({ kind: 'gone', words }) as const),
    ...is.map((words) => ({ kind: 'new', words }) as const),
  ]
}

/** The longest common subsequence, by the table of lengths from each place to the end. */
function compared(was: readonly string[], is: readonly string[]): Run[] {
  const width = is.length + 1
  const lengths = new Uint32Array((was.length + 1) * width)
  const lengthAt = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = was.length - 1; i >= 0; i--)
    for (let j = is.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        was[i] === is[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
  return walked(was, is, lengthAt)
}

function walked(was: readonly string[], is: readonly string[], lengthAt: (i: number, j: number) => number): Run[] {
  const runs: Run[] = []
  let i = 0
  let j = 0
  while (i < was.length && j < is.length) {
    if (was[i] === is[j]) {
      runs.push({ kind: 'same', words: was[i] ?? '' })
      i++
      j++
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) runs.push({ kind: 'gone', words: was[i++] ?? '' })
    else runs.push({ kind: 'new', words: is[j++] ?? '' })
  }
  return [...runs, ...replaced(was.slice(i), is.slice(j))]
}

function joined(runs: readonly Run[]): Run[] {
  const all: { kind: Run['kind']; words: string }[] = []
  for (const { kind, words } of runs) {
    const last = all.at(-1)
    if (last?.kind === kind) last.words += words
    else all.push({ kind, words })
  }
  return all
}
