import assert from 'node:assert/strict'
import { test } from 'node:test'
import { as, asking, worldOf } from '../../../test/support.ts'
import { aColleague, stepping } from '../registry/fixtures.ts'
import { writePlanning } from './commands/steps.ts'
import { aBegunStatement, anOffice, aWrittenMemo, draftOf, wholeMemo } from './fixtures.ts'
import { getDraft, listHistory } from './queries.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

test('a memo begins with what the case knows: writer, title, date, own memo first, a head', async () => {
  const office = await anOffice(world)

  const reply = await office.officer.post(`${office.at}/tjansteskrivelse/borja`)

  assert.equal(reply.status, 303)
  const { content } = await draftOf(office, 'memo')
  assert.equal(content['date'], '2023-11-15')
  assert.equal(content['title'], 'Remiss om cykelvägar')
  assert.deepEqual(content['basis'], ['Tjänsteskrivelse Remiss om cykelvägar'])
  assert.match(JSON.stringify(content['reference']), /Elin Sand/)
  assert.match(JSON.stringify(content['responsible']), /Karin Ek|Olle Berg/)
})

test('there is one memo at a time in a case', async () => {
  const office = await aWrittenMemo(world)

  const reply = await office.officer.post(`${office.at}/tjansteskrivelse/borja`)

  assert.equal(reply.status, 409)
  assert.match(await reply.text(), /Tjänsteskrivelsen är redan påbörjad/)
})

test('the form without JavaScript saves every part, as text in text areas', async () => {
  const office = await aWrittenMemo(world)

  const { content, version } = await draftOf(office, 'memo')

  assert.equal(version, 2)
  assert.deepEqual(content['proposals'], wholeMemo['proposals[]'])
  assert.deepEqual(content['sendTo'], ['Kommunstyrelsen'])
  assert.deepEqual(content['basis'], wholeMemo.basis.split('\n'))
  assert.deepEqual(content['responsible'], [{ name: 'Karin Ek', role: 'direktör', personId: office.head.personId }])
  const page = await (await office.officer.get(`${office.at}/tjansteskrivelse`)).text()
  assert.match(page, /Kommunstyrelsen frågar nämnden om cykelvägar\./)
})

test('the browser saves the same fields by their names while one writes, and learns the new version', async () => {
  const office = await aWrittenMemo(world)
  const { draftId, version } = await draftOf(office, 'memo')
  const document = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Kort.', marks: [{ type: 'strong' }] }] }],
  }

  const reply = await office.officer.api(`/drafts/${draftId}/memo`, {
    ...wholeMemo,
    'proposals[]': 'En enda punkt.',
    summary: JSON.stringify(document),
    version,
  })

  assert.equal(reply.status, 200)
  assert.deepEqual(JSON.parse(await reply.text()), {
    draftId,
    version: version + 1,
    savedAt: '2023-11-15T08:00:00.000Z',
  })
  const { content } = await draftOf(office, 'memo')
  assert.deepEqual([content['proposals'], content['summary']], [['En enda punkt.'], document])
})

test('who saves after another is told who and when, loses nothing, and can save again after comparing', async () => {
  const office = await aWrittenMemo(world)
  const { draftId, version } = await draftOf(office, 'memo')
  await office.head.api(`/drafts/${draftId}/memo`, { ...wholeMemo, title: 'Chefens rubrik', version })

  const path = `${office.at}/tjansteskrivelse/spara`
  const late = await office.officer.post(path, { ...wholeMemo, title: 'Min rubrik', draftId, version: String(version) })

  assert.equal(late.status, 409)
  const page = await late.text()
  assert.match(page, /Karin Ek sparade 09\.00/)
  assert.match(page, /Min rubrik/)
  assert.match(page, new RegExp(`name="version" value="${version + 1}"`))
})

test('saving the same words again changes nothing, whatever version one had', async () => {
  const office = await aWrittenMemo(world)
  const { draftId, version } = await draftOf(office, 'memo')

  const reply = await office.officer.api(`/drafts/${draftId}/memo`, { ...wholeMemo, version: 1 })

  assert.equal(reply.status, 200)
  assert.equal((await draftOf(office, 'memo')).version, version)
})

