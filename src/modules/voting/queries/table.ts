import { sql } from 'kysely'
import type { Read, Write } from '../../../kernel/context.ts'
import type { AgendaItem, Meeting } from '../../meetings/index.ts'
import { rollOf, type ItemRoll, type MeetingRoll } from '../../roll/index.ts'
import { courseOf, mainOf, type OnTable } from '../model/order.ts'
import { presidingOf, type Claim, type Note, type Settled, type Table, type Who } from '../model/table.ts'

/** All that lies on the table of one item. `rollKnown`: where the caller has asked for it already. */
export async function tableOf(
  ctx: Read | Write,
  meeting: Meeting,
  item: Pick<AgendaItem, 'id' | 'caseId' | 'proposal'>,
): Promise<Table> {
  const roll = await rollOf(ctx, meeting)
  const claims = await listClaims(ctx, item.id)
  const settled = await listSettled(ctx, item.id)
  const onTable: OnTable = { hasProposal: item.proposal.length > 0, claims, main: await chosenMain(ctx, item.id) }
  const found = placeOf(roll, item.id)
  return {
    itemId: item.id,
    isCalled: roll.isCalled,
    isOnAgenda: found.at !== -1,
    isDecided: roll.items[found.at]?.isDecided === true,
    isAdjusted: roll.items[found.at]?.isAdjusted === true,
    roll: found.roll,
    presiding: presidingOf(found.roll?.serving ?? [], roll.elected),
    ...onTable,
    claims,
    main: mainOf(onTable),
    settled,
    course: courseOf(onTable, settled),
    notes: await listNotes(ctx, item.id),
    isDelayedBefore: meeting.bodyKind === 'council' && (await isDelayedBefore(ctx, item)),
  }
}

function placeOf({ items, rolls }: MeetingRoll, itemId: string): { at: number; roll: ItemRoll | null } {
  const at = items.findIndex(({ id }) => id === itemId)
  return { at, roll: rolls[at] ?? null }
}

async function listClaims(ctx: Read | Write, itemId: string): Promise<Claim[]> {
  const claims = await ctx.db
    .selectFrom('voting.claims')
    .select(['id', 'kind', 'words'])
    .where('item_id', '=', itemId)
    .orderBy('position')
    .execute()
  if (claims.length === 0) return []
  const people = await ctx.db
    .selectFrom('voting.claimants as c')
    .innerJoin('organisation.people as p', 'p.id', 'c.person_id')
    .select(['c.claim_id as of', 'p.id as personId', 'p.name'])
    .where(
      'c.claim_id',
      'in',
      claims.map(({ id }) => id),
    )
    .orderBy('c.position')
    .execute()
  return claims.map((claim) => ({ ...claim, people: peopleOf(people, claim.id) }))
}

function peopleOf(rows: readonly (Who & { readonly of: string })[], id: string): Who[] {
  return rows.flatMap(({ of, personId, name }) => (of === id ? [{ personId, name }] : []))
}

async function chosenMain(ctx: Read | Write, itemId: string): Promise<string | null> {
  const row = await ctx.db.selectFrom('voting.orders').select('main').where('item_id', '=', itemId).executeTakeFirst()
  return row?.main ?? null
}

async function listSettled(ctx: Read | Write, itemId: string): Promise<Settled[]> {
  const rows = await ctx.db
    .selectFrom('voting.questions as q')
    .leftJoin('organisation.people as p', 'p.id', 'q.chair_id')
    .select(['q.position', 'q.kind', 'q.options', 'q.winner', 'q.how', 'q.counts', 'q.abstained', 'q.words'])
    .select('p.name as chairName')
    .where('q.item_id', '=', itemId)
    .orderBy('q.position')
    .execute()
  if (rows.length === 0) return []
  const votes = await ctx.db
    .selectFrom('voting.votes as v')
    .innerJoin('organisation.people as p', 'p.id', 'v.person_id')
    .select(['v.position', 'v.person_id as personId', 'p.name', 'v.vote'])
    .where('v.item_id', '=', itemId)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    votes: votes.flatMap(({ position, ...vote }) => (position === row.position ? [vote] : [])),
  }))
}

async function listNotes(ctx: Read | Write, itemId: string): Promise<Note[]> {
  const notes = await ctx.db
    .selectFrom('voting.notes')
    .select(['id', 'kind', 'words', 'announced_at as announcedAt'])
    .where('item_id', '=', itemId)
    .orderBy('announced_at')
    .orderBy('entered_at')
    .orderBy('id')
    .execute()
  if (notes.length === 0) return []
  const people = await ctx.db
    .selectFrom('voting.note_people as n')
    .innerJoin('organisation.people as p', 'p.id', 'n.person_id')
    .select(['n.note_id as of', 'p.id as personId', 'p.name'])
    .where(
      'n.note_id',
      'in',
      notes.map(({ id }) => id),
    )
    .orderBy('n.position')
    .execute()
  return notes.map((note) => ({ ...note, people: peopleOf(people, note.id) }))
}

/** whether a minority has delayed the same matter in the same council before. */
async function isDelayedBefore(ctx: Read | Write, item: Pick<AgendaItem, 'id' | 'caseId'>): Promise<boolean> {
  const before = await ctx.db
    .selectFrom('voting.questions as q')
    .innerJoin('meetings.items as i', 'i.id', 'q.item_id')
    .select('q.item_id')
    .where('i.case_id', '=', item.caseId)
    .where('i.id', '<>', item.id)
    .where('q.how', '=', 'minority')
    .limit(1)
    .executeTakeFirst()
  return before !== undefined
}

/** Which item a claim or a note is about; undefined: there is none such, or not for this person. */
export async function itemOf(
  ctx: Read | Write,
  what: { readonly claimId: string } | { readonly noteId: string },
): Promise<string | undefined> {
  const row =
    'claimId' in what
      ? await ctx.db.selectFrom('voting.claims').select('item_id').where('id', '=', what.claimId).executeTakeFirst()
      : await ctx.db.selectFrom('voting.notes').select('item_id').where('id', '=', what.noteId).executeTakeFirst()
  return row?.item_id
}

/** How much lies on the table of each item of a meeting, and the last reservation of them all. */
export async function countsOf(
  ctx: Read | Write,
  meetingId: string,
): Promise<{ itemId: string; claims: number; questions: number; notes: number }[]> {
  return ctx.db
    .selectFrom('meetings.items as i')
    .where('i.meeting_id', '=', meetingId)
    .select('i.id as itemId')
    .select(({ selectFrom, fn }) => [
      selectFrom('voting.claims as c')
        .whereRef('c.item_id', '=', 'i.id')
        .select(fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('claims'),
      selectFrom('voting.questions as q')
        .whereRef('q.item_id', '=', 'i.id')
        .select(fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('questions'),
      selectFrom('voting.notes as n')
        .whereRef('n.item_id', '=', 'i.id')
        .select(fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('notes'),
    ])
    .execute()
}

/** When the last reservation of a meeting was announced; null: there is none. Also of items the reader may not see. */
export async function lastReservation(ctx: Read | Write, meetingId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select voting.last_reservation(${meetingId}) as at`.execute(ctx.db)
  return rows[0]?.at ?? null
}
