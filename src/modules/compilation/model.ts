/** What a compilation is, and its forms as paper and as a workbook. */

export * from './model/compilation.ts'
export * from './model/joint.ts'
export * from './model/marked.ts'
export { sheetsOf } from './model/sheets.ts'
