/** The words of the panels beside a draft. */

import { words } from '../../../kernel/words.ts'

export const panelText = words(
  { label: 'Underlag', writing: 'Texten', back: 'Till texten' },
  { label: 'Sources', writing: 'The text', back: 'To the text' },
)
