import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { actorOf, as, asking, worldOf } from '../../../test/support.ts'
import { writing } from '../../kernel/db.ts'
import { aCase, aColleague, aFile, aRecord, aRegistry, markedCase, markedRecord, readersOf } from './fixtures.ts'
import { checkChain } from './model.ts'
import { getRecord, listLedger, listRecords } from './queries.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

/** Two cases of an authority, with one record in the right one and two in the wrong one. */
async function aWrongCase() {
  const registry = await aRegistry(world)
  const [wrong, right] = [
    await aCase(world, registry, { title: 'Cykelväg' }),
    await aCase(world, registry, { title: 'Bygglov' }),
  ]
  await aRecord(world, registry, { caseId: right.id, title: 'Ansökan' })
  const record = await aRecord(world, registry, {
    caseId: wrong.id,
    title: 'Komplettering av ansökan',
    party: 'Karin Holmgren',
    files: [aFile('ritning.txt', 'Ritning')],
  })
  await aRecord(world, registry, { caseId: wrong.id, title: 'Yttrande om cykelväg' })
  const registrar = await as(world, registry.registrarId)
  const colleague = await as(world, await aColleague(world, registry, 'case_officer'))
  const page = async (path: string, who = registrar) => (await who.get(path)).text()
  const move = (toCase: string, reason = 'Registrerad i fel ärende') =>
    registrar.post(`/handlingar/${record.id}/flytta`, { toCase, reason })
  return { registry, wrong, right, record, registrar, colleague, page, move }
}

test('B-16 a record is moved to the right case: it keeps its number in the registry, and leaves a line with its old place', async () => {
  const { registry, wrong, right, record, registrar, page, move } = await aWrongCase()

  const form = await page(`/handlingar/${record.id}`)
  const done = await move(` ${right.referenceNumber} `)

  assert.match(form, /<summary>Flytta till ett annat ärende<\/summary>/)
  assert.deepEqual([done.status, done.headers.get('location')], [303, `/handlingar/${record.id}`])
  const now = await asking(world, (ctx) => getRecord(ctx, record.id))
  assert.deepEqual([now.caseId, now.seq, now.number], [right.id, 2, record.number])
  assert.equal(now.files[0]?.name, 'ritning.txt')
  assert.match(
    await page(`/arenden/${wrong.id}/handlingar`),
    new RegExp(`Flyttad till <a href="/handlingar/${record.id}">${right.referenceNumber}, nummer 2</a>`),
  )
  assert.match(await page(`/arenden/${right.id}/handlingar`), /Komplettering av ansökan/)
  const csv = await page(`/arenden/${wrong.id}/handlingar.csv`)
  assert.match(csv, new RegExp(`1;;;;;Flyttad till ${right.referenceNumber}, nummer 2`))
  const again = await aRecord(world, registry, { caseId: wrong.id })
  const inRight = await aRecord(world, registry, { caseId: right.id })
  assert.deepEqual([again.seq, inRight.seq], [3, 3])
  assert.match(await page(`/sok?q=komplettering`), new RegExp(record.id))
  const answer = await (await registrar.get(`/api/v1/cases/${wrong.referenceNumber}/records`)).text()
  assert.match(answer, new RegExp(`"moved":\\[\\{"seq":1,"recordId":"${record.id}"`))
})

test('B-12 both histories say that it was moved, from where, to where and why, and their chains hold', async () => {
  const { wrong, right, page, move } = await aWrongCase()

  await move(right.id)

  const [from, to] = [await page(`/arenden/${wrong.id}/historik`), await page(`/arenden/${right.id}/historik`)]
  assert.match(
    from,
    new RegExp(`Flyttade handling 2023:\\d+ till ${right.referenceNumber}, nummer 2: Registrerad i fel ärende`),
  )
  assert.match(
    to,
    new RegExp(`Flyttade hit handling 2023:\\d+ från ${wrong.referenceNumber}, nummer 1: Registrerad i fel ärende`),
  )
  for (const { id } of [wrong, right])
    assert.deepEqual(checkChain(await asking(world, (ctx) => listLedger(ctx, id))), [])
})

