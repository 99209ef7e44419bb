/** Files that answer a question: kept in the answer by name, size and hash, so that what is approved is these very bytes. Pure. */

import { z } from 'zod'
import { sizeText } from '../../registry/index.ts'

export const answerFile = z.object({
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string().describe('SHA-256 of its bytes'),
  size: z.number().int(),
})
export type AnswerFile = z.output<typeof answerFile>

/** How many files one question takes. */
export const mostFiles = 20

/** By name, each content once: the same files are the same answer, in whatever order they were added. */
export function inOrder(files: readonly AnswerFile[]): AnswerFile[] {
  const once = new Map(files.map((file) => [file.sha256, file] as const))
  return [...once.values()].toSorted((a, b) => compare(a.name, b.name) || compare(a.sha256, b.sha256))
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Absent where there are none, so that what was approved before there were such questions keeps its sum. */
export const answerFiles = z
  .array(answerFile)
  .transform((files) => (files.length === 0 ? undefined : inOrder(files)))
  .optional()

/** "Karta.png (240 kB)". */
export function fileLine({ name, size }: AnswerFile): string {
  return `${name} (${sizeText(size)})`
}

type WithFiles = { readonly files?: readonly AnswerFile[] | undefined }

/** The files of several answers, each content once. */
export function filesAmong(answers: readonly WithFiles[]): AnswerFile[] {
  return inOrder(answers.flatMap(({ files = [] }) => files))
}

/** As files of a record: what is registered is the bytes that were approved, not copied. */
export function asUploads(files: readonly AnswerFile[]) {
  return files.map((file) => ({ id: '', ...file }))
}
