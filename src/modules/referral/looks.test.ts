import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { as, asking, worldOf, type Knocking } from '../../../test/support.ts'
import { textOfPdf } from '../meetings/fixtures.ts'
import { getRecord, listRecords } from '../registry/index.ts'
import {
  aBoardDecision,
  aDraft,
  anAdjustment,
  anAnswerer,
  anApprovedStatement,
  anAskedBoard,
  answerOf,
  aSender,
  days,
} from './fixtures.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')

/** Saves a template as its keeper does. */
async function aTemplate(keeper: Knocking, authorityId: string, content: object): Promise<void> {
  await answerOf(await keeper.api(`/templates/${authorityId}`, content, 'PUT'), z.unknown())
}

async function wordsOf(caseId: string, { direction, kind }: { direction: string; kind: string }): Promise<string> {
  const found = (await asking(world, (ctx) => listRecords(ctx, caseId))).find(
    (record) => record.direction === direction && record.kind === kind,
  )
  const { files } = await asking(world, (ctx) => getRecord(ctx, found?.id ?? ''))
  return textOfPdf(await world.files.read(files[0]?.sha256 ?? ''))
}

test('a cover letter has the letterhead, the name and the standard texts of the template; a correction has the letterhead', async () => {
  const sender = await aSender(world)
  const answerer = await anAnswerer(world)
  await aTemplate(await as(world, sender.board.secretaryId), sender.board.authorityId, {
    version: 0,
    organisation: 'Ängelby stad',
    footer: ['Storgatan 1'],
    cover: { kind: 'Remissmissiv', opening: 'Svara senast {sista svarsdag}.', closing: 'Ange {ärendenummer}.' },
  })
  const roundId = await aDraft(world, sender, [answerer.board.bodyId])
  const shown = await sender.officer.get(`/remisser/${roundId}/missiv.pdf`)
  const preview = await textOfPdf(new Uint8Array(await shown.arrayBuffer()))

  await answerOf(await sender.officer.api(`/referrals/${roundId}/send`, {}), z.unknown())
  await aTemplate(await as(world, sender.board.secretaryId), sender.board.authorityId, {
    version: 1,
    organisation: 'Nya staden',
    cover: { kind: 'Remissmissiv', opening: 'Ny inledning.' },
  })
  await answerOf(await sender.officer.api(`/referrals/${roundId}/corrections`, { what: 'Datum ändrat.' }), z.unknown())

  const sent = await wordsOf(sender.theCase.id, { direction: 'out', kind: 'referral' })
  for (const words of [preview, sent]) {
    assert.match(words, /Remissmissiv/)
    assert.match(words, /Ängelby stad/)
    assert.match(words, /Svara senast 2023-12-29\./)
    assert.match(words, new RegExp(`Ange ${sender.theCase.referenceNumber}\\.`))
    assert.match(words, /Storgatan 1/)
  }
  const again = await textOfPdf(
    new Uint8Array(await (await sender.officer.get(`/remisser/${roundId}/missiv.pdf`)).arrayBuffer()),
  )
  assert.equal(again, sent)
  const corrections = (await asking(world, (ctx) => listRecords(ctx, sender.theCase.id))).filter(
    ({ direction }) => direction === 'out',
  )
  const { files } = await asking(world, (ctx) => getRecord(ctx, corrections.at(-1)?.id ?? ''))
  const corrected = await textOfPdf(await world.files.read(files[0]?.sha256 ?? ''))
  assert.match(corrected, /Nya staden/)
  assert.match(corrected, /Datum ändrat\./)
  assert.doesNotMatch(corrected, /Remissmissiv|Ny inledning/)
})

test('an answer leaves in the template that its statement was approved in; the extract has the one of the day it is adjusted', async () => {
  const { round, answerer, caseId, at } = await anAskedBoard(world)
  const { authorityId } = answerer.board
  const first = {
    version: 0,
    organisation: 'Ängelby stad',
    statement: { kind: 'Remissvar', closing: 'Till {mottagare}, {mottagarens ärende}.' },
  }
  await aTemplate(answerer.secretary, authorityId, first)
  const recordId = await anApprovedStatement(answerer, caseId)
  await aTemplate(answerer.secretary, authorityId, {
    version: 1,
    organisation: 'Nya staden',
    statement: { kind: 'Svarsskrift' },
    extract: { kind: 'Utdrag', closing: 'Rätt utdraget.' },
  })
  const decision = await aBoardDecision(world, answerer, { caseId, heldOn: days.heldOn, recordIds: [recordId] })
  await anAdjustment(world, answerer, { ...decision, on: days.adjustedOn })

  assert.equal((await answerer.secretary.post(`${at}/expediera`)).status, 303)

  const statement = await wordsOf(caseId, { direction: 'out', kind: 'statement' })
  assert.match(statement, /Remissvar/)
  assert.match(statement, /Ängelby stad/)
  assert.match(statement, new RegExp(`, ${round.theCase.referenceNumber}\\.`))
  assert.doesNotMatch(statement, /Nya staden|Svarsskrift/)
  const extract = await wordsOf(caseId, { direction: 'out', kind: 'extract' })
  assert.match(extract, /Utdrag/)
  assert.match(extract, /Nya staden/)
  assert.match(extract, /Rätt utdraget\./)
})
