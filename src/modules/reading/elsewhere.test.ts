import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMemo, readMemoSchema } from './index.ts'
import { codes, memoText, quoteOf } from './fixtures.ts'

test('initials in the plan are the board that the memo names, and a board nobody names is kept and said', () => {
  const ours = readMemo(memoText({ plan: 'SN AU 13 mars 2024\nSN 27 mars 2024' }))
  const theirs = readMemo(memoText({ plan: 'XYN AU 13 mars 2024\nXYN 27 mars 2024' }))

  assert.deepEqual(ours.planning, readMemo(memoText()).planning)
  assert.deepEqual(codes(ours), [])
  assert.deepEqual(theirs.planning, [
    { body: 'XYN', step: 'arbetsutskott', date: '2024-03-13' },
    { body: 'XYN', step: 'nämnd', date: '2024-03-27' },
  ])
  assert.equal(quoteOf(theirs, 'unknown-body'), 'XYN')
})

test('a line of the plan with a day and nobody who meets is said, not left out in silence', () => {
  const memo = readMemo(memoText({ plan: 'Samråd med förskolorna 2024-03-11\nSocialnämnden 2024-03-27' }))

  assert.deepEqual(
    memo.planning.map(({ date }) => date),
    ['2024-03-27'],
  )
  assert.equal(quoteOf(memo, 'plan-line-unread'), 'Samråd med förskolorna 2024-03-11')
})

test('a body of the plan that the municipality does not have is unknown, at whatever step it stands', () => {
  const plan = 'Fritidsnämndens arbetsutskott 2024-03-13\nSocialnämnden 2024-03-27'

  const memo = readMemo(memoText({ plan }), { bodies: [{ name: 'Socialnämnden' }] })

  assert.equal(quoteOf(memo, 'unknown-body'), 'fritidsnämnden')
})

test('letters that were saved in the wrong encoding, once or twice, are restored and said', () => {
  const right = memoText({ extra: 'Åsa ser – ”över” året.' })
  const doubled = new TextDecoder('windows-1252').decode(new TextEncoder().encode(right))
  const twice = new TextDecoder('windows-1252').decode(new TextEncoder().encode(doubled))

  for (const text of [doubled, twice]) {
    const { warnings, ...memo } = readMemo(text)
    const { warnings: none, ...expected } = readMemo(right)
    assert.deepEqual(memo, expected)
    assert.deepEqual([none, warnings.map(({ code }) => code)], [[], ['mojibake']])
  }
})

test('a text that only tells of wrong letters is left as it stands', () => {
  const memo = readMemo(memoText({ extra: 'Filen visade fullmÃ¤ktige i stället för fullmäktige.' }))

  assert.match(memo.summary ?? '', /fullmÃ¤ktige/)
  assert.deepEqual(codes(memo), [])
})

test('the head of a page is not taken for text, with a page mark before it or only the new page', () => {
  const head = 'Socialförvaltningen\tTjänsteskrivelse · SN-2024-77'
  const basis = (mark: string) => `- Tjänsteskrivelse 2024-03-04\n${mark}\f\n${head}\n\n- Plan för trygga parker`

  for (const mark of ['Sida 1 (2)\n', '']) {
    const memo = readMemo(`Socialförvaltningen\n\n${memoText({ basis: basis(mark) })}`)
    assert.deepEqual(memo.basis, ['Tjänsteskrivelse 2024-03-04', 'Plan för trygga parker'])
  }
})

test('a megabyte of one thing is read like anything else', () => {
  const million = 1_000_000
  for (const unit of [
    ' ',
    '-',
    'a',
    'A',
    '1',
    '.',
    '\n',
    '\t',
    'å',
    '(',
    'Ab ',
    'att ',
    'a@',
    '1 ',
    '- ',
    'Anna Berg ',
    'nämnden ',
    'och-',
    '§ 1 ',
    '2024-01-01 ',
    'Förslag till beslut ',
    'Dnr ',
    'Datum: ',
    'Till ',
    'Sammanfattning\n',
    'KS ',
    'A-',
    'a- och ',
    '0-1 ',
    '|a',
    'Beslutsunderlag Förslag ',
    'Ã¤',
    'SN AU ',
    '\f',
  ]) {
    const memo = readMemo(unit.repeat(million / unit.length))
    assert.deepEqual(readMemoSchema.parse(memo), memo, JSON.stringify(unit))
  }
})
