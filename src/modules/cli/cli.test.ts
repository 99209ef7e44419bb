import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { worldOf } from '../../../test/support.ts'
import { aRecipient, aRound, anAnswer } from '../compilation/fixtures.ts'
import { aPerson } from '../organisation/fixtures.ts'
import { aRegistry } from '../registry/fixtures.ts'
import { readMemoSchema } from '../reading/index.ts'
import { aFile, aLargeFile, kraftsam, linesOf, pathTo } from './fixtures.ts'

const world = worldOf('2023-12-20T09:00:00+01:00')
const sample = (name: string) => join(import.meta.dirname, '../reading/samples', name)

const memo = {
  file: null,
  date: '2023-11-15',
  reference: { name: 'Åsa Öberg', title: 'Utredare', email: 'asa.oberg@example.se' },
  caseNumber: 'SN-2023-77',
  title: 'Remiss om cykelvägar',
  summary: 'Förvaltningen är positiv till förslaget.\n\nKostnaden ryms inom ram.',
  proposals: ['Servicenämnden lämnar yttrande över remissen om cykelvägar.', 'Paragrafen justeras omedelbart.'],
  basis: ['Tjänsteskrivelse 2023-11-15', 'Förslag till yttrande'],
  planning: [{ body: 'servicenämnden', step: 'nämnd', date: '2023-12-19' }],
  sendTo: ['Kommunstyrelsen'],
  responsible: [{ name: 'Karin Ek', role: 'servicedirektör' }],
  warnings: [],
}

async function emailOf(personId: string): Promise<string> {
  const row = await world.db
    .selectFrom('organisation.people')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return row.email
}

test('memo parse prints a line of JSON per file in the order given, without a store', async () => {
  const files = [sample('04-linkoping.txt'), sample('06-umea.txt')]

  const { code, out, err } = await kraftsam(['memo', 'parse', ...files])

  const read = linesOf(out).map((line) => readMemoSchema.parse(line))
  assert.deepEqual([code, err], [0, ''])
  assert.deepEqual(
    read.map(({ file }) => file),
    files,
  )
})

test('memo check says what the checks of a draft would say, without a store', async () => {
  const flawed = aFile(
    'brister.txt',
    'Tjänsteskrivelse\n\nDatum: 2023-11-15\nDnr: SN-2023-77\nHandläggare: Åsa Öberg, utredare\n\nRemiss om cykelvägar\n\nSammanfattning\nVi arbetar med LUA.\n\nFörslag till beslut\nServicekommittén godkänner förslaget till yttrande.\n',
  )

  const { code, out } = await kraftsam(['memo', 'check', flawed])

  const [told] = linesOf(out).map((line) =>
    z
      .object({ file: z.string(), findings: z.array(z.looseObject({ code: z.string(), severity: z.string() })) })
      .parse(line),
  )
  const codes = told?.findings.map((finding) => finding.code) ?? []
  assert.equal(code, 0)
  for (const expected of ['unknown-body', 'proposal-not-self-contained', 'undefined-abbreviation'])
    assert.ok(codes.includes(expected), `${expected} is not among ${codes.join(', ')}`)
})

test('a file that cannot be read is a problem on stderr and exit code 1; the others are printed all the same', async () => {
  const good = sample('06-umea.txt')
  const bad = [
    pathTo('finns-inte.txt'),
    aFile('tom.txt', ''),
    aFile(
      'binär.txt',
      new Uint8Array(5000).map((_, index) => (index * 37) % 256),
    ),
    aLargeFile('stor.txt', 50_000_000),
    aFile('trasig.pdf', '%PDF-1.7\nalls ingen pdf'),
  ]

  const { code, out, err } = await kraftsam(['memo', 'parse', ...bad, good])

  const problems = linesOf(err)
  assert.equal(code, 1)
  assert.deepEqual(
    linesOf(out).map((line) => readMemoSchema.parse(line).file),
    [good],
  )
  assert.partialDeepStrictEqual(
    problems,
    ['not-found', 'empty', 'binary', 'too-large', 'damaged'].map((code, index) => ({ code, file: bad[index] })),
  )
  assert.doesNotMatch(err, /\n\s+at /)
})

