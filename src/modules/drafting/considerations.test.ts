import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf, type Knocking } from '../../../test/support.ts'
import { aColleague } from '../registry/fixtures.ts'
import { warningsAmong } from './model/consideration.ts'
import { aSubmission, aWrittenMemo, draftOf, wholeMemo, type TestOffice } from './fixtures.ts'

const world = worldOf()

type Said = { considerationId: string; name: string; state: string; text: string }

async function saidIn(office: TestOffice): Promise<Said[]> {
  return JSON.parse(await (await office.officer.api(`/cases/${office.theCase.id}/considerations`)).text())
}

async function secretaryAt(office: TestOffice): Promise<Knocking> {
  return as(world, await aColleague(world, office.registry, 'secretary'))
}

/** Adds one to the authority's own list, and gives its id. */
async function added(office: TestOffice, name: string, more: object = {}): Promise<string> {
  const secretary = await secretaryAt(office)
  const reply = await secretary.api('/considerations', { authorityId: office.registry.authorityId, name, ...more })
  const { considerationId }: { considerationId: string } = JSON.parse(await reply.text())
  return considerationId
}

test('a consideration is filled in or reasoned away beside the text, and stands in the memo’s paper', async () => {
  const office = await aWrittenMemo(world)
  const children = await added(office, 'Barnets rättigheter')
  const economy = await added(office, 'Ekonomi')
  const { draftId, version } = await draftOf(office, 'memo')

  const saved = await office.officer.post(`${office.at}/underlag/hansyn`, {
    'considered.0.considerationId': children,
    'considered.0.state': 'said',
    'considered.0.text': 'Barn har svarat på en enkät.',
    'considered.1.considerationId': economy,
    'considered.1.state': 'set_aside',
    'considered.1.text': 'Eftersom beslutet inte kostar något',
  })

  assert.equal(saved.status, 303)
  const paper = await (await office.officer.get(`/utkast/${draftId}`)).text()
  assert.match(paper, /Prövade hänsyn/)
  assert.match(paper, /Barn har svarat på en enkät/)
  assert.match(paper, /Inte aktuellt, därför att beslutet inte kostar något\./)
  const after = { ...wholeMemo, title: 'En annan rubrik', version }
  assert.equal(
    (await office.officer.api(`/drafts/${draftId}/memo`, after)).status,
    200,
    'a memo open elsewhere is saved',
  )
  assert.deepEqual(await statesIn(office), ['said', 'set_aside'])
})

async function statesIn(office: TestOffice): Promise<string[]> {
  return (await saidIn(office)).map(({ state }) => state)
}

async function sayOf(office: TestOffice, considerationId: string, text: string): Promise<void> {
  const considered = [{ considerationId, state: 'said', text }]
  const reply = await office.officer.api(`/cases/${office.theCase.id}/considerations`, { considered }, 'PUT')
  assert.equal(reply.status, 200)
}

async function historyOf(office: TestOffice, draftId: string): Promise<number[]> {
  const { versions }: { versions: { version: number }[] } = await (
    await office.officer.api(`/drafts/${draftId}/versions`)
  ).json()
  return versions.map(({ version }) => version)
}

test('what is said of a consideration is a version, and is not taken back with the words of an older one', async () => {
  const office = await aWrittenMemo(world)
  const children = await added(office, 'Barn')
  const { draftId, version } = await draftOf(office, 'memo')
  await office.officer.api(`/drafts/${draftId}/memo`, { ...wholeMemo, title: 'En annan rubrik', version })
  await sayOf(office, children, 'Barn har svarat.')
  await sayOf(office, children, 'Barn har svarat två gånger.')
  const said = await draftOf(office, 'memo')

  await office.officer.api(`/drafts/${draftId}/restore`, { version })

  const { content } = await draftOf(office, 'memo')
  assert.equal(content['title'], wholeMemo.title)
  assert.match(JSON.stringify(content['considerations']), /två gånger/)
  assert.ok((await historyOf(office, draftId)).includes(said.version - 1), 'and what was said before can be read')
  const same = await office.officer.api(`/drafts/${draftId}/restore`, { version })
  assert.equal(same.status, 409)
})

