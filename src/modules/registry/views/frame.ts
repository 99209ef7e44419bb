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
import { caseHref, type Case, type Marked, type Step } from '../model.ts'
import { text } from '../text.ts'
import { secretTag } from './secrecy.ts'

export type FrameProps = {
  readonly theCase: Case
  /** Of a case that is marked as a whole. */
  readonly marking: Marked | null
  readonly way: readonly Step[]
  readonly tabs: readonly Tab[]
  readonly body: Html
}

/** A tab's body in its case: the head, the way of the matter, the tabs. */
export function drawFrame({ theCase, marking, way, tabs: list, body }: FrameProps): Html {
  return html`${head(theCase, marking)}${steps(way.map(drawnStep))}${tabs(list)}${body}`
}

function head(theCase: Case, marking: Marked | null): Html {
  const officer =
    theCase.officerName === null ? text.overview.nobody : `${text.overview.officer} ${theCase.officerName}`
  return pageHead({
    title: theCase.title,
    number: theCase.referenceNumber,
    over: `${theCase.authorityName} · ${officer}`,
    status: html`${statusTag(theCase.state === 'open' ? 'now' : 'done', text.states[theCase.state])}${
      theCase.isSecret && secretTag(marking)
    }`,
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
