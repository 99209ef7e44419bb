/** Who may do what with a referral, at the authority that sends it or answers it. */

const sending = ['case_officer', 'registrar', 'secretary'] as const

export const grants: Readonly<Record<string, readonly string[]>> = {
  'referral.start': sending,
  'referral.edit': sending,
  'referral.add-question': sending,
  'referral.edit-question': sending,
  'referral.move-question': sending,
  'referral.remove-question': sending,
  'referral.set-documents': sending,
  'referral.set-recipients': sending,
  'referral.send': sending,
  'referral.correct': sending,
  'referral.close': sending,
  'referral.discard-draft': sending,
  'referral.enter-answer': sending,
  'referral.begin-answer': ['case_officer', 'registrar'],
  'referral.dispatch-answer': ['registrar', 'secretary', 'case_officer'],
}
