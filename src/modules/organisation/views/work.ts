import type { Actor } from '../../../kernel/context.ts'
import { html, type Html } from '../../../kernel/html.ts'
import { swedishClock, swedishDay } from '../../../kernel/time.ts'
import {
  capital,
  dateText,
  emptyState,
  linkButton,
  pageHead,
  section,
  statusTag,
  type Screen,
} from '../../../kernel/ui/index.ts'
import type { WorkItem } from '../model.ts'
import { text } from '../text.ts'

type WorkProps = { readonly items: readonly WorkItem[]; readonly actor: Actor; readonly now: Date }

/** Mitt arbete: what must I do now, what waits for others, what is coming. */
export function workPage({ items, actor, now }: WorkProps): Screen {
  const today = swedishDay(now)
  const groups = (['now', 'waiting', 'coming'] as const).map((group) => ({
    group,
    members: items.filter((item) => item.group === group),
  }))
  const nothing = emptyState({
    title: text.work.nothingTitle,
    text: text.work.nothing,
    action: linkButton({ href: '/arenden', label: text.work.toCases, kind: 'secondary' }),
  })
  return {
    title: text.work.title,
    section: 'work',
    body: html`
      ${pageHead({
        title: text.work.hello(greeting(now), actor.name.split(' ')[0] ?? ''),
        over: capital(actor.title),
        actions: linkButton({ href: '/arenden/nytt', label: text.work.newCase, kind: 'secondary', icon: 'plus' }),
      })}
      ${groups.map(({ group, members }) =>
        members.length > 0
          ? section({ title: text.work[group], count: members.length, body: workList(members, today) })
          : group === 'now' && section({ title: text.work.now, count: 0, body: nothing }),
      )}
    `,
  }
}

/** By the Swedish clock. Nobody says good morning at night, and good night is a farewell. */
function greeting(now: Date): string {
  const clock = swedishClock(now)
  if (clock < '05:00') return text.work.day
  if (clock < '10:00') return text.work.morning
  return clock < '18:00' ? text.work.day : text.work.evening
}

function workList(items: readonly WorkItem[], today: string): Html {
  return html`<ul class="k-work">${items.map((item) => workRow(item, today))}</ul>`
}

function workRow(item: WorkItem, today: string): Html {
  const isLate = item.due !== null && item.due < today && item.group !== 'coming'
  return html`<li class="k-work-row">
    <div class="k-work-words">
      <a href="${item.href}" class="k-work-title">${item.title}</a>
      ${item.reference !== null && html`<span class="k-number">${item.reference}</span>`}
      ${item.isNew === true && statusTag('now', text.work.new)}
      <p class="k-work-detail">${item.detail}</p>
    </div>
    <div class="k-work-due">${item.wrong !== undefined ? statusTag('late', item.wrong) : isLate && statusTag('late')}${item.due !== null && dateText(item.due, today)}</div>
    ${
      item.action !== null &&
      html`<div class="k-work-action">${linkButton({ href: item.href, label: item.action, kind: 'secondary', small: true })}</div>`
    }
  </li>`
}
