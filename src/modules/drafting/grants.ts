/** Who may do what with drafts, at the authority where one has the role. */

const writers = ['case_officer', 'secretary', 'head'] as const
const heads = ['head'] as const

export const grants: Readonly<Record<string, readonly string[]>> = {
  'drafting.start-memo': writers,
  'drafting.start-statement': writers,
  'drafting.save-memo': writers,
  'drafting.save-statement': writers,
  'drafting.read-memo': writers,
  'drafting.take-reading': writers,
  'drafting.submit': writers,
  'drafting.withdraw': writers,
  'drafting.revise': writers,
  'drafting.add-approver': writers,
  'drafting.approve': heads,
  'drafting.return': heads,
}
