/** What is asked of every page: that it answers, reads well for all, keeps to the screen, and is well-formed. */

import { AxeBuilder } from '@axe-core/playwright'
import assert from 'node:assert/strict'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(standards).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** In light and dark by the standards, wide and narrow without scrolling sideways, with one main heading. */
export async function assertReadsWell(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    assert.deepEqual(await violations(page), [], `${colorScheme} at 1280 px`)
  }
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
