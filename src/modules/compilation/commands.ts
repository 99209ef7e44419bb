/** Making the compilation a record of the sender's case. */

import { z } from 'zod'
import { command } from '../../kernel/command.ts'
import { actingPerson, allowAt, today, type Write } from '../../kernel/context.ts'
import { refuseIf } from '../../kernel/errors.ts'
import { speaking } from '../../kernel/words.ts'
import { lockCase, recordNumber, registerRecord, writeLedger, type RecordItem } from '../registry/index.ts'
import { countsOf, obstaclesToRegistering, type Compilation } from './model.ts'
import { compilationFile, formats } from './papers.ts'
import { getCompilation, getCompiledRound, listRegistered } from './queries.ts'
import { text } from './text.ts'

const longestTitle = 300

/**
 * Registers the compilation as it stands (upprättar sammanställningen), locked by its hash (I-29). Refuses when nothing has
 * come in, when a text is no longer what was sent, and when the same answers are registered already.
 */
export const registerCompilation = command(
  'compilation.register',
  z.object({ roundId: z.uuid() }),
  async (ctx, { roundId }) => {
    const round = await getCompiledRound(ctx, roundId)
    allowAt(ctx, round.authorityId)
    await lockCase(ctx, round.caseId)
    const compilation = await getCompilation(ctx, roundId)
    refuseIf(obstaclesToRegistering(compilation, await listRegistered(ctx, roundId)))

    const record = await register(ctx, compilation)

    const { asked, answered } = countsOf(compilation.rows)
    const { contentHash } = compilation
    await ctx.db
      .insertInto('compilation.compilations')
      .values({
        round_id: roundId,
        record_id: record.id,
        answer_count: answered,
        content_hash: contentHash,
        registered_at: ctx.now,
        registered_by: actingPerson(ctx),
      })
      .execute()
    const notAsked = round.notAsked.length
    const facts = { roundId, recordId: record.id, answered, asked, notAsked, contentHash }
    await writeLedger(ctx, round.caseId, 'compilation.registered', facts)
    return { roundId, recordId: record.id, recordNumber: recordNumber(record) }
  },
)

async function register(ctx: Write, compilation: Compilation): Promise<RecordItem> {
  const files = []
  for (const format of formats) files.push(await compilationFile(compilation, format, today(ctx)))
  return registerRecord(ctx, {
    caseId: compilation.round.caseId,
    direction: 'internal',
    kind: 'compilation',
    title: speaking('sv', () => text.of(compilation.round.title)).slice(0, longestTitle),
    files,
  })
}
