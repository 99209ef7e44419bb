import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import {
  areas,
  authorities,
  bodies,
  meetings,
  memberships,
  neighbours,
  otherAnswers,
  people,
  serviceAnswer,
  story,
  theCase,
  themes,
} from './demo-city.ts'
import type { BoardAnswer, Memo, Role } from './demo-city.ts'
import { addDays } from './working-days.ts'

const everyAnswer: readonly BoardAnswer[] = [serviceAnswer, ...otherAnswers]
const everyMemo: readonly Memo[] = [theCase.proposalMemo, ...everyAnswer.map(({ memo }) => memo)]
const everything = [authorities, bodies, people, memberships, meetings, theCase, everyAnswer, neighbours, areas, themes]

const keysOf = (rows: readonly { readonly key: string }[]): ReadonlySet<string> => new Set(rows.map(({ key }) => key))
const bodyKeys = keysOf(bodies)
const personKeys = keysOf(people)
const authorityKeys = keysOf(authorities)

function everyStringIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(everyStringIn)
  return []
}

const isRealDay = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && addDays(day, 0) === day

const missingFrom = (known: ReadonlySet<string>, used: readonly string[]): readonly string[] =>
  used.filter((key) => !known.has(key))

test('every key is used once', () => {
  for (const rows of [authorities, bodies, people, areas, themes, theCase.referral.questions]) {
    assert.equal(keysOf(rows).size, rows.length)
  }
  assert.equal(new Set(people.map(({ email }) => email)).size, people.length)
  assert.equal(new Set(authorities.map(({ prefix }) => prefix)).size, authorities.length)
})

test('every body has a known authority, and a parent that stands before it', () => {
  const seen = new Set<string>()
  for (const body of bodies) {
    if (body.authority) assert.ok(authorityKeys.has(body.authority), body.key)
    if (body.parent) assert.ok(seen.has(body.parent), `${body.key} comes before its parent`)
    seen.add(body.key)
  }
})

test('every reference to a body, a person, an area or a theme leads somewhere', () => {
  const usedBodies = [
    ...memberships.map(({ body }) => body),
    ...meetings.map(({ body }) => body),
    ...theCase.referral.recipients,
    ...theCase.assignment.together,
    ...everyAnswer.flatMap(({ body, answers }) => [body, ...answers.flatMap((each) => each.body ?? [])]),
    ...everyMemo.flatMap(({ planning }) => planning.map(({ body }) => body)),
  ]
  const usedPeople = [
    ...memberships.map(({ person }) => person),
    ...Object.values(story).flat(),
    ...everyMemo.flatMap(({ author, responsible }) => [author, ...responsible]),
    ...neighbours.map(({ officer }) => officer),
  ]
  const answers = everyAnswer.flatMap((each) => each.answers)

  assert.deepEqual(missingFrom(bodyKeys, usedBodies), [])
  assert.deepEqual(missingFrom(personKeys, usedPeople), [])
  assert.deepEqual(
    missingFrom(
      keysOf(areas),
      answers.flatMap((each) => each.areas ?? []),
    ),
    [],
  )
  assert.deepEqual(
    missingFrom(
      keysOf(themes),
      answers.flatMap((each) => each.themes ?? []),
    ),
    [],
  )
  assert.deepEqual(
    missingFrom(
      authorityKeys,
      neighbours.map(({ authority }) => authority),
    ),
    [],
  )
})

test('every authority has a registrar, a case officer, a head and a secretary', () => {
  const needed: readonly Role[] = ['registrar', 'case_officer', 'head', 'secretary']
  const authorityOf = new Map(bodies.map(({ key, authority }) => [key, authority]))
  for (const { key } of authorities) {
    const roles = memberships.filter(({ body }) => authorityOf.get(body) === key).map(({ role }) => role)
    assert.deepEqual(missingFrom(new Set(roles), needed), [], key)
  }
})