test('a memo that is not UTF-8, and one on stdin, are read', async () => {
  const western = aFile('latin1.txt', Buffer.from(readFileSync(sample('06-umea.txt'), 'utf8'), 'latin1'))

  const fromFile = await kraftsam(['memo', 'parse', western])
  const fromStdin = await kraftsam(['memo', 'parse', '-'], { input: readFileSync(sample('06-umea.txt'), 'utf8') })

  const [one, other] = [fromFile, fromStdin].map(({ out }) => readMemoSchema.parse(linesOf(out)[0]))
  assert.deepEqual({ ...one, file: '-', warnings: [] }, { ...other, warnings: [] })
})

for (const format of ['pdf', 'docx'])
  test(`a memo rendered as ${format} is read back with the same parts, and nothing but JSON is on stdout`, async () => {
    const out = pathTo(`skrivelse.${format}`)
    const rendered = await kraftsam([
      'memo',
      'render',
      aFile('memo.json', JSON.stringify(memo)),
      '--format',
      format,
      '--out',
      out,
    ])

    const parsed = await kraftsam(['memo', 'parse', out])

    assert.deepEqual([rendered.code, rendered.err], [0, ''])
    assert.partialDeepStrictEqual(linesOf(rendered.out), [{ file: out }])
    const { date, caseNumber, proposals, sendTo, responsible } = readMemoSchema.parse(linesOf(parsed.out)[0])
    assert.deepEqual(
      { date, caseNumber, proposals, sendTo, name: responsible[0]?.name },
      {
        date: memo.date,
        caseNumber: memo.caseNumber,
        proposals: memo.proposals,
        sendTo: memo.sendTo,
        name: 'Karin Ek',
      },
    )
  })

test('a memo becomes a page that stands by itself', async () => {
  const out = pathTo('skrivelse.html')
  await kraftsam(['memo', 'render', aFile('memo.json', JSON.stringify(memo)), '--format', 'html', '--out', out])
  const page = readFileSync(out, 'utf8')
  assert.match(
    page,
    /^<!doctype html>\n<html lang="sv">[^]*<title>Remiss om cykelvägar SN-2023-77<\/title>[^]*Åsa Öberg/,
  )
})

test('what is not a memo in the right shape is told field by field', async () => {
  const wrong = aFile('fel.json', JSON.stringify({ date: '15 november', proposals: 'ett' }))
  const { code, err } = await kraftsam(['memo', 'render', wrong, '--format', 'pdf', '--out', pathTo('nej.pdf')])
  const problem = linesOf(err)[0]
  assert.equal(code, 1)
  assert.partialDeepStrictEqual(problem, { status: 422 })
  assert.match(err, /"date".*"proposals"/)
})

test('what is not understood gets the usage on stderr and exit code 2', async () => {
  const asked = [
    [],
    ['memo', 'prse'],
    ['memo', 'parse'],
    ['memo', 'parse', '--fast', 'x'],
    ['run'],
    ['export', 'compilation'],
  ]
  for (const args of asked) {
    const { code, out, err } = await kraftsam(args)
    assert.deepEqual([code, out], [2, ''], args.join(' '))
    assert.match(err, /kraftsam memo parse FILE/)
  }
})

test('help and version are printed, in English when asked', async () => {
  const help = await kraftsam(['--language', 'en', '--help'])
  const version = await kraftsam(['--version'])
  assert.match(help.out, /Usage:[^]*serve[^]*run COMMAND[^]*token create[^]*password set[^]*export compilation/)
  assert.match(version.out, /^\d+\.\d+\.\d+\n$/)
})

test('run --list shows every command with the schema of its input', async () => {
  const { code, out } = await kraftsam(['run', '--list'])
  const register = linesOf(out).filter((line) => JSON.stringify(line).includes('"id":"compilation.register"'))
  assert.equal(code, 0)
  assert.partialDeepStrictEqual(register, [{ input: { type: 'object', required: ['roundId'] } }])
})

