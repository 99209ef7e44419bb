/** The cover letter as a file: as it was sent to somebody; before that, as it would be. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { paperDocx, paperPdf, wordType } from '../../../kernel/documents/index.ts'
import { found, NotFound } from '../../../kernel/errors.ts'
import { download, type Route, type Sent } from '../../../kernel/http/route.ts'
import { currentFiles, getRecord } from '../../registry/index.ts'
import type { Recipient, Round } from '../model.ts'
import { coverLetterPaper } from '../model/paper.ts'
import { dayOfTurn } from '../model/turns.ts'
import { dressedLetter, getRound, listRecipients } from '../queries.ts'

/** `till`: the one whose letter it is; left out, the reader's own, else the first who was asked. */
const oneLetter = z.object({ roundId: z.uuid(), till: z.uuid().optional() })

type Wanted = z.output<typeof oneLetter>
type As = { readonly ending: 'pdf' | 'docx'; readonly mediaType: string }

async function letterOf(ctx: Read, { roundId, till }: Wanted, as: As): Promise<Sent> {
  const round = await getRound(ctx, roundId)
  const recipients = await listRecipients(ctx, roundId)
  const to = till === undefined ? usualOf(ctx, round, recipients) : found(recipients.find(({ id }) => id === till))
  if (to !== null && to.outRecordId !== null) return sentLetter(ctx, to.outRecordId, as)
  if (round.state !== 'draft' && !may(ctx.actor, 'referral.send', round.authorityId)) throw new NotFound()
  return letterToCome(ctx, { round, recipients, to }, as)
}

function usualOf({ actor }: Read, { state }: Round, recipients: readonly Recipient[]): Recipient | null {
  const asked = recipients.filter(({ outRecordId }) => state === 'draft' || outRecordId !== null)
  const own = asked.find(({ authorityId }) => authorityId !== null && authorityId === actor.at)
  return own ?? asked[0] ?? null
}

type ToCome = { readonly round: Round; readonly recipients: readonly Recipient[]; readonly to: Recipient | null }

/** As it would be if it were sent today: a draft, for its sender alone, until the one it goes to has been asked. */
async function letterToCome(ctx: Read, { round, recipients, to }: ToCome, as: As): Promise<Sent> {
  const asked = { ...round, state: 'draft', answerBy: dayOfTurn(round, to?.turn ?? 1) } as const
  const facts = { date: today(ctx), recipients, answers: [], to }
  const about = { round: asked, date: facts.date, kind: 'cover' } as const
  const paper = await dressedLetter(ctx, coverLetterPaper(asked, facts), about)
  const body = as.ending === 'pdf' ? await paperPdf(paper) : await paperDocx(paper)
  return { name: `missiv.${as.ending}`, mediaType: as.mediaType, inline: true, body }
}

/** The letter lies first in what was dispatched, as PDF and as Word. */
async function sentLetter(ctx: Read, outRecordId: string, { mediaType: wanted }: As): Promise<Sent> {
  const file = currentFiles((await getRecord(ctx, outRecordId)).files).find(({ mediaType }) => mediaType === wanted)
  if (file === undefined) throw new NotFound()
  return { name: file.name, mediaType: file.mediaType, inline: true, body: file }
}

export const letters: readonly Route[] = [
  download('/remisser/:roundId/missiv.pdf', {
    may: 'someone',
    params: oneLetter,
    send: (ctx, wanted) => letterOf(ctx, wanted, { ending: 'pdf', mediaType: 'application/pdf' }),
  }),
  download('/remisser/:roundId/missiv.docx', {
    may: 'someone',
    params: oneLetter,
    send: (ctx, wanted) => letterOf(ctx, wanted, { ending: 'docx', mediaType: wordType }),
  }),
]
