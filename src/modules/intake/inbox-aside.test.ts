import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { as, asking, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, aFile, aRecord, stepping } from '../registry/fixtures.ts'
import { aMail, anOffice, taken, type TestOffice } from './fixtures.ts'
import { getMessage, listActs } from './queries/messages.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')
const registrarAt = (office: TestOffice) => as(world, office.registrarId)
const messageOf = (id: string) => asking(world, (ctx) => getMessage(ctx, id))

test('B-03 what is obviously of minor importance is set aside with the reason, kept, and taken back if that was wrong', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const id = await taken(registrar, aMail({ subject: 'Reklam för stolar' }))

  await registrar.post(`/inkorg/${id}/lagg-at-sidan`, { reason: 'minor', why: 'Reklam' })
  const handled = await (await registrar.get('/inkorg?visa=hanterade')).text()
  const again = await registrar.api(`/messages/${id}/set-aside`, { reason: 'minor' })
  await registrar.post(`/inkorg/${id}/angra`)
  const message = await messageOf(id)
  const acts = await asking(world, (ctx) => listActs(ctx, id))

  assert.match(handled, /Reklam för stolar/)
  assert.equal(again.status, 409)
  assert.equal(message.state, 'waiting')
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['set_aside', 'put_back'],
  )
})

test('B-03 what is kept in order instead says where', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const id = await taken(registrar, aMail())

  const without = await registrar.post(`/inkorg/${id}/lagg-at-sidan`, { reason: 'ordered', why: '' })
  const with_ = await registrar.post(`/inkorg/${id}/lagg-at-sidan`, { reason: 'ordered', why: 'Pärmen för felanmälan' })

  assert.equal(without.status, 422)
  assert.match(await without.text(), /Skriv var handlingen hålls ordnad/)
  assert.equal(with_.status, 303)
})

test('B-04 what may be secret is registered, never kept in order instead', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const id = await taken(registrar, aMail())

  const said = await registrar.api(`/messages/${id}/set-aside`, { reason: 'ordered', why: 'Pärm', isSecret: true })
  const { reasons } = await said.json()

  assert.equal(said.status, 409)
  assert.match(reasons[0], /ska registreras/)
  assert.equal((await messageOf(id)).state, 'waiting')
})

test('B-04 nor what belongs to a case where something is marked, whatever the registrar says', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const theCase = await aCase(world, office)
  await world.db
    .insertInto('registry.markings')
    .values({
      case_id: theCase.id,
      authority_id: office.authorityId,
      provision: '26 kap. 1 § OSL',
      marked_on: '2023-10-03',
      marked_at: world.now,
    })
    .execute()
  const id = await taken(registrar, aMail({ subject: theCase.referenceNumber }))

  const said = await registrar.api(`/messages/${id}/set-aside`, { reason: 'ordered', why: 'Pärm' })

  assert.equal(said.status, 409)
})

test('what is in quarantine is let out with a reason, and only then registered; undo takes it back in', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const id = await taken(registrar, aMail({ subject: 'Kör mig', files: [{ name: 'kör.exe', bytes: 'MZ' }] }))
  const list = await (await registrar.get('/inkorg?visa=karantan')).text()

  world.now = new Date(world.now.getTime() + 4 * 86_400_000)
  const work = await (await registrar.get('/')).text()
  world.now = new Date(world.now.getTime() - 4 * 86_400_000)
  const early = await registrar.api(`/messages/${id}/registration`, { title: 'Fråga', party: 'Anna Berg' })
  const mute = await registrar.api(`/messages/${id}/release`, { why: '' })
  await registrar.post(`/inkorg/${id}/slapp`, { why: 'Beställd av it-enheten' })
  const released = await messageOf(id)
  await registrar.post(`/inkorg/${id}/angra`)
  const back = await messageOf(id)

  assert.match(list, /Kör mig/)
  assert.match(list, /En bilaga är ett program/)
  assert.match(work, /Ett meddelande i karantän[^]*Försenat/, 'B-02: it has come in all the same')
  assert.deepEqual([early.status, mute.status], [409, 422])
  assert.deepEqual([released.state, back.state], ['waiting', 'quarantined'])
})

