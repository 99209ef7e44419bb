/** The round of thirty: who is asked, what each writes, and how a body that nothing special happens to answers. */

import { z } from 'zod'
import { staffOf } from '../seed/load/staff.ts'
import { bodies } from '../seed/demo-city.ts'
import type { City } from './city.ts'

export const questions = ['Vad anser ni om förslaget?', 'Vad behöver ni för att kunna genomföra det?'] as const

/** Boards that decide in time and that nothing happens to. */
export const plainBoards = ['sbn', 'mn', 'frn', 'fskf', 'grn', 'gyvf', 'asn', 'hvo', 'vn']
/** An absent head, a moved meeting, more time, a late answer. */
export const special = { absent: 'sn', moved: 'tn', extended: 'fsn', late: 'kn' } as const
export const administrations = [
  'stadsbyggnadskontoret',
  'kulturforvaltningen',
  'fritidsforvaltningen',
  'hvo-forvaltningen',
]
/** Those outside whose answers come by letter and are entered by the sender. */
export const byLetter = [
  ...['stadshus', 'parkering', 'malmo-live', 'stadsteatern', 'minc', 'boplats', 'leasing', 'va-syd'],
  ...['lansstyrelsen', 'hyresgasterna'],
]
export const onLink = 'mkb'
export const byWord = 'region-skane'
export const silent = 'sysav'
export const everyone = [
  ...plainBoards,
  ...Object.values(special),
  ...administrations,
  ...byLetter,
  ...[onLink, byWord, silent],
]

export function nameOf(key: string): string {
  const body = bodies.find((each) => each.key === key)
  if (body === undefined) throw new Error(`The seed has no body ${key}`)
  return body.name
}

/** What a body answers to each question: its own words, so that one in the wrong place is seen. */
export function wordsOf(key: string): readonly [string, string] {
  const name = nameOf(key)
  const number = everyone.indexOf(key) + 1
  return [
    `Vi i ${name} ser positivt på förslaget, med ${number} påpekanden om ”samordningen” – se bilaga ${number} a.`,
    `${name} behöver ${number} heltidstjänster & ${number},5 miljoner kronor år 1 < år 2; § ${number} i reglementet ändras.`,
  ]
}

const shapes = {
  bodies: z.array(z.object({ id: z.string(), name: z.string() })),
  meetings: z.object({ meetings: z.array(z.object({ id: z.string(), heldOn: z.string() })) }),
  round: z.object({ questions: z.array(z.object({ id: z.string() })) }),
  id: z.object({ id: z.string() }),
}

export const authorityOf = (key: string): string => bodies.find((each) => each.key === key)?.authority ?? ''
export const staff = (key: string) => {
  const { registrar, secretary } = staffOf(authorityOf(key))
  return { registrar, secretary }
}

export type Answering = {
  readonly body: string
  readonly caseNumber: string
  readonly roundId: string
  readonly officer: string
  readonly heads: readonly string[]
}

/** Given to its officer, begun and written. */
export async function writes(city: City, { body, caseNumber, roundId, officer }: Answering): Promise<void> {
  const registrar = await city.program(staff(body).registrar)
  await registrar.send(`PUT cases/${caseNumber}/officer`, { officerId: await city.person(officer) })
  const writer = await city.program(officer)
  await writer.send(`POST cases/${caseNumber}/referral-answer/begin`)
  const { id } = await writer.get(`cases/${caseNumber}/statement`, shapes.id)
  const asked = await writer.get(`referrals/${roundId}`, shapes.round)
  const words = wordsOf(body)
  const answers = asked.questions.map((each, at) => ({ questionId: each.id, stance: 'support', text: words[at] ?? '' }))
  await writer.send(`POST drafts/${id}/statement`, { version: 1, stance: 'support', answers })
}

export type Meeting = { readonly id: string; readonly heldOn: string }

/** The first meeting of a body from a day on. */
export async function nextMeeting(city: City, body: string, from: string): Promise<Meeting> {
  const asking = await city.program(staff(body).secretary)
  const id = (await asking.get('bodies', shapes.bodies)).find(({ name }) => name === nameOf(body))?.id ?? ''
  const { meetings } = await asking.get(`meetings?bodyId=${id}&from=${from}&to=2024-05-31`, shapes.meetings)
  const [first] = meetings.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
  if (first === undefined) throw new Error(`${body} does not meet from ${from}`)
  return first
}

export async function plans(city: City, { caseNumber, officer }: Answering, meeting: Meeting): Promise<void> {
  const steps = [{ step: 'board', meetingId: meeting.id }]
  await (await city.program(officer)).send(`PUT cases/${caseNumber}/plan`, { steps })
}
