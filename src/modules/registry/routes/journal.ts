/** The doors of the list of what has been registered: the page, the file, and for programs. */

import { z } from 'zod'
import { today, type Read } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { answer, download, page, type Route } from '../../../kernel/http/route.ts'
import { getAuthority, listAuthorities } from '../../organisation/index.ts'
import { directions, recordKinds } from '../model.ts'
import { findAllOfJournal, listJournal, listOfficers, type JournalFilter } from '../queries.ts'
import { text } from '../text.ts'
import { journalCsv, journalPage, type JournalChoices } from '../views/journal.ts'

/** What cannot be read is as if it had not been chosen: the form sends empty fields too. */
const chosen = z.object({
  riktning: z.enum(directions).optional().catch(undefined),
  fran: z.iso.date().optional().catch(undefined),
  till: z.iso.date().optional().catch(undefined),
  slag: z.enum(recordKinds).optional().catch(undefined),
  handlaggare: z.uuid().optional().catch(undefined),
  myndighet: z.uuid().optional().catch(undefined),
})
const paged = chosen.extend({ efter: z.string().max(40).optional() })

function filterOf(ctx: Read, choices: JournalChoices): JournalFilter {
  return {
    authorityId: found(choices.myndighet ?? ctx.actor.at),
    direction: choices.riktning ?? null,
    from: choices.fran ?? null,
    to: choices.till ?? null,
    kind: choices.slag ?? null,
    officerId: choices.handlaggare ?? null,
  }
}

const journal = page('/handlingar', {
  may: 'someone',
  params: paged,
  show: async (ctx, { efter, ...choices }) => {
    const filter = filterOf(ctx, choices)
    return journalPage({
      page: await listJournal(ctx, filter, { after: efter }),
      choices,
      authority: await getAuthority(ctx, filter.authorityId),
      authorities: await listAuthorities(ctx),
      officers: await listOfficers(ctx, filter.authorityId),
      today: today(ctx),
    })
  },
})

const journalFile = download('/handlingar.csv', {
  may: 'someone',
  params: chosen,
  send: async (ctx, choices) => ({
    name: text.journal.file,
    mediaType: 'text/csv',
    inline: false,
    body: journalCsv(await findAllOfJournal(ctx, filterOf(ctx, choices))),
  }),
})

const rowAnswer = z.object({
  number: z.string(),
  datedOn: z.iso.date(),
  direction: z.enum(directions),
  /** Null: it lies in a case that is kept from the reader. */
  shown: z
    .object({
      id: z.uuid(),
      kind: z.enum(recordKinds),
      title: z.string(),
      party: z.string().nullable(),
      isSecret: z.boolean(),
      referenceNumber: z.string(),
    })
    .nullable(),
})

const journalAnswer = answer('/journal', {
  may: 'someone',
  params: paged,
  result: z.object({ records: z.array(rowAnswer).readonly(), next: z.string().nullable() }),
  show: async (ctx, { efter, ...choices }) => listJournal(ctx, filterOf(ctx, choices), { after: efter }),
})

export const journalRoutes: readonly Route[] = [journal, journalFile, journalAnswer]
