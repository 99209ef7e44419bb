import { z } from 'zod'
import { may, today, type Read } from '../../kernel/context.ts'
import { found } from '../../kernel/errors.ts'
import type { Html } from '../../kernel/html.ts'
import { answer, download, endpoint, form, page, type Route } from '../../kernel/http/route.ts'
import { together } from '../../kernel/together.ts'
import type { Rejected, Screen } from '../../kernel/ui/index.ts'
import { listCaseTypes, listClasses } from '../filing/index.ts'
import { getAuthority } from '../organisation/index.ts'
import { assignOfficer, closeCase, editCase, openCaseCommand, registerRecordCommand, reopenCase } from './commands.ts'
import { caseHref, caseKinds, checkChain, type Case, type LedgerEntry, type LedgerWords } from './model.ts'
import {
  findAllCases,
  findFiling,
  findHeldMarking,
  getCase,
  holdsSecrets,
  keepsSecretsOf,
  keptFilesOf,
  listCases,
  listLedger,
  listLinkedCases,
  listMovedAway,
  listOfficers,
  listRecords,
  listYears,
  noteSeen,
  readCursor,
} from './queries.ts'
import { correctionRoutes } from './routes/corrections.ts'
import { journalRoutes } from './routes/journal.ts'
import { recordRoutes } from './routes/record.ts'
import { secrecyRoutes } from './routes/secrecy.ts'
import { caseFrame, whatIsNext } from './slots.ts'
import { text } from './text.ts'
import { caseAnswer, caseListAnswer, recordsAnswer } from './views/answers.ts'
import { casesCsv, recordsCsv } from './views/csv.ts'
import { historyBody } from './views/history.ts'
import { casesPage, type ListChoices } from './views/list.ts'
import { newCaseForm, newCasePage } from './views/new-case.ts'
import { overviewBody } from './views/overview.ts'
import { recordsBody } from './views/records.ts'

const choices = z.object({
  lage: z.enum(['oppna', 'avslutade', 'alla']).default('oppna'),
  handlaggare: z.enum(['mina', 'utan']).optional(),
  ar: z.coerce.number().int().min(1900).max(2200).optional(),
  slag: z.enum(caseKinds).optional(),
  myndighet: z.enum(['egen', 'alla']).default('egen'),
})

const states = { oppna: 'open', avslutade: 'closed', alla: null } as const

function filterOf(ctx: Read, chosen: ListChoices) {
  const officers = { mina: { id: ctx.actor.personId ?? '' }, utan: 'nobody' } as const
  return {
    authorityId: chosen.myndighet === 'alla' ? null : ctx.actor.at,
    state: states[chosen.lage],
    officer: chosen.handlaggare === undefined ? null : officers[chosen.handlaggare],
    year: chosen.ar ?? null,
    kind: chosen.slag ?? null,
  }
}

const cases = page('/arenden', {
  may: 'someone',
  params: choices.extend({ efter: z.string().optional() }),
  show: async (ctx, { efter, ...chosen }) => {
    const filter = filterOf(ctx, chosen)
    const { at } = ctx.actor
    return casesPage({
      page: await listCases(ctx, filter, { after: readCursor(efter) }),
      choices: chosen,
      years: await listYears(ctx, filter.authorityId),
      authorityName: at === null ? null : (await getAuthority(ctx, at)).name,
      mayOpen: may(ctx.actor, 'registry.open-case', at),
      today: today(ctx),
    })
  },
})

const casesFile = download('/arenden.csv', {
  may: 'someone',
  params: choices,
  send: async (ctx, chosen) => ({
    name: text.list.file,
    mediaType: 'text/csv',
    inline: false,
    body: casesCsv(await findAllCases(ctx, filterOf(ctx, chosen))),
  }),
})

const newCase = page(newCaseForm, {
  may: 'someone',
  params: z.object({}),
  show: async (ctx, _, rejected) => {
    const at = found(ctx.actor.at)
    return newCasePage({
      authorityName: (await getAuthority(ctx, at)).name,
      mayOpen: may(ctx.actor, 'registry.open-case', at),
      officers: await listOfficers(ctx, at),
      kept: await keptFilesOf(ctx, rejected?.values['record.files[]']),
      today: today(ctx),
      rejected,
    })
  },
})

/** A page that is one tab of a case. */
function tabPage(
  path: string,
  { tab, show }: { tab: string; show: (ctx: Read, theCase: Case, rejected?: Rejected) => Promise<Html> },
) {
  return page(path, {
    may: 'someone',
    params: z.object({ caseId: z.string().max(200) }),
    show: async (ctx, { caseId }, rejected): Promise<Screen> => {
      const theCase = await getCase(ctx, caseId)
      const body = await caseFrame(ctx, theCase, { tab, body: await show(ctx, theCase, rejected) })
      return { title: `${theCase.referenceNumber} ${theCase.title}`, section: 'cases', body }
    },
  })
}

async function filingChoices(ctx: Read, { authorityId }: Case) {
  return { classes: await listClasses(ctx, authorityId), types: await listCaseTypes(ctx, authorityId) }
}

/** The words of these entries, as they are said to who reads. */
function wordsFor(ctx: Read, entries: readonly LedgerEntry[]): Promise<LedgerWords[]> {
  return together(
    ctx.slots('ledger.words').map(async (words) => {
      const entry = entries.find(({ event }) => event === words.event)
      if (words.sayTo === undefined || entry === undefined) return words
      return { ...words, say: await words.sayTo(ctx, entry.caseId) }
    }),
  )
}

