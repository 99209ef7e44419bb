/** What heads are told when their officer has asked for more time. Letters travel in the open: a hidden case is not named in them. */

import { dayText } from '../../../kernel/ui/index.ts'
import { words } from '../../../kernel/words.ts'
import type { Case } from '../../registry/index.ts'

type About = Pick<Case, 'referenceNumber' | 'title' | 'isSecret'>
type Asked = { readonly by: string; readonly wantedOn: string }

export const text = words(
  {
    hidden: 'ett ärende',
    subject: (what: string) => `Längre svarstid begärd: ${what}`,
    asked: (by: string, day: string) => `${by} har begärt att få svara på remissen senast ${day}:`,
    reason: (reason: string) => `Skäl: ${reason}`,
    decides: 'Den som remitterar beslutar. Begäran och beslutet står i ärendet:',
    heading: 'Längre svarstid begärd',
    line: (what: string, by: string, day: string) => `${what}: ${by} har begärt svarstid till ${day}`,
    work: (title: string) => `Längre svarstid begärd: ${title}`,
    workDetail: (by: string, day: string) => `${by} har begärt svarstid till ${day}. Besked väntas.`,
    told: (names: string) => `Underrättad: ${names}`,
  },
  {
    hidden: 'a case',
    subject: (what: string) => `More time asked for: ${what}`,
    asked: (by: string, day: string) => `${by} has asked to answer the referral by ${day}:`,
    reason: (reason: string) => `Reasons: ${reason}`,
    decides: 'The one who sent the referral decides. The request and the decision stand in the case:',
    heading: 'More time asked for',
    line: (what: string, by: string, day: string) => `${what}: ${by} has asked for time until ${day}`,
    work: (title: string) => `More time asked for: ${title}`,
    workDetail: (by: string, day: string) => `${by} has asked for time until ${day}. The decision is awaited.`,
    told: (names: string) => `Told: ${names}`,
  },
)

const caseWords = ({ isSecret, referenceNumber, title }: About): string =>
  isSecret ? text.hidden : `${referenceNumber} ${title}`

export const mailWords = {
  subject: (theCase: About) => text.subject(caseWords(theCase)),
  letter: (
    theCase: About,
    { by, wantedOn, reason, link }: Asked & { readonly reason: string; readonly link: string },
  ) =>
    [
      `${text.asked(by, dayText(wantedOn))}\n${caseWords(theCase)}`,
      ...(theCase.isSecret ? [] : [text.reason(reason)]),
      `${text.decides}\n${link}`,
    ].join('\n\n'),
  heading: () => text.heading,
  line: (theCase: About, { by, wantedOn }: Asked) => text.line(caseWords(theCase), by, dayText(wantedOn)),
}
