/** Registering in one step: the case, opened or found, the record with its files, whose it is, and whom it came from. */

import { z } from 'zod'
import { command, read } from '../../../kernel/command.ts'
import { allowAt, may, today, type Write } from '../../../kernel/context.ts'
import { found, Invalid } from '../../../kernel/errors.ts'
import { takeUploads, type Upload } from '../../../kernel/uploads.ts'
import {
  blanksIn,
  getCaseType,
  listClasses,
  listOfficersAt,
  rememberContact,
  type CaseType,
} from '../../filing/index.ts'
import {
  assignOfficer,
  lockCase,
  openCase,
  recordNumber,
  registerRecord,
  saysHiddenTitle,
  sayTwins,
  twinsOf,
  type Case,
  type RecordItem,
} from '../../registry/index.ts'
import { filledBy } from '../model/filled.ts'
import { caseWritten } from '../queries/register.ts'
import { text } from '../text/register.ts'
import { registration, type Registration } from './register-input.ts'

/**
 * Registers what came in, went out or was drawn up, in a case that is there or a new one. One transaction: a number is taken
 * only when all of it is done (B-16). Throws `Invalid` with everything that is wrong at once.
 */
export const register = command('intake.register', registration, async (ctx, input) => {
  const place = await placeOf(ctx, input)
  allowAt(ctx, place.authorityId)
  const files = await takeUploads(ctx, input.files)
  const titles = titlesOf(input, place)
  await check(ctx, { ...place, input, titles, files })
  const theCase = await caseFor(ctx, { ...place, input, title: titles.ofCase })
  const record = await put(ctx, theCase, { input, title: titles.ofRecord, files })
  await afterwards(ctx, theCase, { input, isNew: place.there === null })
  return {
    caseId: theCase.id,
    referenceNumber: theCase.referenceNumber,
    recordId: record.id,
    number: recordNumber(record),
    isNewCase: place.there === null,
  }
})

type Place = { readonly authorityId: string; readonly there: Case | null; readonly type: CaseType | null }

/** The case that is there, or where a new one is opened and of which type. */
async function placeOf(ctx: Write, input: Registration): Promise<Place> {
  if (input.caseNumber !== null) {
    const there = await caseWritten(ctx, ctx.actor.at, input.caseNumber)
    refuseStrange(ctx, there)
    return { authorityId: there.authorityId, there, type: null }
  }
  const authorityId = found(input.authorityId ?? ctx.actor.at)
  const type = input.caseTypeId === null ? null : await typeAt(ctx, authorityId, input.caseTypeId)
  return { authorityId, there: null, type }
}

/** A case of an authority where one may not register is told beside the field: what else was written is not lost. */
export function refuseStrange(ctx: Write, there: Case): void {
  if (!may(ctx.actor, ctx.guard.verb, there.authorityId))
    throw new Invalid({ caseNumber: text.invalid.otherAuthority(there.referenceNumber, there.authorityName) })
}

async function typeAt(ctx: Write, authorityId: string, caseTypeId: string): Promise<CaseType> {
  const type = await getCaseType(ctx, caseTypeId)
  if (type.authorityId !== authorityId) throw new Invalid({ caseTypeId: text.invalid.choose })
  return type
}

type Titles = { readonly ofCase: string; readonly ofRecord: string }

/** A new case and its first record are called the same where only one of them is given a title; last comes the template. */
function titlesOf(input: Registration, { there, type }: Place): Titles {
  if (there !== null) return { ofCase: there.title, ofRecord: input.title ?? '' }
  const ofCase = input.caseTitle ?? type?.title ?? input.title ?? ''
  return { ofCase, ofRecord: input.title ?? type?.recordTitle ?? ofCase }
}

type Checked = Place & { readonly input: Registration; readonly titles: Titles; readonly files: readonly Upload[] }