test('the boards of the story are full: a chair, two vice chairs, members, and substitutes in order', () => {
  for (const key of ['ks', 'ksau', 'sn', 'grn', 'fsn', 'tn']) {
    const seats = memberships.filter(({ body, to }) => body === key && to === null)
    const count = (role: Role) => seats.filter((seat) => seat.role === role).length
    assert.deepEqual([count('chair'), count('first_vice_chair'), count('second_vice_chair')], [1, 1, 1], key)
    assert.ok(count('member') >= 2, key)

    const orders = seats.filter(({ role }) => role === 'substitute').map(({ order }) => order)
    assert.deepEqual(
      orders,
      orders.map((_, index) => index + 1),
      key,
    )
    assert.ok(orders.length >= 2, key)
  }
})

test('nobody holds the same role twice in a body at the same time', () => {
  const held = memberships.filter(({ to }) => to === null).map(({ person, body, role }) => `${person} ${body} ${role}`)
  assert.equal(new Set(held).size, held.length)
})

test('the people of the story have the posts that the story needs', () => {
  const holds = (person: string, body: string, role: Role): boolean =>
    memberships.some((post) => post.person === person && post.body === body && post.role === role)

  assert.ok(holds(story.planningSecretary, 'stadskontoret', 'case_officer'))
  assert.ok(holds(story.registrarSTK, 'stadskontoret', 'registrar'))
  assert.ok(holds(story.secretaryKSAU, 'ksau', 'secretary'))
  assert.ok(holds(story.registrarSN, 'serviceforvaltningen', 'registrar'))
  assert.ok(holds(story.caseOfficerSN, 'serviceforvaltningen', 'case_officer'))
  assert.ok(story.headsSN.every((head) => holds(head, 'serviceforvaltningen', 'head')))
  assert.ok(holds(story.boardSecretarySN, 'sn', 'secretary'))
})

/** SHA-256 of the lower-case names of the office-holders in the public record, so that the names are not written here. */
const realNames: ReadonlySet<string> = new Set([
  '729424447ac27a42cf6426faf594bedd599d2e983e742d6757d955c0107263d0',
  '397c9a52ad8a267bb985ebbaf678cf5dfb65018f8e9a6e7318aaf333d4322803',
  'e09a12e9359ddff5a1e18b5185cbf8a39450af8bc70d475ed4591ebd62b32bc7',
  '9290a90b0db007a47a3ec357a024a8b1b2159fd4a7404ac5ead358f23f81a475',
  'd1026fc001aa24d2cfc1bf1b5a0971a74a20c2d6b1862b7a082925f54ad2afd8',
  '8032ed9f1ca923dfa613acea1c8bce8c1c49ae347a6cddbbd3b39c3ce934c78c',
])

test('no real office-holder occurs anywhere', () => {
  const hash = (name: string): string => createHash('sha256').update(name).digest('hex')
  for (const text of everyStringIn(everything)) {
    const words = text.toLowerCase().split(/[^\p{L}-]+/u)
    const names = words.flatMap((_, at) => [words.slice(at, at + 2).join(' '), words.slice(at, at + 3).join(' ')])
    assert.deepEqual(
      names.filter((name) => realNames.has(hash(name))),
      [],
    )
  }
})

test('nobody can be reached by accident: addresses end in .example and numbers are those kept for fiction', () => {
  for (const { email } of [...people, ...bodies]) assert.match(email, /^[a-z.-]+@[a-z-]+\.example$/)
  for (const { phone } of people) assert.match(phone, /^(040-628 04 \d\d|070-174 06 \d\d)$/)
})

test('every date is a real day', () => {
  const dates = [
    ...meetings.map(({ date }) => date),
    ...memberships.flatMap(({ from, to }) => (to ? [from, to] : [from])),
    ...everyMemo.flatMap(({ date, planning }) => [date, ...planning.map((step) => step.date)]),
    ...everyAnswer.map(({ decidedOn }) => decidedOn),
    theCase.assignment.decidedOn,
    theCase.decisionToSend.date,
    theCase.referral.sentOn,
    theCase.referral.answerBy,
  ]
  assert.deepEqual(
    dates.filter((day) => !isRealDay(day)),
    [],
  )
  assert.ok(memberships.every(({ from, to }) => to === null || from < to))
})

const meets = (body: string, date: string): boolean =>
  meetings.some((meeting) => meeting.body === body && meeting.date === date)

