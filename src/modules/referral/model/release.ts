/** Letting go of one that answers together with another (I-18): when it may be done, and the letters that say so. Pure. */

import type { Paper } from '../../../kernel/documents/index.ts'
import { here } from '../../../kernel/post-words.ts'
import { fromText } from '../../../kernel/rich-text.ts'
import { capital } from '../../../kernel/ui/index.ts'
import { speaking } from '../../../kernel/words.ts'
import { text } from '../text/release.ts'
import { hasDecided } from './joint.ts'
import type { Recipient } from './recipient.ts'
import type { Round } from './round.ts'

/** That one was let go of, as it stands in its own case. */
export type Release = {
  readonly hostName: string
  readonly reason: string
  /** As received. */
  readonly recordId: string
  readonly releasedAt: Date
}

/** Whoever has decided stands by what it decided (I-23). */
export function obstaclesToReleasing(hostId: string, member: Recipient): string[] {
  const name = capital(member.bodyName)
  if (member.jointWith !== hostId) return [text.obstacle.notMember(name)]
  return hasDecided(member) ? [text.obstacle.decided(name)] : []
}

export type Releasing = {
  readonly round: Round
  readonly host: Recipient
  readonly member: Recipient
  readonly reason: string
  /** ISO day. */
  readonly date: string
}

/** Registered on both sides. Always in Swedish. */
export function releasePaper({ round, host, member, reason, date }: Releasing): Paper {
  const [from, to] = [capital(host.bodyName), capital(member.bodyName)]
  return speaking('sv', () => {
    const t = text.paper
    return {
      kind: t.kind,
      title: round.title,
      language: 'sv',
      sender: { organisation: from, unit: null },
      reference: host.referenceNumber ?? round.referenceNumber,
      head: [
        { label: t.date, lines: [date] },
        { label: t.to, lines: [to] },
        { label: t.theirReference, lines: [member.referenceNumber ?? round.referenceNumber] },
      ],
      blocks: [
        { type: 'paragraph', text: t.says(from, to, round.title) },
        ...(member.answerBy === null ? [] : [{ type: 'paragraph', text: t.answerBy(member.answerBy) } as const]),
        { type: 'heading', level: 1, text: t.reason },
        { type: 'text', text: fromText(reason) },
      ],
      isDraft: false,
      footer: [],
    }
  })
}

/** What the record is called on both sides, at most 300 characters. */
export function releaseTitle({ round, host }: Pick<Releasing, 'round' | 'host'>): string {
  return speaking('sv', () => text.recordTitle(capital(host.bodyName), round.title)).slice(0, 300)
}

/** To whom it concerns, by e-mail. */
export function releaseMail({ round, host, member, reason }: Releasing): {
  readonly subject: string
  readonly text: string
} {
  const t = text.mail
  const reference = member.referenceNumber ?? round.referenceNumber
  const words = [
    `${t.says(capital(host.bodyName), round.title)}\n${text.why(reason)}`,
    `${t.next}\n${here(`/arenden/${encodeURIComponent(reference)}/remiss`)}`,
  ]
  return { subject: t.subject(reference), text: words.join('\n\n') }
}

declare module '../../../kernel/events.ts' {
  interface Events {
    'referral.statement-released': { host: string; body: string; reason: string }
  }
}
