import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, folder, saved } from '../../kernel/documents/fixtures.ts'
import { speaking } from '../../kernel/words.ts'
import { as, worldOf } from '../../../test/support.ts'
import { aColleague } from '../registry/fixtures.ts'
import { aCrest, aPng } from '../templates/fixtures.ts'
import { memoHeadings } from '../templates/index.ts'
import { anOffice, approve, aSubmission, draftOf, wholeMemo, type TestOffice } from './fixtures.ts'
import { text } from './text.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

type Fields = Readonly<Record<string, string>>

const look: Fields = {
  version: '0',
  organisation: 'Ängelby stad',
  unit: 'Serviceförvaltningen',
  footer: 'Storgatan 1, 200 00 Ängelby\nÄrende {ärendenummer}',
  'memo.kind': 'Tjänsteutlåtande',
  'memo.headings.0': '',
  'memo.headings.1': 'Bakgrund',
  'memo.opening': 'Handläggs av {handläggare}, {handläggarens titel}.',
  'memo.closing': 'Frågor besvaras på {e-post}.',
  'memo.parts.0.heading': 'Barnets rättigheter',
  'memo.parts.0.text': 'Prövat för {rubrik}.',
  'memo.sendTo': 'Kommunstyrelsen\nRevisionen',
  'memo.responsible': 'Direktör',
}

/** An office, whose secretary keeps the template. */
async function anOfficeWithTemplate(fields: Fields, picture?: { name: string; bytes: Uint8Array | string }) {
  const office = await anOffice(world)
  const secretary = await as(world, await aColleague(world, office.registry, 'secretary', 'Maria Lund'))
  const { key } = await world.db
    .selectFrom('organisation.authorities')
    .select('key')
    .where('id', '=', office.registry.authorityId)
    .executeTakeFirstOrThrow()
  const save = async (more: Fields, file = picture) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...fields, owner: key, ...more })) form.append(name, value)
    if (file !== undefined) form.append('logo', new Blob([Buffer.from(file.bytes)]), file.name)
    if (file?.name.endsWith('.svg')) form.append('drawn', new Blob([Buffer.from(aPng(120, 60))]), 'vapen.png')
    return secretary.send(`/mallar/${key}/mall`, form)
  }
  return { ...office, secretary, key, save, saved: await save({}) }
}

async function begin(office: TestOffice): Promise<string> {
  await office.officer.post(`${office.at}/tjansteskrivelse/borja`)
  return (await draftOf(office, 'memo')).draftId
}

const bytesOf = async (reply: Response) => new Uint8Array(await reply.arrayBuffer())

test('the headings that a template renames are those that a memo has', () => {
  const { summary, body, proposals, basis, planning, sendTo, responsible } = speaking('sv', () => text.paper)

  assert.deepEqual([summary, body, proposals, basis, planning, sendTo, responsible], memoHeadings)
})

test('a memo is begun with the standard parts, receivers and functions of its template', async () => {
  const office = await anOfficeWithTemplate(look)
  assert.equal(office.saved.status, 303)

  await begin(office)

  const { content } = await draftOf(office, 'memo')
  assert.match(JSON.stringify(content['body']), /Barnets rättigheter.*Prövat för Remiss om cykelvägar\./)
  assert.deepEqual(content['sendTo'], ['Kommunstyrelsen', 'Revisionen'])
})

const arms = [
  ['a PNG', { name: 'vapen.png', bytes: aPng(120, 60) }],
  ['an SVG', { name: 'vapen.svg', bytes: aCrest }],
] as const

for (const [form, picture] of arms)
  test(`PDF and Word carry the letterhead, the arms as ${form} and the parts, and LibreOffice loses nothing`, async () => {
    const office = await anOfficeWithTemplate(look, picture)
    const draftId = await begin(office)

    const pdf = saved('memo.pdf', await bytesOf(await office.officer.get(`/utkast/${draftId}/pdf`)))
    const docx = saved('word.docx', await bytesOf(await office.officer.get(`/utkast/${draftId}/docx`)))
    ask(
      'soffice',
      `-env:UserInstallation=file://${folder}/office`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      docx,
    )

    for (const file of [pdf, `${folder}/word.pdf`]) {
      const words = ask('pdftotext', file, '-')
      assert.match(words, /Ängelby stad/)
      assert.match(words, /Serviceförvaltningen/)
      assert.match(words, /Tjänsteutlåtande/)
      assert.match(words, /Handläggs av Elin Sand/)
      assert.match(words, /Frågor besvaras på/)
      assert.match(words, new RegExp(`Ärende ${office.theCase.referenceNumber}`))
      assert.match(words, /Bakgrund/)
      // An SVG is drawn as shapes in the PDF that the house makes; LibreOffice has the picture.
      if (form === 'a PNG' || file !== pdf) assert.match(ask('pdfimages', '-list', file), /image +120 +60/)
    }
  })

