/** Builders for tests: a round that was sent, those who were asked, and what some of them answered. */

import { sql } from 'kysely'
import type { World } from '../../../test/support.ts'
import { contentHash, fromText, toText } from '../../kernel/rich-text.ts'
import type { Stance } from '../drafting/index.ts'
import { aBody, aPerson } from '../organisation/fixtures.ts'
import { aCase, aColleague, aRegistry, type TestRegistry } from '../registry/fixtures.ts'
import type { Case } from '../registry/index.ts'

export type TestRound = {
  readonly id: string
  readonly sender: TestRegistry
  readonly officerId: string
  readonly theCase: Case
  readonly questionIds: readonly string[]
}

/** A decision to send it, which every round that is sent stands on. */
async function aDecision(world: World, sender: TestRegistry, caseId: string): Promise<string> {
  const { db } = world
  const meeting = await db
    .insertInto('meetings.meetings')
    .values({ body_id: sender.bodyId, held_on: '2023-10-02' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const item = await db
    .insertInto('meetings.items')
    .values({ meeting_id: meeting.id, case_id: caseId, position: 1, title: 'Remiss' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const decision = await db
    .insertInto('meetings.decisions')
    .values({
      item_id: item.id,
      meeting_id: meeting.id,
      body_id: sender.bodyId,
      case_id: caseId,
      year: 2023,
      paragraph: 430,
      outcome: 'as_proposed',
      points: ['Förslaget skickas på remiss utan eget ställningstagande.'],
      decided_on: '2023-10-02',
      secretary_id: sender.registrarId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return decision.id
}

/** A round with as many questions as asked for, sent or still a draft. */
export async function aRound(
  world: World,
  facts: { questions?: number; answerBy?: string; isDraft?: boolean } = {},
): Promise<TestRound> {
  const sender = await aRegistry(world, { kind: 'executive_board' })
  const officerId = await aColleague(world, sender, 'case_officer')
  const theCase = await aCase(world, sender, { title: 'Områdeslyft' })
  const { id } = await world.db
    .insertInto('referral.rounds')
    .values({
      case_id: theCase.id,
      authority_id: sender.authorityId,
      issuer_id: sender.bodyId,
      title: 'Ett långsiktigt områdeslyft',
      cover_letter: JSON.stringify(fromText('Välkommen att svara.')),
      answer_by: facts.answerBy ?? '2023-12-29',
      contact_id: officerId,
      created_at: world.now,
      decision_id: await aDecision(world, sender, theCase.id),
      ...(facts.isDraft !== true && { state: 'sent' as const, sent_at: world.now }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const questions = await world.db
    .insertInto('referral.questions')
    .values(
      Array.from({ length: facts.questions ?? 4 }, (_, index) => ({
        round_id: id,
        number: index + 1,
        kind: 'text' as const,
        text: `Vad anser ni om del ${index + 1} av förslaget?`,
      })),
    )
    .returning(['id', 'number'])
    .execute()
  const questionIds = questions.toSorted((a, b) => a.number - b.number).map((question) => question.id)
  return { id, sender, officerId, theCase, questionIds }
}

/** A body that was asked; with a case of its own, or outside the system. */
export async function aRecipient(
  world: World,
  round: TestRound,
  facts: { name?: string; isOutside?: boolean } = {},
): Promise<string> {
  const named = facts.name === undefined ? {} : { name: facts.name }
  const isOutside = facts.isOutside === true
  const registry = isOutside ? undefined : await aRegistry(world, named)
  const bodyId = registry?.bodyId ?? (await aBody(world.db, { ...named, kind: 'company' }))
  const caseId = registry === undefined ? null : (await aCase(world, registry, { kind: 'referral_answer' })).id
  const { id } = await world.db
    .insertInto('referral.recipients')
    .values({
      round_id: round.id,
      body_id: bodyId,
      kind: 'board',
      is_mandatory: false,
      case_id: caseId,
      asked_at: world.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type TestAnswer = {
  /** The recipient that answers. */
  readonly by: string
  readonly stance?: Stance
  /** By question, in order; null: nothing on that one. */
  readonly texts?: readonly (string | null)[]
  readonly outside?: string
  readonly paragraph?: string
  readonly reservations?: string
  readonly isLate?: boolean
  readonly items?: Readonly<Record<string, unknown>>
}

/** What a recipient answered. */
export async function anAnswer(world: World, round: TestRound, facts: TestAnswer): Promise<void> {
  const { id } = await world.db
    .insertInto('referral.answers')
    .values({
      recipient_id: facts.by,
      decided_by: 'board',
      stance: facts.stance ?? 'support_partly',
      decided_on: '2023-12-19',
      paragraph: facts.paragraph ?? '121',
      reservations: facts.reservations ?? null,
      arrived_at: world.now,
      is_late: facts.isLate ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const parts = partsOf(round, facts).map((part) => ({ ...part, answer_id: id }))
  if (parts.length > 0) await world.db.insertInto('referral.answer_parts').values(parts).execute()
}

/** The typed items stand with the first question. */
function partsOf({ questionIds }: TestRound, { texts = [], outside, items = {} }: TestAnswer) {
  const onQuestions = texts.map((words, index) => ({ id: questionIds[index] ?? null, words }))
  const all: { id: string | null; words: string | null }[] = [...onQuestions, { id: null, words: outside ?? null }]
  return all.flatMap(({ id, words }) => {
    if (words === null) return []
    const text = fromText(words)
    return {
      question_id: id,
      stance: 'support' as const,
      text: JSON.stringify(text),
      plain: toText(text),
      items: JSON.stringify(id === questionIds[0] ? items : {}),
      sha256: contentHash(text),
    }
  })
}

/** Many bodies outside the system, each with an answer to every question, in a few statements. */
export async function manyAnswers(world: World, round: TestRound, count: number): Promise<void> {
  await sql`
    with b as (
      insert into organisation.bodies (key, name, short_name, kind)
      select ${round.id} || n, 'Instans ' || lpad(n::text, 3, '0'), 'I' || n, 'company' from generate_series(1, ${count}::int) n
      returning id),
    r as (
      insert into referral.recipients (round_id, body_id, kind, is_mandatory, asked_at)
      select ${round.id}, id, 'board', false, ${world.now} from b returning id),
    a as (
      insert into referral.answers (recipient_id, decided_by, stance, decided_on, arrived_at, is_late)
      select id, 'company', 'support', '2023-12-19', ${world.now}, false from r returning id)
    insert into referral.answer_parts (answer_id, question_id, stance, text, plain, sha256)
    select a.id, q.id, 'support', ${JSON.stringify(manyWords)}::jsonb, ${toText(manyWords)}, ${contentHash(manyWords)}
    from a cross join referral.questions q where q.round_id = ${round.id}`.execute(world.db)
}

const manyWords = fromText('Instansen ser positivt på förslaget och vill medverka i det fortsatta arbetet. '.repeat(5))

export function aVisitor(world: World): Promise<string> {
  return aPerson(world.db)
}
