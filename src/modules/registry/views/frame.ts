import { html, type Html } from '../../../kernel/html.ts'
import {
  copyLink,
  pageHead,
  statusTag,
  steps,
  tabs,
  type Step as DrawnStep,
  type Tab,
} from '../../../kernel/ui/index.ts'
import { caseHref, type Case, type Step } from '../model.ts'
import { text } from '../text.ts'

export type FrameProps = {
  readonly theCase: Case
  readonly way: readonly Step[]
  readonly tabs: readonly Tab[]
  readonly body: Html
}

/** A tab's body in its case: the head, the way of the matter, the tabs. */
export function drawFrame({ theCase, way, tabs: list, body }: FrameProps): Html {
  return html`${head(theCase)}${steps(way.map(drawnStep))}${tabs(list)}${body}`
}

function head(theCase: Case): Html {
  const officer =
    theCase.officerName === null ? text.overview.nobody : `${text.overview.officer} ${theCase.officerName}`
  return pageHead({
    title: theCase.title,
    number: theCase.referenceNumber,
    over: `${theCase.authorityName} · ${officer}`,
    status: statusTag(theCase.state === 'open' ? 'now' : 'done', text.states[theCase.state]),
    actions: copyLink(text.overview.copy, caseHref(theCase)),
  })
}

function drawnStep({ label, state, date, note, href }: Step): DrawnStep {
  return {
    label,
    state,
    ...(date !== null && { date }),
    ...(note !== null && { note }),
    ...(href !== null && { href }),
  }
}
