/** The words round a letter, how its links are written, and what can become of it. Pure. */

import { words } from './words.ts'

export const letterStates = ['waiting', 'sent', 'failed', 'bounced'] as const
export type LetterState = (typeof letterStates)[number]

export const text = words(
  {
    beingSent: 'Brevet skickas just nu. Vänta en stund och försök igen.',
    noReason: 'Den mottagande e-postservern sa inte varför.',
    gaveUp: (tries: number, reason: string) => `Försökt ${tries} gånger utan att komma fram. Senast: ${reason}`,
    fileGone: (name: string) => `Bilagan ${name} finns inte kvar.`,
    noHouse: 'Kraftsam',
    signature: (from: string, house: string) => `Skickat av ${from} med Kraftsam, ${house}`,
    answers: (address: string) => `Svar på brevet går till ${address}.`,
    noAnswers: 'Det går inte att svara på det här brevet.',
  },
  {
    beingSent: 'The letter is being sent. Wait a moment and try again.',
    noReason: 'The receiving mail server did not say why.',
    gaveUp: (tries: number, reason: string) => `Tried ${tries} times without arriving. Last: ${reason}`,
    fileGone: (name: string) => `The enclosure ${name} is no longer there.`,
    noHouse: 'Kraftsam',
    signature: (from: string, house: string) => `Sent by ${from} with Kraftsam, ${house}`,
    answers: (address: string) => `Answers to this letter go to ${address}.`,
    noAnswers: 'This letter cannot be answered.',
  },
)

const ours = 'kraftsam:'

/** A link to a page of ours in the words of a letter: the house's own address is put before it when the letter leaves. */
export function here(path: string): string {
  return `${ours}${path}`
}

/** The words with whole addresses. Without a house they begin with '/', as the page that shows them wants it. */
export function withLinks(body: string, house: string | null): string {
  return body.replaceAll(new RegExp(`${ours}(?=/)`, 'g'), house?.replace(/\/+$/, '') ?? '')
}

export type LinePart = { readonly words: string; readonly path: string | null }

/** A line in parts: plain words, and links of ours with the path they lead to. */
export function partsOfLine(line: string): LinePart[] {
  return line
    .split(/(kraftsam:\/\S*[^\s.,;:)])/)
    .map((words, index) => ({ words, path: index % 2 === 1 ? words.slice(ours.length) : null }))
}

type Signed = { readonly fromName: string; readonly replyTo: string | null; readonly body: string }

/** The letter as it is read: words, links, and whom an answer goes to. */
export function wholeText({ fromName, replyTo, body }: Signed, house: string): string {
  const answers = replyTo === null ? text.noAnswers : text.answers(replyTo)
  return `${withLinks(body, house).trim()}\n\n-- \n${text.signature(fromName, house)}\n${answers}\n`
}

/** Minutes from one try to the next: soon at first, then every fourth hour. */
export function minutesToNextTry(attempts: number): number {
  return Math.min(2 ** attempts, 240)
}

/**
 * A letter that has been tried so many times is not tried any more: five days, with the pauses above (RFC 5321 4.5.4.1 asks for
 * four or five). Tries are counted, not days: a letter may have waited for weeks for a server to be set.
 */
export const mostTries = 36

/** What the other server says, as its own error tells it. */
export type Failure = {
  readonly code?: unknown
  readonly command?: unknown
  readonly responseCode?: unknown
}

/**
 * Whether the other server will never take this letter: it said 5xx to the recipient or to the message. What it says to our
 * sign-in or our own address is the house's to mend, and the letter waits.
 */
export function isFinal({ code, command, responseCode }: Failure): boolean {
  if (typeof responseCode !== 'number' || responseCode < 500 || code === 'EAUTH') return false
  const isTooLarge = command === 'MAIL FROM' && responseCode === 552
  return isTooLarge || command === 'RCPT TO' || command === 'DATA'
}

const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi

/** What may be ids of letters of ours, in Message-IDs and the like. */
export function letterIdsIn(words: readonly string[]): string[] {
  return [...new Set(words.flatMap((each) => [...each.matchAll(uuid)].map(([id]) => id.toLowerCase())))]
}
