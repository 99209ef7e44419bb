/** The way to the decision: which body, at which step, on which day. */

import { writtenOut, type Names } from './abbreviations.ts'
import { canonicalBody, isBodyLike, isInitials } from './bodies.ts'
import { datesIn, yearlessDatesIn } from './dates.ts'
import type { FoundDate } from './dates.ts'
import type { FlatLine } from './flat.ts'

export type PlanStep = { readonly body: string; readonly step: string; readonly date: string | null }

/** What a name is without its owner, as "servicenämndens | arbetsutskott". In order: the first that fits is it. */
const steps: readonly (readonly [string, RegExp])[] = [
  [
    'ordförandeberedning',
    /(?<![\p{L}\d])(?:ordförande|ordf\.? ?|presidie)[- ]?(?:beredning|genomgång|möte)(?:en|et)?$/iu,
  ],
  ['presidium', /(?<![\p{L}\d])(?:presidi(?:um|et|emöte))$/iu],
  ['arbetsutskott', /(?:(?<![\p{L}\d])arbets ?utskott(?:et)?|(?<![\p{L}\d])au)$/iu],
  ['utskott', /\p{L}*utskott(?:et)?$/iu],
  ['beredning', /(?<![\p{L}\d])(?:\p{L}{0,30})beredning(?:en|sutskott)?$/iu],
]

const alone =
  /^(?:ärende|behandling|beslut|beslutas|behandlas|sammanträde|sammanträder|möte|beredning)?\s*(?:i|av|vid|hos)?\s+/iu

/** A plan is a handful of lines; more is something else under its heading. */
const mostLines = 60
const longestLine = 1000

type Found = { phrase: string; date: FoundDate | null }

export type Plan = {
  readonly steps: readonly PlanStep[]
  /** Lines with a day in which nobody was found who meets. */
  readonly unread: readonly string[]
}

/** Reads the plan's lines. `memoDay` gives the year to days written without one; the board owns an "arbetsutskottet" that names none. */
export function planOf(lines: readonly FlatLine[], memoDay: string | null, names: Names): Plan {
  const written = sentencesOf(lines.slice(0, mostLines)).map((line) => writtenOut(line.slice(0, longestLine), names))
  const paired = pairLines(written.flatMap((line) => stepsIn(line, memoDay)))
  const owners = paired.map(({ phrase }) => ownerOf(phrase)).filter((owner) => owner !== null)
  const main = owners.find((owner) => /\p{L}{3}(?:nämnd|styrelse)| nämnd/u.test(owner)) ?? names.board
  const read = paired.map((one) => ({ one, steps: stepOf(one, main) }))
  return {
    steps: read.flatMap(({ steps }) => steps),
    unread: read.filter(({ one, steps }) => steps.length === 0 && one.date !== null).map(({ one }) => wordsOf(one)),
  }
}

function wordsOf({ phrase, date }: Found): string {
  return `${phrase.trim()} ${date?.quote ?? ''}`.trim()
}

/** Lines of a list stay; running text that goes on in lower case on the next line is joined. */
function sentencesOf(lines: readonly FlatLine[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const text = line.text.replaceAll('\t', ' ')
    const before = joined.at(-1)
    if (before !== undefined && !line.gap && /^[\p{Ll}\d]/u.test(text) && /\p{L}[,]?$/u.test(before) && isProse(before))
      joined.splice(-1, 1, `${before} ${text}`)
    else joined.push(text)
  }
  return joined
}

function isProse(text: string): boolean {
  return /\s(?:i|av|vid|bereds|behandlas|behandlats|beslutar|väcktes|tas|planeras|har|är|ska|kommer|på)\s/u.test(
    ` ${text} `,
  )
}

/** A line with several days is cut after each; the words of a step stand before its day, or after it. */
function stepsIn(line: string, memoDay: string | null): Found[] {
  const text = line.replace(/^[-–•*●▪]\s+|^\d{1,2}[.)]\s+(?=\p{L})/u, '')
  const exact = datesIn(text)
  const short = yearlessDatesIn(text, memoDay).filter(
    (one) => !exact.some((date) => one.index >= date.index - 2 && one.index < date.index + date.quote.length),
  )
  // What running text tells of before the memo is how the matter came about, not its plan.
  const history = (date: FoundDate) => isProse(text) && memoDay !== null && date.iso !== null && date.iso < memoDay
  const dates = [...exact, ...short].filter((date) => !history(date)).toSorted((a, b) => a.index - b.index)
  if (dates.length === 0 && isProse(text)) return []
  if (dates.length === 0) return splitPhrases(text).map((phrase) => ({ phrase, date: null }))
  const first = dates[0]
  const dayFirst = first !== undefined && cleanPhrase(text.slice(0, first.index)) === ''
  return dates.map((date, place) => {
    const before = dates[place - 1]
    const from = before === undefined ? 0 : before.index + before.quote.length
    const until = dates[place + 1]?.index ?? text.length
    return { phrase: dayFirst ? text.slice(date.index + date.quote.length, until) : text.slice(from, date.index), date }
  })
}

/** "KS Arbetsutskott Kommunstyrelsen": two steps whose days were lost. */
function splitPhrases(text: string): string[] {
  return text.split(/(?<=arbetsutskott|utskottet|beredning) (?=\p{Lu})/iu)
}

/** Names and days on lines of their own, as tables become when converted, are put together. */
function pairLines(found: readonly Found[]): Found[] {
  const paired: Found[] = []
  for (const one of found) {
    const before = paired.at(-1)
    const bare = cleanPhrase(one.phrase) === ''
    if (bare && one.date !== null && before !== undefined && before.date === null) before.date = one.date
    else paired.push({ ...one })
  }
  return paired
}