test('what is said of a consideration is not lost by taking a fix back', async () => {
  const office = await aWrittenMemo(world)
  const children = await added(office, 'Barn')
  const { draftId, version } = await draftOf(office, 'memo')
  const basis = wholeMemo.basis.split('\n').toReversed().join('\n')
  await office.officer.api(`/drafts/${draftId}/memo`, { ...wholeMemo, basis, version })
  const { findings }: { findings: { key: string; code: string }[] } = await (
    await office.officer.api(`/drafts/${draftId}/checks`)
  ).json()
  const key = findings.find(({ code }) => code === 'own-memo-last')?.key ?? ''
  assert.equal((await office.officer.post(`/utkast/${draftId}/kontroller/ratta`, { key })).status, 303)
  await sayOf(office, children, 'Barn har svarat.')

  const undone = await office.officer.post(`/utkast/${draftId}/kontroller/angra`)

  assert.equal(undone.status, 409)
  assert.deepEqual(await statesIn(office), ['said'])
})

test('what is said of a consideration is not lost when a memo is read in from a file', async () => {
  const office = await aWrittenMemo(world)
  const children = await added(office, 'Barn')
  await sayOf(office, children, 'Barn har svarat.')
  const form = new FormData()
  form.append('upload', new Blob(['Tjänsteskrivelse\nRemiss om cykelvägar\n']), 'skrivelse.txt')
  const reply = await office.officer.send(`${office.at}/tjansteskrivelse/las-in`, form)

  const used = await office.officer.post(reply.headers.get('location') ?? '', { ...wholeMemo, title: 'Den inlästa' })

  assert.equal(used.status, 303)
  assert.equal((await draftOf(office, 'memo')).content['title'], 'Den inlästa')
  assert.deepEqual(await statesIn(office), ['said'])
})

test('who has the memo open is told that a consideration is written, and words that came between are not written over', async () => {
  const office = await aWrittenMemo(world)
  const children = await added(office, 'Barn')
  const { draftId, version } = await draftOf(office, 'memo')
  await sayOf(office, children, 'Barn har svarat.')
  const news = await office.head.api(`/drafts/${draftId}/news`)
  const first = new TextDecoder().decode((await news.body?.getReader().read())?.value)
  await office.head.api(`/drafts/${draftId}/memo`, { ...wholeMemo, body: 'Kollegans ord.', version })

  const late = await office.officer.api(`/drafts/${draftId}/memo`, { ...wholeMemo, body: 'Mina ord.', version })

  assert.match(first, new RegExp(`"version":${version + 1},"fieldsVersion":${version}`))
  assert.equal(late.status, 409)
})

test('a tick without words is no consideration, and what was written comes back', async () => {
  const office = await aWrittenMemo(world)
  const [children, economy] = [await added(office, 'Barn'), await added(office, 'Ekonomi')]

  const reply = await office.officer.post(`${office.at}/underlag/hansyn`, {
    'considered.0.considerationId': children,
    'considered.0.state': 'set_aside',
    'considered.0.text': '',
    'considered.1.considerationId': economy,
    'considered.1.state': 'said',
    'considered.1.text': 'Ryms i budgeten.',
  })

  assert.equal(reply.status, 422)
  const page = await reply.text()
  assert.match(page, /Skriv varför det inte är aktuellt/)
  assert.match(page, /Ryms i budgeten\./)
  assert.deepEqual(
    (await saidIn(office)).map(({ state }) => state),
    ['open', 'open'],
  )
})

test('one who saves after a colleague sees what stands there now, with their own words kept', async () => {
  const office = await aWrittenMemo(world)
  const children = await added(office, 'Barn')
  const fields = (text: string) => ({
    'considered.0.considerationId': children,
    'considered.0.state': 'said',
    'considered.0.text': text,
  })
  const page = await (await office.officer.get(`${office.at}/underlag/hansyn`)).text()
  const seen = /name="seen" value="(\w+)"/.exec(page)?.[1] ?? ''
  await office.officer.post(`${office.at}/underlag/hansyn`, { ...fields('Kollegans ord.'), seen })

  const late = await office.officer.post(`${office.at}/underlag/hansyn`, { ...fields('Mina ord.'), seen })

  assert.equal(late.status, 409)
  const words = await late.text()
  assert.match(words, /Kollegans ord\./)
  assert.match(words, /Mina ord\./)
})

