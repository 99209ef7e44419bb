/** What answering together asks of the officer of a case: of one who writes for others, of one who joined, and of one released (I-18). */

import { sql } from 'kysely'
import { today, type Read } from '../../../kernel/context.ts'
import { swedishDay } from '../../../kernel/time.ts'
import { capital, dayText } from '../../../kernel/ui/index.ts'
import { findApproved } from '../../drafting/index.ts'
import type { WorkItem } from '../../organisation/index.ts'
import { caseHref } from '../../registry/index.ts'
import { hasDecided, isSameStatement } from '../model.ts'
import { namesOf } from '../text/joint.ts'
import { text } from '../text/joint-work.ts'
import { listJointStatements } from './joint.ts'
import { listMembers } from './recipients.ts'

/** For the person who asks; one statement more for each case in which they write for others. */
export async function listJointWork(ctx: Read): Promise<WorkItem[]> {
  const { personId } = ctx.actor
  if (personId === null) return []
  const cases = await listTogether(ctx, personId)
  const items: (WorkItem | null)[] = []
  for (const one of cases) items.push(one.isHost ? await writing(ctx, one) : joinedOrReleased(ctx, one))
  return items.filter((item) => item !== null)
}

/** What it has got of the one it answers with: when and how often, and the record it came as last. */
const got = () =>
  sql<{ sent_at: Date | null; record_id: string | null; times: number }>`(select max(j.sent_at) as sent_at,
          (array_agg(j.record_id order by j.sent_at desc))[1] as record_id, count(*)::int as times
          from referral.joint_statements j where j.recipient_id = x.id and j.host_id = x.joint_with)`.as('got')

/** That it was let go of, where it has not joined anybody since. */
const gone = () =>
  sql<{ released_at: Date | null; by: string | null }>`(select l.released_at, b.name as by
          from referral.releases l join referral.recipients k on k.id = l.host_id
          join organisation.bodies b on b.id = k.body_id
          where l.recipient_id = x.id and x.joint_with is null order by l.released_at desc limit 1)`.as('gone')

const standing = [
  sql<boolean>`exists (select from referral.recipients m where m.joint_with = x.id)`.as('isHost'),
  sql<boolean>`exists (select from meetings.item_records p where p.record_id = got.record_id)`.as('isBeforeBoard'),
  sql<boolean>`exists (select from drafting.drafts t where t.case_id = c.id and t.kind = 'statement'
        and t.state <> 'set_aside')`.as('hasOwn'),
  sql<boolean>`(select s.stage from referral.stage_of(c.id) s) in ('decided', 'adjusted')`.as('isDecided'),
] as const

/** The officer's open cases in which several answer together, or did and have not gone on by themselves. */
async function listTogether(ctx: Read, personId: string) {
  return ctx.db
    .selectFrom('referral.recipients as x')
    .innerJoin('referral.rounds as r', 'r.id', 'x.round_id')
    .innerJoin('registry.cases as c', 'c.id', 'x.case_id')
    .leftJoin('referral.recipients as h', 'h.id', 'x.joint_with')
    .leftJoin('organisation.bodies as hb', 'hb.id', 'h.body_id')
    .leftJoinLateral(got, (join) => join.onTrue())
    .leftJoinLateral(gone, (join) => join.onTrue())
    .where('c.officer_id', '=', personId)
    .where('c.state', '=', 'open')
    .where((on) =>
      on.or([
        sql<boolean>`exists (select from referral.recipients m where m.joint_with = x.id)`,
        sql<boolean>`(x.joint_with is not null or gone.released_at is not null)
          and not exists (select from referral.answers s where s.recipient_id = x.id)`,
      ]),
    )
    .select([
      'x.id',
      'x.kind',
      'c.id as caseId',
      'c.title',
      'c.reference_number as referenceNumber',
      'c.due_on as dueOn',
    ])
    .select(['hb.name as hostName', 'got.sent_at as sentAt', 'got.times', 'gone.released_at as releasedAt', 'gone.by'])
    .select(standing)
    .orderBy('c.due_on')
    .orderBy('c.reference_number')
    .limit(50)
    .execute()
}

type Row = Awaited<ReturnType<typeof listTogether>>[number]

function item({ referenceNumber, dueOn }: Row, said: Pick<WorkItem, 'group' | 'title' | 'detail'>): WorkItem {
  const href = caseHref({ referenceNumber }, 'remiss#samordnat')
  const action = said.group === 'now' ? text.open : null
  return { href, reference: referenceNumber, due: dueOn, action, ...said }
}

/** Who have joined and not decided: to write for, to send to, or to wait for. Null where all have. */
async function writing(ctx: Read, row: Row): Promise<WorkItem | null> {
  const members = (await listMembers(ctx, row.id)).filter((member) => !hasDecided(member))
  if (members.length === 0) return null
  const statement = await findApproved(ctx, row.caseId, 'statement')
  const sent = await listJointStatements(ctx, row.id)
  const lacking = members.filter(
    ({ id }) =>
      statement !== null &&
      !sent.some((one) => one.recipientId === id && isSameStatement(one.content, statement.content)),
  )
  const names = (of: typeof members) => namesOf(of.map(({ bodyName }) => capital(bodyName)))
  const { title } = row
  if (statement === null)
    return item(row, { group: 'now', title: text.write(title), detail: text.writeDetail(names(members)) })
  if (lacking.length === 0)
    return item(row, { group: 'waiting', title: text.waits(title), detail: text.waitsDetail(names(members)) })
  const toSend = item(row, { group: 'now', title: text.send(title), detail: text.sendDetail(names(lacking)) })
  return { ...toSend, action: text.doSend }
}

function joinedOrReleased(ctx: Read, row: Row): WorkItem | null {
  if (row.hostName === null) return letGo(ctx, row)
  if (row.isDecided || row.isBeforeBoard) return null // then it stands among what the board decides, or what is to be dispatched
  const title = text.joined(row.title)
  if (row.sentAt === null)
    return item(row, { group: 'waiting', title, detail: text.joinedDetail(capital(row.hostName)) })
  const day = swedishDay(row.sentAt)
  const isAnew = (row.times ?? 0) > 1
  const came = (isAnew ? text.cameAnew : text.came)(row.hostName, dayText(day))
  return { ...item(row, { group: 'now', title, detail: `${came} ${toDo(row, isAnew)}` }), isNew: day === today(ctx) }
}

function toDo({ kind }: Row, isAnew: boolean): string {
  if (kind === 'administration') return text.toDoOffice
  return isAnew ? text.toDoAnew : text.toDo
}

function letGo(ctx: Read, row: Row): WorkItem | null {
  if (row.releasedAt === null || row.hasOwn || row.isDecided) return null
  const day = swedishDay(row.releasedAt)
  const detail = text.releasedDetail(capital(row.by ?? ''), dayText(day))
  return { ...item(row, { group: 'now', title: text.released(row.title), detail }), isNew: day === today(ctx) }
}
