/** Calendars to subscribe to. With a key in the address a program reads what the one who made the key may read, and only here. */

import { z } from 'zod'
import type { Read } from '../../../kernel/context.ts'
import { download, type Route, type Sent } from '../../../kernel/http/route.ts'
import { getBody } from '../../organisation/index.ts'
import { calendarText, type FeedEvent } from '../model/feed.ts'
import { listBodyEvents, listOwnEvents } from '../queries/feeds.ts'
import { text } from '../text.ts'

function calendar(name: string, events: readonly FeedEvent[]): Sent {
  const body = Buffer.from(calendarText(name, events))
  return { name: `${name.replace(': ', ' ')}.ics`, mediaType: 'text/calendar', inline: false, isFeed: true, body }
}

async function mine(ctx: Read): Promise<Sent> {
  return calendar(text.feed.mine, await listOwnEvents(ctx))
}

async function ofBody(ctx: Read, { bodyId }: { bodyId: string }): Promise<Sent> {
  const { name } = await getBody(ctx, bodyId)
  return calendar(text.feed.of(name), await listBodyEvents(ctx, bodyId))
}

const nothing = z.object({})
const oneBody = z.object({ bodyId: z.uuid() })

export const feeds: readonly Route[] = [
  download('/kalender/min.ics', { may: 'someone', params: nothing, send: mine }),
  download('/kalender/nyckel/:key/min.ics', { may: 'someone', params: nothing, send: mine }),
  download('/kalender/organ/:bodyId/organ.ics', { may: 'someone', params: oneBody, send: ofBody }),
  download('/kalender/nyckel/:key/organ/:bodyId/organ.ics', { may: 'someone', params: oneBody, send: ofBody }),
]
