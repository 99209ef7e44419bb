/** The whole story of SN-2023-1541 in a real browser, as the people who live it, on the days it happened. */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { serviceAnswer, theCase } from '../seed/demo-city.ts'
import { demoPaper } from '../seed/load/papers.ts'
import { cityInABrowser, type City, type Someone } from './city.ts'

const run = promisify(execFile)

let city: City
before(async () => void (city = await cityInABrowser('2023-01-09')))
after(() => city?.close())

/** The words of the demo's answers, without line breaks: what must stand in the compiled paper to the letter. */
const decidedParagraphs = serviceAnswer.answers.flatMap(({ paragraphs }) => paragraphs)
const squeezed = (text: string) => text.replace(/[\s\u200b\u00ad]+/g, '')

const caseTitle = theCase.assignment.title
const reference = 'STK-2023-1042'

test('the registrar registers the council’s assignment, and it gets a case of its own', async () => {
  await city.continueCases('stk', 2023, 1041)
  const bengt = await city.as('Bengt Åkerlind')
  await bengt.open('/uppdrag/nytt')
  await bengt.choose('Vem gav uppdraget', 'kommunfullmäktige')
  await bengt.fill('Beslutat den', '2022-11-24')
  await bengt.fill('Var det står', 'Budget 2023, § 241')
  await bengt.fill('Uppdragets rubrik', caseTitle)
  await bengt.fill('Uppdraget', theCase.assignment.text.join('\n\n'))
  await bengt.choose('Vem leder arbetet', 'kommunstyrelsen')
  await bengt.press('Registrera uppdrag')

  await bengt.open(`/arenden/${reference}`)
  await bengt.choose('Handläggare', 'Ingrid Falkenby')
  await bengt.press('Fördela')
  await bengt.sees('Ingrid Falkenby')
})

test('the planning secretary writes the proposal, and the heads approve it', async () => {
  city.day = '2023-09-25'
  const ingrid = await city.as('Ingrid Falkenby')
  await ingrid.open(`/arenden/${reference}/tjansteskrivelse`)
  await ingrid.press('Börja skriva')
  await ingrid.write('Sammanfattning', theCase.proposalMemo.summary)
  await ingrid.points('proposals[]', theCase.proposalMemo.proposals.slice(0, 1))
  await ingrid.points('responsible[]', ['Paulina Ståhlberg, stadsdirektör'])
  await ingrid.fill('Beslutet skickas till', 'Samtliga nämnder och bolag')
  await ingrid.saved()
  await registerProposal(ingrid)
  await ingrid.open(`/arenden/${reference}/skicka-for-godkannande`)
  await ingrid.check('Paulina Ståhlberg')
  await ingrid.check('Göran Wikmark')
  await ingrid.press('Skicka för godkännande')

  for (const head of ['Paulina Ståhlberg', 'Göran Wikmark']) await (await city.as(head)).approvesFirst()
  await ingrid.open(`/arenden/${reference}/handlingar`)
  await ingrid.sees('Tjänsteskrivelse')
})

async function registerProposal(ingrid: Someone): Promise<void> {
  const { title, fileName, sections } = theCase.referral.documents[0] ?? assert.fail('The seed has no proposal')
  const paper = await demoPaper({ kind: 'Förslag', title, date: '2023-10-02', fileName, sections })
  const path = join(city.folder, fileName)
  if ('bytes' in paper) await writeFile(path, paper.bytes)
  await ingrid.open(`/arenden/${reference}/handlingar`)
  await ingrid.check('Upprättad')
  await ingrid.choose('Slag', 'Förslag')
  await ingrid.fill('Vad gäller handlingen?', title)
  await ingrid.attach('Filer', path)
  await ingrid.press('Registrera')
  await ingrid.sees(title)
}

test('the working committee decides § 430 to send it without a position of its own', async () => {
  city.day = '2023-10-02'
  const sofia = await city.as('Sofia Malmqvist Ek')
  await sofia.open(await city.meeting('ksau', '2023-10-02'))
  await sofia.fill('Sista använda §', '429')
  await sofia.press('Spara')
  await sofia.fill('Ärendets nummer', reference)
  await sofia.press('Lägg till')
  await sofia.decides(theCase.decisionToSend.points)
  await sofia.adjusts('2023-10-02', { isImmediate: true })
  await sofia.sees('§ 430')
})

