import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { speaking } from '../../kernel/words.ts'
import { readMemo, readMemoSchema } from './index.ts'
import { codes, memoText, quoteOf } from './fixtures.ts'

test('a memo without faults gets no warnings', () => {
  assert.deepEqual(readMemo(memoText()).warnings, [])
})

test('the file name is passed on, and is null where there is none', () => {
  assert.equal(readMemo(memoText(), { file: 'skrivelse.docx' }).file, 'skrivelse.docx')
  assert.equal(readMemo(memoText()).file, null)
})

test('a body that the municipality does not have is unknown, an alias is not', () => {
  const bodies = [{ name: 'Individ- och familjenämnden', aliases: ['IFN', 'Socialnämnden'] }]

  const known = readMemo(memoText(), { bodies })
  const unknown = readMemo(memoText(), { bodies: [{ name: 'Vård- och omsorgsnämnden' }] })

  assert.ok(!codes(known).includes('unknown-body'))
  assert.equal(quoteOf(unknown, 'unknown-body'), 'Socialnämnden')
})

test('a board written in two words is read as one, and said', () => {
  const memo = readMemo(memoText({ plan: 'Social nämndens arbetsutskott 2024-03-13\nMiljö nämnden 2024-03-27' }))

  assert.equal(memo.planning[1]?.body, 'miljönämnden')
  assert.ok(codes(memo).includes('body-name-variant'))
})

test('boards whose name is two words are left as they are', () => {
  for (const body of ['Tekniska nämnden', 'Sociala nämnden', 'Gemensamma nämnden', 'Stadsdelsnämnden']) {
    const memo = readMemo(memoText({ proposal: `${body} antar planen för trygga parker.`, plan: `${body} 2024-03-27` }))
    assert.deepEqual(memo.planning, [{ body: body.toLowerCase(), step: 'nämnd', date: '2024-03-27' }])
    assert.deepEqual(codes(memo), [], body)
  }
})

test('who decides must be in the plan', () => {
  const memo = readMemo(memoText({ proposal: 'Kommunstyrelsen antar planen för trygga parker.' }))
  assert.equal(quoteOf(memo, 'decider-not-in-plan'), 'Kommunstyrelsen')
})

test('a meeting on a Saturday, out of order or before the memo is questioned', () => {
  const memo = readMemo(memoText({ plan: 'Socialnämndens arbetsutskott 2024-03-30\nSocialnämnden 2024-02-28' }))

  assert.equal(quoteOf(memo, 'date-on-weekend'), '2024-03-30')
  assert.equal(quoteOf(memo, 'plan-out-of-order'), '2024-02-28')
  assert.equal(quoteOf(memo, 'plan-before-memo'), '2024-02-28')
})

test('a day that does not exist is said and not used', () => {
  const memo = readMemo(memoText({ plan: 'Socialnämnden 2024-02-30' }))

  assert.deepEqual(memo.planning, [{ body: 'socialnämnden', step: 'nämnd', date: null }])
  assert.equal(quoteOf(memo, 'impossible-date'), '2024-02-30')
})

test('a plan after the answer date is late, whether the date is given or stands in the memo', () => {
  assert.equal(quoteOf(readMemo(memoText(), { answerBy: '2024-03-20' }), 'plan-after-answer-date'), '2024-03-27')
  assert.ok(!codes(readMemo(memoText(), { answerBy: '2024-03-27' })).includes('plan-after-answer-date'))
  const inText = readMemo(memoText({ extra: 'Yttrandet ska ha kommit in senast den 20 mars 2024.' }))
  assert.equal(quoteOf(inText, 'plan-after-answer-date'), '2024-03-27')
})

test('the memo itself listed last, and a proposal that says too little, are pointed out', () => {
  const memo = readMemo(
    memoText({
      basis: '- Plan för trygga parker\n- Tjänsteskrivelse Lokal plan för trygga parker',
      proposal: 'Socialnämnden godkänner förslaget.',
    }),
  )

  assert.equal(quoteOf(memo, 'own-memo-last'), 'Tjänsteskrivelse Lokal plan för trygga parker')
  assert.equal(quoteOf(memo, 'proposal-not-self-contained'), 'Socialnämnden godkänner förslaget.')
})

