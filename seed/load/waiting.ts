/** What waits at the service board today: something new for the registrar, to approve for the heads, to adjust for the secretary. */

import { addDays } from '../../src/kernel/time.ts'
import { sendCall } from '../../src/modules/calls/index.ts'
import { comment } from '../../src/modules/commenting/index.ts'
import { saveMemo, startMemo, submitDrafts } from '../../src/modules/drafting/index.ts'
import { decide, placeCase } from '../../src/modules/meetings/index.ts'
import { sayAtTheTable } from './at-the-table.ts'
import {
  assignOfficer,
  moveRecord,
  openCase,
  registerRecord,
  strikeRecord,
  type Direction,
} from '../../src/modules/registry/index.ts'
import { story } from '../demo-city.ts'
import { waitingCases } from '../waiting-cases.ts'
import { meetingDays } from './calendars.ts'
import type { Loading } from './loading.ts'
import { memoFields } from './steps.ts'

const [head = ''] = story.headsSN
const { registrarSN: registrar, caseOfficerSN: officer, boardSecretarySN: secretary } = story

export async function loadWaiting(loading: Loading): Promise<void> {
  const { unassigned, toApprove, inWriting, decided } = waitingCases
  const newest = await openWith(loading, { ...unassigned, day: loading.today, direction: 'in' })
  await putRight(loading, await writeForApproval(loading, toApprove), newest)
  await decideLately(loading, decided)
  await writeWithFaults(loading, inWriting)
}

type Opened = {
  readonly title: string
  readonly record: string
  readonly party?: string
  readonly direction: Direction
  readonly day: string
}

async function openWith(loading: Loading, { title, record, party = '', direction, day }: Opened): Promise<string> {
  return loading.write(registrar, day, async (ctx) => {
    const { id } = await openCase(ctx, { authorityId: loading.authority('sn'), title })
    const other = direction === 'internal' ? {} : { party }
    await registerRecord(ctx, { caseId: id, direction, kind: 'letter', title: record, files: [], ...other })
    return id
  })
}

async function writeForApproval(loading: Loading, matter: typeof waitingCases.toApprove): Promise<string> {
  const day = addDays(loading.today, -2)
  const caseId = await openWith(loading, { ...matter, day: addDays(loading.today, -16), direction: 'in' })
  await loading.as(registrar, addDays(loading.today, -15), assignOfficer, {
    caseId,
    officerId: loading.person(officer),
  })
  const memo = await memoFields(loading, {
    date: day,
    author: officer,
    title: matter.title,
    summary: [...matter.summary],
    proposals: [matter.proposal],
    basis: [`Tjänsteskrivelse ${day} ${matter.title}`],
    planning: [],
    sendTo: ['Fritidsnämnden'],
    responsible: story.headsSN,
  })
  const { draftId } = await loading.write(officer, day, (ctx) => startMemo(ctx, caseId, { date: day }))
  await loading.as(officer, day, saveMemo, { draftId, version: 1, ...memo })
  await loading.as(officer, day, submitDrafts, { caseId, approvers: story.headsSN.map(loading.person) })
  return caseId
}

/** A letter that was registered in the wrong case, and one that was registered twice. */
async function putRight(loading: Loading, caseId: string, toCase: string): Promise<void> {
  const { misplaced, twice } = waitingCases.mistakes
  const registered = await loading.write(registrar, loading.today, async (ctx) => {
    const letter = { caseId, direction: 'in', kind: 'letter', files: [] } as const
    return [await registerRecord(ctx, { ...letter, ...misplaced }), await registerRecord(ctx, { ...letter, ...twice })]
  })
  const [one = '', other = ''] = registered.map(({ id }) => id)
  await loading.as(registrar, loading.today, moveRecord, { recordId: one, toCase, reason: misplaced.why })
  await loading.as(registrar, loading.today, strikeRecord, { recordId: other, reason: twice.why })
}

async function writeWithFaults(loading: Loading, matter: typeof waitingCases.inWriting): Promise<void> {
  const day = addDays(loading.today, -1)
  const caseId = await openWith(loading, { ...matter, day: addDays(loading.today, -9), direction: 'in' })
  await loading.as(registrar, addDays(loading.today, -8), assignOfficer, { caseId, officerId: loading.person(officer) })
  const memo = await memoFields(loading, {
    date: day,
    author: officer,
    title: matter.title,
    summary: [...matter.summary],
    proposals: [matter.proposal],
    basis: [`${matter.record}, ${addDays(loading.today, -9)}`, `Tjänsteskrivelse ${matter.title}`],
    planning: [],
    sendTo: ['Kulturnämnden'],
    responsible: story.headsSN.slice(0, 1),
  })
  const { draftId } = await loading.write(officer, day, (ctx) => startMemo(ctx, caseId, { date: day }))
  await loading.as(officer, day, saveMemo, { draftId, version: 1, ...memo, body: matter.text })
  for (const one of matter.comments) await loading.as(head, loading.today, comment, { draftId, ...one })
}

async function decideLately(loading: Loading, matter: typeof waitingCases.decided): Promise<void> {
  const days = await meetingDays(loading, 'sn', addDays(loading.today, -40))
  const last = days.filter(({ day }) => day <= loading.today).at(-1)
  if (last === undefined) return // no meeting lies behind so early in the year
  const caseId = await openWith(loading, { ...matter, day: addDays(last.day, -30), direction: 'internal' })
  await loading.as(registrar, addDays(last.day, -29), assignOfficer, { caseId, officerId: loading.person(officer) })
  const { itemId } = await loading.as(secretary, addDays(last.day, -8), placeCase, {
    meetingId: last.id,
    caseId,
    proposal: [matter.proposal],
  })
  await loading.as(secretary, addDays(last.day, -6), sendCall, { meetingId: last.id, words: matter.call, version: 1 })
  await sayAtTheTable(loading, { secretary, meetingId: last.id, itemId, day: last.day })
  await loading.as(secretary, last.day, decide, { itemId, outcome: 'as_proposed', points: [matter.proposal] })
}
