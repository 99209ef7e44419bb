/** Letters with a personal link: when the round is sent or corrected or its answer date decided, and when the sender sends a link anew. */

import { command } from '../../../kernel/command.ts'
import type { Write } from '../../../kernel/context.ts'
import { wordType } from '../../../kernel/documents/index.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { here, postAll, type Enclosure } from '../../../kernel/post.ts'
import { speaking } from '../../../kernel/words.ts'
import {
  fileName,
  type OutsideNews,
  type OutsideSent,
  type OutsideWay,
  type Recipient,
  type Round,
} from '../../referral/index.ts'
import type { NewFile } from '../../registry/index.ts'
import { linkPath, obstaclesToLinking, wordForm } from '../model.ts'
import { addressesOf, askedByUs } from '../queries.ts'
import { text } from '../text.ts'
import { swedishForm } from '../views/word-form.ts'
import { mailedLink } from './input.ts'
import { holdRecipient, newLink, newLinks } from './links.ts'

/** Sends a new link to an address (skickar personlig länk). Those there are go on holding. */
export const sendLink = command('answering.send-link', mailedLink, async (ctx, { email, ...input }) => {
  const { round, recipient } = await holdRecipient(ctx, input)
  refuseIf(obstaclesToLinking({ round, recipient }))
  const [letterId = ''] = await mail(ctx, { round, letter: [], correction: null, decision: null }, [
    { recipient, email },
  ])
  return { letterId }
})

/** Bodies with an address get their links with the round, in the same transaction; one without is told of on its page. */
export const carryOutside: OutsideSent['tell'] = async (ctx, news, recipients) => {
  const to = await withAddress(ctx, recipients)
  await mail(ctx, { ...news, round: { ...news.round, state: 'sent' } }, to)
  return new Set(to.map(({ recipient }) => recipient.id))
}

/** The Word form of each that has an address, made before the round's numbers are held. */
export const packForms: OutsideSent['pack'] = async (ctx, { round, recipients }) => {
  const to = await withAddress(ctx, recipients)
  return formsFor(ctx, { ...round, state: 'sent' }, to)
}

type To = { readonly recipient: Recipient; readonly email: string }

async function withAddress(ctx: Write, recipients: readonly Recipient[]): Promise<To[]> {
  const known = await addressesOf(
    ctx,
    recipients.map(({ bodyId }) => bodyId),
  )
  return recipients.flatMap((recipient) => {
    const email = known.get(recipient.bodyId)
    return email === undefined ? [] : [{ recipient, email }]
  })
}

async function formsFor(ctx: Write, round: Round, to: readonly To[]): Promise<Map<string, Enclosure[]>> {
  const forms = new Map<string, Enclosure[]>()
  for (const { recipient } of to) forms.set(recipient.id, [await formFile(ctx, { round, recipient })])
  return forms
}

/** A link of its own for a reminder: the token of those that were sent is nowhere kept. */
export const wayOutside: OutsideWay['path'] = async (ctx, about) => linkPath(await newLink(ctx, about))

/** The letters hold nothing of the round but its name and day: the rest is behind the links (TF 2:12 for what they write there). */
async function mail(ctx: Write, news: OutsideNews, to: readonly To[]): Promise<string[]> {
  const { round, letter, decision, reply, packed } = news
  const tokens = await newLinks(ctx, round, to)
  // The form is theirs already when only the day is another, or something was asked.
  const isTheirs = decision !== null || reply !== undefined
  const forms = packed ?? (isTheirs ? new Map<string, Enclosure[]>() : await formsFor(ctx, round, to))
  const words = wordsFor(news)
  const paper = letter.flatMap(asEnclosure)
  return postAll(
    ctx,
    to.map(({ recipient, email }, index) => ({
      to: { name: recipient.bodyName, address: email },
      from: { authorityId: round.authorityId, name: round.authorityName, replyTo: round.contact?.email ?? null },
      write: () => ({
        subject: words.subject(round.title),
        text: words.body(factsOf(news, recipient, here(linkPath(tokens[index] ?? '')))),
      }),
      about: { topic: 'answering.link', id: recipient.id, caseId: round.caseId },
      files: [...paper, ...(forms.get(recipient.id) ?? [])],
    })),
  )
}

function factsOf({ round, correction, decision, reply }: OutsideNews, recipient: Recipient, link: string) {
  const { issuerName: issuer, title, referenceNumber: reference, contact } = round
  return {
    body: recipient.bodyName,
    ...{ issuer, title, reference, link },
    lastDay: decision?.until ?? recipient.answerBy ?? round.answerBy ?? '',
    what: correction ?? decision?.ground ?? (reply === undefined ? '' : text.mail.reply(reply)),
    contact: contact === null ? '' : `${contact.name}, ${contact.title}, ${contact.email}`,
  }
}

function wordsFor({ correction, decision, reply }: OutsideNews) {
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
