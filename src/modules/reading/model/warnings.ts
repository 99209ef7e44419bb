/** What is wrong in a memo, as a careful registrar would say it. Each rule looks at one thing. */

import type { KnownBody, MemoWarning, ReadingOptions, WarningCode } from '../model.ts'
import { text } from '../text.ts'
import { canonicalBody, deciderOf, isBodyLike, isInitials, isStandardBody, splitBodyIn } from './bodies.ts'
import { caseKey, caseNumbersIn } from './case-numbers.ts'
import { datesIn, isWeekend } from './dates.ts'
import type { Reading } from './read.ts'

type Rule = (reading: Reading, options: ReadingOptions) => readonly MemoWarning[]

export function warningsFor(reading: Reading, options: ReadingOptions): MemoWarning[] {
  if (!reading.isMemo)
    return [warn('not-a-memo', text.warning.notAMemo, ''), ...rules.flatMap((rule) => rule(reading, options))]
  return [...rules, ...memoRules].flatMap((rule) => rule(reading, options))
}

function warn(code: WarningCode, message: string, quote: string): MemoWarning {
  return { code, message, quote: quote.slice(0, 300) }
}

function deciders(reading: Reading): string[] {
  const said = [...reading.introductions, ...reading.memo.proposals].map(deciderOf).filter((name) => name !== null)
  return [...new Set(said)]
}

function isKnown(name: string, bodies: readonly KnownBody[]): boolean {
  const canonical = canonicalBody(name)
  if (bodies.length === 0) return isStandardBody(canonical)
  return allNames(bodies).some(
    (known) => canonicalBody(known) === canonical || canonical.startsWith(`${canonicalBody(known)}s `),
  )
}

function allNames(bodies: readonly KnownBody[]): string[] {
  return bodies.flatMap((body) => [body.name, ...(body.aliases ?? [])])
}

const unknownBodies: Rule = (reading, { bodies = [] }) => {
  const planned = reading.memo.planning.map((step) => step.body)
  const named = [...deciders(reading), ...planned].filter((name) => !isUnnamed(name))
  const unknown = named.filter((name) => isInitials(name) || (isBodyLike(name) && !isKnown(name, bodies)))
  return [...new Set(unknown)].map((name) => warn('unknown-body', text.warning.unknownBody(name), name))
}

/** "Nämnden", "arbetsutskottet": no name to know. */
function isUnnamed(name: string): boolean {
  return /^(?:nämnden?|styrelsen?|(?:arbets)?utskottet?|beredningen?|presidiet|ordförandeberedning(?:en)?)$/iu.test(
    name,
  )
}

const bodyNameVariants: Rule = (reading, { bodies = [] }) => {
  const written = splitBodyIn(reading.whole)
  const known =
    written === null ? undefined : allNames(bodies).find((name) => name.toLowerCase() === written.toLowerCase())
  if (written !== null && known === undefined)
    return [warn('body-name-variant', text.warning.bodyNameVariant(written, canonicalBody(written)), written)]
  const squeezed = (name: string) => canonicalBody(name).replace(/[\s-]/g, '')
  return reading.memo.planning.flatMap((step) => {
    const like = allNames(bodies).find(
      (name) => squeezed(name) === squeezed(step.body) && canonicalBody(name) !== step.body,
    )
    return like === undefined
      ? []
      : [warn('body-name-variant', text.warning.bodyNameVariant(step.body, like), step.body)]
  })
}

const decidersNotInPlan: Rule = (reading) => {
  if (reading.memo.planning.length === 0) return []
  const planned = reading.memo.planning.map((step) => canonicalBody(step.body))
  const missing = deciders(reading).filter((name) => {
    const body = canonicalBody(name)
    const owner = body.replace(/s (?:arbets)?utskott(?:et)?$/u, '')
    return (
      !/^(?:nämnden|styrelsen|utskottet|arbetsutskottet)$/u.test(body) &&
      !planned.includes(body) &&
      !planned.includes(owner)
    )
  })
  return missing.map((name) => warn('decider-not-in-plan', text.warning.deciderNotInPlan(name), name))
}

