/** Files that the command line is pointed at. */

import { createHash } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { largestFile } from '../../../kernel/file-text.ts'
import { UnreadableFile } from '../../../kernel/unreadable-file.ts'
import { NoFile, type Streams } from '../model.ts'
import { text } from '../text.ts'

/** The bytes of a file, or of stdin for `-`. Refuses what is too large before it is read. Throws `NoFile`, `UnreadableFile`. */
export async function bytesOf(file: string, streams: Streams): Promise<Uint8Array> {
  if (file === '-') return streams.input()
  try {
    const about = await stat(file)
    if (about.isDirectory()) throw new NoFile('not-a-file', text.notAFile(file))
    if (about.size > largestFile) throw new UnreadableFile('too-large', file)
    return await readFile(file)
  } catch (error) {
    throw wordsFor(error, file)
  }
}

function wordsFor(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return new NoFile('not-found', text.notThere(file))
  if (code === 'EACCES' || code === 'EPERM') return new NoFile('not-permitted', text.notReadable(file))
  return error
}

/** Writes the file and says what was written, in one line of JSON. */
export async function writeOut(out: string, bytes: Uint8Array, streams: Streams): Promise<void> {
  await writeFile(out, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  streams.out(JSON.stringify({ file: out, size: bytes.byteLength, sha256 }))
}