test('B-06 E-17 a marking goes with the record, with what is withheld and who has read; the old history is still kept from others', async () => {
  const { registry, wrong, right, record, registrar, colleague, page, move } = await aWrongCase()
  await markedRecord(world, registry, record.id)
  await page(`/handlingar/${record.id}`)

  const done = await move(right.id)

  assert.equal(done.status, 303)
  assert.doesNotMatch(await page(`/handlingar/${record.id}`, colleague), /Komplettering|Holmgren|ritning/)
  assert.match(await page(`/handlingar/${record.id}`), /Komplettering av ansökan/)
  for (const { id } of [wrong, right]) {
    assert.match(await page(`/arenden/${id}/historik`, colleague), /Historiken visas för den som har behörighet/)
    assert.match(await page(`/arenden/${id}/historik`), /Flyttade/)
  }
  assert.deepEqual(
    (await readersOf(world, right.id)).map(({ recordId }) => recordId).filter((id) => id !== null && id !== record.id),
    [],
  )
  assert.ok((await readersOf(world, right.id)).some(({ personId }) => personId === registry.registrarId))
  assert.match(await page(`/arenden/${right.id}/behorighet`), /21 kap\. 3 § OSL/)
  assert.deepEqual((await registrar.get(`/arenden/${right.id}/behorighet`)).status, 200)
})

test('J-08 a record that is marked after it was moved takes its name out of the old case’s history too', async () => {
  const { registry, wrong, right, record, colleague, page, move } = await aWrongCase()
  await move(right.id)
  const before = await page(`/arenden/${wrong.id}/historik`, colleague)

  await markedRecord(world, registry, record.id)

  assert.match(before, /Komplettering av ansökan/)
  assert.doesNotMatch(await page(`/arenden/${wrong.id}/historik`, colleague), /Komplettering/)
})

test('J-08 an open case does not name a marked case that a record went to, and nothing becomes open by being moved', async () => {
  const { registry, wrong, right, record, colleague, page, move } = await aWrongCase()
  await markedCase(world, registry, right.id)

  const into = await move(right.id, 'Hör till Kims ärende')
  const [list, history] = [
    await page(`/arenden/${wrong.id}/handlingar`, colleague),
    await page(`/arenden/${wrong.id}/historik`, colleague),
  ]
  const back = await move(wrong.id)

  assert.equal(into.status, 303)
  assert.match(list, /Flyttad till ett annat ärende/)
  for (const seen of [list, history])
    assert.doesNotMatch(seen, new RegExp(`${right.referenceNumber}|Kim|Komplettering`))
  assert.equal((await colleague.get(`/handlingar/${record.id}`)).status, 404)
  assert.equal(back.status, 409)
  assert.match(await back.text(), /Sekretessmarkera handlingen först, annars blir den öppen/)
})

test('a move that cannot be made is refused with every reason, and what was written comes back', async () => {
  const { registry, wrong, right, record, registrar, colleague, move } = await aWrongCase()
  const stranger = await aRegistry(world)
  const elsewhere = await aCase(world, stranger)
  const out = await aRecord(world, registry, { caseId: wrong.id, direction: 'out', party: 'Karin Holmgren' })
  await registrar.post(`/arenden/${right.id}/avsluta`, { reason: '' })

  const replies = [
    await move('SN-1901-1'),
    await move(''),
    await move(wrong.id),
    await move(elsewhere.referenceNumber),
    await registrar.post(`/handlingar/${out.id}/flytta`, { toCase: right.referenceNumber, reason: 'Fel' }),
    await colleague.api(`/records/${record.id}/move`, { toCase: right.id, reason: 'Fel' }),
    await (
      await as(world, stranger.registrarId)
    ).api(`/records/${record.id}/move`, { toCase: elsewhere.id, reason: 'Fel' }),
  ]

  assert.deepEqual(
    replies.map(({ status }) => status),
    [422, 422, 409, 409, 409, 403, 403],
  )
  const said = await Promise.all(replies.map((reply) => reply.text()))
  assert.match(said[0] ?? '', /Det finns inget sådant ärende/)
  assert.match(said[0] ?? '', /value="SN-1901-1"/)
  assert.match(said[2] ?? '', /Handlingen ligger redan i ärendet/)
  assert.match(said[3] ?? '', /bara inom myndighetens eget diarium/)
  assert.match(said[4] ?? '', /Det rätta ärendet är avslutat/)
  const now = await asking(world, (ctx) => getRecord(ctx, record.id))
  assert.equal(now.caseId, wrong.id)
})

test('what is sent between two authorities stays where it is', async () => {
  const { registry, wrong, right, record, registrar } = await aWrongCase()
  const copy = await aRecord(world, registry, { caseId: wrong.id, originRecordId: record.id })

  const replies = [
    await registrar.api(`/records/${record.id}/move`, { toCase: right.id, reason: 'Fel' }),
    await registrar.api(`/records/${copy.id}/strike`, { reason: 'Fel' }),
  ]

  for (const reply of replies) {
    assert.equal(reply.status, 409)
    assert.match(await reply.text(), /Handlingen har skickats mellan två myndigheter/)
  }
})

