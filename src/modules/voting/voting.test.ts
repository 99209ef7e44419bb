/** At the table: claims, the order of putting, votes and reservations, as the secretary enters them and the extract tells them. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { actorOf, as, asking, worldOf } from '../../../test/support.ts'
import { openBell } from '../../kernel/bell.ts'
import { writing } from '../../kernel/db.ts'
import { aBoard } from '../meetings/fixtures.ts'
import { listLedger } from '../registry/index.ts'
import { markedCase } from '../registry/fixtures.ts'
import { aTable, adjusted, extractOf, heldOn, votesOf, type TheTable } from './fixtures.ts'

const world = worldOf('2023-12-19T15:00:00+01:00')

test('A-35 A-39 A-51 A-53 three claims, a counter-proposal and 6–6 with the chair’s vote, entered at the keyboard’s form, become the minutes', async () => {
  const m = await aTable(world)
  const [ada = '', b = '', c = '', d = ''] = m.members
  const amend = await m.does('claims', { personId: b, kind: 'amend', words: 'Yttrandet kompletteras med cykelvägar.' })
  await m.does('claims', { personId: c, others: [d], kind: 'reject' })
  const gone = await m.does('claims', { personId: d, kind: 'amend', words: 'Hemligt ord: kantarell.' })
  await m.does(`/agenda-items/claims/${gone.claimId}/withdraw`)
  await m.does('main-proposal', { main: 'proposal' }, 'PUT')
  const drawn = await (await m.secretary.get(m.page)).text()
  assert.match(drawn, /Ja för avslag på förslaget, nej för bifall till yrkande 1 från Ledamot A/)
  const counter = await m.secretary.post(`${m.page}/acklamation`, { winner: amend.claimId })
  assert.equal(counter.status, 303, await counter.text())

  // Six say no by name, one abstains, the rest are yes by one choice; the chair is among them.
  const named = Object.fromEntries(m.members.slice(7).map((id) => [`votes.${id}`, 'no']))
  const voted = await m.secretary.post(`${m.page}/omrostning`, {
    ...named,
    [`votes.${b}`]: 'abstain',
    rest: 'yes',
    chairId: ada,
  })
  assert.equal(voted.status, 303, await voted.text())
  const { settled, chosen } = await m.table()
  assert.deepEqual(
    [settled[1].how, settled[1].counts, settled[1].abstained, chosen],
    ['chair', [6, 6], 1, ['proposal']],
  )

  await m.does('notes', {
    personId: m.members[8],
    kind: 'reservation',
    words: 'Yrkandet om cykelvägar borde bifallits.',
  })
  await m.does('notes', { personId: m.substitute, kind: 'note', words: 'Jag delar minoritetens mening.' })
  const words = await extractOf(world, m)

  assert.match(
    words,
    /Yrkanden 1\. Ledamot A yrkar ändring: Yttrandet kompletteras med cykelvägar\. 2\. Ledamot B och Ledamot C yrkar avslag/,
  )
  assert.match(
    words,
    /Propositionsordning 1\. Ja för avslag på förslaget, nej för bifall till yrkande 1 från Ledamot A\. Ordföranden finner/,
  )
  assert.match(
    words,
    /2\. Ja för bifall till förslaget, nej för bifall till yrkande 1 från Ledamot A\. Omröstning begärs\. Omröstning 2/,
  )
  assert.match(words, /6 ja, 6 nej och 1 som avstår\. Lika röstetal: ordföranden Ada Ordförande avgör med sin röst/)
  for (const [at] of m.members.entries())
    assert.match(
      words,
      new RegExp(`${at === 0 ? 'Ada Ordförande' : `Ledamot ${String.fromCharCode(64 + at)}`} (Ja|Nej|Avstår)`),
    )
  assert.match(words, /Reservationer Ledamot H reserverar sig mot beslutet: Yrkandet om cykelvägar/)
  assert.match(words, /Protokollsanteckningar Siv Ersättare: Jag delar minoritetens mening/)
  assert.doesNotMatch(words, /kantarell/)
})

test('A-52 B-20 a claim that is withdrawn is gone from the database, the page, the history and the API, and the history names nothing', async () => {
  const m = await aTable(world, 5)
  const { claimId } = await m.does('claims', {
    personId: m.members[1],
    kind: 'amend',
    words: 'Hemligt ord: kantarell.',
  })
  const withdrawn = await m.secretary.post(`${m.page}/yrkanden/${claimId}/ta-tillbaka`)
  assert.equal(withdrawn.status, 303, await withdrawn.text())

  const rows = await world.db.selectFrom('voting.claims').select('id').where('id', '=', claimId).execute()
  const history = await asking(world, (ctx) => listLedger(ctx, m.caseId))
  const all = [JSON.stringify(await m.table()), await (await m.secretary.get(m.page)).text(), JSON.stringify(history)]

  assert.deepEqual(rows, [])
  for (const words of all) assert.doesNotMatch(words, /kantarell|Ledamot A yrkar/)
  assert.deepEqual(
    history.slice(-2).map(({ event }) => event),
    ['voting.noted', 'voting.noted'],
  )
})

test('A-32 A-37 what is put stays put: a claim is not withdrawn from under a vote, nobody votes who does not serve, and a form for another question is refused', async () => {
  const m = await aTable(world, 5)
  assert.equal((await m.say('claims', { personId: m.substitute, kind: 'reject' })).status, 422)
  assert.equal((await m.say('claims', { personId: m.members[1], kind: 'amend' })).status, 422)
  const { claimId } = await m.does('claims', { personId: m.members[1], kind: 'reject' })
  const undecided = await m.say('decide', { outcome: 'as_proposed', points: ['Ja.'] })
  assert.match(undecided.words, /Vid bordet återstår en fråga att avgöra/)

  const missing = await m.say('open-vote', { votes: { [m.members[1] ?? '']: 'yes' } })
  assert.match(missing.words, /Saknas: Ada Ordförande, Ledamot B/)
  const stranger = await m.say('open-vote', { votes: { ...votesOf(m, 3, 2), [m.substitute]: 'no' } })
  assert.match(stranger.words, /tjänstgör inte i ärendet/)
  const silent = await m.say('open-vote', { votes: { ...votesOf(m, 3, 2), [m.members[0] ?? '']: 'abstain' } })
  assert.match(silent.words, /ordföranden måste rösta/)
  assert.equal((await m.say('secret-vote', { counts: [3, 2] })).status, 409)
  assert.equal((await m.say('open-vote', { votes: votesOf(m, 3, 2), asked: 'main:proposal,else' })).status, 409)
  await m.does('open-vote', { votes: votesOf(m, 3, 2), asked: 'main:proposal,reject' })

  const late = await m.say(`/agenda-items/claims/${claimId}/withdraw`)
  assert.match(late.words, /redan ställt under proposition/)
  assert.match((await m.say('claims', { personId: m.members[2], kind: 'amend', words: 'x' })).words, /redan ställd/)
  await m.does('take-back')
  await m.does(`/agenda-items/claims/${claimId}/withdraw`)
  assert.deepEqual((await m.table()).chosen, ['proposal'])
})

test('A-33 A-36 A-53 an election that is 6–6 is not recorded without the lot, and the minutes have its totals and no names', async () => {
  const m = await aTable(world, 12)
  await m.does('claims', { personId: m.members[1], kind: 'nominate', words: 'Eva Ek' })
  await m.does('claims', { personId: m.members[2], kind: 'nominate', words: 'Olof Oxel' })
  const { next } = await m.table()
  assert.match((await m.say('open-vote', { votes: votesOf(m, 6, 6) })).words, /slutna sedlar/)
  assert.match((await m.say('secret-vote', { counts: [6, 6] })).words, /för in lottningen/)
  assert.match((await m.say('secret-vote', { counts: [7, 6] })).words, /fler än de 12 som tjänstgör/)
  const tied = { counts: [6, 6], drawn: next.options[1] }
  assert.match((await m.say('secret-vote', tied)).words, /Skriv hur lotten drogs/)

  const fields = {
    'counts.0': '6',
    'counts.1': '6',
    blank: '',
    drawn: next.options[1],
    words: 'Sekreteraren drog en av två sedlar',
  }
  const voted = await m.secretary.post(`${m.page}/sluten-omrostning`, fields)
  assert.equal(voted.status, 303, await voted.text())
  const words = await extractOf(world, m)

  assert.match(words, /Eva Ek 6, Olof Oxel 6, blanka och avstår 0\. Lika röstetal avgörs med lott\. Sekreteraren drog/)
  assert.doesNotMatch(words, /Hur var och en röstade/)
})

test('A-37 A-51 another room wipes no vote, a stale press takes nothing back, and minutes whose roll and vote differ are not adjusted', async () => {
  const m = await aTable(world, 5)
  await m.does('claims', { personId: m.members[1], kind: 'reject' })
  await m.does('open-vote', { votes: votesOf(m, 3, 2) })
  const to = { heldOn, startsAt: '13:00', place: 'Sal B', reason: 'Större sal.' }
  await m.does(`/meetings/${m.meetingId}/move`, to)
  assert.match((await m.say('take-back', { position: 7 })).words, /Någon annan har fört in något/)
  assert.equal((await m.table()).settled.length, 1)

  const { decisionId } = await m.does('decide', { outcome: 'as_proposed', points: ['Ja.'] })
  await m.does(`/meetings/${m.meetingId}/roll`, { present: [...m.members.slice(0, 4), m.substitute] })
  const how = { decisionIds: [decisionId], adjustedOn: heldOn, isImmediate: true }
  const refused = await m.say(`/meetings/${m.meetingId}/adjust`, how)
  assert.match(refused.words, /§ 1: Uppropet och det som står vid bordet säger olika om Ledamot D och Siv Ersättare/)
})

test('A-46 a reservation is announced at the table, and its reasons are written before the minutes are adjusted', async () => {
  const m = await aTable(world, 5)
  const { noteId } = await m.does('notes', { personId: m.members[1], kind: 'reservation' })
  const path = `${m.page}/anteckningar/${noteId}/text`
  assert.equal((await m.secretary.post(path, { words: ' ' })).status, 422)
  assert.equal((await m.secretary.post(path, { words: 'Kostnaden är inte utredd.' })).status, 303)
  assert.match(await (await m.secretary.get(m.page)).text(), /Kostnaden är inte utredd/)

  assert.match(await extractOf(world, m), /Ledamot A reserverar sig .*Kostnaden är inte utredd\./)
  const late = await m.say(`/agenda-items/notes/${noteId}/words`, { words: 'Efteråt.' }, 'PUT')
  assert.match(late.words, /Protokollet är justerat/)
})

test('A-40 A-41 a third of the council sends a matter back once, with its own reasons', async () => {
  const m = await aTable(world, 12, 'council')
  await m.does('claims', { personId: m.members[10], kind: 'remit', words: 'Kostnaden är inte utredd.' })

  const four = { votes: votesOf(m, 8, 4) }
  assert.match((await m.say('open-vote', four)).words, /Skriv minoritetens motivering/)
  assert.equal((await m.does('open-vote', { ...four, delayedBefore: true })).winner, 'today')
  await m.does('take-back')
  const sent = await m.does('open-vote', { ...four, words: 'Barnens behov är inte belysta.' })
  assert.deepEqual([sent.winner, sent.how], ['remit', 'minority'])
  const other = await m.say('decide', { outcome: 'as_proposed', points: ['Ja.'] })
  assert.match(other.words, /Vid bordet valdes att ärendet återremitteras/)
  assert.match(
    await extractOf(world, m, 'remitted'),
    /Minst en tredjedel.*Minoritetens motivering: Barnens behov är inte belysta/,
  )

  // The same matter again: now it takes a majority.
  const itemId = await placedAgain(m)
  const at = `/agenda-items/${itemId}`
  await m.does(`${at}/claims`, { personId: m.members[10], kind: 'remit' })
  assert.equal((await m.does(`${at}/open-vote`, four)).winner, 'today')
})

/** On the agenda of another meeting, the day after, with its roll called. */
async function placedAgain({ board, does, members, caseId }: TheTable): Promise<string> {
  world.now = new Date('2023-12-20T10:00:00+01:00')
  const { meetingId } = await does('/meetings', { bodyId: board.bodyId, heldOn: '2023-12-20' })
  const { itemId } = await does(`/meetings/${meetingId}/items`, { caseId, proposal: ['Bifall.'] })
  await does(`/meetings/${meetingId}/roll`, { present: members })
  return itemId
}

