/** What a page gains that stands beside a text or follows what others do. Fetched where the page has such a part. */

import { startChecks } from './checks.ts'
import { startLiveParts } from './live-parts.ts'
import { startPreview } from './preview.ts'
import { startSelectedWords } from './selected-words.ts'
import { defineSidePanels } from './side-panels.ts'

startChecks()
startLiveParts()
startSelectedWords()
defineSidePanels()
startPreview()
