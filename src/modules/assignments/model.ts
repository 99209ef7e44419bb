/** What somebody was told to do, by whom and when (uppdrag). Pure. */

import { text } from './text.ts'

export type Assignment = {
  readonly id: string
  readonly caseId: string
  readonly referenceNumber: string
  readonly authorityId: string
  readonly giverId: string
  readonly giverName: string
  readonly title: string
  readonly text: string
  /** ISO days. */
  readonly decidedOn: string
  readonly dueOn: string | null
  /** "Budget 2023", "§ 271". */
  readonly source: string | null
  readonly state: 'open' | 'reported' | 'closed'
  readonly recordId: string
  readonly receivers: readonly Receiver[]
}

export type Receiver = { readonly bodyId: string; readonly name: string; readonly isLead: boolean }

type ToRegister = {
  readonly decidedOn: string
  readonly dueOn: string | null
  readonly giverId: string
  readonly leadId: string
  readonly leadAuthorityId: string | null
  readonly receiverIds: readonly string[]
}

/** What stands in the way of registering it, by the field that can be put right. Empty: go ahead. */
export function faultsOf(assignment: ToRegister, today: string): Record<string, string> {
  const faults: Record<string, string> = {}
  if (assignment.decidedOn > today) faults['decidedOn'] = text.fault.decidedInFuture
  if (assignment.dueOn !== null && assignment.dueOn < assignment.decidedOn) faults['dueOn'] = text.fault.dueBeforeDecided
  if (assignment.leadAuthorityId === null) faults['leadId'] = text.fault.leadKeepsNoRegistry
  if (assignment.leadId === assignment.giverId) faults['leadId'] = text.fault.leadIsGiver
  return faults
}

/** The lead is a receiver whether ticked or not, and stands first. */
export function receiversOf({ leadId, receiverIds }: Pick<ToRegister, 'leadId' | 'receiverIds'>): string[] {
  return [leadId, ...new Set(receiverIds.filter((id) => id !== leadId))]
}

declare module '../../kernel/events.ts' {
  interface Events {
    'assignments.registered': {
      assignmentId: string
      giver: string
      source: string | null
      decidedOn: string
      lead: string
      receivers: readonly string[]
    }
  }
}
