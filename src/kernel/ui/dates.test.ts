import assert from 'node:assert/strict'
import { test } from 'node:test'
import { speaking } from '../words.ts'
import { awayText, clockText, dateText, dateTimeText, dayText, shortDayText } from './dates.ts'

test('a day is written with its weekday, in either language', () => {
  assert.equal(dayText('2023-12-19'), 'tis 19 dec 2023')
  assert.equal(dayText('2023-11-16'), 'tors 16 nov 2023')
  assert.equal(
    speaking('en', () => dayText('2023-12-19')),
    'Tue 19 Dec 2023',
  )
  assert.equal(shortDayText('2024-03-01'), '1 mars')
})

test('how far away a day is, is said as a person says it', () => {
  const from = (day: string): string => awayText(day, '2023-11-15')

  assert.deepEqual(['2023-11-15', '2023-11-16', '2023-11-14'].map(from), ['i dag', 'i morgon', 'i går'])
  assert.equal(from('2023-11-27'), 'om 12 dagar')
  assert.equal(from('2023-11-12'), 'för 3 dagar sedan')
  assert.equal(from('2024-01-14'), 'om 60 dagar')
  assert.equal(from('2024-01-31'), 'om 11 veckor')
  assert.equal(from('2024-03-15'), 'om 17 veckor')
  assert.equal(from('2024-07-15'), 'om 8 månader')
  assert.equal(from('2013-11-15'), 'för 10 år sedan')
  assert.equal(
    speaking('en', () => from('2023-11-27')),
    'in 12 days',
  )
  assert.equal(
    speaking('en', () => from('2023-11-14')),
    'yesterday',
  )
})

test('a night when the clock is moved counts as one day', () => {
  assert.equal(awayText('2026-03-30', '2026-03-28'), 'om 2 dagar')
  assert.equal(awayText('2026-10-26', '2026-10-24'), 'om 2 dagar')
})

test('a date carries the day for machines and who set it for people', () => {
  const { markup } = dateText('2023-12-29', '2023-11-15', { source: 'satt av KSAU § 430' })

  assert.match(markup, /<time datetime="2023-12-29">fre 29 dec 2023<\/time>/)
  assert.match(markup, /om 44 dagar/)
  assert.match(markup, /satt av KSAU §\u00a0430/)
})

test('an instant is written in Swedish time, whatever the machine keeps', () => {
  assert.match(dateTimeText('2023-12-19T22:30:00Z').markup, /tis 19 dec 2023 kl\. 23\.30/)
  assert.match(dateTimeText('2023-12-19T23:30:00Z').markup, /ons 20 dec 2023 kl\. 00\.30/)
  assert.equal(
    speaking('en', () => clockText('2023-12-19T07:12:00Z')),
    '08:12',
  )
})

test('what is not a day is shown as it is and breaks nothing', () => {
  assert.equal(dayText('våren 2024'), 'våren 2024')
  assert.equal(awayText('våren 2024', '2023-11-15'), '')
})
