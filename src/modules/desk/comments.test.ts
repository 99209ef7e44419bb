import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOf, as, asking, worldOf } from '../../../test/support.ts'
import { anAskedBoard, aVisitor } from '../referral/fixtures.ts'
import { aColleague, aRecord, markedRecord } from '../registry/fixtures.ts'
import { pdf, readWaitingDocuments } from './fixtures.ts'
import { commentsAt, placed } from './model/comment.ts'
import type { DeskDocument } from './model/document.ts'

const world = worldOf()

/** The proposal in a case of a board, read; with a colleague who may comment it. */
async function aReadProposal(pages = 3) {
  const { answerer, round, caseId } = await anAskedBoard(world)
  const registry = { ...answerer.board, registrarId: answerer.board.officerId }
  const record = await aRecord(world, registry, {
    caseId,
    kind: 'proposal',
    title: 'Förslaget',
    files: [await pdf(pages)],
  })
  await readWaitingDocuments(world)
  const { reference_number: number } = await world.db
    .updateTable('registry.cases')
    .set({ officer_id: answerer.officer.personId })
    .where('id', '=', caseId)
    .returning('reference_number')
    .executeTakeFirstOrThrow()
  const colleague = await as(world, await aColleague(world, registry, 'head', 'Karin Ek'))
  const at = `/arenden/${number}/underlag/forslaget`
  return { answerer, round, registry, caseId, record, fileId: record.files[0]?.id ?? '', colleague, at }
}

const quote = 'Dialogen i område 1 börjar hos de boende.'

test('a colleague comments words on a page of the proposal, the officer finds it in Mitt arbete and replies, and it is done and opened again', async () => {
  const { answerer, fileId, colleague, at } = await aReadProposal()

  const sent = await colleague.post(`${at}/kommentera`, {
    fileId,
    part: '1',
    fil: fileId,
    sida: '1',
    quote,
    said: 'Vilka?',
  })
  const place = sent.headers.get('location') ?? ''
  const id = place.split('#kommentar-')[1] ?? ''
  const beside = await (await answerer.officer.get(place.split('#')[0] ?? '')).text()
  const work = await (await answerer.officer.get('/')).text()
  const replied = await answerer.officer.post(`${at}/svara`, {
    commentId: id,
    visa: 'kommentarer',
    said: 'De i Holma.',
  })
  const bySection = await (await colleague.get(`${at}?visa=kommentarer`)).text()
  const closed = await answerer.officer.post(`${at}/klar`, { commentId: id, fil: fileId, sida: '1' })
  const done = await (await colleague.get(`${at}?visa=kommentarer`)).text()
  const reopened = await colleague.post(`${at}/oppna`, { commentId: id, fil: fileId, sida: '1' })

  assert.deepEqual(
    [sent, replied, closed, reopened].map(({ status }) => status),
    [303, 303, 303, 303],
  )
  assert.match(beside, new RegExp(`id="s1"[^]*id="kommentar-${id}"[^]*<q>${quote}</q>[^]*Vilka\\?[^]*Karin Ek`))
  assert.match(work, /En kommentar på handlingarna du svarar på/)
  assert.match(bySection, new RegExp(`Förslaget[^]*#s1">s\\. 1</a>[^]*${quote}[^]*De i Holma\\.`))
  assert.match(done, /Klara \(1\)[^]*Klar enligt/)
})

test('what cannot be commented on a page is said, and what was written comes back', async () => {
  const { fileId, colleague, at } = await aReadProposal()
  const send = async (fields: Record<string, string>) => {
    const reply = await colleague.post(`${at}/kommentera`, { fileId, part: '1', fil: fileId, sida: '1', ...fields })
    return { status: reply.status, page: await reply.text() }
  }

  const empty = await send({ quote })
  const elsewhere = await send({ quote: 'ord som inte står där', said: 'Mina egna ord' })
  const beyond = await colleague.api(`/files/${fileId}/comments`, { part: 99, said: 'Finns inte' })

  assert.deepEqual([empty.status, elsewhere.status, beyond.status], [422, 422, 404])
  assert.match(empty.page, /Skriv en kommentar\./)
  assert.match(elsewhere.page, /Orden står inte så på den sidan[^]*Mina egna ord/)
})

