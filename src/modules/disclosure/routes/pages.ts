/** The pages of disclosure. */

import { z } from 'zod'
import { may, today, type Read } from '../../../kernel/context.ts'
import { UnreadableFile } from '../../../kernel/file-text.ts'
import { found, NotFound, Refused } from '../../../kernel/errors.ts'
import { download, page } from '../../../kernel/http/route.ts'
import { getRecord } from '../../registry/index.ts'
import { listPeopleWithRole } from '../../organisation/index.ts'
import { testers } from '../commands/request.ts'
import { noMasks } from '../model/mask.ts'
import { hashOfText } from '../papers.ts'
import {
  findChoosable,
  findMasks,
  findRefusal,
  getItem,
  getPart,
  getRequest,
  listHistory,
  listItems,
  listOpen,
  listRequests,
  progressOf,
  readPages,
} from '../queries.ts'
import { itemPage } from '../views/item.ts'
import { listPage, newPage } from '../views/list.ts'
import { maskPage } from '../views/mask.ts'
import { requestPage } from '../views/request.ts'

const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[0-9a-f-]{36}$/)
  .transform((words) => ({ receivedAt: words.slice(0, words.indexOf('_')), id: words.slice(words.indexOf('_') + 1) }))

export const list = page('/utlamnanden', {
  may: 'disclosure.read',
  params: z.object({ visa: z.enum(['alla']).optional(), efter: cursor.optional() }),
  show: async (ctx, { visa, efter }) => {
    const at = found(ctx.actor.at)
    const isAll = visa === 'alla'
    const shown = isAll
      ? await listRequests(ctx, at, { after: efter })
      : { requests: await listOpen(ctx, at), next: null }
    const more =
      shown.next === null ? undefined : `/utlamnanden?${new URLSearchParams({ visa: 'alla', efter: shown.next })}`
    const mayRegister = may(ctx.actor, 'disclosure.register', at)
    return listPage({ requests: shown.requests, isAll, mayRegister, more, today: today(ctx) })
  },
})

export const registerPage = page('/utlamnanden/ny', {
  may: 'disclosure.register',
  params: z.object({}),
  show: async (ctx, _, rejected) => newPage({ today: today(ctx), rejected }),
})

const ofRequest = z.object({ requestId: z.uuid() })

export const one = page('/utlamnanden/:requestId', {
  may: 'disclosure.read',
  params: ofRequest.extend({ sok: z.string().trim().max(100).optional() }),
  show: async (ctx, { requestId, sok }, rejected) => {
    const request = await getRequest(ctx, requestId)
    const items = await listItems(ctx, requestId)
    const sought = sok ?? (items.length === 0 ? request.reference : null)
    return requestPage({
      request,
      items,
      progress: await progressOf(ctx, requestId),
      refusal: await findRefusal(ctx, requestId),
      history: await listHistory(ctx, requestId),
      sought,
      choosable: sought === null || sought === '' ? [] : await findChoosable(ctx, request.authorityId, sought),
      people: await peopleWhoTest(ctx, request.authorityId),
      mayWork: may(ctx.actor, 'disclosure.choose-records', request.authorityId),
      today: today(ctx),
      rejected,
    })
  },
})

/** Each once, however many roles. */
async function peopleWhoTest(ctx: Read, authorityId: string) {
  const people = await listPeopleWithRole(ctx, { authorityId, roles: testers })
  return [...new Map(people.map((person) => [person.id, person])).values()]
}

const ofItem = ofRequest.extend({ itemId: z.uuid() })

async function itemOf(ctx: Read, { requestId, itemId }: z.output<typeof ofItem>) {
  const request = await getRequest(ctx, requestId)
  const item = await getItem(ctx, itemId)
  if (item.requestId !== requestId) throw new NotFound()
  return { request, item, mayWork: may(ctx.actor, 'disclosure.assess', request.authorityId) }
}

export const record = page('/utlamnanden/:requestId/handlingar/:itemId', {
  may: 'disclosure.read',
  params: ofItem,
  show: async (ctx, params, rejected) => {
    const known = await itemOf(ctx, params)
    // The registry gives the real title to who needs it, and notes that it was read.
    const { title } = await getRecord(ctx, known.item.recordId)
    return itemPage({ ...known, title, rejected })
  },
})

export const masking = page('/utlamnanden/:requestId/handlingar/:itemId/filer/:fileId', {
  may: 'disclosure.mask',
  params: ofItem.extend({ fileId: z.uuid() }),
  show: async (ctx, { fileId, ...params }, rejected) => {
    const { request, item } = await itemOf(ctx, params)
    const file = found(item.files.find(({ id }) => id === fileId))
    const part = item.parts.find((each) => each.fileId === fileId)
    const read = await readable(ctx, fileId)
    const saved = (await findMasks(ctx, item.id, fileId)) ?? { ...noMasks, textHash: read.hash }
    const isStale = saved.textHash !== read.hash && saved.lines.length > 0
    const masks = isStale ? { ...saved, lines: [] } : saved
    return maskPage({ request, item, file, ...read, masks, isStale, part, rejected })
  },
})

/** The pages of the file's text, or why there are none. */
async function readable(ctx: Read, fileId: string) {
  try {
    const { pages, text } = await readPages(ctx, fileId)
    return { pages, hash: hashOfText(text), why: null }
  } catch (error) {
    if (!(error instanceof UnreadableFile) && !(error instanceof Refused)) throw error
    return { pages: null, hash: '', why: error.message }
  }
}

/** A copy, masked or whole, as it is given out. */
export const copy = download('/utlamnanden/:requestId/kopior/:partId', {
  may: 'disclosure.read',
  params: ofRequest.extend({ partId: z.uuid() }),
  send: async (ctx, { requestId, partId }) => {
    const { name, mediaType, sha256, size } = await getPart(ctx, requestId, partId)
    const body = { sha256: found(sha256), size: found(size) }
    return { name: found(name), mediaType: found(mediaType), inline: true, body }
  },
})
