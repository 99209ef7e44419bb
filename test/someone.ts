/** A person at a browser, doing what people do: open, fill, choose, press, look. */

import assert from 'node:assert/strict'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import type { Question } from '../seed/demo-city.ts'

export class Someone {
  readonly page: Page
  readonly address: string
  private constructor(page: Page, address: string) {
    this.page = page
    this.address = address
    page.setDefaultTimeout(15_000)
  }

  /** Signs in through the list of the demo city. */
  static async at(browser: Browser, address: string, name: string): Promise<Someone> {
    const someone = await Someone.outside(browser, address)
    const { page } = someone
    await someone.open('/logga-in')
    const door = page.locator('.k-door', { hasText: name }).first()
    if (!(await door.isVisible())) await page.locator('summary', { hasText: 'Alla personer' }).click()
    await door.click()
    await page.waitForURL(`${address}/`)
    return someone
  }

  /** One who is not signed in. */
  static async outside(browser: Browser, address: string): Promise<Someone> {
    const page = await (await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } })).newPage()
    return new Someone(page, address)
  }

  async open(path: string): Promise<void> {
    const reply = await this.page.goto(this.address + path)
    assert.ok((reply?.status() ?? 500) < 400, `${path} answered ${reply?.status()}`)
  }

  /** The field with this label, or whose label begins so. Fails with the labels there are. */
  async field(label: string): Promise<Locator> {
    const main = this.page.locator('main')
    const beginning = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
    for (const candidate of [main.getByLabel(label, { exact: true }), main.getByLabel(beginning)])
      if ((await candidate.count()) > 0) return candidate.first()
    const labels = await main.locator('label, legend, button, summary').allTextContents()
    return assert.fail(`${this.page.url()} has no field ${label}, but ${labels.map((each) => each.trim()).join(' | ')}`)
  }

  async fill(label: string, value: string): Promise<void> {
    const field = await this.field(label)
    await this.reveal(field)
    await field.fill(value)
  }

  /** Values in a list of fields that share a name. */
  async points(name: string, values: readonly string[]): Promise<void> {
    const fields = this.page.locator(`main [name="${name}"]`)
    for (const [index, value] of values.entries()) await fields.nth(index).fill(value)
  }

  async choose(label: string, option: string): Promise<void> {
    const field = await this.field(label)
    await this.reveal(field)
    const value = await field.locator('option', { hasText: option }).first().getAttribute('value')
    await field.selectOption(value)
  }

  async check(label: string): Promise<void> {
    const field = await this.field(label)
    await this.reveal(field)
    await field.check()
  }

  async attach(label: string, path: string): Promise<void> {
    const field = await this.field(label)
    await this.reveal(field)
    await field.setInputFiles(path)
  }

  /** What is folded away is opened first, as a person would. */
  async reveal(target: Locator): Promise<void> {
    if (await target.isVisible()) return
    const folded = target.locator('xpath=ancestor::details[not(@open)]')
    for (let tries = 0; (await folded.count()) > 0 && tries < 4; tries++)
      await folded.first().locator('> summary').click()
  }

  /** Presses a button and waits for the page it leads to. Fails with what the page said. */
  async press(label: string): Promise<void> {
    // What is folded away counts; the button that Enter alone presses, which nobody sees, does not.
    const button = this.page
      .locator('main')
      .getByRole('button', { name: label, includeHidden: true })
      .and(this.page.locator(':not([hidden])'))
      .first()
    if ((await button.count()) === 0) assert.fail(`${this.page.url()} has no button ${label}: ${await this.words()}`)
    await this.reveal(button)
    const isAsked = (await button.getAttribute('data-confirm')) !== null
    const reply = this.page.waitForResponse(
      (response) => response.request().method() === 'POST' && !response.url().includes('/api/'),
    )
    await button.click()
    if (isAsked) await this.page.locator('dialog[open]').getByRole('button', { name: label }).click()
    const status = (await reply).status()
    await this.page.waitForLoadState()
    assert.ok(status < 400, `${label} answered ${status}: ${await this.words()}`)
  }

  async follow(label: string): Promise<void> {
    await this.page.locator('main').getByRole('link', { name: label }).first().click()
    await this.page.waitForLoadState()
  }

  words(): Promise<string> {
    return this.page.locator('main').innerText()
  }

  async sees(text: string): Promise<void> {
    assert.ok((await this.words()).includes(text), `${this.page.url()} does not say ${text}: ${await this.words()}`)
  }

  /** Writes paragraphs in a rich text field. */
  async write(label: string, paragraphs: readonly string[]): Promise<void> {
    await this.type(this.page.getByRole('textbox', { name: label }).first(), paragraphs)
  }

  async type(editor: Locator, paragraphs: readonly string[]): Promise<void> {
    await editor.click()
    await this.page.keyboard.press('Control+A')
    for (const [index, paragraph] of paragraphs.entries()) {
      if (index > 0) await this.page.keyboard.press('Enter')
      await this.page.keyboard.insertText(paragraph)
    }
  }

  /** The answer to one question of the statement, by its place. */
  async answers(index: number, paragraphs: readonly string[], stance = 'support'): Promise<void> {
    const position = this.page.locator(`[name="answers.${index}.stance"][value="${stance}"]`)
    // Only a question whose sender asks for one has a position.
    if ((await position.count()) > 0) await position.check()
    const editor = this.page.locator(`rich-editor:has([name="answers.${index}.text"]) [contenteditable="true"]`)
    await this.type(editor, paragraphs)
  }

  /** Waits until autosave says that all is saved. */
  async saved(): Promise<void> {
    await this.page.locator('body').click({ position: { x: 2, y: 2 } })
    const line = this.page.locator('.k-save-line')
    // The line says so only while nothing that is written waits to be sent.
    await line
      .and(this.page.locator('[data-state="saved"]'))
      .waitFor({ timeout: 45_000 })
      .catch(async () => assert.fail(`It is not saved, but says: ${(await line.allInnerTexts()).join(' ')}`))
  }

  async approvesFirst(): Promise<void> {
    await this.open('/godkannanden')
    await this.page.locator('main a[href^="/godkannanden/"]:not([href$="/kedja"])').first().click()
    await this.page.waitForLoadState()
    await this.press('Godkänn')
  }

  async adds({ kind, text, help, asksStance = false }: Question): Promise<void> {
    const kinds = {
      text: 'Fri text',
      processes: 'processer',
      areas: 'Områden',
      body: 'nämnd',
      yes_no: 'Ja, delvis eller nej',
      number: 'Ett tal',
      choices: 'Flera val',
      file: 'Fil, en eller flera',
    }
    const form = this.page
      .locator('main form', { has: this.page.getByRole('button', { name: 'Lägg till fråga', includeHidden: true }) })
      .last()
    await this.reveal(form.locator('textarea').first())
    await form
      .getByLabel('Svaras med')
      .selectOption({ label: (await this.optionOf(form.getByLabel('Svaras med'), kinds[kind])) ?? '' })
    await form.getByLabel('Fråga', { exact: true }).fill(text)
    await form.getByLabel(/^Hjälp/).fill(help)
    if (asksStance) await form.getByLabel('Be också om en ståndpunkt').check()
    await this.press('Lägg till fråga')
  }

  async optionOf(select: Locator, words: string): Promise<string | null> {
    return select.locator('option', { hasText: words }).first().textContent()
  }

  async plans(days: readonly string[]): Promise<void> {
    const selects = this.page.locator('main select[name^="steps."]')
    for (const [index, day] of days.entries()) {
      const select = selects.nth(index)
      await this.reveal(select)
      const value = await select.evaluate(
        (element, wanted) =>
          element instanceof HTMLSelectElement
            ? [...element.options].find((option) => option.dataset['day'] === wanted || option.text.includes(wanted))
                ?.value
            : undefined,
        dayWords(day),
      )
      await select.selectOption(value ?? day)
    }
    await this.press('Spara planen')
  }

  /** Records a decision; a working committee that decides by itself says so. */
  async decides(points: readonly string[]): Promise<void> {
    const preparing = this.page
      .locator('main')
      .getByLabel(/^Bereder bara/)
      .first()
    if ((await preparing.count()) > 0) {
      await this.reveal(preparing)
      await preparing.uncheck()
    }
    await this.choose('Utgång', 'Enligt förslag')
    await this.fill('Beslut', points.join('\n'))
    await this.press('Registrera beslut')
  }

  async adjusts(day: string, { isImmediate }: { isImmediate: boolean }): Promise<void> {
    await this.page.reload()
    await this.fill('Justerat den', day)
    if (isImmediate) await this.check('Omedelbar')
    await this.press('Protokollet är justerat')
  }

  /** Follows a link that gives a file, and tells where it lies. */
  async download(label: string): Promise<string> {
    const coming = this.page.waitForEvent('download')
    await this.page.locator('main').getByRole('link', { name: label }).first().click()
    const path = join(await mkdtemp(join(tmpdir(), 'kraftsam-paper-')), 'paper.pdf')
    await (await coming).saveAs(path)
    return path
  }
}

/** As the calendar's choices say it: "tis 28 nov 2023". */
function dayWords(day: string): string {
  const date = Temporal.PlainDate.from(day)
  return `${date.day} ${date.toLocaleString('sv-SE', { month: 'short' }).replace('.', '')}`
}
