/** The checks that stand beside a memo while it is written: the rules alone, what the house knows, and the request as a whole. */

import { z } from 'zod'
import { bodies } from '../seed/demo-city.ts'
import { checkWriting } from '../src/modules/checking/index.ts'
import { contentFrom } from '../src/modules/drafting/commands/read-memo.ts'
import { anOffice } from '../src/modules/drafting/fixtures.ts'
import { writtenOf } from '../src/modules/drafting/index.ts'
import { checksOf, getDraft } from '../src/modules/drafting/queries.ts'
import { knownTo } from '../src/modules/drafting/queries/checks.ts'
import { aBody } from '../src/modules/organisation/fixtures.ts'
import { readMemo } from '../src/modules/reading/index.ts'
import { getCase } from '../src/modules/registry/index.ts'
import { rulesAt } from '../src/modules/templates/index.ts'
import { asking, type World } from '../test/support.ts'
import { median, milliseconds, type Line } from './table.ts'

const draftNow = z.object({ draftId: z.string(), version: z.number() })

/** A memo as it came from elsewhere, in a house with as many bodies as a city has. */
export async function checkTimes(world: World, memo: string): Promise<Line[]> {
  for (const { name } of bodies) await aBody(world.db, { name })
  const office = await anOffice(world)
  const { officer, at } = office
  await officer.post(`${at}/tjansteskrivelse/borja`)
  const { draftId, version } = draftNow.parse(await (await officer.api(`/cases/${office.theCase.id}/memo`)).json())
  const content = contentFrom(readMemo(memo, { file: 'memo.txt' }), '2023-11-15')
  const saved = await officer.api(`/drafts/${draftId}/memo`, { ...content, version })
  if (!saved.ok) throw new Error(await saved.text())

  const { draft, theCase, written, known, rules } = await asking(world, async (ctx) => {
    const draft = await getDraft(ctx, draftId)
    const theCase = await getCase(ctx, draft.caseId)
    const written = writtenOf(draft, theCase.referenceNumber)
    const rules = await rulesAt(ctx, draft.authorityId)
    return { draft, theCase, written, rules, known: await knownTo(ctx, written, theCase) }
  })
  const alone = await median(200, async () => void checkWriting(written, known, rules))
  const asked = await median(50, () => asking(world, async (ctx) => void (await checksOf(ctx, draft, theCase))))
  const whole = await median(50, async () => void (await (await officer.get(`/utkast/${draftId}/kontroller`)).text()))
  return [
    {
      what: `the checks of a memo of ${memo.length.toLocaleString('en')} characters, ${bodies.length} bodies known`,
      took: milliseconds(alone),
      beside: `with what the house knows read anew ${milliseconds(asked)}, the request as a whole ${milliseconds(whole)}`,
    },
  ]
}
