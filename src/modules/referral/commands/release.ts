/** Letting go of one that answers together with us (I-18). */

import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, today, type Write } from '../../../kernel/context.ts'
import { Forbidden, NotFound, refuseIf } from '../../../kernel/errors.ts'
import { words } from '../../../kernel/fields.ts'
import { post } from '../../../kernel/post.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { senderOf } from '../../post/index.ts'
import { writeLedgers, type Case } from '../../registry/index.ts'
import { obstaclesToPassing } from '../model.ts'
import { obstaclesToReleasing, releaseMail, releasePaper, releaseTitle, type Releasing } from '../model/release.ts'
import { listRecipients } from '../queries.ts'
import { addresseesOf } from '../queries/reminders.ts'
import { text } from '../text/release.ts'
import { caseName } from './input.ts'
import { answering } from './joint.ts'
import { fileName, holdAuthorities, keepPaper, passOn } from './post.ts'

const releasing = z.object({
  caseId: caseName,
  memberId: z.uuid().describe('The recipient that answers together with this one'),
  reason: words(2000, () => text.invalid.noReason),
})

/** Lets go of one that answers together with us (släpper), before its board has decided. It is told why, and answers by itself. */
export const releaseMember = command(
  'referral.release-member',
  releasing,
  async (ctx, { caseId, memberId, reason }) => {
    const { theCase, own, round } = await answering(ctx, caseId)
    await sql`select referral.hold_to_release(${memberId}::uuid, ${own.id}::uuid)`.execute(ctx.db)
    // Asked after the row is ours: a decision that its board makes at the same moment has been committed or waits for us.
    const member = (await listRecipients(ctx, round.id)).find(({ id }) => id === memberId)
    if (member === undefined) throw new NotFound()
    refuseIf([...obstaclesToReleasing(own.id, member), ...obstaclesToPassing([], theCase)])
    const about = { round, host: own, member, reason, date: today(ctx) }
    const records = await tellBoth(ctx, theCase, about)
    const { rows } = await sql`select 1 from referral.release(${member.id}, ${own.id}) r where r`.execute(ctx.db)
    if (rows.length !== 1) throw new Forbidden()
    await ctx.db
      .insertInto('referral.releases')
      .values({
        ...{ recipient_id: member.id, host_id: own.id, reason, ...records },
        ...{ released_at: ctx.now, released_by: actingPerson(ctx) },
      })
      .execute()
    const facts = { host: own.bodyName, body: member.bodyName, reason }
    const cases = [own.caseId, member.caseId, round.caseId].flatMap((id) => id ?? [])
    await writeLedgers(
      ctx,
      cases.map((id) => ({ caseId: id, event: 'referral.statement-released', facts })),
    )
  },
)

/** A letter that is registered on both sides (B-15), and e-mail to those who go on with it. */
async function tellBoth(ctx: Write, theCase: Case, about: Releasing) {
  const { host, member } = about
  if (member.caseId === null) throw new NotFound()
  const title = releaseTitle(about)
  const files = await keepPaper(ctx, releasePaper(about), fileName(title))
  await holdAuthorities(ctx, [theCase.authorityId, ...(member.authorityId === null ? [] : [member.authorityId])])
  const parties = {
    ...{ fromCaseId: theCase.id, from: capital(host.bodyName) },
    ...{ toCaseId: member.caseId, to: capital(member.bodyName) },
  }
  const { out, arrived } = await passOn(ctx, { kind: 'letter', title, files }, parties)
  const from = await senderOf(ctx, theCase.authorityId)
  for (const to of (await addresseesOf(ctx, [member])).get(member.id) ?? [])
    await post(ctx, {
      ...{ to, from, write: () => releaseMail(about) },
      about: { topic: 'referral.release', id: member.id, caseId: theCase.id },
    })
  return { record_id: arrived.id, out_record_id: out.id }
}
