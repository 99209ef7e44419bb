import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { as, asking, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, aFile, aRecord, aRegistry, markedCase, markedRecord, provision } from './fixtures.ts'
import { checkChain } from './model.ts'
import { getRecord, listLedger, listMarkings } from './queries.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

const secret = { title: 'Orosanmälan om Kim', party: 'Skolkuratorn Vera' }
const other = '23 kap. 2 § OSL'

async function aMarkedRecord() {
  const registry = await aRegistry(world, { name: 'Skolnämnden' })
  const theCase = await aCase(world, registry, { title: 'Elevhälsa' })
  const record = await aRecord(world, registry, { caseId: theCase.id, ...secret, files: [aFile('kim.txt', 'Kim')] })
  await markedRecord(world, registry, record.id, { reason: 'Kims hälsa' })
  const registrar = await as(world, registry.registrarId)
  const colleague = await as(world, await aColleague(world, registry, 'case_officer'))
  const markingId = async () =>
    (await asking(world, (ctx) => listMarkings(ctx, theCase.id))).find(({ liftedAt }) => liftedAt === null)?.id ?? ''
  return { registry, theCase, record, registrar, colleague, markingId }
}

test('B-08 B-10 a marking is changed while it holds: the new one has its own day, person and reason, the old one is kept', async () => {
  const { theCase, record, registrar, colleague, markingId } = await aMarkedRecord()
  const path = `/handlingar/${record.id}/markeringar/${await markingId()}/andra`

  const [without, unfounded] = [
    await registrar.post(path, { provision: 'hemligt', reason: 'Fel paragraf' }),
    await registrar.post(path, { provision: other, reason: ' ' }),
  ]
  const done = await registrar.post(path, { provision: other, reason: 'Fel paragraf', hidesTitle: 'true' })

  assert.deepEqual([without.status, unfounded.status, done.status], [422, 422, 303])
  const again = await without.text()
  assert.match(again, /Skriv den bestämmelse som gäller/)
  assert.match(again, /value="hemligt"/)
  const [now, before] = await asking(world, (ctx) => listMarkings(ctx, theCase.id))
  assert.deepEqual(
    [now?.provision, now?.reason, now?.markedOn, now?.liftedAt, before?.provision, before?.reason, before?.liftedWhy],
    [other, 'Fel paragraf', '2023-10-10', null, provision, 'Kims hälsa', 'Fel paragraf'],
  )
  assert.equal(before?.isReplaced, true)
  const tab = await (await registrar.get(`/arenden/${theCase.id}/behorighet`)).text()
  assert.match(tab, /Ersatt/)
  const page = await (await colleague.get(`/handlingar/${record.id}`)).text()
  assert.match(page, /Sekretess 23 kap\. 2 § OSL/)
  assert.doesNotMatch(page, /Orosanmälan|Vera|kim\.txt|Ändra markeringen/)
  const history = await (await registrar.get(`/arenden/${theCase.id}/historik`)).text()
  assert.match(history, /från 21 kap\. 3 § OSL till 23 kap\. 2 § OSL: Fel paragraf/)
  assert.deepEqual(checkChain(await asking(world, (ctx) => listLedger(ctx, theCase.id))), [])
})

test('B-06 what is left out of a change stays as it was; what is said is changed each by itself', async () => {
  const { record, registrar, colleague, markingId } = await aMarkedRecord()
  const change = async (facts: object) =>
    registrar.api(`/markings/${await markingId()}`, { provision, reason: 'Prövat igen', ...facts }, 'PUT')
  const shown = async () => {
    const page = await (await colleague.get(`/handlingar/${record.id}`)).text()
    return [/<h1>([^<]*)/.exec(page)?.[1], page.includes(secret.party)]
  }

  const steps = []
  for (const facts of [
    { publicTitle: 'Anmälan' },
    { hidesParty: false },
    { publicTitle: '' },
    { hidesTitle: false, hidesParty: true },
    { hidesTitle: true },
  ]) {
    assert.equal((await change(facts)).status, 200)
    steps.push(await shown())
  }

  assert.deepEqual(steps, [
    ['Anmälan', false],
    ['Anmälan', true],
    ['Uppgift utelämnad', true],
    [secret.title, false],
    ['Uppgift utelämnad', false],
  ])
  const own = await asking(world, (ctx) => getRecord(ctx, record.id))
  assert.deepEqual([own.title, own.party], [secret.title, secret.party])
})

