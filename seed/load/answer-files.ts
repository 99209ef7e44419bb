/** Files that answer a question of the referral of today, made by the same renderer as every other paper. */

import { noteUpload } from '../../src/kernel/uploads.ts'
import { presentCase } from '../present-case.ts'
import type { Loading } from './loading.ts'
import { demoPaper } from './papers.ts'

const { files } = presentCase
type From = keyof typeof files

/** Where the question that is answered with files stands among all. */
export const atFiles = presentCase.questions.findIndex(({ key }) => key === 'routine')

export function hasFile(body: string): body is From {
  return body in files
}

export async function answerFile(body: From, date: string): Promise<{ name: string; bytes: Uint8Array }> {
  const { title, fileName, sections } = files[body]
  const file = await demoPaper({ kind: 'Rutin', title, date, fileName, sections })
  return { name: fileName, bytes: 'bytes' in file ? file.bytes : new Uint8Array() }
}

/** The file as the person's own upload, to be put in the answer: its id. */
export async function uploadedFile(loading: Loading, who: string, about: { body: From; day: string }): Promise<string> {
  const { name, bytes } = await answerFile(about.body, about.day)
  return loading.write(who, about.day, async (ctx) =>
    noteUpload(ctx, { name, mediaType: 'application/pdf', ...(await ctx.files.keep(bytes)) }),
  )
}
