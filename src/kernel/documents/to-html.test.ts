import assert from 'node:assert/strict'
import { test } from 'node:test'
import { richText } from '../rich-text.ts'
import { memoWith, sampleCompilation, sampleMemo } from './fixtures.ts'
import { paperHtml } from './index.ts'

const headings = (markup: string) => [...markup.matchAll(/<h(\d)[ >]/g)].map(([, level]) => Number(level))

test('a paper on screen has one h1, its title, and never skips a level', () => {
  const { markup } = paperHtml(sampleMemo)

  assert.deepEqual(headings(markup), [1, 2, 2, 2, 2, 3, 4, 2, 2, 2])
  assert.match(markup, /<article class="paper" lang="sv">/)
  assert.match(markup, /<strong class="paper-draft">Utkast<\/strong>/)
})

test('inside a page that has its own h1 the title is an h2', () => {
  assert.deepEqual(headings(paperHtml(sampleCompilation, { heading: 2 }).markup), [2, 3, 3])
})

test('a heading that would skip a level is lifted', () => {
  const { markup } = paperHtml(
    memoWith(
      { type: 'heading', level: 3, text: 'Tre' },
      { type: 'heading', level: 3, text: 'Tre igen' },
      {
        type: 'text',
        text: richText.parse({
          type: 'doc',
          content: [{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'I texten' }] }],
        }),
      },
      { type: 'heading', level: 1, text: 'Ett' },
    ),
  )

  assert.deepEqual(headings(markup), [1, 2, 3, 4, 2])
})

test('a table has a caption, column heads and row heads, and can be scrolled with the keyboard', () => {
  const { markup } = paperHtml(sampleCompilation)

  assert.match(markup, /role="region" tabindex="0"\s+aria-label="Svar per remissinstans"/)
  assert.equal(markup.match(/<th scope="col">/g)?.length, 6)
  assert.equal(markup.match(/<th scope="row">/g)?.length, 12)
})

test('what people write is text, also in the logo', () => {
  const attack = '<script>alert(1)</script>'
  const { markup } = paperHtml({
    ...memoWith({ type: 'paragraph', text: attack }, { type: 'list', ordered: false, items: [attack] }),
    title: attack,
    kind: attack,
    footer: [attack],
    sender: {
      organisation: attack,
      unit: attack,
      logo: { format: 'svg', markup: attack, width: 1, height: 1, fallback: null },
    },
  })

  assert.doesNotMatch(markup, /<script/)
  assert.equal(markup.match(/&lt;script&gt;/g)?.length, 7)
})
