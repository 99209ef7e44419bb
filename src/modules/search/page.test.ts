import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { as, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, aRecord, aRegistry } from '../registry/fixtures.ts'
import { readFileJob } from './commands/read-file.ts'
import { readWaitingFiles } from './fixtures.ts'

const world = worldOf()

const letter = (words: string, name = 'brev.txt') => ({
  name,
  mediaType: 'text/plain',
  bytes: new TextEncoder().encode(words),
})

test('the page says what was found, marks the words where they stand, and escapes all else', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry, { title: 'Simhallen <b>stängs</b>' })
  const text = `Inledning. ${'Ord utan vikt. '.repeat(40)}Här står att <script>alert(1)</script> bassängen läcker. ${'Mer text. '.repeat(40)}`
  const record = await aRecord(world, registry, {
    caseId: theCase.id,
    title: 'Felanmälan',
    party: 'Bad & Fritid',
    files: [letter(text)],
  })
  await readWaitingFiles(world)

  const byTitle = await (await registrar.get('/sok?q=simhall')).text()
  const byFile = await (await registrar.get('/sok?q=bass%C3%A4ng')).text()

  assert.match(byTitle, new RegExp(`href="/arenden/${theCase.referenceNumber}"`))
  assert.match(byTitle, /<mark>Simhallen<\/mark> &lt;b&gt;stängs&lt;\/b&gt;/)
  assert.match(byFile, new RegExp(`href="/handlingar/${record.id}"`))
  assert.match(byFile, /&lt;script&gt;alert\(1\)&lt;\/script&gt; <mark>bassängen<\/mark> läcker/)
  assert.match(byFile, /Bad &amp; Fritid/)
  assert.doesNotMatch(byFile, /<script>alert/)
})

test('nothing found: what to try, and the right spelling of a name', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry, { title: 'Ansökan' })
  await aRecord(world, registry, { caseId: theCase.id, title: 'Brev', party: 'Lisbet Anderzon' })

  const [none, start, meant] = [
    await (await registrar.get('/sok?q=%3Cb%3Exyzzyq')).text(),
    await (await registrar.get('/sok')).text(),
    await (await registrar.get('/sok?q=Lisbeth+Anderson')).text(),
  ]

  assert.match(none, /Inget hittades för ”&lt;b&gt;xyzzyq”/)
  assert.match(start, /Sök i hela diariet/)
  assert.match(meant, /Menade du <a href="\/sok\?q=Lisbet\+Anderzon">Lisbet Anderzon<\/a>\?/)
})

test('each chosen filter is a chip that takes it away, and the address can be copied', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  await aCase(world, registry, { title: 'Farthinder' })

  const page = await (
    await registrar.get(`/sok?q=farthinder&myndighet=${registry.authorityId}&lage=open&ar=&slag=nonsens`)
  ).text()

  assert.match(page, new RegExp(`href="/sok\\?q=farthinder&amp;lage=open"[^>]*>Myndighet: ${registry.name}`))
  assert.match(page, new RegExp(`href="/sok\\?q=farthinder&amp;myndighet=${registry.authorityId}"[^>]*>Läge: Öppet`))
  assert.match(page, /data-copy=/)
})

test('a search is saved under a name, used again, and removed; it is one person’s own', async () => {
  const registry = await aRegistry(world)
  const [registrar, other] = [
    await as(world, registry.registrarId),
    await as(world, await aColleague(world, registry, 'head')),
  ]

  const saved = await registrar.post('/sok/spara', { name: 'Buller i år', query: 'q=buller&ar=2023&slag=x' })
  const nameless = await registrar.post('/sok/spara', { name: ' ', query: 'q=buller' })
  const list = await (await registrar.get('/sok')).text()
  const [, id = ''] = /action="\/sok\/([0-9a-f-]{36})\/ta-bort"/.exec(list) ?? []
  const others = await other.post(`/sok/${id}/ta-bort`)
  const gone = await registrar.post(`/sok/${id}/ta-bort`)

  assert.equal(saved.headers.get('location'), '/sok?q=buller&ar=2023')
  assert.equal(nameless.status, 422)
  assert.match(await nameless.text(), /Skriv vad sökningen ska heta/)
  assert.match(list, /href="\/sok\?q=buller&amp;ar=2023">Buller i år/)
  assert.equal(others.status, 404)
  assert.equal(gone.status, 303)
  assert.doesNotMatch(await (await registrar.get('/sok')).text(), /Buller i år/)
})

