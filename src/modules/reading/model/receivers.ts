/** The two plain lists of a memo: the documents it rests on, and those the decision is sent to. */

import { isBodyLine } from './bodies.ts'
import type { FlatLine } from './flat.ts'
import { entriesOf } from './lists.ts'
import { isName, isUnit } from './people.ts'

const opensDocument =
  '(?:G-)?(?:Tjänsteskrivelse|Tjänsteutlåtande|Protokoll|Protokollsutdrag|Remiss|Remissvar|Förslag till|Bilaga|Rapport|Yttrande|Motion|Skrivelse|Beslut|Missiv|Granskning|Revisionsrapport|Utdrag|Checklista|Ansökan|Medborgarförslag|Detaljplan|Planbeskrivning|Sammanställning|Redovisning|Uppföljning|Utredning|Karta|Kartbilaga|Verksamhetsplan|Årsredovisning|Delårsrapport|Riktlinjer|Policy|Avtal|Överenskommelse|Barnkonsekvensanalys|Samrådsredogörelse|Kostnadskalkyl|Promemoria|PM|Slutrapport|Enkät|Handlingsplan)'
/** Before a kind of document, before "Socialnämndens protokoll", and after a year, a § or the number of a § that lost its sign. */
const inRunningText = new RegExp(
  `(?<!(?<![\\p{L}\\d])(?:till|från|i|av|för|och|med|om|på|enligt|över|Förslag till)) (?=${opensDocument}(?![\\p{L}\\d])|(?:\\p{Lu}\\p{L}*- (?:och|&) )?\\p{L}{4,}s (?:tjänsteskrivelse|protokoll|skrivelse|rapport|yttrande))` +
    '|(?<=(?:19|20)\\d\\d|§ ?\\d{1,3}|\\d{4}, \\d{1,3}) (?=\\p{Lu})',
  'gu',
)

export function documentsOf(lines: readonly FlatLine[]): string[] {
  const opened = lines.flatMap((line): FlatLine[] => {
    if (line.flat !== true) return [line]
    return openMarks(line.text)
      .flatMap((text) => text.split(inRunningText))
      .map((text) => ({ text: text.trim(), gap: true, flat: true }))
  })
  return clean(entriesOf(opened).map((entry) => entry.text)).filter(
    (entry) =>
      !/^(?:följande|se|inga|ingen|underlaget (?:består|utgörs)).{0,60}(?::|handlingar|underlag)$/iu.test(entry),
  )
}

function openMarks(text: string): string[] {
  return text.split(/(?<=\S) (?=[-–•*●] (?=\p{L}))|(?<=[\p{L}.] )(?=\d{1,2}[.)] \p{Lu})/u).map((piece) => piece.trim())
}

function clean(entries: readonly string[]): string[] {
  return entries
    .map((entry) => entry.replace(/[;,]$/, '').trim())
    .filter((entry) => entry !== '' && /\p{L}/u.test(entry))
}

const purpose = /^(?:för )?(?:kännedom|åtgärd|verkställighet|verkställande|information)(?: till)?\s*:?\s*/iu

export function receiversOf(lines: readonly FlatLine[]): string[] {
  const cells = lines.flatMap((line) =>
    line.text.split('\t').map((text, place) => ({ ...line, text: text.trim(), gap: place === 0 && line.gap })),
  )
  const opened = cells.flatMap((line) =>
    line.flat === true
      ? openMarks(line.text)
          .flatMap(sideBySide)
          .map((text) => ({ ...line, text, gap: true }))
      : [line],
  )
  const entries = clean(entriesOf(opened).map((entry) => entry.text.replace(purpose, '').replace(/[.]$/, '')))
  return entries.flatMap(splitList).filter((entry) => entry.length < 160)
}

/** "Stefan Ros Fastighetsbolaget Tekniska nämnden": running text with a receiver at each capital, two for a person's name. */
function sideBySide(text: string): string[] {
  if (/[,;.]/.test(text)) return [text]
  const receivers: string[] = []
  for (const word of text.split(' ')) {
    const before = receivers.at(-1)
    if (before !== undefined && goesOn(before, word)) receivers.splice(-1, 1, `${before} ${word}`)
    else receivers.push(word)
  }
  return receivers
}

function goesOn(before: string, word: string): boolean {
  if (!/^\p{Lu}/u.test(word) || word === 'AB' || isName(`${before} ${word}`)) return true
  return /(?:(?<![\p{L}\d])(?:och|för|till|i|av|Region|Stiftelsen|Föreningen)|-)$/u.test(before)
}

/** "Kommunstyrelsen, stadskontoret och revisionen" on one line are three; "Anna Berg, utredare" is one. */
function splitList(entry: string): string[] {
  const apart = entry
    .split(/;\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (apart.length > 1) return apart
  const parts = entry.split(/[,;] (?!(?:och|samt)?\s?\p{Ll}+nämnden)|[,;] (?=\p{L})/u).map((part) => part.trim())
  const names = parts.flatMap(splitAnd)
  const plausible = names.length > 1 && names.every((name) => name.split(' ').length <= 6 && isReceiver(name))
  return plausible ? names : [entry]
}

function splitAnd(part: string): string[] {
  const halves = part.split(/ (?:och|samt) /u)
  const apart = halves.length === 2 && halves.every((half) => !half.endsWith('-') && isReceiver(half))
  return apart ? halves : [part]
}

function isReceiver(name: string): boolean {
  return (
    isBodyLine(name) ||
    isUnit(name) ||
    /(?:revision|revisorer|bolag|AB|chef|råd|förening|verket|styrelse|myndighet|departement|registrator|diariet?)(?:en|et|na|n)?$/iu.test(
      name,
    )
  )
}
