/** The words of what kind a body is, and of who changed it. */

import { words } from '../../../kernel/words.ts'

export const kindText = words(
  {
    change: 'Ändra slag',
    help: 'Revisorerna är ingen nämnd (12 kap. kommunallagen). De kan bjudas in att svara på en remiss men måste inte.',
    saved: 'Organets slag är ändrat.',
    changed: (kind: string, day: string, person: string) => `Ändrat till ${kind} ${day} av ${person}`,
  },
  {
    change: 'Change its kind',
    help: 'The auditors are no board (Local Government Act, chapter 12). They can be invited to answer a referral but need not.',
    saved: 'The kind of the body is changed.',
    changed: (kind: string, day: string, person: string) => `Changed to ${kind} ${day} by ${person}`,
  },
)
