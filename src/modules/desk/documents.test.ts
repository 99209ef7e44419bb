import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { actorOf, as, asking, worldOf } from '../../../test/support.ts'
import { writing } from '../../kernel/db.ts'
import { paperDocx } from '../../kernel/documents/index.ts'
import { aColleague, aFile, aRecord, markedRecord, readersOf } from '../registry/fixtures.ts'
import { anAskedBoard, aVisitor, type TestAsked } from '../referral/fixtures.ts'
import { documentsFor, pdf, proposal, readWaitingDocuments } from './fixtures.ts'

const world = worldOf()

async function documentCalled(title: string, { answerer, caseId }: Pick<TestAsked, 'answerer' | 'caseId'>) {
  const documents = await documentsFor(world, answerer.officer.personId, caseId)
  return documents.find((one) => one.title === title)
}

test('a PDF that came in with a referral is read page by page, once, and each page has its anchor', async () => {
  const { answerer, caseId } = await anAskedBoard(world)
  const registry = { ...answerer.board, registrarId: answerer.board.officerId }
  const file = await pdf(12)
  await aRecord(world, registry, { caseId, kind: 'proposal', title: 'Förslaget', files: [file] })
  await aRecord(world, registry, { caseId, kind: 'attachment', title: 'Samma igen', files: [file] })

  assert.ok((await readWaitingDocuments(world)) >= 1)
  assert.equal(await readWaitingDocuments(world), 0)

  const first = await documentCalled('Förslaget', { answerer, caseId })
  assert.equal(first?.reading, 'read')
  assert.ok(first !== undefined && first.parts >= 6, `${first?.parts} pages`)
  const page = await answerer.officer.get(`/arenden/${caseId}/underlag/forslaget?fil=${first?.fileId}&sida=2`)
  const words = await page.text()
  assert.equal(page.status, 200)
  assert.match(words, /id="s2"/)
  assert.doesNotMatch(words, /id="s1"/)
  assert.match(words, /data-source="Förslaget, s\. 2"/)
})

test('what is sought in a long document is found with its pages, on whatever line it was broken', async () => {
  const { answerer, caseId } = await anAskedBoard(world)
  const registry = { ...answerer.board, registrarId: answerer.board.officerId }
  await aRecord(world, registry, { caseId, kind: 'proposal', title: 'Långt förslag', files: [await pdf(9)] })
  await readWaitingDocuments(world)
  const shown = await documentCalled('Långt förslag', { answerer, caseId })

  const reply = await answerer.officer.api(
    `/cases/${caseId}/desk/documents/${shown?.fileId}?q=${encodeURIComponent('område 7 börjar hos')}`,
  )

  const { hits }: { hits: { number: number; passage: string }[] } = JSON.parse(await reply.text())
  assert.equal(hits.length, 1)
  assert.match(hits[0]?.passage ?? '', /Dialogen i område 7 börjar hos de boende/)
})

test('a Word file is read heading by heading, and quoted by its headings', async () => {
  const { answerer, caseId } = await anAskedBoard(world)
  const registry = { ...answerer.board, registrarId: answerer.board.officerId }
  const bytes = await paperDocx(proposal(3))
  const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const files = [{ name: 'forslag.docx', mediaType, bytes }]
  await aRecord(world, registry, { caseId, kind: 'proposal', title: 'I Word', files })
  await readWaitingDocuments(world)

  const shown = await documentCalled('I Word', { answerer, caseId })
  const page = await answerer.officer.get(`/arenden/${caseId}/underlag/forslaget?fil=${shown?.fileId}`)

  const words = await page.text()
  assert.match(words, /data-source="I Word, Kapitel 2"/)
  assert.match(words, /Dialogen i område 3 börjar hos de boende/)
})