test('A-44 A-45 A-48 a reservation is announced before the meeting is closed, by one who served; a note may be another’s', async () => {
  world.now = new Date('2023-12-19T15:00:00+01:00')
  const m = await aTable(world, 5)
  const note = { personId: m.members[1], kind: 'reservation' }
  assert.match((await m.say('notes', { ...note, personId: m.substitute })).words, /som inte tjänstgör i ärendet/)
  assert.match((await m.say('notes', { ...note, announcedAt: '15.30' })).words, /har inte kommit än/)
  await m.does('notes', { ...note, announcedAt: '14:30' })
  assert.match((await m.say(`/meetings/${m.meetingId}/close`, { closedAt: '14:20' })).words, /noterad 14\.30/)
  const closed = await m.secretary.post(`/sammantraden/${m.meetingId}/avsluta`, { closedAt: '14:45' })
  assert.equal(closed.status, 303, await closed.text())

  const late = await m.secretary.post(`${m.page}/anteckningar`, {
    ...note,
    words: 'För sent',
    kind: 'reservation',
  } as Record<string, string>)
  assert.equal(late.status, 422)
  assert.match(await late.text(), /Sammanträdet avslutades 14\.45[^]*För sent/)
  await m.does('notes', { personId: m.substitute, kind: 'opinion', words: 'Ett särskilt yttrande.' })
  assert.match(await (await m.secretary.get(`/sammantraden/${m.meetingId}`)).text(), /Avslutat[^]*14\.45/)
})

