/** How a paper looks in Word: Word's own style names, so that headings, quotes and captions are what they seem. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { AlignmentType, BorderStyle, LevelFormat, LineRuleType, type ILevelsOptions, type IStylesOptions } from 'docx'
import type { Paper } from './paper.ts'

export const font = 'Public Sans'
export const muted = '595959'

const line = { style: BorderStyle.SINGLE, size: 4, color: 'B5B5B5' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
export const hairline = { ...line, space: 4 } as const
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
export const tableBorders = {
  ...noBorders,
  insideHorizontal: { ...line, color: 'D9D9D9' },
  bottom: { ...line, color: 'D9D9D9' },
}
export const underHead = { bottom: { style: BorderStyle.SINGLE, size: 8, color: '1C1C1C' } }

/** Twips: a twentieth of a point. A4 with 30 mm at the sides; 18 mm when turned. */
export const sides = { portrait: 1701, landscape: 1021 } as const
export const textWidth = { portrait: 11906 - 2 * 1701, landscape: 16838 - 2 * 1021 } as const

const heading = (size: number, before: number, after: number, color = '1C1C1C') => ({
  run: { font, size, bold: true, color },
  paragraph: { spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true },
})

const paragraphStyles: NonNullable<IStylesOptions['paragraphStyles']> = [
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'Normal',
    paragraph: {
      indent: { left: 240 },
      border: { left: { style: BorderStyle.SINGLE, size: 12, color: '8C8C8C', space: 10 } },
    },
  },
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    run: { size: 19, bold: true },
    paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
  },
  {
    id: 'Small',
    name: 'Small',
    basedOn: 'Normal',
    run: { size: 17, color: muted },
    paragraph: { spacing: { after: 0, line: 252, lineRule: LineRuleType.AUTO } },
  },
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    run: { size: 18 },
    paragraph: { spacing: { after: 40, line: 252, lineRule: LineRuleType.AUTO } },
  },
]

export function styles(language: Paper['language']): IStylesOptions {
  const tongue = language === 'sv' ? 'sv-SE' : 'en-GB'
  return {
    default: {
      document: {
        run: { font, size: 21, color: '1C1C1C', language: { value: tongue, eastAsia: tongue } },
        paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(38, 440, 280),
      heading2: heading(26, 360, 110),
      heading3: heading(22, 280, 90),
      heading4: heading(21, 220, 80),
      heading5: heading(21, 200, 80, muted),
      hyperlink: { run: { color: '1C1C1C', underline: {} } },
      listParagraph: { paragraph: { spacing: { after: 70 } } },
    },
    paragraphStyles: [...paragraphStyles],
  }
}

/** The face itself goes with the file, so that it looks the same where Public Sans is not installed. */
export function fonts() {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/public-sans/package.json'))
  const face = (name: string) => readFileSync(join(folder, name, `PublicSans_${name}.ttf`))
  return [{ name: font, data: face('400Regular'), bold: face('600SemiBold'), italic: face('400Regular_Italic') }]
}

const depths = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const level = (depth: number, format: ILevelsOptions['format'], text: string, start: number): ILevelsOptions => ({
  level: depth,
  format: format ?? LevelFormat.BULLET,
  text,
  start,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 320 * (depth + 1), hanging: 320 } } },
})

/** One list that is bulleted, and one that is numbered for each number that some list begins at. */
export function numbering(starts: Iterable<number>) {
  const numbered = [...starts].map((start) => ({
    reference: `numbers-from-${start}`,
    levels: depths.map((depth) => level(depth, LevelFormat.DECIMAL, `%${depth + 1}.`, depth === 0 ? start : 1)),
  }))
  const bulleted = {
    reference: 'bullets',
    levels: depths.map((depth) => level(depth, LevelFormat.BULLET, depth % 2 === 0 ? '•' : '–', 1)),
  }
  return { config: [bulleted, ...numbered] }
}
