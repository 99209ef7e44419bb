import assert from 'node:assert/strict'
import { test } from 'node:test'
import { worldOf } from '../../../test/support.ts'
import { approve, aSubmission, aWrittenMemo, digestOfWords, draftOf, wholeMemo, type TestOffice } from './fixtures.ts'
import { differenceOf, type Part } from './model/difference.ts'
import { digestOf } from './model/digest.ts'
import { memoContent } from './model/memo.ts'
import { statementContent } from './model/statement.ts'

const world = worldOf('2023-11-15T09:00:00+01:00')

async function rewrite(office: TestOffice, change: Readonly<Record<string, string>>): Promise<void> {
  const { draftId, version } = await draftOf(office, 'memo')
  const reply = await office.officer.api(`/drafts/${draftId}/memo`, { ...wholeMemo, ...change, version })
  assert.equal(reply.status, 200, await reply.text())
}

test('I-16 an approval falls when the words are changed: the head is asked again and sees what is new', async () => {
  const office = await aWrittenMemo(world)
  const first = await aSubmission(office, [office.head, office.other])
  await approve(office.head, first)
  await office.officer.post(`/godkannanden/${first}/ta-tillbaka`)
  const told = await (await office.officer.get(`${office.at}/tjansteskrivelse`)).text()
  await rewrite(office, { summary: 'Kommunstyrelsen frågar nämnden om cykelvägar och gångbanor.' })
  world.now = new Date('2023-11-16T09:00:00+01:00')
  const second = await aSubmission(office, [office.head, office.other])

  const list = await (await office.head.get('/godkannanden')).text()
  const page = await (await office.head.get(`/godkannanden/${second}`)).text()
  const ofOther = await (await office.other.get(`/godkannanden/${second}`)).text()
  await approve(office.other, second)
  world.now = new Date('2023-11-15T09:00:00+01:00')

  assert.match(told, /Karin Ek godkände den tidigare lydelsen/)
  assert.match(list, /Ändrat efter ditt godkännande/)
  assert.match(page, /Ändrat efter ditt godkännande 2023-11-15/)
  assert.match(page, /<ins>[^<]*<span[^<]*<\/span>\s*[^<]*gångbanor\.<\/ins>/)
  assert.doesNotMatch(ofOther, /Ändrat efter ditt godkännande/)
  assert.equal((await draftOf(office, 'memo')).state, 'submitted')
})

test('I-16 an approval of older words cannot be sent: the page says what is new and where', async () => {
  const office = await aWrittenMemo(world)
  const first = await aSubmission(office, [office.head])
  const read = await digestOfWords(office.head, first)
  await office.officer.post(`/godkannanden/${first}/ta-tillbaka`)
  await rewrite(office, { title: 'Remiss om gångbanor' })
  world.now = new Date('2023-11-15T10:00:00+01:00')
  const second = await aSubmission(office, [office.head])

  const toOld = await office.head.post(`/godkannanden/${first}/godkann`, { digest: read })
  const withOld = await office.head.post(`/godkannanden/${second}/godkann`, { digest: read })
  const without = await office.head.post(`/godkannanden/${second}/godkann`, { comment: 'Läst.' })
  world.now = new Date('2023-11-15T09:00:00+01:00')

  assert.deepEqual([toOld.status, withOld.status, without.status], [409, 409, 422])
  const conflict = await toOld.text()
  assert.match(conflict, new RegExp(`/godkannanden/${second}`))
  assert.match(conflict, /<ins>[\s\S]*?gångbanor/)
  assert.match(await withOld.text(), /Texten är ändrad efter att du öppnade sidan/)
  assert.match(await without.text(), /Läst\./)
  assert.equal((await draftOf(office, 'memo')).state, 'submitted')
})