test('every answer is planned on days when its bodies meet, before the answer day', () => {
  for (const { body, memo, decidedOn } of everyAnswer) {
    const days = memo.planning.map(({ date }) => date)
    assert.deepEqual(days, days.toSorted(), body)
    assert.ok(memo.date < (days[0] ?? ''), body)
    assert.equal(days.at(-1), decidedOn, body)
    assert.ok(decidedOn <= theCase.referral.answerBy, body)
    for (const step of memo.planning) assert.ok(meets(step.body, step.date), `${step.body} ${step.date}`)
  }
})

test('every answer comes from a recipient, under its own prefix, and covers all four questions in order', () => {
  const questions = theCase.referral.questions.map(({ key }) => key)
  assert.equal(questions.length, 4)
  for (const { body, caseNumber, answers } of everyAnswer) {
    const prefix = authorities.find(({ key }) => key === body)?.prefix
    assert.ok(theCase.referral.recipients.includes(body), body)
    assert.match(caseNumber, new RegExp(`^${prefix}-2023-\\d+$`))
    assert.deepEqual(
      answers.map(({ question }) => question),
      questions,
    )
  }
})

test('an answer has what its question asks for, unless the body abstains', () => {
  const full = everyAnswer.filter(({ overall }) => overall !== 'abstain')
  assert.ok(full.length >= 9)
  for (const { body, answers } of full) {
    const [processes, places, , coordinator] = answers
    assert.ok((processes?.processes?.length ?? 0) >= 2, body)
    assert.ok((places?.areas?.length ?? 0) >= 1 && (places?.themes?.length ?? 0) >= 1, body)
    assert.ok((places?.areas?.length ?? 0) <= 5 && (places?.themes?.length ?? 0) <= 5, body)
    assert.ok(coordinator?.body, body)
  }
})

test('the answers differ as answers do: stances, nominations, an abstention and a remark outside the questions', () => {
  const nominated = new Set(everyAnswer.flatMap(({ answers }) => answers.flatMap((each) => each.body ?? [])))
  const stances = new Set(everyAnswer.map(({ overall }) => overall))

  assert.ok(nominated.size >= 4)
  for (const stance of ['support', 'partly_support', 'partly_oppose', 'abstain'] as const)
    assert.ok(stances.has(stance))
  const schools = otherAnswers.find(({ body }) => body === 'grn')
  assert.match(schools?.outsideTheQuestions.join(' ') ?? '', /barnkonsekvensanalys/)
})

test('the memo has its own memo first, and each proposal names its board', () => {
  for (const { body, memo } of everyAnswer) {
    const name = bodies.find(({ key }) => key === body)?.name ?? ''
    assert.ok(memo.basis[0]?.startsWith(`Tjänsteskrivelse ${memo.date}`), body)
    for (const proposal of memo.proposals) assert.ok(proposal.toLowerCase().startsWith(name), `${body}: ${proposal}`)
  }
})

test('the neighbouring cases lie before today, in the order in which things happened', () => {
  assert.ok(neighbours.length >= 25)
  for (const { title, items } of neighbours) {
    const days = items.map(({ day }) => day)
    assert.ok(items.length >= 2 && items.length <= 5, title)
    assert.deepEqual(
      days,
      days.toSorted((a, b) => a - b),
      title,
    )
    assert.ok(
      days.every((day) => day <= 0),
      title,
    )
  }
  assert.deepEqual(missingFrom(new Set(neighbours.map(({ authority }) => authority)), [...authorityKeys]), [])
})

test('texts are clean: nothing empty, no stray space, no title over 200 characters', () => {
  for (const text of everyStringIn(everything)) {
    assert.notEqual(text, '')
    assert.equal(text, text.trim())
    assert.equal(text, text.normalize('NFC'))
    assert.doesNotMatch(text, / {2}|\s[,.]/)
  }
  const titles = [
    theCase.caseTitle,
    theCase.referral.title,
    theCase.assignment.title,
    ...everyMemo.map(({ title }) => title),
    ...theCase.referral.documents.map(({ title }) => title),
    ...neighbours.flatMap(({ title, items }) => [title, ...items.map((item) => item.title)]),
  ]
  assert.deepEqual(
    titles.filter((title) => title.length > 200),
    [],
  )
})
