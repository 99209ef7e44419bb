/** What a registrar does with a message: registers it, sets it aside, lets it out of quarantine, or takes that back. */

import { z } from 'zod'
import { maybeLine, tick } from '../../../kernel/fields.ts'
import { command } from '../../../kernel/command.ts'
import { actingPerson, allowAt, type Write } from '../../../kernel/context.ts'
import { Forbidden, Invalid, refuseIf } from '../../../kernel/errors.ts'
import { swedishDay } from '../../../kernel/time.ts'
import type { Upload } from '../../../kernel/uploads.ts'
import { rememberContact } from '../../filing/index.ts'
import {
  lockCase,
  openCase,
  recordNumber,
  registerRecord,
  saysHiddenTitle,
  sayTwins,
  twinsOf,
  writeLedger,
  type Case,
  type NewFile,
} from '../../registry/index.ts'
import {
  obstaclesToPuttingBack,
  obstaclesToRegisteringMessage,
  obstaclesToReleasing,
  obstaclesToSettingAside,
  setAsideReasons,
  stateBefore,
  type Act,
  type Message,
} from '../model/message.ts'
import { messageText } from '../model/message-text.ts'
import { listParts, lockMessage, proposedCase } from '../queries/messages.ts'
import { caseWritten } from '../queries/register.ts'
import { text } from '../text/inbox.ts'
import { caseNumber, kind, registration } from './register-input.ts'

const positions = z
  .preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.coerce.number().int().positive()).max(500),
  )
  .describe('Which attachments go with it, by their position in the message')

const registering = z.object({
  messageId: z.uuid(),
  caseNumber,
  caseTitle: maybeLine(300).describe('Of a new case; the title of the record if left out'),
  title: maybeLine(300),
  party: maybeLine(200).describe('Sender'),
  kind,
  parts: positions,
  secrecy: registration.shape.secrecy,
  acceptDuplicates: registration.shape.acceptDuplicates,
})
type Registering = z.output<typeof registering>

/**
 * Registers a message as a record that came in on the day it came (B-01, B-17): the original in full, its text to read, and the
 * attachments chosen. A closed case takes it too. Throws `Invalid` with everything that is wrong at once.
 */
export const registerMessage = command('intake.register-message', registering, async (ctx, input) => {
  const message = await lockMessage(ctx, input.messageId)
  allowAt(ctx, message.authorityId)
  refuseIf(obstaclesToRegisteringMessage(message))
  const files = await filesOf(ctx, message, input.parts)
  const { title, party } = await checked(ctx, input, { authorityId: message.authorityId, files })
  const theCase = await caseFor(ctx, message, { ...input, title })
  const { secrecy } = input
  const record = await registerRecord(ctx, {
    caseId: theCase.id,
    direction: 'in',
    kind: input.kind,
    title,
    party,
    datedOn: swedishDay(message.receivedAt),
    files,
    ...(secrecy !== null && { secrecy }),
  })
  await change(ctx, message.id, { state: 'registered', record_id: record.id })
  await note(ctx, message.id, { act: 'registered', why: null })
  const { id: messageId, via, sha256 } = message
  await writeLedger(ctx, theCase.id, 'intake.message-registered', { recordId: record.id, messageId, via, sha256 })
  if (secrecy?.hidesParty !== true) await rememberSender(ctx, message, party)
  return { recordId: record.id, number: recordNumber(record), referenceNumber: theCase.referenceNumber }
})

type Files = { readonly authorityId: string; readonly files: readonly NewFile[] }

async function checked(ctx: Write, { title, party, acceptDuplicates }: Registering, { authorityId, files }: Files) {
  const wrong: Record<string, string> = {}
  const came = files.filter((file) => 'sha256' in file)
  const twins = acceptDuplicates ? [] : await twinsOf(ctx, authorityId, came)
  if (twins.length > 0) wrong['acceptDuplicates'] = sayTwins(twins)
  if (title === null) wrong['title'] = text.invalid.noTitle
  if (party === null) wrong['party'] = text.invalid.noSender
  if (title === null || party === null || twins.length > 0) throw new Invalid(wrong)
  return { title, party }
}

async function caseFor(ctx: Write, message: Message, input: Registering & { readonly title: string }): Promise<Case> {
  const { authorityId } = message
  if (input.caseNumber === null) return openCase(ctx, { authorityId, title: titleOfCase(input) })
  const there = await caseWritten(ctx, authorityId, input.caseNumber)
  if (there.authorityId !== authorityId)
    throw new Invalid({ caseNumber: text.invalid.otherAuthority(there.referenceNumber) })
  return lockCase(ctx, there.id)
}

function titleOfCase({ title, caseTitle, secrecy }: Registering & { readonly title: string }): string {
  const ofCase = caseTitle ?? title
  if (saysHiddenTitle(ofCase, { title, isHidden: secrecy?.hidesTitle === true }))
    throw new Invalid({ caseTitle: text.invalid.openTitle })
  return ofCase
}

