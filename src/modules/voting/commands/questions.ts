import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { actingPerson, type Write } from '../../../kernel/context.ts'
import { Invalid, refuseIf, Refused } from '../../../kernel/errors.ts'
import { line, maybeChoice, maybeId, maybeWords, maybeLine, tick } from '../../../kernel/fields.ts'
import { asked, count } from '../model/input.ts'
import { askedAs, type Question } from '../model/order.ts'
import {
  ballots,
  faultsOfOpen,
  faultsOfSecret,
  findOpen,
  findSecret,
  minorityFor,
  type Ballot,
  type Finding,
  type OpenVote,
} from '../model/vote.ts'
import { text } from '../text.ts'
import { noted, openItem, type Opened } from './open.ts'

const toFind = z.object({
  itemId: z.uuid(),
  asked,
  winner: line(100, () => text.invalid.winner).describe('The option that the chair finds has won'),
})

/** What the chair found by acclamation, when nobody asked for a vote. */
export const findByAcclamation = command('voting.find', toFind, async (ctx, { itemId, ...said }) => {
  const opened = await openItem(ctx, itemId)
  const question = nextOf(opened, said.asked)
  if (!question.options.includes(said.winner)) throw new Invalid({ winner: text.invalid.winner })
  await settle(ctx, opened, { question, winner: said.winner, how: 'acclamation' })
  return noted(ctx, opened)
})

const toVote = z.object({
  itemId: z.uuid(),
  asked,
  votes: z.record(z.uuid(), z.enum(ballots)).default({}).describe('By person: yes, no or abstain'),
  rest: maybeChoice(ballots).describe('How all who are not named voted'),
  chairId: maybeId.describe('Who presides; left out, the chair or the vice chair who serves'),
  words: maybeWords(4000).describe('Why a minority of the council sends the matter back (A-41)'),
  delayedBefore: tick.describe('A minority of the council has delayed the matter before (A-40)'),
})

/** An open vote by roll-call: each who serves for the item votes once, by name (A-33 … ). */
export const voteOpenly = command('voting.vote-openly', toVote, async (ctx, { itemId, ...given }) => {
  const opened = await openItem(ctx, itemId)
  const question = nextOf(opened, given.asked)
  if (question.kind === 'election') throw new Refused([text.obstacle.electionsAreSecret])
  const vote = openVote(opened, question, given)
  const faults = faultsOfOpen(vote)
  if (faults.length > 0)
    throw new Invalid(Object.fromEntries(faults.map((fault) => openFault(fault, { opened, vote }))))
  const finding = findOpen(vote)
  if (finding.how === 'minority' && finding.winner === 'remit' && given.words === null)
    throw new Invalid({ words: text.invalid.minorityReasons })
  const words = finding.how === 'minority' ? given.words : null
  await settle(ctx, opened, { question, ...finding, words, chairId: vote.chairId, votes: vote.votes })
  return { ...(await noted(ctx, opened)), ...finding }
})

type Given = Pick<z.output<typeof toVote>, 'votes' | 'rest' | 'chairId' | 'delayedBefore'>

function openVote({ table, meeting }: Opened, question: Question, given: Given): OpenVote {
  const serving = table.roll?.serving.map(({ personId }) => personId) ?? []
  const votes = new Map<string, Ballot>(Object.entries(given.votes))
  const { rest } = given
  if (rest !== null) for (const person of serving) if (!votes.has(person)) votes.set(person, rest)
  const isDelayedBefore = table.isDelayedBefore || given.delayedBefore
  const minority = minorityFor(question, { bodyKind: meeting.bodyKind, present: serving.length, isDelayedBefore })
  return { question, votes, serving, chairId: given.chairId ?? table.presiding ?? '', minority }
}

function openFault(
  fault: ReturnType<typeof faultsOfOpen>[number],
  { opened, vote }: { opened: Opened; vote: OpenVote },
): [string, string] {
  const missing = opened.table.roll?.serving.filter(({ personId }) => !vote.votes.has(personId)) ?? []
  if (fault === 'missing') return ['votes', text.invalid.votesMissing(missing.map(({ name }) => name))]
  if (fault === 'stranger') return ['votes', text.invalid.voteOfStranger]
  return ['chairId', fault === 'chairMustVote' ? text.invalid.chairMustVote : text.invalid.chairNotServing]
}

