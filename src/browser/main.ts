/** Everything a page gains from JavaScript. Nothing here is needed to do the work: each part improves what is drawn. */

import { startAgain } from './again.ts'
import { defineAutoSave } from './autosave.ts'
import { startCopying } from './copy.ts'
import { startForms } from './forms.ts'
import { startKeys } from './keys.ts'
import { startMenus } from './menus.ts'
import { startOutdating } from './outdated.ts'
import { startRail } from './rail.ts'
import { startRegister } from './register.ts'
import { startRows } from './rows.ts'
import { defineSharedAnswer } from './shared-answer.ts'
import { defineShownIf } from './shown-if.ts'
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
startAgain()
startOutdating()
defineAutoSave()
defineSharedAnswer()
defineShownIf()
startRegister()