test('one that must be gone through stops the way to the heads until something is said; another only warns', async () => {
  const office = await aWrittenMemo(world)
  const must = await added(office, 'Barnets rättigheter', { isRequired: true })
  await added(office, 'Miljö')
  const page = await (await office.officer.get(`${office.at}/skicka-for-godkannande`)).text()
  assert.match(page, /säger inget om barnets rättigheter/)
  assert.match(page, /Inget är skrivet om miljö/)

  const asked = { approvers: [office.head.personId] }
  const stopped = await office.officer.api(`/cases/${office.theCase.id}/submit`, asked)
  assert.equal(stopped.status, 409)
  const considered = [{ considerationId: must, state: 'set_aside', text: 'beslutet inte rör barn' }]
  await office.officer.api(`/cases/${office.theCase.id}/considerations`, { considered }, 'PUT')

  assert.equal((await office.officer.api(`/cases/${office.theCase.id}/submit`, asked)).status, 200)
})

test('a heading that a board asks for is warned of once: by the considerations while it is among them, and not once it is said', async () => {
  const office = await aWrittenMemo(world)
  const children = await added(office, 'Barnets rättigheter')
  const secretary = await secretaryAt(office)
  const rules = { version: 0, headings: ['Barnets rättigheter', 'Miljö'], on: ['missing-heading'] }
  await secretary.api(`/writing-rules/${office.registry.authorityId}`, rules, 'PUT')
  const sending = async () => (await office.officer.get(`${office.at}/skicka-for-godkannande`)).text()
  const said = (page: string) => [/Inget är skrivet om barnets/.test(page), /”Barnets rättigheter” saknas/.test(page)]

  const open = await sending()
  const considered = [{ considerationId: children, state: 'set_aside', text: 'beslutet inte rör barn' }]
  await office.officer.api(`/cases/${office.theCase.id}/considerations`, { considered }, 'PUT')
  const after = await sending()

  assert.deepEqual(
    [said(open), said(after)],
    [
      [true, false],
      [false, false],
    ],
  )
  assert.match(after, /”Miljö” saknas/)
})

test('what stands under a heading of its own in the text is written about', () => {
  const list = [{ id: 'b', authorityId: null, position: 1, name: 'Barnets rättigheter', help: null, isRequired: false }]

  assert.equal(warningsAmong(list, []).length, 1)
  assert.deepEqual(warningsAmong(list, [], ['Barnets  rättigheter:']), [])
})

test('an approval is of the considerations too: they are not written in while the heads read', async () => {
  const office = await aWrittenMemo(world)
  const children = await added(office, 'Barn')
  await aSubmission(office, [office.head])

  const considered = [{ considerationId: children, state: 'said', text: 'Efter hand.' }]
  const reply = await office.officer.api(`/cases/${office.theCase.id}/considerations`, { considered }, 'PUT')

  assert.equal(reply.status, 409)
})

test('the list is begun with the usual six by an administrator, ordered, changed, and what was removed taken back', async () => {
  const office = await aWrittenMemo(world)
  const administrator = await as(world, await aColleague(world, office.registry, 'administrator'))
  const secretary = await secretaryAt(office)
  assert.equal((await secretary.post('/hansyn/borja')).status, 403)
  assert.equal((await secretary.api('/considerations', { name: 'För alla' })).status, 403)

  assert.equal((await administrator.post('/hansyn/borja')).status, 303)
  assert.equal((await administrator.post('/hansyn/borja')).status, 409)
  const [first, second] = await saidIn(office)
  assert.equal(first?.name, 'Barnets rättigheter')
  await administrator.post(`/hansyn/${second?.considerationId}/flytta`, { direction: 'up' })
  await administrator.post(`/hansyn/${first?.considerationId}`, { name: 'Barn och unga' })
  assert.deepEqual(
    (await saidIn(office)).slice(0, 2).map(({ name }) => name),
    ['Ekonomi', 'Barn och unga'],
  )
  const removed = await administrator.post(`/hansyn/${first?.considerationId}/ta-bort`)
  assert.equal((await saidIn(office)).length, 5)
  assert.match(await (await administrator.get(removed.headers.get('location') ?? '')).text(), /Ångra/)
  await administrator.post(`/hansyn/${first?.considerationId}/angra`)

  assert.equal((await saidIn(office)).length, 6)
})
