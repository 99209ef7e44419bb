/** Smaller cases of the months before today, so that no registry is empty. */

import { addDays } from '../../src/kernel/time.ts'
import { together } from '../../src/kernel/together.ts'
import { assignOfficer, closeCase, openCase, registerRecord } from '../../src/modules/registry/index.ts'
import { neighbours, type NeighbourCase } from '../demo-city.ts'
import type { Loading } from './loading.ts'
import { staffOf } from './staff.ts'

const firstDay = (one: NeighbourCase) => Math.min(...one.items.map(({ day }) => day))

export async function loadNeighbours(loading: Loading): Promise<void> {
  const authorities = Map.groupBy(neighbours, ({ authority }) => authority)
  await together([...authorities.values()].map((cases) => loadInOrder(loading, cases)))
}

/** A registry numbers its cases in the order of time. */
async function loadInOrder(loading: Loading, cases: readonly NeighbourCase[]): Promise<void> {
  for (const one of cases.toSorted((a, b) => firstDay(a) - firstDay(b))) await loadOne(loading, one)
}

async function loadOne(loading: Loading, { authority, title, officer, isClosed, items }: NeighbourCase): Promise<void> {
  const { registrar } = staffOf(authority)
  const dayOf = (offset: number) => addDays(loading.today, offset)
  const opened = dayOf(Math.min(...items.map(({ day }) => day)))
  const { id: caseId } = await loading.write(registrar, opened, (ctx) =>
    openCase(ctx, { authorityId: loading.authority(authority), title }),
  )
  await loading.as(registrar, opened, assignOfficer, { caseId, officerId: loading.person(officer) })
  for (const { direction, title: name, party, day } of items)
    await loading.write(registrar, dayOf(day), (ctx) =>
      registerRecord(ctx, {
        caseId,
        direction,
        kind: 'other',
        title: name,
        files: [],
        ...(direction !== 'internal' && { party }),
      }),
    )
  if (isClosed) await loading.as(registrar, dayOf(Math.max(...items.map(({ day }) => day))), closeCase, { caseId })
}
