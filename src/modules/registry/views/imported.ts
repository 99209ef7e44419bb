/** How an imported case's first entry reads. */

import type { LedgerWords } from '../model.ts'
import { text } from '../text/imported.ts'

export const importedWords: LedgerWords = {
  event: 'case.imported',
  say: ({ referenceNumber, source, records }) =>
    text.imported(String(referenceNumber), String(source), String(records)),
}
