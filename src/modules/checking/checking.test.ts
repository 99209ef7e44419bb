import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMemo, codesOf, house, said } from './fixtures.ts'
import { checkCodes, checkWriting, usualRules, type WritingRules } from './index.ts'

test('a memo without faults gives nothing, whatever is asked for', () => {
  assert.deepEqual(said(aMemo(), { summaryMost: 200, dateForm: 'iso' }), [])
})

type Row = {
  readonly code: string
  readonly written: Parameters<typeof aMemo>[0]
  readonly quote: string | null
  readonly fix?: string
  readonly rules?: Partial<WritingRules>
}

const faults: readonly Row[] = [
  { code: 'missing-part', written: { sendTo: [] }, quote: null },
  { code: 'missing-part', written: { planning: [] }, quote: null },
  {
    code: 'proposal-not-self-contained',
    written: { proposals: ['Servicenämnden godkänner förslaget till yttrande.'] },
    quote: 'Servicenämnden godkänner förslaget till yttrande.',
    fix: 'Skriv vad remissen gäller',
  },
  {
    code: 'unknown-body',
    written: { proposals: ['Servicekommittén lämnar yttrandet om cykelvägar i öster som sitt eget.'] },
    quote: 'Servicekommittén',
    fix: 'Skriv Servicenämnden',
  },
  {
    code: 'body-name-variant',
    written: { body: 'Service nämnden har fått frågan förut.' },
    quote: 'Service nämnden',
    fix: 'Skriv Servicenämnden',
  },
  {
    code: 'body-not-in-organisation',
    written: { body: 'Frågan hör till grundskolnämnden.' },
    quote: 'grundskolnämnden',
    fix: 'Skriv grundskolenämnden',
  },
  {
    code: 'body-not-in-organisation',
    written: { body: 'Det är servicekommitténs uppgift.' },
    quote: 'servicekommitténs',
    fix: 'Skriv servicenämndens',
  },
  {
    code: 'decider-not-in-plan',
    written: { proposals: ['Tekniska nämnden antar planen för cykelvägar i öster 2024.'] },
    quote: 'Tekniska nämnden',
  },
  {
    code: 'date-on-weekend',
    written: { planning: [{ body: 'servicenämnden', date: '2023-12-16' }] },
    quote: '2023-12-16',
  },
  { code: 'impossible-date', written: { body: 'Beslut den 2023-02-30.' }, quote: '2023-02-30' },
  {
    code: 'plan-after-answer-date',
    written: { planning: [{ body: 'servicenämnden', date: '2024-01-16' }] },
    quote: '2024-01-16',
  },
  {
    code: 'plan-before-memo',
    written: { planning: [{ body: 'servicenämnden', date: '2023-11-07' }] },
    quote: '2023-11-07',
  },
  {
    code: 'plan-out-of-order',
    written: {
      planning: [
        { body: 'servicenämndens arbetsutskott', date: '2023-12-20' },
        { body: 'servicenämnden', date: '2023-12-19' },
      ],
    },
    quote: '2023-12-19',
  },
  {
    code: 'mixed-date-formats',
    written: { body: 'Förslaget kom 231002.' },
    quote: '2023-11-15 / 231002',
    fix: 'Skriv alla som 2023-10-02',
  },
  {
    code: 'date-format',
    written: { body: 'Förslaget kom 231002 och 2023/11/01.' },
    quote: '231002',
    fix: 'Skriv alla som 2023-10-02',
    rules: { dateForm: 'iso' },
  },
  {
    code: 'date-format',
    written: { body: 'Förslaget kom 2023-10-02.' },
    quote: '2023-10-02',
    fix: 'Skriv alla som 2 oktober 2023',
    rules: { dateForm: 'words' },
  },
  {
    code: 'date-not-in-plan',
    written: { body: 'Servicenämnden behandlar ärendet den 2023-12-20.' },
    quote: '2023-12-20',
    fix: 'Skriv 2023-12-19',
  },
  {
    code: 'answer-date-differs',
    written: { body: 'Svaret ska lämnas senast den 19 december 2023.' },
    quote: '19 december 2023',
    fix: 'Skriv 29 december 2023',
  },
  {
    code: 'own-memo-last',
    written: { basis: ['Remiss om cykelvägar, 2023-10-02', 'Tjänsteskrivelse Remiss om cykelvägar i öster'] },
    quote: 'Tjänsteskrivelse Remiss om cykelvägar i öster',
    fix: 'Flytta den först',
  },
  {
    code: 'case-number-variant',
    written: { body: 'Ärendet har nummer SN 2023/1541.' },
    quote: 'SN-2023-1541 / SN 2023/1541',
    fix: 'Skriv SN-2023-1541',
  },
  { code: 'summary-too-long', written: {}, quote: null, rules: { summaryMost: 20 } },
  { code: 'summary-too-long', written: {}, quote: null, rules: { summaryMost: 3, summaryUnit: 'words' } },
  {
    code: 'missing-heading',
    written: {},
    quote: null,
    fix: 'Lägg till rubriken',
    rules: { headings: ['Barnets rättigheter'] },
  },
  {
    code: 'missing-heading',
    written: { headings: [{ text: 'Barnets rättigheter', hasWords: false }] },
    quote: 'Barnets rättigheter',
    rules: { headings: ['Barnets rättigheter'] },
  },
  { code: 'case-not-found', written: { body: 'Frågan prövades i SN-2021-99.' }, quote: 'SN-2021-99' },
  { code: 'attachment-not-found', written: { body: 'Kostnaden står i bilaga 4.' }, quote: 'bilaga 4' },
  { code: 'undefined-abbreviation', written: { body: 'Arbetet med LUA fortsätter. LUA är nytt.' }, quote: 'LUA' },
  {
    code: 'undefined-abbreviation',
    written: { body: 'Arbetet med LUA fortsätter.' },
    quote: 'LUA',
    fix: 'Skriv ut: lokalt utvecklingsarbete',
    rules: { abbreviations: [{ letters: 'LUA', stands: 'lokalt utvecklingsarbete' }] },
  },
  {
    code: 'long-sentence',
    written: { body: `${'och så vidare '.repeat(15)}slut.` },
    quote: 'och så vidare och så vidare och så',
  },
  { code: 'legalese', written: { body: 'Åtgärden erfordras nu.' }, quote: 'erfordras', fix: 'Skriv ”behövs”' },
]

