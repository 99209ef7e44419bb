/**
 * The door for e-mail (SMTP, RFC 5321), off unless it is set. It takes messages to the addresses of bodies that keep a registry,
 * and news of a letter of ours to the address that it left from; nothing else. It says that it has one (250) only when the
 * original lies in the file store and its item is committed.
 */

import { Readable } from 'node:stream'
import type { SMTPServer, SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import { theSystem, type Read, type Write } from '../../../kernel/context.ts'
import { reading, writing } from '../../../kernel/db.ts'
import type { Caller } from '../../../kernel/command.ts'
import type { Log } from '../../../kernel/log.ts'
import { letterAnswered, postOffice } from '../../../kernel/post.ts'
import { receive, takeApart, type Arrival } from '../commands/receive.ts'
import { mailboxOf, type Mailbox } from '../queries/messages.ts'

export type MailSettings = {
  readonly host: string
  /** 0 takes any that is free. */
  readonly port: number
  /** Bytes. */
  readonly largest: number
  /** Connections at once, in all and from one address. */
  readonly most?: number
  readonly mostFromOne?: number
  /** Milliseconds of silence, and in all, before a connection is ended. */
  readonly patience?: number
  readonly longest?: number
}

export type MailDoor = { readonly port: number; readonly stop: () => Promise<void> }

type Ground = Omit<Caller, 'actor' | 'now'> & { readonly clock: () => Date; readonly log: Log }

const mostRecipients = 100

/** An answer to the other server: a code, and words that say what to do. */
class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly responseCode: number
  constructor(responseCode: number, words: string) {
    super(words)
    this.responseCode = responseCode
  }
}

const words = {
  busy: '4.3.2 Too many connections. Try again later',
  unknown: '5.1.1 No such mailbox here, and nothing is passed on to others',
  reportsOnly: '5.7.1 This address takes only what tells of a letter sent from it. Write to the authority itself',
  tooLarge: (bytes: number) => `5.3.4 The message is larger than ${bytes} bytes`,
  later: '4.3.0 The message could not be kept just now. Try again later',
  tooSlow: '4.4.2 This took too long',
}

