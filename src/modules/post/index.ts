/** What leaves by e-mail, and what became of it: the face of the module. Letters are posted by `kernel/post.ts`. */

import { may } from '../../kernel/context.ts'
import type { Module } from '../../kernel/module.ts'
import { swedishDay } from '../../kernel/time.ts'
import type { WorkList } from '../organisation/index.ts'
import { postHref } from './model.ts'
import { countLetters } from './queries.ts'
import { digestJob, digestSchedules } from './commands/digest.ts'
import { routes } from './routes.ts'
import './slots.ts'
import { text } from './text.ts'

/** Mitt arbete for a registrar: letters that did not arrive. */
const postWork: WorkList = {
  key: 'post.letters',
  show: async (ctx) => {
    const { at } = ctx.actor
    if (at === null || !may(ctx.actor, 'post.settle', at)) return []
    const { undelivered, oldestUndelivered } = await countLetters(ctx, at)
    if (oldestUndelivered === null) return []
    const { work } = text
    return [
      {
        group: 'now',
        title: work.title(undelivered),
        href: `${postHref}?visa=kom-inte-fram`,
        reference: null,
        detail: work.detail,
        due: swedishDay(oldestUndelivered),
        action: work.action,
      },
    ]
  },
}

export { morningOf } from './commands/digest.ts'
export { letterHref } from './model.ts'
export { senderOf, tell, type Telling } from './commands/tell.ts'
export type { DigestLine, DigestPart, LetterSecret } from './slots.ts'

export const postModule: Module = {
  name: 'post',
  routes,
  navigation: [{ key: 'post', order: 14, label: () => text.nav, href: postHref, may: 'post.read' }],
  jobs: { 'post.digest': digestJob },
  schedules: digestSchedules,
  slots: { 'work.list': [postWork] },
  grants: {
    'post.read': ['registrar', 'secretary'],
    'post.send-again': ['registrar', 'secretary'],
    'post.settle': ['registrar', 'secretary'],
  },
}
