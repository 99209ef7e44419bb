/** States as words with their shape. */

import type { Html } from '../../../kernel/html.ts'
import { status, statusTag, type StatusKind } from '../../../kernel/ui/index.ts'
import { needsTest, type Item } from '../model/item.ts'
import { isLate, type DisclosureRequest } from '../model/request.ts'
import { text } from '../text.ts'

const kinds: Readonly<Record<DisclosureRequest['stage'], StatusKind>> = {
  new: 'now',
  testing: 'waiting',
  ready: 'now',
  answered: 'done',
  withdrawn: 'stopped',
}

export function stageWords(request: DisclosureRequest): string {
  return request.awaitsDecision ? text.stage.decision : text.stage[request.stage]
}

export function stageStatus(request: DisclosureRequest, today: string, asTag = false): Html {
  const draw = asTag ? statusTag : status
  if (isLate(request, today)) return draw('late', text.work.late(stageWords(request).toLocaleLowerCase('sv')))
  return draw(request.awaitsDecision ? 'now' : kinds[request.stage], stageWords(request))
}

export function outcomeStatus(item: Item): Html {
  const { outcome } = item
  if (outcome === null) return status('waiting', text.outcome.none)
  if (outcome === 'refused') return status('stopped', text.outcome.refused)
  return status(needsTest(item) ? 'waiting' : 'done', text.outcome[outcome])
}
