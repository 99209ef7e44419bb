/** The checks of a memo and a statement while they are written. */

export { checkLabel, checkWriting, severityLabel } from './model/check.ts'
export { severities, type Edit, type Finding, type Fix, type Place, type Severity } from './model/finding.ts'
export { alike } from './model/parts.ts'
export { writtenFrom } from './model/from-file.ts'
export { numbersIn } from './model/references.ts'
export {
  checkCodes,
  checks,
  dateForms,
  requirableParts,
  usualRules,
  writingRules,
  type Abbreviation,
  type CheckCode,
  type WritingRules,
} from './model/rules.ts'
export {
  nothingKnown,
  type Known,
  type OpenQuestion,
  type PartName,
  type Piece,
  type Written,
  type WrittenHeading,
} from './model/written.ts'
