/** `kraftsam mail import FILE…`: saved e-mails into an authority's inbox, each in its own transaction. */

import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { perform, type Caller, type Command } from '../../../kernel/command.ts'
import type { StoredFile } from '../../../kernel/files.ts'
import { NotFound } from '../../../kernel/errors.ts'
import { reading, writing } from '../../../kernel/db.ts'
import { noteUpload } from '../../../kernel/uploads.ts'
import { listAuthorities } from '../../organisation/index.ts'
import { Misused, needed, NoFile, optional, type Streams, type Verb } from '../model.ts'
import { actorAt, commandCalled, inside } from '../queries/house.ts'
import { text } from '../text.ts'
import { text as words } from '../text/mail.ts'
import { problemOf } from '../views/problems.ts'

export const verb: Verb = {
  options: { as: { type: 'string' }, authority: { type: 'string' } },
  async run(given, house, streams) {
    if (given.words.length === 0) throw new Misused(text.noFile)
    const email = needed(given, 'as', words.noWho)
    const prefix = optional(given, 'authority')
    return inside(house, async (open) => {
      const caller = open.caller(await actorAt(open, email))
      const authorityId = prefix === undefined ? undefined : await authorityCalled(caller, prefix)
      const take = takerOf(caller, { command: commandCalled(open.routes, 'intake.import-mail'), authorityId, streams })
      let failed = 0
      for (const file of given.words) failed += (await take(file)) ? 0 : 1
      return failed === 0 ? 0 : 1
    })
  },
}

type Taking = { readonly command: Command; readonly authorityId: string | undefined; readonly streams: Streams }

/** Takes in one file and says what became of it; a file that cannot be had is told, and the others go on. */
function takerOf(caller: Caller, { command, authorityId, streams }: Taking): (file: string) => Promise<boolean> {
  return async (file) => {
    try {
      const kept = await caller.files.keepStream(await streamOf(file, streams))
      const uploadId = await note(caller, basename(file), kept)
      const result = await perform(command, caller, { files: [uploadId], authorityId })
      streams.out(JSON.stringify({ file, ...(typeof result === 'object' ? result : {}) }))
      return true
    } catch (error) {
      streams.err(JSON.stringify(problemOf(error, file)))
      return false
    }
  }
}

function note(caller: Caller, name: string, kept: StoredFile): Promise<string> {
  return writing(caller.db, caller.actor, (db) => {
    const ctx = { ...caller, db, guard: { verb: 'kernel.upload', asked: true } }
    return noteUpload(ctx, { name, mediaType: 'message/rfc822', ...kept })
  })
}

/** Throws `NoFile`. */
async function streamOf(file: string, streams: Streams): Promise<Readable> {
  if (file === '-') return Readable.from([await streams.input()])
  const about = await stat(file).catch(() => null)
  if (about === null) throw new NoFile('not-found', text.notThere(file))
  if (!about.isFile()) throw new NoFile('not-a-file', text.notAFile(file))
  return createReadStream(file)
}

async function authorityCalled(caller: Caller, prefix: string): Promise<string> {
  const all = await reading(caller.db, caller.actor, (db) => listAuthorities({ ...caller, db }))
  const authority = all.find((each) => each.prefix === prefix.toUpperCase())
  if (authority === undefined) throw new NotFound(words.noAuthority(prefix))
  return authority.id
}
