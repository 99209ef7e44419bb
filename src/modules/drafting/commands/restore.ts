/** Bringing back the words of an older version: as a new version, so that nothing is lost by it. */

import { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import { allowAt } from '../../../kernel/context.ts'
import { refuseIf } from '../../../kernel/errors.ts'
import { writeLedger } from '../../registry/index.ts'
import { obstaclesToRestoring, withWordsOf } from '../model/history.ts'
import { getDraft, getVersion, lockDraft } from '../queries.ts'
import { write } from './save.ts'
import { keepVersion } from './steps.ts'

const restoring = z.object({ draftId: z.uuid(), version: z.coerce.number().int().min(1) })

/** Gives the draft the words it had (återställer en version). Those who write in it get it as a change. */
export const restoreVersion = command('drafting.restore', restoring, async (ctx, { draftId, version }) => {
  const draft = await lockDraft(ctx, draftId)
  allowAt(ctx, draft.authorityId)
  const older = await getVersion(ctx, draftId, version)
  refuseIf(obstaclesToRestoring(draft, older))
  await keepVersion(ctx, draft)
  const saved = await write(ctx, draft, withWordsOf(draft, older))
  await keepVersion(ctx, await getDraft(ctx, draftId))
  await writeLedger(ctx, draft.caseId, 'drafting.restored', { draftId, kind: draft.kind, version })
  return { ...saved, caseId: draft.caseId, kind: draft.kind }
})
