/** The thread that typesets: compile, check against PDF/UA-1, write PDF/A-2a, mark it as both. */

import { parentPort } from 'node:worker_threads'
import { markAsAccessible } from './pdf-marks.ts'
import { standIn } from './printable.ts'
import { compile, openCompiler, type Compiler } from './typesetter.ts'
import type { Job, Outcome } from './typst.ts'

/** After this many rounds of replacing what no font has, everything unusual goes at once. */
const patientRounds = 4

function typeset(compiler: Compiler, { template, data, madeAt }: Job): Uint8Array {
  let paper = JSON.stringify(data)
  for (let round = 0; ; round++) {
    const document = compile(compiler, template, { paper, replaced: String(paper.includes(standIn)) })
    const creationTimestamp = Math.trunc(madeAt.getTime() / 1000)
    try {
      compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp })
      return markAsAccessible(compiler.pdf(document, { pdfStandard: 'a-2a', creationTimestamp }))
    } catch (error) {
      if (round > patientRounds) throw error
      const message = error instanceof Error ? error.message : String(error)
      const next = withoutUndrawable(paper, round < patientRounds ? undrawable(message) : allUnusual(paper))
      if (next === paper) throw error
      paper = next
    }
  }
}

/** The characters that Typst names in its refusal: "the text `\"🎉\"` could not be displayed". */
function undrawable(message: string): string[] {
  return [...message.matchAll(/the text `\\"(.+?)\\"` could not be displayed/g)].flatMap(([, found = '']) => [
    ...found.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  ])
}

function allUnusual(paper: string): string[] {
  return [...new Set(paper.match(/[^ -\u024f\u2010-\u2026]/gu))]
}

/** Works on the JSON, whose own characters are all ASCII and so are never among the undrawable. */
function withoutUndrawable(paper: string, characters: readonly string[]): string {
  const gone = new Set(characters.filter((character) => character > '\u007f' && character !== standIn))
  if (gone.size === 0) return paper
  return [...paper].map((character) => (gone.has(character) ? standIn : character)).join('')
}

const compiler = openCompiler()

function answer(job: Job): Outcome {
  try {
    return { bytes: typeset(compiler, job) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  } finally {
    compiler.evictCache(10)
  }
}

parentPort?.on('message', (job: Job) => parentPort?.postMessage(answer(job)))
