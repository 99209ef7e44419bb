/** A referral to thirty, over their own cases, personal links and Word forms, those outside answer and a substitute approves. */

import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { staffOf } from '../seed/load/staff.ts'
import { demoPaper } from '../seed/load/papers.ts'
import { compilationAnswer } from '../src/modules/compilation/model/json.ts'
import { filledIn, throughLibreOffice } from '../src/modules/answering/fixtures/word.ts'
import { cityInABrowser, type City, type Someone } from './city.ts'
import * as thirty from './thirty.ts'

const { special, nameOf, wordsOf } = thirty

let city: City
before(async () => void (city = await cityInABrowser('2023-09-25')))
after(() => city?.close())

const answerBy = '2023-12-22'
const round = { id: '', reference: '' }

const asked = z.object({
  questions: z.array(z.object({ id: z.string() })),
  recipients: z.array(z.object({ id: z.string(), bodyName: z.string(), referenceNumber: z.string().nullable() })),
})

async function roundNow(): Promise<z.output<typeof asked>> {
  return (await city.program('ingrid-falkenby')).get(`referrals/${round.id}`, asked)
}

async function recipientOf(key: string) {
  const { recipients } = await roundNow()
  return recipients.find(({ bodyName }) => bodyName === nameOf(key)) ?? assert.fail(`${key} was not asked`)
}

const answeringOf = async (body: string): Promise<thirty.Answering> => {
  const { officer, heads } = staffOf(thirty.authorityOf(body))
  const { referenceNumber } = await recipientOf(body)
  return { body, caseNumber: referenceNumber ?? '', roundId: round.id, officer, heads: heads.slice(0, 1) }
}

test('the working committee decides to send, and thirty are asked two questions at once', async () => {
  round.reference = await decidedCase()
  city.day = '2023-10-05'
  const ingrid = await city.as('Ingrid Falkenby')
  await ingrid.open(`/arenden/${round.reference}/remiss`)
  await ingrid.press('Förbered remiss')
  round.id = new URL(ingrid.page.url()).pathname.split('/')[2] ?? ''
  await ingrid.fill('Rubrik', 'Handlingsplan för trygghet i hela staden')
  await ingrid.check('Utan eget ställningstagande')
  await ingrid.fill('Sista svarsdag', answerBy)
  await ingrid.press('Spara')
  for (const [at, text] of thirty.questions.entries())
    await ingrid.adds({ key: `question-${at}`, number: at + 1, kind: 'text', text, help: '' })
  for (const key of thirty.everyone) await ingrid.check(nameOf(key))
  await ingrid.press('Spara instanser')
  await ingrid.press('Skicka remissen')

  await ingrid.sees('30 tillfrågade')
  const { recipients } = await roundNow()
  assert.deepEqual(recipients.map(({ bodyName }) => bodyName).toSorted(), thirty.everyone.map(nameOf).toSorted())
})

async function decidedCase(): Promise<string> {
  const [bengt, ingrid] = [await city.program('bengt-akerlind'), await city.program('ingrid-falkenby')]
  const title = 'Handlingsplan för trygghet i hela staden'
  const given = await bengt.send('POST assignments', {
    ...{ giverId: await bodyId('kf'), leadId: await bodyId('ks'), decidedOn: '2023-09-21', source: '§ 200', files: [] },
    ...{ title, text: 'Ta fram en handlingsplan för trygghet.' },
  })
  const reference = String(given['referenceNumber'])
  await bengt.send(`PUT cases/${reference}/officer`, { officerId: await city.person('ingrid-falkenby') })
  const sections = [{ heading: 'Förslag', paragraphs: ['Alla tar ansvar för sin del.'] }]
  const paper = await demoPaper({ kind: 'Förslag', title, date: city.day, fileName: 'forslag.docx', sections })
  const file = await ingrid.upload('forslag.docx', 'bytes' in paper ? paper.bytes : assert.fail('No file'))
  await ingrid.send(`POST cases/${reference}/records`, {
    direction: 'internal',
    kind: 'proposal',
    title,
    files: [file],
  })

  city.day = '2023-10-02'
  const sofia = await city.program('sofia-malmqvist-ek')
  const meetingId = (await city.meeting('ksau', '2023-10-02')).split('/').at(-1)
  const { itemId } = await sofia.send(`POST meetings/${meetingId}/items`, { caseId: reference })
  const decision = { outcome: 'as_proposed', points: ['Förslaget skickas på remiss.'] }
  const { decisionId } = await sofia.send(`POST agenda-items/${String(itemId)}/decide`, decision)
  const adjusted = { decisionIds: [decisionId], adjustedOn: '2023-10-02', isImmediate: true }
  await sofia.send(`POST meetings/${meetingId}/adjust`, adjusted)
  return reference
}