test('B-07 at no step of a change does the record stand open, neither in the register nor in what search finds by', async () => {
  const { record, registrar, colleague, markingId } = await aMarkedRecord()
  await sql`create table public.steps (words text, is_secret boolean)`.execute(world.db)
  await sql`create function public.note_step() returns trigger language plpgsql security definer as $$
    begin
      insert into public.steps select concat_ws(' ', r.title, r.party), r.is_secret from registry.records r;
      insert into public.steps select e.words::text, true from search.entries e;
      return null;
    end $$`.execute(world.db)
  for (const table of [
    'registry.records',
    'registry.withheld',
    'registry.markings',
    'registry.ledger',
    'search.entries',
  ])
    await sql`create trigger zz_step after insert or update or delete on ${sql.raw(table)}
      for each row execute function public.note_step()`.execute(world.db)

  const facts = { provision: other, reason: 'Fel paragraf', publicTitle: 'Anmälan' }
  const done = await registrar.api(`/markings/${await markingId()}`, facts, 'PUT')

  const { rows } = await sql<{ words: string; is_secret: boolean }>`select * from public.steps`.execute(world.db)
  await sql`drop function public.note_step() cascade`.execute(world.db)
  assert.equal(done.status, 200)
  assert.ok(rows.length > 5)
  const told = rows.filter(({ words, is_secret }) => !is_secret || /orosanm|kim|vera/i.test(words))
  assert.deepEqual(told, [])
  const found = async (who: typeof registrar, asked: string) =>
    (await (await who.get(`/sok?q=${encodeURIComponent(asked)}`)).text()).includes(record.id)
  assert.deepEqual(
    [await found(colleague, 'Orosanmälan'), await found(registrar, 'Orosanmälan'), await found(colleague, 'Anmälan')],
    [false, true, true],
  )
})

test('B-08 the provision of a marked case is changed, and the case is hidden all the while', async () => {
  const { registry, theCase, registrar, colleague } = await aMarkedRecord()
  await markedCase(world, registry, theCase.id)
  const held = (await asking(world, (ctx) => listMarkings(ctx, theCase.id))).find(({ recordId }) => recordId === null)
  const page = await (await registrar.get(`/arenden/${theCase.id}`)).text()
  const action = `/arenden/${theCase.id}/markeringar/${held?.id}/andra`

  const refused = await registrar.post(action, { provision: other, reason: '' })
  const done = await registrar.post(action, { provision: other, reason: 'Ny bedömning' })

  assert.ok(page.includes(`action="${action}"`))
  assert.deepEqual([refused.status, done.status], [422, 303])
  assert.match(await (await registrar.get(`/arenden/${theCase.id}`)).text(), /Sekretess 23 kap\. 2 § OSL/)
  assert.equal((await colleague.get(`/arenden/${theCase.id}`)).status, 404)
  const entries = await asking(world, (ctx) => listLedger(ctx, theCase.id))
  assert.equal(entries.at(-1)?.event, 'case.marking-changed')
})

test('a marking that is lifted or changed already is not changed, and not by who does not keep it', async () => {
  const { record, registrar, colleague, markingId } = await aMarkedRecord()
  const first = await markingId()
  const change = { provision: other, reason: 'Fel paragraf' }

  const strange = await colleague.api(`/markings/${first}`, change, 'PUT')
  const done = await registrar.api(`/markings/${first}`, change, 'PUT')
  const late = await registrar.api(`/markings/${first}`, change, 'PUT')
  await registrar.api(`/markings/${await markingId()}/lift`, { why: 'Inte längre' })
  const gone = await registrar.api(`/markings/${first}`, change, 'PUT')

  assert.deepEqual([strange.status, done.status, late.status, gone.status], [403, 200, 409, 409])
  assert.match(await late.text(), /Markeringen gäller inte längre/)
  assert.ok((await (await colleague.get(`/handlingar/${record.id}`)).text()).includes(secret.title))
})