test('TF 2:12 what is said of the proposal is never seen by another authority, not even by the one that sent it', async () => {
  const { answerer, round, registry, caseId, fileId, record, colleague, at } = await aReadProposal()
  const elsewhere = (await anAskedBoard(world)).answerer.officer
  const sent = await colleague.api(`/files/${fileId}/comments`, { part: 1, quote, said: 'Hemligt påpekande' })
  const { commentId }: { commentId: string } = JSON.parse(await sent.text())

  for (const other of [round.officer, elsewhere, await aVisitor(world)]) {
    const seen = [await other.get(`${at}?visa=kommentarer`), await other.api(`/cases/${caseId}/desk/comments`)]
    assert.deepEqual(
      seen.map(({ status }) => status),
      [404, 404],
    )
    const actor = await actorOf(world, other.personId)
    const rows = await asking(world, (ctx) => ctx.db.selectFrom('commenting.comments').select('said').execute(), actor)
    assert.deepEqual(rows, [])
  }
  const tries = [`files/${fileId}/comments`, `comments/${commentId}/replies`, `comments/${commentId}/close`]
  const refused = tries.map(async (path) => (await elsewhere.api(`/${path}`, { part: 1, said: 'Utifrån' })).status)
  assert.deepEqual(await Promise.all(refused), [403, 404, 404])
  const heard = await answerer.officer.api(`/cases/${caseId}/desk/comments`)
  assert.match(await heard.text(), /Hemligt påpekande/)

  await markedRecord(world, { ...registry, registrarId: await aColleague(world, registry, 'registrar') }, record.id)
  const without = await (await colleague.api(`/cases/${caseId}/desk/comments`)).text()
  assert.doesNotMatch(without, /Hemligt påpekande|område 1/)
})

const aDocument = (sha256: string, facts: Partial<DeskDocument> = {}): DeskDocument => ({
  recordId: 'r',
  fileId: `fil ${sha256}`,
  sha256,
  earlier: [],
  seq: 1,
  title: 'Förslaget',
  fileName: 'forslag.pdf',
  reading: 'read',
  isPaged: true,
  parts: 2,
  ...facts,
})

const aComment = (quoted: string | null, words: string) => ({
  id: 'k',
  quote: quoted,
  said: 'Oklart.',
  proposal: null,
  at: world.now,
  by: 'p',
  byName: 'Karin Ek',
  state: 'open' as const,
  answeredAt: null,
  answeredByName: null,
  replies: [],
  caseId: 'c',
  anchor: { sha256: 'gammal', title: 'Förslaget', part: 1, heading: null, isPage: true, words },
})

test('a comment follows its words into a new version, is shown without a place where they are gone, and is found in a later correction', () => {
  const [words, moved] = ['Samordningen leds av staden.', 'Inledning.\n\nSamordningen leds\nav staden.']
  const pages = (...texts: string[]) => texts.map((text, at) => ({ number: at + 1, heading: null, text }))
  const anew = aDocument('ny', { earlier: ['gammal'] })
  const correction = { document: aDocument('rättad', { seq: 2 }), parts: pages('Nytt.', 'Nytt.', `Mer. ${words}`) }
  const inNew = (texts: string[], more: Partial<DeskDocument> = {}) => [
    { document: { ...anew, ...more }, parts: pages(...texts) },
  ]
  const comment = aComment(words, words)

  const same = placed(comment, [{ document: aDocument('gammal'), parts: [] }, correction])
  const found = placed(comment, inNew(['Nytt.', moved]))
  const gone = placed(comment, inNew(['Nytt.', 'Samordningen leds av nämnden.']))
  const unread = placed(comment, inNew([], { reading: 'waiting' }))
  const away = placed(comment, [])

  assert.deepEqual([same.standing, same.spot?.part.number, same.also.map(({ part }) => part.number)], ['here', 1, [3]])
  assert.deepEqual([found.standing, found.spot?.part.number, found.isOfEarlier], ['here', 2, true])
  assert.deepEqual(
    [gone, unread, away].map(({ standing, spot }) => [standing, spot]),
    [
      ['gone', null],
      ['unread', null],
      ['away', null],
    ],
  )
  const inCorrection = commentsAt([same, gone], { document: correction.document, part: { number: 3, heading: null } })
  assert.deepEqual(inCorrection, [same])
})
