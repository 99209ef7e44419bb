/** The checks of a draft: the panel alone, what one does about them, and the same for programs. */

import { z } from 'zod'
import { may, type Read } from '../../../kernel/context.ts'
import { answer, endpoint, form, page, type Route } from '../../../kernel/http/route.ts'
import { severities } from '../../checking/index.ts'
import { getCase } from '../../registry/index.ts'
import { letStand, mendDraft, takeUp, undoMend } from '../commands/checks.ts'
import type { Draft } from '../model/draft.ts'
import { checksOf, getDraft } from '../queries.ts'
import { checksPage } from '../views/checks.ts'
import { checksText } from '../views/checks-text.ts'
import { tabOf } from '../views/parts.ts'

const ofDraft = z.object({ draftId: z.uuid() })

/** Whether the one who asks may mend, or let stand. */
export function mayMend(ctx: Read, draft: Pick<Draft, 'state' | 'authorityId'>): boolean {
  return draft.state === 'draft' && may(ctx.actor, mendDraft.id, draft.authorityId)
}

const panel = page('/utkast/:draftId/kontroller', {
  may: 'someone',
  params: ofDraft,
  show: async (ctx, { draftId }, rejected) => {
    const draft = await getDraft(ctx, draftId)
    const theCase = await getCase(ctx, draft.caseId)
    const checks = await checksOf(ctx, draft, theCase)
    return checksPage(theCase, { draft, checks, mayWrite: mayMend(ctx, draft), rejected })
  },
})

type Done = { readonly caseId: string; readonly kind: Draft['kind'] }
const toTab = (_: unknown, { caseId, kind }: Done) => `/arenden/${caseId}/${tabOf[kind]}#kontroller`

const back = panel.path
const forms: readonly Route[] = [
  form(`${back}/ratta`, mendDraft, { back, then: toTab, says: () => checksText.saidMended }),
  form(`${back}/angra`, undoMend, { back, then: toTab, says: () => checksText.saidUndone }),
  form(`${back}/lat-sta`, letStand, { back, then: toTab, says: () => checksText.saidStands }),
  form(`${back}/ta-upp`, takeUp, { back, then: toTab, says: () => checksText.saidTakenUp }),
]

const finding = z.object({
  /** What the other calls name it by. */
  key: z.string(),
  code: z.string(),
  severity: z.enum(severities),
  message: z.string(),
  quote: z.string().nullable(),
  why: z.string(),
  source: z.string(),
  place: z.object({ field: z.string(), at: z.number(), nth: z.number() }).nullable(),
  /** What the button that mends it says; null: there is none. */
  fix: z.string().nullable(),
  /** Who let it stand, and why. */
  letStand: z.object({ id: z.uuid(), byName: z.string(), reason: z.string() }).nullable(),
})

const api: readonly Route[] = [
  answer('/drafts/:draftId/checks', {
    may: 'someone',
    params: ofDraft,
    result: z.object({ version: z.number(), findings: z.array(finding) }),
    show: async (ctx, { draftId }) => {
      const draft = await getDraft(ctx, draftId)
      const { open, stands } = await checksOf(ctx, draft, await getCase(ctx, draft.caseId))
      const findings = [
        ...open.map((one) => ({ ...one, fix: one.fix?.label ?? null, letStand: null })),
        ...stands.map(({ finding: one, let: stand }) => ({ ...one, fix: one.fix?.label ?? null, letStand: stand })),
      ]
      return { version: draft.version, findings }
    },
  }),
  endpoint('/drafts/:draftId/checks/:key/mend', mendDraft),
  endpoint('/drafts/:draftId/checks/:key/let-stand', letStand),
  endpoint('/drafts/:draftId/undo-mend', undoMend),
  endpoint('/let-stand/:letStandId/take-up', takeUp),
]

export const checkRoutes: readonly Route[] = [panel, ...forms, ...api]
