/** The typesetter itself, for the threads that use it. The native module comes without types: this is the part we use. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

type Compiled = { readonly result: object | null; hasError(): boolean; takeDiagnostics(): object | null }

export type Compiler = {
  compile(what: { mainFileContent: string; inputs: Record<string, string> }): Compiled
  fetchDiagnostics(of: object): readonly { readonly message: string }[]
  pdf(document: object, options: { pdfStandard: string; creationTimestamp: number }): Buffer
  /** Gives a template a file that is not on the disk. */
  mapShadow(path: string, content: Buffer): void
  resetShadow(): void
  evictCache(age: number): void
}

const require = createRequire(import.meta.url)

/** Where a template's own files are looked for. */
export const workspace = join(import.meta.dirname, 'templates')

function fonts(): Buffer[] {
  const folder = dirname(require.resolve('@expo-google-fonts/public-sans/package.json'))
  const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic', '700Bold', '700Bold_Italic']
  return faces.map((face) => readFileSync(join(folder, face, `PublicSans_${face}.ttf`)))
}

export function openCompiler(): Compiler {
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu')
  return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts() }] })
}

/** Throws what the typesetter has against it, in its own words. */
export function compile(compiler: Compiler, template: string, inputs: Record<string, string>): object {
  const compiled = compiler.compile({ mainFileContent: template, inputs })
  if (compiled.result !== null && !compiled.hasError()) return compiled.result
  const problems = compiled.takeDiagnostics()
  const told = problems === null ? [] : compiler.fetchDiagnostics(problems).map(({ message }) => message)
  throw new Error(told.length === 0 ? 'no result' : told.join('; '))
}
