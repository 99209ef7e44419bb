/** The registry's types and rules. Pure: no database, no clock, no HTTP. */

export * from './model/case.ts'
export * from './model/chain.ts'
export * from './model/csv.ts'
export * from './model/import.ts'
export * from './model/number.ts'
export * from './model/placing.ts'
export * from './model/secrecy.ts'
export * from './model/slots.ts'

/** `seq` is the place in the case itself; `other` the case it went to or came from, null where that is marked. */
type Moved = {
  recordId: string
  number: string
  seq: number
  other: { referenceNumber: string; seq: number } | null
  reason: string | null
}

declare module '../../kernel/events.ts' {
  interface Events {
    'case.opened': { referenceNumber: string; title: string; kind: string; dueOn: string | null }
    'case.edited': {
      from: { title: string; counterpart: string | null }
      to: { title: string; counterpart: string | null }
    }
    'case.assigned': { officerId: string; officerName: string; from: string | null }
    'case.due-set': { dueOn: string | null; dueSource: string | null; from: string | null }
    'case.linked': { otherCaseId: string; referenceNumber: string; kind: string }
    'case.closed': { closedOn: string; reason: string | null }
    'case.reopened': { reason: string }
    'record.registered': {
      recordId: string
      number: string
      direction: string
      kind: string
      title: string
      party: string | null
      datedOn: string
      files: string[]
    }
    'case.filed': {
      from: { class: string | null; caseType: string | null }
      to: { class: string | null; caseType: string | null }
    }
    'record.corrected': {
      recordId: string
      number: string
      from: { title: string; party: string | null; datedOn: string; kind: string }
      to: { title: string; party: string | null; datedOn: string; kind: string }
      reason: string
    }
    'record.moved': Moved
    'record.moved-here': Moved
    'record.struck': { recordId: string; number: string; seq: number; reason: string }
    'record.file-added': {
      recordId: string
      number: string
      fileId: string
      name: string
      version: number
      sha256: string
    }
    'record.marked': {
      recordId: string
      number: string
      provision: string
      markedOn: string
      hidesTitle: boolean
      hidesParty: boolean
      reason: string | null
    }
    'record.marking-lifted': { recordId: string; number: string; provision: string; why: string }
    'record.marking-changed': {
      recordId: string
      number: string
      from: { provision: string; markedOn: string; hidesTitle: boolean; hidesParty: boolean }
      to: { provision: string; markedOn: string; hidesTitle: boolean; hidesParty: boolean }
      reason: string
    }
    'case.marking-changed': {
      from: { provision: string; markedOn: string }
      to: { provision: string; markedOn: string }
      reason: string
    }
    'case.marked': { provision: string; markedOn: string; reason: string | null }
    'case.marking-lifted': { provision: string; why: string }
    'case.access-granted': { personId: string; personName: string; reason: string; until: string | null }
    'case.access-revoked': { personId: string; personName: string }
  }
}