async function check(ctx: Write, about: Checked): Promise<void> {
  const { input, authorityId, files } = about
  const wrong = {
    ...wrongWords(about),
    ...wrongFacts(input, today(ctx)),
    ...(await wrongChoices(ctx, about)),
  }
  const twins = input.acceptDuplicates ? [] : await twinsOf(ctx, authorityId, files)
  if (twins.length > 0) wrong['acceptDuplicates'] = sayTwins(twins)
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

async function wrongChoices(ctx: Write, { input, authorityId, there }: Checked): Promise<Record<string, string>> {
  const { officerId, classId } = input
  const wrong: Record<string, string> = {}
  if (officerId !== null && !(await listOfficersAt(ctx, authorityId)).some(({ id }) => id === officerId))
    wrong['officerId'] = text.invalid.notAnOfficer
  if (isReassigned(input, there) && !may(ctx.actor, 'registry.assign-officer', authorityId))
    wrong['officerId'] = text.invalid.mayNotAssign
  if (classId !== null && !(await listClasses(ctx, authorityId)).some(({ id }) => id === classId))
    wrong['classId'] = text.invalid.choose
  return wrong
}

function wrongWords({ input, titles, type, there }: Checked): Record<string, string> {
  if (titles.ofRecord === '') return { title: text.invalid.noTitle }
  const isHidden = there === null && input.secrecy?.hidesTitle === true
  if (saysHiddenTitle(titles.ofCase, { title: titles.ofRecord, isHidden })) return { caseTitle: text.invalid.openTitle }
  if (type === null) return {}
  const ofCase = blanksIn(titles.ofCase)
  const ofRecord = blanksIn(titles.ofRecord)
  if (ofCase.length > 0) return { caseTitle: text.invalid.blank(ofCase.join(', ')) }
  return ofRecord.length > 0 ? { title: text.invalid.blank(ofRecord.join(', ')) } : {}
}

/** OSL 5:2 (B-05): what comes in or goes out has another party. B-17, B-18: its day is no day to come. */
function wrongFacts({ direction, party, datedOn }: Registration, day: string): Record<string, string> {
  const wrong: Record<string, string> = {}
  if (direction !== 'internal' && party === null)
    wrong['party'] = direction === 'in' ? text.invalid.noSender : text.invalid.noRecipient
  if (datedOn !== null && datedOn > day) wrong['datedOn'] = text.invalid.dayToCome
  return wrong
}

type Opening = Place & { readonly input: Registration; readonly title: string }

async function caseFor(ctx: Write, { input, title, authorityId, type, there }: Opening): Promise<Case> {
  if (there !== null) return lockCase(ctx, there.id)
  const classId = input.classId ?? type?.classId ?? null
  const filed = { ...(classId !== null && { classId }), ...(type !== null && { caseTypeId: type.id }) }
  return openCase(ctx, { authorityId, title, officerId: input.officerId, ...filed })
}

type Putting = { readonly input: Registration; readonly title: string; readonly files: readonly Upload[] }

async function put(ctx: Write, theCase: Case, { input, title, files }: Putting): Promise<RecordItem> {
  const { direction, kind, party, datedOn, secrecy } = input
  const more = { ...(datedOn !== null && { datedOn }), ...(secrecy !== null && { secrecy }) }
  return registerRecord(ctx, { caseId: theCase.id, direction, kind, title, party, files, ...more })
}

function isReassigned({ officerId }: Registration, there: Case | null): boolean {
  return there !== null && officerId !== null && officerId !== there.officerId
}

type After = { readonly input: Registration; readonly isNew: boolean }

/**
 * Giving the case to somebody in the same step writes the same entry as on the case's own page. The contact comes last: the
 * authority's series is held by then, so that two who remember the same name never wait for each other.
 */
async function afterwards(ctx: Write, theCase: Case, { input, isNew }: After): Promise<void> {
  if (!isNew && input.officerId !== null && input.officerId !== theCase.officerId)
    await assignOfficer(ctx, { caseId: theCase.id, officerId: input.officerId })
  if (remembers(input)) await rememberContact(ctx, { authorityId: theCase.authorityId, name: input.party ?? '' })
}

/** A party that a marking hides is not put where everybody at the authority would read it. */
function remembers({ party, secrecy }: Registration): boolean {
  return party !== null && secrecy?.hidesParty !== true
}

const proposal = z.object({ caseTypeId: z.string().nullish(), files: registration.shape.files }).loose()

/** What the form would hold when a case type has filled it in: for a form without JavaScript, and for programs. Changes nothing. */
export const propose = command('intake.propose', proposal, async (ctx, { caseTypeId, files, ...sent }) => {
  allowAt(ctx, ctx.actor.at)
  const fields = Object.fromEntries(
    Object.entries(sent).filter(([, value]) => typeof value === 'string' && value !== ''),
  )
  const kept = files.length === 0 ? {} : { files: files.join(',') }
  if (!caseTypeId) return { ...fields, ...kept }
  const type = await typeAt(ctx, found(ctx.actor.at), read(registration.shape.caseTypeId, caseTypeId) ?? '')
  return { ...fields, ...kept, ...filledBy(type) }
})
