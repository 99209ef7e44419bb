import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, collide, statements, worldOf } from '../../../test/support.ts'
import { Forbidden, Invalid } from '../../kernel/errors.ts'
import { linkCases, setDue } from './commands/change.ts'
import { aCase, aColleague, aRecord, aRegistry, stepping } from './fixtures.ts'
import { checkChain } from './model.ts'
import { getCase, listLedger, listLinkedCases, listRecords } from './queries.ts'

const world = worldOf('2023-10-10T08:12:00+02:00')

const eventsOf = async (caseId: string) =>
  (await asking(world, (ctx) => listLedger(ctx, caseId))).map((entry) => entry.event)

test('a registrar opens a case and registers what started it in one step', async () => {
  const registry = await aRegistry(world, { prefix: 'SN', name: 'Servicenämnden' })
  const registrar = await as(world, registry.registrarId)
  const form = new FormData()
  const fields = {
    title: 'Remiss: Långsiktigt och strategiskt områdeslyft',
    kind: 'referral_answer',
    officerId: '',
    counterpart: 'STK-2023-1042',
    dueOn: '2024-01-12',
    dueSource: 'kommunstyrelsens arbetsutskott § 430',
    'record.direction': 'in',
    'record.title': 'Missiv',
    'record.kind': 'cover_letter',
    'record.party': 'Kommunstyrelsen',
    'record.datedOn': '2023-10-09',
  }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('record.files[]', new File(['Fyra frågor'], 'missiv.txt', { type: 'text/plain' }))
  form.append('record.files[]', new File(['%PDF-1.7'], 'förslag.pdf', { type: 'application/pdf' }))

  const reply = await registrar.send('/arenden/nytt', form)

  assert.equal(reply.status, 303)
  assert.equal(reply.headers.get('location'), '/arenden/SN-2023-1')
  const theCase = await asking(world, (ctx) => getCase(ctx, 'SN-2023-1'))
  const [record] = await asking(world, (ctx) => listRecords(ctx, theCase.id))
  assert.deepEqual(
    record?.files.map((file) => [file.position, file.name]),
    [
      [1, 'missiv.txt'],
      [2, 'förslag.pdf'],
    ],
  )
  assert.deepEqual(await eventsOf(theCase.id), ['case.opened', 'record.registered'])
  const overview = await (await registrar.get('/arenden/SN-2023-1')).text()
  for (const words of [
    'Remiss: Långsiktigt och strategiskt områdeslyft',
    'fre 12 jan 2024',
    'satt av kommunstyrelsens arbetsutskott §\u00a0430',
    'STK-2023-1042',
  ])
    assert.match(overview, new RegExp(words))
})

test('a case without a title is not opened, uses no number, and keeps what was written and sent', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const form = new FormData()
  form.append('title', '  ')
  form.append('counterpart', 'STK-2023-7')
  form.append('record.title', 'Brev')
  form.append('record.files[]', new File(['Hej'], 'brev.txt', { type: 'text/plain' }))

  const refused = await registrar.send('/arenden/nytt', form)

  const page = await refused.text()
  assert.equal(refused.status, 422)
  assert.match(page, /Skriv vad ärendet gäller\./)
  assert.match(page, /value="STK-2023-7"/)
  assert.match(page, /Redan mottagna: brev\.txt/)
  const kept = /name="record\.files\[\]" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const again = await registrar.post('/arenden/nytt', {
    title: 'Brev om parken',
    'record.title': 'Brev',
    'record.party': 'En invånare',
    'record.files[]': [kept],
  })
  const number = decodeURIComponent(again.headers.get('location')?.split('/').at(-1) ?? '')
  assert.equal(number, `${registry.prefix}-2023-1`)
  const theCase = await asking(world, (ctx) => getCase(ctx, number))
  const [record] = await asking(world, (ctx) => listRecords(ctx, theCase.id))
  assert.deepEqual(
    record?.files.map((file) => file.name),
    ['brev.txt'],
  )
})

test('what is wrong with the first record is said at its own field', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)

  const reply = await registrar.post('/arenden/nytt', {
    title: 'Brev',
    'record.title': 'Brev',
    'record.direction': 'in',
  })

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /href="#falt-record-party">Skriv vem handlingen kommer från\./)
})

test('through the API a case is opened at any authority where one may, and answers with its number', async () => {
  const registry = await aRegistry(world, { prefix: 'ÅN' })
  const registrar = await as(world, registry.registrarId)

  const reply = await registrar.api('/cases', { title: 'Ny lekplats', dueOn: '2023-12-01' })

  assert.equal(reply.status, 200)
  const { caseId, referenceNumber } = await reply.json()
  assert.equal(referenceNumber, 'ÅN-2023-1')
  const read = await registrar.api(`/cases/${encodeURIComponent('ÅN-2023-1')}`)
  const answer = await read.json()
  assert.deepEqual([answer.id, answer.title, answer.dueOn], [caseId, 'Ny lekplats', '2023-12-01'])
})

