/** Made from the database by `npm run check`; not edited by hand. */

import type { Generated } from 'kysely'

export interface Schema {
  'assignments.assignments': {
    id: Generated<string>
    case_id: string
    giver_id: string
    title: string
    text: string
    decided_on: string
    source: string | null
    due_on: string | null
    state: Generated<'open' | 'reported' | 'closed'>
    record_id: string
    registered_at: Date
  }
  'assignments.receivers': {
    assignment_id: string
    body_id: string
    is_lead: Generated<boolean>
  }
  'compilation.compilations': {
    id: Generated<string>
    round_id: string
    record_id: string
    answer_count: number
    content_hash: string
    registered_at: Date
    registered_by: string
  }
  'delegation.contents': {
    decision_id: string
    record_id: string
    title: string
    points: readonly string[]
    motivation: string | null
    why_urgent: string | null
  }
  'delegation.decisions': {
    id: Generated<string>
    body_id: string
    authority_id: string
    year: number
    number: number
    rule_id: string
    passed_on_id: string | null
    case_id: string
    record_id: string
    delegate_id: string
    delegate_name: string
    delegate_title: string
    decided_on: string
    registered_at: Date
    appeal: 'legality' | 'administrative' | 'none'
    is_urgent: Generated<boolean>
    is_reported: boolean
    corrects_id: string | null
  }
  'delegation.directors': {
    id: Generated<string>
    body_id: string
    authority_id: string
    person_id: string
    valid_from: string
    valid_to: string | null
  }
  'delegation.minuted': {
    decision_id: string
    minutes_id: string
  }
  'delegation.minutes': {
    id: Generated<string>
    body_id: string
    authority_id: string
    record_id: string
    made_on: string
    made_by: string
    noticed_on: string | null
  }
  'delegation.passed_on': {
    id: Generated<string>
    rule_id: string
    authority_id: string
    given_by: string
    person_id: string
    valid_from: string
    valid_to: string | null
    note: string | null
    given_at: Date
  }
  'delegation.report_cases': {
    body_id: string
    year: number
    case_id: string
  }
  'delegation.reported': {
    report_id: string
    decision_id: string
  }
  'delegation.reports': {
    id: Generated<string>
    body_id: string
    authority_id: string
    meeting_id: string
    item_id: string
    record_id: string
    made_at: Date
    made_by: string
  }
  'delegation.rules': {
    id: Generated<string>
    scheme_id: string
    authority_id: string
    number: string
    heading: string
    scope: string
    delegate_kind: 'presidium' | 'committee' | 'member' | 'substitute' | 'employee' | 'automated'
    delegate_role: 'chair' | 'first_vice_chair' | 'second_vice_chair' | 'member' | 'substitute' | 'director' | 'head' | 'case_officer' | 'registrar' | 'secretary' | 'administrator' | null
    delegate_body: string | null
    delegate_person: string | null
    delegate_words: string
    legal_basis: string | null
    conditions: string | null
    nature: 'routine' | 'personnel' | 'economy' | 'procurement' | 'choice_system' | 'individual' | 'statement' | 'other' | 'urgent'
    reason: string
    appeal: 'legality' | 'administrative' | 'none'
    is_reported: Generated<boolean>
    may_be_passed_on: Generated<boolean>
  }
  'delegation.schemes': {
    id: Generated<string>
    body_id: string
    authority_id: string
    version: number
    decided_on: string | null
    paragraph: number | null
    valid_from: string | null
    adopted_by: string | null
    valid_to: string | null
    is_demo: Generated<boolean>
  }
  'delegation.series': {
    body_id: string
    year: number
    last: number
  }
  'disclosure.events': {
    request_id: string
    seq: number
    at: Date
    person_id: string | null
    actor: string
    event: string
    facts: unknown
  }
  'disclosure.items': {
    id: Generated<string>
    request_id: string
    authority_id: string
    case_id: string
    record_id: string
    was_marked: boolean
    outcome: 'whole' | 'partly' | 'refused' | null
    provision: string | null
    reason: string | null
    assessed_at: Date | null
    assessed_by: string | null
    given_at: Date | null
  }
  'disclosure.masks': {
    item_id: string
    file_id: string
    text_sha256: string
    lines: readonly number[]
    words: readonly string[]
    patterns: readonly string[]
    saved_at: Date
    saved_by: string
  }
  'disclosure.parts': {
    id: Generated<string>
    item_id: string
    file_id: string
    way: 'whole' | 'masked' | 'uploaded' | 'refused'
    name: string | null
    media_type: string | null
    sha256: string | null
    size: number | null
    original_sha256: string
    provision: string | null
    made_at: Date
    made_by: string
  }
  'disclosure.refusals': {
    request_id: string
    recipient: string | null
    provision: string
    reasons: string
    court: 'goteborg' | 'jonkoping' | 'stockholm' | 'sundsvall'
    drafted_at: Date
    drafted_by: string
    mandate: string | null
    decided_at: Date | null
    decided_by: string | null
    case_id: string | null
    record_id: string | null
  }
  'disclosure.requests': {
    id: Generated<string>
    authority_id: string
    year: number
    number: number
    asked: string | null
    reference: string | null
    delivery: 'on_the_spot' | 'paper' | 'email'
    contact: string | null
    received_at: Date
    due_on: string
    late_on: string
    stage: Generated<'new' | 'testing' | 'ready' | 'answered' | 'withdrawn'>
    awaits_decision: Generated<boolean>
    decision_asked_on: string | null
    officer_id: string | null
    registered_by: string
    answered_at: Date | null
    note: string | null
  }
  'disclosure.series': {
    authority_id: string
    year: number
    last: number
  }
  'drafting.approvals': {
    submission_id: string
    person_id: string
    position: number
    state: Generated<'waiting' | 'approved' | 'returned'>
    answered_at: Date | null
    note: string | null
    stands_in_for: string | null
    reason: string | null
  }
  'drafting.drafts': {
    id: Generated<string>
    case_id: string
    authority_id: string
    kind: 'memo' | 'statement'
    state: Generated<'draft' | 'submitted' | 'approved' | 'replaced'>
    content: unknown
    version: Generated<number>
    created_at: Date
    created_by: string
    saved_at: Date
    saved_by: string
    submission_id: string | null
    record_id: string | null
  }
  'drafting.submissions': {
    id: Generated<string>
    case_id: string
    authority_id: string
    state: Generated<'waiting' | 'approved' | 'returned' | 'withdrawn'>
    submitted_at: Date
    submitted_by: string
    note: string | null
  }
  'drafting.versions': {
    draft_id: string
    version: number
    content: unknown
    saved_at: Date
    saved_by: string
  }
  'filing.case_types': {
    id: Generated<string>
    authority_id: string
    name: string
    title: string
    class_id: string | null
    officer_id: string | null
    direction: Generated<'in' | 'out' | 'internal'>
    record_title: string | null
    is_active: Generated<boolean>
  }
  'filing.classes': {
    id: Generated<string>
    authority_id: string | null
    code: string
    name: string
    retention: Generated<'preserve' | 'destroy'>
    years: number | null
    is_active: Generated<boolean>
  }
  'filing.contacts': {
    id: Generated<string>
    authority_id: string | null
    name: string
    kind: Generated<'person' | 'organisation' | 'authority'>
    email: string | null
    address: string | null
    number: string | null
    is_active: Generated<boolean>
    created_at: Generated<Date>
    sought: Generated<string>
  }
  'intake.acts': {
    id: Generated<number>
    message_id: string
    at: Date
    person_id: string
    act: 'registered' | 'set_aside' | 'released' | 'put_back'
    why: string | null
  }
  'intake.batches': {
    id: Generated<string>
    authority_id: string
    person_id: string
    upload_ids: readonly string[]
    started_at: Date
    ended_at: Date | null
  }
  'intake.messages': {
    id: Generated<string>
    authority_id: string
    received_at: Date
    via: 'smtp' | 'upload'
    uploaded_by: string | null
    envelope_from: string | null
    envelope_to: Generated<readonly string[]>
    from_name: string | null
    from_address: string | null
    reply_to: string | null
    subject: Generated<string>
    sent_at: Date | null
    header_id: string | null
    body: Generated<string>
    sha256: string
    size: number
    warnings: Generated<unknown>
    automatic: 'auto_reply' | 'bounce' | 'list' | null
    proposed_case_id: string | null
    state: 'waiting' | 'registered' | 'set_aside' | 'quarantined'
    quarantine_reason: 'not_mail' | 'too_large' | 'headers_too_large' | 'null_bytes' | 'too_many_parts' | 'too_deep' | 'archive_bomb' | 'executable' | 'charset_refused' | 'header_injection' | 'several_senders' | 'unreadable' | null
    released_at: Date | null
    record_id: string | null
    handled_by: string | null
    handled_at: Date | null
    reason: 'minor' | 'spam' | 'double' | 'ordered' | null
    why: string | null
  }
  'intake.parts': {
    message_id: string
    position: number
    name: string
    media_type: string
    sha256: string
    size: number
    is_inline: Generated<boolean>
    note: 'executable' | 'archive_bomb' | 'locked_archive' | 'sealed_archive' | 'macros' | 'active' | 'message' | null
  }
  'kernel.settings': {
    key: string
    value: unknown
  }
  'kernel.uploads': {
    id: Generated<string>
    person_id: string
    name: string
    media_type: string
    sha256: string
    size: number
    uploaded_at: Generated<Date>
  }
  'meetings.decisions': {
    id: Generated<string>
    item_id: string
    meeting_id: string
    body_id: string
    case_id: string
    year: number
    paragraph: number
    outcome: 'as_proposed' | 'changed' | 'remitted' | 'tabled' | 'abstained'
    points: readonly string[]
    reservations: string | null
    decided_on: string
    state: Generated<'decided' | 'adjusted'>
    adjusted_on: string | null
    is_immediate: Generated<boolean>
    is_proposal: Generated<boolean>
    record_id: string | null
    secretary_id: string
  }
  'meetings.item_records': {
    item_id: string
    record_id: string
    position: number
  }
  'meetings.items': {
    id: Generated<string>
    meeting_id: string
    case_id: string
    position: number
    title: string
    proposal: Generated<readonly string[]>
    state: Generated<'on_agenda' | 'decided' | 'tabled' | 'remitted' | 'withdrawn'>
  }
  'meetings.meetings': {
    id: Generated<string>
    body_id: string
    held_on: string
    starts_at: string | null
    place: string | null
    state: Generated<'planned' | 'held' | 'cancelled'>
    is_demo: Generated<boolean>
  }
  'meetings.series': {
    body_id: string
    year: number
    last: number
  }
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
    kind: 'council' | 'executive_board' | 'working_committee' | 'board' | 'chair_preparation' | 'administration' | 'company' | 'external'
    authority_id: string | null
    parent_id: string | null
    email: string | null
    aliases: Generated<readonly string[]>
    is_demo: Generated<boolean>
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
  'planning.steps': {
    id: Generated<string>
    case_id: string
    position: number
    step: 'chair_preparation' | 'working_committee' | 'board'
    meeting_id: string
  }
  'referral.answer_parts': {
    id: Generated<string>
    answer_id: string
    question_id: string | null
    stance: 'support' | 'support_partly' | 'oppose' | 'no_objection' | 'abstain' | 'none'
    text: unknown
    plain: string
    items: Generated<unknown>
    sha256: string
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
  'referral.questions': {
    id: Generated<string>
    round_id: string
    number: number
    kind: 'text' | 'processes' | 'areas' | 'body'
    text: string
    help: string | null
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
  }
  'registry.access': {
    case_id: string
    person_id: string
    reason: string
    granted_at: Date
    granted_by: string | null
    until: string | null
  }
  'registry.cases': {
    id: Generated<string>
    authority_id: string
    year: number
    number: number
    reference_number: string
    kind: Generated<'matter' | 'assignment' | 'referral_answer'>
    title: string
    state: Generated<'open' | 'closed'>
    opened_on: string
    closed_on: string | null
    officer_id: string | null
    counterpart: string | null
    due_on: string | null
    due_source: string | null
    opened_by: string | null
    class_id: string | null
    case_type_id: string | null
    is_secret: Generated<boolean>
  }
  'registry.files': {
    id: Generated<string>
    record_id: string
    position: number
    version: Generated<number>
    name: string
    media_type: string
    sha256: string
    size: number
    added_at: Date
    added_by: string | null
  }
  'registry.heads': {
    case_id: string
    seq: number
    hash: string
  }
  'registry.import_batches': {
    import_id: string
    file: string
    first_byte: number
    last_byte: number
    last_line: number
    loaded: number
    already: number
    rejected: number
  }
  'registry.import_faults': {
    import_id: string
    file: string
    line: number
    until: number | null
    reason: string
    is_note: Generated<boolean>
  }
  'registry.imported_series': {
    authority_id: string
    year: number
    kind: 'case' | 'record'
    last: number
  }
  'registry.imports': {
    id: Generated<string>
    source: string
    prefix: string
    fingerprint: string
    started_at: Date
    finished_at: Date | null
  }
  'registry.known_gaps': {
    authority_id: string
    year: number
    kind: 'case' | 'record'
    first: number
    last: number
  }
  'registry.ledger': {
    case_id: string
    seq: number
    at: Date
    person_id: string | null
    actor: string
    event: string
    facts: unknown
    previous: string
    hash: string
  }
  'registry.links': {
    case_id: string
    other_case_id: string
    kind: 'referral' | 'assignment' | 'related'
  }
  'registry.markings': {
    id: Generated<string>
    case_id: string
    record_id: string | null
    authority_id: string
    provision: string
    reason: string | null
    hides_title: Generated<boolean>
    hides_party: Generated<boolean>
    marked_on: string
    marked_at: Date
    marked_by: string | null
    lifted_at: Date | null
    lifted_by: string | null
    lifted_why: string | null
  }
  'registry.readings': {
    id: Generated<number>
    case_id: string
    record_id: string | null
    file_id: string | null
    person_id: string
    at: Date
  }
  'registry.records': {
    id: Generated<string>
    case_id: string
    authority_id: string
    year: number
    number: number
    seq: number
    direction: 'in' | 'out' | 'internal'
    kind: 'assignment' | 'memo' | 'proposal' | 'decision' | 'cover_letter' | 'referral' | 'statement' | 'extract' | 'compilation' | 'letter' | 'attachment' | 'other'
    title: string
    party: string | null
    dated_on: string
    origin_record_id: string | null
    registered_at: Date
    registered_by: string | null
    is_secret: Generated<boolean>
    in_secret_case: Generated<boolean>
  }
  'registry.series': {
    authority_id: string
    year: number
    kind: 'case' | 'record'
    last: number
  }
  'registry.texts': {
    record_id: string
    body: string
  }
  'registry.withheld': {
    record_id: string
    case_id: string
    authority_id: string
    title: string
    party: string | null
  }
  'search.entries': {
    id: string
    case_id: string
    authority_id: string
    dated_on: string
    kind: string
    direction: string | null
    officer_id: string | null
    state: string
    words: unknown
  }
  'search.forms': {
    form: string
    stem: string
    n: Generated<number>
    is_written: Generated<boolean>
  }
  'search.rebuilds': {
    id: Generated<number>
    stage: 'cases' | 'records' | 'indexes'
    after: string | null
  }
  'search.saved': {
    id: Generated<string>
    person_id: string
    name: string
    query: string
    saved_at: Date
  }
  'search.secret_entries': {
    id: string
    case_id: string
    authority_id: string
    dated_on: string
    kind: string
    direction: string | null
    officer_id: string | null
    state: string
    words: unknown
  }
  'search.texts': {
    file_id: string
    record_id: string
    state: 'read' | 'empty' | 'binary' | 'too-large' | 'damaged' | 'encrypted' | 'no-text' | 'unknown-encoding' | 'too-slow' | 'missing'
    body: Generated<string>
  }
}
