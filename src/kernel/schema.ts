/** All tables, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { AnsweringTables } from './schema/answering.ts'
import type { AssignmentsTables } from './schema/assignments.ts'
import type { CallsTables } from './schema/calls.ts'
import type { CommentingTables } from './schema/commenting.ts'
import type { CompilationTables } from './schema/compilation.ts'
import type { DelegationTables } from './schema/delegation.ts'
import type { DeskTables } from './schema/desk.ts'
import type { DisclosureTables } from './schema/disclosure.ts'
import type { DraftingTables } from './schema/drafting.ts'
import type { FilingTables } from './schema/filing.ts'
import type { IntakeTables } from './schema/intake.ts'
import type { KernelTables } from './schema/kernel.ts'
import type { MeetingsTables } from './schema/meetings.ts'
import type { NoticesTables } from './schema/notices.ts'
import type { OrganisationTables } from './schema/organisation.ts'
import type { PlanningTables } from './schema/planning.ts'
import type { PostTables } from './schema/post.ts'
import type { ReferralTables } from './schema/referral.ts'
import type { RegistryTables } from './schema/registry.ts'
import type { RollTables } from './schema/roll.ts'
import type { SearchTables } from './schema/search.ts'
import type { TemplatesTables } from './schema/templates.ts'
import type { VotingTables } from './schema/voting.ts'

export interface Schema
  extends AnsweringTables,
    AssignmentsTables,
    CallsTables,
    CommentingTables,
    CompilationTables,
    DelegationTables,
    DeskTables,
    DisclosureTables,
    DraftingTables,
    FilingTables,
    IntakeTables,
    KernelTables,
    MeetingsTables,
    NoticesTables,
    OrganisationTables,
    PlanningTables,
    PostTables,
    ReferralTables,
    RegistryTables,
    RollTables,
    SearchTables,
    TemplatesTables,
    VotingTables {}
