/** The words about one's own statement that is laid aside while one answers together with another (I-18). */

import { swedishDay } from '../../../kernel/time.ts'
import { dayText } from '../../../kernel/ui/index.ts'
import { words } from '../../../kernel/words.ts'
import type { ToLayAside } from '../../drafting/index.ts'
import { namesOf } from './joint.ts'

export const text = words(
  {
    begun: (day: string) => `Ert eget yttrande, senast sparat ${day}, läggs åt sidan.`,
    submitted: (waiting: string) =>
      `Ert eget yttrande läses för godkännande av ${waiting}. Det tas tillbaka och läggs åt sidan.`,
    approved: (day: string) => `Ert eget godkända yttrande, senast sparat ${day}, läggs åt sidan.`,
    approvedBy: (names: string) => `Godkännandet från ${names} gäller inte det samordnade yttrandet.`,
    fallsBy: (names: string) => `Godkännandet från ${names} faller.`,
    fallsToo:
      'Tjänsteskrivelsen läses tillsammans med yttrandet och tas också tillbaka: den behöver godkännas på nytt.',
    isKept: 'Texten finns kvar, och kommer tillbaka om ni svarar själva igen.',
    tick: 'Vi vet att vårt eget yttrande läggs åt sidan',
    lies: 'Ert eget yttrande är lagt åt sidan.',
    read: 'Läs det',
    comesBack: 'Ert eget yttrande kommer tillbaka som det var när det lades åt sidan.',
    begin: 'Fortsätt på ert eget yttrande',
    beginText: 'Ert eget yttrande ligger kvar sedan ni svarade tillsammans med en annan. Det tas fram som det var.',
    invalid: 'Kryssa för att ni vet att ert eget yttrande läggs åt sidan.',
    by: (name: string, day: string) => `${name} (${day})`,
  },
  {
    begun: (day: string) => `Your own statement, last saved ${day}, is laid aside.`,
    submitted: (waiting: string) =>
      `Your own statement is being read for approval by ${waiting}. It is taken back and laid aside.`,
    approved: (day: string) => `Your own approved statement, last saved ${day}, is laid aside.`,
    approvedBy: (names: string) => `The approval of ${names} does not count for the joint statement.`,
    fallsBy: (names: string) => `The approval of ${names} falls.`,
    fallsToo: 'The memo is read together with the statement and is taken back too: it must be approved anew.',
    isKept: 'The text stays, and comes back if you answer by yourselves again.',
    tick: 'We know that our own statement is laid aside',
    lies: 'Your own statement is laid aside.',
    read: 'Read it',
    comesBack: 'Your own statement comes back as it was when it was laid aside.',
    begin: 'Go on with your own statement',
    beginText:
      'Your own statement is still here from when you answered together with another. It is taken up as it was.',
    invalid: 'Tick that you know that your own statement is laid aside.',
    by: (name: string, day: string) => `${name} (${day})`,
  },
)

/** What is laid aside and whose approval does not count, in whole sentences. */
export function whatIsLaidAside(standing: ToLayAside): string {
  const said = whatFalls(standing)
  return standing.isReadWithMore ? `${said} ${text.fallsToo}` : said
}

function whatFalls({ state, isApproved, savedAt, approvers, waiting }: ToLayAside): string {
  const day = dayText(swedishDay(savedAt))
  const names = namesOf(approvers.map(({ name, on }) => text.by(name, dayText(on))))
  const what = isApproved ? text.approved(day) : state === 'draft' ? text.begun(day) : text.submitted(namesOf(waiting))
  if (names === '') return what
  return `${what} ${isApproved ? text.approvedBy(names) : text.fallsBy(names)}`
}
