/** Who may send a file with a form of the link: one who writes on it, known before a byte is kept. */

import { z } from 'zod'
import { read } from '../../../kernel/command.ts'
import type { Read } from '../../../kernel/context.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { enter, getAsked, getWriter } from '../queries.ts'
import { text } from '../text.ts'

const writerOnLink = z.object({ token: z.string().max(200), personId: z.uuid() })

/** Throws `NotFound` for a link or a writer that there is not. */
export async function knowsWriter(ctx: Read, address: unknown): Promise<void> {
  const { token, personId } = read(writerOnLink, address)
  const { recipientId } = await enter(ctx, token)
  await getWriter(ctx, recipientId, personId)
}

/** The same, where a question is answered with files; elsewhere the form takes none. */
export async function knowsWriterOfFiles(ctx: Read, address: unknown): Promise<void> {
  await knowsWriter(ctx, address)
  const { questions } = await getAsked(ctx)
  if (questions.every(({ kind }) => kind !== 'file')) throw new Invalid({ '': text.invalid.noFileAsked })
}
