import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worldOf } from '../../../test/support.ts'
import { anOffice, aWrittenMemo, draftOf, wholeMemo, type TestOffice } from './fixtures.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

const memo = `Datum
2023-11-15
Vår referens
Elin Sand
Planeringssekreterare
elin.sand@malmo.example
Tjänsteskrivelse
Remiss om cykelvägar
Sammanfattning
Kommunstyrelsen frågar nämnden om cykelvägar i hela staden och vill ha svar före jul.
Förslag till beslut
Servicekommittén godkänner förslaget till yttrande.
Beslutsunderlag
- Remiss om cykelvägar
- Tjänsteskrivelse Remiss om cykelvägar
Beslutsplanering
Servicenämnden 2023-12-19
Beslutet skickas till
Kommunstyrelsen
Ansvariga
Karin Ek, direktör
`

function readIn(office: TestOffice, name: string, content: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  const form = new FormData()
  form.append('upload', new Blob([content]), name)
  return office.officer.send(`${office.at}/tjansteskrivelse/las-in`, form)
}

test('a memo from a file is shown in its parts beside its warnings, and counts once it has been looked through', async () => {
  const office = await anOffice(world)

  const reply = await readIn(office, 'skrivelse.txt', memo)
  const address = reply.headers.get('location') ?? ''
  const page = await (await office.officer.get(address)).text()
  assert.match(page, /Kommunstyrelsen frågar nämnden om cykelvägar i hela staden/)
  assert.match(page, /Servicekommittén/)
  assert.match(page, /Förslaget går inte att förstå för sig/)
  const used = await office.officer.post(address, { ...wholeMemo, title: 'Remiss om cykelvägar i staden' })

  assert.deepEqual([reply.status, used.status], [303, 303])
  const { content, state } = await draftOf(office, 'memo')
  assert.deepEqual([state, content['title']], ['draft', 'Remiss om cykelvägar i staden'])
  assert.match(JSON.stringify(content['planning']), /2023-12-19/)
})

test('reading one in does not lose the memo that was there', async () => {
  const office = await aWrittenMemo(world)
  const { draftId, version } = await draftOf(office, 'memo')

  const address = (await readIn(office, 'skrivelse.txt', memo)).headers.get('location') ?? ''
  await office.officer.post(address, { ...wholeMemo, title: 'Den inlästa' })

  assert.equal((await draftOf(office, 'memo')).content['title'], 'Den inlästa')
  assert.match(await (await office.officer.get(`/utkast/${draftId}?version=${version}`)).text(), /Remiss om cykelvägar/)
})

test('a memo with another number is said first to be so, with a way to its case, and is not saved without a tick', async () => {
  const office = await anOffice(world)
  const right = await anOffice(world)
  const number = right.theCase.referenceNumber
  const numbered = memo.replace('Remiss om cykelvägar\n', `Remiss om cykelvägar ${number.replace('-', ' ')}\n`)
  const address = (await readIn(office, 'skrivelse.txt', numbered)).headers.get('location') ?? ''

  const page = await (await office.officer.get(address)).text()
  const without = await office.officer.post(address, wholeMemo)
  const refused = await without.text()
  const ticked = await office.officer.post(address, { ...wholeMemo, belongsHere: 'ja' })

  const remarks = page.slice(page.indexOf('Att titta på'))
  assert.match(remarks, new RegExp(`har nummer .*men det här är ärende ${office.theCase.referenceNumber}`))
  assert.ok(remarks.indexOf('har nummer') < remarks.indexOf('Servicekommittén'))
  assert.match(remarks, new RegExp(`href="/arenden/${number}/tjansteskrivelse"`))
  assert.deepEqual([without.status, ticked.status], [422, 303])
  assert.match(refused, /Kryssa för att den ändå hör till det här ärendet/)
  assert.equal((await draftOf(office, 'memo')).content['title'], 'Remiss om cykelvägar')
})

test('a memo whose case is not here says so, and one with the number of the case asks nothing', async () => {
  const office = await anOffice(world)
  const numbered = (number: string) => memo.replace('Remiss om cykelvägar\n', `Remiss om cykelvägar ${number}\n`)
  const pageOf = async (number: string) => {
    const address = (await readIn(office, 'skrivelse.txt', numbered(number))).headers.get('location') ?? ''
    return (await office.officer.get(address)).text()
  }

  const foreign = await pageOf('XYZ-1999-4711')
  const own = await pageOf(office.theCase.referenceNumber)

  assert.match(foreign, /Ärende XYZ-1999-4711 finns inte här/)
  assert.doesNotMatch(own, /har nummer|belongsHere/)
})

test('a file that cannot be read says why, and nothing is lost', async () => {
  const office = await aWrittenMemo(world)
  const before = await draftOf(office, 'memo')

  const empty = await readIn(office, 'tom.txt', '')
  const binary = await readIn(office, 'bild.pdf', new Uint8Array([0xff, 0xd8, 0xff, 0, 1, 2, 0, 0, 9]))
  const none = await office.officer.post(`${office.at}/tjansteskrivelse/las-in`)

  assert.deepEqual([empty.status, binary.status, none.status], [422, 422, 422])
  assert.match(await empty.text(), /tom\.txt är tom\./)
  assert.match(await binary.text(), /bild\.pdf är inte en text/)
  assert.match(await none.text(), /Välj en fil\./)
  assert.deepEqual(await draftOf(office, 'memo'), before)
})

test('what somebody else sent is no file of mine', async () => {
  const office = await anOffice(world)
  const address = (await readIn(office, 'skrivelse.txt', memo)).headers.get('location') ?? ''

  const reply = await office.head.get(address)

  assert.equal(reply.status, 404)
})
