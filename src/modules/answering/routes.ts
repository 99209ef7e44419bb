/** The doors of answering from outside. */

import type { Route } from '../../kernel/http/route.ts'
import { linkRoutes } from './routes/link.ts'
import { readingRoutes } from './routes/reading.ts'
import { readingApi } from './routes/reading-api.ts'
import { senderRoutes } from './routes/sender.ts'

export const routes: readonly Route[] = [...linkRoutes, ...senderRoutes, ...readingRoutes, ...readingApi]
