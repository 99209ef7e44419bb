import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { worldOf } from '../../../test/support.ts'
import { approveAsProgram } from '../drafting/fixtures.ts'
import { anApprovedStatement, answerOf } from './fixtures.ts'
import { join, leave, start, two, type Together } from './fixtures/together.ts'

const world = worldOf(start)

const draft = z.object({ state: z.string(), recordId: z.string().nullable(), content: z.unknown() })
const statementOf = ({ member, memberCase }: Together) => member.officer.api(`/cases/${memberCase}/statement`)

test('I-18 I-16 who joins is told what is laid aside and whose approval does not count, and has it back as it was by leaving', async () => {
  const all = await two(world)
  const { member, memberCase, at } = all
  const own = await anApprovedStatement(member, memberCase, 'Egna ord om samordningen.')
  const before = await answerOf(await statementOf(all), draft)

  const tab = await (await member.officer.get(at.member)).text()
  const silent = await member.officer.post(`${at.member}/samordna`, { hostId: all.hostId })
  const said = await silent.text()
  const joined = await join(all, { laysAside: true })
  const meanwhile = await statementOf(all)
  const aside = await (await member.officer.get(at.member)).text()
  const history = await (await member.officer.get(at.member.replace('/remiss', '/historik'))).text()
  const left = await leave(all)
  const after = await answerOf(await statementOf(all), draft)

  for (const page of [tab, said])
    assert.match(page, /Ert eget godkända yttrande[^]*Godkännandet från Karin Ek [^]* gäller inte det samordnade/)
  assert.match(said, /Kryssa för att ni vet att ert eget yttrande läggs åt sidan/)
  assert.deepEqual([silent.status, joined.status, meanwhile.status, left.status], [422, 204, 404, 204])
  assert.match(aside, /Ert eget yttrande är lagt åt sidan[^]*href="\/utkast\//)
  assert.match(history, /lade yttrande åt sidan/i)
  assert.deepEqual(after, before)
  assert.equal(after.recordId, own)
})

test('I-18 I-16 what the heads are reading is taken back by joining, and is written on after leaving', async () => {
  const all = await two(world)
  const { member, memberCase } = all
  await anApprovedStatement(member, memberCase)
  await answerOf(await member.officer.api(`/cases/${memberCase}/revise/statement`, {}), z.unknown())
  const { submissionId } = await answerOf(
    await member.officer.api(`/cases/${memberCase}/submit`, { approvers: [member.head.personId] }),
    z.object({ submissionId: z.string() }),
  )

  await join(all, { laysAside: true })
  const late = await approveAsProgram(member.head, submissionId)
  await leave(all)
  const open = await answerOf(await statementOf(all), draft)

  assert.equal(late.status, 409)
  assert.equal(open.state, 'draft')
})
