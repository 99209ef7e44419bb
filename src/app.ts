/** The modules, in river order, and what they make together. */

import type { Actor } from './kernel/context.ts'
import { may } from './kernel/context.ts'
import type { JobHandlers, Schedule } from './kernel/jobs.ts'
import type { Module } from './kernel/module.ts'
import { postJobs, postSchedule } from './kernel/post-office.ts'
import { fill } from './kernel/slots.ts'
import { sweepJob, sweepSchedule } from './kernel/sweep.ts'
import type { NavEntry } from './kernel/http/parts.ts'
import { answeringModule } from './modules/answering/index.ts'
import { assignmentsModule } from './modules/assignments/index.ts'
import { callsModule } from './modules/calls/index.ts'
import { compilationModule } from './modules/compilation/index.ts'
import { delegationModule } from './modules/delegation/index.ts'
import { commentingModule } from './modules/commenting/index.ts'
import { deskModule } from './modules/desk/index.ts'
import { disclosureModule } from './modules/disclosure/index.ts'
import { draftingModule } from './modules/drafting/index.ts'
import { filingModule } from './modules/filing/index.ts'
import { intakeModule } from './modules/intake/index.ts'
import { meetingsModule } from './modules/meetings/index.ts'
import { noticesModule } from './modules/notices/index.ts'
import { organisationModule } from './modules/organisation/index.ts'
import { planningModule } from './modules/planning/index.ts'
import { postModule } from './modules/post/index.ts'
import { referralModule } from './modules/referral/index.ts'
import { registryModule } from './modules/registry/index.ts'
import { templatesModule } from './modules/templates/index.ts'
import { rollModule } from './modules/roll/index.ts'
import { votingModule } from './modules/voting/index.ts'
import { searchModule } from './modules/search/index.ts'

export const modules: readonly Module[] = [
  organisationModule,
  filingModule,
  registryModule,
  postModule,
  intakeModule,
  searchModule,
  templatesModule,
  draftingModule,
  meetingsModule,
  rollModule,
  votingModule,
  noticesModule,
  delegationModule,
  disclosureModule,
  planningModule,
  callsModule,
  assignmentsModule,
  referralModule,
  commentingModule,
  deskModule,
  answeringModule,
  compilationModule,
]

export const routes = modules.flatMap((module) => module.routes)

export const slots = fill(modules)

/** Without a mail server; the one that is set takes the place of those of the post. */
export const jobs: JobHandlers = Object.assign(
  { [sweepSchedule.job]: sweepJob, ...postJobs(undefined) },
  ...modules.map((module) => module.jobs ?? {}),
)

/** What is done by the clock. */
export const schedules: readonly Schedule[] = [
  sweepSchedule,
  postSchedule,
  ...modules.flatMap((module) => module.schedules ?? []),
]

/** Permission → roles, for the whole house. */
export const grants: Readonly<Record<string, readonly string[]>> = Object.assign(
  {},
  ...modules.map((module) => module.grants),
)

const navigationInOrder = modules.flatMap((module) => module.navigation ?? []).toSorted((a, b) => a.order - b.order)

/** The main navigation as this person has it. */
export function navigation(actor: Actor): NavEntry[] {
  return navigationInOrder
    .filter((entry) => entry.may === 'someone' || may(actor, entry.may))
    .map(({ label, may: _, order: __, ...entry }) => ({ ...entry, label: label() }))
}
