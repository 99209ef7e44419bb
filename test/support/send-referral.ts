/**
 * A process of its own that sends a referral, for tests of what is left when it is killed on the way:
 * `send-referral.ts CONNECTION FOLDER ROUND PERSON NOW`, the connection as JSON. Says `sent` when it is done.
 */

import { grants, slots } from '../../src/app.ts'
import { perform } from '../../src/kernel/command.ts'
import { openDatabase } from '../../src/kernel/db.ts'
import { folderStore } from '../../src/kernel/files.ts'
import { actorFor } from '../../src/modules/organisation/index.ts'
import { sendReferral } from '../../src/modules/referral/index.ts'

const [connection = '{}', folder = '', roundId = '', personId = '', moment = ''] = process.argv.slice(2)
const now = new Date(moment)
const db = openDatabase(JSON.parse(connection), 3)
const actor = await actorFor(db, grants, personId, now)
if (actor === null) throw new Error(`No person ${personId}`)
await perform(sendReferral, { db, actor, now, files: folderStore(folder), slots, isDemo: false }, { roundId })
console.log('sent')
await db.destroy()