test('two forms of dates, and two spellings of the number, are pointed out with both', () => {
  const memo = readMemo(memoText({ extra: 'Uppdraget gavs 231002 i ärendet SN 2024-77.' }))

  assert.equal(quoteOf(memo, 'mixed-date-formats'), '2024-03-04 / 231002')
  assert.equal(quoteOf(memo, 'case-number-variant'), 'SN-2024-77 / SN 2024-77')
})

test('a missing number and missing parts are named', () => {
  const memo = readMemo(
    'Tjänsteskrivelse\n2024-03-04\n\nTrygga parker i centrum\n\nFörslag till beslut\nSocialnämnden antar planen för trygga parker.\n',
  )

  assert.ok(codes(memo).includes('case-number-missing'))
  const missing = memo.warnings.filter((warning) => warning.code === 'missing-part').map((warning) => warning.quote)
  assert.deepEqual(missing, [
    'referens eller handläggare',
    'sammanfattning',
    'beslutsunderlag',
    'beslutsplanering',
    'vem beslutet skickas till',
    'ansvariga',
  ])
})

test('a warning speaks the language of the moment', () => {
  const memo = speaking('en', () => readMemo(memoText({ head: '' })))
  assert.equal(
    memo.warnings.find((warning) => warning.code === 'case-number-missing')?.message,
    'The memo has no case number.',
  )
})

test('case numbers of many kinds are read after their label and by their form', () => {
  const numbers = [
    'KS-2014/742.912',
    'KS/2017:96',
    'KS 2018/124',
    '13/33',
    '2023/BUN 0203 40',
    'BUN-2023-01234',
    'SN-2023-1541',
    'KSN-2022-00123',
    '0123/22',
    'MHN 2021/15-3',
    '1.5.1-135-2012',
    'N123-0456/20',
    '2023/312',
    'Ks 391/2019',
    'KSKF/2014:1',
    'SN 2024-00012-3',
  ]
  for (const number of numbers) assert.equal(readMemo(memoText({ head: `Dnr: ${number}` })).caseNumber, number)
})

test('a published series, a meeting and a span of years are no case numbers', () => {
  for (const words of [
    'SOU 2008:62',
    'SFS 2017:725',
    'TN 2024-03-26',
    'läsåret 2023/2024',
    'prop. 2020/21:1',
    'EU 2016/679',
  ]) {
    assert.equal(readMemo(memoText({ head: '', extra: `Se ${words}.` })).caseNumber, null, words)
  }
})

test('dates of many forms name the same day', () => {
  const forms = [
    '2024-03-04',
    '240304',
    '20240304',
    '4 mars 2024',
    'den 4 mars 2024',
    '4 mar. 2024',
    '4/3 2024',
    '2024.03.04',
    '4/3-2024',
    '2024–03–04',
  ]
  for (const form of forms) assert.equal(readMemo(memoText().replace('2024-03-04', form)).date, '2024-03-04', form)
})

test('any text at all gives the contract, and never fails', () => {
  const word = fc.constantFrom(
    'Förslag till beslut',
    'Sammanfattning',
    'Beslutsunderlag',
    'Datum',
    'Handläggare',
    'Dnr',
    'att ',
    '- ',
    '1. ',
    '2024-03-04',
    'Anna Berg',
    'Ansvariga',
    'nämnden',
    'Socialnämnden',
    '\n',
    '\n\n',
    '\t',
    '   ',
    ': ',
    'Tjänsteskrivelse',
    'föreslås besluta',
    '1 (2)',
    '@',
    '|',
    '§',
    'KS 2024/12',
    'chef',
    '[email protected]',
    '\r\n',
    '\u00a0',
    'och',
  )
  const texts = fc.oneof(
    fc.string({ maxLength: 3000, unit: 'binary' }),
    fc.array(word, { maxLength: 200 }).map((words) => words.join('')),
    fc.array(word, { maxLength: 100 }).map((words) => words.join(' ')),
  )

  fc.assert(
    fc.property(texts, (text) => {
      const memo = readMemo(text)
      assert.deepEqual(readMemoSchema.parse(memo), memo)
    }),
    { numRuns: 150 },
  )
})