test('nobody opens a case at an authority where they have no role', async () => {
  const [own, other] = [await aRegistry(world), await aRegistry(world)]
  const registrar = await as(world, own.registrarId)

  const reply = await registrar.api('/cases', { title: 'Inte min', authorityId: other.authorityId })

  assert.equal(reply.status, 403)
})

test('a member may read the registry but not open a case, and is told so in words', async () => {
  const registry = await aRegistry(world)
  const member = await as(world, await aColleague(world, registry, 'member'))
  const theCase = await aCase(world, registry)

  const [read, form, opened] = [
    await member.get(`/arenden/${theCase.referenceNumber}`),
    await member.get('/arenden/nytt'),
    await member.post('/arenden/nytt', { title: 'Motion' }),
  ]

  assert.deepEqual([read.status, form.status, opened.status], [200, 200, 403])
  assert.match(await form.text(), /Du har ingen roll som får öppna ärenden/)
})

test('a case is found by its id and by its number, and what is neither is not found', async () => {
  const registry = await aRegistry(world, { numberFormat: '{prefix} {year}/{n}' })
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)

  const addresses = [
    theCase.id,
    encodeURIComponent(theCase.referenceNumber),
    'SN-1999-1',
    '00000000-0000-4000-8000-000000000000',
  ]
  const statuses = await Promise.all(addresses.map(async (each) => (await registrar.get(`/arenden/${each}`)).status))

  assert.deepEqual(statuses, [200, 200, 404, 404])
})

test('a case is assigned to an officer of its own authority, and the history says so', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const officerId = await aColleague(world, registry, 'case_officer', 'Elin Demo')
  const theCase = await aCase(world, registry)

  const reply = await registrar.post(`/arenden/${theCase.id}/fordela`, { officerId })

  assert.equal(reply.headers.get('location'), `/arenden/${theCase.referenceNumber}`)
  const history = await (await registrar.get(`/arenden/${theCase.referenceNumber}/historik`)).text()
  assert.match(history, /fördelade ärendet till Elin Demo/)
})

test('a case is not assigned to someone without a role at the authority', async () => {
  const [registry, other] = [await aRegistry(world), await aRegistry(world)]
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)

  const reply = await registrar.post(`/arenden/${theCase.id}/fordela`, { officerId: other.registrarId })

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /Personen är inte handläggare hos myndigheten/)
  assert.deepEqual(await eventsOf(theCase.id), ['case.opened'])
})

test('assigning to the one who has it already writes nothing', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry, { officerId: registry.registrarId })

  const reply = await registrar.api(`/cases/${theCase.id}/officer`, { officerId: registry.registrarId }, 'PUT')

  assert.equal(reply.status, 200)
  assert.deepEqual(await eventsOf(theCase.id), ['case.opened'])
})

test('editing changes what is sent, leaves what is left out, and the history keeps what was', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry, { counterpart: 'STK-2023-1', dueOn: '2023-12-01', dueSource: 'KSAU' })

  const renamed = await registrar.api(`/cases/${theCase.id}`, { title: 'Remiss om gångvägar' }, 'PUT')
  const cleared = await registrar.api(`/cases/${theCase.id}`, { dueOn: '' }, 'PUT')

  assert.deepEqual([renamed.status, cleared.status], [200, 200])
  const now = await asking(world, (ctx) => getCase(ctx, theCase.id))
  assert.deepEqual(
    [now.title, now.counterpart, now.dueOn, now.dueSource],
    ['Remiss om gångvägar', 'STK-2023-1', null, null],
  )
  const entries = await asking(world, (ctx) => listLedger(ctx, theCase.id))
  assert.deepEqual(
    entries.map((entry) => entry.event),
    ['case.opened', 'case.edited', 'case.due-set'],
  )
  assert.deepEqual(entries[1]?.facts['from'], { title: 'Remiss om cykelvägar', counterpart: 'STK-2023-1' })
})

