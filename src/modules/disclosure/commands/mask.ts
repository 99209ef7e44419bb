/** Masked copies: made from the text that is left, or uploaded and looked through for what should be gone (B-28). */

import { command } from '../../../kernel/command.ts'
import { actingPerson, today, type Write } from '../../../kernel/context.ts'
import { maskedPdf, type MaskedCopy } from '../../../kernel/documents/masked.ts'
import { Invalid, Refused } from '../../../kernel/errors.ts'
import { largestFile, UnreadableFile } from '../../../kernel/file-text.ts'
import { uploadIds } from '../../../kernel/http/input.ts'
import { wordsOfPdf } from '../../../kernel/pdf-words.ts'
import { takeUploads, type Upload } from '../../../kernel/uploads.ts'
import { speaking } from '../../../kernel/words.ts'
import type { RecordFile } from '../../registry/index.ts'
import type { Item } from '../model/item.ts'
import { leaksIn, masked, type Masks, type Page } from '../model/mask.ts'
import { requestNumber } from '../model/request.ts'
import { boxesIn, hashOfText, maskedCopy } from '../papers.ts'
import { readPages } from '../queries/file-text.ts'
import { text } from '../text.ts'
import { fileOf, keepPart, ofFile, tested } from './assess.ts'
import { maybeWords } from '../../../kernel/fields.ts'
import { numberList, patternList, wordList } from './input.ts'
import { note } from './steps.ts'

const pdf = 'application/pdf'

/**
 * Makes the copy: the file's text without what is masked, typeset anew page by page, with a box of one width for each passage.
 * The original stays as it is. Doing it again makes a new copy.
 */
export const mask = command(
  'disclosure.mask',
  ofFile.extend({
    words: wordList.default([]),
    patterns: patternList,
    lines: numberList,
    /** Whole pages, by number from 1. */
    pages: numberList,
    provision: maybeWords(200),
  }),
  async (ctx, { fileId, words, patterns, lines, pages: wholePages, provision: written, ...ids }) => {
    const { request, item } = await tested(ctx, ids)
    const file = fileOf(item, fileId)
    const provision = written ?? item.provision
    if (provision === null) throw new Invalid({ provision: text.invalid.noProvision })
    const { pages, text: whole } = await readable(readPages(ctx, fileId))
    const masks = { words, patterns, lines: [...new Set([...lines, ...linesOf(pages, wholePages)])] }
    if (masks.words.length + masks.patterns.length + masks.lines.length === 0)
      throw new Invalid({ words: text.invalid.noMasks })
    const left = masked(pages, masks)
    const number = requestNumber(request)
    const about = {
      request: number,
      item,
      organisation: request.authorityName,
      file: file.position,
      provision,
      madeOn: today(ctx),
    }
    const bytes = await checkedPdf(maskedCopy({ ...about, pages: left }), masks)
    await saveMasks(ctx, { item, file, masks, textHash: hashOfText(whole) })
    const kept = await ctx.files.keep(bytes)
    const copy = {
      ...kept,
      mediaType: pdf,
      name: speaking('sv', () => text.copy.name(number, item.recordNumber, file.position)),
    }
    const partId = await keepPart(ctx, { item, file, way: 'masked' }, { copy, provision })
    const boxes = boxesIn(left)
    const facts = { record: item.recordNumber, file: file.position, boxes, provision, sha256: kept.sha256 }
    await note(ctx, ids.requestId, ['masked', facts])
    return { ...ids, fileId, partId, boxes, sha256: kept.sha256 }
  },
)

function linesOf(pages: readonly Page[], numbers: readonly number[]): number[] {
  return pages.filter(({ number }) => numbers.includes(number)).flatMap(({ lines }) => lines.map(({ index }) => index))
}

/** A file without text is an ordinary thing to be told about, not a fault of ours. */
async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Refused([error.message])
    throw error
  }
}

/** Reads the finished file as anyone would, and refuses to hand on one where something masked can still be read. */
async function checkedPdf(copy: MaskedCopy, masks: Masks): Promise<Uint8Array> {
  const bytes = await maskedPdf(copy)
  const frame = JSON.stringify({ ...copy, pages: copy.pages.map(({ heading }) => heading) })
  const framed = new Set(leaksIn(frame, masks))
  const { pages } = await wordsOfPdf(bytes, copy.title)
  const left = leaksIn(pages, masks).filter((word) => !framed.has(word))
  if (left.length > 0) throw new Refused([text.invalid.leaks(left.map(nameOf).join(', '))])
  return bytes
}

