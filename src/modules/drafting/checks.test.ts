import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, worldOf } from '../../../test/support.ts'
import { aCase, aColleague, aRegistry } from '../registry/fixtures.ts'
import { anOffice, aSubmission, draftOf, wholeMemo, type TestOffice } from './fixtures.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

type Said = {
  key: string
  code: string
  severity: string
  quote: string | null
  fix: string | null
  letStand: { id: string; reason: string; byName: string } | null
}

/** A memo with these words in it, saved. */
async function anOfficeWith(parts: Record<string, string | string[]>): Promise<TestOffice & { draftId: string }> {
  const office = await anOffice(world)
  await office.officer.post(`${office.at}/tjansteskrivelse/borja`)
  const { draftId } = await draftOf(office, 'memo')
  await saveMemo(office, parts)
  return { ...office, draftId }
}

async function saveMemo(office: TestOffice, parts: Record<string, string | string[]>): Promise<void> {
  const { draftId, version } = await draftOf(office, 'memo')
  const reply = await office.officer.api(`/drafts/${draftId}/memo`, { ...wholeMemo, ...parts, version })
  assert.equal(reply.status, 200)
}

async function checksOf({ officer, draftId }: Pick<TestOffice, 'officer'> & { draftId: string }): Promise<Said[]> {
  const { findings }: { findings: Said[] } = JSON.parse(await (await officer.api(`/drafts/${draftId}/checks`)).text())
  return findings
}

async function oneOf(office: TestOffice & { draftId: string }, code: string): Promise<Said> {
  const one = (await checksOf(office)).find((each) => each.code === code)
  assert.ok(one !== undefined, `${code} is not said`)
  return one
}

const lastOwn = 'Remiss om cykelvägar, 2023-10-02\nTjänsteskrivelse Remiss om cykelvägar'

test('the checks stand beside the text, with the words they are about and a link that leads there', async () => {
  const office = await anOfficeWith({ body: 'Vi arbetar med LUA.' })

  const page = await (await office.officer.get(`${office.at}/tjansteskrivelse`)).text()

  assert.match(page, /id="kontroller"/)
  assert.match(page, /Förkortningen LUA är inte förklarad/)
  assert.match(page, /href="#falt-body" data-words="LUA" data-nth="0"/)
  assert.match(page, /Språklagen \(2009:600\) 11 §/)
})