test('a closed case is not changed until someone opens it again and says why', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  await registrar.post(`/arenden/${theCase.id}/avsluta`, { reason: 'yttrandet är skickat' })

  const refused = [
    await registrar.post(`/arenden/${theCase.id}/uppgifter`, { title: 'Nytt namn' }),
    await registrar.post(`/arenden/${theCase.id}/fordela`, { officerId: registry.registrarId }),
    await registrar.post(`/arenden/${theCase.id}/avsluta`),
  ]
  const silent = await registrar.post(`/arenden/${theCase.id}/oppna`, { reason: '' })
  const opened = await registrar.post(`/arenden/${theCase.id}/oppna`, { reason: 'En begäran om komplettering' })

  assert.deepEqual(
    refused.map((reply) => reply.status),
    [409, 409, 409],
  )
  assert.deepEqual([silent.status, opened.status], [422, 303])
  const history = await (await registrar.get(`/arenden/${theCase.id}/historik`)).text()
  assert.match(history, /avslutade ärendet: yttrandet är skickat/)
  assert.match(history, /öppnade ärendet igen: En begäran om komplettering/)
  assert.match(history, /Kedjan är hel/)
})

test('an open case is not opened again', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)

  const reply = await registrar.api(`/cases/${theCase.id}/reopen`, { reason: 'Av misstag' })

  assert.equal(reply.status, 409)
})

test('two who close a case at once close it once', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const theCase = await aCase(world, registry)
  const close = () => registrar.api(`/cases/${theCase.id}/close`, {})

  const replies = await collide(world, 'registry.cases', theCase.id, [close, close])

  assert.deepEqual(replies.map((reply) => reply.status).toSorted(), [200, 409])
  assert.deepEqual(await eventsOf(theCase.id), ['case.opened', 'case.closed'])
})

test('only the authority of a case sets its last day', async () => {
  const [own, other] = [await aRegistry(world), await aRegistry(world)]
  const theCase = await aCase(world, own)
  const due = { dueOn: '2024-01-12', dueSource: 'KSAU § 430' }

  await assert.rejects(
    stepping(world, other.registrarId, (ctx) => setDue(ctx, theCase.id, due)),
    Forbidden,
  )
  await stepping(world, own.registrarId, (ctx) => setDue(ctx, theCase.id, due))

  const now = await asking(world, (ctx) => getCase(ctx, theCase.id))
  assert.deepEqual([now.dueOn, now.dueSource], ['2024-01-12', 'KSAU § 430'])
})

test('B-15 cases at two authorities are linked, each with its own number and its own history', async () => {
  const [sender, receiver] = [await aRegistry(world), await aRegistry(world)]
  const [sent, received] = [await aCase(world, sender), await aCase(world, receiver)]

  await stepping(world, sender.registrarId, (ctx) => linkCases(ctx, sent.id, received.id, 'referral'))
  await stepping(world, sender.registrarId, (ctx) => linkCases(ctx, sent.id, received.id, 'referral'))

  const linked = await asking(world, (ctx) => listLinkedCases(ctx, received.id))
  assert.deepEqual(
    linked.map((theCase) => [theCase.referenceNumber, theCase.link]),
    [[sent.referenceNumber, 'referral']],
  )
  for (const { id } of [sent, received]) {
    assert.deepEqual(await eventsOf(id), ['case.opened', 'case.linked'])
    assert.deepEqual(checkChain(await asking(world, (ctx) => listLedger(ctx, id))), [])
  }
})

test('a case is not linked to itself', async () => {
  const registry = await aRegistry(world)
  const { id } = await aCase(world, registry)

  await assert.rejects(
    stepping(world, registry.registrarId, (ctx) => linkCases(ctx, id, id, 'related')),
    Invalid,
  )
})

