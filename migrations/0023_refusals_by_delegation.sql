-- A refusal to give out a record is decided on a rule of the delegation scheme, or by the board itself (OSL 6:3, KL 6:37, A-94).

-- The document of such a decision is made by the module that decides; delegation draws none of its own.
alter table delegation.decisions add column own_document boolean not null default false;

-- What was decided before this has neither: its mandate is in words alone.
alter table disclosure.refusals
  add column delegated_id uuid references delegation.decisions (id),
  add column board_decision_id uuid references meetings.decisions (id),
  add column referred_at timestamptz,                                     -- handed to the board, which then decides
  add column referred_by uuid references organisation.people (id),
  add constraint a_delegate_or_the_board_decides check (delegated_id is null or board_decision_id is null),
  add constraint who_decides_has_decided check ((delegated_id is null and board_decision_id is null) or decided_at is not null),
  add constraint what_is_referred_has_a_case check ((referred_at is null) = (referred_by is null) and (referred_at is null or case_id is not null));
