/** The registry's verbs: open, register, add a version, assign, edit, close and reopen. */

import { z } from 'zod'
import { command } from '../../kernel/command.ts'
import { allowAt, may, today, type Write } from '../../kernel/context.ts'
import { found, Invalid, refuseIf } from '../../kernel/errors.ts'
import { changedDay, changedLine, choice, line, maybeDay, maybeId, maybeLine, tick } from '../../kernel/fields.ts'
import { uploadIds } from '../../kernel/http/input.ts'
import { takeUploads } from '../../kernel/uploads.ts'
import { setDue, updateCase } from './commands/change.ts'
import { recordsChanged } from './commands/changed.ts'
import { checkFiling } from './commands/file-case.ts'
import { caseName, recordFields, secrecy } from './commands/input.ts'
import { holdCount, writeLedger } from './commands/ledger.ts'
import { openCase } from './commands/open.ts'
import { checkSent, keepVersion, refuseTwins, registerRecord } from './commands/register.ts'
import {
  caseKinds,
  obstaclesToAddingTo,
  obstaclesToChanging,
  obstaclesToClosing,
  obstaclesToGivingAway,
  obstaclesToReopening,
  recordNumber,
  saysHiddenTitle,
  type Case,
  type RecordItem,
} from './model.ts'
import { findOfficer, getRecord, lockCase } from './queries.ts'
import { text } from './text.ts'

/** What every command on a case gives back: enough to go to it. */
type Touched = { readonly caseId: string; readonly referenceNumber: string }

function touched({ id, referenceNumber }: Case): Touched {
  return { caseId: id, referenceNumber }
}

const newCase = z.object({
  authorityId: maybeId,
  title: line(300, () => text.invalid.noTitle),
  kind: choice(caseKinds).default('matter'),
  officerId: maybeId,
  counterpart: maybeLine(100),
  dueOn: maybeDay,
  dueSource: maybeLine(200),
  openedOn: maybeDay,
  classId: maybeId,
  caseTypeId: maybeId,
  /** Marks the whole case from the first moment. */
  secrecy,
  /** The record that starts the case; left out when it has neither title nor files. */
  record: recordFields.extend({ title: maybeLine(300) }).optional(),
})

/** Opens a case under the next number and, in the same step, registers the record that starts it. */
export const openCaseCommand = command('registry.open-case', newCase, async (ctx, input) => {
  const authorityId = found(input.authorityId ?? ctx.actor.at)
  allowAt(ctx, authorityId)
  if (input.officerId !== null) await officerAt(ctx, authorityId, input.officerId)
  const { record, openedOn, secrecy: marking, ...facts } = input
  await checkFiling(ctx, { authorityId, classId: null, caseTypeId: null }, facts)
  const theCase = await openCase(ctx, {
    ...facts,
    authorityId,
    ...(openedOn !== null && { openedOn }),
    ...(marking !== undefined && { secrecy: marking }),
  })
  const first = record === undefined ? null : await registerFirst(ctx, theCase, record)
  return { ...touched(theCase), recordId: first?.id ?? null }
})

type FirstRecord = NonNullable<z.output<typeof newCase>['record']>

async function registerFirst(ctx: Write, theCase: Case, record: FirstRecord): Promise<RecordItem | null> {
  if (isNone(record)) return null
  const files = await takeUploads(ctx, record.files, 'record.files')
  const { datedOn, secrecy: marking, acceptDuplicates: _, ...facts } = record
  const title = record.title ?? theCase.title
  const isHidden = marking?.hidesTitle === true && !theCase.isSecret
  if (saysHiddenTitle(theCase.title, { title, isHidden })) throw new Invalid({ title: text.invalid.openTitle })
  const more = { ...(datedOn !== null && { datedOn }), ...(marking !== undefined && { secrecy: marking }) }
  try {
    await checkSent(ctx, record, { authorityId: theCase.authorityId, files })
    return await registerRecord(ctx, { ...facts, ...more, caseId: theCase.id, title, files })
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    throw new Invalid(Object.fromEntries(Object.entries(error.fields).map(([name, why]) => [`record.${name}`, why])))
  }
}

/** The form always sends a record. Who wrote a marking meant one: it is not dropped, nor the case opened without it (B-10). */
function isNone({ title, files, secrecy: marking }: FirstRecord): boolean {
  if (title !== null || files.length > 0) return false
  if (marking !== undefined) throw new Invalid({ 'record.title': text.invalid.noRecordTitle })
  return true
}

/** Registers what came in, went out or was drawn up (diarieför), with its files. */
export const registerRecordCommand = command(
  'registry.register-record',
  recordFields.extend({ caseId: caseName }),
  async (ctx, { caseId, files, datedOn, secrecy: marking, acceptDuplicates, ...facts }) => {
    const theCase = await lockCase(ctx, caseId)
    allowAt(ctx, theCase.authorityId)
    const uploads = await takeUploads(ctx, files)
    const { authorityId } = theCase
    await checkSent(ctx, { ...facts, datedOn, acceptDuplicates }, { authorityId, files: uploads })
    const more = { ...(datedOn !== null && { datedOn }), ...(marking !== undefined && { secrecy: marking }) }
    const record = await registerRecord(ctx, { ...facts, ...more, caseId: theCase.id, files: uploads })
    return { ...touched(theCase), recordId: record.id, number: recordNumber(record) }
  },
)

