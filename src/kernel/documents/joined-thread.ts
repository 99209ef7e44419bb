/** The thread that joins: counts the pages of each file, tries those that are strange by themselves, and typesets them all. */

import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'
import type { JoinJob, JoinOutcome, ReadFile } from './joined.ts'
import { compile, openCompiler, workspace, type Compiler } from './typesetter.ts'

type Counted = { readonly title: string; readonly path: string; readonly pages: number }
type Part = { readonly heading: string; readonly files: readonly Counted[] }
type Book = JoinJob['about'] & { readonly words: object; readonly parts: readonly Part[] }

/** Longer than this is read by itself: a file may say that it has any number of pages. */
const mostPages = { ofOne: 1000, ofAll: 4000 }

async function countPages(bytes: Uint8Array): Promise<number> {
  try {
    // The reader takes the buffer over, so it gets one of its own.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
    const { numPages } = document
    await document.loadingTask.destroy()
    return numPages > mostPages.ofOne ? 0 : numPages
  } catch {
    return 0
  }
}

async function bookOf(compiler: Compiler, { about, parts, words }: JoinJob): Promise<Book> {
  let [number, pages] = [0, 0]
  const counted: Part[] = []
  for (const { heading, files } of parts) {
    const own: Counted[] = []
    for (const file of files) {
      const given = await give(compiler, file, `${(number += 1)}.pdf`)
      const fits = pages + given.pages <= mostPages.ofAll
      pages += fits ? given.pages : 0
      own.push(fits ? given : { ...given, pages: 0 })
    }
    counted.push({ heading, files: own })
  }
  return { ...about, words, parts: counted }
}

async function give(compiler: Compiler, { title, bytes }: ReadFile, path: string): Promise<Counted> {
  if (bytes === null) return { title, path, pages: 0 }
  compiler.mapShadow(join(workspace, 'joined', path), Buffer.from(bytes))
  return { title, path, pages: await countPages(bytes) }
}

function typeset(compiler: Compiler, template: string, book: Book): Uint8Array {
  const document = compile(compiler, template, { joined: JSON.stringify({ ...book }) })
  return compiler.pdf(document, { pdfStandard: '1.7', creationTimestamp: 0 })
}

/** The book without the files that the typesetter cannot take one by one. */
function withoutStrange(compiler: Compiler, template: string, book: Book): Book {
  const canBeTaken = (file: Counted): boolean => {
    try {
      typeset(compiler, template, { ...book, parts: [{ heading: '', files: [file] }] })
      return true
    } catch {
      return false
    }
  }
  const parts = book.parts.map(({ heading, files }) => ({
    heading,
    files: files.map((file) => (file.pages === 0 || canBeTaken(file) ? file : { ...file, pages: 0 })),
  }))
  return { ...book, parts }
}

async function joinAll(compiler: Compiler, job: JoinJob): Promise<Uint8Array> {
  const book = await bookOf(compiler, job)
  try {
    return typeset(compiler, job.template, book)
  } catch {
    return typeset(compiler, job.template, withoutStrange(compiler, job.template, book))
  }
}

const compiler = openCompiler()

async function answer(job: JoinJob): Promise<JoinOutcome> {
  try {
    return { bytes: await joinAll(compiler, job) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  } finally {
    compiler.resetShadow()
    compiler.evictCache(0)
  }
}

parentPort?.on('message', (job: JoinJob) => void answer(job).then((told) => parentPort?.postMessage(told)))