test('a button mends, as a version that can be read, and it can be taken back', async () => {
  const office = await anOfficeWith({ basis: lastOwn })
  const { key, fix } = await oneOf(office, 'own-memo-last')

  const reply = await office.officer.post(`/utkast/${office.draftId}/kontroller/ratta`, { key })

  assert.equal(fix, 'Flytta den först')
  assert.equal(reply.status, 303)
  assert.match(reply.headers.get('location') ?? '', /tjansteskrivelse#kontroller$/)
  const after = await draftOf(office, 'memo')
  assert.deepEqual(after.content['basis'], lastOwn.split('\n').toReversed())
  const page = await (await office.officer.get(`${office.at}/tjansteskrivelse`)).text()
  assert.match(page, /Ångra rättningen/)

  const undone = await office.officer.post(`/utkast/${office.draftId}/kontroller/angra`)

  assert.equal(undone.status, 303)
  assert.deepEqual((await draftOf(office, 'memo')).content['basis'], lastOwn.split('\n'))
})

test('what has been written after a fix is not lost by taking it back', async () => {
  const office = await anOfficeWith({ basis: lastOwn })
  const { key } = await oneOf(office, 'own-memo-last')
  await office.officer.api(`/drafts/${office.draftId}/checks/${key}/mend`, {})
  await saveMemo(office, { title: 'En annan rubrik om cykelvägar' })

  const reply = await office.officer.post(`/utkast/${office.draftId}/kontroller/angra`)

  assert.equal(reply.status, 409)
  assert.match(await reply.text(), /Det är skrivet mer efter rättningen/)
})

test('a fix of words that are no longer there is refused, and nothing is changed', async () => {
  const office = await anOfficeWith({ basis: lastOwn })
  const { key } = await oneOf(office, 'own-memo-last')
  await saveMemo(office, {})
  const before = await draftOf(office, 'memo')

  const reply = await office.officer.post(`/utkast/${office.draftId}/kontroller/ratta`, { key })

  assert.equal(reply.status, 409)
  assert.match(await reply.text(), /Texten är ändrad sedan kontrollen gjordes/)
  assert.deepEqual(await draftOf(office, 'memo'), before)
})

test('what is let stand says why, stays so while its sentence does, and comes back when it changes', async () => {
  const office = await anOfficeWith({ body: 'Vi arbetar med LUA. Det går bra.' })
  const { key } = await oneOf(office, 'undefined-abbreviation')
  const path = `/utkast/${office.draftId}/kontroller/lat-sta`

  const without = await office.officer.post(path, { key, reason: ' ' })
  assert.equal(without.status, 422)
  assert.match(await without.text(), /Skriv varför det får stå/)
  await office.officer.post(path, { key, reason: 'Alla i nämnden vet vad det är.' })

  const one = await oneOf(office, 'undefined-abbreviation')
  assert.deepEqual([one.letStand?.reason, one.letStand?.byName], ['Alla i nämnden vet vad det är.', 'Elin Sand'])
  await saveMemo(office, { body: 'Vi arbetar med LUA. Det går mycket bra.' })
  assert.notEqual((await oneOf(office, 'undefined-abbreviation')).letStand, null)
  await saveMemo(office, { body: 'Vi arbetar inte med LUA. Det går bra.' })
  assert.equal((await oneOf(office, 'undefined-abbreviation')).letStand, null)
})

test('what was let stand can be taken up again', async () => {
  const office = await anOfficeWith({ body: 'Vi arbetar med LUA.' })
  const { key } = await oneOf(office, 'undefined-abbreviation')
  await office.officer.api(`/drafts/${office.draftId}/checks/${key}/let-stand`, { reason: 'Känt.' })
  const { letStand } = await oneOf(office, 'undefined-abbreviation')

  const reply = await office.officer.post(`/utkast/${office.draftId}/kontroller/ta-upp`, {
    letStandId: letStand?.id ?? '',
  })

  assert.equal(reply.status, 303)
  assert.equal((await oneOf(office, 'undefined-abbreviation')).letStand, null)
  const history = await (await office.officer.get(`${office.at}/historik`)).text()
  assert.match(history, /lät en anmärkning stå: förkortningar som inte förklaras/i)
  assert.match(history, /tog upp en anmärkning igen/i)
  assert.doesNotMatch(history, /LUA/)
})

test('the checks go by the rules of the board', async () => {
  const office = await anOfficeWith({ body: 'Vi arbetar med LUA.' })
  const secretary = await as(world, await aColleague(world, office.registry, 'secretary', 'Maria Lund'))
  const rules = { version: 0, summaryMost: 10, abbreviations: ['LUA'], headings: ['Barnets rättigheter'] }
  const on = ['summary-too-long', 'missing-heading', 'undefined-abbreviation']

  const reply = await secretary.api(`/writing-rules/${office.registry.authorityId}`, { ...rules, on }, 'PUT')

  assert.equal(reply.status, 200)
  assert.deepEqual(
    (await checksOf(office)).map(({ code }) => code),
    ['summary-too-long', 'missing-heading'],
  )
})

test('who sends sees what is left, and who approves also what was let stand and why', async () => {
  const office = await anOfficeWith({
    'proposals[]': ['Nämnden godkänner förslaget till yttrande.'],
    body: 'Vi arbetar med LUA.',
  })
  const { key } = await oneOf(office, 'undefined-abbreviation')
  await office.officer.api(`/drafts/${office.draftId}/checks/${key}/let-stand`, { reason: 'Alla vet.' })

  const send = await (await office.officer.get(`${office.at}/skicka-for-godkannande`)).text()
  const submissionId = await aSubmission(office, [office.head])
  const page = await (await office.head.get(`/godkannanden/${submissionId}`)).text()

  assert.match(send, /bör rättas innan det skickas/)
  assert.match(send, /Förslaget går inte att förstå för sig/)
  assert.match(page, /Förslaget går inte att förstå för sig/)
  assert.match(page, /Låts stå av Elin Sand: Alla vet\./)
})

test('B-22 the checks of a draft do not exist for another authority', async () => {
  const office = await anOfficeWith({ body: 'Vi arbetar med LUA.' })
  const elsewhere = await as(world, await aColleague(world, await aRegistry(world), 'case_officer', 'Nils Ek'))
  const { key } = await oneOf(office, 'undefined-abbreviation')

  assert.equal((await elsewhere.get(`/utkast/${office.draftId}/kontroller`)).status, 404)
  assert.equal((await elsewhere.api(`/drafts/${office.draftId}/checks`)).status, 404)
  assert.equal((await elsewhere.api(`/drafts/${office.draftId}/checks/${key}/mend`, {})).status, 404)
})

test('a case that is there is known by its number, one that is not is said to be missing', async () => {
  const office = await anOfficeWith({})
  const other = await aCase(world, office.registry)
  const own = other.referenceNumber
  const missing = own.replace(/\d+$/, '999999')

  await saveMemo(office, { body: `Se ${own} och ${missing}.` })

  const said = (await checksOf(office)).filter(({ code }) => code === 'case-not-found')
  assert.deepEqual(
    said.map(({ quote }) => quote),
    [missing],
  )
})

test('what is said of the considerations is checked with the rest of the memo, without a button that cannot mend it', async () => {
  const office = await anOfficeWith({})
  const secretary = await as(world, await aColleague(world, office.registry, 'secretary'))
  const { considerationId }: { considerationId: string } = JSON.parse(
    await (await secretary.api('/considerations', { authorityId: office.registry.authorityId, name: 'Barn' })).text(),
  )
  const considered = [{ considerationId, state: 'said', text: 'Frågan beslutas av Servicekommittén. Se LUA.' }]
  await office.officer.api(`/cases/${office.theCase.id}/considerations`, { considered }, 'PUT')

  const said = await checksOf(office)

  assert.ok(said.some(({ code, quote }) => code === 'undefined-abbreviation' && quote === 'LUA'))
  assert.deepEqual(
    said.filter(({ quote, fix }) => /kommittén/i.test(quote ?? '') && fix !== null),
    [],
  )
})