const mixedDateFormats: Rule = (reading) => {
  const numeric = datesIn(reading.whole).filter((date) => date.form !== 'words')
  const forms = new Set(numeric.map((date) => date.form))
  const examples = [...forms].map((form) => numeric.find((date) => date.form === form)?.quote ?? '')
  return forms.size < 2 ? [] : [warn('mixed-date-formats', text.warning.mixedDateFormats, examples.join(' / '))]
}

const impossibleDates: Rule = (reading) =>
  datesIn(reading.whole)
    .filter((date) => date.iso === null)
    .map((date) => warn('impossible-date', text.warning.impossibleDate, date.quote))

const weekends: Rule = (reading) =>
  plannedDays(reading)
    .filter(isWeekend)
    .map((day) => warn('date-on-weekend', text.warning.dateOnWeekend(day), day))

function plannedDays(reading: Reading): string[] {
  return reading.memo.planning.map((step) => step.date).filter((day) => day !== null)
}

const answerIsDue =
  /(?<![\p{L}\d])(?:svar(?:et|a|en)?|yttrande(?:t)?|remissvar(?:et|en)?|synpunkter(?:na)?|remisstiden)(?![\p{L}\d])[^.\n]{0,80}?(?<![\p{L}\d])(?:senast|sista (?:svars)?dag|till och med|t\.o\.m\.)(?![\p{L}\d])|(?<![\p{L}\d])sista svarsda(?:g|tum)(?![\p{L}\d])|(?<![\p{L}\d])svarstid(?![\p{L}\d])/giu

/** The answer date given, or the one the memo itself names. */
function answerDay(reading: Reading, options: ReadingOptions): string | null {
  if (options.answerBy !== undefined) return options.answerBy
  for (const match of reading.whole.matchAll(answerIsDue)) {
    const date = datesIn(reading.whole.slice(match.index, match.index + match[0].length + 30)).find(
      (one) => one.index >= match[0].length - 1,
    )
    if (date?.iso !== undefined && date.iso !== null) return date.iso
  }
  return null
}

const planAfterAnswer: Rule = (reading, options) => {
  const due = answerDay(reading, options)
  const late = due === null ? undefined : plannedDays(reading).find((day) => day > due)
  return due === null || late === undefined
    ? []
    : [warn('plan-after-answer-date', text.warning.planAfterAnswerDate(late, due), late)]
}

const planOrder: Rule = (reading) => {
  const days = plannedDays(reading)
  const memoDay = reading.memo.date
  const early = memoDay === null ? undefined : days.find((day) => day < memoDay)
  const first =
    early === undefined || memoDay === null
      ? []
      : [warn('plan-before-memo', text.warning.planBeforeMemo(early, memoDay), early)]
  const back = days.find((day, place) => place > 0 && day < (days[place - 1] ?? day))
  return back === undefined ? first : [...first, warn('plan-out-of-order', text.warning.planOutOfOrder, back)]
}

const unreadPlan: Rule = (reading) =>
  reading.unreadPlan.map((line) => warn('plan-line-unread', text.warning.planLineUnread, line))

const ownMemo = /^(?:\p{L}- ?)?(?:tjänsteskrivelse|tjänsteutlåtande)(?!\p{L})(?: [A-ZÅÄÖ]{1,5}(?= \d))?/iu

const ownMemoLast: Rule = (reading) => {
  const { basis, title, date } = reading.memo
  const last = basis.at(-1)
  if (last === undefined || basis.length < 2 || !ownMemo.test(last)) return []
  const [own, about] = [last.toLowerCase(), title?.toLowerCase() ?? '\0']
  const named = own.replace(ownMemo, '').replace(/^[\s\d,-]+/, '')
  const isOwn =
    own.includes(about) ||
    (named.length > 9 && about.startsWith(named)) ||
    datesIn(last).some((one) => one.iso === date)
  return isOwn ? [warn('own-memo-last', text.warning.ownMemoLast, last)] : []
}

