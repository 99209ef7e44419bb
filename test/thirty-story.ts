/** The story of the round of thirty as far as it has come: the round, what each has put in, what waits to be decided. */

import assert from 'node:assert/strict'
import { z } from 'zod'
import { demoPaper } from '../seed/load/papers.ts'
import type { City, Someone } from './city.ts'
import { answerOf, beside, everyone, isApproved, isDecided, isPlaced, nameOf, nextMeeting, plans } from './thirty.ts'
import { questions, special, staff, stanceOf, wordsOf, writes, type Answering, type OnAgenda } from './thirty.ts'
import type { Put, Row } from './thirty-matrix.ts'

export const title = 'Handlingsplan för trygghet i hela staden'

const asked = z.object({
  questions: z.array(z.object({ id: z.string() })),
  recipients: z.array(z.object({ id: z.string(), bodyName: z.string(), referenceNumber: z.string().nullable() })),
})
const named = z.array(z.object({ id: z.string(), name: z.string() }))

export class Story {
  readonly city: City
  roundId = ''
  readonly put = new Map<string, Put>()
  readonly toDecide: OnAgenda[] = []
  readonly #seated = new Map<string, Promise<Someone>>()

  constructor(city: City) {
    this.city = city
  }

  /** Somebody at their browser, the same the whole day. */
  at(name: string): Promise<Someone> {
    const key = `${this.city.day} ${name}`
    const someone = this.#seated.get(key) ?? this.city.as(name)
    this.#seated.set(key, someone)
    return someone
  }

  async round(): Promise<z.output<typeof asked>> {
    return (await this.city.program('ingrid-falkenby')).get(`referrals/${this.roundId}`, asked)
  }

  async recipientOf(key: string) {
    const { recipients } = await this.round()
    return recipients.find(({ bodyName }) => bodyName === nameOf(key)) ?? assert.fail(`${key} was not asked`)
  }

  async answeringOf(body: string): Promise<Answering> {
    const { officer, heads } = staff(body)
    const { referenceNumber } = await this.recipientOf(body)
    return { body, caseNumber: referenceNumber ?? '', roundId: this.roundId, officer, heads: heads.slice(0, 1) }
  }

  /** Everyone that was asked, by name, with what each has put in. */
  async rows(): Promise<Row[]> {
    const { recipients } = await this.round()
    const rows = everyone.map((key) => {
      const name = nameOf(key)
      const reference = recipients.find(({ bodyName }) => bodyName === name)?.referenceNumber ?? null
      return { name, reference, put: this.put.get(key) ?? null }
    })
    return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
  }

  /** The sender on the page where the round is followed, or on one under it. */
  async following(part = ''): Promise<Someone> {
    const ingrid = await this.at('Ingrid Falkenby')
    await ingrid.open(`/remisser/${this.roundId}${part}`)
    return ingrid
  }

  /** The sender reminds these of their answers. */
  async reminds(names: readonly string[]): Promise<void> {
    const ingrid = await this.following('/paminn')
    for (const name of names) await ingrid.check(name)
    await ingrid.press('Skicka påminnelsen')
    await ingrid.sees(`${names.length} remissinstanser är påminda.`)
  }

  async tally(): Promise<string> {
    return (await this.following()).page.locator('[data-live="tally"]').innerText()
  }

  /** The bodies that the follow-up calls late, by their keys. */
  async keysBehind(): Promise<(string | undefined)[]> {
    const { page } = await this.following('?visa=late')
    const names = await page.locator('[data-live="bodies"] tbody tr > :first-child').allInnerTexts()
    const said = names.map((name) =>
      name
        .trim()
        .toLocaleLowerCase('sv')
        .replace(/\s+(?:ska svara|inbjuden)$/, ''),
    )
    return said.map((name) => everyone.find((key) => nameOf(key).toLocaleLowerCase('sv') === name))
  }

  /** Where the sender has what a body outside may answer by. */
  async waysOf(key: string): Promise<Someone> {
    return this.following(`/svar/${(await this.recipientOf(key)).id}/vagar`)
  }

  /** Somebody outside, without an account, at the body's link and ready to write. */
  async writerOn(key: string, name: string): Promise<Someone> {
    const ingrid = await this.waysOf(key)
    await ingrid.press('Skapa länk att kopiera')
    const path = await ingrid.page.locator('.k-link-address').getAttribute('href')
    const outside = await this.city.outside()
    await outside.open(path ?? assert.fail('No link'))
    await outside.sees(questions[0])
    await outside.fill('Ditt namn', name)
    await outside.fill('Din roll', 'vd')
    await outside.press('Skriv svaret')
    return outside
  }

