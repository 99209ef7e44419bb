import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changesBetween, comesLate, obstaclesToCalling, type CallContent } from './call.ts'

const content = (ids: string, facts: Partial<CallContent> = {}): CallContent => ({
  heldOn: '2023-12-19',
  startsAt: '13:00',
  place: 'Stadshuset',
  items: [...ids].map((itemId, index) => ({
    itemId,
    position: index + 1,
    title: `Ärende ${itemId}`,
    papers: ['p'],
    isSecret: false,
  })),
  ...facts,
})

const told = (before: CallContent, now: CallContent) =>
  changesBetween(before, now).map(({ kind, title }) => (title === null ? kind : `${kind} ${title.at(-1)}`))

test('what is new since the last call is told of the meeting and of each matter, and what only makes room is not', () => {
  assert.deepEqual(told(content('abc'), content('abc')), [])
  assert.deepEqual(told(content('abc'), content('axbc')), ['added x'])
  assert.deepEqual(told(content('abc'), content('ac')), ['gone b'])
  assert.deepEqual(told(content('abcd'), content('bcda')), ['moved a'])
  assert.deepEqual(told(content('abc'), content('abc', { heldOn: '2023-12-20', place: null })), ['day', 'place'])
  const papers = content('ab').items.map((item) => ({
    ...item,
    papers: item.itemId === 'b' ? ['p', 'q'] : item.papers,
  }))
  assert.deepEqual(told(content('ab'), content('', { items: papers })), ['papers b'])
})

test('any two agendas: what was added, is gone or was moved leads from one to the other', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 }).map((list) => list.join(''))
  fc.assert(
    fc.property(ids, ids, (before, now) => {
      const changes = told(content(before), content(now))
      const of = (kind: string) => changes.flatMap((each) => (each.startsWith(kind) ? [each.slice(-1)] : []))
      const still = (all: string, without: readonly string[]) => [...all].filter((id) => !without.includes(id)).join('')

      assert.deepEqual(of('added').toSorted(), [...now].filter((id) => !before.includes(id)).toSorted())
      assert.equal(still(before, [...of('gone'), ...of('moved')]), still(now, [...of('added'), ...of('moved')]))
    }),
  )
})

test('A-03 a call needs a meeting to come, matters, somebody to call, and something new since the last', () => {
  const ask = (facts: Partial<Parameters<typeof obstaclesToCalling>[0]>) =>
    obstaclesToCalling({
      meeting: { state: 'planned', heldOn: '2023-12-19' },
      today: '2023-12-12',
      content: content('ab'),
      elected: 18,
      newcomers: 0,
      last: null,
      ...facts,
    }).length

  assert.equal(ask({}), 0)
  assert.equal(ask({ last: content('a') }), 0)
  assert.equal(ask({ last: content('ab') }), 1)
  assert.equal(ask({ last: content('ab'), newcomers: 1 }), 0)
  assert.equal(ask({ content: content(''), elected: 0 }), 2)
  assert.equal(ask({ meeting: { state: 'cancelled', heldOn: '2023-12-19' }, today: '2023-12-20' }), 2)
})

test('A-02 A-04 a matter called less than a week before the council meets is late there, and not in a board', () => {
  const council = { bodyKind: 'council', heldOn: '2023-12-19' } as const
  assert.equal(comesLate(council, '2023-12-12'), false)
  assert.equal(comesLate(council, '2023-12-13'), true)
  assert.equal(comesLate({ ...council, bodyKind: 'board' }, '2023-12-18'), false)
})
