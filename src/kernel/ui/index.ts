/** The face of the design system: what modules draw with, and what the HTTP kernel draws around it. */

export { buildAssets, type Asset, type Assets } from './assets.ts'
export {
  button,
  copyLink,
  hiddenFields,
  linkButton,
  primaryForm,
  type ButtonKind,
  type ButtonProps,
  type LinkButtonProps,
  type PrimaryFormProps,
} from './buttons.ts'
export { capital } from './capital.ts'
export {
  checkbox,
  checkboxes,
  radios,
  select,
  type CheckboxProps,
  type CheckboxesProps,
  type Choice,
  type RadiosProps,
  type SelectProps,
} from './choices.ts'
export {
  columns,
  demoMark,
  disclosure,
  emptyState,
  facts,
  notice,
  paperFrame,
  progress,
  section,
  why,
  type EmptyStateProps,
  type Fact,
  type NoticeKind,
} from './content.ts'
export { awayText, clockText, dateOnly, dateText, dateTimeText, dayText, plainDayText, shortDayText } from './dates.ts'
export {
  dateField,
  field,
  fileField,
  textArea,
  type DateFieldProps,
  type FieldProps,
  type FieldWidth,
  type FileFieldProps,
  type TextAreaProps,
  type TextFieldProps,
} from './fields.ts'
export { icon, type IconName } from './icon.ts'
export { layout, plainLayout } from './layout.ts'
export { logo } from './logo.ts'
export { errorSummary, fieldId, reasons } from './reasons.ts'
export { autoSave, richField, writeTogether, type AutoSaveProps, type RichFieldProps } from './rich-field.ts'
export {
  rejectionOf,
  type LayoutAuthority,
  type LayoutFrame,
  type LayoutPerson,
  mostWaiting,
  type NavItem,
  type PlainFrame,
  type Rejected,
  type Screen,
  type Theme,
} from './screen.ts'
export { panelBody, sidePanels, type SidePanel, type SidePanelsProps } from './side-panels.ts'
export { status, statusKinds, statusShape, statusTag, type StatusKind } from './status.ts'
export { styleGuide } from './style-guide.ts'
export { table, type Column, type Row, type TableProps } from './table.ts'
export { chips, pageHead, steps, tabs, type Chip, type PageHeadProps, type Step, type Tab } from './wayfinding.ts'