const toVoteSecretly = z.object({
  itemId: z.uuid(),
  asked,
  counts: z.array(count).max(100).default([]).describe('Votes for each nominee, in the order of the question'),
  blank: count.describe('Blank votes, and those who abstained'),
  drawn: maybeLine(100).describe('On a tie: whom the lot fell on'),
  words: maybeWords(4000).describe('On a tie: how the lot was drawn'),
})

/** A secret vote in an election or when somebody is hired: totals only; a tie is settled by lot. */
export const voteSecretly = command('voting.vote-secretly', toVoteSecretly, async (ctx, { itemId, ...given }) => {
  const opened = await openItem(ctx, itemId)
  const question = nextOf(opened, given.asked)
  if (question.kind !== 'election') throw new Refused([text.obstacle.onlyElectionsAreSecret])
  const { counts, blank, drawn, words } = given
  const vote = { question, counts, blank, drawn, serving: opened.table.roll?.serving.length ?? 0 }
  const [fault] = faultsOfSecret(vote)
  if (fault !== undefined) throw new Invalid({ [secretField(fault)]: text.invalid.secret[fault](vote.serving) })
  const finding = findSecret(vote)
  if (finding.how === 'lot' && words === null) throw new Invalid({ words: text.invalid.lotWords })
  await settle(ctx, opened, { question, ...finding, words: finding.how === 'lot' ? words : null })
  return { ...(await noted(ctx, opened)), ...finding }
})

function secretField(fault: ReturnType<typeof faultsOfSecret>[number]): string {
  return fault.startsWith('lot') ? 'drawn' : 'counts.0'
}

const toTakeBack = z.object({
  itemId: z.uuid(),
  position: z.coerce
    .number()
    .int()
    .optional()
    .describe('The question that was seen as the last; left out, nothing is compared'),
})

/** Takes the last question back, when it was noted wrongly: it is put anew. */
export const takeBack = command('voting.take-back', toTakeBack, async (ctx, { itemId, position }) => {
  const opened = await openItem(ctx, itemId)
  const last = opened.table.settled.at(-1)
  if (last === undefined) throw new Refused([text.obstacle.nothingToTakeBack])
  refuseIf(position === undefined || position === last.position ? [] : [text.obstacle.askedMeanwhile])
  await ctx.db
    .deleteFrom('voting.questions')
    .where('item_id', '=', itemId)
    .where('position', '=', last.position)
    .execute()
  return noted(ctx, opened)
})

/** The question that is put now. Throws `Refused` when there is none, or the form was drawn for another. */
function nextOf({ table }: Opened, seen: string | null): Question {
  const { next } = table.course
  if (next === null) throw new Refused([text.obstacle.nothingToAsk])
  refuseIf(seen === null || seen === askedAs(next) ? [] : [text.obstacle.askedMeanwhile])
  return next
}

type Settling = Pick<Finding, 'winner' | 'how'> & {
  readonly question: Question
  readonly counts?: readonly number[]
  readonly abstained?: number
  readonly words?: string | null
  readonly chairId?: string
  readonly votes?: ReadonlyMap<string, Ballot>
}

async function settle(ctx: Write, { table }: Opened, settling: Settling): Promise<void> {
  const { question, winner, how, counts = null, abstained = null, words = null, chairId = null, votes } = settling
  const position = (table.settled.at(-1)?.position ?? 0) + 1
  const { itemId } = table
  await ctx.db
    .insertInto('voting.questions')
    .values({
      item_id: itemId,
      position,
      ...question,
      winner,
      how,
      counts,
      abstained,
      words,
      chair_id: chairId,
      settled_by: actingPerson(ctx),
      settled_at: ctx.now,
    })
    .execute()
  const rows = [...(votes ?? [])].map(([person_id, vote]) => ({ item_id: itemId, position, person_id, vote }))
  if (rows.length > 0) await ctx.db.insertInto('voting.votes').values(rows).execute()
}
