/** The doors of `delegation`. */

import type { Route } from '../../kernel/http/route.ts'
import { api } from './routes/api.ts'
import { boardRoutes } from './routes/board.ts'
import { caseRoutes } from './routes/case.ts'
import { schemeRoutes } from './routes/scheme.ts'

export const routes: readonly Route[] = [...boardRoutes, ...schemeRoutes, ...caseRoutes, ...api]
