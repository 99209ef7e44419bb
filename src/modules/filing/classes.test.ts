import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf, type Knocking } from '../../../test/support.ts'
import { aColleague, aRegistry } from '../registry/fixtures.ts'
import { compareCodes, lettersOf, readPlan } from './model.ts'

const world = worldOf()
const bytes = (written: string) => new TextEncoder().encode(written)

test('a plan is read whatever separates its columns, in any order, and with the heads that offices use', () => {
  const semicolons = readPlan(
    bytes('\u{feff}Kod;Namn;Bevaras/gallras;År\r\n1;Leda;bevaras;\r\n1.2;Diarium;gallras;10\r\n'),
  )
  const commas = readPlan(bytes('namn,klass,gallringsfrist\n"Leda, styra",1,\nDiarium,1.2,5\n'))
  const tabs = readPlan(bytes('Beteckning\tBenämning\tHantering\n2.1\tBygglov\tGallras efter 3 år\n2.2\tKarta\tB\n'))
  const bare = readPlan(bytes('3;Skola;Bevaras;\n3.1;Elevhälsa;Gallras vid inaktualitet;\n'))

  assert.deepEqual(
    semicolons.map(({ line, code, name, retention, years, faults }) => [
      line,
      code,
      name,
      retention,
      years,
      faults.length,
    ]),
    [
      [2, '1', 'Leda', 'preserve', null, 0],
      [3, '1.2', 'Diarium', 'destroy', 10, 0],
    ],
  )
  assert.deepEqual(
    commas.map(({ code, name, years }) => [code, name, years]),
    [
      ['1', 'Leda, styra', null],
      ['1.2', 'Diarium', 5],
    ],
  )
  assert.deepEqual(
    tabs.map(({ code, retention, years }) => [code, retention, years]),
    [
      ['2.1', 'destroy', 3],
      ['2.2', 'preserve', null],
    ],
  )
  assert.deepEqual(
    bare.map(({ code, years }) => [code, years]),
    [
      ['3', null],
      ['3.1', 0],
    ],
  )
})

test('letters are read from UTF-8, UTF-16 and Windows-1252', () => {
  const words = 'Vård och omsorg – å'
  const old = Uint8Array.from(
    [...'V', 0xe5, ...'rd och omsorg ', 0x96, ' ', 0xe5].map((each) =>
      typeof each === 'number' ? each : each.charCodeAt(0),
    ),
  )
  const wide = new Uint8Array(Buffer.from(`\u{feff}${words}`, 'utf16le'))

  assert.equal(lettersOf(bytes(words)), words)
  assert.equal(lettersOf(wide).replace('\u{feff}', ''), words)
  assert.match(lettersOf(old), /^Vård och omsorg –/)
})

test('each row says what is wrong with it, and the others are read', () => {
  const rows = readPlan(
    bytes(
      'kod;namn;bevaras/gallras;år\n;Utan kod;bevaras;\n1;Ett;bevaras;5\n1..2;Fel kod;bevaras;\n2;;bevaras;\n3;Tre;gallras;\n3;Tre igen;bevaras;\n4;Fyra;sparas;\n5;Fem;gallras;tusen\n6;Sex;gallras;999\n7.;Sju;G10;\n',
    ),
  )

  assert.deepEqual(
    rows.map(({ line, faults }) => [line, faults.join(' ')]),
    [
      [2, 'Koden saknas.'],
      [3, 'Bevaras, men har också ett antal år.'],
      [4, '”1..2” är ingen kod. Skriv till exempel 2.4.1.'],
      [5, 'Namnet saknas.'],
      [6, 'Gallras, men antalet år saknas.'],
      [7, '3 står redan på rad 6.'],
      [8, '”sparas” är varken bevaras eller gallras.'],
      [9, '”tusen” är inget antal år mellan 0 och 200.'],
      [10, '”999” är inget antal år mellan 0 och 200.'],
      [11, ''],
    ],
  )
  assert.deepEqual(rows.at(-1), { line: 11, code: '7', name: 'Sju', retention: 'destroy', years: 10, faults: [] })
})

test('nothing that is sent as a plan makes the reader fall', () => {
  for (const sent of ['', ';;;\n;;;', '"', 'kod;namn\n"aldrig slut', '\u0000\u0001', 'a'.repeat(100_000)])
    assert.ok(Array.isArray(readPlan(bytes(sent))), sent.slice(0, 20))
  assert.ok(Array.isArray(readPlan(Uint8Array.from([0xff, 0xfe, 0x41]))))
})

