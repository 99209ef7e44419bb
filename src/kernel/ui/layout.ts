/** The frame of every page: a whole document from a screen. */

import { attribute, html, type Html } from '../html.ts'
import { language } from '../words.ts'
import { pageHeader, plainHeader } from './header.ts'
import { icon } from './icon.ts'
import { errorSummary } from './reasons.ts'
import type { LayoutFrame, PlainFrame, Screen } from './screen.ts'
import { text } from './text.ts'

/** The document for someone who is signed in (or a public page of the same kind). */
export function layout(frame: LayoutFrame): string {
  return documentOf(frame, html`${pageHeader(frame)}${mainOf(frame)}${footer(frame)}`)
}

/** The document for sign-in, errors and answers by link: no navigation, one narrow column. */
export function plainLayout(frame: PlainFrame): string {
  return documentOf(frame, html`${plainHeader()}${mainOf(frame)}${footer(frame)}`)
}

type Frame = Pick<LayoutFrame, 'screen' | 'assets' | 'theme' | 'demo' | 'rejected' | 'version' | 'path' | 'flash'>

function documentOf(frame: Frame, body: Html): string {
  const { screen, assets } = frame
  const wrong = frame.rejected !== undefined
  return html`<!doctype html>
<html lang="${language()}" data-color-scheme="${frame.theme ?? 'auto'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${wrong && text.error}${screen.title} – ${text.product}</title>
<link rel="icon" href="${assets.href('icon.svg')}" type="image/svg+xml">
<link rel="preload" href="${assets.href('public-sans-latin-wght-normal.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assets.href('app.css')}">
<script type="module" src="${assets.href('main.js')}"></script>
${hasBeside(screen) && html`<script type="module" src="${assets.href('beside.js')}"></script>`}
${hasEditor(screen) && html`<script type="module" src="${assets.href('editor.js')}"></script>`}
</head>
<body${attribute('data-section', screen.section)}>
<a class="k-skip" href="#innehall">${text.skip}</a>
${frame.demo && html`<p class="k-demo-ribbon">${text.demoRibbon}</p>`}
${body}
</body>
</html>
`.markup
}

function hasBeside(screen: Screen): boolean {
  return /<side-panels|\sdata-(?:checks|news|preview|selected-words)[\s=>]/.test(screen.body.markup)
}

function hasEditor(screen: Screen): boolean {
  return screen.body.markup.includes('<rich-editor')
}

function mainOf({ screen, rejected, flash }: Frame): Html {
  return html`<main id="innehall" class="k-main" data-width="${screen.width ?? 'wide'}" tabindex="-1">
${flash !== undefined && flash !== null && html`<div class="k-flash" role="status">${icon('success')}<p>${flash}</p></div>`}
${errorSummary(rejected)}
${screen.body}
</main>`
}

function footer({ version, path }: Frame): Html {
  const other = language() === 'sv' ? 'en' : 'sv'
  return html`<footer class="k-footer">
  <nav aria-label="${text.footerNavigation}">
    <ul>
      <li><a href="/anslagstavla">${text.noticeBoard}</a></li>
      <li><a href="/tillganglighet">${text.accessibility}</a></li>
      <li><a href="/hjalp">${text.help}</a></li>
      <li class="k-js-only"><button type="button" class="k-plain-button" data-keys>${text.keys} <kbd>?</kbd></button></li>
    </ul>
  </nav>
  <form method="post" action="/sprak">
    <input type="hidden" name="back" value="${path}">
    <button type="submit" class="k-plain-button" name="language" value="${other}" lang="${other}">${icon('globe')}${text.languageOther}</button>
  </form>
  ${version !== undefined && html`<span>${text.version(version)}</span>`}
</footer>`
}