test('versions are kept at most each five minutes, but never lost when another writes over', async () => {
  const office = await aWrittenMemo(world)
  const { draftId } = await draftOf(office, 'memo')
  const saveAs = async (who: typeof office.head, title: string, minutes: number) => {
    world.now = new Date(world.now.getTime() + minutes * 60_000)
    const { version } = await draftOf(office, 'memo')
    await who.api(`/drafts/${draftId}/memo`, { ...wholeMemo, title, version })
  }

  await saveAs(office.officer, 'Tre', 1)
  await saveAs(office.officer, 'Fyra', 1)
  await saveAs(office.head, 'Fem', 1)
  await saveAs(office.officer, 'Sex', 6)

  const versions = await asking(world, async (ctx) => listHistory(ctx, await getDraft(ctx, draftId)))
  assert.deepEqual(
    versions.map(({ version }) => version),
    [6, 5, 4, 2],
  )
  const older = await office.officer.get(`/utkast/${draftId}?version=4`)
  assert.match(await older.text(), /Fyra/)
})

test('a statement keeps a stance, a text and what each kind of question asks for', async () => {
  const office = await anOffice(world, { kind: 'referral_answer' })
  const draftId = await aBegunStatement(world, office)

  const reply = await office.officer.post(`${office.at}/yttrande/spara`, {
    draftId,
    version: '1',
    title: 'Yttrande',
    'answers.0.questionId': 'q1',
    'answers.0.stance': 'support',
    'answers.0.processes.0.name': 'Sommargårdar',
    'answers.0.processes.0.lead': 'Fritidsnämnden',
    'answers.0.processes.1.name': '',
    'answers.1.questionId': 'q2',
    'answers.1.areas.0.name': 'Lindängen',
    'answers.1.areas.1.name': 'Holma',
    'answers.1.areas.1.priority': '1',
    'answers.1.areas.1.reason': 'Skolorna byggs om',
    'answers.1.areas.2.name': '',
    'answers.1.areas.2.priority': '',
    'answers.1.themes.0.name': 'Trygghet',
    'answers.2.questionId': 'q3',
    'answers.2.text': 'Bra, men\n\n- kostar\n- tar tid',
    'answers.3.questionId': 'q4',
    'answers.3.otherBody': 'Ett nytt bolag',
    stance: 'support_partly',
    outside: '',
  })

  assert.equal(reply.status, 303)
  const { content } = await draftOf(office, 'statement')
  const answers: Record<string, unknown>[] = JSON.parse(JSON.stringify(content['answers']))
  assert.deepEqual(answers[0]?.['processes'], [{ name: 'Sommargårdar', lead: 'Fritidsnämnden', where: '', period: '' }])
  assert.deepEqual(answers[1]?.['areas'], ['Holma', 'Lindängen'])
  assert.deepEqual(answers[1]?.['weighed'], [{ of: 'area', name: 'Holma', priority: 1, reason: 'Skolorna byggs om' }])
  assert.deepEqual(answers[1]?.['themes'], ['Trygghet'])
  assert.match(JSON.stringify(answers[2]?.['text']), /bullet_list/)
  assert.deepEqual([answers[3]?.['body'], answers[3]?.['question']], ['Ett nytt bolag', 'Vem bör samordna?'])
  assert.match(await (await office.officer.get(`${office.at}/yttrande`)).text(), /4 av 4/)
})

test('a statement that is sent again with the version one had is known, and nobody is told of another', async () => {
  const office = await anOffice(world, { kind: 'referral_answer' })
  const draftId = await aBegunStatement(world, office)
  const answer = {
    questionId: 'q1',
    stance: 'support',
    text: 'Bra',
    processes: [{ where: 'Holma', lead: 'FN', name: 'A' }],
  }
  const send = () =>
    office.officer.api(`/drafts/${draftId}/statement`, { version: 1, title: 'Yttrande', answers: [answer] })

  const [first, again] = [await send(), await send()]

  assert.deepEqual([first.status, again.status], [200, 200])
  assert.deepEqual(await again.json(), await first.json())
})

