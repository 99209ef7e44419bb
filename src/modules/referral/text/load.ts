/** The words about what those who are asked already carry. */

import { words } from '../../../kernel/words.ts'

export const text = words(
  {
    title: 'Belastning och tid',
    lead: 'Vad de valda instanserna redan har på sitt bord, hur de brukar svara och om deras sammanträden räcker. Den som har det svårast står först.',
    body: 'Remissinstans',
    open: 'Öppna remisser',
    usual: 'Svarar på',
    late: 'Sent',
    calendar: 'Hinner',
    days: (count: number) => (count === 1 ? '1 dag' : `${count} dagar`),
    never: 'inga tidigare svar',
    lateOf: (late: number, answered: number) => `${late} av ${answered}`,
    meets: (day: string) => `Hinner, nämnd ${day}`,
    misses: (day: string) => `Hinner inte, första möjliga nämnd ${day}`,
    decides: (day: string) => `Nämnd ${day}`,
    unknown: 'Ingen kalender här',
    off: (days: string) => `Helgdagar på vardagar under svarstiden: ${days}.`,
    noneOff: 'Inga helgdagar på vardagar under svarstiden.',
    noOne: 'Välj instanser, så syns det här.',
  },
  {
    title: 'Load and time',
    lead: 'What the chosen bodies already carry, how they usually answer, and whether their meetings suffice. Whoever has it hardest comes first.',
    body: 'Body',
    open: 'Open referrals',
    usual: 'Answers in',
    late: 'Late',
    calendar: 'In time',
    days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
    never: 'no earlier answers',
    lateOf: (late: number, answered: number) => `${late} of ${answered}`,
    meets: (day: string) => `In time, board ${day}`,
    misses: (day: string) => `Not in time, first possible board ${day}`,
    decides: (day: string) => `Board ${day}`,
    unknown: 'No calendar here',
    off: (days: string) => `Weekdays off within the time given: ${days}.`,
    noneOff: 'No weekdays off within the time given.',
    noOne: 'Choose bodies, and it shows here.',
  },
)