test('codes are in the order people count', () => {
  assert.deepEqual(['2.10', '2.9', '10', '2', '2.9.1'].toSorted(compareCodes), ['2', '2.9', '2.9.1', '2.10', '10'])
})

async function readIn(person: Knocking, written: string): Promise<Response> {
  const form = new FormData()
  form.append('files', new File([written], 'plan.csv', { type: 'text/csv' }))
  return person.send('/klassificering/las-in', form)
}

test('a plan is looked through before it is taken, and nothing has changed till then', async () => {
  const { registrarId } = await aRegistry(world)
  const registrar = await as(world, registrarId)

  const read = await readIn(registrar, 'kod;namn;bevaras/gallras;år\n1;Styra;bevaras;\n1.1;Diarium;gallras;10\n')
  const preview = read.headers.get('location') ?? ''
  const shown = await (await registrar.get(preview)).text()
  const before = await (await registrar.get('/klassificering')).text()
  const taken = await registrar.post(preview)
  const after = await (await registrar.get('/klassificering')).text()

  assert.match(shown, /2 rader kan tas in/)
  assert.match(shown, /2 nya · 0 ändras · 0 som förut/)
  assert.match(before, /Ingen klassificering än/)
  assert.equal(taken.status, 303)
  assert.match(after, /Gallras efter 10 år/)
})

test('a plan with faults is refused until they are left out on purpose, and the rest is then taken', async () => {
  const { registrarId } = await aRegistry(world)
  const registrar = await as(world, registrarId)
  const preview = (await readIn(registrar, 'kod;namn\n1;Styra\n;Utan kod\n')).headers.get('location') ?? ''

  const refused = await registrar.post(preview)
  const said = await refused.text()
  const taken = await registrar.post(preview, { skipFaults: 'ja' })

  assert.equal(refused.status, 409)
  assert.match(said, /En rad kan inte tas in/)
  assert.match(said, /Koden saknas/)
  assert.equal(taken.status, 303)
})

test('taking a plan again changes what has changed and keeps the rest; the file that is given back can be read in', async () => {
  const { registrarId } = await aRegistry(world)
  const registrar = await as(world, registrarId)
  await registrar.post(
    (await readIn(registrar, 'kod;namn\n1;Styra\n2;Bygga "nytt"; och gammalt\n')).headers.get('location') ?? '',
  )

  const given = await (await registrar.get('/klassificering.csv')).text()
  const again =
    (await readIn(registrar, given.replace('1;Styra;bevaras;', '1;Leda;gallras;5'))).headers.get('location') ?? ''
  const shown = await (await registrar.get(again)).text()
  await registrar.post(again)
  const after = await (await registrar.get('/klassificering.csv')).text()

  assert.match(shown, /0 nya · 1 ändras · 1 som förut/)
  assert.match(after, /1;Leda;gallras;5/)
  assert.match(after, /2;"Bygga ""nytt""";bevaras;/)
})

test('the shared plan is the administrator’s; an authority’s own class stands in place of the shared one', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const administrator = await as(world, await aColleague(world, registry, 'administrator'))
  const shared = (await readIn(administrator, 'kod;namn\n9;Gemensam\n9.1;Delad\n')).headers.get('location') ?? ''
  const own = (await readIn(registrar, 'kod;namn\n9.1;Vår egen\n')).headers.get('location') ?? ''

  assert.equal((await registrar.post(`${own}/alla`)).status, 403)
  assert.equal((await administrator.post(`${shared}/alla`)).status, 303)
  await registrar.post(own)
  const plan = await (await registrar.get('/klassificering.csv')).text()
  const elsewhere = await as(world, (await aRegistry(world)).registrarId)

  assert.match(plan, /9;Gemensam/)
  assert.match(plan, /9\.1;Vår egen/)
  assert.doesNotMatch(plan, /Delad/)
  assert.match(await (await elsewhere.get('/klassificering.csv')).text(), /9\.1;Delad/)
})

test('an empty file is told from a plan', async () => {
  const { registrarId } = await aRegistry(world)
  const reply = await readIn(await as(world, registrarId), '\n\n')

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /Filen har inga rader/)
})
