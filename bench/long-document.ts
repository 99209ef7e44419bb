/** A compilation of some three hundred pages as PDF and Word, beside Chromium printing and LibreOffice converting the same. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serviceAnswer } from '../seed/demo-city.ts'
import { paperDocx, paperHtml, paperPdf, type Block, type Paper } from '../src/kernel/documents/index.ts'
import { fromText } from '../src/kernel/rich-text.ts'
import { openBrowser } from '../src/browser/fixtures.ts'
import { median, milliseconds, timed, type Line } from './table.ts'

const bodies = 30
const questions = 9
const runs = 3

/** Thirty bodies on twelve questions, each with the demo city's own words: longer than most answers are. */
function compilation(): Paper {
  const words = serviceAnswer.answers.flatMap(({ paragraphs }) => paragraphs)
  const answer = fromText([...words, ...words].join('\n\n'))
  const blocks = Array.from({ length: questions }, (_, question): Block[] => [
    { type: 'heading', level: 1, text: `${question + 1}. Vilka processer pågår i förvaltningarna?` },
    ...Array.from({ length: bodies }, (_, body): Block[] => [
      { type: 'heading', level: 2, text: `Nämnd ${body + 1}` },
      { type: 'paragraph', text: 'Nämnden 2023-12-19 § 155 · Tillstyrker' },
      { type: 'text', text: answer },
      { type: 'facts', rows: [{ label: 'Process', value: 'Trygg i mitt område, leds av nämnden' }] },
    ]).flat(),
  ]).flat()
  return {
    kind: 'Sammanställning',
    title: 'Sammanställning av remissvar',
    language: 'sv',
    sender: { organisation: 'Kommunstyrelsen', unit: null },
    reference: 'STK-2023-1042',
    head: [{ label: 'Datum', lines: ['2024-01-15'] }],
    blocks,
    isDraft: false,
    footer: [],
  }
}

function pagesOf(path: string): number {
  return Number(
    /^Pages:\s+(\d+)$/m.exec(
      execFileSync('pdfinfo', [path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )?.[1],
  )
}

/** Printing with the tags and the outline that our own has; the browser is already there. */
async function printTime(paper: Paper, folder: string): Promise<number> {
  const browser = await openBrowser()
  const page = await browser.newPage()
  const source = `<!doctype html><html lang="sv"><title>${paper.title}</title>${paperHtml(paper).markup}</html>`
  const took = await median(runs, async () => {
    await page.setContent(source)
    await page.pdf({ path: join(folder, 'printed.pdf'), format: 'A4', tagged: true, outline: true })
  })
  await browser.close()
  return took
}

function convertTime(folder: string): Promise<number> {
  const words = [
    '--headless',
    `-env:UserInstallation=file://${folder}/office`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
  ]
  return median(1, async () => void execFileSync('soffice', [...words, join(folder, 'word.docx')], { stdio: 'ignore' }))
}

/** Throws when the document is not of the length that the line says. */
export async function longDocumentTimes(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kraftsam-long-'))
  try {
    const paper = compilation()
    const ours = join(folder, 'ours.pdf')
    const pdf = await median(runs, async () => writeFile(ours, await paperPdf(paper)))
    const word = await timed(async () => writeFile(join(folder, 'word.docx'), await paperDocx(paper)))
    const printed = await printTime(paper, folder)
    const converted = await convertTime(folder)
    const pages = pagesOf(ours)
    if (pages < 300) throw new Error(`The long document has only ${pages} pages`)
    const size = Math.round(readFileSync(ours).length / 1024)
    const others = `Chromium prints the same in ${milliseconds(printed)} (${pagesOf(join(folder, 'printed.pdf'))} pages, ratio ${(printed / pdf).toFixed(1)}), LibreOffice makes PDF of our Word file in ${milliseconds(converted)} (${pagesOf(join(folder, 'word.pdf'))} pages, ratio ${(converted / pdf).toFixed(1)})`
    return [
      { what: `a compilation of ${pages} pages as tagged PDF (${size} kB)`, took: milliseconds(pdf), beside: others },
      { what: 'the same as Word', took: milliseconds(word), beside: '' },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
