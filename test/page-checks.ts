/** What is asked of every page: that it answers, reads well for all, keeps to the screen, and is well-formed. */

import { AxeBuilder } from '@axe-core/playwright'
import assert from 'node:assert/strict'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** All of the standards in light; in dark only what can differ there, the contrast. Without frames, no second page is needed (legacy mode). */
async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const { violations: found } = await (
    colorScheme === 'light' ? axe.withTags(standards) : axe.withRules('color-contrast')
  ).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** In light and dark by the standards, wide and narrow without scrolling sideways, with one main heading. */
export async function assertReadsWell(page: Page): Promise<void> {
  assert.deepEqual(await violations(page, 'light'), [], 'in light')
  assert.deepEqual(await violations(page, 'dark'), [], 'in dark')
  assert.equal(await page.locator('h1').count(), 1, 'one main heading')
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

/** The standard's rules, without those about how the source looks. */
const validator = new HtmlValidate(
  new FileSystemConfigLoader({
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
