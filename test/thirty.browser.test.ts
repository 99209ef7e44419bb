/** A referral to thirty, over their own cases, personal links and Word forms, until all that was answered is in one matrix. */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { z } from 'zod'
import { compilationAnswer } from '../src/modules/compilation/model/json.ts'
import { typedInLibreOffice } from '../src/modules/answering/fixtures/libre-office.ts'
import { cityInABrowser, type City } from './city.ts'
import * as thirty from './thirty.ts'
import * as matrix from './thirty-matrix.ts'
import { decidedCase, movesMeeting, Story, title, writesAll } from './thirty-story.ts'

const run = promisify(execFile)
const { special, nameOf, wordsOf, stanceOf, beside } = thirty
const asked = '30 tillfrågade, varav 13 utanför systemet'

const began = performance.now()
let city: City
let story: Story
before(async () => {
  city = await cityInABrowser('2023-09-25')
  story = new Story(city)
})
after(() => city?.close())

const answerBy = '2023-12-22'
const longer = '2024-02-09'
const whyMore = 'Nämnden vill höra rådet för funktionsstödsfrågor först.'
const whyDeclined = 'Förslaget rör inte bolagets uppdrag.'

test('the working committee decides to send, and thirty are asked two questions at once', async () => {
  const reference = await decidedCase(city)
  city.day = '2023-10-05'
  const ingrid = await story.at('Ingrid Falkenby')
  await ingrid.open(`/arenden/${reference}/remiss`)
  await ingrid.press('Förbered remiss')
  story.roundId = new URL(ingrid.page.url()).pathname.split('/')[2] ?? ''
  await ingrid.fill('Rubrik', title)
  await ingrid.check('Utan eget ställningstagande')
  await ingrid.fill('Sista svarsdag', answerBy)
  await ingrid.press('Spara')
  for (const [index, text] of thirty.questions.entries())
    await ingrid.adds({ key: `question-${index}`, number: index + 1, kind: 'text', text, help: '', asksStance: true })
  for (const key of thirty.everyone) await ingrid.check(nameOf(key))
  await ingrid.press('Spara instanser')
  await ingrid.press('Skicka remissen')

  assert.equal(await story.tally(), `${asked} · 0 besvarade · 17 har kommit in · 13 väntas utifrån`)
  const { recipients } = await story.round()
  assert.deepEqual(recipients.map(({ bodyName }) => bodyName).toSorted(), thirty.everyone.map(nameOf).toSorted())
})

const outsider = { decidedBy: 'company', decidedOn: '2023-10-13', arrivedOn: '2023-10-16' } as const

test('a company answers on its personal link, without an account, and has a receipt', async () => {
  city.day = '2023-10-16'
  const company = await story.writerOn(thirty.onLink, 'Nils Holm')
  await writesAll(company, thirty.onLink)
  await company.fill('Beslutat den', outsider.decidedOn)
  await company.press('Lämna in svaret')
  await company.sees('Svaret är inlämnat')
  for (const words of wordsOf(thirty.onLink)) await company.sees(words)
  story.put.set(thirty.onLink, thirty.answerOf(thirty.onLink, outsider))
})

test('I-20 a company declines on its personal link, and that is an answer', async () => {
  const company = await story.writerOn(thirty.declining, 'Vera Ström')
  await company.fill('Skäl', whyDeclined)
  await company.press('Lämna in att ni avstår')
  await company.sees('Ni har avstått från att yttra er')
  const declined = { stance: 'abstain', words: null, outside: whyDeclined, decidedOn: null } as const
  story.put.set(thirty.declining, thirty.answerOf(thirty.declining, { ...outsider, ...declined }))
})

test('nine more outside answer on their links, through the API', async () => {
  await beside(thirty.onLinks, async (key) => {
    const answer = thirty.answerOf(key, outsider)
    await thirty.handsInOnLink(
      city,
      { key, roundId: story.roundId, recipientId: (await story.recipientOf(key)).id },
      answer,
    )
    story.put.set(key, answer)
  })
  assert.equal(story.put.size, 11)
})

