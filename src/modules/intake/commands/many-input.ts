/** How many files are read at once, and what is wrong with them. A row that is marked has a provision: its own, or the shared one. */

import { z } from 'zod'
import { maybeDay, maybeLine, tick } from '../../../kernel/fields.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import { hides, isProvision, saysHiddenTitle, sayTwins, type NewMarking, type Twin } from '../../registry/index.ts'
import { mostInBatch } from '../model/register.ts'
import { text } from '../text/register.ts'
import { caseNumber, direction, kind } from './register-input.ts'

const row = z.object({
  uploadId: z.uuid(),
  title: maybeLine(300),
  party: maybeLine(200),
  datedOn: maybeDay,
  caseTitle: maybeLine(300).describe('Opens a case of its own for this file'),
  provision: maybeLine(200).describe('Marks this file’s record by this provision'),
  skip: tick,
  acceptDuplicate: tick,
})
export type Row = z.output<typeof row>

const shared = z
  .object({ provision: maybeLine(200), reason: maybeLine(2000), hidesTitle: hides, hidesParty: hides })
  .describe('What the markings share; with a provision, every file is marked')

export const many = z.object({
  batchId: z.uuid(),
  caseNumber,
  caseTitle: maybeLine(300).describe('Of a new case for all, when no number is given'),
  direction,
  kind,
  party: maybeLine(200).describe('For the rows that name nobody'),
  datedOn: maybeDay.describe('For the rows that name no day'),
  secrecy: shared.optional(),
  rows: z.array(row).max(mostInBatch).default([]).describe('What to call each file; left out: after their names'),
})
export type Many = z.output<typeof many>

export type Item = { readonly upload: Upload; readonly row: Row; readonly place: number }

export function partyOf(input: Many, { row: { party } }: Item): string | null {
  return party ?? input.party
}

export function dayOf(input: Many, { row: { datedOn } }: Item): string | null {
  return datedOn ?? input.datedOn
}

/** How a file's record is marked from the first moment; undefined: it is open. */
export function markingOf({ secrecy }: Many, { row: { provision } }: Item): NewMarking | undefined {
  const by = provision ?? secrecy?.provision ?? null
  if (by === null) return undefined
  const { reason = null, hidesTitle = true, hidesParty = true } = secrecy ?? {}
  return { provision: by, reason, hidesTitle, hidesParty }
}

type Asked = { readonly input: Many; readonly twins: readonly Twin[]; readonly day: string }

export function wrongIn(item: Item, asked: Asked): Record<string, string> {
  const wrong = { ...wrongFacts(item, asked), ...wrongSecrecy(item, asked.input) }
  return Object.fromEntries(Object.entries(wrong).map(([name, why]) => [`rows.${item.place}.${name}`, why]))
}

function wrongFacts(item: Item, { input, twins, day }: Asked): Record<string, string> {
  const { row: written, upload } = item
  const wrong: Record<string, string> = {}
  const datedOn = dayOf(input, item)
  const own = twins.filter(({ sha256 }) => sha256 === upload.sha256).slice(0, 1)
  if (written.title === null) wrong['title'] = text.invalid.noTitleOf(upload.name)
  if (input.direction !== 'internal' && partyOf(input, item) === null)
    wrong['party'] = text.invalid.noPartyOf(upload.name)
  if (datedOn !== null && datedOn > day) wrong['datedOn'] = text.invalid.dayToComeOf(upload.name)
  if (own.length > 0 && !written.acceptDuplicate)
    wrong['acceptDuplicate'] = sayTwins(own.map((twin) => ({ ...twin, name: upload.name })))
  return wrong
}

/** A marking has its provision (B-10), and a case of the file's own does not say what the marking hides (B-06, B-07). */
function wrongSecrecy(item: Item, input: Many): Record<string, string> {
  const { provision, caseTitle } = item.row
  if (provision !== null && !isProvision(provision)) return { provision: text.invalid.noProvision }
  return caseTitle !== null && tells(caseTitle, item, input) ? { caseTitle: text.invalid.openTitle } : {}
}

function tells(caseTitle: string, item: Item, input: Many): boolean {
  const isHidden = markingOf(input, item)?.hidesTitle === true
  return saysHiddenTitle(caseTitle, { title: item.row.title ?? '', isHidden })
}

/** What is wrong with what all share: where they go, and a marking without its provision. */
export function wrongInAll(items: readonly Item[], input: Many): Record<string, string> {
  const { secrecy } = input
  const isForgotten = typeof secrecy?.reason === 'string' && items.every((item) => !markingOf(input, item))
  const isWrong = typeof secrecy?.provision === 'string' && !isProvision(secrecy.provision)
  const marking = isForgotten || isWrong ? { 'secrecy.provision': text.invalid.noProvision } : {}
  return { ...wrongPlace(items, input), ...marking }
}

function wrongPlace(items: readonly Item[], input: Many): Record<string, string> {
  const { caseTitle, caseNumber: number } = input
  const shares = items.filter(({ row: written }) => written.caseTitle === null)
  if (number !== null || shares.length === 0) return {}
  if (caseTitle === null) return { caseNumber: text.invalid.noCase }
  return shares.some((item) => tells(caseTitle, item, input)) ? { caseTitle: text.invalid.openTitle } : {}
}