test('the list shows the own authority, page by page, and every case once', async () => {
  const [registry, other] = [await aRegistry(world), await aRegistry(world)]
  const registrar = await as(world, registry.registrarId)
  for (let i = 0; i < 53; i++) await aCase(world, registry, { openedOn: i % 2 === 0 ? '2023-10-09' : '2023-10-10' })
  const theirs = await aCase(world, other)

  const first = await (await registrar.get('/arenden')).text()
  const more = /href="([^"]*efter=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await (await registrar.get(more)).text()

  const numbersOn = (page: string) => [...page.matchAll(/k-number">([^<]+-2023-\d+)</g)].map((match) => match[1])
  const all = [...numbersOn(first), ...numbersOn(second)]
  assert.deepEqual([numbersOn(first).length, numbersOn(second).length], [50, 3])
  assert.equal(new Set(all).size, 53)
  assert.ok(!all.includes(theirs.referenceNumber))
})

test('the filters are in the address', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const mine = await aCase(world, registry, { title: 'Mitt eget', officerId: registry.registrarId })
  await aCase(world, registry, { title: 'Ett uppdrag', kind: 'assignment' })
  const closed = await aCase(world, registry, { title: 'Det avslutade' })
  await aCase(world, registry, { title: 'Från i fjol', openedOn: '2022-05-01' })
  await registrar.post(`/arenden/${closed.id}/avsluta`)
  const titles = ['Mitt eget', 'Ett uppdrag', 'Det avslutade', 'Från i fjol']

  const shown = async (query: string) => {
    const page = await (await registrar.get(`/arenden${query}`)).text()
    return titles.filter((title) => page.includes(title))
  }

  assert.deepEqual(await shown(''), ['Mitt eget', 'Ett uppdrag', 'Från i fjol'])
  assert.deepEqual(await shown('?lage=avslutade'), ['Det avslutade'])
  assert.deepEqual(await shown('?lage=alla'), titles)
  assert.deepEqual(await shown('?handlaggare=mina'), ['Mitt eget'])
  assert.deepEqual(await shown('?handlaggare=utan'), ['Ett uppdrag', 'Från i fjol'])
  assert.deepEqual(await shown('?slag=assignment'), ['Ett uppdrag'])
  assert.deepEqual(await shown('?ar=2022'), ['Från i fjol'])
  const everywhere = await (await registrar.get('/arenden?myndighet=alla&lage=alla')).text()
  assert.match(everywhere, /Alla myndigheters diarier/)
  assert.ok(everywhere.includes(mine.referenceNumber))
})

test('a filter that cannot be read is an address that does not exist', async () => {
  const registrar = await as(world, (await aRegistry(world)).registrarId)

  const statuses = [
    (await registrar.get('/arenden?lage=borta')).status,
    (await registrar.get('/arenden?ar=nyss')).status,
    (await registrar.get('/arenden?efter=skräp')).status,
  ]

  assert.deepEqual(statuses, [404, 404, 200])
})

test('the list takes as many statements however many cases there are', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  await aCase(world, registry)
  const few = await statements(world, () => registrar.get('/arenden'))

  for (let i = 0; i < 20; i++) await aCase(world, registry)
  const many = await statements(world, () => registrar.get('/arenden'))

  assert.equal(many, few)
  assert.ok(many <= 10, `${many} statements`)
})

test('the list is a file for a spreadsheet, in which no title is a formula', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  await aCase(world, registry, { title: '=HYPERLINK("http://x");farligt' })

  const reply = await registrar.get('/arenden.csv')

  const bytes = Buffer.from(await reply.arrayBuffer())
  assert.equal(bytes.subarray(0, 3).toString('hex'), 'efbbbf')
  const [head, row] = bytes.toString('utf8').slice(1).split('\r\n')
  assert.equal(head, 'Nummer;Vad det gäller;Myndighet;Handläggare;Öppnat;Sista svarsdag;Läge')
  assert.ok(row?.includes(`;"'=HYPERLINK(""http://x"");farligt";`), row ?? '')
})

test('a registry without cases says what to do next', async () => {
  const registrar = await as(world, (await aRegistry(world)).registrarId)

  const page = await (await registrar.get('/arenden')).text()

  assert.match(page, /Inga ärenden att visa/)
  assert.match(page, /href="\/arenden\/nytt"/)
})

test('the registrar has the cases nobody works on to do; the officer those whose last day is near', async () => {
  const registry = await aRegistry(world)
  const officerId = await aColleague(world, registry, 'case_officer')
  await aCase(world, registry, { title: 'Ingen har det' })
  await aCase(world, registry, { title: 'Snart', officerId, dueOn: '2023-11-01' })
  await aCase(world, registry, { title: 'Sent', officerId, dueOn: '2023-10-01' })
  await aCase(world, registry, { title: 'Långt dit', officerId, dueOn: '2024-03-01' })
  const titles = ['Ingen har det', 'Sent', 'Snart', 'Långt dit']

  const workOf = async (personId: string) => {
    const page = await (await (await as(world, personId)).get('/')).text()
    return titles.filter((title) => page.includes(title))
  }

  assert.deepEqual(await workOf(registry.registrarId), ['Ingen har det'])
  assert.deepEqual(await workOf(officerId), ['Sent', 'Snart'])
})

test('every page of the registry needs a sign-in', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry)
  const { id } = await aRecord(world, registry, { caseId: theCase.id })
  const paths = [
    '/arenden',
    '/arenden/nytt',
    `/arenden/${theCase.id}`,
    `/handlingar/${id}`,
    '/handlingar',
    '/sok?q=x',
    '/arenden.csv',
  ]

  const replies = await Promise.all(paths.map(async (path) => world.app.request(path)))

  for (const [index, reply] of replies.entries()) {
    assert.match(reply.headers.get('location') ?? '', /^\/logga-in/, paths[index] ?? '')
  }
})