test('the region fills in the Word form in LibreOffice, and it is read in whole', async () => {
  const key = thirty.byWord
  const ingrid = await story.waysOf(key)
  const form = await readFile(await ingrid.download('Ladda ner Wordformuläret'))
  const stance = matrix.stances[stanceOf(key)]
  const typed = thirty.questions.flatMap((heading, index) => [
    { heading, label: 'Ståndpunkt', words: stance },
    { heading, label: 'Svar', words: wordsOf(key)[index] ?? '' },
  ])
  const whole = [
    { label: 'Ståndpunkt', words: stance },
    { label: 'Beslutat den (åååå-mm-dd)', words: outsider.decidedOn },
  ].map((field) => ({ heading: 'Svaret som helhet', ...field }))
  const path = join(city.folder, 'remissvar.docx')
  await writeFile(path, await typedInLibreOffice(new Uint8Array(form), [...typed, ...whole]))

  await ingrid.attach('Läs in ett svar från en fil', path)
  await ingrid.press('Läs filen')
  await ingrid.sees('Filen är formuläret som skickades till den här instansen.')
  await ingrid.sees(', 0 utan plats')
  await ingrid.press('Läs in som remissvar')
  story.put.set(key, thirty.answerOf(key, { ...outsider, decidedBy: 'board' }))
  assert.equal(await story.tally(), `${asked} · 12 besvarade · 17 har kommit in · 1 väntas utifrån · 1 avstår`)
})

test('I-08 four administrations answer by themselves; nine boards write, plan, approve and are on their agendas', async () => {
  city.day = '2023-11-13'
  await beside(thirty.administrations, async (key) => {
    const answering = await story.answeringOf(key)
    await thirty.writes(city, answering)
    await thirty.isApproved(city, answering)
    await thirty.dispatches(city, key, answering.caseNumber)
    const standing = { decidedBy: 'administration', decidedOn: city.day, arrivedOn: city.day } as const
    story.put.set(key, thirty.answerOf(key, standing))
  })
  await beside(thirty.plainBoards, async (key) => story.prepares(key, '2023-11-20'))
  assert.deepEqual(
    story.toDecide.filter(({ meeting }) => meeting.heldOn > answerBy),
    [],
  )
})

test('an officer writes memo and statement in the browser', async () => {
  const answering = { ...(await story.answeringOf(special.absent)), officer: 'elin-sand' }
  await thirty.isGiven(city, answering)
  const elin = await story.at('Elin Sand')
  await elin.open(`/arenden/${answering.caseNumber}`)
  await elin.press('Påbörja svaret')
  await elin.open(`/arenden/${answering.caseNumber}/tjansteskrivelse`)
  await elin.write('Sammanfattning', ['Servicenämnden har fått förslaget på remiss.'])
  await elin.saved()
  await elin.open(`/arenden/${answering.caseNumber}/yttrande`)
  await writesAll(elin, special.absent)
  await elin.saved()

  await elin.page.reload()
  for (const words of wordsOf(special.absent)) await elin.sees(words)
})

test('I-16 the director is absent, and the substitute approves for her', async () => {
  const maria = await story.at('Maria Torstensdotter')
  await maria.open('/godkannanden/kedja')
  await maria.choose('Vem är borta?', 'Karin Ek')
  await maria.choose('Vem ersätter?', 'Henrik Ljungdal')
  await maria.fill('Från och med', '2023-11-13')
  await maria.fill('Till och med', '2023-11-30')
  await maria.press('Spara frånvaron')

  const answering = { ...(await story.answeringOf(special.absent)), officer: 'elin-sand' }
  const meeting = await thirty.nextMeeting(city, special.absent, '2023-11-20')
  await thirty.plans(city, answering, meeting)
  const elin = await story.at('Elin Sand')
  await elin.open(`/arenden/${answering.caseNumber}/skicka-for-godkannande`)
  await elin.check('Karin Ek')
  await elin.press('Skicka för godkännande')
  const henrik = await story.at('Henrik Ljungdal')
  await henrik.open('/godkannanden')
  await henrik.sees('Karin Ek')
  await henrik.approvesFirst()

  await elin.open(`/arenden/${answering.caseNumber}/historik`)
  await elin.sees('Henrik Ljungdal')
  story.toDecide.push(await thirty.isPlaced(city, answering, meeting))
})