/** Words that point at something said elsewhere. */
const pointing =
  /(?<![\p{L}\d])(?:förslag(?:et|en)?|yttrande(?:t)?|\p{L}*yttrandet|remissvar(?:et)?|rapporten|planen|informationen|redovisningen|ärendet|skrivelsen|tjänsteskrivelsen|tjänsteutlåtandet|svaret|bilagan|bilaga \d|dokumentet|underlaget|avtalet|motionen|medborgarförslaget|som följer|enligt (?:bilaga|ovan|förslag)|detta|denna)(?![\p{L}\d])/iu

const notSelfContained: Rule = (reading) => {
  const about = significant(`${reading.memo.title ?? ''}`)
  const vague = reading.memo.proposals.filter((point) => {
    if (point.split(' ').length > 14 || !pointing.test(point) || /["”“]|\d{4}/.test(point)) return false
    return ![...significant(point)].some((word) => about.has(word))
  })
  return vague.map((point) => warn('proposal-not-self-contained', text.warning.notSelfContained, point))
}

/** The first letters of the words that carry meaning, so that endings do not matter. */
function significant(words: string): Set<string> {
  const common = /^(?:försl|yttra|remis|beslu|godkä|tjäns|nämnd|styre|uppdr|rappo|svar|motio|medbo)/u
  const stems = (words.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 5))
  return new Set(stems.filter((stem) => !common.test(stem)))
}

const caseNumbers: Rule = (reading) => {
  const number = reading.memo.caseNumber
  if (number === null) return [warn('case-number-missing', text.warning.caseNumberMissing, '')]
  const other = caseNumbersIn(reading.whole).find(
    (one) => one.number !== number && caseKey(one.number) === caseKey(number),
  )
  return other === undefined
    ? []
    : [warn('case-number-variant', text.warning.caseNumberVariant, `${number} / ${other.number}`)]
}

const missingParts: Rule = ({ memo }) => {
  const missing = [
    [memo.date !== null, text.part.date],
    [memo.reference.name !== null, text.part.reference],
    [memo.title !== null, text.part.title],
    [memo.summary !== null, text.part.summary],
    [memo.proposals.length > 0, text.part.proposals],
    [memo.basis.length > 0, text.part.basis],
    [memo.planning.length > 0, text.part.planning],
    [memo.sendTo.length > 0, text.part.sendTo],
    [memo.responsible.length > 0, text.part.responsible],
  ] as const
  return missing
    .filter(([there]) => !there)
    .map(([, name]) => warn('missing-part', text.warning.missingPart(name), name))
}

const maskedEmails: Rule = ({ head }) =>
  head.maskedEmail === null ? [] : [warn('email-masked', text.warning.emailMasked, head.maskedEmail)]

const references: Rule = ({ head }) =>
  head.people.length < 2
    ? []
    : [warn('several-references', text.warning.severalReferences, head.people.map((person) => person.name).join(', '))]

const documents: Rule = ({ otherDocuments }) =>
  otherDocuments === 0 ? [] : [warn('several-documents', text.warning.severalDocuments, '')]

const cutText: Rule = (reading) => {
  const end = reading.whole.trimEnd().split('\n').at(-1) ?? ''
  const inside = /(?:(?<![\p{L}\d])(?:och|om|av|för|i|till|på|med|samt|från|att|den|det|en|ett|som)|[,(-])$/iu.test(end)
  return reading.cut || inside ? [warn('text-cut', text.warning.textCut, end.slice(-80))] : []
}

const furniture: Rule = (reading) => {
  const first = reading.furniture.find((line) => !/^\d{1,3}$/.test(line))
  return first === undefined ? [] : [warn('page-furniture', text.warning.pageFurniture, first)]
}

const mojibake: Rule = (reading) =>
  reading.mojibake === null ? [] : [warn('mojibake', text.warning.mojibake, reading.mojibake)]

const rules: readonly Rule[] = [
  mojibake,
  mixedDateFormats,
  impossibleDates,
  maskedEmails,
  references,
  documents,
  cutText,
  furniture,
]
const memoRules: readonly Rule[] = [
  unknownBodies,
  bodyNameVariants,
  decidersNotInPlan,
  weekends,
  planAfterAnswer,
  planOrder,
  unreadPlan,
  ownMemoLast,
  notSelfContained,
  caseNumbers,
  missingParts,
]