function cleanPhrase(phrase: string): string {
  return phrase
    .replace(/(?<![\p{L}\d])(?:kl\.?|klockan)\s*\d{1,2}[.:]?\d{0,2}(?![\p{L}\d])/giu, '')
    .replace(
      /(?<![\p{L}\d])(?:den|vid|sammanträde[t]?|möte[t]?|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|prel(?:iminärt|\.)?|beslutar|behandlar ärendet|behandlas|ärendet|till|för beslut|beslut|därefter|sedan|och|samt|i|av|preliminärt datum|datum)(?=\s|$|[:,.])/giu,
      ' ',
    )
    .replace(/[():;,.–\s-]+$/u, '')
    .replace(/^[():;,.–\s-]+/u, '')
    .replace(/\s{2,}/g, ' ')
    .trim()
}

function fullPhrase(phrase: string): string {
  return phrase
    .replace(/(?<![\p{L}\d])(?:kl\.?|klockan)\s*\d{1,2}[.:]?\d{0,2}(?![\p{L}\d])/giu, '')
    .replace(/\s+(?:den|vid|på|prel\.?|preliminärt)?\s*[():;,.–-]*\s*$/iu, '')
    .replace(/^[():;,.–\s-]+/u, '')
    .replace(alone, '')
    .trim()
}

const namedInside =
  /(?:\p{L}+-(?:, \p{L}+-)? och )?(?:(?:tekniska|sociala|gemensamma|lokala) )?[\p{L}-]*(?:nämnd|styrelse|fullmäktige|utskott|beredning|presidi|delegation)\p{L}*(?: (?:ordf\p{L}*|arbets ?utskott\p{L}*|presidi\p{L}*|beredning\p{L}*|AU)(?!\p{L}))?|(?<!\p{L})(?:KSAU|KS|KF)(?:s? (?:AU|arbetsutskott))?(?!\p{L})/giu

function nameIn(phrase: string): string {
  const whole = fullPhrase(phrase)
    .replace(/[():;,.–\s-]+$/u, '')
    .replace(/^(?:och|samt|därefter|sedan)\s+/iu, '')
  if (/^(?:Beredningen|Utskottet|Delegationen) för /u.test(whole) || ofItsOwn.test(whole)) return whole
  if (isBodyLike(whole) && whole.split(' ').length <= 6 && !isProse(whole)) return whole
  return [...whole.matchAll(namedInside)].at(-1)?.[0].replace(/^\s*och /iu, '') ?? cleanPhrase(whole)
}

function ownerOf(phrase: string): string | null {
  const name = nameIn(phrase)
  const bare = withoutStep(name)
  if (bare.owner !== '') return canonicalBody(bare.owner)
  return bare.step === null && isBodyLike(name) ? canonicalBody(name) : null
}

function withoutStep(name: string): { readonly owner: string; readonly step: string | null } {
  if (/^Beredningen för /u.test(name)) return { owner: '', step: 'beredning' }
  if (/^KSAU$/i.test(name)) return { owner: 'kommunstyrelsen', step: 'arbetsutskott' }
  for (const [step, pattern] of steps) {
    const match = pattern.exec(name)
    if (match !== null) return { owner: name.slice(0, match.index).replace(/[\s,:–-]+$/, ''), step }
  }
  return { owner: '', step: null }
}

/** "Nämnden för folkhälsa och sjukvård": named by what it is for. */
const ofItsOwn = /^(?:Nämnden|Styrelsen) för \p{L}/u

function stepOf(found: Found, main: string | null): PlanStep[] {
  const name = nameIn(found.phrase)
  const date = found.date?.iso ?? null
  const { owner, step } = withoutStep(name)
  if (step !== null) return [{ body: stepBody({ name, owner, step }, main), step, date }]
  if (isInitials(name)) return [{ body: name, step: 'nämnd', date }]
  if (ofItsOwn.test(name)) return [{ body: canonicalBody(name), step: 'nämnd', date }]
  if (!isBodyLike(name) || name.split(' ').length > 9) return []
  const generic = /^(?:nämnd|nämnden|styrelsen?|sammanträde)$/iu.test(name)
  const body = generic && main !== null ? main : canonicalBody(name)
  return [{ body, step: ownStep(body), date }]
}

/** A drafting committee with a name of its own keeps it as written; a committee of a board belongs to the board. */
function stepBody(
  found: { readonly name: string; readonly owner: string; readonly step: string },
  main: string | null,
): string {
  if (isInitials(found.owner)) return found.owner
  if (found.owner !== '') return canonicalBody(found.owner)
  if (found.step === 'beredning' && found.name.includes(' ')) return found.name
  const special = found.step === 'utskott' && !/^utskottet?$/iu.test(found.name)
  return special ? canonicalBody(found.name) : (main ?? canonicalBody(found.name))
}

function ownStep(body: string): string {
  if (/^kommunstyrelse/u.test(body)) return 'kommunstyrelsen'
  if (/fullmäktige/u.test(body)) return body.startsWith('region') ? 'regionfullmäktige' : 'kommunfullmäktige'
  if (/^regionstyrelse/u.test(body)) return 'regionstyrelsen'
  if (/nämnd/u.test(body)) return 'nämnd'
  if (/delegation/u.test(body)) return 'delegation'
  return /styrelse/u.test(body) ? 'styrelse' : 'nämnd'
}
