import { z } from 'zod'
import { may, today, type Read } from '../../kernel/context.ts'
import { found } from '../../kernel/errors.ts'
import { answer, download, endpoint, form, page, type Route } from '../../kernel/http/route.ts'
import type { Html } from '../../kernel/html.ts'
import type { Rejected, Screen } from '../../kernel/ui/index.ts'
import { caseFrame, getCase } from '../registry/index.ts'
import { registerCompilation } from './commands.ts'
import { contentHashOf, countsOf, obstaclesToRegistering, type Compilation, type CompiledRow } from './model.ts'
import { compilationFile, formats, type Format } from './papers.ts'
import { findRoundOfCase, getCompilation, listRegistered } from './queries.ts'
import { compilationAnswer, compilationJson } from './model/json.ts'
import { text } from './text.ts'
import { compilationBody, views, type Shown, type ViewName } from './views/frame.ts'
import { matrixView } from './views/matrix.ts'
import { bodiesView, bodyView, questionView } from './views/readings.ts'

/** Bodies in one part of a long list. */
const rowsAtATime = 50

const seen = {
  vy: z.enum(views).default('matris'),
  efter: z.uuid().optional(),
  fraga: z.coerce.number().int().min(0).optional(),
  instans: z.uuid().optional(),
}
type Seen = { vy: ViewName; efter?: string | undefined; fraga?: number | undefined; instans?: string | undefined }

async function screenOf(ctx: Read, roundId: string, seen: Seen, rejected?: Rejected): Promise<Screen> {
  const compilation = await getCompilation(ctx, roundId)
  const registered = await listRegistered(ctx, roundId)
  const { round, rows } = compilation
  const shown = shownOf(compilation, seen, today(ctx))
  const isOurs = may(ctx.actor, 'compilation.register', round.authorityId)
  const body = compilationBody(
    shown,
    {
      view: seen.vy,
      registered,
      obstacles: isOurs ? obstaclesToRegistering(compilation, registered) : null,
      currentHash: contentHashOf(compilation),
      notIntact: rows.filter((row) => row.cells.some((cell) => !cell.isIntact)).map(({ name }) => name),
      rejected,
    },
    innerOf(shown, compilation, seen),
  )
  const theCase = await getCase(ctx, round.caseId)
  return {
    title: text.of(round.title),
    section: 'referrals',
    width: 'wide',
    body: await caseFrame(ctx, theCase, { tab: 'compilation', body }),
  }
}

function shownOf({ round, questions, rows }: Compilation, { vy, efter }: Seen, day: string): Shown {
  const start = efter === undefined ? 0 : rows.findIndex(({ id }) => id === efter) + 1
  const isWhole = vy === 'fraga'
  const part = isWhole ? rows : rows.slice(start, start + rowsAtATime)
  const counts = countsOf(rows)
  return { round, questions, rows: part, counts, hasMore: !isWhole && start + part.length < rows.length, today: day }
}

function innerOf(shown: Shown, { rows, questions }: Compilation, { vy, fraga, instans }: Seen): Html {
  if (vy === 'matris') return matrixView(shown)
  if (vy === 'fraga') return questionView(shown, fraga ?? questions[0]?.number ?? 0)
  if (instans === undefined) return bodiesView(shown)
  return bodyView(shown, found<CompiledRow>(rows.find(({ id }) => id === instans)))
}

const compilationPage = page('/remisser/:roundId/sammanstallning', {
  may: 'someone',
  params: z.object({ roundId: z.uuid(), ...seen }),
  show: (ctx, { roundId, ...how }, rejected) => screenOf(ctx, roundId, how, rejected),
})

/** The same from the case: its latest round. */
const caseTab = page('/arenden/:caseId/sammanstallning', {
  may: 'someone',
  params: z.object({ caseId: z.string(), ...seen }),
  show: async (ctx, { caseId, ...how }) => {
    const theCase = await getCase(ctx, caseId)
    return screenOf(ctx, found(await findRoundOfCase(ctx, theCase.id)).id, how)
  },
})

function downloadOf(format: Format): Route {
  return download(`/remisser/:roundId/sammanstallning.${format}`, {
    may: 'someone',
    params: z.object({ roundId: z.uuid() }),
    send: async (ctx, { roundId }) => {
      const { bytes, ...file } = await compilationFile(await getCompilation(ctx, roundId), format, today(ctx))
      return { ...file, inline: false, body: bytes }
    },
  })
}

export const routes: readonly Route[] = [
  compilationPage,
  caseTab,
  ...formats.map(downloadOf),
  form('/remisser/:roundId/sammanstallning/registrera', registerCompilation, {
    back: '/remisser/:roundId/sammanstallning',
    then: (_, { roundId }) => `/remisser/${roundId}/sammanstallning`,
    says: ({ recordNumber }) => text.registered(recordNumber),
  }),
  endpoint('/referrals/:roundId/compilation', registerCompilation),
  answer('/referrals/:roundId/compilation', {
    may: 'someone',
    params: z.object({ roundId: z.uuid() }),
    result: compilationAnswer,
    show: async (ctx, { roundId }) => compilationJson(await getCompilation(ctx, roundId)),
  }),
]
