import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAnywhere, type Write } from '../../../kernel/context.ts'
import { found, Invalid, Refused, TooMany } from '../../../kernel/errors.ts'
import { hashToken, isPassword, makeToken } from '../../../kernel/secrets.ts'
import { attempts } from '../model.ts'
import { text } from '../text.ts'
import { accountOf } from './passwords.ts'

const hours = 10

/** Where to go afterwards: only ever a path of our own. */
const ownPath = z
  .string()
  .regex(/^\/(?!\/)[^\\]*$/)
  .catch('/')

const credentials = z.object({
  email: z.string().trim().max(200),
  password: z.string().max(500),
  address: z.string(),
  till: ownPath,
})

/**
 * Counts a try to sign in, and refuses past the limit. A command of its own, so that the count stands although the
 * sign-in that follows is refused. Throws `TooMany` with the seconds to wait.
 */
export const noteAttempt = command('organisation.note-attempt', credentials, async (ctx, { email, address }) => {
  allowAnywhere(ctx)
  const since = new Date(ctx.now.getTime() - attempts.minutes * 60_000)
  const failed = await ctx.db
    .selectFrom('organisation.sign_in_attempts')
    .select(['email', 'address'])
    .where('at', '>', since)
    .where('succeeded', '=', false)
    .where((on) => on.or([on('email', '=', email.toLowerCase()), on('address', '=', address)]))
    .execute()
  const byEmail = failed.filter((row) => row.email === email.toLowerCase()).length
  if (byEmail >= attempts.perEmail || failed.length >= attempts.perAddress) throw new TooMany(attempts.minutes * 60)
  await ctx.db
    .insertInto('organisation.sign_in_attempts')
    .values({ email: email.toLowerCase(), address, at: ctx.now, succeeded: false })
    .execute()
})

export type Session = { token: string | null; to: string }

/** Signs in with e-mail and password. Throws `Invalid` with the same words whichever of them was wrong. */
export const signIn = command('organisation.sign-in', credentials, async (ctx, input): Promise<Session> => {
  const account = await accountOf(ctx, input.email)
  const isRight = await isPassword(input.password, account?.passwordHash)
  if (account === undefined || !isRight) throw new Invalid({ email: text.signIn.wrong })
  await ctx.db
    .updateTable('organisation.sign_in_attempts')
    .set({ succeeded: true })
    .where('email', '=', input.email.toLowerCase())
    .execute()
  return { token: await startSession(ctx, account.personId), to: input.till }
})

/** Signs in as someone without a password. Only in a demo city, where everyone is invented. */
export const signInAs = command(
  'organisation.sign-in-as',
  z.object({ personId: z.uuid(), till: ownPath }),
  async (ctx, { personId, till }): Promise<Session> => {
    if (!ctx.isDemo) throw new Refused([text.signIn.notDemo])
    const person = await ctx.db
      .selectFrom('organisation.people')
      .select('id')
      .where('id', '=', personId)
      .where('is_demo', '=', true)
      .executeTakeFirst()
    return { token: await startSession(ctx, found(person).id), to: till }
  },
)

async function startSession(ctx: Write, personId: string): Promise<string> {
  const token = makeToken()
  await ctx.db
    .insertInto('organisation.sessions')
    .values({
      token_hash: hashToken(token),
      person_id: personId,
      started_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + hours * 3_600_000),
    })
    .execute()
  return token
}

/** Ends the session the request came with. */
export const signOut = command(
  'organisation.sign-out',
  z.object({ sessionToken: z.string().optional() }),
  async (ctx, { sessionToken }): Promise<Session> => {
    allowAnywhere(ctx)
    if (sessionToken !== undefined)
      await ctx.db.deleteFrom('organisation.sessions').where('token_hash', '=', hashToken(sessionToken)).execute()
    return { token: null, to: '/logga-in' }
  },
)
