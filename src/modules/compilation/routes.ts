import { z } from 'zod'
import { may, today, type Read } from '../../kernel/context.ts'
import { found } from '../../kernel/errors.ts'
import { answer, download, endpoint, form, page, type Route } from '../../kernel/http/route.ts'
import { html, type Html } from '../../kernel/html.ts'
import type { Screen } from '../../kernel/ui/index.ts'
import { caseFrame, getCase } from '../registry/index.ts'
import { registerCompilation } from './commands.ts'
import {
  besideMarked,
  changedIn,
  countsOf,
  obstaclesToRegistering,
  outside,
  type CompiledQuestion,
  type Overview,
} from './model.ts'
import { compilationFile, formats, type Format } from './papers.ts'
import { findRoundOfCase, getCompilation, getOverview, listRegistered, listRoundsOfCase, withCells } from './queries.ts'
import { compilationAnswer, compilationJson } from './model/json.ts'
import { consideredRoutes } from './routes/considered.ts'
import { text } from './text.ts'
import { compilationBody, views, type Shown, type ViewName } from './views/frame.ts'
import { matrixView } from './views/matrix.ts'
import { roundsPart } from './views/rounds.ts'
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

async function screenOf(ctx: Read, roundId: string, seen: Seen): Promise<Screen> {
  const overview = await getOverview(ctx, roundId)
  const registered = await listRegistered(ctx, roundId)
  const shown = await shownOf(ctx, overview, seen)
  const { round, contentHash } = overview
  const notIntact = [...new Set([...overview.notIntact, ...changedIn(shown.rows)])]
  const isOurs = may(ctx.actor, 'compilation.register', round.authorityId)
  const obstacles = isOurs ? obstaclesToRegistering({ ...overview, notIntact }, registered) : null
  const frame = { view: seen.vy, registered, obstacles, currentHash: contentHash, notIntact }
  const theCase = await getCase(ctx, round.caseId)
  const rounds = roundsPart(await listRoundsOfCase(ctx, theCase.id), roundId)
  const body = html`${rounds}${compilationBody(shown, frame, innerOf(shown, seen))}`
  return {
    title: text.of(round.title),
    section: 'referrals',
    width: 'wide',
    body: await caseFrame(ctx, theCase, { tab: 'compilation', body }),
  }
}

/** The words are read of the bodies that are shown, or of the question that is. */
async function shownOf(ctx: Read, { round, questions, bodies }: Overview, seen: Seen): Promise<Shown> {
  const about = { round, questions, counts: countsOf(bodies), besideMarked: besideMarked(bodies), today: today(ctx) }
  if (seen.vy === 'fraga') {
    const questionId = questions.find(({ number }) => number === numberOf(questions, seen))?.id ?? outside
    return { ...about, rows: await withCells(ctx, bodies, { questionId }), hasMore: false }
  }
  if (seen.vy === 'instans' && seen.instans !== undefined) {
    const body = found(bodies.find(({ id }) => id === seen.instans))
    return { ...about, rows: await withCells(ctx, [body]), hasMore: false }
  }
  const start = seen.efter === undefined ? 0 : bodies.findIndex(({ id }) => id === seen.efter) + 1
  const part = bodies.slice(start, start + rowsAtATime)
  return { ...about, rows: await withCells(ctx, part), hasMore: start + part.length < bodies.length }
}

/** The question asked for, else the first; 0 is what stands outside the questions. */
function numberOf(questions: readonly CompiledQuestion[], { fraga }: Seen): number {
  return fraga ?? questions[0]?.number ?? 0
}

function innerOf(shown: Shown, seen: Seen): Html {
  if (seen.vy === 'matris') return matrixView(shown)
  if (seen.vy === 'fraga') return questionView(shown, numberOf(shown.questions, seen))
  const only = shown.rows[0]
  return seen.instans === undefined || only === undefined ? bodiesView(shown) : bodyView(shown, only)
}

const compilationPage = page('/remisser/:roundId/sammanstallning', {
  may: 'someone',
  params: z.object({ roundId: z.uuid(), ...seen }),
  show: (ctx, { roundId, ...how }) => screenOf(ctx, roundId, how),
})

/** The same from the case: its latest round, below the list where there are several. */
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
  ...consideredRoutes,
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
