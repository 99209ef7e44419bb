import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson } from '../../../kernel/context.ts'
import { found, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { choice, line, maybeWords } from '../../../kernel/fields.ts'
import { who } from '../model/input.ts'
import { claimKinds, courseOf, isMixed, mainOptions, type OnTable } from '../model/order.ts'
import type { Table } from '../model/table.ts'
import { itemOf } from '../queries/table.ts'
import { text } from '../text.ts'
import { noted, openItem, servingOnly } from './open.ts'

const toClaim = z.object({
  itemId: z.uuid(),
  ...who,
  kind: choice(claimKinds),
  words: maybeWords(8000).describe('What is to be decided instead, added or why; whom, for a nomination'),
})

/** Enters a claim (yrkande) made at the table, by whoever serves for the item. */
export const enterClaim = command('voting.enter-claim', toClaim, async (ctx, { itemId, kind, words, ...given }) => {
  const opened = await openItem(ctx, itemId)
  const { claims } = opened.table
  const people = servingOnly(opened, [given.personId, ...given.others])
  if (words === null && (kind === 'amend' || kind === 'add' || kind === 'nominate'))
    throw new Invalid({ words: text.invalid.claimWords })
  const after = [...claims, { id: 'new', kind }]
  refuseIf([
    ...(isMixed(after) ? [text.obstacle.mixed] : []),
    ...(keepsAnswers(opened.table, { claims: after }) ? [] : [text.obstacle.alreadyPut]),
  ])
  const { id } = await ctx.db
    .insertInto('voting.claims')
    .values(({ selectFrom, fn, lit }) => ({
      item_id: itemId,
      kind,
      words,
      position: selectFrom('voting.claims')
        .where('item_id', '=', itemId)
        .select((row) => row(fn.coalesce(fn.max('position'), lit(0)), '+', lit(1)).as('next')),
      entered_by: actingPerson(ctx),
      entered_at: ctx.now,
    }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = people.map((personId, position) => ({ claim_id: id, person_id: personId, position }))
  await ctx.db.insertInto('voting.claimants').values(rows).execute()
  return { ...(await noted(ctx, opened)), claimId: id }
})

/** Takes a claim away that was withdrawn: the row goes, and nothing tells that it was there. */
export const withdrawClaim = command(
  'voting.withdraw-claim',
  z.object({ claimId: z.uuid() }),
  async (ctx, { claimId }) => {
    const opened = await openItem(ctx, found(await itemOf(ctx, { claimId })))
    const { table } = opened
    const claims = table.claims.filter(({ id }) => id !== claimId)
    refuseIf(keepsAnswers(table, { claims }) ? [] : [text.obstacle.withdrawnTooLate])
    if (table.main === claimId) await ctx.db.deleteFrom('voting.orders').where('item_id', '=', table.itemId).execute()
    await ctx.db.deleteFrom('voting.claims').where('id', '=', claimId).execute()
    return noted(ctx, opened)
  },
)

const toChoose = z.object({
  itemId: z.uuid(),
  main: line(100, () => text.invalid.main).describe('proposal, reject, or the id of a claim'),
})

/** The chair's choice of the main proposal (huvudproposition), when there are more than two. */
export const chooseMain = command('voting.choose-main', toChoose, async (ctx, { itemId, main }) => {
  const opened = await openItem(ctx, itemId)
  if (!mainOptions(opened.table).includes(main)) throw new Invalid({ main: text.invalid.main })
  refuseIf(keepsAnswers(opened.table, { main }) ? [] : [text.obstacle.alreadyPut])
  await ctx.db
    .insertInto('voting.orders')
    .values({ item_id: itemId, main })
    .onConflict((same) => same.column('item_id').doUpdateSet({ main }))
    .execute()
  return noted(ctx, opened)
})

/** What has been put and answered stays as it was. */
function keepsAnswers(table: Table, changed: Partial<OnTable>): boolean {
  return courseOf({ ...table, ...changed }, table.settled).answered.length === table.settled.length
}
