/** Everything a page gains from JavaScript. Nothing here is needed to do the work: each part improves what is drawn. */

import { defineAutoSave } from './autosave.ts'
import { startChecks } from './checks.ts'
import { startCopying } from './copy.ts'
import { startForms } from './forms.ts'
import { startKeys } from './keys.ts'
import { startLiveParts } from './live-parts.ts'
import { startMenus } from './menus.ts'
import { startPreview } from './preview.ts'
import { startRail } from './rail.ts'
import { startRegister } from './register.ts'
import { startRows } from './rows.ts'
import { startSelectedWords } from './selected-words.ts'
import { defineSharedAnswer } from './shared-answer.ts'
import { defineShownIf } from './shown-if.ts'
import { defineSidePanels } from './side-panels.ts'
import { startTables } from './tables.ts'
import { startTheme } from './theme.ts'

document.documentElement.dataset['js'] = ''
document.querySelector<HTMLElement>('[data-autofocus]')?.focus()
startMenus()
startTheme()
startForms()
startTables()
startRows()
startRail()
startKeys()
startCopying()
defineAutoSave()
defineSharedAnswer()
defineShownIf()
startRegister()
startChecks()
startLiveParts()
startSelectedWords()
defineSidePanels()
startPreview()
