/** The compiled answers to a referral: the face of the module. */

import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { slots } from './slots.ts'

export type { Cell, Compilation, CompiledAnswer, CompiledBody, CompiledRow, RegisteredCompilation } from './model.ts'
export { registerCompilation } from './commands.ts'
export { compilationJson, type CompilationAnswer } from './model/json.ts'
export { compilationFile, compilationPaper, formats, type Format, type MadeFile } from './papers.ts'
export { getCompilation, listRegistered } from './queries.ts'

export const compilationModule: Module = {
  name: 'compilation',
  routes,
  slots,
  grants: { 'compilation.register': ['case_officer', 'registrar', 'secretary', 'head'] },
}