/** A kind of number by its name; a word as it is. */
function nameOf(of: string): string {
  return Object.entries(text.pattern).find(([pattern]) => pattern === of)?.[1] ?? of
}

type Saving = { readonly item: Item; readonly file: RecordFile; readonly masks: Masks; readonly textHash: string }

async function saveMasks(ctx: Write, { item, file, masks, textHash }: Saving): Promise<void> {
  const row = {
    text_sha256: textHash,
    lines: masks.lines,
    words: masks.words,
    patterns: masks.patterns,
    saved_at: ctx.now,
    saved_by: actingPerson(ctx),
  }
  await ctx.db
    .insertInto('disclosure.masks')
    .values({ item_id: item.id, file_id: file.id, ...row })
    .onConflict((conflict) => conflict.columns(['item_id', 'file_id']).doUpdateSet(row))
    .execute()
}

/** Keeps a copy that was masked elsewhere, when nothing that should be gone can be read in it. */
export const attachMasked = command(
  'disclosure.attach-masked',
  ofFile.extend({ words: wordList.default([]), patterns: patternList, provision: maybeWords(200), files: uploadIds }),
  async (ctx, { fileId, words, patterns, files, provision: written, ...ids }) => {
    const { request, item } = await tested(ctx, ids)
    const file = fileOf(item, fileId)
    const provision = written ?? item.provision
    if (provision === null) throw new Invalid({ provision: text.invalid.noProvision })
    if (words.length + patterns.length === 0) throw new Invalid({ words: text.invalid.noMasks })
    const [upload] = await takeUploads(ctx, files)
    if (upload === undefined) throw new Invalid({ files: text.invalid.noCopy })
    const ending = await checkUpload(ctx, upload, { words, patterns })
    const name = speaking('sv', () =>
      text.copy.uploadedName(requestNumber(request), item.recordNumber, { file: file.position, ending }),
    )
    const copy = { ...upload, name, mediaType: mediaTypes[ending] }
    const partId = await keepPart(ctx, { item, file, way: 'uploaded' }, { copy, provision })
    await note(ctx, ids.requestId, [
      'uploaded',
      { record: item.recordNumber, file: file.position, sha256: upload.sha256 },
    ])
    return { ...ids, fileId, partId, sha256: upload.sha256 }
  },
)

const mediaTypes = { pdf, png: 'image/png', jpg: 'image/jpeg' } as const
type Ending = keyof typeof mediaTypes

/** Strings in the bytes themselves are noisy: a short word could be there by chance. */
const longEnough = 5

/** Throws `Invalid` when the copy is of another kind, or when a word that should be gone is in it. */
async function checkUpload(ctx: Write, upload: Upload, masks: Pick<Masks, 'words' | 'patterns'>): Promise<Ending> {
  if (upload.size > largestFile) throw new Invalid({ files: new UnreadableFile('too-large', upload.name).message })
  const bytes = await ctx.files.read(upload.sha256)
  const ending = endingOf(bytes)
  if (ending === null) throw new Invalid({ files: text.invalid.notACopy })
  const { told, raw } = ending === 'pdf' ? await pdfWords(bytes, upload.name) : { told: [], raw: pictureWords(bytes) }
  const long = { words: masks.words.filter(({ length }) => length >= longEnough), patterns: [] }
  const left = new Set([
    ...told.flatMap((words) => leaksIn(words, masks)),
    ...raw.flatMap((words) => leaksIn(words, long)),
  ])
  if (left.size > 0) throw new Invalid({ files: text.invalid.leaks([...left].map(nameOf).join(', ')) })
  return ending
}

async function pdfWords(bytes: Uint8Array, name: string) {
  try {
    return await wordsOfPdf(bytes, name)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Invalid({ files: error.message })
    throw error
  }
}

function endingOf(bytes: Uint8Array): Ending | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('\x89PNG')) return 'png'
  return start.startsWith('\xff\xd8\xff') ? 'jpg' : null
}

/** What a camera or an editor wrote beside the picture: runs of letters in the file. */
function pictureWords(bytes: Uint8Array): string[] {
  const runs = (words: string) => words.match(/[\p{L}\p{N} .,@-]{5,}/gu)?.join('\n') ?? ''
  return [runs(Buffer.from(bytes).toString('utf8')), runs(Buffer.from(bytes).toString('latin1'))]
}
