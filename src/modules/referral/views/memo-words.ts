/** What stands at one whose memo speaks of another statement than the one it answers with, and how to change it (I-18). */

import { may } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { linkButton, notice, primaryForm } from '../../../kernel/ui/index.ts'
import type { MemoDraft } from '../../drafting/index.ts'
import { caseHref } from '../../registry/index.ts'
import { memoWords, standingOfMemo } from '../model/memo-words.ts'
import { text } from '../text/memo-words.ts'
import type { OwnJoint } from './joint.ts'

type Own = Pick<OwnJoint, 'theCase' | 'recipient' | 'round' | 'ready' | 'actor'> & { readonly memo: MemoDraft | null }

/** Nothing where it says how one answers, or where it has been decided or answered. */
export function memoFollowing(own: Own): Html {
  const { memo, recipient, round } = own
  if (memo === null || isOver(own)) return html``
  const { state } = standingOfMemo(memo.content, recipient, round)
  if (state === 'follows') return html``
  return notice(
    'warning',
    html`<p>${whatItSays(memo, recipient.jointName)} ${whenNotOpen(memo)}</p>
      <p>${state === 'old' ? text.now : text.other}</p>
      <blockquote>${memoWords(recipient, round).proposal}</blockquote>
      ${onwards(own, memo.state === 'draft' && state === 'old')}`,
  )
}

function isOver({ recipient, ready, actor, theCase }: Own): boolean {
  const isDecided = ready.decision !== null || ready.delegated !== null
  return isDecided || recipient.answer !== null || !may(actor, 'referral.mend-memo', theCase.authorityId)
}

function whenNotOpen({ state }: MemoDraft): string {
  if (state === 'draft') return ''
  return state === 'submitted' ? text.submitted : text.approved
}

function onwards({ theCase }: Own, canChange: boolean): Html {
  return canChange
    ? primaryForm({ action: caseHref(theCase, 'remiss/ord-i-skrivelsen'), label: text.change, kind: 'secondary' })
    : linkButton({ href: caseHref(theCase, 'tjansteskrivelse'), label: text.toMemo, kind: 'secondary' })
}

function whatItSays({ content }: MemoDraft, host: string | null): string {
  if (host === null) return text.saysJoint
  const isJoint = content.proposals.some((point) => /samordna(?:t|de) yttrande/i.test(point))
  return isJoint ? text.saysAnother(host) : text.saysOwn(host)
}
