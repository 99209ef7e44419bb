/** How one is told by e-mail of what waits. */

import { words } from '../../../kernel/words.ts'

export const mailText = words(
  {
    title: 'Besked med e-post',
    label: 'När något väntar på dig, eller ett sammanträde du planerat för flyttas',
    choices: { at_once: 'Genast', digest: 'Samlat varje morgon', none: 'Inga brev' },
    help: {
      at_once: 'Ett brev för varje sak.',
      digest: 'Ett brev klockan 7 på arbetsdagar, bara om något väntar.',
      none: 'Allt står ändå i Mitt arbete.',
    },
    submit: 'Spara valet',
    chosen: 'Valet är sparat.',
  },
  {
    title: 'Told by e-mail',
    label: 'When something waits for you, or a meeting that you planned for is moved',
    choices: { at_once: 'At once', digest: 'Gathered each morning', none: 'No letters' },
    help: {
      at_once: 'A letter for each thing.',
      digest: 'One letter at 7 on working days, only if something waits.',
      none: 'It all stands in My work anyway.',
    },
    submit: 'Save the choice',
    chosen: 'The choice is saved.',
  },
)
