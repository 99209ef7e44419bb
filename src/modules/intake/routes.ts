/** Every door of the module: registering, and e-mail in. */

import type { Route } from '../../kernel/http/route.ts'
import { batchRoutes } from './routes/batches.ts'
import { inboxRoutes } from './routes/inbox.ts'
import { registerRoutes } from './routes/register.ts'

export const routes: readonly Route[] = [...registerRoutes, ...batchRoutes, ...inboxRoutes]