test('run does a command as the person, and the ledger says so', async () => {
  const { authorityId, registrarId } = await aRegistry(world)
  const input = JSON.stringify({ authorityId, title: 'Ärende från kommandoraden' })

  const { code, out, err } = await kraftsam(['run', 'registry.open-case', input, '--as', await emailOf(registrarId)], {
    world,
  })

  assert.deepEqual([code, err], [0, ''])
  assert.equal(linesOf(out).length, 1)
  const { actor } = await world.db
    .selectFrom('registry.ledger as l')
    .innerJoin('registry.cases as c', 'c.id', 'l.case_id')
    .innerJoin('organisation.people as p', 'p.id', 'l.person_id')
    .where('c.title', '=', 'Ärende från kommandoraden')
    .where('p.id', '=', registrarId)
    .select('p.name as actor')
    .executeTakeFirstOrThrow()
  assert.match(actor, /^Test /)
})

test('run says no like the other doors: no right, no such person, no such command, unreadable input', async () => {
  const { authorityId } = await aRegistry(world)
  const nobodySpecial = await emailOf(await aPerson(world.db))
  const open = ['run', 'registry.open-case', JSON.stringify({ authorityId, title: 'Nej' })]
  const asked: [string[], number][] = [
    [[...open, '--as', nobodySpecial], 403],
    [[...open, '--as', 'finns.inte@example.se'], 404],
    [['run', 'registry.burn', '{}', '--as', nobodySpecial], 404],
    [['run', 'registry.open-case', '{', '--as', nobodySpecial], 422],
  ]
  for (const [args, status] of asked) {
    const { code, out, err } = await kraftsam(args, { world })
    assert.deepEqual([code, out], [1, ''], args.join(' '))
    assert.partialDeepStrictEqual(linesOf(err), [{ status }])
  }
})

test('a token that is created opens the API as that person', async () => {
  const { registrarId } = await aRegistry(world)
  world.now = new Date()

  const { code, out } = await kraftsam(
    ['token', 'create', '--as', await emailOf(registrarId), '--name', 'skript', '--days', '2'],
    { world },
  )

  const made = linesOf(out)[0]
  assert.equal(code, 0)
  const token = typeof made === 'object' && made !== null && 'token' in made ? String(made.token) : ''
  const reply = await world.app.request('/api/v1/bodies', { headers: { authorization: `Bearer ${token}` } })
  assert.equal(reply.status, 200)
})

test('a password is set from stdin and signs in; one that is too short is refused', async () => {
  const email = await emailOf(await aPerson(world.db))
  const short = await kraftsam(['password', 'set', email], { world, input: 'kort\n' })
  const set = await kraftsam(['password', 'set', email], { world, input: 'en mening jag minns\n' })

  const signIn = await world.app.request('/logga-in', {
    method: 'POST',
    headers: { origin: 'http://localhost', host: 'localhost' },
    body: new URLSearchParams({ email, password: 'en mening jag minns', till: '/' }),
  })

  assert.deepEqual([short.code, set.code, signIn.status], [1, 0, 303])
  assert.partialDeepStrictEqual(linesOf(short.err), [{ status: 422 }])
})

test('the compilation is exported as JSON on stdout and as a file; a round that is not there is told', async () => {
  const round = await aRound(world)
  await anAnswer(world, round, { by: await aRecipient(world, round), texts: ['Beslutat ord för ord.'] })
  const out = pathTo('sammanstallning.xlsx')

  const json = await kraftsam(['export', 'compilation', round.id, '--format', 'json'], { world })
  const file = await kraftsam(['export', 'compilation', round.id, '--format', 'xlsx', '--out', out], { world })
  const missing = await kraftsam(['export', 'compilation', 'x', '--format', 'json'], { world })

  assert.match(json.out, /Beslutat ord för ord\./)
  assert.partialDeepStrictEqual(linesOf(file.out), [{ file: out }])
  assert.equal(readFileSync(out).subarray(0, 2).toString(), 'PK')
  assert.deepEqual([json.code, file.code, missing.code], [0, 0, 1])
})

test('a store that cannot be reached is told in words, without a stack trace', async () => {
  const { code, out, err } = await kraftsam(['run', 'registry.open-case', '{}', '--as', 'x@example.se'])
  assert.deepEqual([code, out], [1, ''])
  assert.partialDeepStrictEqual(linesOf(err), [{ status: 500 }])
})
