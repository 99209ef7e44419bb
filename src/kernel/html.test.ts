import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attribute, html, raw } from './html.ts'

test('whatever a person wrote is escaped, in text and in attributes', () => {
  const name = `<script>"'&`
  assert.equal(
    html`<p title="${name}">${name}</p>`.markup,
    '<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;</p>',
  )
  assert.equal(attribute('title', '"x"').markup, ' title="&quot;x&quot;"')
})

test('nothing draws nothing, lists draw each part, markup stands as it is', () => {
  assert.equal(html`${false}${null}${undefined}${[html`<b>1</b>`, 'a<']}${raw('<hr>')}`.markup, '<b>1</b>a&lt;<hr>')
})
