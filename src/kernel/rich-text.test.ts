import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { contentHash, emptyText, fromText, isEmpty, richText, toHtml, toText, type RichText } from './rich-text.ts'

const said = (text: string, ...marks: unknown[]) => ({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) })
const p = (...content: unknown[]) => ({ type: 'paragraph', content })
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const complaint = (given: unknown) =>
  richText
    .safeParse(given)
    .error?.issues.map((issue) => issue.message)
    .join() ?? ''

test('what a person writes in a textarea becomes paragraphs, lists and line breaks', () => {
  const answer = richText.parse(
    'Nämnden ställer sig bakom förslaget.\nDet brådskar.\n\nVi ser:\n- skolan\n- parken\n1. först\n2. sedan',
  )

  assert.deepEqual(
    answer.content.map((block) => block.type),
    ['paragraph', 'paragraph', 'bullet_list', 'ordered_list'],
  )
  assert.equal(
    toText(answer),
    'Nämnden ställer sig bakom förslaget.\nDet brådskar.\n\nVi ser:\n\n- skolan\n- parken\n\n1. först\n2. sedan',
  )
})

test('the editor may send its document as an object or as a JSON string, and it is the same text', () => {
  const written = doc(p(said('Hej '), said('världen', { type: 'strong' }, { type: 'em' })))

  const asObject = richText.parse(written)
  const asString = richText.parse(JSON.stringify(written))

  assert.deepEqual(asString, asObject)
  assert.equal(toHtml(asObject).markup, '<p>Hej <em><strong>världen</strong></em></p>')
})

test('a node or a mark that nobody can show is refused by name', () => {
  assert.match(complaint(doc({ type: 'image', attrs: { src: 'x' } })), /image/)
  assert.match(complaint(doc(p({ type: 'mention' }))), /mention/)
  assert.match(complaint(doc(p(said('x', { type: 'underline' })))), /underline/)
  assert.match(complaint(doc({ type: 'bullet_list', content: [p(said('x'))] })), /paragraph/)
  assert.match(complaint('{"type":"doc","content":[{]}'), /går inte att läsa/)
})

test('a link goes only to the web or to mail', () => {
  const link = (href: string) => doc(p(said('läs', { type: 'link', attrs: { href } })))

  for (const href of ['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', '/relativ', 'ftp://x.se'])
    assert.match(complaint(link(href)), /http, https eller mailto/)
  assert.match(
    toHtml(richText.parse(link('https://malmo.se/?a="b"&c'))).markup,
    /^<p><a href="https:\/\/malmo\.se\/\?a=%22b%22&amp;c" rel="nofollow noopener">läs<\/a><\/p>$/,
  )
})

test('a text of more than 200 kB or more than 20 levels is refused, also when it comes as an endless nest', () => {
  const nest = (levels: number): unknown =>
    Array.from({ length: levels }).reduce((inner) => ({ type: 'blockquote', content: [inner] }), p(said('x')))

  assert.match(complaint('å'.repeat(110_000)), /200 kB/)
  assert.match(complaint(doc(nest(20))), /20/)
  assert.match(complaint(doc(nest(5000))), /20/)
  assert.equal(complaint(doc(nest(19))), '')
})

test('markup in the words is shown as words', () => {
  const answer = richText.parse('<script>alert("å")</script> & \u0000mer')

  assert.equal(toHtml(answer).markup, '<p>&lt;script&gt;alert(&quot;å&quot;)&lt;/script&gt; &amp; mer</p>')
})

test('headings begin where the page says, and none is skipped', () => {
  const heading = (level: number, words: string) => ({ type: 'heading', attrs: { level }, content: [said(words)] })
  const answer = richText.parse(doc(heading(3, 'Ett'), heading(3, 'Två'), heading(2, 'Tre'), heading(1, 'Fyra')))

  assert.equal(toHtml(answer).markup, '<h3>Ett</h3><h4>Två</h4><h3>Tre</h3><h3>Fyra</h3>')
  assert.match(toHtml(answer, { heading: 2 }).markup, /^<h2>Ett<\/h2><h3>Två/)
})

test('two documents with the same words have the same hash, whatever their form and however å is typed', () => {
  const plain = richText.parse('Vi avstår från svar på fråga 2.')
  const bold = richText.parse(
    doc(p(said('Vi ', { type: 'strong' }), said('avsta\u030Ar fra\u030An svar pa\u030A fråga 2.'))),
  )

  assert.equal(contentHash(plain), contentHash(bold))
  assert.notEqual(contentHash(plain), contentHash(richText.parse('Vi avstår från svar på fråga 3.')))
  assert.match(contentHash(plain), /^[0-9a-f]{64}$/)
})

test('a text without words is empty', () => {
  assert.deepEqual(richText.parse('  \n\n '), emptyText)
  assert.ok(isEmpty(richText.parse(doc())))
  assert.ok(isEmpty(richText.parse('- \n- ')))
  assert.ok(!isEmpty(richText.parse('- x')))
})

const wordsOf = (text: string) => text.match(/\p{L}+/gu) ?? []
const anyText = fc
  .array(
    fc.constantFrom('ord', 'å', 'Ö\u0308', '\n', '\n\n', '- ', '2. ', ' ', '\t', '\u0000', '😀', '*', '#', '\r\n', '{'),
  )
  .map((parts) => parts.join(''))

test('no word is lost on the way from text to document and back', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme' })), (written) => {
      const once = toText(fromText(written))

      assert.deepEqual(wordsOf(once), wordsOf(written.replace(/(?![\t\n\r])\p{Cc}/gu, '').normalize('NFC')))
      assert.deepEqual(wordsOf(toText(fromText(once))), wordsOf(once))
    }),
  )
})

const { block } = fc.letrec<{ block: unknown; item: unknown }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4 },
    fc.array(anyText).map((texts) => p(...texts.map((text) => said(text, { type: 'strong' })))),
    fc.record({
      type: fc.constant('heading'),
      attrs: fc.record({ level: fc.integer({ min: 1, max: 6 }) }),
      content: anyText.map((text) => [said(text)]),
    }),
    fc.record({ type: fc.constant('bullet_list'), content: fc.array(tie('item'), { maxLength: 3 }) }),
    fc.record({
      type: fc.constant('ordered_list'),
      attrs: fc.record({ order: fc.integer() }),
      content: fc.array(tie('item'), { maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('blockquote'), content: fc.array(tie('block'), { maxLength: 3 }) }),
  ),
  item: fc
    .array(tie('block'), { maxLength: 2 })
    .map((rest) => ({ type: 'list_item', content: [p(said('punkt')), ...rest] })),
}))

test('reading what was read changes nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        fc.array(block).map((blocks) => doc(...blocks)),
      ),
      (given) => {
        const read: RichText = richText.parse(given)

        assert.deepEqual(richText.parse(read), read)
        assert.deepEqual(richText.parse(JSON.stringify(read)), read)
      },
    ),
  )
})
