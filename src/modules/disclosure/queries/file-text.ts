/** The text of a file, page by page, as it can be masked. */

import type { Read, Write } from '../../../kernel/context.ts'
import { Refused } from '../../../kernel/errors.ts'
import { textOf } from '../../../kernel/file-text.ts'
import { getFile } from '../../registry/index.ts'
import { pagesOf, type Page } from '../model/mask.ts'
import { text } from '../text.ts'

/** The reader of PDF files stops here, so a file this long may have pages that would be lost. */
const mostPages = 200

/** What is marked is noted as read. Throws `NotFound`, `UnreadableFile` where there is no text, `Refused` for a file with more pages than are read. */
export async function readPages(
  ctx: Read | Write,
  fileId: string,
): Promise<{ readonly text: string; readonly pages: readonly Page[] }> {
  const file = await getFile(ctx, fileId)
  const read = await textOf(await ctx.files.read(file.sha256), file.name)
  const pages = pagesOf(read.text)
  if (pages.length >= mostPages) throw new Refused([text.mask.tooLong])
  return { text: read.text, pages }
}