test('I-16 words that were changed behind everybody are not registered: every approval must be of them', async () => {
  const office = await aWrittenMemo(world)
  const submissionId = await aSubmission(office, [office.head, office.other])
  await approve(office.head, submissionId)
  const { draftId, content } = await draftOf(office, 'memo')
  await world.db
    .updateTable('drafting.drafts')
    .set({ content: JSON.stringify({ ...content, proposals: ['Nämnden avstår.'] }) })
    .where('id', '=', draftId)
    .execute()

  const last = await approve(office.other, submissionId)

  assert.equal(last.status, 409)
  assert.match(await last.text(), /inte densamma som den tidigare chefer godkände/)
  assert.equal((await draftOf(office, 'memo')).recordId, null)
})

test('I-16 each approval keeps the sum of the words that were registered', async () => {
  const office = await aWrittenMemo(world)
  const submissionId = await aSubmission(office, [office.head, office.other])
  await approve(office.head, submissionId)
  await approve(office.other, submissionId)

  const { content } = await draftOf(office, 'memo')
  const rows = await world.db
    .selectFrom('drafting.approvals')
    .select('digest')
    .where('submission_id', '=', submissionId)
    .execute()

  const registered = digestOf([{ kind: 'memo', content: memoContent.parse(content) }])
  assert.deepEqual(
    rows.map(({ digest }) => digest),
    [registered, registered],
  )
})

test('I-16 what was sent before a question could ask for a position keeps its sum, and can still be approved', () => {
  const answers = [{ questionId: 'first', number: 1, kind: 'text', question: 'Vad anser ni?' }]
  const read = statementContent.parse({ title: 'Yttrande', answers })
  const again = statementContent.parse(JSON.parse(JSON.stringify(read)))

  assert.deepEqual(
    [read, again].map((content) => digestOf([{ kind: 'statement', content }])),
    Array(2).fill('26caa1e033e524adbb016c5b58c7512c2296ee2ef3a9199c43a4e22dd0299016'),
  )
})

/** Numbers that look random and are the same every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

const vocabulary = ['nämnden', 'lämnar', 'yttrande', 'över', 'remissen', 'om', 'cykelvägar', '\n']

function wordsBy(next: (below: number) => number): string {
  return Array.from({ length: next(40) }, () => vocabulary[next(vocabulary.length)]).join(' ')
}

test('property: the sum is the same whatever the order of keys, and another for every other word', () => {
  const next = numbers(1541)
  for (let round = 0; round < 300; round++) {
    const content = { title: wordsBy(next), date: '2023-11-15', reference: { name: wordsBy(next), title: '' } }
    const turned = { reference: { title: '', name: content.reference.name }, date: content.date, title: content.title }
    const changed = { ...content, title: `${content.title}${vocabulary[next(7)]}` }

    assert.equal(digestOf([{ kind: 'memo', content }]), digestOf([{ kind: 'memo', content: turned }]))
    assert.notEqual(digestOf([{ kind: 'memo', content }]), digestOf([{ kind: 'memo', content: changed }]))
    assert.notEqual(digestOf([{ kind: 'memo', content }]), digestOf([{ kind: 'statement', content }]))
  }
})

test('property: a difference shows each word of the earlier and of the later, in order, and nothing else', () => {
  const next = numbers(1042)
  const squeezed = (words: string) => words.replaceAll(/\s+/g, '')
  for (let round = 0; round < 300; round++) {
    const [was, is] = [wordsBy(next), wordsBy(next)]
    const part = (words: string): Part[] => [{ heading: 'Sammanfattning', words }]
    const runs = differenceOf(part(was), part(is)).flatMap((changed) => changed.runs)
    const seenBy = (hidden: string) =>
      squeezed(runs.flatMap(({ kind, words }) => (kind === hidden ? [] : [words])).join(''))

    if (was.trim() === is.trim()) assert.deepEqual(runs, [])
    else assert.deepEqual([seenBy('new'), seenBy('gone')], [squeezed(was), squeezed(is)])
  }
})
