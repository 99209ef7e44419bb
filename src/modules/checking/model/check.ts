/** All the checks of a paper, in the order of their weight. Pure: the same words give the same findings. */

import { text } from '../text.ts'
import { about } from '../text/about.ts'
import { unexplained } from './abbreviations.ts'
import { misnamedBodies } from './bodies.ts'
import { carriedOver } from './carried.ts'
import { daysBesidePlan, houseDates, wrongAnswerDay } from './dates.ts'
import { keyOf, severities, type Finding, type Found } from './finding.ts'
import { longSentences, officialWords } from './language.ts'
import { besideQuestions, missingHeadings, missingParts, openQuestions, openStance, summaryLength } from './parts.ts'
import { attachmentsNotThere, casesNotThere } from './references.ts'
import { checkCodes, checks, isCheckCode, type CheckCode, type WritingRules } from './rules.ts'
import type { Known, Written } from './written.ts'

type Check = (written: Written, known: Known, rules: WritingRules) => readonly Found[]

const all: readonly Check[] = [
  missingParts,
  openQuestions,
  besideQuestions,
  openStance,
  carriedOver,
  misnamedBodies,
  (written, _, rules) => houseDates(written, rules),
  wrongAnswerDay,
  daysBesidePlan,
  summaryLength,
  missingHeadings,
  casesNotThere,
  attachmentsNotThere,
  unexplained,
  longSentences,
  officialWords,
]

/** More of one kind than this are counted, not listed. */
const mostOfAKind = 25

/** Everything that the checks have to say about a paper, the heaviest first, each thing once. */
export function checkWriting(written: Written, known: Known, rules: WritingRules): Finding[] {
  const off = new Set(rules.off)
  const found = all
    .flatMap((check) => check(written, known, rules))
    .filter(({ code }) => !off.has(code))
    .flatMap((one) => (isCheckCode(one.code) ? [withWords(one, one.code, written)] : []))
  const once = found.filter((one, at) => found.findIndex(({ key }) => key === one.key) === at)
  return withoutEchoes(once)
    .filter((one, at, list) => list.slice(0, at).filter(({ code }) => code === one.code).length < mostOfAKind)
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || rank(a) - rank(b))
}

function rank({ code }: Finding): number {
  return checkCodes.findIndex((one) => one === code)
}

function withWords(found: Found, code: CheckCode, written: Written): Finding {
  return {
    key: keyOf(found, written),
    code,
    severity: found.severity ?? checks[code],
    message: found.message,
    quote: found.quote ?? null,
    why: about[code].why,
    source: about[code].source,
    place: found.place ?? null,
    fix: found.fix ?? null,
  }
}

/** A decider that no body is called is not said to be misnamed, or outside the plan, as well. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const unknown = new Set(
    findings.filter(({ code }) => code === 'unknown-body').map(({ quote }) => quote?.toLowerCase()),
  )
  const echoes: ReadonlySet<string> = new Set(['body-not-in-organisation', 'decider-not-in-plan', 'body-name-variant'])
  return findings.filter(({ code, quote }) => !echoes.has(code) || !unknown.has(quote?.toLowerCase()))
}

/** What a check is called in a list of them. */
export function checkLabel(code: CheckCode): string {
  return about[code].name
}

export function severityLabel(severity: Finding['severity']): string {
  return text.severity[severity]
}
