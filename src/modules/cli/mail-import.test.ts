import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worldOf } from '../../../test/support.ts'
import { aRegistry } from '../registry/fixtures.ts'
import { aFile, kraftsam, linesOf, pathTo } from './fixtures.ts'

const world = worldOf()
const letter = 'From: Anna Berg <anna@example.se>\r\nSubject: Hej\r\n\r\nHej'

test('saved e-mails come in from the command line, each with what became of it, and a file that is not there is told', async () => {
  const { authorityId, registrarId, prefix } = await aRegistry(world)
  const { email } = await world.db
    .selectFrom('organisation.people')
    .select('email')
    .where('id', '=', registrarId)
    .executeTakeFirstOrThrow()
  const files = [aFile('brev.eml', letter), pathTo('borta.eml'), aFile('bild.eml', '\x89PNG')]

  const { code, out, err } = await kraftsam(['mail', 'import', ...files, '--as', email, '--authority', prefix], {
    world,
  })
  const rows = await world.db
    .selectFrom('intake.messages')
    .select(['subject', 'state', 'quarantine_reason as reason', 'via'])
    .where('authority_id', '=', authorityId)
    .orderBy('state')
    .execute()

  assert.equal(code, 1)
  assert.equal(linesOf(out).length, 2)
  assert.partialDeepStrictEqual(linesOf(err), [{ code: 'not-found', file: files[1] }])
  assert.deepEqual(rows, [
    { subject: '', state: 'quarantined', reason: 'not_mail', via: 'upload' },
    { subject: 'Hej', state: 'waiting', reason: null, via: 'upload' },
  ])
})

test('who takes in e-mails must be said', async () => {
  const { code, err } = await kraftsam(['mail', 'import', aFile('brev.eml', letter)])

  assert.equal(code, 2)
  assert.match(err, /--as/)
})