for (const { code, written, quote, fix, rules } of faults) {
  test(`${code}: ${quote ?? JSON.stringify(rules ?? written)} is said, and nothing else`, () => {
    const found = said(aMemo(written), rules)

    assert.deepEqual(codesOf(found), [code])
    assert.equal(found[0]?.quote, quote)
    assert.equal(found[0]?.fix?.label, fix)
    assert.ok((found[0]?.why ?? '') !== '' && (found[0]?.source ?? '') !== '')
  })
}

const right: readonly string[] = [
  'Länsstyrelsen och Socialstyrelsen har yttrat sig. Bolagsstyrelsen också.',
  'Lunds kommuns tekniska nämnd har gjort likadant.',
  'Kulturnämnden i Göteborg har svarat.',
  'Nämndens egna nämndsmål och styrelsens beslut gäller.',
  'Lokalt utvecklingsarbete (LUA) är nytt. Med LUA menas arbete i hela staden.',
  'LUA (lokalt utvecklingsarbete) är nytt.',
  'EU, SKR, SCB och LOU är kända. Bolaget MKB svarar själv. Kap. IV gäller.',
  'Regeringens nummer M2023/00123 och Lunds KS 2023/0456 prövas inte här.',
  'Ärendet hos stadskontoret är STK-2023-1042.',
  'Se bilaga 1.',
  'Kommunstyrelsen beslutade den 2 oktober 2023 om remissen.',
  'Servicenämnden beslutade 2023-09-19 om sin budget.',
  'Svaret ska lämnas senast den 29 december 2023.',
  'Remissen skickades den 2 oktober 2023 och svaret är klart.',
]

for (const body of right) {
  test(`no alarm: ${body}`, () => {
    assert.deepEqual(codesOf(said(aMemo({ body }), { dateForm: null })), [])
  })
}

test('a statement is asked about its questions and its position, not about the parts of a memo', () => {
  const open = [{ number: 2, question: 'Vilka områden?', field: 'answers.1.text', isRequired: false }]
  const statement = { ...aMemo(), kind: 'statement', memo: null, open, isStanceOpen: true } as const

  const found = said(statement, { headings: ['Barnets rättigheter'] })

  assert.deepEqual(codesOf(found), ['question-open', 'stance-open'])
  assert.deepEqual(
    said({ ...statement, open: [{ number: 2, question: 'Vilka?', field: 'answers.1.text', isRequired: true }] }).map(
      ({ code, severity }) => `${code} ${severity}`,
    ),
    ['question-open must', 'stance-open should'],
  )
})

test('a check that is switched off says nothing', () => {
  const off = ['undefined-abbreviation', 'legalese']

  assert.deepEqual(said(aMemo({ body: 'LUA erfordras.' }), { off }), [])
})

test('the key of a finding holds while its sentence does, and is another when it changes', () => {
  const keyIn = (body: string) => said(aMemo({ body }))[0]?.key

  const first = keyIn('Arbetet med LUA fortsätter. Det är bra.')

  assert.equal(keyIn('Något annat. Arbetet med LUA fortsätter. Det är mycket bra.'), first)
  assert.notEqual(keyIn('Arbetet med LUA upphör. Det är bra.'), first)
})

test('the heaviest comes first, and many of one kind are not all listed', () => {
  const bodies = Array.from({ length: 40 }, (_, at) => `Se SN-2019-${at + 1}.`).join(' ')

  const found = said(aMemo({ body: bodies, sendTo: [] }))

  assert.equal(found[0]?.code, 'missing-part')
  assert.equal(found.length, 26)
})

test('every check has a name, a reason and a source', () => {
  assert.equal(new Set(checkCodes).size, checkCodes.length)
  assert.deepEqual(checkWriting(aMemo(), house, usualRules), [])
})
