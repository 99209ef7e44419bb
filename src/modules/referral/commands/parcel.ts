/** What goes to those who are asked: letters, documents, the extract (I-10), and what those before them have answered. */

import { today, type Write } from '../../../kernel/context.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import type { Enclosure } from '../../../kernel/post.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import { speaking } from '../../../kernel/words.ts'
import { getCase, getRecord, type RecordItem } from '../../registry/index.ts'
import { coverLetterPaper } from '../model/paper.ts'
import { obstaclesToPassing, type Recipient, type Round } from '../model.ts'
import { alikeAsked, askedWords } from '../model/ways.ts'
import { dressedLetter, listAnswers } from '../queries.ts'
import { passedWith } from '../queries/turns.ts'
import { text } from '../text.ts'
import { fileName, keepPaper, packOutside } from './post.ts'

/** What everyone gets: the cover letter, the documents, and the extract of the decision to send it (I-10). */
export type Parcel = {
  /** By what it says to the one it goes to: one for all that are asked alike. */
  readonly letters: ReadonlyMap<string, readonly Upload[]>
  readonly enclosures: readonly RecordItem[]
  /** What each of those outside gets of its own. */
  readonly outside: ReadonlyMap<string, readonly Enclosure[]>
}

export type ToPack = {
  /** Those who get it now. */
  readonly recipients: readonly Recipient[]
  /** Everyone of the round, for the list in the letter. */
  readonly all: readonly Recipient[]
  readonly turn: number
}

/** Typeset before a number is taken, and kept once. */
export async function packParcel(ctx: Write, round: Round, packed: ToPack): Promise<Parcel> {
  const documents: RecordItem[] = []
  for (const id of passedWith(round)) documents.push(await getRecord(ctx, id))
  refuseIf(obstaclesToPassing(documents, await getCase(ctx, round.caseId)))
  const answers = packed.turn > 1 ? await earlierAnswers(ctx, round.id) : []
  const outside = packed.recipients.filter(({ authorityId }) => authorityId === null)
  return {
    letters: await writeLetters(ctx, round, { ...packed, answers }),
    enclosures: [...documents, ...answers],
    outside: await packOutside(ctx, { round, recipients: outside }),
  }
}

/** What those of earlier turns have answered: why they were awaited. What is marked secret stays. */
async function earlierAnswers(ctx: Write, roundId: string): Promise<RecordItem[]> {
  const ids = (await listAnswers(ctx, roundId)).flatMap(({ statementRecordId }) => statementRecordId ?? [])
  const records: RecordItem[] = []
  for (const id of new Set(ids)) records.push(await getRecord(ctx, id))
  return records.filter(({ isSecret }) => !isSecret)
}

/** One letter for all that are asked in the same way: it says to each whether it must answer, and who is asked (A-100, I-08). */
async function writeLetters(
  ctx: Write,
  round: Round,
  { recipients, all, answers }: ToPack & { readonly answers: readonly RecordItem[] },
): Promise<Map<string, readonly Upload[]>> {
  const facts = { date: today(ctx), recipients: all, answers: answers.map(({ title }) => title) }
  const letters = new Map<string, readonly Upload[]>()
  for (const [key, [to = null]] of speaking('sv', () => alikeAsked(recipients))) {
    const paper = coverLetterPaper({ ...round, state: 'sent' }, { ...facts, to })
    const looking = await dressedLetter(ctx, paper, { round, date: facts.date, kind: 'cover' })
    letters.set(key, await keepPaper(ctx, looking, fileName(speaking('sv', () => text.letter.title(round.title)))))
  }
  return letters
}

/** The letter to one of them. */
export function letterTo({ letters }: Parcel, recipient: Recipient): readonly Upload[] {
  return letters.get(speaking('sv', () => askedWords(recipient))) ?? []
}
