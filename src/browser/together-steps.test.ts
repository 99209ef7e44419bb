import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { collab, getVersion, sendableSteps } from 'prosemirror-collab'
import { EditorState, TextSelection, type Plugin } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import { schema } from '../kernel/rich-schema.ts'
import { endAfter, takingIn, type End } from './together-steps.ts'

/** The order that a server gives, and pages that write; nothing between them but what they do here. */
type Page = { readonly client: string; readonly plugin: Plugin; state: EditorState; end: End }
type Taken = { readonly step: Step; readonly client: string }

const paragraphs = (...texts: readonly string[]) =>
  schema.node(
    'doc',
    null,
    texts.map((text) => schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])),
  )

function aPage(client: string, ...texts: readonly string[]): Page {
  const plugin = collab({ version: 0, clientID: client })
  return { client, plugin, state: EditorState.create({ doc: paragraphs(...texts), plugins: [plugin] }), end: null }
}

function receive(page: Page, order: readonly Taken[]): void {
  for (let at = getVersion(page.state); at < order.length; at++) {
    const taken = order[at]
    if (taken === undefined) return
    const isOurs = taken.client === page.client
    const arrived = { plugin: page.plugin, steps: [taken.step], isOurs, client: taken.client }
    page.state = page.state.apply(takingIn(page.state, arrived, page.end))
    page.end = endAfter(page.end, [taken.step], isOurs)
  }
}

function send(page: Page, order: Taken[]): void {
  receive(page, order)
  for (const step of sendableSteps(page.state)?.steps ?? []) order.push({ step, client: page.client })
  receive(page, order)
}

function standAt(page: Page, place: 'start' | 'end'): void {
  const { doc, tr } = page.state
  page.state = page.state.apply(
    tr.setSelection(place === 'end' ? TextSelection.atEnd(doc) : TextSelection.atStart(doc)),
  )
}

const type = (page: Page, letter: string) => void (page.state = page.state.apply(page.state.tr.insertText(letter)))
const wordsOf = ({ state }: Page) => state.doc.textBetween(0, state.doc.content.size, '|')

test('property: two who write in the same place, letter by letter, keep their own words whole', () => {
  const word = fc.array(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 12 })
  const turns = fc.array(fc.tuple(fc.nat(1), fc.constantFrom('type', 'type', 'send', 'receive')), { maxLength: 80 })
  fc.assert(
    fc.property(word, word, turns, (one, other, doings) => {
      const pages = [aPage('a', 'Före.'), aPage('b', 'Före.')]
      const left = [[...one], [...other].map((letter) => letter.toUpperCase())]
      const order: Taken[] = []
      pages.forEach((page) => standAt(page, 'end'))
      for (const [who, what] of doings) {
        const page = pages[who]
        const letter = what === 'type' ? left[who]?.shift() : undefined
        if (page === undefined) continue
        if (letter !== undefined) type(page, letter)
        if (what === 'send') send(page, order)
        if (what === 'receive') receive(page, order)
      }
      for (const [who, page] of pages.entries()) for (const letter of left[who] ?? []) type(page, letter)
      for (const page of pages) send(page, order)
      for (const page of pages) receive(page, order)

      const [a, b] = pages.map(wordsOf)
      assert.equal(a, b)
      assert.ok(a?.includes(one.join('')), `${one.join('')} in ${a}`)
      assert.ok(a?.includes(other.join('').toUpperCase()), `${other.join('').toUpperCase()} in ${a}`)
    }),
    { numRuns: 500 },
  )
})

test('what one writes in a paragraph that another takes away is still there, in its order', () => {
  const [elin, karin] = [aPage('elin', 'Ett.', 'Två.', 'Tre.'), aPage('karin', 'Ett.', 'Två.', 'Tre.')]
  const order: Taken[] = []
  elin.state = elin.state.apply(elin.state.tr.setSelection(TextSelection.create(elin.state.doc, 11)))
  for (const letter of ' Skrivet utan nät.') type(elin, letter)

  karin.state = karin.state.apply(karin.state.tr.delete(6, 12))
  send(karin, order)
  send(elin, order)
  receive(karin, order)

  assert.equal(wordsOf(elin), wordsOf(karin))
  assert.match(wordsOf(elin), / Skrivet utan nät\./)
  assert.doesNotMatch(wordsOf(elin), /Två/)
})

test('the caret stays behind one’s own words when another writes in the same place', () => {
  const [elin, karin] = [aPage('elin', 'Slut.'), aPage('karin', 'Slut.')]
  const order: Taken[] = []
  for (const page of [elin, karin]) standAt(page, 'end')
  for (const letter of ' Elin') type(elin, letter)
  send(elin, order)
  type(elin, 's')
  for (const letter of ' Karin') type(karin, letter)
  send(karin, order)
  receive(elin, order)

  type(elin, '!')

  assert.match(wordsOf(elin), / Elins!/)
  assert.equal(elin.state.selection.head, wordsOf(elin).indexOf('!') + 2)
})

test('undoing takes back one’s own words, and nobody else’s, after others’ have come in between', async () => {
  const { history, undo } = await import('prosemirror-history')
  const plugin = collab({ version: 0, clientID: 'elin' })
  const doc = paragraphs('Text.')
  const elin: Page = {
    client: 'elin',
    plugin,
    state: EditorState.create({ doc, plugins: [history(), plugin] }),
    end: null,
  }
  const karin = aPage('karin', 'Text.')
  const order: Taken[] = []
  standAt(elin, 'end')
  standAt(karin, 'start')
  type(elin, ' Elins.')
  type(karin, 'Karins. ')
  send(karin, order)
  receive(elin, order)

  undo(elin.state, (change) => (elin.state = elin.state.apply(change)))

  assert.equal(wordsOf(elin), 'Karins. Text.')
})
