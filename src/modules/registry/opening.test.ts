import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, aRegistry } from './fixtures.ts'
import { getCase, listLedger, listRecords } from './queries.ts'

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
    'kommunstyrelsens arbetsutskott §\u00a0430',
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

test('a case is opened with its title alone: an empty record in the form is none', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)

  const opened = await registrar.post('/arenden/nytt', {
    title: 'Bara ett ärende',
    'record.title': '',
    'record.party': '',
  })

  assert.equal(opened.status, 303)
  const page = await (await registrar.get(`${opened.headers.get('location')}/handlingar`)).text()
  assert.match(page, /Bara ett ärende/)
})

test('B-06 B-07 a case is not opened with the title that the marking of its first record hides, however it is written', async () => {
  const registry = await aRegistry(world)
  const registrar = await as(world, registry.registrarId)
  const record = { direction: 'in', kind: 'letter', party: 'Anna Berg', secrecy: { provision: '26 kap. 1 § OSL' } }

  const told = await registrar.api('/cases', {
    title: 'Orosanmälan Kalle',
    record: { ...record, title: 'Orosanmälan Kalle' },
  })
  const hidden = await registrar.api('/cases', {
    title: 'Orosanmälan',
    record: { ...record, title: 'Orosanmälan Kalle' },
  })

  const nearly = await registrar.post('/arenden/nytt', {
    title: 'Ny:  orosanmälan  KALLE',
    'record.title': 'Orosanmälan Kalle',
    'record.party': 'Anna Berg',
    'record.secrecy.provision': '26 kap. 1 § OSL',
  })
  const alone = await registrar.api('/cases', { title: 'Orosanmälan Kalle', record: { ...record, files: [] } })
  const whole = await registrar.api('/cases', {
    title: 'Orosanmälan Kalle',
    secrecy: { provision: '26 kap. 1 § OSL' },
    record: { ...record, title: 'Orosanmälan Kalle' },
  })

  assert.deepEqual([told.status, hidden.status, nearly.status, whole.status], [422, 200, 422, 200])
  assert.equal(alone.status, 422) // a marking without its record is not dropped
  assert.match(await told.text(), /Skriv en annan rubrik för ärendet/)
})
