/** Advice on the language (språklagen § 11): sentences that are too long, words that only officials use. */

import { text } from '../text.ts'
import { sentencesOf } from './dates.ts'
import { placeOf, replaceAt, type Found } from './finding.ts'
import type { WritingRules } from './rules.ts'
import { runningPieces, type Known, type Written } from './written.ts'

export function longSentences(written: Written, _: Known, { sentenceMost }: WritingRules): Found[] {
  return runningPieces(written).flatMap((piece) =>
    sentencesOf(piece.text).flatMap(({ words, index }): Found[] => {
      const count = words.match(/\S+/g)?.length ?? 0
      if (count <= sentenceMost) return []
      const start = words.trimStart()
      const quote = start.split(/\s+/).slice(0, 8).join(' ')
      const place = placeOf(piece, quote, index + words.length - start.length)
      return [{ code: 'long-sentence', message: text.message.longSentence(count), quote, place }]
    }),
  )
}

/** Old words of offices, and what people say. From the list of the Government Offices (Svarta listan). */
const plainer: Readonly<Record<string, string>> = {
  medelst: 'med',
  jämlikt: 'enligt',
  jämväl: 'också',
  erfordras: 'behövs',
  erforderlig: 'nödvändig',
  erforderliga: 'nödvändiga',
  erlägga: 'betala',
  ifrågavarande: 'den här',
  nyttja: 'använda',
  nyttjas: 'används',
  rörande: 'om',
  såframt: 'om',
  ävenledes: 'också',
  därest: 'om',
  enär: 'eftersom',
  städse: 'alltid',
  emedan: 'eftersom',
  huruvida: 'om',
  anmoda: 'uppmana',
  tillse: 'se till',
  implementeras: 'införas',
  implementera: 'införa',
}

const old = new RegExp(`(?<!\\p{L})(?:${Object.keys(plainer).join('|')})(?!\\p{L})`, 'giu')

export function officialWords(written: Written): Found[] {
  return runningPieces(written).flatMap((piece) =>
    [...piece.text.matchAll(old)].map((match): Found => {
      const [word] = match
      const better = plainer[word.toLowerCase()] ?? word
      const place = placeOf(piece, word, match.index)
      const by = /^\p{Lu}/u.test(word) ? better.charAt(0).toLocaleUpperCase('sv') + better.slice(1) : better
      return {
        code: 'legalese',
        message: text.message.plainer(word, better),
        quote: word,
        place,
        fix: { label: text.fix.word(by), edits: [replaceAt(place, word, by)] },
      }
    }),
  )
}