/** The original first, then its words, then the attachments in their order. */
async function filesOf(ctx: Write, message: Message, chosen: readonly number[]): Promise<NewFile[]> {
  const parts = await listParts(ctx, message.id)
  const wanted = new Set(chosen)
  if (chosen.some((position) => !parts.some((part) => part.position === position)))
    throw new Invalid({ parts: text.invalid.noPart })
  const { sha256, size } = message
  const original: Upload = { id: message.id, name: text.register.original, mediaType: 'message/rfc822', sha256, size }
  const words = message.body === '' ? [] : [readable(message)]
  const attached = parts
    .filter(({ position }) => wanted.has(position))
    .map((part): Upload => ({ ...part, id: `${message.id}-${part.position}` }))
  return [original, ...words, ...attached]
}

function readable(message: Message): NewFile {
  const bytes = new TextEncoder().encode(messageText(message))
  return { name: text.register.asText, mediaType: 'text/plain; charset=utf-8', bytes }
}

async function rememberSender(ctx: Write, { authorityId, fromAddress }: Message, party: string): Promise<void> {
  const name = party.replace(/\s*<[^<>]*>\s*$/, '')
  if (name !== '') await rememberContact(ctx, { authorityId, name, email: fromAddress?.slice(0, 254) ?? null })
}

/** Sets a message aside, with the reason that the law knows for not registering it (B-03, B-04). It is kept. */
export const setMessageAside = command(
  'intake.set-aside',
  z.object({
    messageId: z.uuid(),
    reason: z.enum(setAsideReasons, { error: () => text.invalid.noReason }),
    why: maybeLine(1000),
    isSecret: tick.describe('It may hold what is secret'),
  }),
  async (ctx, { messageId, reason, why, isSecret }) => {
    const message = await lockMessage(ctx, messageId)
    allowAt(ctx, message.authorityId)
    const marked = isSecret || (await isInMarkedCase(ctx, message))
    refuseIf(obstaclesToSettingAside(message, { reason, isSecret: marked }))
    if (reason === 'ordered' && why === null) throw new Invalid({ why: text.invalid.noWhere })
    await change(ctx, messageId, { state: 'set_aside', reason, why })
    await note(ctx, messageId, { act: 'set_aside', why })
    return { messageId }
  },
)

/** Whether it seems to belong to a case in which something is marked. */
async function isInMarkedCase(ctx: Write, message: Message): Promise<boolean> {
  const theCase = await proposedCase(ctx, message)
  if (theCase === null) return message.proposedCaseId !== null // a case that one may not even see
  const marking = await ctx.db
    .selectFrom('registry.markings')
    .select('id')
    .where('case_id', '=', theCase.id)
    .where('lifted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return marking !== undefined
}

/** Lets a message out of quarantine, when somebody has looked at it and says why. */
export const releaseMessage = command(
  'intake.release',
  z.object({ messageId: z.uuid(), why: maybeLine(1000) }),
  async (ctx, { messageId, why }) => {
    const message = await lockMessage(ctx, messageId)
    allowAt(ctx, message.authorityId)
    refuseIf(obstaclesToReleasing(message))
    if (why === null) throw new Invalid({ why: text.invalid.noWhy })
    await change(ctx, messageId, { state: 'waiting', released_at: ctx.now, why })
    await note(ctx, messageId, { act: 'released', why })
    return { messageId }
  },
)

/** Takes back that a message was set aside or released. */
export const putBackMessage = command(
  'intake.put-back',
  z.object({ messageId: z.uuid() }),
  async (ctx, { messageId }) => {
    const message = await lockMessage(ctx, messageId)
    allowAt(ctx, message.authorityId)
    refuseIf(obstaclesToPuttingBack(message))
    const state = stateBefore(message)
    const released = state === 'quarantined' ? { released_at: null } : {}
    await change(ctx, messageId, { state, reason: null, why: null, ...released })
    await note(ctx, messageId, { act: 'put_back', why: null })
    return { messageId, state }
  },
)

type Change = {
  readonly state: Message['state']
  readonly record_id?: string
  readonly released_at?: Date | null
  readonly reason?: Message['reason']
  readonly why?: string | null
}

async function change(ctx: Write, messageId: string, changes: Change): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('intake.messages')
    .set({ ...changes, handled_by: actingPerson(ctx), handled_at: ctx.now })
    .where('id', '=', messageId)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Forbidden(ctx.guard.verb)
}

async function note(ctx: Write, messageId: string, { act, why }: Pick<Act, 'act' | 'why'>): Promise<void> {
  await ctx.db
    .insertInto('intake.acts')
    .values({ message_id: messageId, at: ctx.now, person_id: actingPerson(ctx), act, why })
    .execute()
}