test('the file has what was found, and nothing that a spreadsheet would run', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry, { title: '=HYPERLINK("kolonilott")' })

  const csv = await (await registrar.get('/sok.csv?q=kolonilott')).text()

  assert.match(csv, new RegExp(`${theCase.referenceNumber};;Ärende;"'=HYPERLINK\\(""kolonilott""\\)"`))
})

test('PDF, Word, e-mail and text are read; what cannot be read is said where the record is found', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const mail = [
    'From: Ture Lindkvist <ture@example.se>',
    'Subject: =?utf-8?Q?Tr=C3=A4det_p=C3=A5_g=C3=A5rden?=',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/html; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p>Kastanjen lutar</p>',
    '--x',
    'Content-Type: text/plain; name="bilaga.txt"',
    'Content-Disposition: attachment; filename="bilaga.txt"',
    '',
    'Barkborrar i stammen',
    '--x--',
  ].join('\r\n')
  const files = [
    { ...letter(mail, 'brev.eml'), mediaType: 'message/rfc822' },
    { name: 'lista.csv', mediaType: 'text/csv', bytes: Buffer.from('namn;art\nEk;Skogslönn\n', 'latin1') },
    { name: 'trasig.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.4 trasig') },
  ]
  const record = await aRecord(world, registry, { caseId: theCase.id, title: 'Träd', files })

  await readWaitingFiles(world)

  for (const word of ['kastanj', 'barkborre', 'Lindkvist', 'skogslönn', 'gården']) {
    const page = await (await registrar.get(`/sok?q=${encodeURIComponent(word)}`)).text()
    assert.match(page, new RegExp(`href="/handlingar/${record.id}"`), word)
    assert.match(page, /gick inte att läsa/, word)
  }
  const { rows } = await sql`select state from search.texts where record_id = ${record.id} order by state`.execute(
    world.db,
  )
  assert.deepEqual(rows, [{ state: 'damaged' }, { state: 'read' }, { state: 'read' }])
})

test('a content that lies in many records is read once, and each of them is found by it', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const same = letter('Slånbärsbuskarna vid Sege', 'missiv.txt')
  for (let count = 0; count < 60; count++) await aRecord(world, registry, { caseId: theCase.id, files: [same] })
  const renamed = await aRecord(world, registry, { caseId: theCase.id, files: [{ ...same, name: 'annat.txt' }] })
  const one = await sql<{ id: string }>`select id from registry.files where name = 'missiv.txt' limit 1`.execute(
    world.db,
  )

  await readFileJob(world.caller(), { fileId: one.rows[0]?.id })

  const read = await sql<{ id: string; state: string | null }>`
    select r.id, t.state from registry.records r left join search.texts t on t.record_id = r.id
    where r.case_id = ${theCase.id}`.execute(world.db)
  for (const { id, state } of read.rows) assert.equal(state, id === renamed.id ? null : 'read')
  assert.equal(read.rows.length, 61)
  assert.match(await (await registrar.get('/sok?q=slånbärsbuske')).text(), /60 träffar/)
})

test('a number written whole goes straight to its case, without JavaScript too', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)
  const someone = await as(world, registry.registrarId)

  const answer = await someone.get(`/sok?q=${theCase.referenceNumber}`)

  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), `/arenden/${theCase.referenceNumber}`)
})

test('a record that was struck is found like any other, and says that it is struck', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const { id } = await aRecord(world, registry, { caseId: theCase.id, title: 'Kvittensblankett' })
  const found = async () => (await registrar.get('/sok?q=kvittensblankett')).text()
  const before = await found()

  await registrar.api(`/records/${id}/strike`, { reason: 'Registrerad två gånger' })

  const after = await found()
  assert.match(after, new RegExp(`href="/handlingar/${id}"`))
  assert.deepEqual([before.includes('Struken'), after.includes('Struken')], [false, true])
})
