/** What stands on the officers' desks: the referred documents are read in a moment, as when they come in. */

import { expectDocuments } from '../../src/modules/desk/index.ts'
import { story } from '../demo-city.ts'
import type { Loading } from './loading.ts'

export async function loadDesks(loading: Loading): Promise<void> {
  await loading.write(story.planningSecretary, loading.today, async (ctx) => {
    const records = await ctx.db.selectFrom('registry.records').select('id').where('direction', '=', 'in').execute()
    await expectDocuments(
      ctx,
      records.map(({ id }) => id),
    )
  })
}