test('A-05 A-60 a board meeting is moved; the plan says so, and with immediate adjustment is made anew on the new day', async () => {
  const answering = await story.answeringOf(special.moved)
  const meeting = await thirty.nextMeeting(city, special.moved, '2023-12-01')
  await thirty.writes(city, answering)
  await thirty.plans(city, answering, meeting)
  await thirty.isApproved(city, answering)
  const heldOn = '2023-12-20'
  await movesMeeting(await story.at('Cecilia Ahlgren Roos'), meeting.id, heldOn)

  const petra = await story.at('Petra Lönnroth')
  await petra.open('/')
  await petra.sees('Planera om: ')
  await petra.open(`/arenden/${answering.caseNumber}/beslutsplan`)
  await petra.sees('är flyttat från tors 14 dec 2023 till ons 20 dec 2023')
  await petra.press('Planera för omedelbar justering')
  await petra.press('Planera om')
  const shape = z.object({ steps: z.array(z.object({ meetingId: z.string(), heldOn: z.string() })) })
  const { steps } = await (await city.program(answering.officer)).get(`cases/${answering.caseNumber}/plan`, shape)
  assert.deepEqual(steps, [{ meetingId: meeting.id, heldOn }])
  story.toDecide.push(await thirty.isPlaced(city, answering, { ...meeting, heldOn }))
})

test('I-32 a board asks for more time and gets it, and another will be late', async () => {
  const { caseNumber } = await story.answeringOf(special.extended)
  const moa = await story.at('Moa Lindqvist Öberg')
  await moa.open(`/arenden/${caseNumber}/remiss`)
  await moa.fill('Nytt datum', '2024-02-15')
  await moa.fill('Skäl', whyMore)
  await moa.press('Skicka begäran')

  const ingrid = await story.following()
  await ingrid.sees(whyMore)
  const form = ingrid.page.locator(`form[action^="/remisser/${story.roundId}/svarstid/"]`)
  await form.getByLabel('Bifall, ny sista svarsdag').check()
  await form.getByLabel('Ny sista svarsdag', { exact: false }).last().fill(longer)
  await form.getByLabel('Skäl för beslutet').fill('Rådet bör höras.')
  await ingrid.press('Besluta')
  await moa.open(`/arenden/${caseNumber}/remiss`)
  await moa.sees('fre 9 feb 2024')
  await beside([special.extended, special.late], async (key) => story.prepares(key, '2024-01-08'))
})

test('eleven boards decide in time; the day after the last the sender sees who is missing, and reminds them', async () => {
  await story.decideUntil('2023-12-27')
  assert.equal(story.put.size, 27)
  const owing = '1 som ska svara har inte gjort det'
  assert.equal(await story.tally(), `${asked} · 27 besvarade · 2 på väg · 1 väntas utifrån · 1 avstår · ${owing}`)
  assert.deepEqual(await story.keysBehind(), [special.late, thirty.silent])
  await story.reminds(['Funktionsstödsnämnden', 'Kulturnämnden', 'SYSAV AB'])
})