test('A-62 B-04 B-20 nobody else reads the table, a marked case hides it, and nothing is changed once the § is adjusted, also not in the database', async () => {
  world.now = new Date('2023-12-19T15:00:00+01:00')
  const m = await aTable(world, 5)
  const { claimId } = await m.does('claims', { personId: m.members[1], kind: 'reject' })
  const stranger = await as(world, (await aBoard(world)).secretaryId)
  const officer = await as(world, m.board.officerId)
  assert.equal((await stranger.get(m.page)).status, 404)
  assert.equal((await stranger.api(`/agenda-items/${m.itemId}/table`)).status, 404)
  assert.equal((await officer.get(m.page)).status, 200)
  assert.equal((await officer.api(`/agenda-items/${m.itemId}/take-back`, {})).status, 403)

  await m.does('acclamation', { winner: 'proposal' })
  const { decisionId } = await m.does('decide', { outcome: 'as_proposed', points: ['Ja.'] })
  await m.does('take-back')
  const how = { decisionIds: [decisionId], adjustedOn: heldOn, isImmediate: true }
  assert.match((await m.say(`/meetings/${m.meetingId}/adjust`, how)).words, /§ 1: Vid bordet återstår en fråga/)
  await m.does('acclamation', { winner: 'proposal' })
  await adjusted(world, m, decisionId)
  assert.match((await m.say('take-back')).words, /Protokollet är justerat/)
  assert.match((await m.say(`/agenda-items/claims/${claimId}/withdraw`)).words, /Protokollet är justerat/)
  const secretary = await actorOf(world, m.board.secretaryId)
  const tamper = (statement: string) => writing(world.db, secretary, (db) => sql.raw(statement).execute(db))
  for (const table of ['claims', 'questions', 'votes']) {
    const changed = await tamper(`delete from voting.${table} where item_id = '${m.itemId}'`).catch(() => null)
    assert.equal(changed?.numAffectedRows ?? 0n, 0n, table)
  }
  const { rows } = await tamper(`select from voting.claims where id = '${String(claimId)}'`)
  assert.equal(rows.length, 1)
  assert.match(await (await m.secretary.get(m.page)).text(), /det här ligger fast/)
  await markedCase(world, m.board, m.caseId)
  assert.equal((await officer.get(m.page)).status, 404)
})

