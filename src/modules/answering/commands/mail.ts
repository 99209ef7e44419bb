/** Letters with a personal link: when the round is sent or corrected, and when the sender sends a link anew. */

import { command } from '../../../kernel/command.ts'
import type { Write } from '../../../kernel/context.ts'
import { wordType } from '../../../kernel/documents/index.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { here, post, type Enclosure } from '../../../kernel/post.ts'
import { speaking } from '../../../kernel/words.ts'
import { fileName, type OutsideSent, type Recipient, type Round } from '../../referral/index.ts'
import type { NewFile } from '../../registry/index.ts'
import { linkPath, obstaclesToLinking, wordForm } from '../model.ts'
import { addressOf, askedByUs } from '../queries.ts'
import { text } from '../text.ts'
import { swedishForm } from '../views/word-form.ts'
import { mailedLink } from './input.ts'
import { holdRecipient, newLink } from './links.ts'

/** Sends a new link to an address (skickar personlig länk). Those there are go on holding. */
export const sendLink = command('answering.send-link', mailedLink, async (ctx, { email, ...input }) => {
  const { round, recipient } = await holdRecipient(ctx, input)
  refuseIf(obstaclesToLinking({ round, recipient }))
  const letterId = await mail(ctx, { round, recipient, email, letter: [], correction: null })
  return { letterId }
})

/** A body with an address gets its link with the round, in the same transaction; one without is told of on its page. */
export const carryOutside: OutsideSent['tell'] = async (ctx, about) => {
  const email = await addressOf(ctx, about.recipient.bodyId)
  if (email !== null) await mail(ctx, { ...about, round: { ...about.round, state: 'sent' }, email })
}

type Mail = {
  readonly round: Round
  readonly recipient: Recipient
  readonly email: string
  readonly letter: readonly NewFile[]
  readonly correction: string | null
}

/** The letter holds nothing of the round but its name and day: the rest is behind the link (TF 2:12 for what they write there). */
async function mail(ctx: Write, { round, recipient, email, letter, correction }: Mail): Promise<string> {
  const token = await newLink(ctx, { round, recipient, email })
  const { contact, authorityId, authorityName } = round
  const words = correction === null ? text.mail.asked : text.mail.corrected
  const facts = {
    body: recipient.bodyName,
    issuer: round.issuerName,
    title: round.title,
    reference: round.referenceNumber,
    lastDay: recipient.answerBy ?? round.answerBy ?? '',
    what: correction ?? '',
    link: here(linkPath(token)),
    contact: contact === null ? '' : `${contact.name}, ${contact.title}, ${contact.email}`,
  }
  return post(ctx, {
    to: { name: recipient.bodyName, address: email },
    from: { authorityId, name: authorityName, replyTo: contact?.email ?? null },
    write: () => ({ subject: words.subject(round.title), text: words.body(facts) }),
    about: { topic: 'answering.link', id: recipient.id, caseId: round.caseId },
    files: [...letter.flatMap(asEnclosure), await formFile(ctx, { round, recipient })],
  })
}

/** What was typeset for the occasion lies in the store already; the Word version of it is not needed beside the PDF. */
function asEnclosure(file: NewFile): Enclosure[] {
  if (!('sha256' in file) || file.mediaType !== 'application/pdf') return []
  const { name, mediaType, sha256, size } = file
  return [{ name, mediaType, sha256, size }]
}

async function formFile(ctx: Write, about: { round: Round; recipient: Recipient }): Promise<Enclosure> {
  const asked = await askedByUs(ctx, about)
  const kept = await ctx.files.keep(swedishForm(wordForm(asked)))
  const name = speaking('sv', () => `${fileName(text.form.fileName(asked.title, asked.bodyName))}.docx`)
  return { name, mediaType: wordType, ...kept }
}
