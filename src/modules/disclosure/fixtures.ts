/** Builders for tests: an authority with people who disclose, records with text in them, and markings. */

import { actorOf, as, asking, doing, type Knocking, type World } from '../../../test/support.ts'
import { paperPdf, type Paper } from '../../kernel/documents/index.ts'
import { importScheme, adoptScheme, listRulesInForce } from '../delegation/index.ts'
import { aCase, aColleague, aRecord, aRegistry, type TestRegistry } from '../registry/fixtures.ts'
import type { Case, NewFile, RecordItem } from '../registry/index.ts'

export type Office = {
  readonly registry: TestRegistry
  readonly registrar: Knocking
  readonly officer: Knocking
  readonly head: Knocking
  readonly theCase: Case
}

/** An authority with its registrar, a case officer and the head, and a case with a number. */
export async function anOffice(world: World): Promise<Office> {
  const registry = await aRegistry(world)
  const [officer, head] = [await aColleague(world, registry, 'case_officer'), await aColleague(world, registry, 'head')]
  return {
    registry,
    registrar: await as(world, registry.registrarId),
    officer: await as(world, officer),
    head: await as(world, head),
    theCase: await aCase(world, registry, { title: 'Ansökan om stöd' }),
  }
}

export function aRecordIn(world: World, { registry, theCase }: Office, files: readonly NewFile[]): Promise<RecordItem> {
  return aRecord(world, registry, { caseId: theCase.id, title: 'Ansökan', party: 'En sökande', files })
}

/** Marks a record as the registry does: neutral words in the diary, the real ones apart. */
export async function marked(world: World, record: RecordItem, provision = '26 kap. 1 § OSL'): Promise<RecordItem> {
  const { id: record_id, caseId: case_id, authorityId: authority_id, title, party } = record
  await world.db.insertInto('registry.withheld').values({ record_id, case_id, authority_id, title, party }).execute()
  await world.db
    .insertInto('registry.markings')
    .values({ record_id, case_id, authority_id, provision, marked_on: '2023-10-03', marked_at: world.now })
    .execute()
  await world.db
    .updateTable('registry.records')
    .set({ is_secret: true, title: 'Uppgift utelämnad', party: 'Uppgift utelämnad' })
    .where('id', '=', record_id)
    .execute()
  return record
}

const heads =
  'nummer;rubrik;avser;delegattyp;roll;organ;person;delegat;lagrum;villkor;ärendeslag;skäl;överklagas;anmäls;vidaredelegeras'
const toTheHead =
  '2.1;Utlämnande av handling;Avslag på begäran att få ta del av allmän handling;anställd;chef;;;Chef;6 kap. 3 § OSL;;enskild;Styrs av lag;förvaltningsbesvär;ja;nej'
const elsewhere =
  '3.1;Hyra av lokal;Hyra upp till tre år;anställd;chef;;;Chef;;;ekonomi;Ramen är beslutad;laglighetsprövning;ja;nej'

/** The board's scheme, in force since the beginning of 2023: the head decides on giving out (2.1) and on leases (3.1). */
export async function aScheme(
  world: World,
  { registry }: Office,
  rules: readonly string[] = [toTheHead, elsewhere],
): Promise<{ readonly secretaryId: string; readonly rule: (number: string) => string }> {
  const { bodyId, authorityId } = registry
  const secretaryId = await aColleague(world, registry, 'secretary')
  const secretary = await actorOf(world, secretaryId)
  const csv = [heads, ...rules].join('\n')
  const { schemeId } = await doing(world, importScheme, { bodyId, csv, files: [] }, secretary)
  const decided = { schemeId, decidedOn: '2022-12-20', paragraph: 150, validFrom: '2023-01-01' }
  await doing(world, adoptScheme, decided, secretary)
  const inForce = await asking(world, (ctx) => listRulesInForce(ctx, authorityId, '2023-10-01'))
  return { secretaryId, rule: (number) => inForce.find((rule) => rule.number === number)?.id ?? '' }
}

