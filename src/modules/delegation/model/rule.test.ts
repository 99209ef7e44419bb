import assert from 'node:assert/strict'
import { test } from 'node:test'
import { obstaclesToDeciding, obstaclesToDecidingUrgently, urgentFault } from './decision.ts'
import { isDelegate, keptByTheBoard, obstaclesToRule, type Holder, type RuleAsked, type RuleInForce } from './rule.ts'
import { obstaclesToAdopting, obstaclesToPassingOn, stateOf } from './scheme.ts'
import { readSheet, rowsOf, sheetRows } from './sheet.ts'

const asked: RuleAsked = {
  number: '3.2',
  heading: 'Hyra av lokal',
  scope: 'Hyra upp till tre år',
  delegateKind: 'employee',
  delegateRole: 'head',
  delegateBodyId: null,
  delegatePersonId: null,
  delegate: 'Chef',
  legalBasis: null,
  conditions: null,
  nature: 'economy',
  reason: 'Ramen är beslutad av nämnden',
  appeal: 'legality',
  isReported: true,
  mayBePassedOn: false,
}

const rule: RuleInForce = {
  ...asked,
  nature: 'economy',
  id: 'r',
  schemeId: 's',
  bodyId: 'board',
  bodyName: 'servicenämnden',
  authorityId: 'sn',
  version: 1,
  validFrom: '2023-01-01',
  validTo: '2023-12-31',
}

const holder = (terms: Holder['terms'], rest: Partial<Holder> = {}): Holder => ({
  personId: 'p',
  isDirector: false,
  terms,
  ...rest,
})
const term = (role: Holder['terms'][number]['role'], bodyId = 'board', authorityId = 'sn') => ({
  role,
  bodyId,
  authorityId,
})

test('A-85 the six kinds of delegate are known by role, body or name', () => {
  const isTheirs = (changes: Partial<RuleInForce>, who: Holder) => isDelegate({ ...rule, ...changes }, who)
  const presidium = { delegateKind: 'presidium', delegateRole: null } as const
  const member = { delegateKind: 'member', delegateRole: null } as const
  const committee = { delegateKind: 'committee', delegateRole: null, delegateBodyId: 'au' } as const

  assert.equal(isTheirs(presidium, holder([term('second_vice_chair')])), true)
  assert.equal(isTheirs(presidium, holder([term('member')])), false)
  assert.equal(isTheirs({ ...presidium, delegateRole: 'chair' }, holder([term('second_vice_chair')])), false)
  assert.equal(isTheirs(committee, holder([term('secretary', 'au')])), true)
  assert.equal(isTheirs(committee, holder([term('chair')])), false)
  assert.equal(isTheirs(member, holder([term('member')])), true)
  assert.equal(isTheirs({ ...member, delegatePersonId: 'q' }, holder([term('member')])), false)
  assert.equal(isTheirs({ delegateKind: 'substitute', delegateRole: null }, holder([term('substitute')])), true)
  assert.equal(isTheirs({}, holder([term('head', 'office')])), true)
  assert.equal(isTheirs({}, holder([term('head', 'office', 'tn')])), false)
  assert.equal(isTheirs({ delegateRole: 'director' }, holder([term('head', 'office')])), false)
  assert.equal(isTheirs({ delegateRole: 'director' }, holder([], { isDirector: true })), true)
  assert.equal(isTheirs({ delegateKind: 'automated', delegateRole: null, delegatePersonId: 'p' }, holder([])), true)
})

test('A-86 what KL 6:38 keeps with the board is refused, each with its paragraph', () => {
  const refused = keptByTheBoard.map((nature) => obstaclesToRule({ ...asked, nature }))

  assert.deepEqual(
    refused.map((reasons) => reasons.length),
    [1, 1, 1, 1, 1],
  )
  for (const [index, reasons] of refused.entries()) assert.match(reasons.join(), new RegExp(`6 kap. 38 § ${index + 1}`))
})

test('A-88 a rule must say why it can be delegated', () => {
  assert.deepEqual(obstaclesToRule(asked), [])
  assert.match(obstaclesToRule({ ...asked, reason: ' ' }).join(), /varför ärendet kan delegeras/)
})

test('A-89 an automated function never decides under chapter 13, in procurement or in a choice system', () => {
  const automated = { ...asked, delegateKind: 'automated', delegateRole: null, delegatePersonId: 'p' } as const

  assert.match(obstaclesToRule(automated).join(), /laglighetsprövning/)
  assert.match(obstaclesToRule({ ...automated, appeal: 'none', nature: 'procurement' }).join(), /upphandling/)
  assert.match(obstaclesToRule({ ...automated, appeal: 'none', nature: 'choice_system' }).join(), /valfrihetssystem/)
  assert.deepEqual(obstaclesToRule({ ...automated, appeal: 'administrative', nature: 'individual' }), [])
})

test('A-87 a statement to the council is not decided by delegation, one to the executive board is', () => {
  const deciding = {
    rule,
    theCase: { authorityId: 'sn', state: 'open' },
    decidedOn: '2023-06-01',
    isTheirs: true,
  } as const
  const to = (addressee: 'council' | 'appealed' | 'executive_board' | 'other') =>
    obstaclesToDeciding({ ...deciding, addressee }, '2023-06-02')

  assert.match(to('council').join(), /6 kap. 38 § 2/)
  assert.match(to('appealed').join(), /överklagats/)
  assert.deepEqual([to('executive_board'), to('other')], [[], []])
})