test('a document that nobody has read yet can be asked for; one without text says so, and its file opens', async () => {
  const { answerer, caseId } = await anAskedBoard(world)
  const registry = { ...answerer.board, registrarId: answerer.board.officerId }
  const broken = {
    name: 'skannad.pdf',
    mediaType: 'application/pdf',
    bytes: new TextEncoder().encode('%PDF-1.4 trasig'),
  }
  await aRecord(world, registry, { caseId, kind: 'proposal', title: 'Skannat', files: [broken] })
  await world.db.deleteFrom('desk.documents').execute()
  const shown = await documentCalled('Skannat', { answerer, caseId })
  const at = `/arenden/${caseId}/underlag/forslaget?fil=${shown?.fileId}`
  assert.match(await (await answerer.officer.get(at)).text(), /Läs in texten/)

  const asked = await answerer.officer.post(`/arenden/${caseId}/underlag/forslaget/las-in`, {
    fileId: shown?.fileId ?? '',
  })
  assert.equal(asked.status, 303)
  assert.match(await (await answerer.officer.get(at)).text(), /Texten läses in/)
  await readWaitingDocuments(world)

  const page = await (await answerer.officer.get(at)).text()
  assert.match(page, /går inte att läsa ur filen/)
  assert.match(page, new RegExp(`/filer/${shown?.fileId}`))
})

test('TF 2:12 the desk of a case is there for its own authority alone', async () => {
  const { answerer, round, caseId } = await anAskedBoard(world)
  const [shown] = await documentsFor(world, answerer.officer.personId, caseId)

  for (const stranger of [round.officer, await aVisitor(world)])
    for (const panel of ['forslaget', 'tidigare', 'andra'])
      assert.equal((await stranger.get(`/arenden/${caseId}/underlag/${panel}`)).status, 404, panel)
  for (const path of ['documents', `documents/${shown?.fileId}`, 'earlier', 'others/1'])
    assert.equal((await round.officer.api(`/cases/${caseId}/desk/${path}`)).status, 404, path)
})

test('B-07 the text of a marked document is on the desk of those who may read it, and that they read it is noted', async () => {
  const { answerer, caseId } = await anAskedBoard(world)
  const registry = { ...answerer.board, registrarId: answerer.board.officerId }
  const colleague = await as(world, await aColleague(world, registry, 'case_officer', 'Utan Behov'))
  const facts = {
    caseId,
    kind: 'proposal',
    title: 'Känsligt',
    files: [aFile('kanslig.txt', 'Vretstrand har sett det')],
  } as const
  const record = await aRecord(world, registry, facts)
  await readWaitingDocuments(world)
  const at = `/arenden/${caseId}/underlag/forslaget?fil=${record.files[0]?.id}`
  assert.match(await (await colleague.get(at)).text(), /Vretstrand/)

  await markedRecord(world, { ...registry, registrarId: await aColleague(world, registry, 'registrar') }, record.id)

  const shut = await (await colleague.get(at)).text()
  assert.doesNotMatch(shut, /Vretstrand|Känsligt/)
  const hidden = await colleague.api(`/cases/${caseId}/desk/documents/${record.files[0]?.id}`)
  assert.equal(hidden.status, 404)
  await world.db
    .updateTable('registry.cases')
    .set({ officer_id: answerer.officer.personId })
    .where('id', '=', caseId)
    .execute()
  assert.match(await (await answerer.officer.get(at)).text(), /Vretstrand/)
  const readers = await readersOf(world, caseId)
  assert.ok(readers.some(({ personId, fileId }) => personId === answerer.officer.personId && fileId !== null))
  assert.ok(readers.every(({ personId }) => personId !== colleague.personId))
})

test('only the job that reads a file keeps what it says', async () => {
  const { answerer } = await anAskedBoard(world)
  const actor = await actorOf(world, answerer.officer.personId)
  const keeping = writing(world.db, actor, (tx) => sql`select desk.keep('a', 'read', false, '[]'::jsonb)`.execute(tx))

  await assert.rejects(keeping, /permission denied/)
})

test('the text of a document is sought by its sum, and the other documents of the house are not asked for', async () => {
  const { answerer } = await anAskedBoard(world)
  await sql`insert into desk.documents (sha256) select encode(sha256(n::text::bytea), 'hex') from generate_series(1, 3000) n`.execute(
    world.db,
  )
  await sql`insert into desk.parts (sha256, number, body) select sha256, n, 'Ord' from desk.documents, generate_series(1, 3) n on conflict do nothing`.execute(
    world.db,
  )
  await sql`analyze desk.documents, desk.parts`.execute(world.db)

  const plan = await asking(
    world,
    async (ctx) => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select body from desk.parts
        where sha256 = encode(sha256('7'::bytea), 'hex') order by number limit 20`.execute(ctx.db)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    },
    await actorOf(world, answerer.officer.personId),
  )

  assert.doesNotMatch(plan, /Seq Scan on (documents|parts)/)
})
