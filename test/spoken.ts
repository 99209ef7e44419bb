/** Our own words in Swedish that are other words in English: what an English page must not say. */

import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { speaking, type Language } from '../src/kernel/words.ts'

const root = join(import.meta.dirname, '..')

/** Every phrase of our dictionaries in a language. Phrases with holes in them cannot be told apart from data and are left out. */
async function spokenIn(language: Language): Promise<string[]> {
  const files = globSync(
    ['src/modules/*/{,views/,text/}*text.ts', 'src/kernel/**/text.ts', 'src/modules/*/text/*.ts'],
    {
      cwd: root,
    },
  ).filter((path) => !/(swedish|english|-sv|-en)\.ts$/.test(path))
  const dictionaries: object[] = await Promise.all(files.map((path) => import(join(root, path))))
  return speaking(language, () => dictionaries.flatMap(leaves))
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []
}

/** The phrases in Swedish that no English phrase is like. */
export async function swedishAlone(): Promise<Set<string>> {
  const english = new Set(await spokenIn('en'))
  return new Set((await spokenIn('sv')).filter((phrase) => phrase.length > 3 && !english.has(phrase)))
}

/** Each piece of text in the page, but for what is marked as being in Swedish and what people write. */
export function phrasesIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode() !== null) {
      const { parentElement, textContent } = walker.currentNode
      if (parentElement?.closest('[lang="sv"], script, textarea, rich-editor') === null)
        found.push((textContent ?? '').trim())
    }
    return found
  })
}
