/**
 * How the memo of an answer speaks of the statement (I-18): of one's own, or of the joint one that another writes. What it was
 * begun with follows when one joins or leaves; what somebody has written otherwise is theirs to change. Pure.
 */

import { capital } from '../../../kernel/ui/index.ts'
import { speaking } from '../../../kernel/words.ts'
import type { MemoContent } from '../../drafting/index.ts'
import { text } from '../text.ts'
import { text as jointText } from '../text/joint.ts'
import type { Recipient } from './recipient.ts'
import type { Round } from './round.ts'

type Standing = Pick<Recipient, 'bodyName' | 'jointName'>
type Asked = Pick<Round, 'title' | 'referenceNumber' | 'authorityName'>

/** The proposed decision, and the statement among what it rests on. Always in Swedish. */
export type MemoWords = { readonly proposal: string; readonly basis: string }

/** What a memo says where one answers alone, or together with another (`jointName`). */
export function memoWords({ bodyName, jointName }: Standing, round: Asked): MemoWords {
  const { title, referenceNumber: reference, authorityName: to } = round
  const body = capital(bodyName)
  return speaking('sv', () =>
    jointName === null
      ? { proposal: text.memo.proposal({ body, title, reference, to }), basis: text.memo.ownStatement(title) }
      : { proposal: jointText.proposal(body, jointName, { title, reference, to }), basis: jointText.basis(jointName) },
  )
}

type Lines = Pick<MemoContent, 'proposals' | 'basis'>

/**
 * How a memo stands to how one answers now. `old`: it has the words of another way to answer, and `after` has those of this one in
 * their place. `other`: somebody has written it otherwise, and it does not say how one answers now.
 */
export type MemoStanding =
  { readonly state: 'follows' } | { readonly state: 'old'; readonly after: Lines } | { readonly state: 'other' }

export function standingOfMemo({ proposals, basis }: Lines, own: Standing, round: Asked): MemoStanding {
  const now = memoWords(own, round)
  const ways = [memoWords({ ...own, jointName: null }, round), memoWords({ ...own, jointName: anyone }, round)]
  const after = {
    proposals: onceEach(proposals, { now: now.proposal, others: ways.map((way) => way.proposal) }),
    basis: onceEach(basis, { now: now.basis, others: ways.map((way) => way.basis) }),
  }
  if (JSON.stringify(after) !== JSON.stringify({ proposals, basis })) return { state: 'old', after }
  const isJoint = proposals.some((point) => /samordna(?:t|de) (?:yttrande|svar)/i.test(point))
  return { state: proposals.length === 0 || isJoint === (own.jointName !== null) ? 'follows' : 'other' }
}

/** Stands where the name of whoever writes does. */
const anyone = '\u{fffc}'

type Change = { readonly now: string; readonly others: readonly string[] }

function onceEach(lines: readonly string[], { now, others }: Change): string[] {
  const changed = lines.map((line) => (others.some((other) => isAs(line, other)) ? now : line))
  return changed.filter((line, at) => line !== now || changed.indexOf(now) === at)
}

/** The same words, whoever is named. */
function isAs(line: string, other: string): boolean {
  const [before = '', after = ''] = other.split(anyone)
  if (!other.includes(anyone)) return line === other
  return line.length > before.length + after.length && line.startsWith(before) && line.endsWith(after)
}
