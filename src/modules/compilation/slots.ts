/** What the compilation shows on the sender's case, and how its event reads. */

import { swedishDay } from '../../kernel/time.ts'
import type { Read } from '../../kernel/context.ts'
import type { Fillings } from '../../kernel/slots.ts'
import { caseHref, type Case, type Step } from '../registry/index.ts'
import { findRoundOfCase, listRegistered } from './queries.ts'
import { text } from './text.ts'

/** Done when it is a record; the present step once something has come in. */
async function stepsOf(ctx: Read, theCase: Case): Promise<Step[]> {
  const round = await findRoundOfCase(ctx, theCase.id)
  if (round === null) return []
  const [latest] = await listRegistered(ctx, round.id)
  const href = caseHref(theCase, 'sammanstallning')
  const label = text.step
  if (latest === undefined) {
    const isComing = round.answered === round.asked && round.asked > 0
    return [
      {
        label,
        state: isComing ? 'now' : 'planned',
        date: null,
        note: text.coverageShort(round.answered, round.asked),
        href,
      },
    ]
  }
  const note = text.coverageShort(latest.answerCount, round.asked)
  return [{ label, state: 'done', date: swedishDay(latest.registeredAt), note, href }]
}

export const slots: Fillings = {
  'record.tie': [{ module: 'compilation', why: () => text.tie }],
  'case.tab': [
    {
      key: 'compilation',
      order: 80,
      label: () => text.title,
      href: (theCase) => caseHref(theCase, 'sammanstallning'),
      isThere: async (ctx, theCase) => (await findRoundOfCase(ctx, theCase.id)) !== null,
      count: async (ctx, theCase) => (await findRoundOfCase(ctx, theCase.id))?.answered ?? 0,
    },
  ],
  'case.step': [{ order: 90, show: stepsOf }],
  'ledger.words': [
    {
      event: 'compilation.registered',
      say: ({ answered, asked, notAsked }) => {
        const said = text.ledger.registered(Number(answered), Number(asked))
        return typeof notAsked === 'number' && notAsked > 0 ? `${said}, ${text.ledger.notAsked(notAsked)}` : said
      },
    },
  ],
}