const overview = tabPage('/arenden/:caseId', {
  tab: 'overview',
  show: async (ctx, theCase, rejected) => {
    const mine = (verb: string) => may(ctx.actor, `registry.${verb}`, theCase.authorityId)
    const latest = await listLedger(ctx, theCase.id, { latest: 5 })
    const mayChange = theCase.isSecret && mine('change-marking') && keepsSecretsOf(ctx, theCase)
    return overviewBody({
      theCase,
      next: await whatIsNext(ctx, theCase),
      linked: await listLinkedCases(ctx, theCase.id),
      latest,
      words: await wordsFor(ctx, latest),
      isHistoryWithheld: latest.length === 0 && (await holdsSecrets(ctx, theCase.id)),
      records: await listRecords(ctx, theCase.id),
      officers: mine('assign-officer') ? await listOfficers(ctx, theCase.authorityId) : [],
      filing: await findFiling(ctx, theCase),
      filingChoices: mine('file-case') ? await filingChoices(ctx, theCase) : null,
      held: mayChange ? await findHeldMarking(ctx, { caseId: theCase.id, recordId: null }) : undefined,
      may: {
        assign: mine('assign-officer'),
        edit: mine('edit-case'),
        close: mine('close-case'),
        reopen: mine('reopen-case'),
        mark: mine('mark-case') && keepsSecretsOf(ctx, theCase),
      },
      today: today(ctx),
      rejected,
    })
  },
})

const records = tabPage('/arenden/:caseId/handlingar', {
  tab: 'records',
  show: async (ctx, theCase, rejected) =>
    recordsBody({
      theCase,
      records: await listRecords(ctx, theCase.id),
      moved: await listMovedAway(ctx, theCase.id),
      mayRegister: may(ctx.actor, 'registry.register-record', theCase.authorityId),
      kept: await keptFilesOf(ctx, rejected?.values['files[]']),
      today: today(ctx),
      rejected,
    }),
})

const history = tabPage('/arenden/:caseId/historik', {
  tab: 'history',
  show: async (ctx, theCase) => {
    const entries = await listLedger(ctx, theCase.id)
    const isMarked = await holdsSecrets(ctx, theCase.id)
    const isWithheld = entries.length === 0 && isMarked
    if (isMarked && !isWithheld && !theCase.isSecret) noteSeen(ctx, 'history', [{ caseId: theCase.id }])
    return historyBody({ entries, words: await wordsFor(ctx, entries), faults: checkChain(entries), isWithheld })
  },
})

const recordsFile = download('/arenden/:caseId/handlingar.csv', {
  may: 'someone',
  params: z.object({ caseId: z.string().max(200) }),
  send: async (ctx, { caseId }) => {
    const theCase = await getCase(ctx, caseId)
    const body = recordsCsv(await listRecords(ctx, theCase.id), await listMovedAway(ctx, theCase.id))
    return { name: text.record.csvFile(theCase.referenceNumber), mediaType: 'text/csv', inline: false, body }
  },
})

const casesAnswer = answer('/cases', {
  may: 'someone',
  params: choices.extend({ efter: z.string().optional() }),
  result: caseListAnswer,
  show: async (ctx, { efter, ...chosen }) => {
    const { cases: shown, next } = await listCases(ctx, filterOf(ctx, chosen), { after: readCursor(efter) })
    return { cases: [...shown], next }
  },
})

const caseId = z.object({ caseId: z.string().max(200) })

const oneCaseAnswer = answer('/cases/:caseId', {
  may: 'someone',
  params: caseId,
  result: caseAnswer,
  show: async (ctx, params) => getCase(ctx, params.caseId),
})

const caseRecordsAnswer = answer('/cases/:caseId/records', {
  may: 'someone',
  params: caseId,
  result: recordsAnswer,
  show: async (ctx, params) => {
    const { id } = await getCase(ctx, params.caseId)
    return { records: await listRecords(ctx, id), moved: await listMovedAway(ctx, id) }
  },
})

const toCase = (tab: string) => (_: unknown, result: { referenceNumber: string }) => caseHref(result, tab)
const onOverview = { back: '/arenden/:caseId', then: toCase('') }

export const routes: readonly Route[] = [
  cases,
  casesFile,
  newCase,
  overview,
  records,
  recordsFile,
  history,
  ...journalRoutes,
  casesAnswer,
  oneCaseAnswer,
  caseRecordsAnswer,
  ...correctionRoutes,
  ...recordRoutes,
  ...secrecyRoutes,
  form(newCaseForm, openCaseCommand, { back: newCaseForm, then: toCase(''), says: () => text.open.opened }),
  form('/arenden/:caseId/handlingar', registerRecordCommand, {
    back: '/arenden/:caseId/handlingar',
    then: toCase('handlingar'),
    says: () => text.record.registered,
  }),
  form('/arenden/:caseId/fordela', assignOfficer, { ...onOverview, says: () => text.overview.assigned }),
  form('/arenden/:caseId/uppgifter', editCase, { ...onOverview, says: () => text.overview.saved }),
  form('/arenden/:caseId/avsluta', closeCase, { ...onOverview, says: () => text.overview.closed }),
  form('/arenden/:caseId/oppna', reopenCase, { ...onOverview, says: () => text.overview.reopened }),
  endpoint('/cases', openCaseCommand),
  endpoint('/cases/:caseId/records', registerRecordCommand),
  endpoint('/cases/:caseId/officer', assignOfficer, 'PUT'),
  endpoint('/cases/:caseId', editCase, 'PUT'),
  endpoint('/cases/:caseId/close', closeCase),
  endpoint('/cases/:caseId/reopen', reopenCase),
]
