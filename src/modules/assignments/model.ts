/** What somebody was told to do, by whom and when (uppdrag). Pure. */

import type { Paper } from '../../kernel/documents/paper.ts'
import { fromText } from '../../kernel/rich-text.ts'
import { speaking } from '../../kernel/words.ts'
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
  if (assignment.dueOn !== null && assignment.dueOn < assignment.decidedOn)
    faults['dueOn'] = text.fault.dueBeforeDecided
  if (assignment.leadAuthorityId === null) faults['leadId'] = text.fault.leadKeepsNoRegistry
  if (assignment.leadId === assignment.giverId) faults['leadId'] = text.fault.leadIsGiver
  return faults
}

/** The lead is a receiver whether ticked or not, and stands first. */
export function receiversOf({ leadId, receiverIds }: Pick<ToRegister, 'leadId' | 'receiverIds'>): string[] {
  return [leadId, ...new Set(receiverIds.filter((id) => id !== leadId))]
}

type ToCopy = {
  readonly title: string
  readonly text: string
  readonly giverName: string
  readonly receiverNames: readonly string[]
  readonly decidedOn: string
  readonly source: string | null
}

/** A copy of the assignment's text, for the registry when nobody sent the decision as a file. Always in Swedish. */
export function assignmentPaper(copied: ToCopy): Paper {
  return speaking('sv', () => ({
    kind: text.paper.kind,
    title: copied.title,
    language: 'sv',
    sender: { organisation: copied.giverName, unit: null },
    reference: null,
    head: [
      { label: text.paper.decidedOn, lines: [copied.decidedOn] },
      { label: text.paper.giver, lines: [copied.giverName] },
      ...(copied.source === null ? [] : [{ label: text.paper.source, lines: [copied.source] }]),
      { label: text.paper.receivers, lines: copied.receiverNames },
    ],
    blocks: [
      { type: 'heading', level: 1, text: text.paper.text },
      { type: 'text', text: fromText(copied.text) },
    ],
    isDraft: false,
    footer: [],
  }))
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
