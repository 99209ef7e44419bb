/** What is asked of every page: that it answers, reads well for all, keeps to the screen, and is well-formed. */

import type { AxeResults, RunOptions } from 'axe-core'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import type { Page } from 'playwright-core'

export const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** All of the standards in light; in dark only what can differ there, the contrast. */
const asked: Readonly<Record<'light' | 'dark', RunOptions>> = {
  light: { runOnly: standards, resultTypes: ['violations'] },
  dark: { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] },
}

/** What axe has against the page as it is. It is put into the page unless it is there: that is most of what it costs. */
export async function violations(page: Page, colorScheme: 'light' | 'dark' = 'light'): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axeSource)
  const found = await page.evaluate(runAxe, asked[colorScheme])
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** In the page. */
async function runAxe(options: RunOptions): Promise<AxeResults['violations']> {
  const { axe } = globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }
  return (await axe.run(options)).violations
}

/** In light and dark by the standards, wide and narrow without scrolling sideways, with one main heading and calm filters. */
export async function assertReadsWell(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    assert.deepEqual(await violations(page, colorScheme), [], `in ${colorScheme}`)
  }
  assert.equal(await page.locator('h1').count(), 1, 'one main heading')
  assert.equal(await page.locator('form[method="get"] .k-optional').count(), 0, 'a filter is never compulsory')
  assert.deepEqual(await sticksOut(page), [], 'at 1280 px')
  await page.setViewportSize({ width: 320, height: 800 })
  assert.deepEqual(await sticksOut(page), [], 'at 320 px')
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** What makes the page scroll sideways, if it does. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return []
    const wide = [...document.querySelectorAll('main *')].filter(
      (each) => each.getBoundingClientRect().right > innerWidth,
    )
    return [
      `${document.documentElement.scrollWidth} px`,
      ...wide.slice(0, 5).map((each) => each.outerHTML.slice(0, 120)),
    ]
  })
}

/** Works out what the rules are once: anew for each page it takes longer than to follow them. */
class KeptRules extends StaticConfigLoader {
  #rules: ReturnType<StaticConfigLoader['getConfigFor']> | undefined

  override getConfigFor(handle: string): ReturnType<StaticConfigLoader['getConfigFor']> {
    return (this.#rules ??= super.getConfigFor(handle))
  }
}

/** The standard's rules, without those about how the source looks. */
const validator = new HtmlValidate(
  new KeptRules({
    root: true,
    extends: ['html-validate:standard'],
    rules: {
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
      'element-case': 'off',
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
      'no-inline-style': 'error',
      'void-style': 'off',
    },
  }),
)

export async function faultsOf(source: string): Promise<string[]> {
  const report = await validator.validateString(source)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, selector }) => `${ruleId}: ${message} (line ${line}, ${selector ?? ''})`),
  )
}