test('the referral is sent with four questions, and the service board gets SN-2023-1541', async () => {
  city.day = '2023-10-05'
  await city.continueCases('sn', 2023, 1540)
  const ingrid = await city.as('Ingrid Falkenby')
  await ingrid.open(`/arenden/${reference}/remiss`)
  await ingrid.press('Förbered remiss')
  await ingrid.fill('Rubrik', theCase.referral.title)
  await ingrid.check('Utan eget ställningstagande')
  await ingrid.fill('Sista svarsdag', theCase.referral.answerBy)
  await ingrid.press('Spara')
  for (const question of theCase.referral.questions) await ingrid.adds(question)
  for (const body of ['servicenämnden', 'tekniska nämnden', 'MKB Fastighets AB']) await ingrid.check(body)
  await ingrid.press('Spara instanser')
  await ingrid.press('Skicka remissen')
  await ingrid.sees('SN-2023-1541')
  await ingrid.sees('3 tillfrågade')
})

test('the case officer answers every question, plans the decisions, and the heads approve', async () => {
  const amina = await city.as('Amina Yusuf Lindh')
  await amina.open('/arenden/SN-2023-1541')
  await amina.choose('Handläggare', 'Elin Sand')
  await amina.press('Fördela')

  city.day = '2023-11-15'
  const elin = await city.as('Elin Sand')
  await elin.open('/arenden/SN-2023-1541')
  await elin.press('Påbörja svaret')
  await elin.open('/arenden/SN-2023-1541/yttrande')
  for (const [index, { paragraphs }] of serviceAnswer.answers.entries()) await elin.answers(index, paragraphs)
  await elin.saved()
  await elin.open('/arenden/SN-2023-1541/beslutsplan')
  await elin.plans(['2023-11-28', '2023-12-07', '2023-12-19'])
  await elin.open('/arenden/SN-2023-1541/skicka-for-godkannande')
  await elin.check('Karin Ek')
  await elin.check('Henrik Ljungdal')
  await elin.press('Skicka för godkännande')
  city.day = '2023-11-16'
  for (const head of ['Karin Ek', 'Henrik Ljungdal']) await (await city.as(head)).approvesFirst()
  const elinNextDay = await city.as('Elin Sand')
  await elinNextDay.open('/arenden/SN-2023-1541/beslutsplan')
  await elinNextDay.press('Sätt upp på föredragningslistorna')
})

test('the board decides, the minutes are adjusted, and the answer is dispatched to the sender', async () => {
  city.day = '2023-12-19'
  const maria = await city.as('Maria Torstensdotter')
  await maria.open(await city.meeting('sn', '2023-12-19'))
  await maria.fill('Sista använda §', '120')
  await maria.press('Spara')
  await maria.decides(serviceAnswer.memo.proposals)
  city.day = '2023-12-27'
  const mariaLater = await city.as('Maria Torstensdotter')
  await mariaLater.open(await city.meeting('sn', '2023-12-19'))
  await mariaLater.adjusts('2023-12-27', { isImmediate: false })

  const amina = await city.as('Amina Yusuf Lindh')
  await amina.open('/arenden/SN-2023-1541')
  await amina.press('Expediera svaret')
  await amina.sees('Svar skickat')
})

test('the compiled paper holds the decided answers word for word', async () => {
  const ingrid = await city.as('Ingrid Falkenby')
  await ingrid.open(`/arenden/${reference}/remiss`)
  await ingrid.follow('Sammanställ')
  await ingrid.sees('Servicenämnden')
  const path = await ingrid.download('Ladda ner PDF')

  const { stdout } = await run('pdftotext', ['-layout', path, '-'])
  const { stdout: flowing } = await run('pdftotext', [path, '-'])
  const paper = squeezed(stdout) + squeezed(flowing)
  assert.deepEqual(
    decidedParagraphs.filter((paragraph) => !paper.includes(squeezed(paragraph))),
    [],
  )
  assert.match(stdout, /SN-2023-1541/)
  assert.equal((await readFile(path)).subarray(0, 5).toString(), '%PDF-')
})
