/** Many files at once: gathered in a batch that waits, then registered in one case in one transaction. */

import { z } from 'zod'
import { maybeDay, maybeLine, tick } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { allowAt, today, type Write } from '../../../kernel/context.ts'
import { Invalid } from '../../../kernel/errors.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import { rememberContact } from '../../filing/index.ts'
import {
  lockCase,
  recordNumber,
  registerRecord,
  sayTwins,
  twinsOf,
  type Case,
  type Twin,
} from '../../registry/index.ts'
import { dayFrom, mostInBatch, titleFrom } from '../model/register.ts'
import { getBatch } from '../queries/batches.ts'
import { caseWritten } from '../queries/register.ts'
import { text } from '../text/register.ts'
import { endBatch, holdBatch } from './batches.ts'
import { caseNumber, direction, kind } from './register-input.ts'
import { refuseStrange } from './register.ts'

const row = z.object({
  uploadId: z.uuid(),
  title: maybeLine(300),
  party: maybeLine(200),
  datedOn: maybeDay,
  skip: tick,
  acceptDuplicate: tick,
})
type Row = z.output<typeof row>

const many = z.object({
  batchId: z.uuid(),
  caseNumber,
  direction,
  kind,
  party: maybeLine(200).describe('For the rows that name nobody'),
  datedOn: maybeDay.describe('For the rows that name no day'),
  rows: z.array(row).max(mostInBatch).default([]).describe('What to call each file; left out: after their names'),
})
type Many = z.output<typeof many>

type Item = { readonly upload: Upload; readonly row: Row; readonly place: number }

/** Registers each file of a batch as a record of its own, in order, in one case. All or nothing. */
export const registerBatch = command('intake.register-batch', many, async (ctx, input) => {
  const batch = await getBatch(ctx, input.batchId)
  if (input.caseNumber === null) throw new Invalid({ caseNumber: text.invalid.noCase })
  const there = await caseWritten(ctx, batch.authorityId, input.caseNumber)
  refuseStrange(ctx, there)
  allowAt(ctx, there.authorityId)
  const { uploads } = await holdBatch(ctx, input.batchId)
  const items = itemsOf(uploads, input).filter(({ row: { skip } }) => !skip)
  await check(ctx, { input, items, authorityId: there.authorityId })
  const theCase = await lockCase(ctx, there.id)
  const numbers: string[] = []
  for (const item of items) numbers.push(await put(ctx, theCase, { input, item }))
  await remember(
    ctx,
    theCase.authorityId,
    items.map((item) => partyOf(input, item)),
  )
  await endBatch(ctx, input.batchId)
  return { caseId: theCase.id, referenceNumber: theCase.referenceNumber, numbers }
})

/** Each file with its row; one without a row is called after its name. Throws `Invalid` for a row of a file that is not there. */
function itemsOf(uploads: readonly Upload[], { rows }: Many): Item[] {
  const known = new Set(uploads.map(({ id }) => id))
  const stranger = rows.findIndex(({ uploadId }) => !known.has(uploadId))
  if (stranger >= 0) throw new Invalid({ [`rows.${stranger}.title`]: text.invalid.noFile })
  return uploads.map((upload, index) => {
    const place = rows.findIndex(({ uploadId }) => uploadId === upload.id)
    const guess = {
      uploadId: upload.id,
      title: titleFrom(upload.name),
      party: null,
      datedOn: dayFrom(upload.name),
      skip: false,
    }
    return { upload, place: place < 0 ? index : place, row: rows[place] ?? { ...guess, acceptDuplicate: false } }
  })
}

function partyOf(input: Many, { row: { party } }: Item): string | null {
  return party ?? input.party
}

function dayOf(input: Many, { row: { datedOn } }: Item): string | null {
  return datedOn ?? input.datedOn
}

type Checked = { readonly input: Many; readonly items: readonly Item[]; readonly authorityId: string }

async function check(ctx: Write, { input, items, authorityId }: Checked): Promise<void> {
  if (items.length === 0) throw new Invalid({ rows: text.invalid.allSkipped })
  const twins = await twinsOf(
    ctx,
    authorityId,
    items.map(({ upload }) => upload),
  )
  const wrong = Object.assign({}, ...items.map((item) => wrongIn(item, { input, twins, day: today(ctx) })))
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

type Asked = { readonly input: Many; readonly twins: readonly Twin[]; readonly day: string }

function wrongIn(item: Item, { input, twins, day }: Asked): Record<string, string> {
  const { row: written, upload, place } = item
  const wrong: Record<string, string> = {}
  const at = (name: string) => `rows.${place}.${name}`
  const datedOn = dayOf(input, item)
  const own = twins.filter(({ sha256 }) => sha256 === upload.sha256).slice(0, 1)
  if (written.title === null) wrong[at('title')] = text.invalid.noTitleOf(upload.name)
  if (input.direction !== 'internal' && partyOf(input, item) === null)
    wrong[at('party')] = text.invalid.noPartyOf(upload.name)
  if (datedOn !== null && datedOn > day) wrong[at('datedOn')] = text.invalid.dayToComeOf(upload.name)
  if (own.length > 0 && !written.acceptDuplicate)
    wrong[at('acceptDuplicate')] = sayTwins(own.map((twin) => ({ ...twin, name: upload.name })))
  return wrong
}

async function put(ctx: Write, theCase: Case, { input, item }: { input: Many; item: Item }): Promise<string> {
  const datedOn = dayOf(input, item)
  const record = await registerRecord(ctx, {
    caseId: theCase.id,
    direction: input.direction,
    kind: input.kind,
    title: item.row.title ?? titleFrom(item.upload.name),
    party: input.direction === 'internal' ? item.row.party : partyOf(input, item),
    files: [item.upload],
    ...(datedOn !== null && { datedOn }),
  })
  return recordNumber(record)
}

async function remember(ctx: Write, authorityId: string, parties: readonly (string | null)[]): Promise<void> {
  for (const name of new Set(parties)) if (name !== null) await rememberContact(ctx, { authorityId, name })
}
