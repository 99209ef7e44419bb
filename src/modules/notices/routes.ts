/** The doors of `notices`. */

import type { Route } from '../../kernel/http/route.ts'
import { keeping } from './routes/keeping.ts'
import { open } from './routes/open.ts'

export const routes: readonly Route[] = [...open, ...keeping]
