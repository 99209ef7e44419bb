import { z } from 'zod'
import { command } from '../../kernel/command.ts'
import { allowAt, today, type Write } from '../../kernel/context.ts'
import { paperPdf } from '../../kernel/documents/index.ts'
import { Invalid } from '../../kernel/errors.ts'
import { uploadIds } from '../../kernel/http/input.ts'
import { takeUploads } from '../../kernel/uploads.ts'
import { getBody, listBodies, type Body } from '../organisation/index.ts'
import { openCase, registerRecord, writeLedger, type RecordItem } from '../registry/index.ts'
import { assignmentPaper, faultsOf, receiversOf } from './model.ts'
import { text } from './text.ts'

const emptyIsNone = (given: unknown) => (given === '' || given === undefined ? null : given)
const maybeDay = z.preprocess(emptyIsNone, z.iso.date({ error: () => text.fault.notADay }).nullable())

const toRegister = z.object({
  giverId: z.uuid({ error: () => text.fault.noGiver }),
  decidedOn: z.iso.date({ error: () => text.fault.notADay }),
  source: z.preprocess(emptyIsNone, z.string().trim().max(300).nullable()).default(null),
  title: z
    .string()
    .trim()
    .min(1, { error: () => text.fault.noTitle })
    .max(300, { error: () => text.fault.tooLong }),
  text: z
    .string()
    .trim()
    .min(1, { error: () => text.fault.noText })
    .max(20_000),
  leadId: z.uuid({ error: () => text.fault.noLead }),
  receiverIds: z.array(z.uuid()).default([]),
  dueOn: maybeDay.default(null),
  files: uploadIds,
})
type ToRegister = z.output<typeof toRegister>

/**
 * Registers what a body was told to do (uppdrag): opens a case with the one that leads, and registers the assignment there as
 * received, in one transaction.
 */
export const registerAssignment = command('assignments.register', toRegister, async (ctx, assignment) => {
  const lead = await getBody(ctx, assignment.leadId)
  allowAt(ctx, lead.authorityId)
  const faults = faultsOf({ ...assignment, leadAuthorityId: lead.authorityId }, today(ctx))
  if (Object.keys(faults).length > 0 || lead.authorityId === null) throw new Invalid(faults)
  const giver = await getBody(ctx, assignment.giverId)
  const receivers = await bodiesOf(ctx, receiversOf(assignment))

  const theCase = await openCase(ctx, {
    authorityId: lead.authorityId,
    title: assignment.title,
    kind: 'assignment',
    ...(assignment.dueOn !== null && { dueOn: assignment.dueOn, dueSource: dueSourceOf(giver, assignment) }),
  })
  const record = await register(ctx, theCase.id, { assignment, giver, receivers })
  const assignmentId = await insert(ctx, { assignment, caseId: theCase.id, recordId: record.id, receivers })
  await writeLedger(ctx, theCase.id, 'assignments.registered', {
    assignmentId,
    giver: giver.name,
    source: assignment.source,
    decidedOn: assignment.decidedOn,
    lead: lead.name,
    receivers: receivers.map((body) => body.name),
  })
  return { assignmentId, caseId: theCase.id, referenceNumber: theCase.referenceNumber }
})

/** In the order of the ids, so that the lead stands first. Throws `Invalid` for one that does not exist. */
async function bodiesOf(ctx: Write, ids: readonly string[]): Promise<Body[]> {
  const bodies = await listBodies(ctx)
  return ids.map((id) => {
    const body = bodies.find((each) => each.id === id)
    if (body === undefined) throw new Invalid({ receiverIds: text.fault.noLead })
    return body
  })
}

function dueSourceOf(giver: Body, { source }: ToRegister): string {
  return source === null ? giver.name : `${giver.name}, ${source}`
}

type Facts = { readonly assignment: ToRegister; readonly giver: Body; readonly receivers: readonly Body[] }

/** With the decision as a file, or a copy of its text where none was sent. */
async function register(ctx: Write, caseId: string, { assignment, giver, receivers }: Facts): Promise<RecordItem> {
  const uploads = await takeUploads(ctx, assignment.files)
  const paper = assignmentPaper({
    ...assignment,
    giverName: giver.name,
    receiverNames: receivers.map(({ name }) => name),
  })
  const copy = async () => ({ name: `${paper.kind}.pdf`, mediaType: 'application/pdf', bytes: await paperPdf(paper) })
  return registerRecord(ctx, {
    caseId,
    direction: 'in',
    kind: 'assignment',
    title: assignment.title,
    party: giver.name,
    files: uploads.length > 0 ? uploads : [await copy()],
  })
}

type Inserting = {
  readonly assignment: ToRegister
  readonly caseId: string
  readonly recordId: string
  readonly receivers: readonly Body[]
}

async function insert(ctx: Write, { assignment, caseId, recordId, receivers }: Inserting): Promise<string> {
  const { id } = await ctx.db
    .insertInto('assignments.assignments')
    .values({
      case_id: caseId,
      giver_id: assignment.giverId,
      title: assignment.title,
      text: assignment.text,
      decided_on: assignment.decidedOn,
      source: assignment.source,
      due_on: assignment.dueOn,
      record_id: recordId,
      registered_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('assignments.receivers')
    .values(receivers.map((body) => ({ assignment_id: id, body_id: body.id, is_lead: body.id === assignment.leadId })))
    .execute()
  return id
}
