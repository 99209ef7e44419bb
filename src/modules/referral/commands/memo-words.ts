/** The memo follows when one joins another's statement, or leaves it (I-18). */

import { command } from '../../../kernel/command.ts'
import { NotFound, refuseIf } from '../../../kernel/errors.ts'
import { findDraft, keepVersion, lockDraft, obstaclesToWriting, write } from '../../drafting/index.ts'
import { standingOfMemo, type MemoStanding } from '../model/memo-words.ts'
import { text } from '../text/memo-words.ts'
import { oneCase } from './input.ts'
import { answering } from './joint.ts'

/** Puts the words of how one answers now in the memo (byter ord). What it said before is kept as a version. */
export const mendMemo = command('referral.mend-memo', oneCase, async (ctx, { caseId }) => {
  const { theCase, own, round } = await answering(ctx, caseId)
  const found = await findDraft(ctx, theCase.id, 'memo')
  if (found === null) throw new NotFound()
  const memo = await lockDraft(ctx, found.id)
  if (memo.kind !== 'memo') throw new NotFound()
  const standing = standingOfMemo(memo.content, own, round)
  refuseIf([...obstaclesToWriting(memo), ...obstaclesTo(standing)])
  if (standing.state !== 'old') return
  await keepVersion(ctx, memo)
  await write(ctx, memo, { ...memo, content: { ...memo.content, ...standing.after } })
})

function obstaclesTo({ state }: MemoStanding): string[] {
  return state === 'old' ? [] : [text.obstacle[state]]
}