async function bodyId(key: string): Promise<string> {
  const shape = z.array(z.object({ id: z.string(), name: z.string() }))
  const found = await (await city.program('bengt-akerlind')).get('bodies', shape)
  return found.find(({ name }) => name === nameOf(key))?.id ?? assert.fail(`No body ${key}`)
}

test('I-20 a company declines on its personal link, without an account', async () => {
  city.day = '2023-10-16'
  const ingrid = await waysOf(thirty.onLink)
  await ingrid.press('Skapa länk att kopiera')
  const token = new URL(ingrid.page.url()).searchParams.get('lank') ?? assert.fail('No link')

  const company = await city.outside()
  await company.open(`/svar/${token}`)
  await company.sees(thirty.questions[0])
  await company.fill('Ditt namn', 'Vera Ström')
  await company.fill('Din roll', 'vd')
  await company.press('Skriv svaret')
  await company.fill('Skäl', 'Förslaget rör inte bolagets uppdrag.')
  await company.press('Lämna in att ni avstår')
  await company.sees('Ni har avstått från att yttra er')
})

async function waysOf(key: string): Promise<Someone> {
  const ingrid = await city.as('Ingrid Falkenby')
  await ingrid.open(`/remisser/${round.id}/svar/${(await recipientOf(key)).id}/vagar`)
  return ingrid
}

test('the region fills in the Word form in LibreOffice, and it is read in whole', async () => {
  const ingrid = await waysOf(thirty.byWord)
  const form = await readFile(await ingrid.download('Ladda ner Wordformuläret'))
  const { questions } = await roundNow()
  const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const said = wordsOf(thirty.byWord)
  const texts = questions.map(({ id }, at) => [`kraftsam:text:${id}`, [escaped(said[at] ?? '')]] as const)
  const whole = { 'kraftsam:whole.stance': ['Tillstyrker'], 'kraftsam:whole.decidedOn': ['2023-10-13'] }
  const filled = filledIn(new Uint8Array(form), { ...Object.fromEntries(texts), ...whole })
  const path = join(city.folder, 'remissvar.docx')
  const [, back = filled] = await throughLibreOffice(filled, [['odt', 'docx']])
  await writeFile(path, back)

  await ingrid.attach('Läs in ett svar från en fil', path)
  await ingrid.press('Läs filen')
  await ingrid.sees('Filen är formuläret som skickades till den här instansen.')
  await ingrid.sees(', 0 utan plats')
  await ingrid.press('Läs in som remissvar')
})

test('ten answer by letter, which the sender enters', async () => {
  const { questions, recipients } = await roundNow()
  const ingrid = await city.program('ingrid-falkenby')
  for (const key of thirty.byLetter) {
    const recipientId = recipients.find(({ bodyName }) => bodyName === nameOf(key))?.id ?? ''
    const answers = questions.map(({ id }, at) => ({ questionId: id, stance: 'support', text: wordsOf(key)[at] }))
    const decided = { decidedBy: 'company', decidedOn: '2023-10-13', stance: 'support', answers, files: [] }
    await ingrid.send(`POST referrals/${round.id}/recipients/${recipientId}/answer`, decided)
  }
  const answered = await ingrid.get(`referrals/${round.id}/compilation`, compilationAnswer)
  assert.equal(answered.counts.answered, 12)
})

test('I-16 the director is absent, and the substitute approves for her', async () => {
  city.day = '2023-11-13'
  const secretary = await city.as('Maria Torstensdotter')
  await secretary.open('/godkannanden/kedja')
  await secretary.choose('Vem är borta?', 'Karin Ek')
  await secretary.choose('Vem ersätter?', 'Henrik Ljungdal')
  await secretary.fill('Från och med', '2023-11-13')
  await secretary.fill('Till och med', '2023-11-30')
  await secretary.press('Spara frånvaron')

  const answering = { ...(await answeringOf(special.absent)), officer: 'elin-sand' }
  const meeting = await thirty.nextMeeting(city, special.absent, '2023-11-20')
  await thirty.writes(city, answering)
  await thirty.plans(city, answering, meeting)
  const elin = await city.as('Elin Sand')
  await elin.open(`/arenden/${answering.caseNumber}/skicka-for-godkannande`)
  await elin.check('Karin Ek')
  await elin.press('Skicka för godkännande')
  const henrik = await city.as('Henrik Ljungdal')
  await henrik.open('/godkannanden')
  await henrik.sees('Karin Ek')
  await henrik.approvesFirst()

  await elin.open(`/arenden/${answering.caseNumber}/historik`)
  await elin.sees('Henrik Ljungdal')
})
