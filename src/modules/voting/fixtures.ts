/** Builders for tests: an item at the table of a body whose roll is called, and its extract as it is read. */

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { as, asking, type World } from '../../../test/support.ts'
import { aBoard, anAgenda } from '../meetings/fixtures.ts'
import type { BodyKind, Role } from '../organisation/index.ts'
import { aPerson } from '../organisation/fixtures.ts'
import { currentFiles, getRecord } from '../registry/index.ts'

export const heldOn = '2023-12-19'

/** A body of some seats with one substitute, its roll called with all members, one case on its agenda today. */
export async function aTable(world: World, seats = 13, kind: BodyKind = 'board') {
  const board = await aBoard(world, { kind })
  const seat = (name: string, role: Role = 'member', order?: number) =>
    aPerson(world.db, { bodyId: board.bodyId, roles: [role], name, ...(order !== undefined && { order }) })
  const members = [await seat('Ada Ordförande', 'chair')]
  for (let at = 1; at < seats; at++) members.push(await seat(`Ledamot ${String.fromCharCode(64 + at)}`))
  const substitute = await seat('Siv Ersättare', 'substitute', 1)
  const agenda = await anAgenda(world, board, { heldOn })
  const secretary = await as(world, board.secretaryId)
  const item = agenda.items[0] ?? assert.fail('an item')
  const called = await secretary.api(`/meetings/${agenda.meetingId}/roll`, { present: [...members, substitute] })
  assert.equal(called.status, 200, await called.text())
  const say = async (path: string, body: object = {}, method = 'POST') => {
    const answered = await secretary.api(
      path.startsWith('/') ? path : `/agenda-items/${item.itemId}/${path}`,
      body,
      method,
    )
    return { status: answered.status, words: await answered.text() }
  }
  const does = async (path: string, body: object = {}, method = 'POST') => {
    const { status, words } = await say(path, body, method)
    assert.equal(status, 200, words)
    return JSON.parse(words)
  }
  const table = async () => JSON.parse(await (await secretary.api(`/agenda-items/${item.itemId}/table`)).text())
  const page = `/sammantraden/${agenda.meetingId}/bordet/${item.itemId}`
  const at = { meetingId: agenda.meetingId, itemId: item.itemId, caseId: item.theCase.id, page }
  return { board, members, substitute, secretary, say, does, table, ...at }
}

export type TheTable = Awaited<ReturnType<typeof aTable>>

/** The first so many of the members say yes, the next so many no, and the rest abstain. */
export function votesOf({ members }: TheTable, yes: number, no: number) {
  return Object.fromEntries(members.map((id, at) => [id, at < yes ? 'yes' : at < yes + no ? 'no' : 'abstain'] as const))
}

/** Decides, adjusts, and reads the extract as pdftotext does. */
export async function extractOf(world: World, m: TheTable, outcome = 'as_proposed'): Promise<string> {
  const { decisionId } = await m.does('decide', { outcome, points: ['Nämnden godkänner yttrandet.'] })
  return adjusted(world, m, decisionId)
}

export async function adjusted(world: World, { does, meetingId }: TheTable, decisionId: string): Promise<string> {
  const how = { decisionIds: [decisionId], adjustedOn: heldOn, isImmediate: true }
  const { extracts } = await does(`/meetings/${meetingId}/adjust`, how)
  const record = await asking(world, (ctx) => getRecord(ctx, extracts[0].recordId))
  const pdf = currentFiles(record.files).find(({ mediaType }) => mediaType === 'application/pdf')
  const input = await world.files.read(pdf?.sha256 ?? '')
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' }).replace(/\s+/g, ' ')
}