  /** A board's answer through all that is before its meeting, the first from a day on. */
  async prepares(key: string, from: string): Promise<void> {
    const { city } = this
    const answering = await this.answeringOf(key)
    const meeting = await nextMeeting(city, key, from)
    await writes(city, answering)
    await plans(city, answering, meeting)
    await isApproved(city, answering)
    this.toDecide.push(await isPlaced(city, answering, meeting))
  }

  /** The meetings until a day, each on its own day, those of the same day beside each other. */
  async decideUntil(day: string): Promise<void> {
    const due = this.toDecide.filter(({ meeting: { heldOn } }) => heldOn > this.city.day && heldOn <= day)
    for (const heldOn of [...new Set(due.map(({ meeting }) => meeting.heldOn))].toSorted()) {
      this.city.day = heldOn
      await beside(
        due.filter(({ meeting }) => meeting.heldOn === heldOn),
        (one) => this.#decides(one),
      )
    }
    this.city.day = day
  }

  async #decides(one: OnAgenda): Promise<void> {
    const { body } = one.answering
    const { heldOn } = one.meeting
    const paragraph = await isDecided(this.city, one)
    const standing = { decidedBy: 'board', decidedOn: heldOn, arrivedOn: heldOn, paragraph } as const
    this.put.set(body, answerOf(body, { ...standing, isLate: body === special.late }))
  }
}

/** The position on each question and on the whole, and the words of each, on the page where one writes. */
export async function writesAll(someone: Someone, key: string): Promise<void> {
  for (const [index, words] of wordsOf(key).entries()) await someone.answers(index, [words], stanceOf(key))
  await someone.page.locator(`[name="stance"][value="${stanceOf(key)}"]`).check()
}

/** The assignment, the proposal and the decision to send it, until the decision holds. Gives the case. */
export async function decidedCase(city: City): Promise<string> {
  const [bengt, ingrid] = [await city.program('bengt-akerlind'), await city.program('ingrid-falkenby')]
  const known = await bengt.get('bodies', named)
  const bodyId = (key: string) => known.find(({ name }) => name === nameOf(key))?.id ?? assert.fail(`No body ${key}`)
  const given = await bengt.send('POST assignments', {
    ...{ giverId: bodyId('kf'), leadId: bodyId('ks'), decidedOn: '2023-09-21', source: '§ 200', files: [] },
    ...{ title, text: 'Ta fram en handlingsplan för trygghet.' },
  })
  const reference = String(given['referenceNumber'])
  await bengt.send(`PUT cases/${reference}/officer`, { officerId: await city.person('ingrid-falkenby') })
  const sections = [{ heading: 'Förslag', paragraphs: ['Alla tar ansvar för sin del.'] }]
  const paper = await demoPaper({ kind: 'Förslag', title, date: city.day, fileName: 'forslag.docx', sections })
  const file = await ingrid.upload('forslag.docx', 'bytes' in paper ? paper.bytes : assert.fail('No file'))
  const record = { direction: 'internal', kind: 'proposal', title, files: [file] }
  await ingrid.send(`POST cases/${reference}/records`, record)

  city.day = '2023-10-02'
  const sofia = await city.program('sofia-malmqvist-ek')
  const meetingId = (await city.meeting('ksau', '2023-10-02')).split('/').at(-1)
  const { itemId } = await sofia.send(`POST meetings/${meetingId}/items`, { caseId: reference })
  const decision = { outcome: 'as_proposed', points: ['Förslaget skickas på remiss.'] }
  const { decisionId } = await sofia.send(`POST agenda-items/${String(itemId)}/decide`, decision)
  const adjusted = { decisionIds: [decisionId], adjustedOn: '2023-10-02', isImmediate: true }
  await sofia.send(`POST meetings/${meetingId}/adjust`, adjusted)
  return reference
}

/** The secretary moves a meeting to another day, with a reason. */
export async function movesMeeting(secretary: Someone, id: string, heldOn: string): Promise<void> {
  await secretary.open(`/sammantraden/${id}`)
  const form = secretary.page.locator(`form[action="/sammantraden/${id}/flytta"]`)
  await secretary.reveal(form.locator('[name="heldOn"]'))
  await form.locator('[name="heldOn"]').fill(heldOn)
  await form.locator('[name="reason"]').fill('Budgeten är inte klar.')
  await secretary.press('Flytta')
  await secretary.sees('Budgeten är inte klar.')
}
