/** Joint statements (samordnat yttrande, I-18): one writes, others stand behind it by a decision of their own. Pure. */

import { contentHash } from '../../../kernel/rich-text.ts'
import { itemsOf, typedOf, type StatementContent } from '../../drafting/index.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { text } from '../text/joint.ts'
import { text as turnText } from '../text/turns.ts'
import type { Recipient } from './recipient.ts'
import type { Round } from './round.ts'
import { isAsked } from './turns.ts'

/** What the one that writes has sent to another that answers with it. */
export type JointStatement = {
  readonly recipientId: string
  readonly hostId: string
  readonly content: StatementContent
  /** As received by the other. */
  readonly recordId: string
  readonly memoRecordId: string | null
  readonly sentAt: Date
}

export type Answering = Pick<Recipient, 'id' | 'bodyName' | 'answer' | 'caseId' | 'jointWith' | 'stage'>

export type ToJoin = {
  readonly roundState: Round['state']
  readonly own: Answering
  readonly host: Answering
  /** Its own board has decided. */
  readonly isDecided: boolean
  /** Others answer together with it already. */
  readonly isHost: boolean
}

/** Every reason why one cannot answer together with another. */
export function obstaclesToJoining({ roundState, own, host, isDecided, isHost }: ToJoin): string[] {
  const { obstacle } = text
  if (roundState !== 'sent') return [obstacle.notOut]
  if (own.answer !== null) return [obstacle.answered]
  if (own.jointWith !== null) return [obstacle.joined]
  return [...(isDecided ? [obstacle.decided] : []), ...(isHost ? [obstacle.isHost] : []), ...obstaclesOfHost(own, host)]
}

function obstaclesOfHost(own: Answering, host: Answering): string[] {
  const { obstacle } = text
  if (host.id === own.id) return [obstacle.itself]
  if (!isAsked(host)) return [turnText.obstacle.notAsked(capital(host.bodyName))]
  if (host.caseId === null) return [obstacle.outside(host.bodyName)]
  if (host.jointWith !== null) return [obstacle.hostJoined(host.bodyName)]
  return host.answer === null ? [] : [obstacle.hostAnswered(host.bodyName)]
}

/** With whom one may answer: those who answer here, have not, and write for themselves. */
export function possibleHosts<R extends Answering>(recipients: readonly R[], own: Answering): R[] {
  return recipients.filter((host) => obstaclesOfHost(own, host).length === 0)
}

/** What stands in the way of answering by oneself again. `isBound`: its board has decided the joint statement. */
export function obstaclesToLeaving({ own, isBound }: { readonly own: Answering; readonly isBound: boolean }): string[] {
  const { obstacle } = text
  if (own.jointWith === null) return [obstacle.notJoined]
  if (own.answer !== null) return [obstacle.answered]
  return isBound ? [obstacle.decidedJoint] : []
}

/** Whether a new text would come too late for it: it has answered, or its board has decided on what it had got. */
export function hasDecided({ answer, stage }: Pick<Recipient, 'answer' | 'stage'>): boolean {
  return answer !== null || stage === 'decided' || stage === 'adjusted'
}

/** What stands in the way of sending the statement to those who answer with one. `waiting`: they have not got these words. */
export function obstaclesToPassingOn({
  members,
  waiting,
  hasStatement,
}: {
  readonly members: number
  readonly waiting: number
  readonly hasStatement: boolean
}): string[] {
  const { obstacle } = text
  if (members === 0) return [obstacle.alone]
  if (!hasStatement) return [obstacle.noStatement]
  return waiting === 0 ? [obstacle.passedAlready] : []
}

/** Whether two statements say the same, in words, positions and what was typed. */
export function isSameStatement(one: StatementContent, other: StatementContent): boolean {
  return sumOfStatement(one) === sumOfStatement(other)
}

function sumOfStatement({ stance, introduction, answers, outside }: StatementContent): string {
  const parts = answers.map(({ questionId, stance: position, text: words, ...answer }) => [
    questionId,
    position,
    contentHash(words),
    typedOf(itemsOf(answer)),
  ])
  return JSON.stringify([stance, contentHash(introduction), parts, contentHash(outside)])
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'referral.statement-joined': { body: string; host: string }
    'referral.statement-left': { body: string; host: string }
    'referral.statement-passed': { host: string; body: string; recordId: string }
  }
}
