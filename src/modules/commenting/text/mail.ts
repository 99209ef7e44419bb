/** What a letter says of comments. It travels in the open: never what was said, and of a hidden case only that there is something. */

import { words } from '../../../kernel/words.ts'
import type { Case } from '../../registry/index.ts'

type About = Pick<Case, 'referenceNumber' | 'title' | 'isSecret'>

const text = words(
  {
    hidden: 'ett ärende',
    subject: (what: string) => `Kommentar: ${what}`,
    commented: (by: string) => `${by} har kommenterat ett utkast:`,
    replied: (by: string) => `${by} har svarat på en kommentar:`,
    mentioned: (by: string) => `${by} har nämnt dig i en kommentar:`,
    read: 'Läs och svara:',
    heading: 'Kommentarer',
    line: (what: string, by: string) => `${what}, från ${by}`,
  },
  {
    hidden: 'a case',
    subject: (what: string) => `Comment: ${what}`,
    commented: (by: string) => `${by} has commented a draft:`,
    replied: (by: string) => `${by} has replied to a comment:`,
    mentioned: (by: string) => `${by} has mentioned you in a comment:`,
    read: 'Read and reply:',
    heading: 'Comments',
    line: (what: string, by: string) => `${what}, from ${by}`,
  },
)

function caseWords({ isSecret, referenceNumber, title }: About): string {
  return isSecret ? text.hidden : `${referenceNumber} ${title}`
}

export type Why = 'commented' | 'replied' | 'mentioned'

export const mailWords = {
  subject: (theCase: About) => text.subject(caseWords(theCase)),
  letter: (theCase: About, { by, why, link }: { by: string; why: Why; link: string }) =>
    `${text[why](by)}\n${caseWords(theCase)}\n\n${text.read}\n${link}`,
  heading: () => text.heading,
  line: (theCase: About, by: readonly string[]) => text.line(caseWords(theCase), by.join(', ')),
}
