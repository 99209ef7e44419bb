/** The tables of `organisation`, made from the database by `test/write-schema.ts`; not edited by hand. */

import type { Generated } from 'kysely'

export interface OrganisationTables {
  'organisation.accounts': {
    person_id: string
    password_hash: string
    changed_at: Date
  }
  'organisation.api_tokens': {
    token_hash: string
    person_id: string
    name: string
    created_at: Date
    expires_at: Date
  }
  'organisation.authorities': {
    id: Generated<string>
    key: string
    name: string
    prefix: string
    number_format: Generated<string>
    is_demo: Generated<boolean>
  }
  'organisation.bodies': {
    id: Generated<string>
    key: string
    name: string
    short_name: string
    kind: 'council' | 'executive_board' | 'working_committee' | 'board' | 'auditors' | 'chair_preparation' | 'administration' | 'company' | 'external'
    authority_id: string | null
    parent_id: string | null
    email: string | null
    aliases: Generated<readonly string[]>
    is_demo: Generated<boolean>
  }
  'organisation.calendar_keys': {
    person_id: string
    token_hash: string
    created_at: Date
  }
  'organisation.kind_changes': {
    id: Generated<number>
    body_id: string
    kind: 'board' | 'auditors'
    changed_at: Date
    changed_by: string
  }
  'organisation.mail_choices': {
    person_id: string
    choice: 'at_once' | 'digest' | 'none'
    chosen_at: Date
  }
  'organisation.memberships': {
    id: Generated<string>
    person_id: string
    body_id: string
    role: 'chair' | 'first_vice_chair' | 'second_vice_chair' | 'member' | 'substitute' | 'secretary' | 'registrar' | 'case_officer' | 'head' | 'administrator'
    substitute_order: number | null
    party: string | null
    valid_from: string
    valid_to: string | null
  }
  'organisation.municipality': {
    id: Generated<number>
    appeal_court: Generated<'goteborg' | 'jonkoping' | 'stockholm' | 'sundsvall'>
  }
  'organisation.people': {
    id: Generated<string>
    key: string | null
    name: string
    title: string
    email: string
    phone: string | null
    is_demo: Generated<boolean>
  }
  'organisation.sessions': {
    token_hash: string
    person_id: string
    started_at: Date
    expires_at: Date
  }
  'organisation.sign_in_attempts': {
    id: Generated<number>
    email: string
    address: string
    at: Date
    succeeded: boolean
  }
}
