import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { merged, unknownFields } from './model/merge.ts'
import { cleanPng } from './model/png.ts'
import { cleanSvg } from './model/svg.ts'
import { aPng } from './fixtures.ts'

const svg = (inside: string, attributes = 'viewBox="0 0 120 60"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`
const markupOf = (written: string) => {
  const clean = cleanSvg(written)
  return typeof clean === 'string' ? clean : clean.markup
}

test('a drawing stays what it was: paths, gradients, groups, styles as attributes', () => {
  const markup = markupOf(
    `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><!-- ritad -->${svg(
      '<defs><linearGradient id="a"><stop offset="0" style="stop-color:#123; stop-opacity:1"/></linearGradient></defs><g transform="scale(2)"><path d="M0 0h9" fill="url(#a)"/><use xlink:href="#a"/></g>',
    )}`,
  )

  assert.match(markup, /<stop offset="0" stop-color="#123" stop-opacity="1"\/>/)
  assert.match(markup, /<path d="M0 0h9" fill="url\(#a\)"\/>/)
  assert.match(markup, /<use href="#a"\/>/)
  assert.match(markup, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 120 60" width="400" height="200">/)
})

const attacks = [
  ['<script>alert(1)</script>', 'runs'],
  ['<svg:script href="https://example.org/x.js"/>', 'runs'],
  ['<metadata><script>alert(1)</script></metadata>', 'runs'],
  ['<g onload="alert(1)"><path d="M0 0"/></g>', 'runs'],
  ['<path d="M0 0" onclick="alert(1)"/>', 'runs'],
  ['<foreignObject><body><img src="x"/></body></foreignObject>', 'runs'],
  ['<a href="javascript:alert(1)"><path d="M0 0"/></a>', 'runs'],
  ['<a xlink:href="java&#10;script:alert(1)"><path d="M0 0"/></a>', 'runs'],
  ['<image href="https://example.org/x.png"/>', 'reaches-out'],
  ['<image xlink:href="file:///etc/passwd"/>', 'reaches-out'],
  ['<use href="https://example.org/x.svg#a"/>', 'reaches-out'],
  ['<use href="data:image/svg+xml;base64,PHN2Zz4="/>', 'reaches-out'],
  ['<path d="M0 0" fill="url(https://example.org/x)"/>', 'reaches-out'],
  ['<path d="M0 0" fill="url( &quot;//example.org/x&quot;)"/>', 'reaches-out'],
  ['<path d="M0 0" style="fill:url(https://example.org/x)"/>', 'reaches-out'],
  ['<path d="M0 0" fill="url(&#x68;ttps://example.org/x)"/>', 'reaches-out'],
  ['<style>@import url(https://example.org/x.css); path { fill: red }</style>', 'sheet'],
  ['<image href="data:image/png;base64,iVBO"/>', 'embedded'],
  ['<text>Malmö</text>', 'letters'],
] as const

for (const [attack, reason] of attacks) {
  test(`what runs, reaches out, or would be lost is refused as ${reason}: ${attack}`, () => {
    assert.equal(cleanSvg(svg(`<path d="M1 1h2"/>${attack}`)), reason)
  })
}

test('a root that runs something is refused too', () => {
  assert.equal(cleanSvg(svg('<path d="M1 1h2"/>', 'viewBox="0 0 9 9" onload="alert(1)"')), 'runs')
})

const passedOver = [
  '<metadata><rdf about="https://example.org/">Vem</rdf></metadata>',
  '<animate attributeName="d" to="M0 0"/>',
  '<set attributeName="onload" to="alert(1)"/>',
  '<unknown src="#a"/>',
]

for (const more of passedOver) {
  test(`what draws nothing is left out, and the picture is taken: ${more}`, () => {
    const markup = markupOf(svg(`<path d="M1 1h2"/>${more}`))

    assert.match(markup, /M1 1h2/)
    assert.doesNotMatch(markup, /metadata|example\.org|alert|animate|<set|unknown/)
  })
}

const refused = [
  ['', 'unreadable'],
  ['hej', 'unreadable'],
  ['<html></html>', 'unreadable'],
  [svg('<path d="M0 0">'), 'unreadable'],
  [`<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('<path d="M0 0"/>')}`, 'unreadable'],
  [svg('<path d="M0 0"/>', ''), 'no-size'],
  [svg('<path d="M0 0"/>', 'viewBox="0 0 0 60"'), 'no-size'],
  [svg('<g><title>Malmö</title></g>'), 'empty'],
  [svg('<g/>'.repeat(30_000)), 'too-large'],
] as const

for (const [written, reason] of refused) {
  test(`what is no picture is refused as ${reason}: ${written.slice(0, 60)}`, () => {
    assert.equal(cleanSvg(written), reason)
  })
}

test('whatever is brought, cleaning ends, and what it gives is clean already', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (inside) => {
      const once = cleanSvg(svg(`<path d="M0 0"/>${inside}`))
      if (typeof once === 'string') return
      assert.deepEqual(cleanSvg(once.markup), once)
    }),
  )
})

test('of a PNG only the picture is kept: no place, no camera, nothing after its end', () => {
  const clean = cleanPng(aPng(40, 20))

  assert.ok(typeof clean !== 'string')
  assert.deepEqual([clean.width, clean.height], [40, 20])
  assert.doesNotMatch(Buffer.from(clean.bytes).toString('latin1'), /tEXt|Hemligt|efteråt/)
})

test('a PNG that is broken, too wide, or unpacks without end is refused', () => {
  const broken = Buffer.from(aPng(40, 20))
  broken[45] = (broken[45] ?? 0) ^ 1

  assert.equal(cleanPng(broken), 'unreadable')
  assert.equal(cleanPng(aPng(40, 20).subarray(0, 50)), 'unreadable')
  assert.equal(cleanPng(aPng(5000, 2000)), 'too-large')
  assert.equal(cleanPng(aPng(4000, 10)), 'no-size')
  const bomb = deflateSync(Buffer.alloc(80_000_000))
  assert.equal(cleanPng(aPng(4000, 4000, bomb)), 'unreadable')
  assert.equal(crc32(Buffer.from('IEND')), 0xae426082)
})

test('merge fields are filled in, a line of empty ones goes, and one that is not there is named', () => {
  const words = 'Ärende {ärendenummer}\nSista dag {Sista svarsdag}\n\nHälsningar {handläggare}'

  assert.equal(
    merged(words, { ärendenummer: 'SN-1', handläggare: 'Elin', 'sista svarsdag': null }),
    'Ärende SN-1\n\nHälsningar Elin',
  )
  assert.deepEqual(unknownFields('{rubrik} {okänt} {nämnd}'), ['{okänt}'])
})
