/** How the service board wants its papers. Loaded last, so that what the story has sent keeps the look it had. */

import { readFileSync } from 'node:fs'
import { noteUpload } from '../../src/kernel/uploads.ts'
import { checkCodes } from '../../src/modules/checking/index.ts'
import { saveRules, saveTemplate } from '../../src/modules/templates/index.ts'
import { story } from '../demo-city.ts'
import { arms, notAsked, serviceRules, serviceTemplate } from '../templates.ts'
import type { Loading } from './loading.ts'

/** The same arms as a browser draws them. */
const armsDrawn = new URL('../arms.png', import.meta.url)

export async function loadTemplates(loading: Loading): Promise<void> {
  const { boardSecretarySN: secretary } = story
  const owner = loading.authority('sn')
  const on = checkCodes.filter((code) => !notAsked.includes(code))
  await loading.as(secretary, loading.today, saveRules, {
    owner,
    version: 0,
    ...serviceRules,
    abbreviations: [...serviceRules.abbreviations],
    required: [...serviceRules.required],
    headings: [...serviceRules.headings],
    on,
  })
  const logo = await brought(loading, { name: 'vapen.svg', mediaType: 'image/svg+xml', bytes: Buffer.from(arms) })
  const drawn = await brought(loading, { name: 'vapen.png', mediaType: 'image/png', bytes: readFileSync(armsDrawn) })
  const saving = { owner, version: 0, ...serviceTemplate, logo: [logo], drawn: [drawn] }
  await loading.as(secretary, loading.today, saveTemplate, saving)
}

type Brought = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }

async function brought(loading: Loading, { name, mediaType, bytes }: Brought): Promise<string> {
  const picture = await loading.ground.files.keep(bytes)
  return loading.write(story.boardSecretarySN, loading.today, (ctx) => noteUpload(ctx, { name, mediaType, ...picture }))
}