test('B-08 a message that holds what is secret is registered with its marking, and what it hides is hidden in the registry', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const officer = await as(world, await aColleague(world, office, 'case_officer'))
  const id = await taken(registrar, aMail({ subject: 'Orosanmälan om grannen' }))

  const answer = await registrar.api(`/messages/${id}/registration`, {
    caseTitle: 'Anmälan',
    title: 'Orosanmälan om grannen',
    party: 'Anna Berg',
    secrecy: { provision: '26 kap. 1 § OSL', hidesTitle: true, hidesParty: true },
  })
  const { recordId } = await answer.json()
  const seen = await (await officer.get(`/handlingar/${recordId}`)).text()
  const contacts = await world.db
    .selectFrom('filing.contacts')
    .select('name')
    .where('authority_id', '=', office.authorityId)
    .execute()

  assert.equal(answer.status, 200)
  assert.doesNotMatch(seen, /Orosanmälan om grannen|Anna Berg/)
  assert.deepEqual(contacts, [])
})

test('B-08 B-10 a message is not registered open because its provision was forgotten, nor in a case that tells its hidden title', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const id = await taken(registrar, aMail({ subject: 'Orosanmälan om grannen' }))
  const facts = { title: 'Orosanmälan om grannen', party: 'Anna Berg' }
  const asked = (more: object) => registrar.api(`/messages/${id}/registration`, { ...facts, ...more })

  const forgotten = await asked({ secrecy: { reason: 'Rör en granne', hidesParty: true } })
  const told = await asked({ secrecy: { provision: '26 kap. 1 § OSL', hidesTitle: true } })

  assert.deepEqual([forgotten.status, told.status], [422, 422])
  assert.match(await forgotten.text(), /secrecy\.provision/)
  assert.match(await told.text(), /caseTitle/)
  assert.equal((await messageOf(id)).state, 'waiting')
})

test('an attachment that is in the registry already is told when the message is registered, and goes in when it is meant', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const theCase = await aCase(world, office)
  await aRecord(world, office, { caseId: theCase.id, files: [aFile('ritning.txt', 'Samma ritning')] })
  const mail = aMail({ files: [{ name: 'bilaga.txt', type: 'text/plain', bytes: 'Samma ritning' }] })
  const id = await taken(registrar, mail)
  const form = { title: 'Fråga', party: 'Anna Berg', kind: 'letter', 'parts[]': '1' }

  const refused = await registrar.post(`/inkorg/${id}/registrera`, form)
  const said = await refused.text()
  const meant = await registrar.post(`/inkorg/${id}/registrera`, { ...form, acceptDuplicates: 'ja' })

  assert.equal(refused.status, 422)
  assert.match(said, new RegExp(`bilaga\\.txt finns redan i diariet: 2023:1 i ${theCase.referenceNumber}`))
  assert.match(said, /name="acceptDuplicates"/)
  assert.equal(meant.status, 303)
})

test('the menu tells the registrar of the active authority how many messages wait, in words too, and nobody else', async () => {
  const office = await anOffice(world)
  const registrar = await registrarAt(office)
  const officer = await as(world, await aColleague(world, office, 'case_officer'))
  const menuOf = async (who: typeof registrar) =>
    /<nav class="k-nav"[^]*?<\/nav>/.exec(await (await who.get('/arenden')).text())?.[0] ?? ''
  const before = await menuOf(registrar)
  for (const subject of ['Ett', 'Två']) await taken(registrar, aMail({ subject }))
  const two = await menuOf(registrar)
  await sql`insert into intake.messages (authority_id, received_at, via, sha256, size, state)
    select authority_id, received_at, via, sha256, size, state from intake.messages, generate_series(1, 60)
    where authority_id = ${office.authorityId}`.execute(world.db)

  assert.doesNotMatch(before, /k-count/)
  assert.match(
    two,
    /Inkorg <span class="k-count"><span aria-hidden="true">2<\/span><span class="k-hidden">2 väntar<\/span>/,
  )
  assert.match(await menuOf(registrar), /99\+<\/span><span class="k-hidden">fler än 99 väntar/)
  assert.doesNotMatch(await menuOf(officer), /k-count/)
})

test('counting what waits reads the index of what waits, and no further than is shown', async () => {
  const office = await anOffice(world)
  const plan = await stepping(world, office.registrarId, async (ctx) => {
    await sql`set local enable_seqscan = off`.execute(ctx.db)
    const { rows } = await sql<Record<string, string>>`explain select count(*) from (select id from intake.messages
      where authority_id = ${sql.lit(office.authorityId)}::uuid and state = 'waiting' limit 100) waits`.execute(ctx.db)
    return rows.map((row) => Object.values(row)[0]).join('\n')
  })

  assert.match(plan, /messages_authority_id_received_at_id_idx/)
})
