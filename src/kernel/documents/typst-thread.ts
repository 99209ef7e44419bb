/** The thread that typesets: compile, check against PDF/UA-1, write PDF/A-2a, mark it as both. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { markAsAccessible } from './pdf-marks.ts'
import { standIn } from './printable.ts'
import type { Job, Outcome } from './typst.ts'

/** The part we use of the native module, which comes without types. */
type Compiled = { readonly result: object | null; hasError(): boolean; takeDiagnostics(): object | null }
type Compiler = {
  compile(what: { mainFileContent: string; inputs: Record<string, string> }): Compiled
  fetchDiagnostics(of: object): readonly { readonly message: string }[]
  pdf(document: object, options: { pdfStandard: string; creationTimestamp: number }): Buffer
  evictCache(age: number): void
}

const require = createRequire(import.meta.url)

/** After this many rounds of replacing what no font has, everything unusual goes at once. */
const patientRounds = 4

function fonts(): Buffer[] {
  const folder = dirname(require.resolve('@expo-google-fonts/public-sans/package.json'))
  const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic', '700Bold', '700Bold_Italic']
  return faces.map((face) => readFileSync(join(folder, face, `PublicSans_${face}.ttf`)))
}

function open(): Compiler {
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu')
  const workspace = join(import.meta.dirname, 'templates')
  return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts() }] })
}

function typeset(compiler: Compiler, { template, data, madeAt }: Job): Uint8Array {
  let paper = JSON.stringify(data)
  for (let round = 0; ; round++) {
    const document = compile(compiler, template, paper)
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

function compile(compiler: Compiler, template: string, paper: string): object {
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: { paper, replaced: String(paper.includes(standIn)) },
  })
  if (compiled.result !== null && !compiled.hasError()) return compiled.result
  const problems = compiled.takeDiagnostics()
  throw new Error(
    problems === null
      ? 'no result'
      : compiler
          .fetchDiagnostics(problems)
          .map(({ message }) => message)
          .join('; '),
  )
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

const compiler = open()

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
