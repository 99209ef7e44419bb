/** The round of thirty: who is asked, and what each writes. */

import { bodies } from '../seed/demo-city.ts'

export const questions = ['Vad anser ni om förslaget?', 'Vad behöver ni för att kunna genomföra det?'] as const

/** Boards that decide in time and that nothing happens to. */
export const plainBoards = ['sbn', 'mn', 'frn', 'fskf', 'grn', 'gyvf', 'asn', 'hvo', 'vn']
/** An absent head, a moved meeting, more time, a late answer. */
export const special = { absent: 'sn', moved: 'tn', extended: 'fsn', late: 'kn' } as const
export const administrations = [
  'stadsbyggnadskontoret',
  'kulturforvaltningen',
  'fritidsforvaltningen',
  'hvo-forvaltningen',
]
/** Those outside whose answers come by letter and are entered by the sender. */
export const byLetter = [
  ...['stadshus', 'parkering', 'malmo-live', 'stadsteatern', 'minc', 'boplats', 'leasing', 'va-syd'],
  ...['lansstyrelsen', 'hyresgasterna'],
]
export const onLink = 'mkb'
export const byWord = 'region-skane'
export const silent = 'sysav'
export const everyone = [
  ...plainBoards,
  ...Object.values(special),
  ...administrations,
  ...byLetter,
  ...[onLink, byWord, silent],
]

export function nameOf(key: string): string {
  const body = bodies.find((each) => each.key === key)
  if (body === undefined) throw new Error(`The seed has no body ${key}`)
  return body.name
}

/** What a body answers to each question: its own words, so that one in the wrong place is seen. */
export function wordsOf(key: string): readonly [string, string] {
  const name = nameOf(key)
  const number = everyone.indexOf(key) + 1
  return [
    `Vi i ${name} ser positivt på förslaget, med ${number} påpekanden om ”samordningen” – se bilaga ${number} a.`,
    `${name} behöver ${number} heltidstjänster & ${number},5 miljoner kronor år 1 < år 2; § ${number} i reglementet ändras.`,
  ]
}
