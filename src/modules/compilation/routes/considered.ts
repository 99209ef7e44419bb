/** The doors of what the bodies considered. */

import { z } from 'zod'
import { sheetXlsx } from '../../../kernel/documents/index.ts'
import { answer, download, page, type Route } from '../../../kernel/http/route.ts'
import { caseFrame, getCase } from '../../registry/index.ts'
import { csvOfConsidered, sheetsOfConsidered } from '../model/considered.ts'
import { getCompiledRound } from '../queries.ts'
import { getConsidered } from '../queries/considered.ts'
import { text } from '../text/considered.ts'
import { consideredBody } from '../views/considered.ts'

const oneRound = z.object({ roundId: z.uuid() })
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const consideredPage = page('/remisser/:roundId/hansyn', {
  may: 'someone',
  params: oneRound,
  show: async (ctx, { roundId }) => {
    const round = await getCompiledRound(ctx, roundId)
    const theCase = await getCase(ctx, round.caseId)
    const body = consideredBody(roundId, await getConsidered(ctx, roundId))
    return {
      title: `${text.title}: ${round.title}`,
      section: 'referrals',
      width: 'wide',
      body: await caseFrame(ctx, theCase, { tab: 'compilation', body }),
    }
  },
})

const xlsx = download('/remisser/:roundId/hansyn.xlsx', {
  may: 'someone',
  params: oneRound,
  send: async (ctx, { roundId }) => {
    const { referenceNumber } = await getCompiledRound(ctx, roundId)
    const sheets = sheetsOfConsidered(await getConsidered(ctx, roundId))
    const body = await sheetXlsx({ title: text.short, sheets })
    return { name: text.file(referenceNumber, 'xlsx'), mediaType: excel, inline: false, body }
  },
})

const csv = download('/remisser/:roundId/hansyn.csv', {
  may: 'someone',
  params: oneRound,
  send: async (ctx, { roundId }) => {
    const { referenceNumber } = await getCompiledRound(ctx, roundId)
    const body = csvOfConsidered(await getConsidered(ctx, roundId))
    return { name: text.file(referenceNumber, 'csv'), mediaType: 'text/csv', inline: false, body }
  },
})

const said = z.object({ id: z.uuid(), name: z.string(), state: z.enum(['said', 'set_aside']), text: z.string() })

export const consideredRoutes: readonly Route[] = [
  consideredPage,
  xlsx,
  csv,
  answer('/referrals/:roundId/considerations', {
    may: 'someone',
    params: oneRound,
    result: z.object({
      columns: z
        .array(z.object({ id: z.uuid(), name: z.string(), said: z.number(), setAside: z.number(), open: z.number() }))
        .readonly(),
      rows: z
        .array(
          z.object({
            id: z.uuid(),
            name: z.string(),
            referenceNumber: z.string().nullable(),
            hasAnswered: z.boolean(),
            said: z.array(said).readonly().nullable(),
          }),
        )
        .readonly(),
    }),
    show: async (ctx, { roundId }) => {
      await getCompiledRound(ctx, roundId)
      return getConsidered(ctx, roundId)
    },
  }),
]
