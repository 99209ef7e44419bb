import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { worldOf } from '../../../test/support.ts'
import { aCase, aRecord, aRegistry } from '../registry/fixtures.ts'
import { finding, titles } from './fixtures.ts'

const world = worldOf()

async function wordsOf(text: string): Promise<string> {
  const { rows } = await sql<{ words: string }>`select search.words(${text})::text as words`.execute(world.db)
  return rows[0]?.words ?? ''
}

test('inflections of a word are the same word, also the definite forms that the stemmer leaves', async () => {
  const same = [
    ['beslut', 'beslutet', 'beslutets', 'besluten'],
    ['ärende', 'ärendet', 'ärenden', 'ärendena', 'ärendets'],
    ['områdeslyft', 'områdeslyftet'],
    ['skola', 'skolan', 'skolor', 'skolorna', 'skolans'],
    ['remissvar', 'remissvaret', 'remissvaren'],
    ['plan', 'planen', 'planer', 'planerna'],
    ['budget', 'budgeten', 'budgetens'],
    ['medlem', 'medlemmar', 'medlemmarna'],
    ['program', 'programmet', 'programmen'],
    ['kvalitet', 'kvaliteten'],
  ]
  for (const forms of same) {
    const words = await Promise.all(forms.map(wordsOf))
    assert.deepEqual(new Set(words).size, 1, `${forms.join(' ')}: ${words.join(' ')}`)
  }
})

test('å, ä and ö are letters of their own; é and ü are not', async () => {
  assert.notEqual(await wordsOf('Åsa'), await wordsOf('Asa'))
  assert.equal(await wordsOf('André Müller'), await wordsOf('Andre Muller'))
  assert.equal(await wordsOf('Åsa'), await wordsOf('A\u030Asa'))
})

test('no text is too strange to make words of', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
      await wordsOf(text.toWellFormed().replaceAll('\0', ''))
    }),
    { numRuns: 300 },
  )
})

test('a word finds compounds that begin with it and compounds that end with it', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry, { title: 'Blandat' })
  const inCase = (title: string) => aRecord(world, registry, { caseId: theCase.id, title })
  await inCase('Möte med förskolenämnden')
  await inCase('Två nya förskolor')
  await inCase('Stadsbyggnadsnämndens svar')
  await inCase('Detaljplan för kvarteret Eken')
  await inCase('Susannas brev')

  assert.deepEqual((await titles(world, registry.registrarId, 'förskola')).toSorted(), [
    'Möte med förskolenämnden',
    'Två nya förskolor',
  ])
  assert.deepEqual((await titles(world, registry.registrarId, 'nämnden')).toSorted(), [
    'Möte med förskolenämnden',
    'Stadsbyggnadsnämndens svar',
  ])
  assert.deepEqual(await titles(world, registry.registrarId, 'plan'), ['Detaljplan för kvarteret Eken'])
  assert.deepEqual(await titles(world, registry.registrarId, 'anna'), [])
})

test('all words must be there; a phrase beside each other; what is excluded is not there; a beginning is enough', async () => {
  const registry = await aRegistry(world)
  const theCase = await aCase(world, registry, { title: 'Cykelbana längs Storgatan' })
  const inCase = (title: string) => aRecord(world, registry, { caseId: theCase.id, title })
  await inCase('Öppet möte om buller')
  await inCase('Buller i ett slutet möte')
  await inCase('Bullrig väg')
  const of = async (q: string) =>
    (await titles(world, registry.registrarId, q, { authorityId: registry.authorityId })).toSorted()

  assert.deepEqual(await of('möte buller'), ['Buller i ett slutet möte', 'Öppet möte om buller'])
  assert.deepEqual(await of('"öppet möte"'), ['Öppet möte om buller'])
  assert.deepEqual(await of('möte -slutet'), ['Öppet möte om buller'])
  assert.deepEqual(await of('möte -"öppet möte"'), ['Buller i ett slutet möte'])
  assert.deepEqual(await of('bull*'), ['Buller i ett slutet möte', 'Bullrig väg', 'Öppet möte om buller'])
  assert.deepEqual(await of('storgatan cykelbanor'), ['Cykelbana längs Storgatan'])
  assert.deepEqual(await titles(world, registry.registrarId, 'och i'), [])
  assert.deepEqual(await of('-slutet'), ['Bullrig väg', 'Cykelbana längs Storgatan', 'Öppet möte om buller'])
})

test('whatever is written in the box, something is answered', async () => {
  const registry = await aRegistry(world)
  const signs = fc.constantFrom(
    '"',
    '-',
    '*',
    ':',
    '|',
    '&',
    '!',
    '(',
    ')',
    '<->',
    '\\',
    "'",
    '%',
    'å',
    'år:2023',
    'från:',
    'ord',
    ' ',
    '”',
    '\0',
    '\ud800',
    '@',
    '.',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.array(signs, { maxLength: 14 }).map((parts) => parts.join('')),
        fc.string({ unit: 'binary', maxLength: 60 }),
      ),
      async (q) => {
        await finding(world, registry.registrarId, q)
      },
    ),
    { numRuns: 200 },
  )
})
