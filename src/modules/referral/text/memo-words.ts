/** The words about a memo that speaks of another statement than the one that is answered with (I-18). */

import { words } from '../../../kernel/words.ts'

export const text = words(
  {
    saysOwn: (host: string) =>
      `Tjänsteskrivelsen talar om ert eget yttrande, men ni svarar tillsammans med ${host}. Nämnden ska besluta om det samordnade yttrandet.`,
    saysJoint:
      'Tjänsteskrivelsen talar om ett samordnat yttrande, men ni svarar själva. Nämnden ska besluta om ert eget yttrande.',
    saysAnother: (host: string) => `Tjänsteskrivelsen säger inte att yttrandet är upprättat av ${host}.`,
    now: 'Så här blir det:',
    change: 'Byt till de orden',
    changed: 'Tjänsteskrivelsen talar nu om det yttrande som ni svarar med.',
    submitted: 'Den läses för godkännande. Ångra inlämningen först, så går det att byta.',
    approved: 'Den är godkänd. Börja en ny version, så går det att byta.',
    other: 'Ändra förslaget till beslut, till exempel så här:',
    toMemo: 'Till tjänsteskrivelsen',
    obstacle: {
      follows: 'Tjänsteskrivelsen talar redan om det yttrande som ni svarar med.',
      other: 'Förslaget till beslut är skrivet på ett annat sätt. Ändra det i tjänsteskrivelsen.',
    },
  },
  {
    saysOwn: (host: string) =>
      `The memo speaks of your own statement, but you answer together with ${host}. The board is to decide on the joint statement.`,
    saysJoint:
      'The memo speaks of a joint statement, but you answer by yourselves. The board is to decide on your own statement.',
    saysAnother: (host: string) => `The memo does not say that the statement is drawn up by ${host}.`,
    now: 'It becomes:',
    change: 'Change to those words',
    changed: 'The memo now speaks of the statement that you answer with.',
    submitted: 'It is being read for approval. Take it back first, and it can be changed.',
    approved: 'It is approved. Begin a new version, and it can be changed.',
    other: 'Change the proposed decision, for example like this:',
    toMemo: 'To the memo',
    obstacle: {
      follows: 'The memo already speaks of the statement that you answer with.',
      other: 'The proposed decision is written otherwise. Change it in the memo.',
    },
  },
)