test('an SVG keeps only what is drawn, and stands on the paper that is shown', async () => {
  const office = await anOfficeWithTemplate(look, { name: 'vapen.svg', bytes: aCrest })
  const draftId = await begin(office)

  const page = await (await office.officer.get(`/utkast/${draftId}`)).text()

  const [, data = ''] = /data:image\/svg\+xml;base64,([^"]+)"/.exec(page) ?? []
  const markup = Buffer.from(data, 'base64').toString()
  assert.match(markup, /M4 4h52/)
  assert.doesNotMatch(markup, /metadata|example\.org/)
})

test('what is no picture, too large, runs a script, or names a field that is not there, is said, and the words come back', async () => {
  const office = await anOfficeWithTemplate(look)
  const words = { version: '1', 'memo.closing': 'Hej {okänt}' }

  const wrongField = await office.save(words)
  const noPicture = await office.save({ version: '1' }, { name: 'vapen.svg', bytes: 'inte en bild' })
  const large = await office.save({ version: '1' }, { name: 'v.svg', bytes: aCrest + ' '.repeat(400_000) })

  const hostile = await office.save(
    { version: '1' },
    { name: 'v.svg', bytes: aCrest.replace('<path', '<script>alert(1)</script><path') },
  )

  assert.deepEqual([wrongField.status, noPicture.status, large.status, hostile.status], [422, 422, 422, 422])
  assert.match(await hostile.text(), /Bilden har ett skript/)
  const page = await wrongField.text()
  assert.match(page, /Det finns inget fält \{okänt\}/)
  assert.match(page, /Hej \{okänt\}/)
  assert.match(await noPicture.text(), /Bilden går inte att läsa/)
  assert.match(await large.text(), /Bilden är för stor/)
})

test('what has been sent keeps the template it was sent with; what is written has the one that holds', async () => {
  const office = await anOfficeWithTemplate(look)
  const draftId = await begin(office)
  const { version } = await draftOf(office, 'memo')
  await office.officer.api(`/drafts/${draftId}/memo`, { ...wholeMemo, version })
  const submissionId = await aSubmission(office, [office.head])

  await office.save({ version: '1', organisation: 'Nya staden' })

  const paperNow = async () => (await office.officer.get(`/utkast/${draftId}`)).text()
  assert.match(await paperNow(), /Ängelby stad/)
  await office.officer.post(`/godkannanden/${submissionId}/ta-tillbaka`)
  assert.match(await paperNow(), /Nya staden/)
  const again = await aSubmission(office, [office.head])
  assert.equal((await approve(office.head, again)).status, 303)
  await office.save({ version: '2', organisation: 'Ännu nyare' })
  assert.match(await paperNow(), /Nya staden/)
})

test('a board that goes back to the standard has the plain paper again, and its template is a version to restore', async () => {
  const office = await anOfficeWithTemplate(look)
  const draftId = await begin(office)
  const page = `/mallar/${office.key}/mall`
  const paper = async () => (await office.officer.get(`/utkast/${draftId}`)).text()
  assert.match(await paper(), /Tjänsteutlåtande/)

  const reply = await office.secretary.post(`${page}/aterga`, { owner: office.key, version: '1' })

  assert.equal(reply.status, 303)
  assert.doesNotMatch(await paper(), /Tjänsteutlåtande|Storgatan/)
  const shown = await (await office.secretary.get(page)).text()
  assert.doesNotMatch(shown, /mall\/aterga/)
  const [, versionId] = /\/mallar\/versioner\/([0-9a-f-]{36})\/aterstall/.exec(shown) ?? []
  const again = await office.secretary.post(`${page}/aterga`, { owner: office.key, version: '2' })
  assert.equal(again.status, 409)
  assert.match(await again.text(), /Standard gäller redan/)
  assert.equal((await office.secretary.post(`/mallar/versioner/${versionId}/aterstall`)).status, 303)
  assert.match(await paper(), /Tjänsteutlåtande/)
})

test('the files of a registered paper are those that were made: no later template draws them anew', async () => {
  const office = await anOfficeWithTemplate(look)
  const draftId = await begin(office)
  const { version } = await draftOf(office, 'memo')
  await office.officer.api(`/drafts/${draftId}/memo`, { ...wholeMemo, version })
  await approve(office.head, await aSubmission(office, [office.head]))
  const sums = async () =>
    world.db
      .selectFrom('drafting.drafts as d')
      .innerJoin('registry.files as f', 'f.record_id', 'd.record_id')
      .where('d.id', '=', draftId)
      .select(['f.name', 'f.sha256'])
      .orderBy('f.name')
      .execute()
  const made = await sums()

  await office.save({ version: '1', organisation: 'Nya staden' })
  await office.secretary.post(`/mallar/${office.key}/mall/aterga`, { owner: office.key, version: '2' })

  assert.equal(made.length, 2)
  assert.deepEqual(await sums(), made)
  assert.match(await (await office.officer.get(`/utkast/${draftId}`)).text(), /Ängelby stad/)
})

test('only those who keep the template of an authority change it or go back', async () => {
  const office = await anOfficeWithTemplate(look)
  const other = await anOfficeWithTemplate({ version: '0' })
  const page = `/mallar/${office.key}/mall`
  const given = { owner: office.key, version: '1' }

  assert.equal((await office.officer.post(page, given)).status, 403)
  assert.equal((await office.officer.post(`${page}/aterga`, given)).status, 403)
  assert.equal((await other.secretary.post(`${page}/aterga`, given)).status, 403)
  assert.equal((await other.secretary.get(page)).status, 404)
})