test('a rule is used in its own authority, while it is in force, by its delegate, in an open case, not ahead of the day', () => {
  const fine = {
    rule,
    theCase: { authorityId: 'sn', state: 'open' },
    decidedOn: '2023-06-01',
    isTheirs: true,
    addressee: 'nobody',
  } as const
  const why = (changes: object) => obstaclesToDeciding({ ...fine, ...changes }, '2023-06-01').length

  assert.deepEqual(
    [
      why({}),
      why({ theCase: { authorityId: 'tn', state: 'open' } }),
      why({ theCase: { authorityId: 'sn', state: 'closed' } }),
      why({ decidedOn: '2022-12-31' }),
      why({ decidedOn: '2023-06-02' }),
      why({ isTheirs: false }),
      why({ rule: { ...rule, validFrom: null } }),
    ],
    [0, 1, 1, 1, 1, 1, 1],
  )
})

test('A-90 an urgent decision needs that the board gave the power to the chair, or to a member by name', () => {
  const urgent = { ...asked, nature: 'urgent' } as const
  const deciding = { theCase: { authorityId: 'sn', state: 'open' }, decidedOn: '2023-06-01', isTheirs: true } as const

  assert.match(obstaclesToRule(urgent).join(), /6 kap. 39/)
  assert.deepEqual(obstaclesToRule({ ...urgent, delegateKind: 'presidium', delegateRole: 'chair' }), [])
  assert.deepEqual(
    obstaclesToRule({ ...urgent, delegateKind: 'member', delegateRole: null, delegatePersonId: 'p' }),
    [],
  )
  assert.equal(
    obstaclesToRule({ ...urgent, delegateKind: 'presidium', delegateRole: 'chair', isReported: false }).length,
    1,
  )
  assert.match(obstaclesToDecidingUrgently({ ...deciding, rule }, '2023-06-01').join(), /brådskande/)
  assert.deepEqual(obstaclesToDecidingUrgently({ ...deciding, rule: { ...rule, nature: 'urgent' } }, '2023-06-01'), [])
})

test('A-91 an urgent decision on no agenda is an open violation, on a later one it was late', () => {
  const decided = { decidedOn: '2023-11-01', nextOn: '2023-11-21' }

  assert.equal(urgentFault({ ...decided, reportedOn: null }), 'open')
  assert.equal(urgentFault({ ...decided, reportedOn: '2023-12-19' }), 'late')
  assert.equal(urgentFault({ ...decided, reportedOn: '2023-11-21' }), null)
  assert.equal(urgentFault({ ...decided, reportedOn: null, nextOn: null }), 'open')
})

test('A-93 only the director passes on, only what the board allowed, to an employee, while it holds', () => {
  const allowed = { rule: { ...rule, mayBePassedOn: true }, isDirector: true, isEmployed: true, day: '2023-06-01' }

  assert.deepEqual(obstaclesToPassingOn(allowed), [])
  assert.equal(obstaclesToPassingOn({ ...allowed, isDirector: false }).length, 1)
  assert.equal(obstaclesToPassingOn({ ...allowed, isEmployed: false }).length, 1)
  assert.equal(obstaclesToPassingOn({ ...allowed, rule }).length, 1)
  assert.equal(obstaclesToPassingOn({ ...allowed, day: '2024-01-01' }).length, 1)
  assert.match(obstaclesToRule({ ...asked, mayBePassedOn: true }).join(), /förvaltningschefen/)
})

test('a scheme holds from the day the board decided it at the earliest, and not before the one it replaces', () => {
  const draft = { validFrom: null, ruleCount: 4 }
  const days = { today: '2023-03-01', latestFrom: '2023-01-01' }
  const why = (decidedOn: string, validFrom: string) =>
    obstaclesToAdopting(draft, { decidedOn, validFrom }, days).length

  assert.equal(why('2023-02-20', '2023-03-15'), 0)
  assert.equal(why('2023-03-02', '2023-03-15'), 1)
  assert.equal(why('2023-02-20', '2023-02-19'), 1)
  assert.equal(why('2022-12-01', '2022-12-15'), 1)
  assert.equal(
    obstaclesToAdopting({ ...draft, ruleCount: 0 }, { decidedOn: '2023-02-20', validFrom: '2023-03-15' }, days).length,
    1,
  )
  assert.deepEqual(
    ['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'].map((day) => stateOf(rule, day)),
    ['coming', 'in_force', 'in_force', 'replaced'],
  )
})

test('a table is read as spreadsheets write it, and what is written is read again as it was', () => {
  const { delegateBodyId, delegatePersonId, ...plain } = asked
  const written = { ...plain, bodyName: delegateBodyId, personName: delegatePersonId, scope: 'Hyra; "kort"\ntid' }
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const lines = sheetRows([written])
    .map((row) => row.map(quoted).join(';'))
    .join('\r\n')

  const [read] = readSheet(`\u{feff}${lines}\r\n\r\n`)

  assert.deepEqual(read, { ...written, line: 2, faults: [] })
  assert.deepEqual(rowsOf('a,b\n"1,5",2\n'), [
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1,5', '2'] },
  ])
})

test('a table with faults says at which line and what, and a number twice is one', () => {
  const rows = readSheet(
    'nummer;rubrik;avser;delegattyp;ärendeslag;skäl\n1;Rubrik;Något;tomte;övrigt;Skäl\n1;;Något;anställd;övrigt;Skäl',
  )

  assert.match(rows[0]?.faults.join() ?? '', /tomte/)
  assert.match(rows[1]?.faults.join() ?? '', /rubrik är tom.*två gånger/)
  assert.match(readSheet('a;b\n1;2')[0]?.faults.join() ?? '', /saknar kolumnen nummer/)
})