const newVersion = z.object({
  recordId: z.uuid(),
  /** The file's place in the record; nothing: one more file. */
  position: z.preprocess(
    (value) => (value === '' || value === null ? undefined : value),
    z.coerce.number().int().min(1).optional(),
  ),
  files: uploadIds,
  /** Add it although it is in the registry already. */
  acceptDuplicates: tick,
})

/** Adds a version of a file, or one more file, to a record. What was there before stays as it was. */
export const addFileVersion = command(
  'registry.add-file-version',
  newVersion,
  async (ctx, { recordId, position, files, acceptDuplicates }) => {
    const { caseId, authorityId } = await getRecord(ctx, recordId)
    const theCase = await lockCase(ctx, caseId)
    allowAt(ctx, authorityId)
    refuseIf(obstaclesToChanging(theCase))
    const [upload, ...more] = await takeUploads(ctx, files)
    if (upload === undefined || more.length > 0) throw new Invalid({ files: text.invalid.noFile })
    if (!acceptDuplicates) await refuseTwins(ctx, authorityId, [upload])
    await holdCount(ctx, caseId)
    const record = await getRecord(ctx, recordId)
    refuseIf(obstaclesToAddingTo(record))
    const place = { recordId, ...nextVersion(record, position) }
    const { id: fileId } = await keepVersion(ctx, upload, place)
    const facts = {
      recordId,
      number: recordNumber(record),
      fileId,
      name: upload.name,
      version: place.version,
      sha256: upload.sha256,
    }
    await writeLedger(ctx, caseId, 'record.file-added', facts)
    await recordsChanged(ctx, [recordId])
    return { recordId, fileId, version: place.version }
  },
)

function nextVersion(record: RecordItem, position: number | undefined): { position: number; version: number } {
  if (position === undefined)
    return { position: Math.max(0, ...record.files.map((file) => file.position)) + 1, version: 1 }
  const versions = record.files.filter((file) => file.position === position).map((file) => file.version)
  refuseIf(versions.length === 0 ? [text.obstacle.fileGone] : [])
  return { position, version: Math.max(...versions) + 1 }
}

async function officerAt(ctx: Write, authorityId: string, officerId: string): Promise<{ id: string; name: string }> {
  const officer = await findOfficer(ctx, authorityId, officerId)
  if (officer === undefined) throw new Invalid({ officerId: text.invalid.notAnOfficer })
  return officer
}

const assignment = z.object({ caseId: caseName, officerId: z.uuid({ error: () => text.invalid.choose }) })

/** Gives a case to an officer at its authority (fördelar). */
export const assignOfficer = command('registry.assign-officer', assignment, async (ctx, { caseId, officerId }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  const readsByOffice = may(ctx.actor, 'registry.read-secret', theCase.authorityId)
  const givesAway = obstaclesToGivingAway(theCase, { personId: ctx.actor.personId, readsByOffice })
  refuseIf([...obstaclesToChanging(theCase), ...(officerId === theCase.officerId ? [] : givesAway)])
  const officer = await officerAt(ctx, theCase.authorityId, officerId)
  if (theCase.officerId !== officer.id) {
    await updateCase(ctx, theCase.id, { officer_id: officer.id })
    const facts = { officerId: officer.id, officerName: officer.name, from: theCase.officerName }
    await writeLedger(ctx, theCase.id, 'case.assigned', facts)
  }
  return touched(theCase)
})

const edit = z.object({
  caseId: caseName,
  title: line(300, () => text.invalid.noTitle).optional(),
  counterpart: changedLine(100),
  dueOn: changedDay,
  dueSource: changedLine(200),
})

/** Changes what a case is called, the other side's number and the last day. What is left out stays; the history keeps what was. */
export const editCase = command('registry.edit-case', edit, async (ctx, { caseId, ...changes }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  refuseIf(obstaclesToChanging(theCase))
  const from = { title: theCase.title, counterpart: theCase.counterpart }
  const to = { title: changes.title ?? from.title, counterpart: kept(changes.counterpart, from.counterpart) }
  if (to.title !== from.title || to.counterpart !== from.counterpart) {
    await updateCase(ctx, theCase.id, to)
    await writeLedger(ctx, theCase.id, 'case.edited', { from, to })
  }
  const dueOn = kept(changes.dueOn, theCase.dueOn)
  await setDue(ctx, theCase.id, {
    dueOn,
    dueSource: dueOn === null ? null : kept(changes.dueSource, theCase.dueSource),
  })
  return touched(theCase)
})

function kept(change: string | null | undefined, was: string | null): string | null {
  return change === undefined ? was : change
}

const closing = z.object({ caseId: caseName, reason: maybeLine(300) })

/** Closes a case (avslutar): what is unfinished in it is then drawn up, TF 2:10 (B-18). */
export const closeCase = command('registry.close-case', closing, async (ctx, { caseId, reason }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  refuseIf(obstaclesToClosing(theCase))
  await updateCase(ctx, theCase.id, { state: 'closed', closed_on: today(ctx) })
  await writeLedger(ctx, theCase.id, 'case.closed', { closedOn: today(ctx), reason })
  return touched(theCase)
})

const reopening = z.object({ caseId: caseName, reason: line(300, () => text.invalid.noReason) })

/** Opens a closed case again, with the reason. */
export const reopenCase = command('registry.reopen-case', reopening, async (ctx, { caseId, reason }) => {
  const theCase = await lockCase(ctx, caseId)
  allowAt(ctx, theCase.authorityId)
  refuseIf(obstaclesToReopening(theCase))
  await updateCase(ctx, theCase.id, { state: 'open', closed_on: null })
  await writeLedger(ctx, theCase.id, 'case.reopened', { reason })
  return touched(theCase)
})