test('those who have the page open are told at once that something is new, and a meeting that is cancelled has nothing on its table', async () => {
  const m = await aTable(world, 5)
  const before = await (await m.secretary.get(m.page)).text()
  const [, mark = ''] = /data-mark="([^"]*)"/.exec(before) ?? []
  const news = await m.secretary.api(`/agenda-items/${m.itemId}/table/news`)
  const reader = news.body?.getReader() ?? assert.fail('a stream')
  const first = new TextDecoder().decode((await reader.read()).value)
  await reader.cancel()
  assert.ok(first.includes(JSON.stringify({ mark })))

  const bell = openBell(world.db)
  const rung = new Promise<void>((wake) => bell.hear(`voting.${m.itemId}`, wake))
  // The bell listens from when it is connected; that it is rings too.
  await rung
  const again = new Promise<void>((wake) => bell.hear(`voting.${m.itemId}`, wake))
  await m.does('claims', { personId: m.members[1], kind: 'reject' })
  await again
  await bell.close()
  assert.ok(!(await (await m.secretary.get(m.page)).text()).includes(`data-mark="${mark}"`))
  assert.equal((await m.say(`/meetings/${m.meetingId}/cancel`)).status, 204)
  const rows = await world.db.selectFrom('voting.claims').select('id').where('item_id', '=', m.itemId).execute()
  assert.deepEqual(rows, [])
})
