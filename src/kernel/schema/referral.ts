/** The tables of `referral`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface ReferralTables {
  'referral.answer_parts': {
    id: Generated<string>
    answer_id: string
    question_id: string | null
    stance: 'support' | 'support_partly' | 'oppose' | 'no_objection' | 'abstain' | 'none'
    text: unknown
    plain: string
    items: Generated<unknown>
    sha256: string
    typed: Generated<string>
    words: Generated<unknown>
  }
  'referral.answers': {
    id: Generated<string>
    recipient_id: string
    decided_by: 'board' | 'committee' | 'chair' | 'delegation' | 'administration' | 'company'
    stance: 'support' | 'support_partly' | 'oppose' | 'no_objection' | 'abstain' | 'none'
    decision_id: string | null
    decided_on: string | null
    paragraph: string | null
    reservations: string | null
    statement_record_id: string | null
    extract_record_id: string | null
    arrived_at: Date
    is_late: boolean
    delegated_id: string | null
    rule: string | null
    is_after_decision: Generated<boolean>
  }
  'referral.corrections': {
    round_id: string
    version: number
    what: string
    at: Date
    by: string
  }
  'referral.documents': {
    round_id: string
    record_id: string
    position: number
    version: Generated<number>
  }
  'referral.draft_answers': {
    id: Generated<string>
    recipient_id: string
    stance: 'support' | 'support_partly' | 'oppose' | 'no_objection' | 'abstain' | 'none'
    parts: unknown
    record_id: string
    out_record_id: string
    board_on: string | null
    sent_at: Date
    sent_by: string
  }
  'referral.earlier_answers': {
    id: Generated<string>
    recipient_id: string
    answer: unknown
    replaced_at: Date
  }
  'referral.extensions': {
    id: Generated<string>
    recipient_id: string
    state: 'asked' | 'granted' | 'refused'
    channel: 'system' | 'mail' | 'phone' | 'letter' | null
    asked_on: string | null
    asked_by: string | null
    wanted_on: string | null
    reason: string | null
    request_out_id: string | null
    request_in_id: string | null
    until: string | null
    before: string | null
    ground: string | null
    decided_at: Date | null
    decided_by: string | null
    decision_out_id: string | null
    decision_in_id: string | null
    created_at: Date
  }
  'referral.inquiries': {
    id: Generated<string>
    round_id: string
    recipient_id: string
    words: string
    names_asker: boolean
    asked_at: Date
    asked_by: string
    answer: string | null
    answered_at: Date | null
    answered_by: string | null
    channel: Generated<'system' | 'link' | 'mail' | 'phone' | 'letter'>
    asked_on: string | null
    asker: string | null
  }
  'referral.joint_statements': {
    id: Generated<string>
    recipient_id: string
    host_id: string
    content: unknown
    record_id: string
    out_record_id: string
    memo_record_id: string | null
    memo_out_record_id: string | null
    sent_at: Date
    sent_by: string
  }
  'referral.listed_bodies': {
    list_id: string
    body_id: string
  }
  'referral.questions': {
    id: Generated<string>
    round_id: string
    number: number
    kind: 'text' | 'stance' | 'yes_no' | 'processes' | 'areas' | 'body' | 'number' | 'choice' | 'choices' | 'file'
    text: string
    help: string | null
    is_required: Generated<boolean>
    settings: Generated<unknown>
    condition_on: string | null
    condition_is: string | null
  }
  'referral.recipient_lists': {
    id: Generated<string>
    authority_id: string
    name: string
    saved_at: Date
    removed_at: Date | null
  }
  'referral.recipients': {
    id: Generated<string>
    round_id: string
    body_id: string
    kind: 'board' | 'administration'
    is_mandatory: boolean
    case_id: string | null
    out_record_id: string | null
    in_record_id: string | null
    answer_by: string | null
    joint_with: string | null
    turn: Generated<number>
    asked_at: Date | null
  }
  'referral.releases': {
    id: Generated<string>
    recipient_id: string
    host_id: string
    reason: string
    record_id: string
    out_record_id: string
    released_at: Date
    released_by: string
  }
  'referral.reminders': {
    id: Generated<string>
    recipient_id: string
    round_id: string
    at: Date
    by: string | null
    days: number | null
    answer_by: string | null
    letters: number
  }
  'referral.removed_questions': {
    id: string
    round_id: string
    question: unknown
    removed_at: Date
  }
  'referral.rounds': {
    id: Generated<string>
    case_id: string
    authority_id: string
    issuer_id: string
    title: string
    state: Generated<'draft' | 'sent' | 'closed'>
    decision_id: string | null
    without_position: Generated<boolean>
    cover_letter: unknown
    answer_by: string | null
    contact_id: string | null
    version: Generated<number>
    sent_at: Date | null
    created_at: Date
    remind_on: Generated<readonly number[]>
    order_reason: string | null
  }
  'referral.turns': {
    round_id: string
    number: number
    answer_by: string
    sent_at: Date | null
  }
}