test('the questions stand above the statement with what is answered, and a row more is had without JavaScript', async () => {
  const office = await anOffice(world, { kind: 'referral_answer' })
  const draftId = await aBegunStatement(world, office)

  const reply = await office.officer.post(`${office.at}/yttrande/spara`, {
    draftId,
    version: '1',
    'answers.0.questionId': 'q1',
    'answers.0.processes.0.name': 'Sommargårdar',
    next: 'fraga-1',
  })

  assert.match(reply.headers.get('location') ?? '', /\/yttrande#fraga-1$/)
  const page = await (await office.officer.get(`${office.at}/yttrande`)).text()
  assert.match(page, /href="#fraga-1" data-question="fraga-1" data-done/)
  assert.match(page, /href="#fraga-2" data-question="fraga-2"\s*>/)
  assert.match(page, /name="answers\.0\.processes\.1\.name"/)
  assert.match(page, />Lägg till en process<\/button>/)
})

test('an answer to a question that was never asked is not taken in', async () => {
  const office = await anOffice(world, { kind: 'referral_answer' })
  const draftId = await aBegunStatement(world, office)

  await office.officer.api(`/drafts/${draftId}/statement`, { version: 1, answers: [{ questionId: 'q9', text: 'Hej' }] })

  assert.doesNotMatch(JSON.stringify((await draftOf(office, 'statement')).content), /q9|Hej/)
})

test('the decision plan goes into the memo that is open without disturbing the one who writes', async () => {
  const office = await aWrittenMemo(world)
  const { draftId, version } = await draftOf(office, 'memo')
  const line = { body: 'Servicenämnden', step: 'board', date: '2023-12-19' }

  await stepping(world, office.officer.personId, (ctx) => writePlanning(ctx, office.theCase.id, [line]))
  const save = await office.officer.api(`/drafts/${draftId}/memo`, { ...wholeMemo, title: 'Ny rubrik', version })

  assert.equal(save.status, 200)
  const { content } = await draftOf(office, 'memo')
  assert.deepEqual([content['planning'], content['title']], [[line], 'Ny rubrik'])
})

test('the page before sending says what is weak, and does not stop it', async () => {
  const office = await aWrittenMemo(world, { dueOn: '2023-12-12', dueSource: 'satt av kommunstyrelsen' })
  const { draftId, version } = await draftOf(office, 'memo')
  const late = { body: 'Servicenämnden', step: 'board', date: '2023-12-19' }
  await stepping(world, office.officer.personId, (ctx) => writePlanning(ctx, office.theCase.id, [late]))
  const weak = { ...wholeMemo, 'proposals[]': ['Nämnden godkänner förslaget till yttrande.'] }
  await office.officer.post(`${office.at}/tjansteskrivelse/spara`, { ...weak, draftId, version: String(version) })

  const page = await (await office.officer.get(`${office.at}/skicka-for-godkannande`)).text()

  assert.match(page, /Förslaget går inte att förstå för sig/)
  assert.match(page, /efter sista svarsdag 2023-12-12/)
  assert.match(page, /Skicka för godkännande<\/button>/)
})

test('saving and going on leads to the page before sending', async () => {
  const office = await aWrittenMemo(world)
  const { draftId, version } = await draftOf(office, 'memo')

  const path = `${office.at}/tjansteskrivelse/spara`
  const reply = await office.officer.post(path, { ...wholeMemo, draftId, version: String(version), next: 'send' })

  assert.match(reply.headers.get('location') ?? '', /\/skicka-for-godkannande$/)
})

test('B-22 the case shows its draft to colleagues and nothing of it to others', async () => {
  const office = await aWrittenMemo(world)
  const registrar = await as(world, office.registry.registrarId)
  const colleague = await as(world, await aColleague(world, office.registry, 'case_officer'))

  const seen = await (await colleague.get(office.at)).text()
  const asRegistrar = await (await registrar.get(`${office.at}/historik`)).text()

  assert.match(seen, /Fortsätt skriva tjänsteskrivelsen/)
  assert.match(asRegistrar, /Började skriva tjänsteskrivelse/)
})
