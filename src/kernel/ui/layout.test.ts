import { HtmlValidate } from 'html-validate'
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { html } from '../html.ts'
import { speaking } from '../words.ts'
import { buildAssets, layout, plainLayout, steps, styleGuide, type Assets, type LayoutFrame } from './index.ts'

let assets: Assets
before(async () => void (assets = await buildAssets()))

function frame(over: Partial<LayoutFrame> = {}): LayoutFrame {
  return {
    screen: { title: 'Ärenden', body: html`<h1>Ärenden</h1>`, section: 'cases' },
    person: { name: 'Elin Sand', title: 'Handläggare' },
    authorities: [
      { id: 'sn', name: 'Servicenämnden', short: 'SN' },
      { id: 'ks', name: 'Kommunstyrelsen', short: 'STK' },
    ],
    activeAuthority: 'ks',
    navigation: [{ key: 'cases', label: 'Ärenden', href: '/arenden' }],
    path: '/arenden?visa=alla',
    assets,
    demo: true,
    now: new Date('2023-11-15T09:00:00Z'),
    ...over,
  }
}

/** What a page of ours must hold besides being readable: valid HTML, with nothing inline that the policy would stop. */
const rules = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'error',
    // Matters of taste, and of what a parser does with white space.
    'void-style': 'off',
    'attr-quotes': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'prefer-native-element': 'off',
    'no-redundant-for': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'valid-id': ['error', { relaxed: true }],
    'tel-non-breaking': 'off',
  },
})

async function problems(markup: string): Promise<readonly string[]> {
  const report = await rules.validateString(markup)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
  )
}

test('a page is whole: language, title, one main, the skip link, and where one is', () => {
  const page = layout(frame())

  assert.match(page, /^<!doctype html>\s*<html lang="sv" data-color-scheme="auto">/)
  assert.match(page, /<title>Ärenden – Kraftsam<\/title>/)
  assert.match(page, /href="#innehall"[\s\S]*<main[^>]*id="innehall"/)
  assert.match(page, /data-nav="cases"\s+aria-current="page"/)
  assert.match(page, /<option value="ks" selected>/)
  assert.match(page, /name="back" value="\/arenden\?visa=alla"/)
})

test('what is set up once stands in the person’s own menu, apart from the daily work', () => {
  const navigation = [
    { key: 'cases', label: 'Ärenden', href: '/arenden' },
    { key: 'me', label: 'Min sida', href: '/jag', isApart: true as const },
  ]

  const page = layout(
    frame({ navigation, screen: { title: 'Min sida', section: 'me', body: html`<h1>Min sida</h1>` } }),
  )

  const [daily = '', own = ''] = ['k-nav', 'k-apart'].map(
    (name) => new RegExp(`<nav class="${name}"[^]*?</nav>`).exec(page)?.[0] ?? '',
  )
  assert.deepEqual([daily.includes('/arenden'), daily.includes('/jag')], [true, false])
  assert.match(own, /href="\/jag" data-nav="me" aria-current="page"/)
})

test('every page of components is valid HTML with nothing inline', async () => {
  assert.deepEqual(await problems(layout(frame({ screen: styleGuide(), flash: 'Sparat.' }))), [])
  assert.deepEqual(
    await problems(
      plainLayout({ screen: { title: 'Logga in', body: html`<h1>Logga in</h1>` }, path: '/', assets, demo: false }),
    ),
    [],
  )
})

test('the editor is only fetched by pages that have one', () => {
  assert.doesNotMatch(layout(frame()), /editor-/)
  assert.match(layout(frame({ screen: styleGuide() })), /editor-[A-Z0-9]+\.js/)
})

test('a page in English is in English throughout', () => {
  const page = speaking('en', () => layout(frame()))

  assert.match(page, /<html lang="en"/)
  assert.match(page, /Skip to content/)
  assert.match(page, /Sign out/)
  assert.doesNotMatch(page, /Logga ut|Hoppa till/)
})

test('what was wrong stands on top and in the title', () => {
  const rejected = { values: {}, fields: { title: 'Skriv en rubrik.' }, reasons: [], formPath: '/x' }
  const page = layout(frame({ rejected }))

  assert.match(page, /<title>Fel: Ärenden/)
  assert.match(page, /<main[^>]*>\s*<section class="k-error-summary"[\s\S]*Skriv en rubrik\./)
})

test('one who serves a single authority sees its name and nothing to choose', () => {
  const page = layout(frame({ authorities: [{ id: 'sn', name: 'Servicenämnden', short: 'SN' }] }))

  assert.match(page, /Servicenämnden/)
  assert.doesNotMatch(page, /action="\/myndighet"/)
})

test('the way of the matter says the year where it begins', () => {
  const way = steps([
    { label: 'Inkom', state: 'done', date: '2023-10-04' },
    { label: 'Nämnd', state: 'done', date: '2023-12-19' },
    { label: 'Fördelat', state: 'done' },
    { label: 'Avslutat', state: 'done', date: '2024-01-09' },
  ])

  const said = [...way.markup.matchAll(/<time [^>]*>([^<]*)<\/time>/g)].map(([, words]) => words)

  assert.deepEqual(said.slice(0, 3), ['4 okt 2023', '19 dec', '9 jan 2024'])
})