test('I-21 two boards decide in the new year, one within its own time and one too late, which is taken and marked', async () => {
  await story.decideUntil('2024-02-16')
  assert.equal(story.put.size, 29)
  assert.equal(await story.tally(), `${asked} · 29 besvarade · 1 väntas utifrån · 1 avstår`)
  assert.deepEqual(await story.keysBehind(), [special.late, thirty.silent])
  const ingrid = await story.following()
  const lateRow = ingrid.page.locator('[data-live="bodies"] tr', { hasText: 'Kulturnämnden' })
  assert.match(await lateRow.innerText(), /\bSent\b/)
  await ingrid.press('Avsluta remissen')
  await ingrid.sees('Avslutad')
})

test('I-27 I-28 every cell of the matrix is what was put in, and the line says how many', async () => {
  const { page } = await story.following('/sammanstallning')
  const rows = await story.rows()

  assert.deepEqual(await matrix.matrixOn(page), rows.map(matrix.pageCells))
  const [line] = await page.locator('main .k-lead').allInnerTexts()
  assert.equal(line, '30 tillfrågade, 29 besvarade, 1 kvar · 1 efter sista svarsdag')
  await (await story.at('Ingrid Falkenby')).sees(matrix.totalsLine(rows))
})

test('I-28 the JSON says the same of every body, each decided text with the sum it was dispatched with', async () => {
  const ingrid = await city.program('ingrid-falkenby')
  const { bodies, counts, questions } = await ingrid.get(`referrals/${story.roundId}/compilation`, compilationAnswer)
  const rows = await story.rows()
  const ids = questions.map(({ id }) => id)

  assert.deepEqual(counts, matrix.countsOf(rows))
  for (const [index, row] of rows.entries())
    assert.deepEqual(matrix.jsonBody(bodies[index] ?? assert.fail(row.name)), matrix.jsonOf(row, ids), row.name)
  assert.equal(bodies.length, 30)
})

test('the CSV of the follow-up and the workbook say the same, row by row', async () => {
  const { page } = await story.following('/sammanstallning')
  const rows = await story.rows()
  const csv = await page.request.get(`${city.address}/remisser/${story.roundId}/uppfoljning.csv`)
  const workbook = await page.request.get(`${city.address}/remisser/${story.roundId}/sammanstallning.xlsx`)

  const followed = matrix.rowsOfCsv(await csv.text()).slice(1)
  const told = followed.map(([name, reference, , , , ...rest]) => [name, reference, ...rest.slice(0, -4)])
  assert.deepEqual(told, rows.map(matrix.followUpRow))
  const sheet = await matrix.firstSheet(new Uint8Array(await workbook.body()))
  assert.deepEqual(sheet.slice(1), rows.map(matrix.sheetRow))
})

test('the PDF holds all that was decided and names the one that is silent; it is registered, and the store is whole (J-09)', async (context) => {
  const ingrid = await story.following('/sammanstallning')
  const paper = await matrix.wordsOfPdf(await ingrid.download('Ladda ner PDF'))
  const said = [...story.put.values()].flatMap(({ words, outside }) => [
    ...(words ?? []),
    ...(outside === null ? [] : [outside]),
  ])
  assert.deepEqual(
    said.filter((words) => !paper.includes(matrix.squeezed(words))),
    [],
  )
  assert.ok(paper.includes(matrix.squeezed(`${nameOf(thirty.silent)}: inbjuden, har inte svarat`)))
  await ingrid.press('Registrera sammanställningen')
  await ingrid.sees('29 av 30 svar')

  const env = { PATH: process.env['PATH'], DATABASE_URL: city.databaseUrl, KRAFTSAM_DATA: city.folder }
  const program = join(import.meta.dirname, '../bin/kraftsam')
  const { stdout } = await run(process.execPath, [program, 'verify'], { env: { ...env, KRAFTSAM_LOG: 'silent' } })
  assert.equal(z.object({ isWhole: z.boolean() }).parse(JSON.parse(stdout)).isWhole, true)
  context.diagnostic(`the round of thirty, from an empty store: ${Math.round((performance.now() - began) / 1000)} s`)
})
