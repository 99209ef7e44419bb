/** The round of thirty: who is asked and by which channel, what each is to say, and the steps that many of them share. */

import assert from 'node:assert/strict'
import { z } from 'zod'
import { staffOf } from '../seed/load/staff.ts'
import { bodies } from '../seed/demo-city.ts'
import type { City } from './city.ts'
import type { Put } from './thirty-matrix.ts'

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
/** Those outside that answer on a link, beside the one that is seen to. */
export const onLinks = [
  ...['parkering', 'malmo-live', 'stadsteatern', 'minc', 'boplats', 'leasing', 'va-syd'],
  ...['lansstyrelsen', 'hyresgasterna'],
]
export const onLink = 'stadshus'
export const declining = 'mkb'
export const byWord = 'region-skane'
export const silent = 'sysav'
export const everyone = [
  ...plainBoards,
  ...Object.values(special),
  ...administrations,
  ...onLinks,
  ...[onLink, declining, byWord, silent],
]

export function nameOf(key: string): string {
  return bodies.find((each) => each.key === key)?.name ?? assert.fail(`The seed has no body ${key}`)
}

/** What a body answers to each question: its own words, so that one in the wrong place is seen. */
export function wordsOf(key: string): readonly [string, string] {
  const name = nameOf(key)
  const number = everyone.indexOf(key) + 1
  return [
    `Vi i ${name} ser på förslaget med ${number} påpekanden om ”samordningen” – se bilaga ${number} a.`,
    `${name} behöver ${number} heltidstjänster & ${number},5 miljoner kronor år 1 < år 2; § ${number} i reglementet ändras.`,
  ]
}

const positions = ['support', 'support_partly', 'oppose', 'no_objection'] as const

/** All four positions, spread over the bodies. */
export function stanceOf(key: string): (typeof positions)[number] {
  return positions[everyone.indexOf(key) % positions.length] ?? 'support'
}

/** What is to stand in the matrix of a body that answers as it is asked to. */
export function answerOf(
  key: string,
  standing: Pick<Put, 'decidedBy' | 'decidedOn' | 'arrivedOn'> & Partial<Put>,
): Put {
  return { stance: stanceOf(key), words: wordsOf(key), outside: null, paragraph: null, isLate: false, ...standing }
}

const shapes = {
  bodies: z.array(z.object({ id: z.string(), name: z.string() })),
  meetings: z.object({ meetings: z.array(z.object({ id: z.string(), heldOn: z.string() })) }),
  round: z.object({ questions: z.array(z.object({ id: z.string() })) }),
  id: z.object({ id: z.string() }),
  submission: z.object({ digest: z.string() }),
  placed: z.object({ itemIds: z.array(z.string()) }),
  decided: z.object({ decisionId: z.string(), paragraph: z.number() }),
  token: z.object({ token: z.string() }),
  writer: z.object({ personId: z.string() }),
}

/** Does the work for each, three at a time. */
export async function beside<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items]
  const one = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next)
  }
  await Promise.all([one(), one(), one()])
}

const authorityOf = (key: string): string => bodies.find((each) => each.key === key)?.authority ?? ''
export const staff = (key: string) => staffOf(authorityOf(key))

export type Answering = {
  readonly body: string
  readonly caseNumber: string
  readonly roundId: string
  readonly officer: string
  readonly heads: readonly string[]
}

/** Given to its officer. */
export async function isGiven(city: City, { body, caseNumber, officer }: Answering): Promise<void> {
  const registrar = await city.program(staff(body).registrar)
  await registrar.send(`PUT cases/${caseNumber}/officer`, { officerId: await city.person(officer) })
}

/** Given to its officer, begun and written. */
export async function writes(city: City, answering: Answering): Promise<void> {
  const { body, caseNumber, roundId, officer } = answering
  await isGiven(city, answering)
  const writer = await city.program(officer)
  await writer.send(`POST cases/${caseNumber}/referral-answer/begin`)
  const { id } = await writer.get(`cases/${caseNumber}/statement`, shapes.id)
  const asked = await writer.get(`referrals/${roundId}`, shapes.round)
  const words = wordsOf(body)
  const stance = stanceOf(body)
  const answers = asked.questions.map((each, at) => ({ questionId: each.id, stance, text: words[at] ?? '' }))
  await writer.send(`POST drafts/${id}/statement`, { version: 1, stance, answers })
}

