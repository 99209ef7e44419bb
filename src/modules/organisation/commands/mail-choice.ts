import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAnywhere } from '../../../kernel/context.ts'
import { choice as oneOf } from '../../../kernel/fields.ts'
import { mailChoices } from '../model.ts'

/** Chooses how one is told by e-mail of what waits: at once, gathered each working day's morning, or not at all. */
export const chooseMail = command(
  'organisation.choose-mail',
  z.object({ choice: oneOf(mailChoices) }),
  async (ctx, { choice }) => {
    allowAnywhere(ctx)
    const chosen = { choice, chosen_at: ctx.now }
    await ctx.db
      .insertInto('organisation.mail_choices')
      .values({ person_id: actingPerson(ctx), ...chosen })
      .onConflict((on) => on.column('person_id').doUpdateSet(chosen))
      .execute()
    return { choice }
  },
)
