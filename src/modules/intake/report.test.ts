import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { as, worldOf, type World } from '../../../test/support.ts'
import { openLog } from '../../kernel/log.ts'
import { aLetter, aMailServer, aReport, carry, letterRow, setOffice } from '../post/fixtures.ts'
import { aMail, anOffice, taken } from './fixtures.ts'
import { listenForMail, type MailDoor } from './routes/smtp.ts'

const world = worldOf('2023-10-03T09:00:00+02:00')
const doors: MailDoor[] = []
after(() => Promise.all(doors.map((door) => door.stop())))

async function aDoor(): Promise<number> {
  const { actor: _, now: __, ...base } = world.caller()
  const ground = { ...base, clock: () => world.now, log: openLog('silent') }
  const door = await listenForMail(ground, { host: '127.0.0.1', port: 0, largest: 2_000_000 })
  doors.push(door)
  return door.port
}

/** What another server sends back: nobody is its sender. */
function deliver(port: number, raw: Uint8Array, to: string) {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  return transport
    .sendMail({ envelope: { from: '', to: [to] }, raw: Buffer.from(raw) })
    .finally(() => transport.close())
}

async function aSentLetter(theWorld: World, authorityId: string) {
  const server = await aMailServer()
  await setOffice(theWorld, server.settings)
  const id = await aLetter(theWorld, authorityId)
  await carry(theWorld, server.settings, id)
  return { id, messageId: server.delivered[0]?.email.messageId ?? '', to: 'anna.berg@bolaget.example' }
}

function messagesAt(authorityId: string) {
  return world.db
    .selectFrom('intake.messages')
    .select(['id', 'state', 'reason', 'letter_id', 'automatic', 'envelope_to'])
    .where('authority_id', '=', authorityId)
    .execute()
}

test('a report that a letter did not arrive marks the letter with the reason, and is kept among what is handled', async () => {
  const office = await anOffice(world)
  const letter = await aSentLetter(world, office.authorityId)
  const port = await aDoor()

  await deliver(port, aReport(letter), 'Kraftsam@malmo.example')
  const row = await letterRow(world, letter.id)
  const messages = await messagesAt(office.authorityId)
  const registrar = await as(world, office.registrarId)
  const page = await (await registrar.get(`/inkorg/${messages[0]?.id}`)).text()
  const shown = await (await registrar.get(`/utskick/${letter.id}`)).text()

  assert.equal(row.state, 'bounced')
  assert.match(
    row.reason ?? '',
    /^550 5\.1\.1 <anna\.berg@bolaget\.example>: Recipient address rejected: User unknown$/,
  )
  assert.deepEqual(
    messages.map(({ id: _, ...rest }) => rest),
    [
      {
        state: 'set_aside',
        reason: 'report',
        letter_id: letter.id,
        automatic: 'bounce',
        envelope_to: ['Kraftsam@malmo.example'],
      },
    ],
  )
  assert.match(page, /Gäller ett utskick härifrån/)
  assert.match(page, new RegExp(`/utskick/${letter.id}`))
  assert.match(shown, /Studsade/)
  assert.match(shown, /User unknown/)
  assert.match(await (await registrar.get('/')).text(), /Ett brev kom inte fram/)
})

test('a report that somebody saved and took in does the same, and can be put back to be registered', async () => {
  const office = await anOffice(world)
  const letter = await aSentLetter(world, office.authorityId)
  const registrar = await as(world, office.registrarId)

  const messageId = await taken(registrar, aReport(letter))
  const row = await letterRow(world, letter.id)
  const handled = await (await registrar.api('/messages?view=handled')).json()
  const back = await registrar.api(`/messages/${messageId}/put-back`, {})

  assert.equal(row.state, 'bounced')
  assert.deepEqual(
    handled.messages.map(({ id, reason, letterId }: Record<string, unknown>) => [id, reason, letterId]),
    [[messageId, 'report', letter.id]],
  )
  assert.equal(back.status, 200)
  assert.deepEqual(
    (await messagesAt(office.authorityId)).map(({ state }) => state),
    ['waiting'],
  )
})

test('a letter that is only late has not bounced', async () => {
  const office = await anOffice(world)
  const letter = await aSentLetter(world, office.authorityId)

  await taken(await as(world, office.registrarId), aReport(letter, { action: 'delayed' }))

  assert.equal((await letterRow(world, letter.id)).state, 'sent')
  assert.deepEqual(
    (await messagesAt(office.authorityId)).map(({ reason }) => reason),
    ['report'],
  )
})

test('a report of a letter that is another authority’s, or nobody’s, is an ordinary message', async () => {
  const [office, other] = [await anOffice(world), await anOffice(world)]
  const letter = await aSentLetter(world, other.authorityId)
  const registrar = await as(world, office.registrarId)

  await taken(registrar, aReport(letter))
  await taken(registrar, aReport({ messageId: '<7@annanstans.example>', to: 'a@b.example' }))

  assert.equal((await letterRow(world, letter.id)).state, 'sent')
  assert.deepEqual(
    (await messagesAt(office.authorityId)).map(({ state, automatic }) => [state, automatic]),
    [
      ['waiting', 'bounce'],
      ['waiting', 'bounce'],
    ],
  )
})

test('the address that letters leave from takes an answer to one of them, and refuses everything else', async () => {
  const office = await anOffice(world)
  const letter = await aSentLetter(world, office.authorityId)
  const port = await aDoor()

  await deliver(port, aMail({ headers: [`In-Reply-To: ${letter.messageId}`] }), 'kraftsam@malmo.example')
  await assert.rejects(deliver(port, aMail(), 'kraftsam@malmo.example'), /550 5\.7\.1/)
  await assert.rejects(deliver(port, aMail(), 'annan@malmo.example'), /550 5\.1\.1/)

  assert.deepEqual(
    (await messagesAt(office.authorityId)).map(({ state, letter_id }) => [state, letter_id]),
    [['waiting', null]],
  )
})
