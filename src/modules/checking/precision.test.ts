/** Right texts give no alarm: the layouts of forty municipalities. And the memo that it all was made from gives those it should. */

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readMemo } from '../reading/index.ts'
import { house } from './fixtures.ts'
import { checkWriting, nothingKnown, usualRules, writtenFrom, type Known } from './index.ts'

const folder = join(import.meta.dirname, '..', 'reading', 'samples')

function checked(text: string, known: Known) {
  return checkWriting(writtenFrom(readMemo(text, { bodies: known.bodies }), text), known, usualRules)
}

/** Faults that are in the samples: parts that are not there, and what the reader says of them. */
const carried = new Set([
  'missing-part',
  'case-number-missing',
  'case-number-variant',
  'plan-after-answer-date',
  'date-on-weekend',
])
const leaning = new Set(['own-memo-last', 'proposal-not-self-contained', 'mixed-date-formats'])

for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
  test(`${name}: nothing is said but what its reader says`, () => {
    const text = readFileSync(join(folder, name), 'utf8')
    const read = new Set<string>(readMemo(text).warnings.map(({ code }) => code))

    const found = checked(text, nothingKnown)

    const more = found.filter(
      ({ code }) => code !== 'missing-part' && !(read.has(code) && (carried.has(code) || leaning.has(code))),
    )
    assert.deepEqual(
      more.map(({ code, quote }) => `${code} ${quote}`),
      [],
    )
  })
}

const flawed = `Tjänsteskrivelse

Datum: 2023-11-15
Vår referens: Elin Sand, planeringssekreterare

Remiss Uppdrag budget 2023 - Definiera och starta ett områdeslyft SN-2023-1541

Sammanfattning
Kommunstyrelsens arbetsutskott har beslutat att skicka förslaget på remiss till berörda nämnder och kommunala bolag.

Förslag till beslut
Servicekommittén godkänner förslaget till yttrande.

Beslutsunderlag
- Beslut från kommunstyrelsens arbetsutskott 231002 §430 Uppdrag budget 2023
- Förslag till yttrande Remiss om uppdrag i budget 2023
- Tjänsteskrivelse Remiss Uppdrag budget 2023 - Definiera och starta ett områdeslyft

Beslutsplanering
Service nämndens arbetsutskott 2023-12-07
Service nämnden 2023-12-19

Beslutet skickas till
Kommunstyrelsen

Ansvariga
Eva Lind, servicedirektör
`

test('the flaws of the memo it was all made from, each once, with the buttons that mend them', () => {
  const found = checked(flawed, {
    ...house,
    caseTitle: 'Remiss: Långsiktigt och strategiskt områdeslyft',
    records: null,
  })

  assert.deepEqual(
    found.map(({ severity, code, fix }) => [severity, code, fix?.label ?? null]),
    [
      ['must', 'proposal-not-self-contained', 'Skriv vad remissen gäller'],
      ['must', 'unknown-body', 'Skriv Servicenämnden'],
      ['should', 'body-name-variant', null],
      ['should', 'mixed-date-formats', 'Skriv alla som 2023-10-02'],
      ['should', 'own-memo-last', 'Flytta den först'],
    ],
  )
})
