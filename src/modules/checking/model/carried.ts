/** The warnings that a memo gets when it is read in, for one that is written here: the same rules, with a place and a fix. */

import { judgeMemo, type MemoWarning } from '../../reading/index.ts'
import { text } from '../text.ts'
import { nearestBody } from './bodies.ts'
import { dateFixes } from './dates.ts'
import { firstPlaceOf, replaceAll, type Fix, type Found, type Place, type Severity } from './finding.ts'
import { isCheckCode, type WritingRules } from './rules.ts'
import type { Known, Written } from './written.ts'

/** Said with more precision by a check of our own. */
const ownChecks: ReadonlySet<string> = new Set(['missing-part'])

export function carriedOver(written: Written, known: Known, rules: WritingRules): Found[] {
  if (written.memo === null) return []
  const options = { bodies: known.bodies, ...(known.answerBy !== null && { answerBy: known.answerBy }) }
  return judgeMemo(written.memo, written.whole, options)
    .filter(({ code }) => isCheckCode(code) && !ownChecks.has(code))
    .filter((warning) => warning.code !== 'mixed-date-formats' || rules.dateForm === null)
    .filter(({ code, quote }) => code !== 'proposal-not-self-contained' || !saysItAll(quote))
    .map((warning, _, all) => ({
      code: warning.code,
      ...(warning.code === 'proposal-not-self-contained' && { severity: weightOf(all, written) }),
      message: warning.message,
      quote: warning.quote === '' ? null : warning.quote,
      place: placeOfWarning(written, warning),
      fix: fixOf(warning, { written, known }),
      about: warning.code,
    }))
}

/** "… över betänkandet God och nära vård", or a point that every board takes in the same words. */
function saysItAll(point: string): boolean {
  if (/justeras\s+omedelbart|omedelbart\s+justera/iu.test(point)) return true
  const said = /(?<!\p{L})(?:över|om|gällande|avseende|angående|rörande)\s+(\S.*)$/iu.exec(point)?.[1] ?? ''
  const telling = said.match(/\p{L}{4,}/gu)?.filter((word) => !pointing.test(word)) ?? []
  return telling.length >= 2
}

const pointing =
  /^(?:remiss|förslag|ärende|yttrande|skrivelse|tjänsteskrivelse|svar|bilag|rapport|detta|denna|enligt)/iu

/** One point that leans on another that says it all is less than a decision that nobody understands. */
function weightOf(warnings: readonly MemoWarning[], { memo }: Written): Severity {
  const weak = warnings.filter(({ code }) => code === 'proposal-not-self-contained').length
  return weak < (memo?.proposals.length ?? 0) ? 'should' : 'must'
}

function placeOfWarning(written: Written, { quote }: MemoWarning): Place | null {
  return firstPlaceOf(written, quote) ?? firstPlaceOf(written, quote.split(' / ').at(-1) ?? '')
}

type About = { readonly written: Written; readonly known: Known }

function fixOf(warning: MemoWarning, about: About): Fix | null {
  switch (warning.code) {
    case 'unknown-body':
    case 'body-name-variant':
      return nameFix(warning.quote, about)
    case 'mixed-date-formats':
      return dateFixes(about.written, 'iso')
    case 'own-memo-last':
      return firstFix(about.written)
    case 'case-number-variant':
      return numberFix(warning.quote, about)
    case 'proposal-not-self-contained':
      return proposalFix(warning.quote, about)
    default:
      return null
  }
}

/** The nearest body of the house, with the capital that the wrong name had. */
function nameFix(name: string, { written, known }: About): Fix | null {
  const nearest = nearestBody(name, known.bodies)
  if (nearest === null) return null
  const edits = replaceAll(written, name, nearest)
  return edits.length === 0 ? null : { label: text.fix.name(nearest), edits }
}

function firstFix({ memo }: Written): Fix | null {
  const at = (memo?.basis.length ?? 0) - 1
  return at < 1 ? null : { label: text.fix.first, edits: [{ do: 'first', field: 'basis', at }] }
}

function numberFix(quote: string, { written, known }: About): Fix | null {
  const wrong = quote.split(' / ').at(-1) ?? ''
  if (known.caseNumber === null || wrong === '') return null
  return { label: text.fix.number(known.caseNumber), edits: replaceAll(written, wrong, known.caseNumber) }
}

const leaning = /(?<=förslag(?:et)? till (?:yttrande|remissvar|svar))\s*\.?$/u

/** "godkänner förslaget till yttrande" gets to know over what. */
function proposalFix(point: string, { written, known }: About): Fix | null {
  const place = firstPlaceOf({ pieces: written.pieces.filter(({ part }) => part === 'proposals') }, point)
  const title = (known.caseTitle ?? '').replace(/^remiss(?:\s*:|\s+(?:om|av|från))?\s*/iu, '').trim()
  if (place === null || title === '' || !leaning.test(point)) return null
  const number = known.caseNumber === null ? '' : ` (${known.caseNumber})`
  const by = point.replace(leaning, ` över remissen ”${title}”${number}.`)
  return { label: text.fix.sayWhat, edits: [{ do: 'replace', ...place, find: point, by }] }
}
