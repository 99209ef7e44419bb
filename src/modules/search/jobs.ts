/** What is done after the transaction: reading files. */

import type { JobHandlers } from '../../kernel/jobs.ts'
import { readFileJob } from './commands/read-file.ts'

export const jobs: JobHandlers = { 'search.read-file': readFileJob }