/** Opens the door. Throws when the port is taken. */
export async function listenForMail(ground: Ground, settings: MailSettings): Promise<MailDoor> {
  // Loaded by the houses that open this door, which few do.
  const smtp = await import('smtp-server')
  const guests = guestBook(settings, (id) => showOut(server, id))
  const server = new smtp.SMTPServer({
    name: 'kraftsam',
    banner: 'Kraftsam',
    size: settings.largest,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: settings.most ?? 50,
    maxRecipients: mostRecipients,
    socketTimeout: settings.patience ?? 60_000,
    closeTimeout: 5000,
    logger: false,
    onConnect: (session, done) => done(guests.enter(session)),
    onClose: (session) => guests.leave(session),
    onRcptTo: (to, _, done) => void answering(ground, done, () => refuseStrange(ground, to.address)),
    onData: (stream, session, done) => void answering(ground, done, () => take(ground, { stream, session, settings })),
  })
  server.on('error', (error) => ground.log.warn({ mail: true, err: error }, 'a mail connection failed'))
  const port = await opened(server, settings)
  ground.log.info({ mail: true, host: settings.host, port }, 'e-mail is taken in')
  return {
    port,
    stop: () => {
      guests.close()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

type Answer = (error?: Error | null, message?: string) => void

/** Whatever goes wrong on our side is no verdict on the message: the other server keeps it and tries again (4xx). */
async function answering({ log }: Ground, done: Answer, work: () => Promise<string | undefined>): Promise<void> {
  try {
    done(null, await work())
  } catch (error) {
    if (!(error instanceof Refusal)) log.warn({ mail: true, err: error }, 'a message was put off')
    done(error instanceof Refusal ? error : new Refusal(451, words.later))
  }
}

function opened(server: SMTPServer, { host, port }: MailSettings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    const listener = server.listen(port, host, () => {
      server.removeListener('error', reject)
      const address = listener.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Who is here: so many from one address, and nobody for ever, however slowly they go on. */
function guestBook({ mostFromOne = 10, longest = 600_000 }: MailSettings, end: (id: string) => void) {
  const here = new Map<string, { readonly address: string; readonly alarm: NodeJS.Timeout }>()
  return {
    enter({ id, remoteAddress: address }: SMTPServerSession): Refusal | null {
      const others = [...here.values()].filter((guest) => guest.address === address)
      here.set(id, { address, alarm: setTimeout(() => end(id), longest).unref() })
      return others.length >= mostFromOne ? new Refusal(421, words.busy) : null
    },
    leave({ id }: SMTPServerSession): void {
      clearTimeout(here.get(id)?.alarm)
      here.delete(id)
    },
    close(): void {
      for (const { alarm } of here.values()) clearTimeout(alarm)
    },
  }
}

function showOut(server: SMTPServer, id: string): void {
  for (const connection of server.connections) if (connection.id === id) connection.send(421, words.tooSlow)
}

/** Throws `Refusal` for an address that no body with a registry has: nothing is relayed. */
async function refuseStrange(ground: Ground, address: string): Promise<undefined> {
  if (!(await isOurOwn(ground, address)) && (await mailboxAt(ground, address)) === null)
    throw new Refusal(550, words.unknown)
}

function asking<T>({ clock, log: _, ...base }: Ground, query: (ctx: Read) => Promise<T>): Promise<T> {
  return reading(base.db, theSystem, (db) => query({ ...base, actor: theSystem, now: clock(), db }))
}

function mailboxAt(ground: Ground, address: string): Promise<Mailbox | null> {
  return asking(ground, (ctx) => mailboxOf(ctx, address))
}

/** The address that our letters leave from, to which other servers tell of what did not arrive. */
async function isOurOwn(ground: Ground, address: string): Promise<boolean> {
  const { from } = await asking(ground, postOffice)
  return from?.toLowerCase() === address.toLowerCase()
}

type Delivery = {
  readonly stream: SMTPServerDataStream
  readonly session: SMTPServerSession
  readonly settings: MailSettings
}

/** Keeps the original, takes it apart, and commits an item for each authority; only then it has come. Gives what to answer. */
async function take(ground: Ground, { stream, session, settings }: Delivery): Promise<string> {
  const original = await ground.files.keepStream(Readable.from(within(stream, settings.largest), { objectMode: false }))
  const { mailFrom, rcptTo } = session.envelope
  const { clock, log: _, ...base } = ground
  const now = clock()
  const arrival = await takeApart(ground.files, original, now)
  const mailboxes = await mailboxesOf(
    ground,
    arrival,
    rcptTo.map(({ address }) => address),
  )
  const envelopeFrom = mailFrom === false ? '' : mailFrom.address
  await writing(ground.db, theSystem, async (db) => {
    const ctx: Write = { ...base, actor: theSystem, now, db, guard: { verb: 'intake.receive', asked: true } }
    for (const [authorityId, envelopeTo] of mailboxes)
      await receive(ctx, arrival, { via: 'smtp', authorityId, envelopeFrom, envelopeTo })
  })
  return `2.0.0 Kept for ${mailboxes.size}`
}

/** The bytes up to the limit. What goes past it is heard out and thrown away. Throws `Refusal`. */
async function* within(stream: SMTPServerDataStream, largest: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of stream) {
    const bytes: Buffer = chunk
    size += bytes.byteLength
    if (size <= largest) yield bytes
  }
  if (size > largest) throw new Refusal(552, words.tooLarge(largest))
}

/** One item for each authority, with the addresses of it that were written to. Throws `Refusal` when none is left. */
async function mailboxesOf(
  ground: Ground,
  { mail }: Arrival,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>()
  const add = ({ authorityId, address }: Mailbox) =>
    found.set(authorityId, [...(found.get(authorityId) ?? []), address])
  let isToUs = false
  for (const address of addresses) {
    const mailbox = await mailboxAt(ground, address)
    if (mailbox !== null) add(mailbox)
    else isToUs ||= await isOurOwn(ground, address)
  }
  if (isToUs && found.size === 0) {
    const letter = await asking(ground, (ctx) => letterAnswered(ctx, mail))
    if (letter === null) throw new Refusal(550, words.reportsOnly)
    add({ authorityId: letter.authorityId, address: addresses[0] ?? '' })
  }
  if (found.size === 0) throw new Refusal(550, words.unknown)
  return found
}
