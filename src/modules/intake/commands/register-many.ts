/** Many files at once: gathered in a batch that waits, then registered in one transaction, in one case or in cases of their own. */

import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import { rememberContact } from '../../filing/index.ts'
import { lockCase, openCase, recordNumber, registerRecord, twinsOf, type Case } from '../../registry/index.ts'
import { dayFrom, titleFrom } from '../model/register.ts'
import { getBatch } from '../queries/batches.ts'
import { caseWritten } from '../queries/register.ts'
import { text } from '../text/register.ts'
import { endBatch, holdBatch } from './batches.ts'
import { dayOf, many, markingOf, partyOf, wrongIn, wrongInAll, type Item, type Many } from './many-input.ts'
import { refuseStrange } from './register.ts'

/**
 * Registers each file of a batch as a record of its own, in order: in the case that is written, in a new one that they share,
 * or in new ones of their own. What is marked is so from the first moment (B-06). All or nothing.
 */
export const registerBatch = command('intake.register-batch', many, async (ctx, input) => {
  const batch = await getBatch(ctx, input.batchId)
  const there = await caseThere(ctx, batch.authorityId, input)
  const authorityId = there?.authorityId ?? batch.authorityId
  allowAt(ctx, authorityId)
  const { uploads } = await holdBatch(ctx, input.batchId)
  const items = itemsOf(uploads, input).filter(({ row: { skip } }) => !skip)
  await check(ctx, { input, items, authorityId })
  const placed = await casesFor(ctx, items, { input, there, authorityId })
  const numbers: string[] = []
  for (const { item, theCase } of placed) numbers.push(await put(ctx, theCase, { input, item }))
  await remember(ctx, authorityId, { input, items })
  await endBatch(ctx, input.batchId)
  const references = [...new Set(placed.map(({ theCase }) => theCase.referenceNumber))]
  return {
    numbers,
    referenceNumbers: references,
    referenceNumber: references.length === 1 ? (references[0] ?? null) : null,
  }
})

/** The case whose number is written; null where new ones are opened. */
async function caseThere(ctx: Write, at: string, { caseNumber }: Many): Promise<Case | null> {
  if (caseNumber === null) return null
  const there = await caseWritten(ctx, at, caseNumber)
  refuseStrange(ctx, there)
  return there
}

/** Each file with its row; one without a row is called after its name. Throws `Invalid` for a row of a file that is not there. */
function itemsOf(uploads: readonly Upload[], { rows }: Many): Item[] {
  const known = new Set(uploads.map(({ id }) => id))
  const stranger = rows.findIndex(({ uploadId }) => !known.has(uploadId))
  if (stranger >= 0) throw new Invalid({ [`rows.${stranger}.title`]: text.invalid.noFile })
  return uploads.map((upload, index) => {
    const place = rows.findIndex(({ uploadId }) => uploadId === upload.id)
    const named = { uploadId: upload.id, title: titleFrom(upload.name), datedOn: dayFrom(upload.name) }
    const plain = { party: null, caseTitle: null, provision: null, skip: false, acceptDuplicate: false }
    return { upload, place: place < 0 ? index : place, row: rows[place] ?? { ...named, ...plain } }
  })
}

type Checked = { readonly input: Many; readonly items: readonly Item[]; readonly authorityId: string }

async function check(ctx: Write, { input, items, authorityId }: Checked): Promise<void> {
  if (items.length === 0) throw new Invalid({ rows: text.invalid.allSkipped })
  const twins = await twinsOf(
    ctx,
    authorityId,
    items.map(({ upload }) => upload),
  )
  const wrong: Record<string, string> = wrongInAll(items, input)
  for (const item of items) Object.assign(wrong, wrongIn(item, { input, twins, day: today(ctx) }))
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

type Placed = { readonly item: Item; readonly theCase: Case }
type Where = { readonly input: Many; readonly there: Case | null; readonly authorityId: string }

/** All cases are opened before any record takes its number, as in every other command, so that none waits for another. */
async function casesFor(ctx: Write, items: readonly Item[], { input, there, authorityId }: Where): Promise<Placed[]> {
  let common = there === null ? null : await lockCase(ctx, there.id)
  const placed: Placed[] = []
  for (const item of items) {
    const { caseTitle } = item.row
    if (caseTitle !== null) placed.push({ item, theCase: await openCase(ctx, { authorityId, title: caseTitle }) })
    else {
      common ??= await openCase(ctx, { authorityId, title: input.caseTitle ?? '' })
      placed.push({ item, theCase: common })
    }
  }
  return placed
}

async function put(ctx: Write, theCase: Case, { input, item }: { input: Many; item: Item }): Promise<string> {
  const datedOn = dayOf(input, item)
  const secrecy = markingOf(input, item)
  const record = await registerRecord(ctx, {
    caseId: theCase.id,
    direction: input.direction,
    kind: input.kind,
    title: item.row.title ?? titleFrom(item.upload.name),
    party: input.direction === 'internal' ? item.row.party : partyOf(input, item),
    files: [item.upload],
    ...(datedOn !== null && { datedOn }),
    ...(secrecy !== undefined && { secrecy }),
  })
  return recordNumber(record)
}

/** A party that a marking hides is not put where everybody at the authority would read it. */
async function remember(
  ctx: Write,
  authorityId: string,
  { input, items }: Omit<Checked, 'authorityId'>,
): Promise<void> {
  const shown = items.filter((item) => markingOf(input, item)?.hidesParty !== true)
  const names = new Set(shown.map((item) => partyOf(input, item)))
  for (const name of names) if (name !== null) await rememberContact(ctx, { authorityId, name })
}
