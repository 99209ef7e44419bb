/** Builders for tests: a mail server that says what it likes, and letters in the post. */

import { buffer } from 'node:stream/consumers'
import { after } from 'node:test'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { World } from '../../../test/support.ts'
import { theSystem } from '../../kernel/context.ts'
import { writing } from '../../kernel/db.ts'
import { notePostOffice, postJobs, type PostSettings } from '../../kernel/post-office.ts'
import { post, type Letter } from '../../kernel/post.ts'
import { stepping } from '../registry/fixtures.ts'

export type Delivered = {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: Buffer
  readonly email: Email
}

export type TestServer = {
  readonly settings: PostSettings
  readonly delivered: Delivered[]
  /** What is said to the next recipients or messages, in order; 250 when there is nothing left. */
  readonly saying: { toRecipient: number[]; toMessage: number[]; meanwhile?: () => Promise<void> }
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
}

function refusal(code: number): Error {
  return Object.assign(new Error(code < 500 ? '4.2.1 Try again later' : '5.1.1 No such user here'), {
    responseCode: code,
  })
}

type Saying = TestServer['saying']

/** A real mail server on a port of its own. */
export async function aMailServer(): Promise<TestServer> {
  const delivered: Delivered[] = []
  const saying: Saying = { toRecipient: [], toMessage: [] }
  let server = serverThat(saying, delivered)
  const port = await listening(server, 0)
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()))
  after(stop)
  return {
    settings: {
      url: `smtp://127.0.0.1:${port}`,
      from: 'kraftsam@malmo.example',
      house: 'https://kraftsam.malmo.example',
    },
    delivered,
    saying,
    stop,
    start: async () => {
      server = serverThat(saying, delivered)
      await listening(server, port)
    },
  }
}

function serverThat(saying: Saying, delivered: Delivered[]): SMTPServer {
  const answerTo = (codes: number[]) => {
    const code = codes.shift() ?? 250
    return code < 400 ? null : refusal(code)
  }
  const take = async (stream: SMTPServerDataStream, { envelope }: SMTPServerSession) => {
    const raw = await buffer(stream)
    await saying.meanwhile?.()
    const refused = answerTo(saying.toMessage)
    if (refused !== null) return refused
    const { mailFrom, rcptTo } = envelope
    const from = mailFrom === false ? '' : mailFrom.address
    delivered.push({ from, to: rcptTo.map(({ address }) => address), raw, email: await PostalMime.parse(raw) })
    return null
  }
  return new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: (_, __, done) => done(answerTo(saying.toRecipient)),
    onData: (stream, session, done) => void (async () => done(await take(stream, session)))(),
  })
}

function listening(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve) => {
    const listener = server.listen(port, '127.0.0.1', () => {
      const address = listener.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Does the job of sending as the worker does. */
export async function carry(world: World, settings: PostSettings | undefined, letterId: string): Promise<void> {
  await postJobs(settings)['kernel.post']?.(world.caller(), { letterId })
}

/** Puts a letter in the post as the person, or as the house. */
export function aLetter(
  world: World,
  authorityId: string,
  { personId, ...facts }: Partial<Letter> & { readonly personId?: string } = {},
): Promise<string> {
  const letter: Letter = {
    to: { name: 'Anna Berg', address: 'anna.berg@bolaget.example' },
    from: { authorityId, name: 'Servicenämnden', replyTo: 'sn@malmo.example' },
    write: () => ({ subject: 'Påminnelse om svar', text: 'Hej!\n\nSvara senast den 1 december.' }),
    about: { topic: 'test.letter' },
    ...facts,
  }
  if (personId !== undefined) return stepping(world, personId, (ctx) => post(ctx, letter))
  const guard = { verb: 'test', asked: true }
  return writing(world.db, theSystem, (db) => post({ ...world.caller(), db, guard }, letter))
}

export function letterRow(world: World, id: string) {
  return world.db.selectFrom('kernel.letters').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

export async function setOffice(world: World, settings: PostSettings | undefined): Promise<void> {
  await notePostOffice(world.db, settings)
}

/** What another server sends back when it could not deliver (RFC 3464). */
export function aReport(
  letter: { readonly messageId: string; readonly to: string },
  { action = 'failed' }: { action?: string } = {},
): Buffer {
  const report = `From: Mail Delivery Subsystem <mailer-daemon@bolaget.example>
To: kraftsam@malmo.example
Subject: Undelivered Mail Returned to Sender
Date: Tue, 03 Oct 2023 09:00:00 +0200
Message-ID: <rapport.1@bolaget.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="gransen"

--gransen
Content-Type: text/plain; charset=us-ascii

I am sorry to have to inform you that your message could not be delivered.
--gransen
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.bolaget.example

Final-Recipient: rfc822; ${letter.to}
Action: ${action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <${letter.to}>: Recipient address
    rejected: User unknown
--gransen
Content-Type: text/rfc822-headers

From: kraftsam@malmo.example
Message-ID: ${letter.messageId}

--gransen--
`
  return Buffer.from(report.replaceAll('\n', '\r\n'))
}
