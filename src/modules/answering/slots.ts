/** What answering from outside shows at others: at the sender's page for the body, and in the history of the case. */

import { may, type Read, type Write } from '../../kernel/context.ts'
import type { Html } from '../../kernel/html.ts'
import type { Fillings } from '../../kernel/slots.ts'
import { here } from '../../kernel/post.ts'
import type { AboutMessage } from '../intake/index.ts'
import { getRecipient, type NeedsOf } from '../referral/index.ts'
import { factWord, type LedgerWords } from '../registry/index.ts'
import { text } from './text.ts'
import { carryOutside, packForms, wayOutside } from './commands.ts'
import { listAwaited, listToTake, ownerOfForms } from './queries.ts'
import { linkPath } from './model.ts'
import { toWays, waysPath } from './views/links.ts'
import { offerPart } from './views/offer.ts'

const ledger: readonly LedgerWords[] = [
  {
    event: 'answering.link-made',
    say: ({ body, email }) =>
      typeof email === 'string' ? text.ledger.linkMailed(factWord(body), email) : text.ledger.linkMade(factWord(body)),
  },
  { event: 'answering.links-revoked', say: ({ body, count }) => text.ledger.revoked(factWord(body), Number(count)) },
  { event: 'answering.read-in', say: ({ body, file }) => text.ledger.readIn(factWord(body), factWord(file)) },
  {
    event: 'answering.handed-in',
    say: ({ body, by, version, abstains }) =>
      abstains === true
        ? text.ledger.abstained(factWord(body), factWord(by))
        : text.ledger.handedIn(factWord(body), factWord(by), Number(version)),
  },
]

/** In the inbox: a message with a file that may be an answer, with whom it is from where the file says so itself. */
async function offerReading(ctx: Read, { message, parts }: AboutMessage): Promise<Html | null> {
  const mayRead = may(ctx.actor, 'answering.read-message', message.authorityId)
  const isDone = message.state === 'quarantined' || message.state === 'set_aside'
  if (!mayRead || isDone || parts.length === 0) return null
  const awaited = await listAwaited(ctx, message.authorityId)
  if (awaited.length === 0) return null
  const own = await ownerOfForms(ctx, parts)
  const readable = parts.filter(({ isInline, name }) => !isInline && /\.(docx|odt|pdf|txt)$/i.test(name))
  if (readable.length === 0) return null
  return offerPart({ message, parts: readable, awaited, own })
}

/** Whoever reads the letters of the house cannot answer for those it went to. */
function withoutLink(body: string): string {
  return body.replaceAll(new RegExp(`${here(linkPath(''))}[\\w-]+`, 'g'), text.links.hidden)
}

/** Where a new link is sent to the same body. */
async function waysFrom(ctx: Read | Write, recipientId: string): Promise<string> {
  const { roundId } = await getRecipient(ctx, recipientId)
  return waysPath(roundId, recipientId)
}

/** An answer that came in a file, which the sender has begun to read in and not taken. */
const filesToTake: NeedsOf['list'] = async (ctx, { round, recipients }) => {
  if (!may(ctx.actor, 'answering.take-reading', round.authorityId)) return []
  const silent = recipients.flatMap(({ id, answer }) => (answer === null ? [id] : []))
  return (await listToTake(ctx, silent)).map(({ id, recipientId, name }) => ({
    recipientId,
    kind: 'file',
    said: text.toTake(name),
    href: `${waysPath(round.id, recipientId)}/inlasning/${id}`,
  }))
}

export const slots: Fillings = {
  'recipient.needs': [{ key: 'answering.files', list: filesToTake }],
  'recipient.outside': [
    {
      order: 10,
      show: async (ctx, { round, recipient }) =>
        may(ctx.actor, 'answering.make-link', round.authorityId) ? toWays({ round, recipient }) : null,
    },
  ],
  'recipient.sent': [{ key: 'answering.link', tell: carryOutside, pack: packForms }],
  'letter.secret': [{ key: 'answering.link', topic: 'answering.link', mask: withoutLink, anewAt: waysFrom }],
  'recipient.way': [{ key: 'answering.link', path: wayOutside }],
  'message.part': [{ order: 10, show: offerReading }],
  'record.tie': [{ module: 'answering', why: () => text.tie }],
  'ledger.words': ledger,
}