/** Sent to the heads, who approve it one after the other. */
export async function isApproved(city: City, { caseNumber, officer, heads }: Answering): Promise<void> {
  const approvers = await Promise.all(heads.map(city.person))
  const { submissionId } = await (await city.program(officer)).send(`POST cases/${caseNumber}/submit`, { approvers })
  for (const head of heads) {
    const approver = await city.program(head)
    const { digest } = await approver.get(`submissions/${String(submissionId)}`, shapes.submission)
    await approver.send(`POST submissions/${String(submissionId)}/approve`, { digest })
  }
}

export type Meeting = { readonly id: string; readonly heldOn: string }

/** The first meeting of a body from a day on. */
export async function nextMeeting(city: City, body: string, from: string): Promise<Meeting> {
  const asking = await city.program(staff(body).secretary)
  const id = (await asking.get('bodies', shapes.bodies)).find(({ name }) => name === nameOf(body))?.id ?? ''
  const { meetings } = await asking.get(`meetings?bodyId=${id}&from=${from}&to=2024-05-31`, shapes.meetings)
  const [first] = meetings.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
  return first ?? assert.fail(`${body} does not meet from ${from}`)
}

export async function plans(city: City, { caseNumber, officer }: Answering, meeting: Meeting): Promise<void> {
  const steps = [{ step: 'board', meetingId: meeting.id }]
  await (await city.program(officer)).send(`PUT cases/${caseNumber}/plan`, { steps })
}

/** What is decided at which meeting, and since it was approved stands on its agenda. */
export type OnAgenda = { readonly answering: Answering; readonly meeting: Meeting; readonly itemId: string }

export async function isPlaced(city: City, answering: Answering, meeting: Meeting): Promise<OnAgenda> {
  const officer = await city.program(answering.officer)
  const { itemIds } = shapes.placed.parse(await officer.send(`POST cases/${answering.caseNumber}/plan/place`))
  return { answering, meeting, itemId: itemIds.at(-1) ?? assert.fail(`${answering.body} was not placed`) }
}

/** Decided, adjusted at once and dispatched, on the day of the meeting. Gives the § it was decided under. */
export async function isDecided(city: City, { answering, meeting, itemId }: OnAgenda): Promise<string> {
  const { body, caseNumber } = answering
  const secretary = await city.program(staff(body).secretary)
  const decision = { outcome: 'as_proposed', points: [`${nameOf(body)} lämnar yttrandet som sitt eget.`] }
  const said = await secretary.send(`POST agenda-items/${itemId}/decide`, decision)
  const { decisionId, paragraph } = shapes.decided.parse(said)
  const adjusted = { decisionIds: [decisionId], adjustedOn: meeting.heldOn, isImmediate: true }
  await secretary.send(`POST meetings/${meeting.id}/adjust`, adjusted)
  await dispatches(city, body, caseNumber)
  return String(paragraph)
}

export async function dispatches(city: City, body: string, caseNumber: string): Promise<void> {
  await (await city.program(staff(body).registrar)).send(`POST cases/${caseNumber}/referral-answer/dispatch`)
}

export type Linked = { readonly key: string; readonly roundId: string; readonly recipientId: string }

/** A program that holds the link and nothing else: says who it is, and hands in. */
export async function handsInOnLink(city: City, { key, roundId, recipientId }: Linked, put: Put): Promise<void> {
  const sender = await city.program('ingrid-falkenby')
  const link = await sender.send(`POST referrals/${roundId}/recipients/${recipientId}/links`)
  const asked = await sender.get(`referrals/${roundId}`, shapes.round)
  const people = `${city.address}/api/v1/answer-links/${shapes.token.parse(link).token}/people`
  const { personId } = shapes.writer.parse(await posted(people, { name: `Svarande på ${key}`, role: 'utredare' }))
  const { stance, words, decidedBy, decidedOn } = put
  const answers = asked.questions.map(({ id }, at) => ({ questionId: id, stance, text: words?.[at] ?? '' }))
  await posted(`${people}/${personId}/submit`, { answers, stance, decidedBy, decidedOn })
}

async function posted(address: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
  assert.ok(reply.ok, `${address} answered ${reply.status}: ${await reply.clone().text()}`)
  return reply.json()
}
