/** Letters with a personal link: when the round is sent or corrected or its answer date decided, and when the sender sends a link anew. */

import { command } from '../../../kernel/command.ts'
import type { Write } from '../../../kernel/context.ts'
import { wordType } from '../../../kernel/documents/index.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { here, post, type Enclosure } from '../../../kernel/post.ts'
import { speaking } from '../../../kernel/words.ts'
import { fileName, type OutsideSent, type OutsideWay, type Recipient, type Round } from '../../referral/index.ts'
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
  const letterId = await mail(ctx, { round, recipient, email, letter: [], correction: null, decision: null })
  return { letterId }
})

/** A body with an address gets its link with the round, in the same transaction; one without is told of on its page. */
export const carryOutside: OutsideSent['tell'] = async (ctx, about) => {
  const email = await addressOf(ctx, about.recipient.bodyId)
  if (email === null) return false
  await mail(ctx, { ...about, round: { ...about.round, state: 'sent' }, email })
  return true
}

/** The Word form of each that has an address, made before the round's numbers are held. */
export const packForms: OutsideSent['pack'] = async (ctx, { round, recipients }) => {
  const forms = new Map<string, Enclosure[]>()
  for (const recipient of recipients)
    if ((await addressOf(ctx, recipient.bodyId)) !== null)
      forms.set(recipient.id, [await formFile(ctx, { round: { ...round, state: 'sent' }, recipient })])
  return forms
}

/** A link of its own for a reminder: the token of those that were sent is nowhere kept. */
export const wayOutside: OutsideWay['path'] = async (ctx, about) => linkPath(await newLink(ctx, about))

type Mail = Parameters<OutsideSent['tell']>[1] & { readonly email: string }

/** The letter holds nothing of the round but its name and day: the rest is behind the link (TF 2:12 for what they write there). */
async function mail(ctx: Write, about: Mail): Promise<string> {
  const { round, recipient, email, letter, decision, reply, packed } = about
  const token = await newLink(ctx, { round, recipient, email })
  const words = wordsFor(about)
  const facts = factsOf(about, here(linkPath(token)))
  // The form is theirs already when only the day is another, or something was asked.
  const isTheirs = decision !== null || reply !== undefined
  const form = isTheirs || packed !== undefined ? [] : [await formFile(ctx, { round, recipient })]
  return post(ctx, {
    to: { name: recipient.bodyName, address: email },
    from: { authorityId: round.authorityId, name: round.authorityName, replyTo: round.contact?.email ?? null },
    write: () => ({ subject: words.subject(round.title), text: words.body(facts) }),
    about: { topic: 'answering.link', id: recipient.id, caseId: round.caseId },
    files: [...letter.flatMap(asEnclosure), ...(packed ?? form)],
  })
}

function factsOf({ round, recipient, correction, decision, reply }: Mail, link: string) {
  const { issuerName: issuer, title, referenceNumber: reference, contact } = round
  return {
    body: recipient.bodyName,
    ...{ issuer, title, reference, link },
    lastDay: decision?.until ?? recipient.answerBy ?? round.answerBy ?? '',
    what: correction ?? decision?.ground ?? (reply === undefined ? '' : text.mail.reply(reply)),
    contact: contact === null ? '' : `${contact.name}, ${contact.title}, ${contact.email}`,
  }
}

function wordsFor({ correction, decision, reply }: Pick<Mail, 'correction' | 'decision' | 'reply'>) {
  if (reply !== undefined) return text.mail.replied
  if (decision !== null) return decision.until === null ? text.mail.refused : text.mail.granted
  return correction === null ? text.mail.asked : text.mail.corrected
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