test('B-02 D-06 what was registered by mistake is struck: number, words and files remain, and the history says who and why', async () => {
  const { registry, wrong, record, registrar, page } = await aWrongCase()

  const form = await page(`/handlingar/${record.id}`)
  const empty = await registrar.post(`/handlingar/${record.id}/stryk`, { reason: ' ' })
  const done = await registrar.post(`/handlingar/${record.id}/stryk`, { reason: 'Registrerad två gånger' })

  assert.match(form, /<summary>Stryk handlingen<\/summary>/)
  assert.deepEqual([empty.status, done.status], [422, 303])
  const struck = await page(`/handlingar/${record.id}`)
  assert.match(struck, /Registrerad av misstag och struken/)
  assert.match(struck, /ritning\.txt/)
  assert.doesNotMatch(struck, /<summary>(Rätta|Flytta|Stryk)/)
  for (const path of [`/arenden/${wrong.id}/handlingar`, '/handlingar'])
    assert.match(await page(path), /<s>Komplettering av ansökan<\/s>/)
  assert.match(await page(`/arenden/${wrong.id}/historik`), /Strök handling 2023:\d+: Registrerad två gånger/)
  const [first] = await asking(world, (ctx) => listRecords(ctx, wrong.id))
  assert.deepEqual([first?.seq, first?.number], [record.seq, record.number])
  const next = await aRecord(world, registry, { caseId: wrong.id })
  assert.equal(next.seq, 3)
})

test('what is struck is not struck again, corrected, moved or added to, and only the registrar strikes', async () => {
  const { right, record, registrar, colleague } = await aWrongCase()

  const byOfficer = await colleague.api(`/records/${record.id}/strike`, { reason: 'Fel' })
  await registrar.api(`/records/${record.id}/strike`, { reason: 'Fel' })
  const replies = [
    await registrar.api(`/records/${record.id}/strike`, { reason: 'Fel' }),
    await registrar.api(`/records/${record.id}/move`, { toCase: right.id, reason: 'Fel' }),
    await registrar.api(`/records/${record.id}`, { title: 'Annat', reason: 'Fel' }, 'PUT'),
  ]

  assert.equal(byOfficer.status, 403)
  for (const reply of replies) {
    assert.equal(reply.status, 409)
    assert.match(await reply.text(), /Handlingen är struken/)
  }
})

test('D-06 the store moves and strikes nothing but as the last entry of the ledger says', async () => {
  const { registry, right, record, registrar } = await aWrongCase()
  const actor = await actorOf(world, registry.registrarId)
  const tamper = (statement: string) => writing(world.db, actor, (db) => sql.raw(statement).execute(db))

  for (const statement of [
    `update registry.records set case_id = '${right.id}' where id = '${record.id}'`,
    `select registry.move_record('${record.id}', '${right.id}', 2, now())`,
    `update registry.records set struck_at = now(), struck_by = '${registry.registrarId}' where id = '${record.id}'`,
    `delete from registry.moves`,
  ])
    await assert.rejects(tamper(statement), /permission denied/, statement)
  await registrar.api(`/records/${record.id}/strike`, { reason: 'Fel' })
  await assert.rejects(
    tamper(`update registry.records set struck_at = null, struck_by = null where id = '${record.id}'`),
    /permission denied/,
  )
})

test('two who move each other’s way wait for no one, and every place is given once', async () => {
  const { registry, wrong, right, registrar } = await aWrongCase()
  const there = await Promise.all([0, 1, 2].map(() => aRecord(world, registry, { caseId: wrong.id })))
  const here = await Promise.all([0, 1, 2].map(() => aRecord(world, registry, { caseId: right.id })))

  const replies = await Promise.all([
    ...there.map(({ id }) => registrar.api(`/records/${id}/move`, { toCase: right.id, reason: 'Fel' })),
    ...here.map(({ id }) => registrar.api(`/records/${id}/move`, { toCase: wrong.id, reason: 'Fel' })),
  ])

  assert.deepEqual(
    replies.map(({ status }) => status),
    [200, 200, 200, 200, 200, 200],
  )
  const places = [wrong, right].map(async ({ id }) => {
    const left = await world.db.selectFrom('registry.moves').select('seq').where('from_case_id', '=', id).execute()
    return [...(await asking(world, (ctx) => listRecords(ctx, id))), ...left]
      .map(({ seq }) => seq)
      .toSorted((a, b) => a - b)
  })
  for (const seqs of await Promise.all(places))
    assert.deepEqual(
      seqs,
      [...seqs.keys()].map((no) => no + 1),
    )
})