/** A request whose only record, marked, is refused, and of which a written decision is asked for and drafted. */
export async function aDraftedRefusal(world: World, office: Office, files: readonly NewFile[]) {
  const record = await marked(world, await aRecordIn(world, office, files))
  const { requestId, itemId } = await choosing(office, record.id)
  const at = `/disclosures/${requestId}`
  const provision = '26 kap. 1 § OSL'
  const draft = { provision, reasons: 'Det står inte klart att uppgifterna kan röjas utan men.' }
  await json(office.registrar.api(`${at}/records/${itemId}/test`, { outcome: 'refused', provision }))
  await json(office.registrar.api(`${at}/answer`, { told: true }))
  await json(office.registrar.api(`${at}/ask-for-decision`, {}))
  await json(office.registrar.api(`${at}/refusal`, draft, 'PUT'))
  return { requestId, at, draft }
}

/** What an API door answered, when it did. */
export async function json<T = Record<string, string>>(reply: Response | Promise<Response>): Promise<T> {
  const answer = await reply
  const words = await answer.text()
  if (answer.status !== 200) throw new Error(words)
  return JSON.parse(words)
}

export async function aRequest(who: Knocking, facts: object = {}): Promise<string> {
  const { requestId } = await json(who.api('/disclosures', { asked: 'Allt om ansökan', ...facts }))
  return requestId ?? ''
}

export type Shown = {
  request: { stage: string; dueOn: string; isLate: boolean; isOpen: boolean; awaitsDecision: boolean }
  records: { id: string; outcome: string | null; isMarked: boolean; title: string }[]
  history: { event: string }[]
}
export const shown = (who: Knocking, id: string) => json<Shown>(who.api(`/disclosures/${id}`))

/** A request by the registrar for one record. */
export async function choosing(office: Office, recordId: string): Promise<{ requestId: string; itemId: string }> {
  const requestId = await aRequest(office.registrar)
  const { itemIds } = await json<{ itemIds: string[] }>(
    office.registrar.api(`/disclosures/${requestId}/records`, { recordIds: [recordId] }),
  )
  return { requestId, itemId: itemIds[0] ?? '' }
}

/** A PDF as the house makes them, with these paragraphs. */
export async function aPdf(name: string, ...paragraphs: readonly string[]): Promise<NewFile> {
  const paper: Paper = {
    kind: 'Ansökan',
    title: paragraphs[0] ?? '',
    language: 'sv',
    sender: { organisation: 'Ängelby stad', unit: null },
    reference: null,
    head: [],
    blocks: paragraphs.map((text) => ({ type: 'paragraph', text })),
    isDraft: false,
    footer: [],
  }
  return { name, mediaType: 'application/pdf', bytes: await paperPdf(paper) }
}

/** A page that holds a picture and no text, as a scanner makes it. */
export function aScan(name = 'inskannad.pdf'): NewFile {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents 4 0 R>>',
    '<</Length 22>>\nstream\n0.5 g 50 50 400 600 re f\nendstream',
  ]
  return { name, mediaType: 'application/pdf', bytes: pdfOf(objects) }
}

/** A PDF with one line of text, and these properties. */
export function aPlainPdf(line: string, properties = ''): Buffer {
  const draw = `BT /F1 11 Tf 60 700 Td (${line}) Tj ET`
  return pdfOf(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>',
      `<</Length ${draw.length}>>\nstream\n${draw}\nendstream`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
      `<<${properties}>>`,
    ],
    '/Info 6 0 R',
  )
}

function pdfOf(objects: readonly string[], more = ''): Buffer {
  let body = '%PDF-1.4\n'
  const places = objects.map((object, number) => {
    const at = body.length
    body += `${number + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${size}/Root 1 0 R${more}>>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + end, 'latin1')
}
