import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAnywhere, allowAt, type Write } from '../../../kernel/context.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { hashPassword, hashToken, isPassword, makeToken } from '../../../kernel/secrets.ts'
import { passwordLength } from '../model.ts'
import { text } from '../text.ts'

const password = z
  .string()
  .min(passwordLength.least, { error: () => text.me.tooShort })
  .max(passwordLength.most, { error: () => text.me.tooLong })

/** Changes one's own password. */
export const changePassword = command(
  'organisation.change-password',
  z.object({ current: z.string(), next: password }),
  async (ctx, { current, next }) => {
    allowAnywhere(ctx)
    const personId = actingPerson(ctx)
    const known = await storedHash(ctx, personId)
    if (known !== undefined && !(await isPassword(current, known))) throw new Invalid({ current: text.me.wrongCurrent })
    await keepPassword(ctx, personId, next)
  },
)

async function storedHash(ctx: Write, personId: string): Promise<string | undefined> {
  const person = await ctx.db
    .selectFrom('organisation.people')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return (await accountOf(ctx, person.email))?.passwordHash
}

/** Sets a password without asking for the old one: for the command line and for new people. */
export async function keepPassword(ctx: Write, personId: string, next: string): Promise<void> {
  const hash = await hashPassword(next)
  await ctx.db
    .insertInto('organisation.accounts')
    .values({ person_id: personId, password_hash: hash, changed_at: ctx.now })
    .onConflict((on) => on.column('person_id').doUpdateSet({ password_hash: hash, changed_at: ctx.now }))
    .execute()
}

/** Sets another person's password, e.g. for someone new (an administrator's task). */
export const setPassword = command(
  'organisation.set-password',
  z.object({ personId: z.uuid(), next: password }),
  async (ctx, { personId, next }) => {
    allowAt(ctx, ctx.actor.at)
    await keepPassword(ctx, personId, next)
  },
)

/** Makes a key that lets a program act as oneself. It is shown once; only its hash is kept. */
export const createToken = command(
  'organisation.create-token',
  z.object({
    name: z
      .string()
      .trim()
      .min(1, { error: () => text.organisation.needed })
      .max(100),
    days: z.coerce.number().int().min(1).max(365).default(90),
  }),
  async (ctx, { name, days }) => {
    allowAnywhere(ctx)
    const token = makeToken()
    await ctx.db
      .insertInto('organisation.api_tokens')
      .values({
        token_hash: hashToken(token),
        person_id: actingPerson(ctx),
        name,
        created_at: ctx.now,
        expires_at: new Date(ctx.now.getTime() + days * 86_400_000),
      })
      .execute()
    return { token }
  },
)

export const revokeToken = command(
  'organisation.revoke-token',
  z.object({ hash: z.string() }),
  async (ctx, { hash }) => {
    allowAnywhere(ctx)
    await ctx.db.deleteFrom('organisation.api_tokens').where('token_hash', '=', hash).execute()
  },
)

/** The account behind an e-mail address, through the one function that may look. */
export async function accountOf(
  ctx: Write,
  email: string,
): Promise<{ personId: string; passwordHash: string } | undefined> {
  const { rows } = await sql<{ personId: string; passwordHash: string }>`
    select person_id as "personId", password_hash as "passwordHash" from organisation.account_of(${email})`.execute(
    ctx.db,
  )
  return rows[0]
}
