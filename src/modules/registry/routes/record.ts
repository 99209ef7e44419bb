/** The doors of one record: its page, its files, and what is put right in it. */

import { z } from 'zod'
import { may, today } from '../../../kernel/context.ts'
import { found } from '../../../kernel/errors.ts'
import { download, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import { addFileVersion } from '../commands.ts'
import { recordHref } from '../model.ts'
import { findHeldMarking, getCase, getFile, getRecord, keepsSecretsOf, keptFilesOf } from '../queries.ts'
import { text } from '../text.ts'
import { recordPage } from '../views/record.ts'

const oneRecord = page('/handlingar/:recordId', {
  may: 'someone',
  params: z.object({ recordId: z.uuid() }),
  show: async (ctx, { recordId }, rejected) => {
    const record = await getRecord(ctx, recordId)
    const theCase = await getCase(ctx, record.caseId)
    const keeps = keepsSecretsOf(ctx, theCase)
    const mine = (verb: string) => may(ctx.actor, `registry.${verb}`, record.authorityId)
    const mayChange = record.isSecret && keeps && mine('change-marking')
    return recordPage({
      record,
      theCase,
      mayMark: keeps && mine('mark-record'),
      held: mayChange ? await findHeldMarking(ctx, { caseId: theCase.id, recordId }) : undefined,
      mayCorrect: mine('correct-record'),
      mayPlace: mine('move-record'),
      today: today(ctx),
      mayAdd: mine('add-file-version'),
      kept: await keptFilesOf(ctx, rejected?.values['files']),
      rejected,
    })
  },
})

const file = download('/filer/:fileId', {
  may: 'someone',
  params: z.object({ fileId: z.uuid(), visa: z.string().optional() }),
  send: async (ctx, { fileId, visa }) => {
    const { name, mediaType, sha256, size } = await getFile(ctx, fileId)
    return { name, mediaType, inline: visa === '1', body: { sha256, size } }
  },
})

/** The same by the record and the SHA-256 of its bytes, for what names a file by its sum. */
const fileOfSum = download('/handlingar/:recordId/innehall/:sha256', {
  may: 'someone',
  params: z.object({ recordId: z.uuid(), sha256: z.string() }),
  send: async (ctx, { recordId, sha256: sum }) => {
    const { files } = await getRecord(ctx, recordId)
    const { name, mediaType, sha256, size } = await getFile(ctx, found(files.find((one) => one.sha256 === sum)).id)
    return { name, mediaType, inline: false, body: { sha256, size } }
  },
})

const toRecord = (_: unknown, result: { recordId: string }) => recordHref({ id: result.recordId })
const onRecord = { back: '/handlingar/:recordId', then: toRecord }

export const recordRoutes: readonly Route[] = [
  oneRecord,
  file,
  fileOfSum,
  form('/handlingar/:recordId/filer', addFileVersion, { ...onRecord, says: () => text.record.versionAdded }),
  endpoint('/records/:recordId/files', addFileVersion),
]
